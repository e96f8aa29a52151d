"""Terugblik: what became of each agreement, what was learnt, and what goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.dialogs.look_back import ask_look_back
from desktop.agreements.panels.dialogs.new_cycle import new_cycle
from desktop.agreements.panels.tones import tone
from desktop.agreements.panels.values import light_words
from desktop.agreements.queries.cycles import cycle_view
from desktop.agreements.queries.looking_back import LookBackRow, look_back_rows
from desktop.agreements.rules.lifecycle import AGREEMENT
from desktop.agreements.states import AgreementState, CycleState
from desktop.agreements.wording import word
from desktop.feature import Place
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.stack import Stack
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone

# How an agreement can end; a reason is asked for the others, on its own screen.
ENDS = (AgreementState.ACHIEVED, AgreementState.MISSED)


class LookingBackPanel(QWidget):
    """A row for each agreement that was signed. Enter looks back on it."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.rows: Sequence[LookBackRow] = ()
        self.done = primary(_("We have looked back"), self._evaluated)
        self.close_year = primary(_("Close this year"), self._close)
        self.next_year = secondary(_("Next year…"), self._next_year)
        self.header = HeaderCard(actions=[self.next_year, self.done, self.close_year])
        self.look = secondary(_("Look back…"), self._look_chosen)
        self.end = menu_button(_("It ended…"), self._fill_ends)
        self.table = Table(
            "looking-back",
            [
                Column(_("Code"), 80),
                Column(_("Agreement"), 260),
                Column(_("Light"), 130),
                Column(_("It ended"), 130),
                Column(_("What became of it"), 0),
                Column(_("Goes on"), 90),
            ],
            _("Looking back"),
            menu=self._menu,
        )
        self.table.activated_row.connect(self._look)
        self.table.chosen.connect(lambda _id: self._offer())
        self._stack = Stack()
        self._empty = Empty(
            _("Nothing to look back on yet"),
            _("When the parties have signed, you can look back on each agreement here."),
        )
        self._lay_out()
        KeepingUp(self, desk, cycle, self._read)

    def _lay_out(self) -> None:
        card = Card(_("Agreements"), actions=[self.end, self.look])
        card.add(self.table, 1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(card, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)

    def _read(self) -> None:
        today = self._desk.today()
        with self._desk.reading() as session:
            cycle = cycle_view(session, self._cycle.number, today)
            on = min(today, cycle.applies_to)
            self.rows = look_back_rows(session, cycle.id, on)
        self._stack.setCurrentIndex(1 if self.rows else 0)
        told = sum(row.told is not None for row in self.rows)
        self.header.set_title(
            _("Looking back on {year}").format(year=cycle.applies_from.year),
            _("{told} of {all} agreements looked back on").format(told=told, all=len(self.rows)),
        )
        self.table.show_rows([_row(row) for row in self.rows])
        self.table.choose_first()
        self.done.setVisible(cycle.state is CycleState.RUNNING)
        left = len(self.rows) - told
        self.done.set_reason(_("Look back on every agreement first.") if left else None)
        self.close_year.setVisible(cycle.state is CycleState.EVALUATED)
        going = sum(not row.has_ended for row in self.rows)
        self.close_year.set_reason(_("Say first how every agreement ended.") if going else None)
        self._offer()

    @property
    def chosen(self) -> LookBackRow | None:
        """The row that the cursor is on."""
        return next((r for r in self.rows if r.agreement_id == self.table.chosen_id), None)

    def _offer(self) -> None:
        first = _("Choose a row first.") if self.chosen is None else None
        self.look.set_reason(first)
        self.end.set_reason(first)

    # What can be done --------------------------------------------------------------------------

    def _look_chosen(self) -> None:
        if self.chosen is not None:
            self._look(self.chosen.agreement_id)

    def _look(self, agreement_id: int) -> None:
        row = next(r for r in self.rows if r.agreement_id == agreement_id)
        about = f"{row.code}  {row.title}"
        ask_look_back(self._desk, agreement_id, about, row.told, self.window())

    def _fill_ends(self, menu: QMenu) -> None:
        row, desk = self.chosen, self._desk
        if row is None:
            return
        for state in ENDS:
            end = partial(move_agreement, desk.store, desk.who, row.agreement_id, state)
            possible = state in AGREEMENT[row.state]
            add_entry(menu, word(state), partial(desk.did, end, self), possible)

    def _menu(self, agreement_id: int) -> Sequence[tuple[str, Callable[[], object]]]:
        show = Place("agreements", "agreement", agreement_id)
        return [
            (_("Look back…"), partial(self._look, agreement_id)),
            (_("Open the agreement"), partial(self._desk.open, show)),
        ]

    def _evaluated(self) -> None:
        self._move(CycleState.EVALUATED)

    def _close(self) -> None:
        self._move(CycleState.CLOSED)

    def _move(self, state: CycleState) -> None:
        desk = self._desk
        desk.did(partial(move_cycle, desk.store, desk.who, self._cycle.number, state), self)

    def _next_year(self) -> None:
        new_cycle(self._desk, self.window(), self._cycle.choose, copy_from=self._cycle.number)


def _row(row: LookBackRow) -> TableRow:
    light = Cell(light_words(row.light.light), tone(row.light.light))
    if not row.light.indicators:
        light = Cell("")
    ended = Cell(word(row.state), tone(row.state)) if row.has_ended else Cell("")
    if row.told is None:
        goes_on = Cell("")
    else:
        goes_on = Cell(_("yes"), Tone.GREEN) if row.told.goes_on else Cell(_("no"))
    result = row.told.result.replace("\n", " ") if row.told is not None else ""
    code = Cell(row.code, bold=True)
    return TableRow(row.agreement_id, (code, row.title, light, ended, result, goes_on))
