"""Reading in a list of candidates: the file, what is taken, what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange.tables import read_table
from desktop.language import _, ngettext
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Store
from desktop.viewings.actions.imports import ListTaken, remember_mapping, take_candidates
from desktop.viewings.exchange import vera_in
from desktop.viewings.exchange.candidates import CandidateList, read_candidates
from desktop.viewings.exchange.mapping import REQUIRED, SYNONYMS, guess_mapping
from desktop.viewings.exchange.values import field_word
from desktop.viewings.queries.mappings import remembered_mapping
from desktop.viewings.queries.vacancy import VacancyView
from desktop.viewings.rules.lifecycle import advert_runs
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from desktop.widgets.job import Progress
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.words import Words

FIRST_ROWS = 5


@dataclass(frozen=True)
class Source:
    """A file that was opened: its headings and the columns to begin with, for a table."""

    path: Path
    headings: tuple[str, ...]
    mapping: dict[str, str]


def import_candidates(desk: Desk, view: VacancyView, parent: QWidget) -> None:
    """Ask for the file, then show what would be read in."""
    path = desk.ask_file(
        parent,
        _("List of candidates for {address}").format(address=view.address),
        _("Lists (*.csv *.txt *.xlsx *.json)"),
    )
    if path is not None:
        show_import(desk, view, path, parent)


def show_import(desk: Desk, view: VacancyView, path: Path, parent: QWidget) -> None:
    """Open the preview of a file, once it was read in a worker."""

    def work(progress: Progress) -> Source:
        progress.step(0, 0, _("Reading the file"))
        return _source(desk.store, path)

    def opened(source: Source) -> None:
        sheet = ImportSheet(desk, source)
        Dialog(
            desk,
            _("Candidates for {address}").format(address=view.address),
            sheet,
            _("Import"),
            lambda: sheet.take(view.id),
            parent,
            explanation=_beforehand(view, desk.today()),
            width=760,
        ).open()

    desk.run(_("The list is being read"), work, opened)


def _beforehand(view: VacancyView, today: date) -> str:
    words = _("Nothing has been imported yet. First check whether this is right.")
    if view.advert_until is not None and advert_runs(view.state, view.advert_until, today):
        words += " " + _("The advert runs until {day}. Importing the list closes it.").format(
            day=day_plain(view.advert_until)
        )
    return words


def _source(store: Store, path: Path) -> Source:
    if vera_in.is_json(path):
        vera_in.read_candidates(
            path, local(store.now()).date()
        )  # refuses here, before a dialog opens
        return Source(path, (), {})
    headings = read_table(path).headings
    with store.reading() as session:
        known = remembered_mapping(session, headings)
    return Source(path, headings, known or guess_mapping(headings))


class ImportSheet(QWidget):
    """Which column means what, the first rows, and each column that stays outside."""

    def __init__(self, desk: Desk, source: Source) -> None:
        super().__init__()
        self._desk, self._source = desk, source
        self._listed: CandidateList | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        self.counted = Words("", "section", wraps=True)
        self.preview = Table(
            "import",
            [
                Column(_("#"), 48, Align.RIGHT),
                Column(_("Name"), 0),
                Column(_("Priority"), 90),
                Column(_("Phone"), 130),
                Column(_("Letters in"), 124),
            ],
            _("First rows"),
        )
        self.preview.setFixedHeight(theme.scaled(36 + FIRST_ROWS * theme.ROW_HEIGHT + 2))
        self.left_out = Words("", "soft", wraps=True)
        self.left_out.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.counted)
        column.addWidget(self.preview)
        column.addWidget(Words(_("What stays outside"), "strong"))
        column.addWidget(self.left_out)
        self.form = Form()
        if source.headings:
            self._ask_columns()
        column.addWidget(self.form)
        self._read()

    def _ask_columns(self) -> None:
        self.form.section(_("Which column is what?"))
        options = [(None, _("not in this file")), *((h, h) for h in self._source.headings)]
        for place, field in enumerate(SYNONYMS):
            if place % 3 == 0:
                self.form.end_row()
                self.form.row()
            needed = " *" if field in REQUIRED else ""
            self.form.choice(
                f"mapping:{field}",
                field_word(field) + needed,
                options,
                self._source.mapping.get(field),
            )
        self.form.end_row()
        self.form.changed.connect(self._read)

    def mapping(self) -> dict[str, str]:
        """Field → heading, as chosen."""
        chosen = {key.partition(":")[2]: value for key, value in self.form.values().items()}
        return {field: heading for field, heading in chosen.items() if heading is not None}

    def _read(self) -> None:
        """Read the file as it would be read in, and show it or why not."""
        self._listed = None
        try:
            if self._source.headings:
                self._listed = read_candidates(self._source.path, self.mapping())
            else:
                self._listed = vera_in.read_candidates(self._source.path, self._desk.today())
        except Refused as refused:
            self.counted.setText(refused.sentence)
            self.counted.set_look("error")
            self.preview.show_rows([])
            return
        self.counted.set_look("section")
        self._show(self._listed)

    def _show(self, listed: CandidateList) -> None:
        count = len(listed.rows)
        priority = sum(row.priority for row in listed.rows)
        self.counted.setText(
            ngettext("{n} candidate", "{n} candidates", count).format(n=count)
            + " · "
            + _("{n} with priority").format(n=priority)
        )
        self.preview.show_rows(
            [
                TableRow(
                    row.rank,
                    (
                        Cell(str(row.rank), sort=row.rank),
                        Cell(
                            " ".join(
                                p
                                for p in (row.initials or row.first_name, row.prefix, row.last_name)
                                if p
                            ),
                            bold=True,
                        ),
                        Cell(_("Priority"), theme.Tone.AMBER) if row.priority else "",
                        row.phone,
                        _("English") if row.language == "en" else _("Dutch"),
                    ),
                )
                for row in listed.rows[:FIRST_ROWS]
            ]
        )
        self.left_out.setText(
            "\n".join(d.sentence for d in listed.dropped) or _("Everything in this file is taken.")
        )

    def take(self, vacancy_id: int) -> None:
        """Read the list in, in a worker with Stop; what columns mean is remembered."""
        listed, desk = self._listed, self._desk
        if listed is None:
            raise Refused(self.counted.text())
        headings, mapping = self._source.headings, self.mapping()

        def work(progress: Progress) -> ListTaken:
            if headings:
                remember_mapping(desk.store, desk.who, headings, mapping)
            return take_candidates(
                desk.store,
                desk.who,
                vacancy_id,
                listed,
                lambda done, total: progress.step(done, total, _("Importing candidates")),
            )

        desk.run(_("Importing candidates"), work, partial(_tell, desk))


def _tell(desk: Desk, taken: ListTaken) -> None:
    if not taken.changed:
        desk.said.emit(_("This list was imported before: nothing changes."))
        return
    words = ngettext(
        "{n} candidate was imported.", "{n} candidates were imported.", taken.candidates
    ).format(n=taken.candidates)
    if taken.closed_early is not None:
        words += " " + _("The advert, which ran until {day}, is closed now.").format(
            day=day_plain(taken.closed_early)
        )
    desk.said.emit(words)
