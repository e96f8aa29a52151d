"""The answer of one household, a visit at its door, and its notice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.language.format import day_month
from desktop.projects.actions.answers import note_answer, note_visit
from desktop.projects.actions.consent import notice_sent
from desktop.projects.queries.consent import HomeLine
from desktop.projects.rules.consent_round import GIVEN
from desktop.projects.states import AnswerMeans, ConsentAnswer
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

ANSWERS = (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.THINKING, ConsentAnswer.NOT_SPOKEN)


def ask_answer(desk: Desk, home: HomeLine, parent: QWidget) -> None:
    """Ask what a household answers, how and when; a household that answered is changed."""
    given = home.answer in GIVEN
    form = Form()
    form.choice(
        "answer",
        _("Answer"),
        [(one, answer_words(one)) for one in ANSWERS],
        home.answer if given else ConsentAnswer.YES,
    )
    form.row()
    form.choice("means", _("How it came in"), [(one, word(one)) for one in AnswerMeans])
    form.date("on", _("On"), desk.today())
    form.end_row()

    def work() -> None:
        instead = home.answer if given else None
        note_answer(desk.store, desk.who, home.id, **form.values(), instead_of=instead)

    there = ""
    if given and home.answered_on is not None:
        sentence = _("There is an answer already: {answer}, {day}.")
        there = sentence.format(answer=word(home.answer).lower(), day=day_month(home.answered_on))
    verb = _("Change it") if given else _("Save")
    Dialog(desk, home.address, form, verb, work, parent, explanation=there).open()


def answer_words(answer: ConsentAnswer) -> str:
    """An answer to choose; nothing said takes one back."""
    if answer is ConsentAnswer.NOT_SPOKEN:
        return _("Answer taken back")
    return word(answer)


def ask_visit(desk: Desk, home: HomeLine, parent: QWidget) -> None:
    """Ask when somebody was at the door, and whether anybody was at home."""
    form = Form()
    form.date("on", _("On"), desk.today())
    form.check("at_home", _("Somebody was at home"))

    def work() -> None:
        note_visit(desk.store, desk.who, home.id, form.value("at_home"), form.value("on"))

    Dialog(desk, _("Visit at {address}").format(address=home.address), form, _("Save"), work,
           parent).open()  # fmt: skip


def ask_notice(desk: Desk, home: HomeLine, parent: QWidget) -> None:
    """Ask on which other day the notice of one household went out."""
    form = Form()
    form.date("on", _("Sent on"), home.notice_sent_on or desk.today())

    def work() -> None:
        notice_sent(desk.store, desk.who, home.id, form.value("on"))

    Dialog(
        desk,
        _("Notice to {address}").format(address=home.address),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("The eight weeks count from this day (BW 7:220(3))."),
    ).open()
