"""Who was there, what was decided and who does what: writing it down, and changing it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions import proceedings as act
from desktop.agreements.panels.meetings.choices import agreements, parties
from desktop.agreements.queries.meetings import (
    ActionLine,
    AttendanceLine,
    DecisionLine,
    MeetingLine,
)
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def note_who(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask who was there, by party and function."""
    form = _who_form(desk, line, None)

    def work() -> None:
        act.note_attendance(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("Who is there"), form, _("Add"), work, parent).open()


def change_who(desk: Desk, line: MeetingLine, one: AttendanceLine, parent: QWidget) -> None:
    """Ask the same of somebody who is written down."""
    form = _who_form(desk, line, one)
    shown: act.AttendanceChange = {
        "party_id": one.party_id,
        "function": one.function,
        "present": one.present,
        "expert": one.expert,
        "notified_on": one.notified_on,
    }

    def work(seen: act.AttendanceChange | None = shown) -> None:
        act.change_attendance(desk.store, desk.who, one.id, seen, **form.values())

    Dialog(
        desk, _("Change who is there"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def add_decision(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask what was decided, and about which agreement."""
    form = _decision_form(desk, line, None)

    def work() -> None:
        act.add_decision(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New decision"), form, _("Add"), work, parent).open()


def change_decision(desk: Desk, line: MeetingLine, one: DecisionLine, parent: QWidget) -> None:
    """Ask the same of a decision that is there."""
    form = _decision_form(desk, line, one)

    def work(seen: int | None = one.version) -> None:
        act.change_decision(desk.store, desk.who, one.id, seen, **form.values())

    Dialog(
        desk, _("Change decision"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def add_action(desk: Desk, line: MeetingLine, parent: QWidget) -> None:
    """Ask who does what, and by when."""
    form = _action_form(desk, line, None)

    def work() -> None:
        act.add_action(desk.store, desk.who, line.id, **form.values())

    Dialog(desk, _("New action point"), form, _("Add"), work, parent).open()


def change_action(desk: Desk, line: MeetingLine, one: ActionLine, parent: QWidget) -> None:
    """Ask the same of an action point that is there."""
    form = _action_form(desk, line, one)

    def work(seen: int | None = one.version) -> None:
        act.change_action(desk.store, desk.who, one.id, seen, **form.values())

    Dialog(
        desk, _("Change action point"), form, _("Save"), work, parent, again=lambda: work(None)
    ).open()


def action_done(desk: Desk, one: ActionLine, parent: QWidget) -> None:
    """Ask on which day it was done."""
    form = Form()
    form.note(one.text)
    hint = _("Leave empty when it is not done after all.") if one.done_on is not None else ""
    form.date("on", _("Done on"), one.done_on or desk.today(), hint)

    def work() -> None:
        act.action_done(desk.store, desk.who, one.id, form.value("on"))

    Dialog(desk, _("Action point is done"), form, _("Done"), work, parent).open()


def _who_form(desk: Desk, line: MeetingLine, one: AttendanceLine | None) -> Form:
    party = (one.party_id, one.party) if one is not None else None
    form = Form()
    form.choice(
        "party_id", _("Party"), parties(desk, line.cycle_id, party), party[0] if party else None
    )
    form.text("function", _("Function"), one.function if one else "", _("A function, not a name."))
    form.check("present", _("Is there"), one.present if one else True)
    form.check("expert", _("Comes along as an expert"), one.expert if one else False)
    form.date(
        "notified_on",
        _("Announced on"),
        one.notified_on if one else None,
        _("Only for an expert (Overlegwet, art. 5b(5))."),
    )
    return form


def _decision_form(desk: Desk, line: MeetingLine, one: DecisionLine | None) -> Form:
    form = Form()
    form.lines("text", _("What was decided?"), one.text if one else "")
    form.choice(
        "agreement_id",
        _("About"),
        agreements(desk, line.cycle_id),
        one.agreement_id if one else None,
    )
    return form


def _action_form(desk: Desk, line: MeetingLine, one: ActionLine | None) -> Form:
    party = (one.party_id, one.party) if one is not None else None
    form = Form()
    form.lines("text", _("What will be done?"), one.text if one else "")
    form.row()
    form.choice(
        "party_id", _("Who"), parties(desk, line.cycle_id, party), party[0] if party else None
    )
    form.date("due_on", _("Before"), one.due_on if one else None)
    form.end_row()
    form.choice(
        "agreement_id",
        _("About"),
        agreements(desk, line.cycle_id),
        one.agreement_id if one else None,
    )
    return form
