"""A proposal of tenants: writing it down, answering it, and telling the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.projects.actions.proposals import (
    answer_proposals,
    change_proposal,
    raise_proposal,
    tell_answers,
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

Value = TypeVar("Value")
NAMED = 4  # proposals that get one answer and are named above it


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


def ask_answer(desk: Desk, lines: Sequence[ProposalLine], parent: QWidget) -> None:
    """Ask what is done with proposals and why: one answer for all of them. What they have in
    common already is filled in."""
    with desk.reading() as session:
        bars = plan_of(session, lines[0].project_id).bars
        leader = project_view(session, lines[0].project_id, desk.today()).leader
    form = Form()
    _name_them(form, lines)
    form.choice(
        "answer",
        _("Answer"),
        [(one, word(one)) for one in ProposalAnswer],
        in_common(line.answer for line in lines) or ProposalAnswer.DO,
    )
    reason = in_common(line.reason for line in lines) or ""
    form.lines("reason", _("Why?"), reason, _("Tenants read this: short and in plain words."))
    form.row()
    by = in_common(line.answered_by for line in lines) or leader
    form.text("answered_by", _("Answered by"), by, _("A function or a team."))
    day = in_common(line.answered_on for line in lines) or desk.today()
    form.date("on", _("On"), day)
    form.end_row()
    form.choice(
        "task_id",
        _("Task that it led to"),
        [
            (None, _("None")),
            *((int(bar.id), bar.name) for bar in bars if bar.kind is not BarKind.SUMMARY),
        ],
        in_common(line.task_id for line in lines),
        _("A proposal that changed the plan counts for the promise to tenants."),
    )

    def work() -> None:
        answer_proposals(desk.store, desk.who, [line.id for line in lines], **form.values())

    title = _("Answer proposal")
    if len(lines) > 1:
        n = len(lines)
        title = ngettext("Answer {n} proposal", "Answer {n} proposals", n).format(n=n)
    Dialog(desk, title, form, _("Give this answer"), work, parent, width=640).open()


def _name_them(form: Form, lines: Sequence[ProposalLine]) -> None:
    """The proposals that get the answer, and how many of them have another one so far."""
    if len(lines) == 1:
        form.note(lines[0].text)
        return
    named = [f"{line.number}. {line.text}" for line in lines[:NAMED]]
    rest = len(lines) - NAMED
    more = [ngettext("{n} more", "{n} more", rest).format(n=rest)] if rest > 0 else []
    form.note("\n".join([*named, *more]))
    answered = sum(line.answer is not None for line in lines)
    if answered:
        sentence = ngettext(
            "{n} of them was answered already. This answer comes in its place.",
            "{n} of them were answered already. This answer comes in their place.",
            answered,
        )
        form.note(sentence.format(n=answered))


def in_common(values: Iterable[Value]) -> Value | None:
    """What all of them are; None when they are not the same."""
    several = set(values)
    return several.pop() if len(several) == 1 else None


def ask_told(desk: Desk, lines: Sequence[ProposalLine], parent: QWidget) -> None:
    """Ask how tenants heard the answers, and when."""
    form = Form()
    form.text("via", _("How did they hear it?"), hint=_("A letter, the notice board, an evening."))
    form.date("on", _("On"), desk.today())

    def work() -> None:
        values = form.values()
        told = [line.id for line in lines]
        tell_answers(desk.store, desk.who, told, values["via"], values["on"])

    Dialog(desk, _("Tell tenants"), form, _("Save"), work, parent).open()
