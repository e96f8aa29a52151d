"""A piece of work in the bid, the approval of the supervisory board, and sending the bid."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.bids import send_bid, set_item, supervisors_approved
from desktop.agreements.panels.dialogs.delivery import ask_receipts_in, receipts_in
from desktop.agreements.queries.bid import BidView, WorkLine
from desktop.agreements.queries.deliveries import delivery_matrix
from desktop.agreements.states import BidLetter
from desktop.agreements.wording import word
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_work(
    desk: Desk, view: BidView, letter: BidLetter, work_line: WorkLine | None, parent: QWidget
) -> None:
    """Ask what the corporation will do, where, and what of it in which year."""
    assert view.id is not None, "the bid was begun"
    bid_id = view.id
    form = Form()
    form.choice(
        "letter",
        _("Part (Btiv 2015, art. 39(1))"),
        [(one, f"{one.value}  {word(one)}") for one in BidLetter],
        letter,
    )
    form.lines("what", _("What will the corporation do?"), work_line.what if work_line else "")
    form.text(
        "postcode",
        _("Postcode, four figures"),
        work_line.postcode if work_line else "",
        hint=_("Needed for part c."),
    )
    known = work_line.years if work_line is not None else {}
    form.row()
    for year in view.years:
        form.text(f"year:{year}", str(year), known.get(year, ""))
    form.end_row()

    def work(seen: int | None = work_line.version if work_line else None) -> None:
        values = form.values()
        years = {year: values[f"year:{year}"] for year in view.years if values[f"year:{year}"]}
        set_item(
            desk.store,
            desk.who,
            bid_id,
            values["letter"],
            values["what"],
            values["postcode"],
            years,
            work_line.id if work_line is not None else None,
            seen,
        )

    Dialog(
        desk,
        _("Change work") if work_line is not None else _("Add work"),
        form,
        _("Save"),
        work,
        parent,
        again=lambda: work(None),
        width=720,
    ).open()


def approve(desk: Desk, view: BidView, parent: QWidget) -> None:
    """Ask on which day the supervisory board approved the bid."""
    assert view.id is not None, "the bid was begun"
    bid_id = view.id
    form = Form()
    form.date(
        "on",
        _("Approved on"),
        view.supervisors_approved_on or desk.today(),
        hint=_("Leave empty when it is not approved after all."),
    )

    def work() -> None:
        supervisors_approved(desk.store, desk.who, bid_id, form.value("on"))

    Dialog(
        desk,
        _("Approval of the supervisory board"),
        form,
        _("Save"),
        work,
        parent,
        explanation=_("Woningwet, art. 26(1)j."),
    ).open()


def send(desk: Desk, cycle_id: int, view: BidView, parent: QWidget) -> None:
    """Ask on which day the bid goes out, and who has it since when."""
    assert view.id is not None, "the bid was begun"
    bid_id = view.id
    with desk.reading() as session:
        matrix = delivery_matrix(session, cycle_id, desk.today())
    wanted = {cell.party_id for cell in view.receipts.cells}
    named = {
        receiver.party_id: receiver.name
        for receiver in matrix.receivers
        if receiver.party_id is not None and receiver.party_id in wanted
    }
    form = Form()
    form.date("on", _("Sent on"), desk.today())
    form.note(_("The law counts the day on which somebody has it. You can fill that in later."))
    ask_receipts_in(form, named)

    def work() -> None:
        send_bid(desk.store, desk.who, bid_id, form.value("on"), receipts_in(form, named))

    Dialog(
        desk,
        _("Send bid"),
        form,
        _("Send"),
        work,
        parent,
        explanation=_(
            "On the same day the municipality and the tenants are invited to talk (Woningwet, "
            "art. 44(2))."
        ),
    ).open()
