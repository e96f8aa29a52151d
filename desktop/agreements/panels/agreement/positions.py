"""What each party says to one version of the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.clauses import settle_position
from desktop.agreements.panels.dialogs.position import ask_position
from desktop.agreements.panels.tones import tone
from desktop.agreements.queries.cycles import SeatLine
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.versions import ClauseLine, PositionLine
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_tiny
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.swapped import Swapped
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class Positions(QWidget):
    """One row a party, with what it says and the button to write that down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(Words(_("What the parties say to this version"), "section"))
        column.addWidget(self._rows)

    def show_clause(self, view: AgreementView, clause: ClauseLine) -> None:
        """Show what is said to this version."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(2, 1)
        said = {position.party_id: position for position in clause.positions}
        for row, seat in enumerate(view.parties):
            position = said.get(seat.party_id)
            grid.addWidget(Words(_named(seat), "strong"), row, 0)
            grid.addWidget(_chip(position), row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Words(_remark(position), wraps=True), row, 2)
            if clause.in_force_on is None:
                grid.addWidget(self._actions(view, clause, seat, position), row, 3)
        self._rows.show_content(made)

    def _actions(
        self,
        view: AgreementView,
        clause: ClauseLine,
        seat: SeatLine,
        position: PositionLine | None,
    ) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addStretch(1)
        desk = self._desk
        if position is not None and position.settled_on is None:
            settle = partial(settle_position, desk.store, desk.who, position.id)
            button = secondary(_("Settle"), lambda: desk.did(settle, self))
            button.setAccessibleName(_("Settle what {party} says").format(party=seat.called))
            row.addWidget(button)
        ask = secondary(
            _("Position…"), lambda: ask_position(desk, clause, seat, position, self.window())
        )
        ask.setAccessibleName(_("Position of {party}").format(party=seat.called))
        row.addWidget(ask)
        return made


def _named(seat: SeatLine) -> str:
    return seat.called if seat.signs else _("{party} (advises)").format(party=seat.called)


def _chip(position: PositionLine | None) -> Chip:
    if position is None:
        return Chip(_("Nothing said yet"))
    if position.settled_on is None:
        return Chip(_("Draft: {value}").format(value=word(position.value)), Tone.GREY)
    return Chip(word(position.value), tone(position.value))


def _remark(position: PositionLine | None) -> str:
    if position is None:
        return ""
    return " · ".join(part for part in (position.remark, day_tiny(position.given_on)) if part)
