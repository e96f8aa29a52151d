"""Files of a year in the window: what a file would change, row by row, before it is read in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.agreements.actions.imports import look_at, take_in
from desktop.agreements.exchange.given import GivenFile, read_given
from desktop.agreements.exchange.new_year import NewYear, new_year
from desktop.agreements.exchange.plan import Plan, RowPlan, RowState, SheetPlan
from desktop.agreements.exchange.writing import write_template, write_year
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.job import Progress
from desktop.widgets.menu_button import add_entry
from desktop.widgets.segments import Segments
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

Into = int | NewYear
ROWS_SHOWN = 5
MOST_ROWS_SHOWN = 2_000  # more than that nobody reads in a window


def fill_exchange(menu: QMenu, desk: Desk, cycle_id: int, year: int, parent: QWidget) -> None:
    """The entries of a menu for files: in, out, and one to fill in. `year` is of the agreements."""
    add_entry(menu, _("Read in a file…"), lambda: ask_import(desk, cycle_id, parent))
    add_entry(menu, _("Save as Excel…"), lambda: save_year(desk, cycle_id, year, parent))
    add_entry(menu, _("Empty file to fill in…"), lambda: save_template(desk, parent))


def ask_import(desk: Desk, cycle_id: int | None, parent: QWidget) -> None:
    """Ask for the file, then show what it would change in the year; without a year, in the one
    that it begins."""
    kinds = _("Workbooks and lists (*.xlsx *.csv)")
    path = desk.ask_file(parent, _("Read in a file"), kinds)
    if path is not None:
        show_import(desk, cycle_id, path, parent)


def show_import(desk: Desk, cycle_id: int | None, path: Path, parent: QWidget) -> None:
    """Open the preview of a file, once a worker has looked at it."""

    def work(progress: Progress) -> tuple[GivenFile, Into, Plan]:
        progress.step(0, 0, _("Reading the file"))
        given = read_given(path)
        into = _begun_by(given) if cycle_id is None else cycle_id
        return given, into, look_at(desk.store, desk.who, given, into, _telling(progress))

    def show(looked: tuple[GivenFile, Into, Plan]) -> None:
        given, into, plan = looked
        preview = ImportPreview(plan)
        dialog = Dialog(
            desk,
            _("Read in {file}").format(file=plan.file),
            preview,
            _("Read in"),
            lambda: _take(desk, given, into),
            parent,
            explanation=_beforehand(plan),
            width=940,
        )
        dialog.button.set_reason(_why_not(plan))
        dialog.open()

    desk.run(_("The file is being read"), work, show, parent)


def save_year(desk: Desk, cycle_id: int, year: int, parent: QWidget) -> None:
    """Write the year to a workbook that can be changed and read in again."""
    words = _("Agreements {year}").format(year=year)
    name = f"{desk.today():%Y-%m-%d} {words}.xlsx"
    path = desk.save_file(parent, _("Save as Excel"), name, "Excel (*.xlsx)")
    if path is None:
        return

    def work(progress: Progress) -> int:
        progress.step(0, 0, _("Writing the file"))
        with desk.store.reading() as session:
            return write_year(session, path, cycle_id)

    desk.run(_("The file is being written"), work, partial(_tell_saved, desk, path), parent)


def save_template(desk: Desk, parent: QWidget) -> None:
    """Write a file to fill in, with an explanation of every column."""
    name = _("Agreements to fill in") + ".xlsx"
    path = desk.save_file(parent, _("Empty file to fill in"), name, "Excel (*.xlsx)")
    if path is not None and desk.did(lambda: write_template(path), parent):
        desk.said.emit(_("{file} is saved.").format(file=path.name))


def _tell_saved(desk: Desk, path: Path, count: int) -> None:
    words = ngettext("{file} is saved: {n} row.", "{file} is saved: {n} rows.", count)
    desk.said.emit(words.format(file=path.name, n=count))


def _begun_by(given: GivenFile) -> NewYear:
    begun = new_year(given, None)
    if begun is None:
        raise Refused(
            _("This file does not tell which year it is of. Begin a year, and read it in there."),
            "file",
        )
    return begun


def _take(desk: Desk, given: GivenFile, into: Into) -> None:
    """Read the file in, in a worker with Stop: then nothing of it stays."""

    def work(progress: Progress) -> Plan:
        return take_in(desk.store, desk.who, given, into, _telling(progress))

    def tell(done: Plan) -> None:
        words = ngettext("{n} row was read in.", "{n} rows were read in.", done.brings)
        desk.said.emit(words.format(n=done.brings))

    desk.run(_("The file is being read in"), work, tell)


def _telling(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress.step(done, total, _("Looking at the rows"))


def _beforehand(plan: Plan) -> str:
    words = _("Nothing has been read in yet. These are the agreements for {year}.")
    told = [words.format(year=plan.applies_in)]
    wrong = [sheet.key.value for sheet in plan.sheets if not sheet.fine]
    if wrong and plan.brings:
        sentence = _("Something is wrong in {sheets}. Of that nothing is read in; the rest is.")
        told.append(sentence.format(sheets=", ".join(wrong)))
    if plan.unread:
        sentence = _("Not read, because nobody knows these sheets: {names}.")
        told.append(sentence.format(names=", ".join(plan.unread)))
    told.append(_why_not(plan) or "")
    return " ".join(told).strip()


def _why_not(plan: Plan) -> str | None:
    if plan.brings:
        return None
    if plan.fine:
        return _("Everything in this file is already known. Nothing changes.")
    return _("Mend what is wrong in the file first, and choose it again.")


class Shown(Enum):
    """Which rows are on view."""

    WRONG = "wrong"
    CHANGES = "changes"
    ALL = "all"


class ImportPreview(QWidget):
    """What a file would change: counts for each sheet, and its rows, the wrong ones first."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._on_view: list[tuple[SheetPlan, RowPlan | None]] = []
        self.counts = Table(
            "agreements-import-counts",
            [
                Column(_("Sheet"), 0),
                Column(_("New"), 110, Align.RIGHT),
                Column(_("Changed"), 110, Align.RIGHT),
                Column(_("Unchanged"), 110, Align.RIGHT),
                Column(_("With an error"), 120, Align.RIGHT),
                Column(_("Is read in"), 150),
            ],
            _("What each sheet brings"),
        )
        self.counts.show_rows([_counted(n, sheet) for n, sheet in enumerate(plan.sheets)])
        self.counts.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # to read, with nothing to choose
        height = theme.scaled(36 + len(plan.sheets) * theme.ROW_HEIGHT + 2)
        self.counts.setFixedHeight(height)
        self.shown = Segments(
            [(shown.value, self._segment(shown)) for shown in Shown], _("Which rows")
        )
        self.rows = Table(
            "agreements-import-rows",
            [
                Column(_("Sheet"), 110),
                Column(_("Row"), 60, Align.RIGHT),
                Column(_("About"), 200),
                Column("", 120),
                Column(_("What"), 0),
            ],
            _("Rows of the file"),
        )
        self.rows.setMinimumHeight(theme.scaled(36 + ROWS_SHOWN * theme.ROW_HEIGHT + 2))
        self.whole = Words("", wraps=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = Words("", "soft", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self.counts)
        column.addWidget(self.shown)
        column.addWidget(self.rows, 1)
        column.addWidget(self.whole)
        column.addWidget(self.more)
        self.rows.chosen.connect(self._tell_whole)
        self.shown.chosen.connect(self._show)
        first = Shown.CHANGES if plan.fine and plan.brings else Shown.WRONG
        self.shown.choose((first if not plan.fine or plan.brings else Shown.ALL).value)

    def _segment(self, shown: Shown) -> str:
        count = sum(1 for _row in self._rows(shown))
        words = {
            Shown.WRONG: _("Errors ({n})"),
            Shown.CHANGES: _("What changes ({n})"),
            Shown.ALL: _("All rows ({n})"),
        }
        return words[shown].format(n=count)

    def _rows(self, shown: Shown) -> Iterator[tuple[SheetPlan, RowPlan | None]]:
        """The rows with their sheet; None for what is wrong with a sheet as a whole."""
        for sheet in self._plan.sheets:
            if sheet.error and shown is not Shown.CHANGES:
                yield sheet, None
            for row in sheet.rows:
                if shown is Shown.ALL or row.state in STATES_OF[shown]:
                    yield sheet, row

    def _show(self, key: str) -> None:
        rows = list(self._rows(Shown(key)))
        self._on_view = rows[:MOST_ROWS_SHOWN]
        self.whole.setText("")
        self.rows.show_rows([_line(n, sheet, row) for n, (sheet, row) in enumerate(self._on_view)])
        over = len(rows) - MOST_ROWS_SHOWN
        self.more.setVisible(over > 0)
        words = ngettext("And {n} more row.", "And {n} more rows.", max(over, 1))
        self.more.setText(words.format(n=over))

    def _tell_whole(self, id: int) -> None:
        """All that there is to say about the row under the cursor, where a cell has no room."""
        sheet, row = self._on_view[id]
        self.whole.setText(sheet.error if row is None else _told(row))


STATES_OF: Mapping[Shown, tuple[RowState, ...]] = {
    Shown.WRONG: (RowState.WRONG,),
    Shown.CHANGES: (RowState.NEW, RowState.CHANGED),
}
TONES = {
    RowState.NEW: Tone.GREEN,
    RowState.CHANGED: Tone.BLUE,
    RowState.SAME: Tone.GREY,
    RowState.WRONG: Tone.RED,
}


def _counted(id: int, sheet: SheetPlan) -> TableRow:
    counts = [sheet.counts.get(state, 0) for state in RowState]
    numbers = [Cell(str(n) if n else "–", sort=n) for n in counts]
    if not sheet.fine:
        outcome = Cell(_("nothing"), Tone.RED)
    elif sheet.brings:
        outcome = Cell(_("all of it"), Tone.GREEN)
    else:
        outcome = Cell(_("nothing new"), Tone.GREY)
    return TableRow(id, (Cell(sheet.key.value, bold=True), *numbers, outcome))


def _line(id: int, sheet: SheetPlan, row: RowPlan | None) -> TableRow:
    name = sheet.key.value
    if row is None:
        chip = Cell(_("error"), Tone.RED)
        return TableRow(id, (name, "", "", chip, Cell(sheet.error, note=sheet.error)))
    words = {
        RowState.NEW: _("new"),
        RowState.CHANGED: _("changed"),
        RowState.SAME: _("unchanged"),
        RowState.WRONG: _("error"),
    }
    what = _told(row)
    chip = Cell(words[row.state], TONES[row.state])
    if row.note:
        chip = Cell(_("{state}, but look").format(state=words[row.state]), Tone.AMBER)
    return TableRow(
        id,
        (
            name,
            Cell(str(row.number), sort=row.number),
            Cell(row.key, note=row.key),
            chip,
            Cell(what.replace("\n", " · "), note=what),
        ),
    )


def _told(row: RowPlan) -> str:
    """Why a row is wrong, or what of it changes: `waarde: 610 → 605`."""
    told = "{c.column}: {c.new}" if row.state is RowState.NEW else "{c.column}: {old} → {c.new}"
    changes = [told.format(c=c, old=c.old or "–") for c in row.changes]
    return "\n".join(filter(None, [*row.wrong, *changes, row.note]))
