"""Bod: what the corporation intends to do in five years, in the six parts of the law."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.actions.bids import not_foreseen, remove_item, start_bid
from desktop.agreements.panels.bid.dialogs import approve, ask_work, send
from desktop.agreements.panels.bid.rows import PART_IDS, bid_table, letter_of, table_rows
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deliveries import Deliveries
from desktop.agreements.panels.papers import paper_of_year, print_menu
from desktop.agreements.queries.bid import BidPart, BidView, WorkLine, bid_view
from desktop.agreements.states import BidLetter, DeliveryDocument
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.stack import Stack
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Table
from desktop.widgets.words import Words

SUMMER = (DeliveryDocument.BID, DeliveryDocument.INVITATION)


class BidPanel(QWidget):
    """A table with the work of each part; a part without work says so. Enter opens a row."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.view: BidView | None = None
        self.send = primary(_("Send bid…"), self._send)
        self.approve = secondary(_("Approved by the board…"), self._approve)
        self.header = HeaderCard(
            actions=[print_menu(desk, cycle, ("bid", "bid-letters")), self.approve, self.send]
        )
        self._lacks = Swapped()
        self.header.add(self._lacks)
        self.add = secondary(_("Add work…"), self._add)
        self.change = secondary(_("Change…"), self._change_chosen)
        self.none = secondary(_("Not foreseen"), self._toggle_none)
        self._table_place = Swapped()
        self.deliveries = Deliveries(desk, SUMMER)
        self._empty = Empty(
            _("No bid yet"),
            _(
                "The bid says what the corporation intends to do in the next five years, in the "
                "six parts of Btiv 2015, art. 39(1)."
            ),
            _("Begin the bid"),
            self._begin,
        )
        self._filled = QWidget()
        self._stack = Stack()
        self._lay_out()
        KeepingUp(self, desk, cycle, self._read)

    def _lay_out(self) -> None:
        work = Card(_("Intended work"), actions=[self.none, self.change, self.add])
        work.add(self._table_place, 1)
        out = Card(_("Who has the bid"))
        out.add(self.deliveries)
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(theme.GAP)
        filled.addWidget(self.header)
        filled.addWidget(work, 1)
        filled.addWidget(out)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)

    # Reading -----------------------------------------------------------------------------------

    def _read(self) -> None:
        chosen = self.table.chosen_id if self.view is not None and self.view.id else None
        with self._desk.reading() as session:
            view = bid_view(session, self._cycle.number, self._desk.today())
        self.view = view
        self._stack.setCurrentWidget(self._empty if view.id is None else self._filled)
        if view.id is None:
            return
        self.header.set_title(
            _("Bid {first}–{last}").format(first=view.years[0], last=view.years[-1]), _about(view)
        )
        self._show_lacks(view)
        self._show_table(view, chosen)
        self.deliveries.show_cycle(self._cycle.number)
        self._offer()

    @property
    def table(self) -> Table:
        """The table with the work, made anew when the years are others."""
        table = self._table_place.content
        assert isinstance(table, Table), "the bid was begun"
        return table

    def _show_table(self, view: BidView, chosen: int | None) -> None:
        table = bid_table(view, self._menu)
        table.show_rows(table_rows(view))
        table.activated_row.connect(self._open)
        table.chosen.connect(lambda _id: self._offer())
        self._table_place.show_content(table)
        if chosen is not None:
            table.choose(chosen)
        table.choose_first()

    def _show_lacks(self, view: BidView) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        for lack in view.lacks if view.sent_on is None else ():
            column.addWidget(Words(lack.sentence, "amber" if lack.stops else "soft", wraps=True))
        self._lacks.show_content(made)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The bid on paper."""
        return paper_of_year(self._desk, self._cycle, "bid")

    # What is chosen -----------------------------------------------------------------------------

    @property
    def part(self) -> BidPart | None:
        """The part of the row that the cursor is on."""
        chosen, view = self.table.chosen_id, self.view
        if chosen is None or view is None:
            return None
        if chosen in PART_IDS:
            return next(p for p in view.parts if p.letter is letter_of(chosen))
        return next((p for p in view.parts if any(w.id == chosen for w in p.works)), None)

    @property
    def work(self) -> WorkLine | None:
        """The piece of work that the cursor is on."""
        part = self.part
        return next((w for w in part.works if w.id == self.table.chosen_id), None) if part else None

    def _offer(self) -> None:
        view = self.view
        if view is None:
            return
        for button in (self.add, self.change, self.none, self.approve, self.send):
            button.setVisible(view.sent_on is None)
        part, work = self.part, self.work
        first = _("Choose a row first.")
        self.change.set_reason(None if work is not None else first)
        has_work = part is not None and bool(part.works)
        self.none.set_reason(
            first if part is None else _("This part has work.") if has_work else None
        )
        undone = part is not None and part.not_foreseen
        self.none.setText(_("Foreseen after all") if undone else _("Not foreseen"))
        self.send.set_reason(next((lack.sentence for lack in view.lacks if lack.stops), None))

    # What can be done ---------------------------------------------------------------------------

    def _begin(self) -> None:
        desk = self._desk
        desk.did(partial(start_bid, desk.store, desk.who, self._cycle.number), self)

    def _add(self, letter: BidLetter | None = None) -> None:
        if self.view is not None:
            chosen = letter or (self.part.letter if self.part is not None else BidLetter.A)
            ask_work(self._desk, self.view, chosen, None, self.window())

    def _open(self, row_id: int) -> None:
        if self.view is None or self.view.sent_on is not None:
            return
        if row_id in PART_IDS:
            self._add(letter_of(row_id))
        else:
            self._change_chosen()

    def _change_chosen(self) -> None:
        part, work = self.part, self.work
        if self.view is not None and part is not None and work is not None:
            ask_work(self._desk, self.view, part.letter, work, self.window())

    def _toggle_none(self) -> None:
        part, view, desk = self.part, self.view, self._desk
        if part is not None and view is not None and view.id is not None:
            none = not part.not_foreseen
            do = partial(not_foreseen, desk.store, desk.who, view.id, part.letter, none)
            desk.did(do, self)

    def _menu(self, row_id: int) -> list[tuple[str, Callable[[], object]]]:
        view, desk = self.view, self._desk
        if view is None or view.sent_on is not None:
            return []
        if row_id in PART_IDS:
            return [(_("Add work…"), partial(self._add, letter_of(row_id)))]
        remove = partial(remove_item, desk.store, desk.who, row_id)
        return [
            (_("Change…"), self._change_chosen),
            (_("Remove"), partial(desk.did, remove, self)),
        ]

    def _approve(self) -> None:
        if self.view is not None:
            approve(self._desk, self.view, self.window())

    def _send(self) -> None:
        if self.view is not None:
            send(self._desk, self._cycle.number, self.view, self.window())


def _about(view: BidView) -> str:
    parts = [_("Woningwet, art. 43 and 44(1); Btiv 2015, art. 39")]
    if view.supervisors_approved_on is not None:
        day = day_plain(view.supervisors_approved_on)
        parts.append(_("approved by the supervisory board on {day}").format(day=day))
    if view.sent_on is not None:
        parts.append(_("sent on {day}").format(day=day_plain(view.sent_on)))
    if view.invited_on is not None:
        parts.append(_("with the invitation to talk"))
    return " · ".join(parts)
