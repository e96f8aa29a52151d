"""Who signed the text, who has yet to, and which signatures are void."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.signing import strike_signature
from desktop.agreements.panels.signing.dialogs import ask_scan, ask_signature, save_scan
from desktop.agreements.queries.signatures import PartyLine, SealView, SignatureLine
from desktop.agreements.queries.signing import SigningView
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class Signatures(QWidget):
    """One row a party, with what can be done about its signature."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        column.addStretch(1)

    def show_view(self, view: SigningView, before_signing: bool) -> None:
        """Show the signatures under the newest text."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        seal = view.seal
        if seal is None:
            words = _("Nobody can sign yet: the text must be made ready first.")
            column.addWidget(Words(words, "soft", wraps=True))
        for void in view.void:
            column.addWidget(Words(void.why, "red", wraps=True))
            if void.changed:
                words = _("Changed: {codes}").format(codes=", ".join(void.changed))
                column.addWidget(Words(words, "soft", wraps=True))
        if seal is not None and seal.holds:
            for line in seal.signatures:
                column.addWidget(self._signed(line, before_signing))
            for party in view.missing:
                column.addWidget(self._unsigned(seal, party))
        self._rows.show_content(made)

    def _signed(self, line: SignatureLine, before_signing: bool) -> QWidget:
        words = _("{day}, {place}, {function}").format(
            day=day_plain(line.signed_on), place=line.place, function=line.function
        )
        if line.remark:
            words += "\n" + _("Remark: {remark}").format(remark=line.remark)
        desk = self._desk
        actions = []
        if line.scan_name:
            look = secondary(_("Scan…"), partial(save_scan, desk, line, self.window()))
            look.setToolTip(line.scan_name)
            look.setAccessibleName(_("Save the scan of {party}").format(party=line.party))
            actions.append(look)
        else:
            add = secondary(_("Add scan…"), partial(ask_scan, desk, line, self.window()))
            add.setAccessibleName(_("Add the scan of {party}").format(party=line.party))
            actions.append(add)
        if before_signing:
            strike = partial(strike_signature, desk.store, desk.who, line.id)
            out = secondary(_("Strike out"), partial(desk.did, strike, self))
            out.setAccessibleName(_("Strike out the signature of {party}").format(party=line.party))
            actions.append(out)
        return _row(line.party, words, Chip(_("Signed"), Tone.GREEN), actions)

    def _unsigned(self, seal: SealView, party: PartyLine) -> QWidget:
        sign = secondary(
            _("Signature…"), partial(ask_signature, self._desk, seal, party, self.window())
        )
        sign.setAccessibleName(_("Signature of {party}").format(party=party.name))
        return _row(party.name, "", Chip(_("Not signed yet")), [sign])


def _row(party: str, words: str, chip: Chip, actions: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SMALL)
    names = QVBoxLayout()
    names.setSpacing(2)
    names.addWidget(Words(party, "strong", wraps=True))
    if words:
        names.addWidget(Words(words, "soft", wraps=True))
    row.addLayout(names, 1)
    row.addWidget(chip)
    for action in actions:
        row.addWidget(action)
    return made
