"""Inbreng: the questions of tenants with what became of them, and the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.papers import paper_of_year, print_menu
from desktop.agreements.panels.voices.dialogs import ask_question
from desktop.agreements.panels.voices.rows import (
    SHOWS,
    Which,
    counted,
    filters,
    list_row,
    words_of,
)
from desktop.agreements.panels.voices.screen import QuestionScreen
from desktop.agreements.queries.voices import Voices, count, inputs
from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.fold import fold
from desktop.widgets import theme
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.words import Words

PAPERS = ("tenant-questions", "tenant-questions-poster")


class VoicesPanel(QWidget):
    """Left the questions, those that wait first when asked; right the chosen one."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.voices = Voices((), count(()))
        self.show_only = ChoiceInput([])
        self.show_only.setAccessibleName(_("Which questions"))
        self.counted = Words("", "small", wraps=True)
        self.list = ChoiceList(
            self._matching,
            _("Search question, place or theme"),
            _("Questions of tenants"),
            empty=Empty(
                _("No questions yet"),
                _("Write down what tenants ask. Everybody sees what is done with it."),
                _("New question…"),
                self._add,
            ),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        under = QWidget()
        filters_ = QVBoxLayout(under)
        filters_.setContentsMargins(0, 0, 0, 0)
        filters_.setSpacing(theme.TIGHT)
        filters_.addWidget(self.show_only)
        filters_.addWidget(self.counted)
        self._filters = under
        self.list.add_under_filter(under)
        self.list.add_at_foot(secondary(_("New question…"), self._add))
        self.question = QuestionScreen(desk, print_menu(desk, cycle, PAPERS))
        lay_beside(self, self.list, self.question, _("Choose a question at the left"))
        self.list.chosen.connect(self.question.show_question)
        self.show_only.changed.connect(self.list.reload)
        KeepingUp(self, desk, cycle, self._read)

    # Reading -----------------------------------------------------------------------------------

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.voices = inputs(session, self._cycle.number, self._desk.today())
        lines = self.voices.lines
        chosen = self.show_only.value()
        blocked = self.show_only.blockSignals(True)
        self.show_only.set_options(filters(lines), chosen or Which.ALL)
        self.show_only.blockSignals(blocked)
        self.counted.setText(counted(self.voices.counts))
        self._filters.setVisible(bool(lines))
        if self.list.chosen_id not in {line.id for line in lines}:
            self.list.choose(None)
        self.list.reload()
        self.list.choose_first()
        if self.list.chosen_id is not None:
            self.question.show_question(self.list.chosen_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        shows = SHOWS[self.show_only.value() or Which.ALL]
        return [
            list_row(line)
            for line in reversed(self.voices.lines)
            if shows(line) and all(word in words_of(line) for word in asked)
        ]

    def _add(self) -> None:
        ask_question(self._desk, self._cycle.number, self.window(), self._show)

    def _show(self, input_id: int) -> None:
        self.list.filter.clear()
        self.show_only.set_value(Which.ALL)
        self.list.choose(input_id)

    # Places and papers -------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a question."""
        if place.id is not None:
            self._show(place.id)

    def place_on_view(self) -> Place:
        """The chosen question."""
        if self.list.chosen_id is None:
            return Place("agreements", "cycle", self._cycle.id, "voices")
        return Place("agreements", "tenant_input", self.list.chosen_id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """What tenants asked in this year, as a list."""
        return paper_of_year(self._desk, self._cycle, PAPERS[0])
