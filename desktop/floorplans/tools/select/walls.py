"""Dragging a wall or one of its ends, with the lengths at both sides."""

from __future__ import annotations

from desktop.floorplans.edits import WallMove, move_end, set_length
from desktop.floorplans.parallels import Parallels
from desktop.floorplans.plan import JOIN_MM, Point, Wall
from desktop.floorplans.snapping import Line, Snap, Snapper
from desktop.floorplans.tools.overlay import Handle, Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.dragging import Dragging
from desktop.floorplans.tools.sheet import Sheet, snapped
from desktop.floorplans.tools.tool import State
from desktop.floorplans.wording import metres
from desktop.language import _


class WallInHand:
    """A wall between the walls it runs along, as it was before it moved."""

    def __init__(self, sheet: Sheet, id: int) -> None:
        plan = sheet.plan
        self._sheet, self._id, self.wall = sheet, id, plan.walls[id]
        others = [other for key, other in plan.walls.items() if key != id]
        self.parallels = Parallels(others, self.wall)

    def shift_to(self, shift_mm: float) -> tuple[int, int]:
        """How far each point of the wall goes when it moves sideways, to the left."""
        wall = self.wall
        return (
            round(-(wall.end.y - wall.start.y) / wall.length_mm * shift_mm),
            round((wall.end.x - wall.start.x) / wall.length_mm * shift_mm),
        )

    def measures(self, shift_mm: float, back_to: State, right_first: bool) -> tuple[Measure, ...]:
        """The distances to the next walls at both sides, drawn past the wall's upper end; one
        that is set moves the wall."""
        wall = self.wall
        left, right = self.parallels.distances(shift_mm)
        upper, lower = sorted(wall.ends, key=lambda end: (-end.y, end.x))
        foot = upper.moved(*self.shift_to(shift_mm))
        aside = (
            (upper.x - lower.x) / wall.length_mm,
            (upper.y - lower.y) / wall.length_mm,
        )
        made = []
        for distance, sign in ((left, 1), (right, -1)):
            if distance is None:
                continue

            def set_to(length_mm: int, distance: float = distance, sign: int = sign) -> State:
                return self.move_by(shift_mm + sign * (distance - length_mm), back_to)

            far = foot.moved(*self.shift_to(sign * distance))
            made.append(
                Measure(foot, far, metres(distance), aside, None if wall.locked else set_to)
            )
        return tuple(reversed(made) if right_first else made)

    def length(self, back_to: State) -> Measure:
        """The wall's own length, to be set as well."""

        def set_to(length_mm: int) -> State:
            self._sheet.commit(
                _("Length changed"), set_length(self._sheet.plan, self._id, length_mm)
            )
            return back_to

        wall = self.wall
        return Measure(
            *wall.ends, metres(wall.length_mm), self.side(1), None if wall.locked else set_to
        )

    def side(self, sign: int) -> tuple[float, float]:
        wall = self.wall
        return (
            -(wall.end.y - wall.start.y) / wall.length_mm * sign,
            (wall.end.x - wall.start.x) / wall.length_mm * sign,
        )

    def move_by(self, shift_mm: float, back_to: State) -> State:
        plan = WallMove(self._sheet.plan, self._id).by(*self.shift_to(shift_mm))
        self._sheet.commit(_("Wall moved"), plan)
        return back_to


class DraggingWall(Dragging):
    """A wall goes sideways; the walls that meet it stretch along."""

    def __init__(self, sheet: Sheet, id: int, pressed: Pointer, back_to: State) -> None:
        super().__init__(sheet, _("Wall moved"), back_to)
        self._move = WallMove(sheet.plan, id)
        self._in_hand = WallInHand(sheet, id)
        self._begun_at = self._in_hand.wall.beside(pressed.place)[1]
        self._shift_mm = 0
        self._in_line_with: Point | None = None
        self._right_first = False

    def move(self, pointer: Pointer) -> State:
        shift, self._in_line_with = self._in_hand.parallels.snap(
            self._in_hand.wall.beside(pointer.place)[1] - self._begun_at,
            pointer.reach_mm,
            pointer.step_mm,
            pointer.free,
        )
        if shift != self._shift_mm:
            self.show(self._move.by(*self._in_hand.shift_to(shift)))
            self._shift_mm = shift
        return self

    def swap(self) -> State:
        self._right_first = not self._right_first
        return self

    def overlay(self) -> Overlay:
        wall = self._in_hand.wall
        moved = [end.moved(*self._in_hand.shift_to(self._shift_mm)) for end in wall.ends]
        guides: tuple[Line, ...] = ()
        if self._in_line_with is not None:
            guides = ((self._in_line_with, moved[0]),)
        return Overlay(
            guides=guides,
            handles=tuple(Handle(end) for end in moved),
            measures=self._in_hand.measures(self._shift_mm, self.back_to, self._right_first),
            hint=_("Type a number for the length; Tab takes the other side."),
        )


class DraggingEnd(Dragging):
    """A corner goes, and with it every wall that ends there."""

    def __init__(self, sheet: Sheet, id: int, at: Point, back_to: State) -> None:
        super().__init__(sheet, _("Corner moved"), back_to)
        self._at = at
        plan = sheet.plan
        move_end(plan, at, at)  # refuses the corner of a locked wall at once
        self._other_ends = {
            wall.end if wall.start.distance_mm(at) <= JOIN_MM else wall.start
            for wall in plan.walls.values()
            if _ends_at(wall, at)
        }
        wall = plan.walls[id]
        self._start = wall.end if wall.start.distance_mm(at) <= JOIN_MM else wall.start
        self._snapper = Snapper(wall for wall in plan.walls.values() if not _ends_at(wall, at))
        self._to: Snap | None = None

    def move(self, pointer: Pointer) -> State:
        to = snapped(self._snapper, pointer, start=self._start)
        self.show(move_end(self.sheet.plan, self._at, to.at))
        self._to = to
        return self

    def _set_length(self, length_mm: int) -> State:
        to = self._to.at if self._to else self._at
        part = length_mm / self._start.distance_mm(to)
        dx, dy = to.x - self._start.x, to.y - self._start.y
        end = self._start.moved(round(dx * part), round(dy * part))
        return self.keep(move_end(self.sheet.plan, self._at, end))

    def overlay(self) -> Overlay:
        at = self._to.at if self._to else self._at
        first = Measure(self._start, at, metres(self._start.distance_mm(at)), set=self._set_length)
        others = [
            Measure(other, at, metres(other.distance_mm(at)))
            for other in sorted(self._other_ends - {self._start})
        ]
        return Overlay(
            cross=self._to,
            guides=self._to.guides if self._to else (),
            handles=(Handle(at),),
            measures=(first, *others),
        )


def _ends_at(wall: Wall, at: Point) -> bool:
    return any(end.distance_mm(at) <= JOIN_MM for end in wall.ends)
