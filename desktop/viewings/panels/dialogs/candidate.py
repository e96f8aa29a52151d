"""What a candidate asked for the visit, and a candidate who withdraws."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.viewings.actions.invitations import candidate_withdraws, note_need
from desktop.viewings.panels.dialogs.want import add_tour_question
from desktop.viewings.queries.vacancy import CandidateLine, contact_of
from desktop.viewings.states import SkipCode
from desktop.viewings.wording import word
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.facts import Facts
from desktop.widgets.form import Form

WITHDRAWALS = (SkipCode.OWN_REQUEST, SkipCode.HOUSED, SkipCode.UNREACHABLE)


def change_candidate(desk: Desk, line: CandidateLine, parent: QWidget) -> None:
    """How to reach the candidate, and the wishes for the visit. What the allocation system knows
    is only shown."""
    with desk.reading() as session:
        contact = contact_of(session, line.id)
    form = Form()
    form.note(
        _("Rank {rank} · number {number} · {priority}").format(
            rank=line.rank,
            number=line.number,
            priority=_("has priority") if line.priority else _("no priority"),
        )
    )
    form.add(
        Facts(
            [
                (_("Phone"), contact.phone),
                (_("E-mail"), contact.email),
                (_("Address"), contact.address),
            ]
        )
    )
    form.text(
        "visit_need",
        _("Wish for the visit"),
        line.visit_need,
        hint=_("Only what the candidate asked for, such as a seat or sign language."),
    )
    form.row()
    form.choice(
        "language", _("Letters in"), [("nl", _("Dutch")), ("en", _("English"))], line.language
    )
    form.number("persons", _("People who come along"), line.persons, least=1, most=20)
    form.end_row()

    def work() -> None:
        values = form.values()
        note_need(
            desk.store,
            desk.who,
            line.id,
            values["visit_need"],
            values["language"],
            values["persons"],
        )

    Dialog(desk, line.name, form, _("Save"), work, parent).open()


def withdraw_candidate(desk: Desk, line: CandidateLine, parent: QWidget) -> None:
    """The candidate let us know; the code stands in the order table. With priority, withdrawing
    first goes by a colleague (C3)."""
    form = Form()
    form.choice(
        "code",
        _("What did the candidate let you know?"),
        [(code, word(code)) for code in WITHDRAWALS],
        WITHDRAWALS[0],
        hint=_("Could not be reached: after two attempts on two days."),
    )

    if line.priority:
        add_tour_question(desk, form, line.id)

    def work() -> None:
        values = form.values()
        caused_by_tour = values.get("caused_by_tour")
        candidate_withdraws(desk.store, desk.who, line.id, values["code"], caused_by_tour)

    Dialog(
        desk, _("{name} withdraws").format(name=line.name), form, _("Record"), work, parent
    ).open()
