"""Complexes: by hand, or with their dwellings from a list of the housing administration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.estate import queries
from desktop.estate.actions import add_complex, change_complex
from desktop.estate.exchange import import_dwellings
from desktop.estate.facts import ComplexFacts
from desktop.estate.field_words import WORDING
from desktop.estate.kinds import LIVING_FORMS, TARGET_GROUPS
from desktop.estate.model import BuildingKind
from desktop.feature import ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.settings.dwellings import Dwellings
from desktop.settings.vera_options import vera_options
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.empty import Empty
from desktop.widgets.form import Form
from desktop.widgets.job import Progress
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.words import Words

LEAST_AGE, MOST_AGE = 16, 85  # of an age label


class EstatePanel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: dict[int, queries.ComplexLine] = {}
        self.table = Table(
            "complexes",
            [
                Column(_("Complex"), 0),
                Column(_("Code"), 110),
                Column(_("Town"), 130),
                Column(_("Building"), 150),
                Column(_("Dwellings"), 110, Align.RIGHT),
            ],
            _("Complexes"),
            menu=lambda row: [
                (_("Change…"), lambda: self.change(row)),
                (_("Dwellings…"), lambda: self.show_dwellings(row)),
            ],
        )
        self.table.activated_row.connect(self.change)
        self._empty = Empty(
            _("No complexes yet"),
            _("Import a list of dwellings: a CSV file or a workbook with a row for each."),
            _("Import dwellings…"),
            self.ask_file,
        )
        card = Card(
            _("Complexes and dwellings"),
            actions=[
                secondary(_("New complex…"), self.add),
                secondary(_("Import dwellings…"), self.ask_file),
            ],
        )
        card.add(self.table, 1)
        card.add(self._empty, 1)
        self._of_chosen = (
            secondary(_("Dwellings…"), lambda: self._with_chosen(self.show_dwellings)),
            secondary(_("Change…"), lambda: self._with_chosen(self.change)),
        )
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for button in self._of_chosen:
            row.addWidget(button)
        row.addStretch(1)
        card.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        desk.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        with self._desk.reading() as session:
            self._lines = {line.id: line for line in queries.complexes(session)}
        self.table.show_rows([_row(line) for line in self._lines.values()])
        self.table.choose_first()
        for button in self._of_chosen:
            button.setVisible(bool(self._lines))
        self.table.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)

    def add(self) -> None:
        form = _form(ComplexFacts(code="", name=""))
        store, who = self._desk.store, self._desk.who
        Dialog(
            self._desk,
            _("New complex"),
            form,
            _("Add"),
            lambda: add_complex(store, who, ComplexFacts(**form.values())),
            self,
        ).open()

    def _with_chosen(self, do: Callable[[int], object]) -> None:
        if self.table.chosen_id is not None:
            do(self.table.chosen_id)

    def show_dwellings(self, complex_id: int) -> None:
        """The dwellings of a complex, and who lives there."""
        Dwellings(self._desk, self._lines[complex_id], self).open()

    def change(self, complex_id: int) -> None:
        line = self._lines[complex_id]
        form = _form(line.facts)
        store, who = self._desk.store, self._desk.who

        def facts() -> ComplexFacts:
            return replace(line.facts, **form.values())

        Dialog(
            self._desk,
            line.facts.name,
            form,
            _("Save"),
            lambda: change_complex(store, who, complex_id, facts(), line.version),
            self,
            again=lambda: change_complex(store, who, complex_id, facts()),
        ).open()

    # Reading in ------------------------------------------------------------------------------

    def ask_file(self) -> None:
        kinds = _("Lists (*.csv *.txt *.xlsx)")
        path = self._desk.ask_file(self, _("Import dwellings"), kinds)
        if path is not None:
            self.try_file(path)

    def try_file(self, path: Path) -> None:
        """Say what the file would bring, and read it in when the user agrees."""

        def work(progress: Progress) -> ImportReport:
            return self._read(path, progress, dry_run=True)

        self._desk.run(
            _("The list is being read"), work, lambda report: self._show(path, report), self
        )

    def _show(self, path: Path, report: ImportReport) -> None:
        Dialog(
            self._desk,
            _("Import dwellings"),
            Words("\n".join(report.sentences), wraps=True),
            _("Import"),
            lambda: self._take(path),
            self,
            explanation=path.name,
        ).open()

    def _take(self, path: Path) -> None:
        def work(progress: Progress) -> ImportReport:
            return self._read(path, progress, dry_run=False)

        def done(report: ImportReport) -> None:
            self._desk.said.emit(" ".join(report.sentences))

        self._desk.run(_("Importing dwellings"), work, done)

    def _read(self, path: Path, progress: Progress, dry_run: bool) -> ImportReport:
        wish = ImportWish(dry_run=dry_run, progress=progress.step)
        return import_dwellings(self._desk.store, self._desk.who, path, wish)


def _form(facts: ComplexFacts) -> Form:
    living_forms = vera_options(LIVING_FORMS, facts.living_form)
    target_groups = vera_options(TARGET_GROUPS, facts.target_group)
    form = Form()
    form.row()
    form.text("name", _("Name"), facts.name)
    form.text("code", _("Code"), facts.code)
    form.end_row()
    form.row()
    form.text("addresses", _("Addresses"), facts.addresses)
    form.text("city", _("Town"), facts.city)
    form.end_row()
    form.row()
    form.choice(
        "building",
        _("Building"),
        [(kind, WORDING.value(kind)) for kind in BuildingKind],
        facts.building,
    )
    form.number("dwelling_count", _("Dwellings"), facts.dwelling_count, most=100_000)
    form.end_row()
    form.row()
    form.choice(
        "living_form",
        _("Form of living"),
        living_forms,
        facts.living_form,
    )
    form.choice("target_group", _("For whom"), target_groups, facts.target_group)
    form.end_row()
    form.row()
    form.choice("age_from", _("Age label: from"), _ages(_("no lowest age")), facts.age_from)
    form.choice("age_to", _("up to and including"), _ages(_("no highest age")), facts.age_to)
    form.end_row()
    form.text(
        "shared_rooms",
        _("Shared rooms"),
        facts.shared_rooms,
        hint=_("Empty when residents share no rooms. The evaluation compares complexes by this."),
    )
    form.text("meeting_point", _("Where hosts meet candidates"), facts.meeting_point)
    return form


def _ages(none: str) -> list[tuple[int | None, str]]:
    years = range(LEAST_AGE, MOST_AGE + 1)
    return [(None, none), *((n, ngettext("{n} year", "{n} years", n).format(n=n)) for n in years)]


def _row(line: queries.ComplexLine) -> TableRow:
    facts = line.facts
    known = _("{known} of {all}").format(known=line.known_dwellings, all=line.dwellings)
    return TableRow(
        line.id,
        (
            Cell(facts.name, bold=True),
            facts.code,
            facts.city,
            WORDING.value(facts.building),
            Cell(known, sort=line.known_dwellings, note=_("in the database, of all there are")),
        ),
    )
