"""The cards of one host."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.language.format import day_year, moment_short, number
from desktop.viewings.actions.hosts import change_host as change
from desktop.viewings.actions.hosts import set_away, withdraw_relation
from desktop.viewings.panels.hosts.availability import Availability
from desktop.viewings.panels.hosts.away import add_away
from desktop.viewings.panels.hosts.instruction import record_instruction
from desktop.viewings.panels.hosts.person import change_host, language_name
from desktop.viewings.panels.hosts.relation import add_relation
from desktop.viewings.panels.tones import tone
from desktop.viewings.queries.hosts import HostLine, RelationLine
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.facts import Facts
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.words import Words

Shown = Callable[[], HostLine]


class ContactCard(Card):
    """Who it is, how to reach them, and what they signed."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        super().__init__(
            _("Contact"),
            actions=[
                secondary(_("Change…"), lambda: change_host(desk, shown(), self)),
                secondary(_("Dates…"), lambda: record_instruction(desk, shown(), self)),
            ],
        )
        self._facts = Swapped()
        self.add(self._facts)

    def show_host(self, host: HostLine) -> None:
        most = host.max_per_month
        pairs = [
            (_("Address"), host.address),
            (_("Phone"), host.phone),
            (_("E-mail"), host.email),
            (_("Languages"), ", ".join(language_name(code) for code in host.languages)),
            (_("Age"), host.age_band),
            (
                _("Receives"),
                ngettext("at most {n} time a month", "at most {n} times a month", most).format(
                    n=most
                ),
            ),
            (_("Instruction"), day_year(host.instructed_on) if host.instructed_on else ""),
            (_("Secrecy signed"), day_year(host.secrecy_on) if host.secrecy_on else ""),
        ]
        self._facts.show_content(Facts(pairs))


class AvailabilityCard(Card):
    """The parts of the week in which the host can come; a click keeps it at once."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        super().__init__(_("Availability"))
        self._desk, self._shown = desk, shown
        self.grid = Availability()
        self.grid.chosen.connect(self._keep)
        self.add(self.grid)
        self._words = Words("", "small", wraps=True)
        self.add(self._words)

    def show_host(self, host: HostLine) -> None:
        self.grid.set_value(host.availability)
        self._words.setText(
            _("The rota asks this host only for the ticked parts. Evening begins at 17:30.")
            if host.availability
            else _("Nothing ticked means: the host can always come. Evening begins at 17:30.")
        )

    def _keep(self, parts: list[str]) -> None:
        desk, host = self._desk, self._shown()
        kept = desk.did(
            lambda: change(desk.store, desk.who, host.id, {"availability": parts}), self
        )
        if not kept:
            self.grid.set_value(host.availability)


class AwayCard(Card):
    """The periods in which the host is away."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        super().__init__(
            _("Away"), actions=[secondary(_("Add…"), lambda: add_away(desk, shown(), self))]
        )
        self._desk = desk
        self._lines = Swapped()
        self.add(self._lines)

    def show_host(self, host: HostLine) -> None:
        self._lines.show_content(
            _lines(
                [(_away_words(*period), self._removing(host, period)) for period in host.away],
                _("Not away in the time to come."),
            )
        )

    def _removing(self, host: HostLine, period: tuple[date, date]) -> Callable[[], object]:
        desk = self._desk
        left = [one for one in host.away if one != period]
        return lambda: desk.did(lambda: set_away(desk.store, desk.who, host.id, left), self)


class RelationsCard(Card):
    """Whom the host declared to know."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        super().__init__(
            _("Knows"), actions=[secondary(_("Add…"), lambda: add_relation(desk, shown(), self))]
        )
        self._desk = desk
        self._lines = Swapped()
        self.add(self._lines)

    def show_host(self, host: HostLine) -> None:
        self._lines.show_content(
            _lines(
                [(_relation_words(line), self._withdrawing(line.id)) for line in host.relations],
                _("Nobody declared yet. Ask it at the instruction."),
            )
        )

    def _withdrawing(self, relation_id: int) -> Callable[[], object]:
        desk = self._desk
        return lambda: desk.did(lambda: withdraw_relation(desk.store, desk.who, relation_id), self)


class ShiftsCard(Card):
    """What the host did and will do, newest first; Enter opens the viewing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Shifts"))
        self.table = Table(
            "host-shifts",
            [
                Column(_("When"), 130),
                Column(_("Where"), 0),
                Column(_("Role"), 80),
                Column(_("State"), 110),
            ],
            _("Shifts"),
        )
        self.table.setMinimumHeight(theme.scaled(180))
        self.table.activated_row.connect(
            lambda viewing_id: desk.open(Place("viewings", "viewing", viewing_id))
        )
        self.add(self.table, 1)
        self._none = Words(_("No shifts yet. The rota proposes hosts in turn."), "soft", wraps=True)
        self.body.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)

    def show_host(self, host: HostLine) -> None:
        self.table.show_rows(
            [
                TableRow(
                    duty.viewing_id,
                    (
                        Cell(moment_short(duty.at), sort=duty.at),
                        duty.address,
                        word(duty.role),
                        Cell(word(duty.state), tone(duty.state)),
                    ),
                )
                for duty in host.duties
            ]
        )
        self.table.setVisible(bool(host.duties))
        self._none.setVisible(not host.duties)
        self.set_title(
            _("Shifts"),
            _("{turns} in 90 days, {hours} hours").format(
                turns=turns(host.turns_90), hours=number(host.minutes_90 / 60)
            ),
        )


def turns(n: int) -> str:
    """`3 beurten`."""
    return ngettext("{n} turn", "{n} turns", n).format(n=n)


def _away_words(first: date, last: date) -> str:
    if first == last:
        return day_year(first)
    return _("{first} to {last}").format(first=day_year(first), last=day_year(last))


def _relation_words(line: RelationLine) -> str:
    return _("{name} · {kind}, told {day}").format(
        name=line.person, kind=word(line.kind).lower(), day=day_year(line.declared_on)
    )


def _lines(lines: Sequence[tuple[str, Callable[[], object]]], nothing: str) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.TIGHT)
    for words, remove in lines:
        row = QHBoxLayout()
        row.addWidget(Words(words, wraps=True), 1)
        button = link(_("Remove"), remove)
        button.setAccessibleName(f"{_('Remove')}: {words}")
        row.addWidget(button)
        column.addLayout(row)
    if not lines:
        column.addWidget(Words(nothing, "soft", wraps=True))
    return inside
