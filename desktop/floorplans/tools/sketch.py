"""Schetsen: draw by hand; the line becomes walls when the pen is lifted, and stays on view until
it is taken away."""

from __future__ import annotations

from math import dist

from desktop.floorplans.edits import draw_wall
from desktop.floorplans.plan import Point
from desktop.floorplans.strokes import recognise
from desktop.floorplans.tools.overlay import Choice, Overlay
from desktop.floorplans.tools.pointer import Device, Pointer
from desktop.floorplans.tools.sheet import Sheet, Stroke
from desktop.floorplans.tools.tool import State, Tool
from desktop.language import N_, _
from desktop.refused import Refused

SEEN_MM = 30


class Idle(State):
    """The pen is up."""

    def press(self, pointer: Pointer) -> State:
        return Sketching(self.sheet, pointer)

    def escape(self) -> State:
        return self._wipe()

    def _wipe(self) -> State:
        self.sheet.pencil.clear()
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        hint = _("Draw by hand. Your line becomes a wall.")
        if not self.sheet.pencil:
            return Overlay(first_hint=hint)
        return Overlay(
            choices=(Choice(_("Take the pencil lines away"), self._wipe, "trash"),),
            choices_at=_box_of(self.sheet.pencil[-1]),
            first_hint=hint,
        )


class Sketching(State):
    """The pen is on the paper. With keys it comes down with one Enter and up with the next."""

    def __init__(self, sheet: Sheet, pressed: Pointer) -> None:
        super().__init__(sheet)
        self._stroke = [pressed.place]
        self._is_down = pressed.device is not Device.KEYS

    def move(self, pointer: Pointer) -> State:
        self._stroke.append(pointer.place)
        return self

    def release(self, pointer: Pointer) -> State:
        if not self._is_down:
            self._is_down = True
            return self
        self._stroke.append(pointer.place)
        walls = recognise([self._stroke], self.sheet.plan)
        plan, refused = self.sheet.plan, None
        for start, end in walls:
            try:
                plan = draw_wall(plan, start, end)
            except Refused as why:
                refused = why  # the other walls of the stroke are kept
        if len(line := _thinned(self._stroke)) > 1:
            self.sheet.pencil.append(line)
        if plan is not self.sheet.plan:
            self.sheet.commit(_("Sketched"), plan)
        elif refused is not None:
            self.sheet.say(refused.sentence)
        return Idle(self.sheet)

    def escape(self) -> State:
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(strokes=(self._stroke,))


def _thinned(stroke: Stroke) -> Stroke:
    """The line with only so many points as one sees: it is painted again at every movement."""
    kept = [stroke[0]]
    for place in stroke:
        if dist(place, kept[-1]) >= SEEN_MM:
            kept.append(place)
    return kept


def _box_of(stroke: Stroke) -> tuple[Point, Point]:
    """The lower left and upper right corner around a line."""
    xs, ys = [x for x, _y in stroke], [y for _x, y in stroke]
    return Point(round(min(xs)), round(min(ys))), Point(round(max(xs)), round(max(ys)))


TOOL = Tool("sketch", N_("Sketch"), "sketch", "S", Idle)
