"""Schetsen: draw by hand; the line becomes walls when the pen is lifted, and stays on view."""

from __future__ import annotations

from desktop.floorplans.edits import add_wall
from desktop.floorplans.strokes import recognise
from desktop.floorplans.tools.overlay import Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _
from desktop.refused import Refused

Stroke = list[tuple[float, float]]


class Idle(State):
    """`drawn` are the lines of before, that faintly stay."""

    def __init__(self, sheet: Sheet, drawn: tuple[Stroke, ...] = ()) -> None:
        super().__init__(sheet)
        self._drawn = drawn

    def press(self, pointer: Pointer) -> State:
        return Sketching(self.sheet, self._drawn, pointer)

    def escape(self) -> State:
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(faint_strokes=self._drawn, hint=_("Draw by hand. Your line becomes a wall."))


class Sketching(State):
    """The pen is on the paper."""

    def __init__(self, sheet: Sheet, drawn: tuple[Stroke, ...], pressed: Pointer) -> None:
        super().__init__(sheet)
        self._drawn = drawn
        self._stroke: Stroke = [(pressed.x, pressed.y)]

    def move(self, pointer: Pointer) -> State:
        self._stroke.append((pointer.x, pointer.y))
        return self

    def release(self, pointer: Pointer) -> State:
        self._stroke.append((pointer.x, pointer.y))
        walls = recognise([self._stroke], self.sheet.plan)
        plan, refused = self.sheet.plan, None
        for start, end in walls:
            try:
                plan, _id = add_wall(plan, start, end)
            except Refused as why:
                refused = why  # the other walls of the stroke are kept
        if plan is not self.sheet.plan:
            self.sheet.commit(_("Sketched"), plan)
        elif refused is not None:
            self.sheet.say(refused.sentence)
        return Idle(self.sheet, (*self._drawn, self._stroke))

    def escape(self) -> State:
        return Idle(self.sheet, self._drawn)

    def overlay(self) -> Overlay:
        return Overlay(strokes=(self._stroke,), faint_strokes=self._drawn)


TOOL = Tool("sketch", N_("Sketch"), "sketch", "S", Idle)
