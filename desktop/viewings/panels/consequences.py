"""Settings: what a refusal means for priority, per region, with where and when it was read (C3)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.store import Changed
from desktop.viewings.actions.consequences import remove_consequence
from desktop.viewings.panels.policies.consequence import add_consequence, change_consequence
from desktop.viewings.queries.policies import ConsequenceRow, consequences
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.words import Words


class ConsequencesPanel(QWidget):
    """A row for each text; ways of working choose one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, ConsequenceRow] = {}
        self.table = Table(
            "consequences",
            [
                Column(_("Region"), 130),
                Column(_("Where this is written"), 0),
                Column(_("Used by"), 130),
            ],
            _("Priority per region"),
        )
        self._text = Words("", wraps=True)
        self._read = Words("", "soft", wraps=True)
        card = Card(
            _("Priority per region"),
            actions=[
                secondary(_("Add a region…"), lambda: add_consequence(desk, self, lambda _id: None))
            ],
        )
        card.add(
            Words(
                _(
                    "In many regions a refusal or a no-show can end priority. Candidates read the "
                    "text in their letters, and colleagues before they record something."
                ),
                "soft",
                wraps=True,
            )
        )
        card.add(self.table, 1)
        card.add(self._text)
        card.add(self._read)
        self._change = secondary(_("Change…"), self.change)
        self._remove = secondary(_("Remove"), self.remove)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._change)
        row.addWidget(self._remove)
        row.addStretch(1)
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table.chosen.connect(self._show)
        self.table.activated_row.connect(lambda _id: self.change())
        desk.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Read the texts again."""
        with self._desk.reading() as session:
            self._rows = {row.id: row for row in consequences(session)}
        self.table.show_rows([_row(row) for row in self._rows.values()])
        chosen = self._chosen()
        nothing = _("First choose a region in the list.")
        for button in (self._change, self._remove):
            button.set_reason(None if chosen is not None else nothing)

    def change(self) -> None:
        """Change the chosen text."""
        chosen = self._chosen()
        if chosen is not None:
            change_consequence(self._desk, chosen, self)

    def remove(self) -> None:
        """Remove the chosen text; it can be undone."""
        desk, chosen = self._desk, self._chosen()
        if chosen is not None:
            desk.did(lambda: remove_consequence(desk.store, desk.who, chosen.id), self)

    def _chosen(self) -> ConsequenceRow | None:
        return self._rows.get(self.table.chosen_id or 0)

    def _show(self, row_id: int) -> None:
        row = self._rows[row_id]
        self._text.setText(row.text_nl)
        self._read.setText(
            ngettext(
                "read on {day} · {n} refusal allowed",
                "read on {day} · {n} refusals allowed",
                row.refusals_allowed,
            ).format(day=day_plain(row.read_on), n=row.refusals_allowed)
        )
        for button in (self._change, self._remove):
            button.set_reason(None)

    def _changed(self, changed: Changed) -> None:
        if changed.tables & {"priority_consequence", "policy_version"}:
            self.reload()


def _row(row: ConsequenceRow) -> TableRow:
    used = ngettext("{n} way of working", "{n} ways of working", row.used_by)
    return TableRow(
        row.id,
        (
            Cell(row.region, bold=True),
            row.source,
            used.format(n=row.used_by),
        ),
    )
