"""A signature with its scan, and signing although not every question has its reply."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.agreements.actions.signing import add_scan, pass_without_replies, sign
from desktop.agreements.panels import scans
from desktop.agreements.queries.signatures import PartyLine, SealView, SignatureLine, scan_of
from desktop.exchange.files import read_whole
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form


def ask_signature(desk: Desk, seal: SealView, party: PartyLine, parent: QWidget) -> None:
    """Ask when, where and by which function the party signed, and the page with the signature."""
    form = Form()
    form.row()
    form.date("on", _("Signed on"), desk.today())
    form.text("place", _("Place"))
    form.end_row()
    form.text("function", _("Function of who signed"), hint=_("A function, not a name."))
    form.lines(
        "remark", _("Remark of this party"), hint=_("Another point of view, if there is one.")
    )
    scan = scans.ScanChoice(desk)
    form.add(scan)

    def work() -> None:
        values = form.values()
        sign(
            desk.store,
            desk.who,
            seal.id,
            party.id,
            values["on"],
            values["place"],
            values["function"],
            values["remark"],
            scan.content(),
            scan.path.name if scan.path is not None else "",
        )

    Dialog(
        desk,
        _("Signature of {party}").format(party=party.name),
        form,
        _("Save signature"),
        work,
        parent,
        explanation=_(
            "For text {n} of {day}. With the last signature the agreements are adopted; that "
            "cannot be undone."
        ).format(n=seal.number, day=day_plain(seal.sealed_on)),
    ).open()


def ask_scan(desk: Desk, line: SignatureLine, parent: QWidget) -> None:
    """Ask for the page with a signature that was written down without it."""
    chosen = scans.ask_scan(desk, parent)
    if chosen is not None:
        desk.did(
            lambda: add_scan(desk.store, desk.who, line.id, read_whole(chosen), chosen.name),
            parent,
        )


def save_scan(desk: Desk, line: SignatureLine, parent: QWidget) -> None:
    """Save the page with a signature as a file."""
    with desk.reading() as session:
        scan = scan_of(session, line.id)
    scans.save_scan(desk, _("Save scan"), line.scan_name, scan, parent)


def ask_pass(desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """Ask why the parties sign although not every question has its reply."""
    form = Form()
    form.lines("signed_without_replies", _("Why?"), hint=_("Everybody can read this."))

    def work() -> None:
        reason = form.value("signed_without_replies")
        pass_without_replies(desk.store, desk.who, cycle_id, reason)

    Dialog(desk, _("Sign without all replies"), form, _("Save"), work, parent).open()
