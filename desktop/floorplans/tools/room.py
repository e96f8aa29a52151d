"""Kamer: drag a rectangle from corner to corner, and say what it is for."""

from __future__ import annotations

from desktop.floorplans.edits import add_room
from desktop.floorplans.plan import Plan, Point, RoomType
from desktop.floorplans.snapping import Snap
from desktop.floorplans.tools.naming import asked_about, give_type, room_choices
from desktop.floorplans.tools.overlay import Measure, Outline, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.starting import Starting
from desktop.floorplans.tools.tool import State, Tool
from desktop.floorplans.wording import metres
from desktop.language import N_, _
from desktop.refused import Refused


def begin(sheet: Sheet) -> State:
    return Starting(sheet, _("Drag from one corner of the room to the other."), Dragging)


class Dragging(State):
    """From one corner on: until the pointer is let go when dragged, until the next tap when not.

    Of what is typed, the first length is the width and the second the depth."""

    def __init__(self, sheet: Sheet, corner: Point, pressed: Pointer) -> None:
        super().__init__(sheet)
        self._corner, self._pressed = corner, pressed
        self._opposite: Snap | None = None
        self._width_mm: int | None = None

    def move(self, pointer: Pointer) -> State:
        self._opposite = self.sheet.snap(pointer, corner=self._corner)
        try:
            self.sheet.preview(self._plan_to(self._other_corner))
        except Refused:
            self.sheet.preview(None)  # too small yet: the outline shows
        return self

    def release(self, pointer: Pointer) -> State:
        if not pointer.dragged_from(self._pressed):
            return self
        self.move(pointer)
        return self._finish(self._other_corner)

    def press(self, pointer: Pointer) -> State:
        self.move(pointer)
        return self._finish(self._other_corner)

    def enter(self) -> State:
        return self._finish(self._other_corner)

    def escape(self) -> State:
        self.sheet.preview(None)
        return begin(self.sheet)

    @property
    def _other_corner(self) -> Point:
        at = self._opposite.at if self._opposite else self._corner
        if self._width_mm is None:
            return at
        return Point(self._corner.x + _towards(self._width_mm, at.x - self._corner.x), at.y)

    def _set_width(self, length_mm: int) -> State:
        self._width_mm = length_mm
        return self

    def _set_depth(self, length_mm: int) -> State:
        corner, at = self._corner, self._other_corner
        return self._finish(Point(at.x, corner.y + _towards(length_mm, at.y - corner.y)))

    def _finish(self, opposite: Point) -> State:
        self.sheet.commit(_("Room drawn"), self._plan_to(opposite))
        return Naming(self.sheet, self._corner, opposite)

    def _plan_to(self, opposite: Point) -> Plan:
        plan, _walls = add_room(self.sheet.plan, self._corner, opposite)
        return plan

    def overlay(self) -> Overlay:
        if self._opposite is None:
            return Overlay()
        (ax, ay), (bx, by) = self._corner, self._other_corner
        width = Measure(
            Point(ax, ay),
            Point(bx, ay),
            metres(abs(bx - ax)),
            set=self._set_width if self._width_mm is None else None,
        )
        depth = Measure(Point(bx, ay), Point(bx, by), metres(abs(by - ay)), set=self._set_depth)
        return Overlay(
            cross=self._opposite,
            guides=self._opposite.guides,
            outlines=(Outline(((ax, ay), (bx, ay), (bx, by), (ax, by))),),
            measures=(width, depth),
            hint=_("Type the width, Enter, and then the depth."),
        )


class Naming(State):
    """The room stands; what is it for? Whoever does not care draws on."""

    def __init__(self, sheet: Sheet, corner: Point, opposite: Point) -> None:
        super().__init__(sheet)
        self._corner, self._opposite = corner, opposite

    def press(self, pointer: Pointer) -> State:
        return begin(self.sheet).press(pointer)

    def escape(self) -> State:
        return begin(self.sheet)

    @property
    def _middle(self) -> Point:
        (ax, ay), (bx, by) = self._corner, self._opposite
        return Point((ax + bx) // 2, (ay + by) // 2)

    def _name(self, type: RoomType) -> State:
        give_type(self.sheet, self._middle, type)
        return begin(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(
            outlines=asked_about(self.sheet, self._middle),
            choices=room_choices(self.sheet, self._name),
            choices_at=(self._corner, self._opposite),
            hint=_("What is this room for?"),
        )


def _towards(length_mm: int, direction: int) -> int:
    """A length in the direction in which is dragged already."""
    return length_mm if direction >= 0 else -length_mm


TOOL = Tool("room", N_("Room"), "room", "R", begin)
