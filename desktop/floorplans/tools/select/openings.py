"""Sliding a door or a window along its wall."""

from __future__ import annotations

from desktop.floorplans.edits import slide_opening
from desktop.floorplans.plan import Opening, Plan, Point, Wall
from desktop.floorplans.tools.overlay import Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.select.dragging import Dragging
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.floorplans.wording import metres
from desktop.language import _


class SlidingOpening(Dragging):
    """An opening goes along its wall, no further than the wall goes."""

    def __init__(self, sheet: Sheet, id: int, pressed: Pointer, back_to: State) -> None:
        super().__init__(sheet, _("Door or window moved"), back_to)
        self._id = id
        self._opening = sheet.plan.openings[id]
        self._wall = sheet.plan.walls[self._opening.wall]
        self._grip = self._wall.beside(pressed.place)[0] - self._opening.at_mm
        slide_opening(sheet.plan, id, self._opening.at_mm)  # refuses what is locked at once
        self._right_first = False

    def move(self, pointer: Pointer) -> State:
        at = snapped_along(
            self._wall, self._opening, self._wall.beside(pointer.place)[0] - self._grip, pointer
        )
        return self.show(slide_opening(self.sheet.plan, self._id, at))

    def swap(self) -> State:
        self._right_first = not self._right_first
        return self

    def overlay(self) -> Overlay:
        measures = opening_measures(self.sheet, self.sheet.shown, self._id, self.back_to)
        return Overlay(measures=tuple(reversed(measures)) if self._right_first else measures)


def snapped_along(wall: Wall, opening: Opening, at_mm: float, pointer: Pointer) -> int:
    """Where an opening begins: in the middle of its wall, or at a round distance."""
    if pointer.free:
        return round(at_mm)
    middle = (wall.length_mm - opening.width_mm) / 2
    if abs(at_mm - middle) <= pointer.reach_mm:
        return round(middle)
    return round(at_mm / pointer.step_mm) * pointer.step_mm


def opening_measures(sheet: Sheet, plan: Plan, id: int, back_to: State) -> tuple[Measure, ...]:
    """How far an opening is from both ends of its wall; one that is set slides it."""
    opening = plan.openings[id]
    wall = plan.walls[opening.wall]

    def slide_to(at_mm: int) -> State:
        sheet.commit(_("Door or window moved"), slide_opening(sheet.plan, id, at_mm))
        return back_to

    def set_near(length_mm: int) -> State:
        return slide_to(length_mm)

    def set_far(length_mm: int) -> State:
        return slide_to(round(wall.length_mm) - opening.width_mm - length_mm)

    near, far = (_point(wall, at) for at in (opening.at_mm, opening.until_mm))
    normal = (
        -(wall.end.y - wall.start.y) / wall.length_mm,
        (wall.end.x - wall.start.x) / wall.length_mm,
    )
    left, rest = metres(opening.at_mm), metres(wall.length_mm - opening.until_mm)
    return (
        Measure(wall.start, near, left, normal, None if opening.locked else set_near),
        Measure(far, wall.end, rest, normal, None if opening.locked else set_far),
    )


def _point(wall: Wall, at_mm: float) -> Point:
    x, y = wall.along(at_mm)
    return Point(round(x), round(y))
