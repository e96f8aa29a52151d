"""Standpunten: what each party says to the newest text of each agreement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.dialogs.position import ask_position
from desktop.agreements.panels.tones import tone
from desktop.agreements.queries.cycles import SeatLine
from desktop.agreements.queries.positions import PositionsGrid, PositionsRow, positions_grid
from desktop.agreements.wording import word
from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone


class PositionsPanel(QWidget):
    """Enter opens the text of an agreement; the menu of a row writes down what a party says."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.grid: PositionsGrid | None = None
        self.only_open = QCheckBox(_("Only what is not agreed yet"))
        self.only_open.toggled.connect(lambda _on: self._show())
        self._say = menu_button(_("Position of…"), self._fill_menu)
        self.card = Card(_("Positions"), actions=[self.only_open, self._say])
        self._place = Swapped()
        self.card.add(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        KeepingUp(self, desk, cycle, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.grid = positions_grid(session, self._cycle.number)
        self._show()

    @property
    def table(self) -> Table | None:
        """The grid on view; None when there is nothing to show."""
        shown = self._place.content
        return shown if isinstance(shown, Table) else None

    def _show(self) -> None:
        grid = self.grid
        if grid is None:
            return
        left = sum(not grid.is_agreed(row) for row in grid.rows)
        words = ngettext("{n} not agreed yet", "{n} not agreed yet", left).format(n=left)
        self.card.set_title(_("Positions"), words if grid.rows else "")
        chosen = self.table.chosen_id if self.table is not None else None
        rows = [
            row for row in grid.rows if not (self.only_open.isChecked() and grid.is_agreed(row))
        ]
        self._say.set_reason(None if rows else _("There is nothing to say something about."))
        if not rows:
            self._place.show_content(_nothing(bool(grid.rows)))
            return
        table = _table(grid, self._menu)
        table.show_rows([_row(row, grid.parties) for row in rows])
        table.activated_row.connect(self._open)
        self._place.show_content(table)
        if chosen is not None:
            table.choose(chosen)
        table.choose_first()

    # What can be done --------------------------------------------------------------------------

    def _open(self, agreement_id: int) -> None:
        self._desk.open(Place("agreements", "agreement", agreement_id, "text"))

    def _menu(self, agreement_id: int) -> Sequence[tuple[str, Callable[[], object]]]:
        grid = self.grid
        row = next((r for r in grid.rows if r.agreement_id == agreement_id), None) if grid else None
        if grid is None or row is None or row.clause is None or row.clause.in_force_on is not None:
            return [(_("Open the text"), partial(self._open, agreement_id))]
        return [
            *(
                (_("Position of {party}").format(party=seat.called), partial(self._ask, row, seat))
                for seat in grid.parties
            ),
            (_("Open the text"), partial(self._open, agreement_id)),
        ]

    def _ask(self, row: PositionsRow, seat: SeatLine) -> None:
        if row.clause is not None:
            said = row.said.get(seat.party_id)
            ask_position(self._desk, row.clause, seat, said, self.window())

    def _fill_menu(self, menu: QMenu) -> None:
        chosen = self.table.chosen_id if self.table is not None else None
        if chosen is None:
            add_entry(menu, _("Choose a row first."), lambda: None, possible=False)
            return
        for words, do in self._menu(chosen):
            add_entry(menu, words, do)


def _table(
    grid: PositionsGrid, menu: Callable[[int], Sequence[tuple[str, Callable[[], object]]]]
) -> Table:
    parties = [Column(seat.called, 150) for seat in grid.parties]
    columns = [Column(_("Code"), 80), Column(_("Agreement"), 0), Column(_("Version"), 70)]
    return Table("positions", [*columns, *parties], _("Positions"), menu=menu)


def _row(row: PositionsRow, parties: Sequence[SeatLine]) -> TableRow:
    number = str(row.clause.number) if row.clause is not None else "–"
    said = (_cell(row, seat) for seat in parties)
    return TableRow(row.agreement_id, (Cell(row.code, bold=True), row.title, number, *said))


def _cell(row: PositionsRow, seat: SeatLine) -> Cell:
    position = row.said.get(seat.party_id)
    if position is None:
        waits = seat.signs and row.clause is not None
        return Cell(_("Nothing said yet"), Tone.GREY) if waits else Cell("")
    if position.settled_on is None:
        words = _("Draft: {value}").format(value=word(position.value))
        return Cell(words, Tone.GREY, note=position.remark)
    return Cell(word(position.value), tone(position.value), note=position.remark)


def _nothing(there_are: bool) -> Empty:
    if there_are:
        return Empty(_("Everybody agrees"), _("Every party agrees to the newest text."))
    return Empty(_("No agreements yet"), _("Add agreements first, on the part at the left."))
