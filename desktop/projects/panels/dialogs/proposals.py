"""A proposal of tenants: writing it down, answering it, and telling the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.proposals import (
    answer_proposal,
    change_proposal,
    raise_proposal,
    tell_answer,
)
from desktop.projects.queries.plan import plan_of
from desktop.projects.queries.projects import project_view
from desktop.projects.queries.voices import ProposalLine, sessions_of
from desktop.projects.rules.timeline.plan import BarKind
from desktop.projects.rules.voices import MOST_PEOPLE
from desktop.projects.states import ProposalAnswer
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_proposal(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask what tenants propose, and where they said so."""
    with desk.reading() as session:
        gatherings = sessions_of(session, project_id)
    form = Form()
    form.lines("text", _("What do they propose?"), hint=_("In their words, without names."))
    form.row()
    form.choice(
        "session_id",
        _("Said at"),
        [
            *((one.id, one.title or word(one.kind)) for one in gatherings if not one.cancelled_on),
            (None, _("Elsewhere")),
        ],
    )
    form.date("on", _("On"), desk.today())
    form.end_row()
    form.row()
    form.text("theme", _("Subject"))
    form.number("support", _("Number of dots"), 0, most=MOST_PEOPLE)
    form.end_row()

    def work() -> None:
        values = form.values()
        raise_proposal(
            desk.store,
            desk.who,
            project_id,
            values["text"],
            values["session_id"],
            values["theme"],
            values["support"],
            values["on"],
        )

    Dialog(desk, _("New proposal"), form, _("Add"), work, parent).open()


def change_words(desk: Desk, line: ProposalLine, parent: QWidget) -> None:
    """Correct the words of a proposal."""
    form = Form()
    form.lines("text", _("What do they propose?"), line.text)
    form.text("theme", _("Subject"), line.theme)

    def work(seen: int | None = line.version) -> None:
        values = form.values()
        change_proposal(desk.store, desk.who, line.id, values["text"], values["theme"], seen)

    Dialog(
        desk, _("Change proposal"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def ask_answer(desk: Desk, line: ProposalLine, parent: QWidget) -> None:
    """Ask what is done with a proposal and why."""
    with desk.reading() as session:
        bars = plan_of(session, line.project_id).bars
        leader = project_view(session, line.project_id, desk.today()).leader
    form = Form()
    form.note(line.text)
    form.choice(
        "answer",
        _("Answer"),
        [(one, word(one)) for one in ProposalAnswer],
        line.answer or ProposalAnswer.DO,
    )
    form.lines("reason", _("Why?"), line.reason, _("Tenants read this: short and in plain words."))
    form.row()
    by = line.answered_by or leader
    form.text("answered_by", _("Answered by"), by, _("A function or a team."))
    form.date("on", _("On"), line.answered_on or desk.today())
    form.end_row()
    form.choice(
        "task_id",
        _("Task that it led to"),
        [
            (None, _("None")),
            *((int(bar.id), bar.name) for bar in bars if bar.kind is not BarKind.SUMMARY),
        ],
        line.task_id,
        _("A proposal that changed the plan counts for the promise to tenants."),
    )

    def work() -> None:
        answer_proposal(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Answer proposal"), form, _("Give this answer"), work, parent, width=640).open()


def ask_told(desk: Desk, line: ProposalLine, parent: QWidget) -> None:
    """Ask how tenants heard the answer, and when."""
    form = Form()
    form.text("via", _("How did they hear it?"), hint=_("A letter, the notice board, an evening."))
    form.date("on", _("On"), desk.today())

    def work() -> None:
        values = form.values()
        tell_answer(desk.store, desk.who, line.id, values["via"], values["on"])

    Dialog(desk, _("Tell tenants"), form, _("Save"), work, parent).open()
