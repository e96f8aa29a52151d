"""A gathering: planning it, and writing down how it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.actions.sessions import (
    change_session,
    invitations_sent,
    minutes_sent,
    note_message,
    plan_session,
)
from desktop.projects.queries.phases import phases_of
from desktop.projects.queries.voices import SessionLine
from desktop.projects.rules.voices import MOST_PEOPLE
from desktop.projects.states import MessageChannel, SessionKind
from desktop.projects.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_session(
    desk: Desk, project_id: int, parent: QWidget, made: Callable[[int], object]
) -> None:
    """Ask when and where a gathering is, and what tenants are asked there; tells `made` it."""
    form = Form()
    _facts(form, None)

    def work() -> None:
        made(plan_session(desk.store, desk.who, project_id, **form.values()))

    Dialog(desk, _("Plan a gathering"), form, _("Plan"), work, parent, width=640).open()


def change_session_facts(desk: Desk, line: SessionLine, parent: QWidget) -> None:
    """Change a gathering."""
    form = Form()
    _facts(form, line)

    def work(seen: int | None = line.version) -> None:
        change_session(desk.store, desk.who, line.id, seen, **form.values())

    Dialog(
        desk,
        _("Change gathering"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=640,
    ).open()


def write_down_session(desk: Desk, line: SessionLine, parent: QWidget) -> None:
    """Ask how many people were there, and what there is to tell."""
    form = Form()
    form.number(
        "present",
        _("Number of people"),
        line.present or 0,
        most=MOST_PEOPLE,
        hint=_("Only how many: no names."),
    )
    form.lines("notes", _("Notes"), line.notes, _("These stand in the report for tenants."))

    def work(seen: int | None = line.version) -> None:
        change_session(desk.store, desk.who, line.id, seen, **form.values())

    Dialog(
        desk,
        _("How was the gathering?"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
    ).open()


def ask_invited(desk: Desk, line: SessionLine, parent: QWidget) -> None:
    """Ask when the invitations went out, and to how many households."""
    form = Form()
    form.date("on", _("Sent on"), desk.today())
    form.number("invited", _("Number of households"), line.invited or 0, most=MOST_PEOPLE)

    def work() -> None:
        values = form.values()
        invitations_sent(desk.store, desk.who, line.id, values["on"], values["invited"] or None)

    Dialog(desk, _("Invitations sent"), form, _("Save"), work, parent).open()


def report_sent(desk: Desk, line: SessionLine, parent: QWidget) -> None:
    """Ask when tenants got the report."""
    form = Form()
    form.date("on", _("Sent on"), desk.today())

    def work() -> None:
        minutes_sent(desk.store, desk.who, line.id, form.values()["on"])

    Dialog(desk, _("Report sent"), form, _("Save"), work, parent).open()


def ask_message(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask what tenants were told, how, and before which phase."""
    with desk.reading() as session:
        phases = phases_of(session, project_id)
    form = Form()
    form.text("subject", _("What were they told?"))
    form.row()
    form.choice("channel", _("How"), [(one, word(one)) for one in MessageChannel])
    form.date("on", _("On"), desk.today())
    form.end_row()
    form.choice(
        "phase_id",
        _("Phase"),
        [(None, _("The whole project")), *((phase.id, phase.name) for phase in phases)],
        hint=_("The program looks whether tenants knew before a phase began."),
    )

    def work() -> None:
        values = form.values()
        note_message(
            desk.store,
            desk.who,
            project_id,
            values["subject"],
            values["channel"],
            values["on"],
            values["phase_id"],
        )

    Dialog(desk, _("Message to tenants"), form, _("Note"), work, parent).open()


def _facts(form: Form, line: SessionLine | None) -> None:
    form.row()
    form.choice(
        "kind",
        _("Kind"),
        [(kind, word(kind)) for kind in SessionKind],
        line.kind if line is not None else SessionKind.CONSULTATION,
    )
    form.date("held_on", _("Day"), line.held_on if line is not None else None)
    form.end_row()
    form.row()
    form.text("starts", _("Begins at"), line.starts if line is not None else "19:30")
    form.text("ends", _("Ends at"), line.ends if line is not None else "21:30")
    form.end_row()
    form.text("title", _("Title"), line.title if line is not None else "")
    form.text("place", _("Place"), line.place if line is not None else "")
    form.lines(
        "question",
        _("What do you ask tenants?"),
        line.question if line is not None else "",
        _("One question, large on the wall: “What do you want to keep?”"),
    )
