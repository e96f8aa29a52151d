"""Geld: what was planned, committed and spent, and what is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_short, money
from desktop.projects.actions.money import remove_cost, remove_line
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.money import ask_cost, ask_line, change_line_facts
from desktop.projects.queries.money import CostLine, Money, MoneyLine, money_of
from desktop.projects.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone


class MoneyPage(QWidget):
    """The lines of the budget, and under them the costs."""

    def __init__(self, desk: Desk, project: ChosenProject) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self.money = Money(0, (), ())
        self._lines: dict[int, MoneyLine] = {}
        self.book = secondary(_("Book costs…"), self._book)
        self.lines = TablePage(
            "budget-lines",
            [
                Column(_("Budget line"), 0),
                Column(_("Phase"), 150),
                Column(_("In the budget"), 120, Align.RIGHT),
                Column(_("Committed"), 120, Align.RIGHT),
                Column(_("Spent"), 120, Align.RIGHT),
                Column(_("Still left"), 130, Align.RIGHT),
            ],
            _("Budget of the project"),
            Empty(
                _("No budget lines yet"),
                _("Divide the budget over what it is for. Then book what is committed and spent."),
                _("New line…"),
                self._add,
            ),
            of_row=[self.book],
            others=[primary(_("New line…"), self._add)],
            menu=self._entries,
        )
        self.lines.table.activated_row.connect(lambda _id: self._change())
        self.costs = TablePage(
            "costs",
            [
                Column(_("Day"), 120),
                Column(_("For what?"), 0),
                Column(_("Budget line"), 180),
                Column(_("Kind"), 120),
                Column(_("Amount"), 130, Align.RIGHT),
            ],
            _("Costs"),
            Empty(_("No costs yet"), _("What you book on a line stands here.")),
            menu=self._cost_entries,
        )
        self.card = self.lines.in_card(_("Budget of the project"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 3)
        column.addWidget(self.costs.in_card(_("Costs")), 2)
        KeepingUp(self, desk, project, self._read)

    def _read(self) -> None:
        with self._desk.reading() as session:
            self.money = money_of(session, self._project.number)
        self._lines = {line.id: line for line in self.money.lines}
        self.lines.show_rows([line_row(line) for line in self.money.lines])
        self.costs.show_rows([cost_row(cost) for cost in self.money.costs])
        self.card.set_title(_("Budget of the project"), summary(self.money))

    def _chosen(self) -> MoneyLine | None:
        chosen = self.lines.table.chosen_id
        return self._lines.get(chosen) if chosen is not None else None

    def _add(self) -> None:
        ask_line(self._desk, self._project.number, self)

    def _book(self) -> None:
        line = self._chosen()
        if line is not None:
            ask_cost(self._desk, line, self)

    def _change(self) -> None:
        line = self._chosen()
        if line is not None:
            change_line_facts(self._desk, self._project.number, line, self)

    def _entries(self, line_id: int) -> Entries:
        line, desk = self._lines[line_id], self._desk
        project_id = self._project.number
        entries: list[tuple[str, Callable[[], object]]] = [
            (_("Book costs…"), lambda: ask_cost(desk, line, self)),
            (_("Change…"), lambda: change_line_facts(desk, project_id, line, self)),
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_line(desk.store, desk.who, line_id), self),
            ),
        ]
        return entries

    def _cost_entries(self, cost_id: int) -> Entries:
        desk = self._desk
        return [
            (
                _("Remove"),
                lambda: desk.did(lambda: remove_cost(desk.store, desk.who, cost_id), self),
            )
        ]


def summary(shown: Money) -> str:
    """What is left of the whole budget, and that the lines ask more than there is."""
    parts = [
        _("{left} left of {budget}").format(left=money(shown.left), budget=money(shown.budget))
    ]
    over = shown.planned - shown.budget
    if over > 0:
        parts.append(_("the lines are {amount} more than the budget").format(amount=money(over)))
    return " · ".join(parts)


def line_row(line: MoneyLine) -> TableRow:
    """One line of the budget as a row of the table."""
    left = Cell(money(line.left), sort=line.left)
    if line.left < 0:
        left = Cell(_("{amount} over").format(amount=money(-line.left)), Tone.RED, sort=line.left)
    return TableRow(
        line.id,
        (
            Cell(line.name, bold=True),
            Cell(line.phase or _("The whole project")),
            Cell(money(line.planned), sort=line.planned),
            Cell(money(line.committed), sort=line.committed),
            Cell(money(line.spent), sort=line.spent),
            left,
        ),
    )


def cost_row(cost: CostLine) -> TableRow:
    """One booking as a row of the table."""
    return TableRow(
        cost.id,
        (
            Cell(day_short(cost.booked_on), sort=cost.booked_on),
            Cell(cost.what, note=cost.note),
            Cell(cost.line),
            Cell(word(cost.kind)),
            Cell(money(cost.cents), sort=cost.cents),
        ),
    )
