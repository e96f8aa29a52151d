"""A signature with its scan, and signing although not every question has its reply."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.agreements.actions.signing import add_scan, pass_without_replies, sign
from desktop.agreements.queries.signatures import PartyLine, SealView, SignatureLine, scan_of
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.words import Words

SCANS = "*.pdf *.png *.jpg *.jpeg"


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
    scan = ScanChoice(desk)
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


class ScanChoice(QWidget):
    """The file with the signature; it may come later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("scan")
        self._desk = desk
        self.path: Path | None = None
        self._words = Words(_("No scan yet; you can add it later."), "soft", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(secondary(_("Choose scan…"), self._choose))
        row.addWidget(self._words, 1)

    def _choose(self) -> None:
        chosen = ask_file(self._desk, self)
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Use this file."""
        self.path = path
        self._words.setText(path.name)

    def content(self) -> bytes | None:
        """The file as it is now; None without one."""
        return self.path.read_bytes() if self.path is not None else None


def ask_scan(desk: Desk, line: SignatureLine, parent: QWidget) -> None:
    """Ask for the page with a signature that was written down without it."""
    chosen = ask_file(desk, parent)
    if chosen is not None:
        desk.did(
            lambda: add_scan(desk.store, desk.who, line.id, chosen.read_bytes(), chosen.name),
            parent,
        )


def save_scan(desk: Desk, line: SignatureLine, parent: QWidget) -> None:
    """Save the page with a signature as a file."""
    with desk.reading() as session:
        scan = scan_of(session, line.id)
    if scan is None:
        return
    path = desk.save_file(parent, _("Save scan"), line.scan_name, kinds())
    if path is not None:
        desk.did(lambda: path.write_bytes(scan), parent)


def ask_pass(desk: Desk, cycle_id: int, parent: QWidget) -> None:
    """Ask why the parties sign although not every question has its reply."""
    form = Form()
    form.lines("signed_without_replies", _("Why?"), hint=_("Everybody can read this."))

    def work() -> None:
        reason = form.value("signed_without_replies")
        pass_without_replies(desk.store, desk.who, cycle_id, reason)

    Dialog(desk, _("Sign without all replies"), form, _("Save"), work, parent).open()


def ask_file(desk: Desk, parent: QWidget) -> Path | None:
    """Ask for a scanned page; None when nobody chooses one."""
    return desk.ask_file(parent, _("Choose scan"), kinds())


def kinds() -> str:
    """The kinds of files that a scan can be, as Qt asks for them."""
    return _("Scans") + f" ({SCANS})"
