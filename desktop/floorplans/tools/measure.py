"""Meten: from one point to another; the measure stays in the drawing."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.edits import put
from desktop.floorplans.plan import DimensionLine, Point
from desktop.floorplans.snapping import Onto, Snap
from desktop.floorplans.tools.overlay import Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.starting import Starting
from desktop.floorplans.tools.tool import State, Tool
from desktop.floorplans.wording import metres
from desktop.language import N_, _


def begin(sheet: Sheet) -> State:
    hint = _("Drag from one side to the other to measure.")
    return Starting(sheet, hint, Measuring, Onto.FACE)


class Measuring(State):
    """From `start` on: until the pointer is let go when dragged, until the next tap when not."""

    def __init__(self, sheet: Sheet, start: Point, pressed: Pointer) -> None:
        super().__init__(sheet)
        self._start, self._pressed = start, pressed
        self._end: Snap | None = None

    def move(self, pointer: Pointer) -> State:
        self._end = self.sheet.snap(pointer, start=self._start, onto=Onto.FACE)
        return self

    def release(self, pointer: Pointer) -> State:
        if not pointer.dragged_from(self._pressed):
            return self
        self.move(pointer)
        return self._finish()

    def press(self, pointer: Pointer) -> State:
        self.move(pointer)
        return self._finish()

    def escape(self) -> State:
        return begin(self.sheet)

    def _finish(self) -> State:
        end = self._end
        if end is not None and end.at != self._start:
            line = DimensionLine(self._start, end.at, offset_mm=0)
            self.sheet.commit(_("Measure placed"), put(self.sheet.plan, line)[0])
        return begin(self.sheet)

    def overlay(self) -> Overlay:
        if self._end is None:
            return Overlay()
        end = self._end.at
        length = Measure(self._start, end, metres(self._start.distance_mm(end)))
        return Overlay(cross=replace(self._end, guides=()), measures=(length,))


TOOL = Tool("measure", N_("Measure"), "measure", "L", begin)
