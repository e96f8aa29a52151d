"""Planning a meeting, its agenda, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions import meetings as act
from desktop.agreements.queries.choices import agreement_choices
from desktop.agreements.queries.cycles import seats_of
from desktop.agreements.queries.meetings import ActionLine, MeetingLine, MeetingView, TopicLine
from desktop.agreements.states import MeetingKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import LinesInput
from desktop.widgets.form import Form

MINUTES_ROWS = 16


def plan(desk: Desk, cycle_id: int, parent: QWidget, done: Callable[[int], object]) -> None:
    """Ask when, where and what a meeting is; `done` gets its number."""
    form = _facts_form(None)

    def work() -> None:
        done(act.plan_meeting(desk.store, desk.who, cycle_id, **_facts(form)))

    Dialog(desk, _("Plan a meeting"), form, _("Save"), work, parent).open()


def change(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask the same of a meeting that is there."""
    form = _facts_form(line)

    def work(seen: int | None = line.version) -> None:
        act.change_meeting(desk.store, desk.who, line.id, seen, **_facts(form))

    Dialog(
        desk, _("Change meeting"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def send_papers(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask when the papers went out."""
    form = Form()
    form.date("on", _("Sent on"), line.papers_sent_on or min(desk.today(), line.held_on))

    def work() -> None:
        act.papers_sent(desk.store, desk.who, line.id, form.value("on"))

    Dialog(
        desk,
        _("Papers of {day}").format(day=day_plain(line.held_on)),
        form,
        _("Sent"),
        work,
        parent,
        explanation=_("In time is by {day}.").format(day=day_plain(line.papers_due_on)),
    ).open()


def add_topic(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask a topic, and which party puts it up."""
    form = Form()
    form.text("title", _("Topic"))
    form.choice(
        "proposed_by_id",
        _("Put up by"),
        [(None, _("whoever organises the meeting")), *_parties(desk, line.cycle_id)],
        hint=_("A topic of a party waits until you accept it or not."),
    )

    def work() -> None:
        act.add_item(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New topic"), form, _("Add"), work, parent).open()


def refuse_topic(desk: Desk, topic: TopicLine, parent: QWidget) -> None:
    """Ask why a topic does not come on the agenda."""
    form = Form()
    form.lines("reason", _("Why not?"), topic.refusal_reason)

    def work() -> None:
        act.refuse_item(desk.store, desk.who, topic.id, form.value("reason"))

    Dialog(
        desk,
        _("Not on the agenda: {topic}").format(topic=topic.title),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("A topic of tenants is refused only with a reason (Overlegwet, art. 5b(4)).")
        if topic.of_tenants
        else "",
    ).open()


def note_who(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask who was there, by party and function."""
    form = Form()
    form.choice("party_id", _("Party"), _parties(desk, line.cycle_id))
    form.text("function", _("Function"), hint=_("A function, not a name."))
    form.check("present", _("Is there"), True)
    form.check("expert", _("Comes along as an expert"))
    form.date(
        "notified_on",
        _("Announced on"),
        hint=_("Only for an expert (Overlegwet, art. 5b(5))."),
    )

    def work() -> None:
        act.note_attendance(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Who is there"), form, _("Add"), work, parent).open()


def add_decision(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask what was decided, and about which agreement."""
    form = Form()
    form.lines("text", _("What was decided?"))
    form.choice("agreement_id", _("About"), _agreements(desk, line.cycle_id))

    def work() -> None:
        act.add_decision(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New decision"), form, _("Add"), work, parent).open()


def add_action(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask who does what, and by when."""
    form = Form()
    form.lines("text", _("What will be done?"))
    form.row()
    form.choice("party_id", _("Who"), _parties(desk, line.cycle_id))
    form.date("due_on", _("Before"))
    form.end_row()
    form.choice("agreement_id", _("About"), _agreements(desk, line.cycle_id))

    def work() -> None:
        act.add_action(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New action point"), form, _("Add"), work, parent).open()


def action_done(desk: Desk, line: ActionLine, parent: QWidget) -> None:
    """Ask on which day it was done."""
    form = Form()
    form.note(line.text)
    form.date("on", _("Done on"), line.done_on or desk.today())
    work = partial(_done, desk, line, form)
    Dialog(desk, _("Action point is done"), form, _("Done"), work, parent).open()


def _done(desk: Desk, line: ActionLine, form: Form) -> None:
    act.action_done(desk.store, desk.who, line.id, form.value("on"))


def write_minutes(desk: Desk, view: MeetingView, parent: QWidget) -> None:
    """Ask what was said."""
    line = view.line
    form = Form()
    form.field(
        "minutes",
        _("What was said?"),
        LinesInput(view.minutes, MINUTES_ROWS),
        hint=_("No names of tenants. Write functions."),
    )

    def work(seen: int | None = line.version) -> None:
        act.write_minutes(desk.store, desk.who, line.id, form.value("minutes"), seen)

    Dialog(
        desk,
        _("Report of {day}").format(day=day_plain(line.held_on)),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=760,
    ).open()


def _facts_form(line: MeetingLine | None) -> Form:
    form = Form()
    form.choice(
        "kind",
        _("What"),
        [(kind, word(kind)) for kind in MeetingKind],
        line.kind if line else MeetingKind.TRIPARTITE,
    )
    form.row()
    form.date("held_on", _("Day"), line.held_on if line else None)
    form.text("starts", _("Begins at"), line.starts if line else "", hint=_("As 19:30."))
    form.end_row()
    form.text("place", _("Where"), line.place if line else "")
    form.date(
        "measured_on",
        _("Measurements as they are on"),
        line.measured_on if line else None,
        hint=_("Only when measurements are entered at this meeting."),
    )
    return form


def _facts(form: Form) -> dict[str, Any]:
    values = form.values()
    if values["held_on"] is None:
        raise Refused(_("Fill in a day."), "held_on")
    return values


def _parties(desk: Desk, cycle_id: int) -> list[tuple[int | None, str]]:
    with desk.reading() as session:
        return [(seat.party_id, seat.called) for seat in seats_of(session, cycle_id)]


def _agreements(desk: Desk, cycle_id: int) -> list[tuple[int | None, str]]:
    with desk.reading() as session:
        return [(None, _("in general")), *agreement_choices(session, cycle_id)]
