"""Planning a meeting, its papers, and its report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions import meetings as act
from desktop.agreements.queries.meetings import MeetingLine, MeetingView
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
