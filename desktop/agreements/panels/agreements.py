"""Afspraken: the agreements of the year with their lights, and the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.agreement.screen import AgreementScreen
from desktop.agreements.panels.agreement_rows import Filter, filters, list_row
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.cycle_header import CycleHeader
from desktop.agreements.panels.dialogs.agreement import add_agreement_to
from desktop.agreements.panels.papers import paper_of_year
from desktop.agreements.queries.overview import AgreementRow, agreement_rows, themes
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.stack import Stack

STEPPER_FROM = 500  # pixels of normal print: lower than this the chosen agreement needs the room


class AgreementsPanel(QWidget):
    """Left the agreements, by theme or by what they ask; right where the year stands and the
    chosen agreement."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self._rows: Sequence[AgreementRow] = ()
        self._list_rows: dict[int, ListRow] = {}
        self.show_only = ChoiceInput([])
        self.show_only.setAccessibleName(_("Which agreements"))
        self.list = ChoiceList(
            self._matching,
            _("Search agreement, theme or party"),
            _("Agreements"),
            empty=Empty(
                _("No agreements yet"),
                _("Add what the parties want to agree, one sentence at a time."),
                _("New agreement…"),
                self._add,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_under_filter(self.show_only)
        self.add = secondary(_("New agreement…"), self._add)
        self.list.add_at_foot(self.add)
        self.header = CycleHeader(desk, cycle)
        self.agreement = AgreementScreen(desk)
        self._choose = Empty(_("Choose an agreement at the left"))
        self._right = Stack()
        self._right.addWidget(self._choose)
        self._right.addWidget(self.agreement)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.show_only.changed.connect(self.list.reload)
        # What somebody looks at is read first; the list follows.
        KeepingUp(self, desk, cycle, self._read_chosen)
        KeepingUp(self.list, desk, cycle, self._read_list, later=True)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.header)
        right.addWidget(self._right, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.list)
        row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The line under the title tells the state too.
        self.header.stepper.setVisible(event.size().height() >= theme.scaled(STEPPER_FROM))

    # Reading -----------------------------------------------------------------------------------

    def _read_chosen(self) -> None:
        view, chosen_id = self.agreement.view, self.list.chosen_id
        if view is not None and view.id == chosen_id and view.cycle_id == self._cycle.id:
            # Gone, as when adding it was undone: the list shows what is there.
            with suppress(Refused):
                self.agreement.show_agreement(view.id)

    def _read_list(self) -> None:
        cycle_id = self._cycle.number
        with self._desk.reading() as session:
            self._rows = agreement_rows(session, cycle_id, self._desk.today())
            chapters = themes(session, cycle_id)
        self._list_rows = {row.id: list_row(row) for row in self._rows}
        chosen: Any = self.show_only.value()
        blocked = self.show_only.blockSignals(True)
        self.show_only.set_options(filters(self._rows, chapters), chosen or Filter())
        self.show_only.blockSignals(blocked)
        self.show_only.setVisible(bool(self._rows))
        self.add.set_reason(self._why_not_add())
        if self.list.chosen_id not in self._list_rows:
            self.list.choose(None)
        self.list.reload()
        self.list.choose_first()
        chosen_id = self.list.chosen_id
        if chosen_id is None:
            self._right.setCurrentWidget(self._choose)
        elif self.agreement.view is None or self.agreement.view.id != chosen_id:
            self._show(chosen_id)

    def _why_not_add(self) -> str | None:
        choice = next(c for c in self._cycle.choices if c.id == self._cycle.id)
        if choice.state in BEFORE_SIGNING:
            return None
        return _(
            "The agreements of this year are signed. What is new goes into the talks about the "
            "next year."
        )

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        only: Filter = self.show_only.value() or Filter()
        return [
            self._list_rows[row.id]
            for row in self._rows
            if only.shows(row) and all(word in row.words for word in asked)
        ]

    def _show(self, agreement_id: int) -> None:
        if self._desk.did(lambda: self.agreement.show_agreement(agreement_id)):
            self._right.setCurrentWidget(self.agreement)

    def _add(self) -> None:
        add_agreement_to(self._desk, self._cycle.number, self, self._added)

    def _added(self, agreement_id: int) -> None:
        self.list.filter.clear()
        self.show_only.set_value(Filter())
        self.list.choose(agreement_id)
        self.agreement.show_page("text")

    # Places and papers ---------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show an agreement, on the page that the place names."""
        if place.id is None:
            return
        self.show_only.set_value(Filter())
        self.list.choose(place.id)
        self.agreement.show_page(place.part)

    def place_on_view(self) -> Place:
        """The chosen agreement with the page that is on view."""
        chosen = self.list.chosen_id
        if chosen is None:
            return Place("agreements", "cycle", self._cycle.id, "agreements")
        return Place("agreements", "agreement", chosen, self.agreement.pages.current)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What changed in the text on view, or else the page for tenants about the year."""
        return self.agreement.print_what() or paper_of_year(
            self._desk, self._cycle, "agreements-summary"
        )
