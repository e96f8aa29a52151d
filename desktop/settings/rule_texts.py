"""The rules that the program computes with: what they say, where it was read, and whether a manager
compared it with the text in force."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.estate.checked_rules import RuleLine, confirm_rule, rule_lines
from desktop.language import _, ngettext
from desktop.language.format import day_plain
from desktop.terms.statutory import Rule, RuleKind, TermUnit
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class RulesPanel(QWidget):
    """A row for each rule; below it what the chosen one says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[RuleLine] = []
        self.table = Table(
            "rules",
            [
                Column(_("Rule"), 0),
                Column(_("Compared"), 180),
            ],
            _("Rules and terms"),
        )
        self._article = Words("", "strong", wraps=True)
        self._said = Words("", wraps=True)
        self._source = Words("", "soft", wraps=True)
        self._confirm = secondary(_("Compared with the text in force"), self.confirm)
        card = Card(_("Rules and terms"))
        card.add(
            Words(
                _(
                    "The law moves. Compare each article with the text in force. Until a manager "
                    "did so, the program says so wherever it shows the article."
                ),
                "soft",
                wraps=True,
            )
        )
        card.add(self.table, 1)
        card.add(self._article)
        card.add(self._said)
        card.add(self._source)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addStretch(1)
        row.addWidget(self._confirm)
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.table.chosen.connect(self._show)
        desk.changed.connect(self.reload)
        self.reload()
        self.table.choose(0)

    def reload(self) -> None:
        """Read the rules again; the same one stays chosen."""
        chosen = self._chosen()
        with self._desk.reading() as session:
            self._lines = list(rule_lines(session))
        self.table.show_rows([_row(n, line) for n, line in enumerate(self._lines)])
        if chosen is not None:
            keys = [line.rule.key for line in self._lines]
            self.table.choose(keys.index(chosen.rule.key))

    def confirm(self) -> None:
        """The manager compared the chosen rule with the text in force."""
        chosen = self._chosen()
        if chosen is not None:
            desk = self._desk
            desk.did(lambda: confirm_rule(desk.store, desk.who, chosen.rule.key), self)

    def _chosen(self) -> RuleLine | None:
        place = self.table.chosen_id
        return self._lines[place] if place is not None and place < len(self._lines) else None

    def _show(self, place: int) -> None:
        line = self._lines[place]
        self._article.setText(" · ".join(filter(None, (line.rule.article, _term(line.rule)))))
        self._said.setText(line.rule.words)
        self._source.setText(_where_from(line))
        agreement = line.rule.kind is RuleKind.AGREEMENT
        self._confirm.set_reason(
            _("A working agreement is your own: there is no text to compare.")
            if agreement
            else None
        )


def _where_from(line: RuleLine) -> str:
    if line.rule.caution:
        return line.rule.caution
    if line.checked_by:
        return _("{source}. Compared with the text in force by {name}.").format(
            source=line.rule.source, name=line.checked_by
        )
    return line.rule.source


def _row(place: int, line: RuleLine) -> TableRow:
    return TableRow(
        place,
        (Cell(line.rule.name, bold=True), _state(line.rule)),
    )


def _state(rule: Rule) -> Cell:
    if rule.kind is RuleKind.AGREEMENT:
        return Cell(_("working agreement"))
    if rule.checked_on is None:
        return Cell(_("not yet"), Tone.AMBER)
    return Cell(day_plain(rule.checked_on), Tone.GREEN)


def _term(rule: Rule) -> str:
    if rule.term is None or rule.unit is None:
        return ""
    n = rule.term
    return {
        TermUnit.HOURS: ngettext("{n} hour", "{n} hours", n),
        TermUnit.DAYS: ngettext("{n} day", "{n} days", n),
        TermUnit.WORKING_DAYS: ngettext("{n} working day", "{n} working days", n),
        TermUnit.WEEKS: ngettext("{n} week", "{n} weeks", n),
        TermUnit.MONTHS: ngettext("{n} month", "{n} months", n),
        TermUnit.YEARS: ngettext("{n} year", "{n} years", n),
    }[rule.unit].format(n=n)
