"""Which document went to whom, and since when they have it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.dialogs.delivery import ask_delivery, ask_receipt
from desktop.agreements.queries.deliveries import (
    DeliveryCell,
    DeliveryRow,
    delivery_matrix,
)
from desktop.agreements.states import DeliveryDocument
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


class Deliveries(QWidget):
    """A row for each of some documents, a column for each who gets them."""

    def __init__(self, desk: Desk, documents: Collection[DeliveryDocument]) -> None:
        super().__init__()
        self._desk, self._documents = desk, documents
        self._grid = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)

    def show_cycle(self, cycle_id: int) -> None:
        """Show the documents of this cycle as they stand now."""
        today = self._desk.today()
        with self._desk.reading() as session:
            matrix = delivery_matrix(session, cycle_id, today)
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(0, 1)
        rows = [row for row in matrix.rows if row.document in self._documents]
        getting = {cell.party_id for row in rows for cell in row.cells}
        named = {r.party_id: r.name for r in matrix.receivers if r.party_id in getting}
        for at, name in enumerate(named.values(), start=1):
            grid.addWidget(Words(name, "soft", wraps=True), 0, at)
        for at, row in enumerate(rows, start=1):
            self._add_row(grid, at, row, named, cycle_id, today)
        self._grid.show_content(made)

    def _add_row(
        self,
        grid: QGridLayout,
        at: int,
        row: DeliveryRow,
        named: Mapping[int | None, str],
        cycle_id: int,
        today: date,
    ) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Words(word(row.document), "strong"))
        names.addWidget(Words(_due(row), "small", wraps=True))
        grid.addLayout(names, at, 0)
        places = {party_id: n for n, party_id in enumerate(named, start=1)}
        for cell in row.cells:
            chip = _chip(row, cell, today)
            grid.addWidget(chip, at, places[cell.party_id], Qt.AlignmentFlag.AlignLeft)
        actions = QHBoxLayout()
        actions.setSpacing(theme.SMALL)
        actions.addStretch(1)
        desk = self._desk
        if not row.lapsed and any(cell.id is None for cell in row.cells):
            ask = partial(ask_delivery, desk, cycle_id, row, named, self.window())
            actions.addWidget(_button(_("Send…"), row, ask))
        if any(cell.id is not None and cell.received_on is None for cell in row.cells):
            ask = partial(ask_receipt, desk, row, named, self.window())
            actions.addWidget(_button(_("Received…"), row, ask))
        grid.addLayout(actions, at, len(places) + 1)


def _button(words: str, row: DeliveryRow, ask: partial[None]) -> QWidget:
    made = secondary(words, ask)
    made.setAccessibleName(f"{words} {word(row.document)}")
    return made


def _due(row: DeliveryRow) -> str:
    if row.lapsed:
        return row.lapsed
    if row.due_on is None:
        return row.article
    by = _("at the latest on {day}").format(day=day_tiny(row.due_on))
    return " · ".join(part for part in (row.article, by) if part)


def _chip(row: DeliveryRow, cell: DeliveryCell, today: date) -> Chip:
    late = row.is_late(cell, today)
    if cell.received_on is not None:
        words = _("has it since {day}").format(day=day_tiny(cell.received_on))
        return Chip(words, Tone.AMBER if late else Tone.GREEN)
    if cell.sent_on is not None:
        words = _("sent {day}").format(day=day_tiny(cell.sent_on))
        return Chip(words, Tone.RED if late else Tone.BLUE)
    return Chip(_("not sent"), Tone.RED if late else Tone.GREY)
