"""What tools that draw from one place to another begin with."""

from __future__ import annotations

from collections.abc import Callable

from desktop.floorplans.plan import Point
from desktop.floorplans.snapping import Onto, Snap
from desktop.floorplans.tools.overlay import Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State

Begin = Callable[[Sheet, Point, Pointer], State]


class Starting(State):
    """Nothing begun yet: the cross shows where it would begin. `hint` says what to do the first
    time, in the user's language; `begin` makes the state after the place is pressed."""

    def __init__(self, sheet: Sheet, hint: str, begin: Begin, onto: Onto = Onto.AXIS) -> None:
        super().__init__(sheet)
        self._hint, self._begin, self._onto = hint, begin, onto
        self._here: Snap | None = None

    def move(self, pointer: Pointer) -> State:
        self._here = self.sheet.snap(pointer, onto=self._onto)
        return self

    def press(self, pointer: Pointer) -> State:
        at = self.sheet.snap(pointer, onto=self._onto).at
        return self._begin(self.sheet, at, pointer)

    def overlay(self) -> Overlay:
        guides = () if self._here is None else self._here.guides
        return Overlay(cross=self._here, guides=guides, first_hint=self._hint)
