"""Ondergrond: a picture under the drawing gets its real size by two points and a length."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.plan import Background, Plan, Point
from desktop.floorplans.snapping import Reason, Snap
from desktop.floorplans.tools.overlay import Choice, Ghost, Measure, Overlay, Question
from desktop.floorplans.tools.pointer import Pointer, length_mm
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State, Tool
from desktop.floorplans.wording import metres
from desktop.language import N_, _
from desktop.refused import Refused

NO_PICTURE = N_("There is no picture under the drawing yet. Choose one at More…")
FAINTEST, STRONGEST, STEP = 10, 100, 15


class Idle(State):
    """The first point is tapped, or the picture is dragged to its place."""

    def press(self, pointer: Pointer) -> State:
        background = self.sheet.plan.background
        if background is None:
            raise Refused(_(NO_PICTURE))
        return Pressed(self.sheet, background, pointer)

    def overlay(self) -> Overlay:
        background = self.sheet.plan.background
        if background is None:
            return Overlay(hint=_(NO_PICTURE))
        return Overlay(
            choices=(
                Choice(_("Move with the arrow keys"), lambda: ByKeys(self.sheet), "move"),
                Choice(_("Fainter"), lambda: self._fade(-STEP), "minus"),
                Choice(_("Stronger"), lambda: self._fade(STEP), "plus"),
                Choice(_("Take the picture away"), self._take_away, "trash"),
            ),
            choices_at=(background.at, background.at.moved(background.width_mm, 0)),
            hint=_("Tap two points of which you know the distance. Drag to move the picture."),
        )

    def _fade(self, by: int) -> State:
        background = self.sheet.plan.background
        if background is not None:
            opacity = max(FAINTEST, min(STRONGEST, background.opacity_percent + by))
            changed = replace(background, opacity_percent=opacity)
            self.sheet.commit(_("Picture changed"), replace(self.sheet.plan, background=changed))
        return self

    def _take_away(self) -> State:
        self.sheet.commit(_("Picture taken away"), replace(self.sheet.plan, background=None))
        return self


class ByKeys(State):
    """The arrow keys move the picture; Enter or Esc ends it."""

    draws = False
    can_nudge = True

    def press(self, pointer: Pointer) -> State:
        return Idle(self.sheet).press(pointer)

    def nudge(self, dx: int, dy: int) -> State:
        background = self.sheet.plan.background
        if background is not None:
            moved = replace(background, at=background.at.moved(dx, dy))
            plan = replace(self.sheet.plan, background=moved)
            self.sheet.commit_nudge(_("Picture moved"), plan)
        return self

    def enter(self) -> State:
        return Idle(self.sheet)

    def escape(self) -> State:
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(hint=_("The arrow keys move the picture; with Shift in small steps."))


class Pressed(State):
    """A tap is the first point, a drag moves the picture."""

    def __init__(self, sheet: Sheet, background: Background, pressed: Pointer) -> None:
        super().__init__(sheet)
        self._background, self._pressed = background, pressed
        self._plan: Plan | None = None

    def move(self, pointer: Pointer) -> State:
        if self._plan is not None or pointer.dragged_from(self._pressed):
            by = (round(pointer.x - self._pressed.x), round(pointer.y - self._pressed.y))
            moved = replace(self._background, at=self._background.at.moved(*by))
            self._plan = replace(self.sheet.plan, background=moved)
            self.sheet.preview(self._plan)
        return self

    def release(self, pointer: Pointer) -> State:
        if self._plan is None:
            return SecondPoint(self.sheet, self._pressed.at)
        self.sheet.commit(_("Picture moved"), self._plan)
        return Idle(self.sheet)

    def escape(self) -> State:
        self.sheet.preview(None)
        return Idle(self.sheet)


class SecondPoint(State):
    """One point is there; the other is tapped next."""

    def __init__(self, sheet: Sheet, first: Point) -> None:
        super().__init__(sheet)
        self._first, self._second = first, first

    def move(self, pointer: Pointer) -> State:
        self._second = pointer.at
        return self

    def release(self, pointer: Pointer) -> State:
        self._second = pointer.at
        if pointer.distance_mm(self._first) <= pointer.reach_mm:
            return self
        return Asking(self.sheet, self._first, self._second)

    def escape(self) -> State:
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        return Overlay(
            cross=Snap(self._first, Reason.FREE),
            ghosts=(Ghost(self._first, self._second, 0),),
            hint=_("Tap the second point."),
        )


class Asking(State):
    """Both points are there; how far are they apart in the real world?"""

    def __init__(self, sheet: Sheet, first: Point, second: Point) -> None:
        super().__init__(sheet)
        self._first, self._second = first, second

    def press(self, pointer: Pointer) -> State:
        return Idle(self.sheet)

    def escape(self) -> State:
        return Idle(self.sheet)

    def _scale(self, typed: str) -> State:
        background = self.sheet.plan.background
        if background is not None:
            factor = length_mm(typed) / self._first.distance_mm(self._second)
            scaled = _scaled(background, self._first, factor)
            self.sheet.commit(_("Picture scaled"), replace(self.sheet.plan, background=scaled))
        return Idle(self.sheet)

    def overlay(self) -> Overlay:
        middle = Point((self._first.x + self._second.x) // 2, (self._first.y + self._second.y) // 2)
        words = _("How long is this in the real world, in metres?")
        length = metres(self._first.distance_mm(self._second))
        return Overlay(
            measures=(Measure(self._first, self._second, length),),
            question=Question(middle, words, self._scale),
            hint=words,
        )


def _scaled(background: Background, around: Point, factor: float) -> Background:
    """The picture that much larger, with one point where it was."""
    x, y = (
        round(fixed + (corner - fixed) * factor)
        for corner, fixed in zip(background.at, around, strict=True)
    )
    return replace(
        background,
        at=Point(x, y),
        width_mm=max(1, round(background.width_mm * factor)),
        height_mm=max(1, round(background.height_mm * factor)),
    )


TOOL = Tool("underlay", N_("Underlay"), "underlay", "O", Idle)
