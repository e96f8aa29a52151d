"""The budget of a tenants' organisation in a calendar year: what is left, and what it went to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from desktop.agreements.actions.budgets import remove_expense
from desktop.agreements.panels.parties import means_dialogs as dialogs
from desktop.agreements.queries.means import BudgetView, MeansView
from desktop.agreements.states import Expense
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain, day_year, money
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.words import Words


class BudgetCard(Card):
    """The amount with what is left of it, and every expense."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeansView | None = None
        self.further = menu_button(_("More"), self._fill)
        self.expense = secondary(_("Expense…"), self._spend)
        self.expenses = TablePage(
            "tenants-expenses",
            [
                Column(_("Day"), 110),
                Column(_("What"), 0),
                Column(_("Kind"), 110),
                Column(_("Amount"), 110, Align.RIGHT),
            ],
            _("Expenses"),
            Empty(
                _("No expenses yet"),
                _("Tenants spend their budget as they see fit (Overlegwet, art. 7(2))."),
            ),
        )
        super().__init__(_("Budget"), _("Overlegwet, art. 7"), [self.further, self.expense])
        self._none = Empty(
            _("No budget yet"),
            _("Corporation and tenants agree on an amount for each calendar year."),
            _("Budget…"),
            self._agree,
        )
        self._state = Swapped()
        self.add(self._none, 1)
        self.add(self._state)
        self.add(self.expenses, 1)

    def show_view(self, view: MeansView) -> None:
        """Show the budget of this year."""
        self.view = view
        budget = view.budget
        self.set_title(_("Budget {year}").format(year=view.year), _("Overlegwet, art. 7"))
        self._none.setVisible(budget is None)
        for part in (self._state, self.expenses, self.further, self.expense):
            part.setVisible(budget is not None)
        if budget is not None:
            self._state.show_content(_state(budget, self._desk.today()))
            self.expenses.show_rows(
                [
                    TableRow(
                        one.id,
                        (
                            Cell(day_year(one.spent_on), sort=one.spent_on),
                            Cell(one.what, bold=True),
                            word(one.kind),
                            Cell(money(one.cents), sort=one.cents),
                        ),
                    )
                    for one in budget.expenses
                ]
            )

    @property
    def budget(self) -> BudgetView | None:
        return self.view.budget if self.view is not None else None

    def _agree(self) -> None:
        if self.view is not None:
            dialogs.new_budget(self._desk, self.view, self.window())

    def _spend(self) -> None:
        if self.budget is not None:
            dialogs.new_expense(self._desk, self.budget, self.window())

    def _fill(self, menu: QMenu) -> None:
        budget, desk, parent = self.budget, self._desk, self.window()
        if budget is None:
            return
        chosen = self.expenses.table.chosen_id
        entries: Sequence[tuple[str, Callable[[], object], bool]] = (
            (_("Change the budget…"), partial(dialogs.change_budget, desk, budget, parent), True),
            (_("Accounts received…"), partial(dialogs.accounts, desk, budget, parent), True),
            (_("Remove the expense"), self._remove, chosen is not None),
        )
        for words, do, possible in entries:
            add_entry(menu, words, do, possible, _("none is chosen"))

    def _remove(self) -> None:
        chosen, desk = self.expenses.table.chosen_id, self._desk
        if chosen is not None:
            desk.did(partial(remove_expense, desk.store, desk.who, chosen), self)


def _state(budget: BudgetView, today: date) -> QWidget:
    """The amount, what was spent by kind, what is left or beyond it, and the accounts."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.LARGE)
    grid.setVerticalSpacing(theme.TIGHT)
    settled = budget.settled
    numbers = (
        (_("Agreed amount"), settled.amount),
        (_("Spent"), settled.spent),
        (_("Still left"), settled.left),
        *((word(kind), budget.spent_on(kind)) for kind in Expense),
    )
    for at, (words, amount) in enumerate(numbers):
        row, side = divmod(at, 3)
        grid.addWidget(Words(words, "soft"), row * 2, side)
        grid.addWidget(Words(money(amount), "strong"), row * 2 + 1, side)
        grid.setColumnStretch(side, 1)
    if settled.over:
        grid.addWidget(Words(_beyond(budget), "amber", wraps=True), 4, 0, 1, 3)
    late = budget.is_late(today)
    grid.addWidget(Words(_accounts(budget), "amber" if late else "soft", wraps=True), 5, 0, 1, 3)
    return made


def _beyond(budget: BudgetView) -> str:
    settled = budget.settled
    words = _(
        "{over} beyond the budget: {landlord} is for the corporation, which consented to it, and "
        "{tenants} for the tenants themselves (Overlegwet, art. 7(2))."
    )
    return words.format(
        over=money(settled.over),
        landlord=money(settled.of_landlord),
        tenants=money(settled.of_tenants),
    )


def _accounts(budget: BudgetView) -> str:
    if budget.accounted_on is not None:
        return _("Accounts received on {day}.").format(day=day_plain(budget.accounted_on))
    if budget.due_on is None:
        return ""
    words = _("The tenants tell by {day} what it was spent on (Overlegwet, art. 7(2)).")
    return words.format(day=day_plain(budget.due_on))
