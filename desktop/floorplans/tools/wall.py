"""Muur: drag a wall, or tap its ends one after the other."""

from __future__ import annotations

from desktop.floorplans.edits import draw_along, draw_wall
from desktop.floorplans.plan import SHORTEST_WALL_MM, Plan, Point
from desktop.floorplans.snapping import Reason, Snap
from desktop.floorplans.tools.overlay import Choice, Ghost, Measure, Overlay
from desktop.floorplans.tools.pointer import Pointer
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.starting import Starting
from desktop.floorplans.tools.tool import State, Tool
from desktop.floorplans.wording import metres
from desktop.language import N_, _
from desktop.refused import Refused


def begin(sheet: Sheet) -> State:
    return Starting(sheet, _("Drag from one wall to the other."), Drawing)


class Drawing(State):
    """From `start` on: until the pointer is let go when dragged, until the next tap when not."""

    def __init__(self, sheet: Sheet, start: Point, pressed: Pointer | None) -> None:
        super().__init__(sheet)
        self._start, self._pressed = start, pressed
        self._end: Snap | None = None

    @property
    def begins_at(self) -> Point | None:
        return self._start if self._end is None else None

    def move(self, pointer: Pointer) -> State:
        self._end = self.sheet.snap(pointer, start=self._start)
        try:
            self.sheet.preview(self._plan_to(self._end.at))
        except Refused:
            self.sheet.preview(None)  # too short yet, or along another wall: the ghost shows
        return self

    def release(self, pointer: Pointer) -> State:
        if self._pressed is None or not pointer.dragged_from(self._pressed):
            return self
        self.move(pointer)
        return self._finish(goes_on=False)

    def press(self, pointer: Pointer) -> State:
        self.move(pointer)
        return self._finish(goes_on=True)

    def enter(self) -> State:
        return self._finish(goes_on=True)

    def escape(self) -> State:
        self.sheet.preview(None)
        return begin(self.sheet)

    def _finish(self, goes_on: bool) -> State:
        """Keep the wall. When it was tapped and ends in the open, the next one begins there."""
        end = self._end
        if end is None or end.at.distance_mm(self._start) < SHORTEST_WALL_MM:
            return self.escape()
        try:
            self._keep(self._plan_to(end.at))
        except Refused as refused:
            return self._offer_one(end.at, refused)
        if goes_on and end.reason not in (Reason.END, Reason.WALL):
            return Drawing(self.sheet, end.at, None)
        return begin(self.sheet)

    def _set_length(self, length_mm: int) -> State:
        if self._end is None:
            return self
        part = length_mm / self._start.distance_mm(self._end.at)
        dx, dy = self._end.at.x - self._start.x, self._end.at.y - self._start.y
        end = self._start.moved(round(dx * part), round(dy * part))
        self._keep(self._plan_to(end))
        return Drawing(self.sheet, end, None)

    def _offer_one(self, end: Point, refused: Refused) -> State:
        """Say why the wall cannot be; where it goes on from others, they can become one."""
        try:
            plan = draw_along(self.sheet.plan, self._start, end)
        except Refused:
            raise refused from None
        if plan.walls == self.sheet.plan.walls:
            raise refused
        self.sheet.preview(None)
        self.sheet.say(refused.sentence)
        return Along(self.sheet, (self._start, end), plan)

    def _keep(self, plan: Plan) -> None:
        self.sheet.commit(_("Wall drawn"), plan)

    def _plan_to(self, end: Point) -> Plan:
        return draw_wall(self.sheet.plan, self._start, end)

    def overlay(self) -> Overlay:
        end = self._end
        if end is None or end.at == self._start:
            return Overlay(cross=end)
        length = self._start.distance_mm(end.at)
        return Overlay(
            cross=end,
            guides=end.guides,
            ghosts=(Ghost(self._start, end.at),),
            measures=(Measure(self._start, end.at, metres(length), set=self._set_length),),
            hint=_("Type a number for the length; Esc stops."),
        )


class Along(State):
    """Drawn along a wall that is there already: a button makes one of the two. Whoever does not
    want that draws on."""

    def __init__(self, sheet: Sheet, ends: tuple[Point, Point], plan: Plan) -> None:
        super().__init__(sheet)
        self._ends, self._plan = ends, plan

    def press(self, pointer: Pointer) -> State:
        return begin(self.sheet).press(pointer)

    def escape(self) -> State:
        return begin(self.sheet)

    def _make_one(self) -> State:
        self.sheet.fall_silent()
        self.sheet.commit(_("Make one wall"), self._plan)
        return begin(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(
            ghosts=(Ghost(*self._ends),),
            choices=(Choice(_("Make one wall"), self._make_one),),
            choices_at=self._ends,
        )


TOOL = Tool("wall", N_("Wall"), "wall", "M", begin)
