"""Bewonersbudget: ideas, ballots and the result of money that residents divide themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_short, money
from desktop.projects.actions.budgets import cast_ballot, fix_result, remove_idea
from desktop.projects.panels.budget.entry import BallotEntry
from desktop.projects.panels.budget.result import ResultView
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
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.form import Form
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone

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
        self.card = Card(
            _("Residents’ budget"),
            "",
            [self.picker, menu_button(_("More"), self._fill_more), self.test, self.next],
        )
        self.card.add(self.ideas, 1)
        self.entry = BallotEntry()
        self.entry.cast.connect(self._cast)
        self.entering = Card(_("Enter ballots"), "", [secondary(_("Fix the result…"), self._fix)])
        self.entering.add(self.entry)
        self.result = ResultView()
        self.told = Card(_("Result of the vote"))
        self.told.add(self.result)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 1)
        column.addWidget(self.entering)
        column.addWidget(self.told)
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
            R.VOTING: _("Fix the result…"),
            R.RESULT: "",
        }[view.state]
        self.next.setText(words)
        self.next.setVisible(bool(words))
        self.test.setText(_("Carry out…") if view.state is R.RESULT else _("Test…"))
        self.test.setVisible(view.state is not R.VOTING)
        self.entering.setVisible(view.state is R.VOTING)
        self.told.setVisible(view.result is not None)
        if view.state is R.VOTING:
            on_ballot = [idea for idea in view.ideas if idea.feasible]
            self.entry.show_ideas(on_ballot, view.voted, view.households)
        if view.result is not None:
            self.result.show_result(view.result)

    # What is done --------------------------------------------------------------------------------

    def _new(self) -> None:
        with self._desk.reading() as session:
            project = project_view(session, self._project.number, self._desk.today())
        ask_budget(self._desk, self._project.number, project.dwellings, self)

    def _add(self) -> None:
        if self.view is not None:
            ask_idea(self._desk, self.view, self)

    def _go_on(self) -> None:
        view = self.view
        if view is None:
            return
        steps: dict[BudgetRoundState, Callable[[], object]] = {
            R.COLLECTING: self._add,
            R.TESTED: lambda: ask_voting(self._desk, view, self),
            R.VOTING: self._fix,
        }
        steps.get(view.state, lambda: None)()

    def _fix(self) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return
        form = Form()
        form.note(
            _(
                "{n} of {all} households voted. With the result the numbers of the households are "
                "wiped: nobody sees any more who wanted what. This cannot be undone."
            ).format(n=view.voted, all=view.households)
        )
        Dialog(
            desk,
            _("Fix the result"),
            form,
            _("Fix the result"),
            lambda: fix_result(desk.store, desk.who, view.id),
            self,
        ).open()

    def _cast(self, household: str, ideas: list[int]) -> None:
        view, desk = self.view, self._desk
        if view is None:
            return

        def work() -> None:
            try:
                cast_ballot(desk.store, desk.who, view.id, household, ideas)
            except Refused as refused:
                self.entry.refuse(refused.sentence)
            else:
                self.entry.clear()

        desk.did(work, self)

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
        add_entry(menu, _("New residents’ budget…"), self._new)


def subtitle(view: BudgetView) -> str:
    """`€ 10.000 · Stemmen · 112 van 376 huishoudens · tot ma 7 dec`."""
    parts = [money(view.amount_cents), word(view.state)]
    if view.state in (R.VOTING, R.RESULT):
        voted = ngettext(
            "{n} of {all} household voted", "{n} of {all} households voted", view.voted
        )
        parts.append(voted.format(n=view.voted, all=view.households))
    if view.state is R.VOTING and view.vote_until is not None:
        parts.append(_("until {day}").format(day=day_short(view.vote_until)))
    return " · ".join(parts)


def row(view: BudgetView, idea: IdeaLine) -> TableRow:
    """One idea as a row of the table."""
    return TableRow(
        idea.id,
        (
            Cell(str(idea.number), sort=idea.number),
            Cell(idea.name, bold=True, note=idea.what),
            Cell(money(idea.cost_cents) if idea.cost_cents else "", sort=idea.cost_cents or 0),
            Cell("" if idea.votes is None else str(idea.votes), sort=idea.votes or 0),
            _state(view, idea),
        ),
    )


def _state(view: BudgetView, idea: IdeaLine) -> Cell:
    if idea.feasible is None:
        return Cell(_("Not tested yet"), Tone.AMBER)
    if not idea.feasible:
        return Cell(_("Cannot be done"), Tone.GREY, note=idea.reason)
    if view.result is None:
        return Cell(_("On the ballot"), Tone.BLUE)
    if not any(one.name == idea.name for one in view.result.funded):
        return Cell(_("Not funded"), Tone.GREY)
    if idea.done_on is not None:
        return Cell(_("Done {day}").format(day=day_short(idea.done_on)), Tone.GREEN)
    if idea.due_on is not None:
        before = _("before {day}").format(day=day_short(idea.due_on))
        return Cell(f"{idea.owner}, {before}", Tone.AMBER)
    return Cell(_("Funded"), Tone.GREEN)
