"""Bewonersbudget: ideas, ballots and the result of money that residents divide themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.projects.actions.budgets import remove_idea
from desktop.projects.panels.budget.entering import EnteringCard
from desktop.projects.panels.budget.files import ask_ballots
from desktop.projects.panels.budget.papers import ballot, result, two_ballots
from desktop.projects.panels.budget.result import ResultView
from desktop.projects.panels.budget.rows import left_to_test, row, subtitle
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.budgets import (
    ask_budget,
    ask_carrying_out,
    ask_idea,
    ask_test,
    ask_voting,
    change_budget_facts,
    change_idea_words,
)
from desktop.projects.queries.budgets import BudgetView, IdeaLine, budgets_of
from desktop.projects.queries.projects import project_view
from desktop.projects.states import BudgetRoundState
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.scroll import Scroll
from desktop.widgets.table import Align, Column
from desktop.widgets.table_page import Entries, TablePage

R = BudgetRoundState


class BudgetPage(QWidget):
    """The chosen budget: above its ideas, under it the entry of ballots or the result."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.view: BudgetView | None = None
        self._budgets: list[BudgetView] = []
        self.picker = ChoiceInput([])
        self.picker.setAccessibleName(_("Which budget"))
        self.next = Button("", self._go_on, "primary")
        self.test = secondary(_("Test…"), self._test_or_carry_out)
        self.print = secondary(_("Print the ballot…"), self._print)
        self.ideas = TablePage(
            "budget-ideas",
            [
                Column(_("Nr"), 50),
                Column(_("Idea"), 0),
                Column(_("Cost"), 120, Align.RIGHT),
                Column(_("Households"), 110, Align.RIGHT),
                Column(_("State"), 230),
            ],
            _("Ideas"),
            Empty(
                _("No ideas yet"),
                _("Write down what residents would spend the money on."),
                _("New idea…"),
                self._add,
            ),
            of_row=[self.test],
            menu=self._entries,
        )
        self.ideas.table.activated_row.connect(lambda _id: self._test_or_carry_out())
        self.ideas.table.chosen.connect(lambda _id: self._offer())
        self.card = Card(
            _("Residents’ budget"),
            "",
            [
                self.picker,
                menu_button(_("More"), self._fill_more),
                self.test,
                self.print,
                self.next,
            ],
        )
        self.card.add(self.ideas, 1)
        self.entering = EnteringCard(desk)
        self.result = ResultView()
        self.told = Card(_("Result of the vote"))
        self.told.add(Scroll(self.result), 1)
        filled = QWidget()
        self._column = column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 3)
        column.addWidget(self.entering, 1)
        column.addWidget(self.told, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            Empty(
                _("No residents’ budget yet"),
                _("Residents divide this money themselves. Everybody has the same share of it."),
                _("New residents’ budget…"),
                self._new,
            )
        )
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.picker.changed.connect(self._pick)
        KeepingUp(self, desk, project, self._read)

    # Reading -------------------------------------------------------------------------------------

    def _read(self) -> None:
        with self._desk.reading() as session:
            self._budgets = budgets_of(session, self._project.number)
        kept = self.view.id if self.view is not None else None
        self.view = next(
            (one for one in self._budgets if one.id == kept), next(iter(self._budgets), None)
        )
        blocked = self.picker.blockSignals(True)
        self.picker.set_options(
            [(one.id, one.name) for one in self._budgets], self.view.id if self.view else None
        )
        self.picker.blockSignals(blocked)
        self.picker.setVisible(len(self._budgets) > 1)
        self._show()

    def _pick(self) -> None:
        self.view = next((b for b in self._budgets if b.id == self.picker.value()), self.view)
        self._show()

    def show_place(self, place: Place) -> None:
        """Show a budget."""
        if place.id is not None and any(one.id == place.id for one in self._budgets):
            self.picker.set_value(place.id)

    def _show(self) -> None:
        view = self.view
        self._stack.setCurrentIndex(0 if view is None else 1)
        if view is None:
            return
        self.card.set_title(view.name, subtitle(view))
        self.ideas.show_rows([row(view, idea) for idea in view.ideas])
        words = {
            R.COLLECTING: _("New idea…"),
            R.TESTED: _("Begin the voting…"),
            R.VOTING: "",
            R.RESULT: _("Print the result…"),
        }[view.state]
        self.next.setText(words)
        # Without ideas the empty table offers the first one.
        self.next.setVisible(bool(words) and bool(view.ideas))
        self.test.setText(_("Carry out…") if view.state is R.RESULT else _("Test…"))
        self.test.setVisible(view.state is not R.VOTING)
        self.print.setVisible(view.state is R.VOTING)
        self.ideas.tell(left_to_test(view))
        self._offer()
        # While people vote the ideas stand with the entry, which needs the room.
        self.ideas.setVisible(view.state is not R.VOTING)
        self._column.setStretchFactor(self.card, 0 if view.state is R.VOTING else 3)
        self.entering.setVisible(view.state is R.VOTING)
        self.told.setVisible(view.result is not None)
        if view.state is R.VOTING:
            self.entering.show_budget(view)
        if view.result is not None:
            self.result.show_result(view.result)

    def _offer(self) -> None:
        """Only what was funded can be carried out."""
        idea, view = self._idea(), self.view
        if idea is None or view is None or view.result is None:
            return
        funded = any(one.name == idea.name for one in view.result.funded)
        self.test.set_reason(None if funded else _("There was no money for this idea."))

    # What is done --------------------------------------------------------------------------------

    def _new(self) -> None:
        with self._desk.reading() as session:
            project = project_view(session, self._project.number, self._desk.today())
        ask_budget(self._desk, self._project.number, project.dwellings or project.homes, self)

    def _add(self) -> None:
        if self.view is not None:
            ask_idea(self._desk, self.view, self)

    def _go_on(self) -> None:
        view = self.view
        if view is None:
            return
        steps: dict[BudgetRoundState, Callable[[], object]] = {
            R.COLLECTING: self._add,
            R.TESTED: lambda: ask_voting(self._desk, view, self, self.entering.entry.setFocus),
            R.RESULT: self._print,
        }
        steps.get(view.state, lambda: None)()

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The result when it is there, else the ballot."""
        if self.view is None:
            return None
        return (result if self.view.state is R.RESULT else ballot)(self._desk, self.view)

    def tenant_screen(self) -> QWidget | None:
        """The ballot, while people vote."""
        if self.view is None or self.view.state is not R.VOTING:
            return None
        from desktop.projects.panels.budget.tenant import TenantVote

        return TenantVote(self._desk, self.view.id)

    def _idea(self) -> IdeaLine | None:
        chosen = self.ideas.table.chosen_id
        ideas = self.view.ideas if self.view is not None else ()
        return next((idea for idea in ideas if idea.id == chosen), None)

    def _test_or_carry_out(self) -> None:
        idea, view = self._idea(), self.view
        if idea is None or view is None:
            return
        if view.state is R.RESULT:
            ask_carrying_out(self._desk, idea, self)
        elif view.state is not R.VOTING:
            ask_test(self._desk, idea, self)

    def _entries(self, idea_id: int) -> Entries:
        idea, view, desk = self._idea(), self.view, self._desk
        if idea is None or view is None or idea.id != idea_id:
            return []
        if view.state is R.RESULT:
            return [(_("Carry out…"), lambda: ask_carrying_out(desk, idea, self))]
        if view.state is R.VOTING:
            return []
        return [
            (_("Test…"), lambda: ask_test(desk, idea, self)),
            (_("Correct the words…"), lambda: change_idea_words(desk, idea, self)),
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_idea(desk.store, desk.who, idea_id), self),
            ),
        ]

    def _fill_more(self, menu: QMenu) -> None:
        view = self.view
        if view is None:
            return
        before = view.state in (R.COLLECTING, R.TESTED)
        voting = _("people vote already")
        add_entry(menu, _("New idea…"), self._add, before, voting)
        add_entry(
            menu,
            _("Change the budget…"),
            lambda: change_budget_facts(self._desk, view, self),
            before,
            voting,
        )
        for words, paper in (
            (_("Print the ballot…"), ballot),
            (_("Print two ballots to a sheet…"), two_ballots),
        ):
            add_entry(
                menu,
                words,
                partial(self._desk.show_paper, paper(self._desk, view)),
                view.state is not R.COLLECTING,
                _("not every idea is tested yet"),
            )
        add_entry(
            menu,
            _("Read in ballots…"),
            lambda: ask_ballots(self._desk, view, self),
            view.state is R.VOTING,
            _("the voting has not begun") if before else _("the result was told"),
        )
        add_entry(menu, _("New residents’ budget…"), self._new)
