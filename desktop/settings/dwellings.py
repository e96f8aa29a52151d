"""The dwellings of a complex, and of the chosen one who lives there or did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.estate import queries
from desktop.estate.facts import DwellingFacts
from desktop.estate.kinds import kind_name
from desktop.estate.queries import ComplexLine, DwellingLine, TenancyLine
from desktop.estate.typed import floor_words
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.language.format import day_year
from desktop.settings.dwelling_dialog import ask_change_of_dwelling, ask_new_dwelling
from desktop.settings.tenancies import Tenancies
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.words import Words

TENANCIES_PX = 200  # room for two, in pixels of normal print; more scroll


class Dwellings(QDialog):
    """Typing narrows the list to an address, a code or a name; Enter on a row changes it. Under
    the list stand the tenancies of the row that the cursor is on."""

    def __init__(self, desk: Desk, complex_: ComplexLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._complex = desk, complex_
        self._lines: dict[int, DwellingLine] = {}
        self._of_dwelling: dict[int, list[TenancyLine]] = {}
        title = _("Dwellings of {complex}").format(complex=complex_.facts.name)
        self.setWindowTitle(title)
        self.filter = FilterLine(_("Search by address, code or name"))
        self.table = Table(
            "dwellings",
            [
                Column(_("Address"), 0),
                Column(_("Kind"), 130),
                Column(_("Floor"), 110),
                Column(_("Rooms"), 70, Align.RIGHT),
                Column(_("Resident"), 170),
                Column(_("Since"), 110),
            ],
            title,
            menu=lambda id: [(_("Change dwelling…"), lambda: self._change(id))],
        )
        self._change_button = secondary(_("Change dwelling…"), self._change_chosen)
        self._counted = Words("", "soft")
        self._none = Empty(
            _("No dwellings yet"),
            _("Add them one by one, or import a list: that button is in the settings."),
            _("New dwelling…"),
            self._add,
        )
        self._not_found = Empty(
            _("No dwelling found"), _("Type less of the address, or empty the search field.")
        )
        self.tenancies = Tenancies(desk)
        self._lay_out(title)
        self.filter.textChanged.connect(self._show)
        self.filter.left.connect(self._go_in)
        self.table.activated_row.connect(self._change)
        self.table.chosen.connect(lambda _id: self._show_chosen())
        desk.changed.connect(self.reload)
        self.reload()

    def _lay_out(self, title: str) -> None:
        self._actions = QWidget()
        above = QHBoxLayout(self._actions)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(theme.SMALL)
        above.addWidget(self.filter, 1)
        above.addWidget(secondary(_("New dwelling…"), self._add))
        above.addWidget(self._change_button)
        self._stack = QStackedWidget()
        for shown in (self.table, self._not_found, self._none):
            self._stack.addWidget(shown)
        below = QHBoxLayout()
        below.addWidget(self._counted, 1)
        below.addWidget(secondary(_("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(title, "heading", wraps=True))
        column.addWidget(self._actions)
        column.addWidget(self._stack, 1)
        self.tenancies.setFixedHeight(theme.scaled(TENANCIES_PX))
        column.addWidget(self.tenancies)
        column.addLayout(below)
        self.resize(theme.scaled(960), 700)

    def _go_in(self) -> None:
        # A table that is not on view would take the keyboard from somebody who types on.
        if self.table.isVisible():
            self.table.setFocus()

    # Showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the complex again; the cursor stays where it was."""
        with self._desk.reading() as session:
            lines = queries.dwellings(session, self._complex.id)
            tenancies = queries.tenancies(session, self._complex.id)
        self._lines = {line.id: line for line in lines}
        of_dwelling = defaultdict(list)
        for tenancy in tenancies:
            of_dwelling[tenancy.dwelling_id].append(tenancy)
        self._of_dwelling = dict(of_dwelling)
        self._show()

    def _show(self) -> None:
        words = fold(self.filter.text()).split()
        rows = [
            self._row(place, line)
            for place, line in enumerate(self._lines.values())
            if all(word in self._found_by(line) for word in words)
        ]
        self.table.show_rows(rows)
        self.table.choose_first()
        empty = self._not_found if self._lines else self._none
        self._stack.setCurrentWidget(self.table if rows else empty)
        self._actions.setVisible(bool(self._lines))
        counted = ngettext("{n} dwelling", "{n} dwellings", len(rows)).format(n=len(rows))
        self._counted.setText(counted if rows else "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self._chosen
        self._change_button.set_reason(None if line else _("Choose a row first."))
        self.tenancies.setVisible(line is not None)
        if line is not None:
            self.tenancies.show_tenancies(line, self._of_dwelling.get(line.id, []))

    @property
    def _chosen(self) -> DwellingLine | None:
        chosen = self.table.chosen_id
        return self._lines.get(chosen) if chosen is not None else None

    def _living_in(self, line: DwellingLine) -> Sequence[TenancyLine]:
        today = self._desk.today()
        return [t for t in self._of_dwelling.get(line.id, ()) if t.lives_there(today)]

    def _found_by(self, line: DwellingLine) -> str:
        names = " ".join(tenancy.facts.name for tenancy in self._living_in(line))
        return fold(f"{line.address} {line.facts.postcode} {line.facts.code} {names}")

    def _row(self, place: int, line: DwellingLine) -> TableRow:
        facts, living = line.facts, self._living_in(line)
        since = min((t.facts.since for t in living if t.facts.since), default=None)
        return TableRow(
            line.id,
            (
                Cell(line.address, bold=True, sort=place),
                kind_name(facts.kind),
                Cell(floor_words(facts.floor), sort=facts.floor),
                Cell("" if facts.rooms is None else str(facts.rooms), sort=facts.rooms),
                ", ".join(tenancy.facts.name for tenancy in living),
                Cell("" if since is None else day_year(since), sort=since),
            ),
        )

    # Doing -----------------------------------------------------------------------------------

    def _add(self) -> None:
        beside = self._chosen
        shared = DwellingFacts(code="", street="", house_number="", city=self._complex.facts.city)
        if beside is not None:
            facts = beside.facts
            shared = DwellingFacts(
                code="",
                street=facts.street,
                house_number="",
                postcode=facts.postcode,
                city=facts.city,
                kind=facts.kind,
            )
        ask_new_dwelling(self._desk, self._complex.id, shared, self._show_added, self)

    def _show_added(self, dwelling_id: int) -> None:
        self.filter.clear()
        self.table.choose(dwelling_id)

    def _change_chosen(self) -> None:
        if self._chosen is not None:
            self._change(self._chosen.id)

    def _change(self, dwelling_id: int) -> None:
        ask_change_of_dwelling(self._desk, self._lines[dwelling_id], self)
