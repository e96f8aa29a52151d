"""What floats over the drawing: buttons beside what is chosen, and a field to fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal

from desktop.floorplans.canvas.bubble import Bubble, PlaceField
from desktop.floorplans.canvas.view import View
from desktop.floorplans.canvas.viewer import Viewer
from desktop.floorplans.tools.overlay import Choice, Measure, Overlay, Question
from desktop.floorplans.tools.pointer import length_mm
from desktop.floorplans.tools.tool import State
from desktop.language import _


class Floating(QObject):
    """`asked` tells what is to be done: a step of the tool, without arguments."""

    asked = Signal(object)

    def __init__(self, canvas: Viewer) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.bubble, self.field = Bubble(canvas), PlaceField(canvas)
        self._overlay = Overlay()
        self._question: Question | None = None
        self._answer: Callable[[str], State] | None = None
        self.bubble.taken.connect(self._take)
        self.field.answered.connect(self._fill_in)
        self.field.left.connect(self.leave_field)

    def show(self, overlay: Overlay, view: View) -> None:
        """Show the buttons and the question of a tool."""
        self._overlay = overlay
        self.bubble.offer(overlay.choices)
        self.place(view)
        question = overlay.question
        if question is not None and self._question is None:
            at = view.to_screen(*question.at)
            self._ask(at, question.words, question.filled_in, question.answer)
        elif question is None and self._question is not None:
            self.leave_field()
        self._question = question

    def place(self, view: View) -> None:
        """Keep the buttons at their place in the plan."""
        at = self._overlay.choices_at
        if self._overlay.choices and at is not None:
            (ax, ay), (bx, by) = at
            box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            drawn = self._canvas.drawn if self.bubble.is_large else None
            self.bubble.stand_by(
                view.box_on_screen(box), None if drawn is None else view.box_on_screen(drawn)
            )

    def ask_length(self, measure: Measure, at: QPointF) -> None:
        """Type another length in place of one that is shown there on the screen."""
        set_to = measure.set
        if set_to is not None:
            shown = measure.words.removesuffix("m").strip()
            words = _("Length in metres")
            self._ask(at, words, shown, lambda text: set_to(length_mm(text)))

    def leave_field(self) -> None:
        """Close the field; what was typed in it is dropped."""
        if self._answer is not None:
            self._answer = None
            self.field.hide()
            self._canvas.setFocus()

    def _ask(
        self,
        at: QPointF,
        words: str,
        filled_in: str,
        answer: Callable[[str], State],
    ) -> None:
        self._answer = answer
        self.field.ask(at, words, filled_in)

    def _fill_in(self, text: str) -> None:
        answer = self._answer
        if answer is not None:
            self.leave_field()
            self.asked.emit(lambda: answer(text))

    def _take(self, choice: Choice) -> None:
        self._canvas.setFocus()
        self.asked.emit(choice.do)
