"""Looking back at a project, and how satisfied tenants are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.looking_back import (
    add_score,
    change_look_back,
    change_score,
    look_back,
)
from desktop.projects.queries.looking_back import LookBackView, ScoreLine
from desktop.projects.wording.looking_back import mean_words
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

MOST_ANSWERS = 10_000


def ask_look_back(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask when people looked back and what they learnt."""
    form = Form()
    form.note(_("What the data show today stays with it, also when something changes later."))
    form.date("held_on", _("When did you look back?"), desk.today())
    form.lines("went_well", _("What went well?"))
    form.lines("lessons", _("What did we learn?"), hint=_("What do we do otherwise next time?"))

    def work() -> None:
        look_back(desk.store, desk.who, project_id, **form.values())

    Dialog(desk, _("Look back"), form, _("Save"), work, parent).open()


def change_look_back_words(
    desk: Desk, evaluation_id: int, view: LookBackView, parent: QWidget
) -> None:
    """Correct the day or the words."""
    form = Form()
    form.date("held_on", _("When did you look back?"), view.held_on)
    form.lines("went_well", _("What went well?"), view.went_well)
    form.lines("lessons", _("What did we learn?"), view.lessons)

    def work(seen: int | None = view.version) -> None:
        change_look_back(desk.store, desk.who, evaluation_id, **form.values(), version=seen)

    Dialog(
        desk, _("Change look back"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def ask_score(desk: Desk, evaluation_id: int, parent: QWidget) -> None:
    """Ask a question to tenants with its mean."""
    form = Form()
    _facts(form, None)

    def work() -> None:
        add_score(desk.store, desk.who, evaluation_id, **form.values())

    Dialog(desk, _("New score"), form, _("Add"), work, parent).open()


def correct_score(desk: Desk, line: ScoreLine, parent: QWidget) -> None:
    """Correct a question or its mean."""
    form = Form()
    _facts(form, line)

    def work(seen: int | None = line.version) -> None:
        change_score(desk.store, desk.who, line.id, **form.values(), version=seen)

    Dialog(desk, _("Change score"), form, _("Save"), work, parent, again=lambda: work(None)).open()


def _facts(form: Form, line: ScoreLine | None) -> None:
    form.text(
        "question",
        _("Question to tenants"),
        line.question if line is not None else "",
        _("Such as: “Did you know in time what would happen?”"),
    )
    form.row()
    form.number(
        "answers",
        _("How many answered"),
        line.answers if line is not None else 0,
        most=MOST_ANSWERS,
    )
    form.text(
        "mean",
        _("Mean"),
        mean_words(line.mean) if line is not None else "",
        _("From 1 to 10, such as 7.4."),
    )
    form.end_row()
