"""Answering a question that a visitor asked during the tour."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.reports import answer_question as answer
from desktop.viewings.queries.vacancy import QuestionLine
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def answer_question(desk: Desk, question: QuestionLine, parent: QWidget) -> None:
    """Write what staff answered."""
    form = Form()
    form.note(question.question)
    form.lines("answer", _("Answer"), question.answer)

    def work() -> None:
        answer(desk.store, desk.who, question.id, form.value("answer"))

    Dialog(desk, _("Answer question"), form, _("Save"), work, parent).open()
