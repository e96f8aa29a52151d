"""Evaluations that were kept: a list with their days, and the measures of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.viewings.panels.evaluation.figures import FIGURE_WIDTH
from desktop.viewings.queries.evaluation.kept import KeptEvaluation, KeptTable, kept_table
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.words import Words


class KeptDialog(QDialog):
    """The measures of one kept evaluation, as they stood on its day."""

    def __init__(self, kept: KeptTable, parent: QWidget) -> None:
        super().__init__(parent)
        about = kept.about
        title = _("Evaluation kept on {day}").format(day=_day(about))
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = Table(
            "evaluation-kept-measures",
            [
                Column(_("What we measured"), 0),
                *(Column(name, FIGURE_WIDTH) for name in kept.columns),
            ],
            title,
        )
        self.table.show_rows(
            [
                TableRow(
                    number,
                    (
                        Cell(line.label, note=line.label),
                        *(Cell(words, note=words) for words in line.results),
                    ),
                )
                for number, line in enumerate(kept.lines)
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(title, "heading", wraps=True))
        column.addWidget(Words(f"{about.scope} · {_period(about)}", "soft", wraps=True))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(secondary(_("Close"), self.reject))
        column.addLayout(row)
        self.resize(theme.scaled(1240), theme.scaled(620))


def kept_card(desk: Desk, kept: Sequence[KeptEvaluation]) -> Card:
    """Each kept evaluation with its day, its period, its complexes and who kept it; Enter or a
    double click opens one."""
    if not kept:
        return Card(
            _("Kept earlier"), _("Nothing was kept yet. “Keep as it stands” keeps these numbers.")
        )
    card = Card(_("Kept earlier"), _("Press Enter or double click for the numbers of that day."))
    table = Table(
        "evaluation-kept",
        [
            Column(_("Kept on"), 190),
            Column(_("Period"), 360),
            Column(_("Complexes"), 0),
            Column(_("By"), 190),
        ],
        _("Kept earlier"),
    )
    table.show_rows(
        [
            TableRow(
                one.id,
                (
                    Cell(_day(one), bold=True, sort=one.kept_at),
                    _period(one),
                    Cell(one.scope, note=one.scope),
                    one.by or _("the program"),
                ),
            )
            for one in kept
        ]
    )
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setFixedHeight(len(kept) * theme.scaled(theme.ROW_HEIGHT) + theme.scaled(36) + 20)

    def show(snapshot_id: int) -> None:
        with desk.reading() as session:
            found = kept_table(session, snapshot_id)
        KeptDialog(found, card).open()

    table.activated_row.connect(show)
    card.add(table)
    return card


def _day(kept: KeptEvaluation) -> str:
    return day_plain(local(kept.kept_at).date())


def _period(kept: KeptEvaluation) -> str:
    return _("{first} to {last}").format(
        first=day_plain(kept.first_day), last=day_plain(kept.last_day)
    )
