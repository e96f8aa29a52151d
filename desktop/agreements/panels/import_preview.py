"""What a file would change, row by row, before it is read in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.agreements.exchange.plan import Plan, RowPlan, RowState, SheetPlan
from desktop.language import _, ngettext
from desktop.widgets import theme
from desktop.widgets.segments import Segments
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

ROWS_SHOWN = 5
MOST_ROWS_SHOWN = 2_000  # more than that nobody reads in a window


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
