"""A document goes out, and arrives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.deliveries import deliver, received
from desktop.agreements.queries.deliveries import DeliveryRow
from desktop.agreements.wording import word
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.checks import ChecksInput
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form

MINISTER = 0  # a choice needs a value; the minister has no party


def ask_delivery(
    desk: Desk,
    cycle_id: int,
    row: DeliveryRow,
    named: Mapping[int | None, str],
    parent: QWidget,
) -> None:
    """Ask when the document goes out, to whom, and where that can be seen."""
    waiting = [cell.party_id for cell in row.cells if cell.id is None]
    form = Form()
    form.field(
        "party",
        _("To"),
        ChecksInput(
            [(_value(party), named[party]) for party in waiting], list(map(_value, waiting)), 1
        ),
    )
    form.date("sent_on", _("Sent on"), desk.today())
    form.text("proof", _("Proof"), hint=_("For example: number of the registered letter."))

    def work() -> None:
        values = form.values()
        if not values["party"]:
            raise Refused(_("Choose who gets it."), "party")
        deliver(
            desk.store,
            desk.who,
            cycle_id,
            row.document,
            [_party(value) for value in values["party"]],
            values["sent_on"],
            proof=values["proof"],
        )

    title = _("Send: {document}").format(document=word(row.document))
    Dialog(desk, title, form, _("Sent"), work, parent, explanation=row.article).open()


def ask_receipt(
    desk: Desk, row: DeliveryRow, named: Mapping[int | None, str], parent: QWidget
) -> None:
    """Ask who has the document since when: the law counts the day of receipt."""
    waiting = [cell for cell in row.cells if cell.id is not None and cell.received_on is None]
    form = Form()
    for cell in waiting:
        form.date(_key(cell.party_id), named[cell.party_id], cell.sent_on)

    def work() -> None:
        known = [(cell.id, form.value(_key(cell.party_id))) for cell in waiting]
        if not any(day for _id, day in known):
            raise Refused(_("Fill in a day."), _key(waiting[0].party_id))
        for delivery_id, day in known:
            if delivery_id is not None and day is not None:
                received(desk.store, desk.who, delivery_id, day)

    Dialog(
        desk,
        _("Received: {document}").format(document=word(row.document)),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Leave a day empty for who does not have it yet."),
    ).open()


def ask_receipts_in(form: Form, named: Mapping[int, str]) -> None:
    """Add a day of receipt for each party to a form; they may stay empty."""
    for party_id, name in named.items():
        form.date(_key(party_id), _("{party} has it since").format(party=name))


def receipts_in(form: Form, named: Mapping[int, str]) -> dict[int, date]:
    """The days of receipt that were filled in."""
    days = {party_id: form.value(_key(party_id)) for party_id in named}
    return {party_id: day for party_id, day in days.items() if day is not None}


def _key(party_id: int | None) -> str:
    return f"received:{party_id or MINISTER}"


def _value(party_id: int | None) -> int:
    return party_id or MINISTER


def _party(value: int) -> int | None:
    return value or None
