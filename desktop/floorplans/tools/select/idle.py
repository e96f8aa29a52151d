"""Nothing in hand: a tap chooses, a drag takes along what is chosen."""

from __future__ import annotations

from desktop.floorplans.edits import is_locked, move_wall, remove, slide_opening, turn
from desktop.floorplans.edits import move_things as moved_things
from desktop.floorplans.plan import (
    Furniture,
    Opening,
    Point,
    RoomLabel,
    RoomType,
    Stair,
    Thing,
    Wall,
)
from desktop.floorplans.tools.naming import asked_about, give_type, room_choices
from desktop.floorplans.tools.overlay import Handle, Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.buttons import box_of, choices
from desktop.floorplans.tools.select.hit import all_things, hit
from desktop.floorplans.tools.select.openings import SlidingOpening, opening_measures
from desktop.floorplans.tools.select.things import MovingThings, Turning, turn_handle
from desktop.floorplans.tools.select.walls import DraggingEnd, DraggingWall, WallInHand
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.language import _


class Idle(State):
    """`pressed` is where the chosen thing was tapped last; `unnamed` a room without a name that
    was tapped."""

    draws = False

    def __init__(
        self, sheet: Sheet, pressed: Pointer | None = None, unnamed: Point | None = None
    ) -> None:
        super().__init__(sheet)
        self._pressed, self._unnamed = pressed, unnamed
        self._swapped = 0  # how often another of the lengths was asked for

    # By hand -------------------------------------------------------------------------------

    def press(self, pointer: Pointer) -> State:
        grip = self._grip(pointer)
        if grip is not None:
            return grip
        id = hit(self.sheet.derived, pointer)
        if id is None:
            self.sheet.choose(())
            room = self.sheet.derived.room_at(pointer.x, pointer.y)
            return Idle(self.sheet, unnamed=None if room is None else pointer.at)
        chosen = list(self.sheet.chosen)
        if pointer.more:
            self.sheet.choose([*chosen, id] if id not in chosen else [c for c in chosen if c != id])
        elif id not in chosen:
            self.sheet.choose((id,))
        return Pointing(self.sheet, id, pointer)

    def _grip(self, pointer: Pointer) -> State | None:
        """What a handle of the chosen thing begins, where the pointer is on one."""
        for id, thing in self._only_one():
            if isinstance(thing, Wall):
                for end in thing.ends:
                    if pointer.distance_mm(end) <= pointer.reach_mm:
                        return DraggingEnd(self.sheet, id, end, Idle(self.sheet))
            elif (
                isinstance(thing, Furniture | Stair)
                and not thing.locked
                and pointer.distance_mm(turn_handle(thing)) <= pointer.reach_mm * 1.5
            ):
                return Turning(self.sheet, id, Idle(self.sheet))
        return None

    # By keys -------------------------------------------------------------------------------

    def next(self, step: int) -> State:
        things = all_things(self.sheet.plan)
        if not things:
            return self
        chosen = next(iter(self.sheet.chosen), None)
        if chosen in things:
            at = (things.index(chosen) + step) % len(things)
        else:
            at = 0 if step > 0 else -1
        self.sheet.choose((things[at],))
        return Idle(self.sheet)

    def nudge(self, dx: int, dy: int) -> State:
        plan = self.sheet.plan
        for id, thing in self.sheet.chosen.items():
            if isinstance(thing, Wall):
                plan = move_wall(plan, id, dx, dy)
            elif isinstance(thing, Opening):
                wall = plan.walls[thing.wall]
                along = dx * (wall.end.x - wall.start.x) + dy * (wall.end.y - wall.start.y)
                plan = slide_opening(plan, id, thing.at_mm + round(along / wall.length_mm))
            elif not isinstance(thing, RoomLabel):
                plan = moved_things(plan, [id], dx, dy)
        self.sheet.commit_nudge(_("Moved"), plan)
        return self

    def delete(self) -> State:
        if self.sheet.chosen:
            plan = remove(self.sheet.plan, self.sheet.chosen)
            self.sheet.choose(())
            self.sheet.commit(_("Removed"), plan)
        return Idle(self.sheet)

    def turn(self) -> State:
        self.sheet.commit(_("Turned"), turn(self.sheet.plan, self.sheet.chosen))
        return self

    def swap(self) -> State:
        self._swapped += 1
        return self

    def escape(self) -> State:
        self.sheet.choose(())
        return Idle(self.sheet)

    # On view -------------------------------------------------------------------------------

    def overlay(self) -> Overlay:
        if self._unnamed is not None and not self.sheet.chosen:
            return Overlay(
                outlines=asked_about(self.sheet, self._unnamed),
                choices=room_choices(self.sheet, self._name),
                choices_at=(self._unnamed, self._unnamed),
                hint=_("What is this room for?"),
            )
        for id, thing in self._only_one():
            return self._around(id, thing)
        chosen = self.sheet.chosen
        if not chosen:
            return Overlay(first_hint=_("Tap a wall, a door or a room to change it."))
        return Overlay(
            choices=choices(self.sheet, self, self._pressed),
            choices_at=box_of(self.sheet.shown, chosen.values()),
        )

    def _around(self, id: int, thing: Thing) -> Overlay:
        """What can be done with the one thing that is chosen."""
        handles: tuple[Handle, ...] = ()
        measures: tuple[Measure, ...] = ()
        if isinstance(thing, Wall):
            in_hand = WallInHand(self.sheet, id)
            handles = tuple(Handle(end) for end in thing.ends)
            lengths = (*in_hand.measures(0, self, right_first=False), in_hand.length(self))
            first = self._swapped % len(lengths)
            measures = lengths[first:] + lengths[:first]
        elif isinstance(thing, Opening):
            measures = opening_measures(self.sheet, self.sheet.plan, id, self)
        elif isinstance(thing, Furniture | Stair) and not is_locked(thing):
            handles = (Handle(turn_handle(thing), turns=True),)
        return Overlay(
            handles=handles,
            measures=measures,
            choices=choices(self.sheet, self, self._pressed),
            choices_at=box_of(self.sheet.shown, self.sheet.chosen.values()),
        )

    def _name(self, type: RoomType) -> State:
        if self._unnamed is not None:
            give_type(self.sheet, self._unnamed, type)
        return Idle(self.sheet)

    def _only_one(self) -> list[tuple[int, Thing]]:
        """The thing that is chosen, when it is the only one."""
        chosen = list(self.sheet.chosen.items())
        return chosen if len(chosen) == 1 else []


class Pointing(State):
    """Pressed on a thing: let go is a tap, moved away begins to drag it."""

    draws = False

    def __init__(self, sheet: Sheet, id: int, pressed: Pointer) -> None:
        super().__init__(sheet)
        self._id, self._pressed = id, pressed

    def move(self, pointer: Pointer) -> State:
        # A room is tapped, not dragged: its walls are what moves.
        if not pointer.dragged_from(self._pressed) or self._id in self.sheet.plan.labels:
            return self
        return self._dragging().move(pointer)

    def release(self, pointer: Pointer) -> State:
        return Idle(self.sheet, self._pressed)

    def escape(self) -> State:
        return Idle(self.sheet)

    def _dragging(self) -> State:
        id, plan, back = self._id, self.sheet.plan, Idle(self.sheet)
        if id in plan.walls:
            return DraggingWall(self.sheet, id, self._pressed, back)
        if id in plan.openings:
            return SlidingOpening(self.sheet, id, self._pressed, back)
        return MovingThings(self.sheet, id, self._pressed, back)

    def overlay(self) -> Overlay:
        return Overlay()
