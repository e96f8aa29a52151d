"""The grid in which measurements are typed, row after row, with the keyboard only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from desktop.agreements.panels.meeting.cells import (
    FILLED_IN,
    NAME_WIDTH,
    SOURCE_MORE,
    WIDTHS,
    EntryModel,
    Field,
    Index,
)
from desktop.agreements.panels.meeting.entry import Entry
from desktop.agreements.panels.meeting.typing_line import BESIDE, DOWN, UP, Left, TypingLine
from desktop.language import _
from desktop.widgets import theme

ROW_HEIGHT = 38  # pixels of normal print: no finger needs to hit these
Leave = Callable[[Entry, Field, str], Left]


class MeasuringGrid(QTableView):
    """Enter, Tab and the arrow keys go to the next cell down or up, at the ends of the text to the
    cell beside it; past an end of the rows Tab goes to what lies around the grid. Space sets
    "provisional". Leaving a cell asks `leave` to keep it. `went_to`
    tells which entry the cursor is on, `forgot` that what was typed was thrown away, `asked` that a
    question waits for its answer, `ended` that the cursor went past the last row."""

    went_to = Signal(object)
    forgot = Signal()
    asked = Signal()
    ended = Signal()

    def __init__(self, leave: Leave) -> None:
        super().__init__()
        self._leave = leave
        self._half_typed: tuple[int, str] | None = None
        self.entries = EntryModel()
        self.setModel(self.entries)
        self._painter = TypingLine(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Enter measurements"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_HEIGHT))
        self.clicked.connect(self._pressed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionResizeMode(Field.WHAT, QHeaderView.ResizeMode.Stretch)
        heading.setMinimumSectionSize(theme.scaled(60))
        self._set_widths()

    def _set_widths(self) -> None:
        for field, width in WIDTHS.items():
            self.setColumnWidth(field, theme.scaled(width))
        name = self.viewport().width() - theme.scaled(sum(WIDTHS.values()))
        more = min(max(0, name - theme.scaled(NAME_WIDTH)), theme.scaled(SOURCE_MORE))
        self.setColumnWidth(Field.SOURCE, theme.scaled(WIDTHS[Field.SOURCE]) + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows in place of those before; what somebody is typing is kept for `begin`."""
        self._half_typed = self._painter.put_away()
        self.entries.show(entries)

    @property
    def entry(self) -> Entry | None:
        """The entry that the cursor is on."""
        index = self.currentIndex()
        return self.entries.entries[index.row()] if index.isValid() else None

    def redraw(self, entry: Entry) -> None:
        """Something of an entry changed."""
        self.entries.redraw(self._row(entry))

    # Going through it ----------------------------------------------------------------------------

    def begin(self, entry_id: int | None = None) -> None:
        """Put the cursor in the value of an entry; else in the first that has none."""
        rows = self.entries.entries
        if not rows:
            return
        empty = (at for at, entry in enumerate(rows) if not entry.is_filled)
        wanted = (at for at, entry in enumerate(rows) if entry.id == entry_id)
        self.go(next(wanted, next(empty, 0)), Field.VALUE)
        if self._half_typed is not None and self._half_typed[0] == entry_id:
            self._painter.type(self._half_typed[1])
        self._half_typed = None

    def go(self, row: int, field: Field) -> None:
        """Put the cursor in a cell, ready to type; past the last row it leaves the grid."""
        if row >= len(self.entries.entries):
            self.ended.emit()
            return
        index = self.entries.index(max(row, 0), field)
        if not self._painter.goes_on(index):
            self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable and not self._painter.goes_on(index):
            self.edit(index)

    def go_on(self, entry: Entry) -> None:
        """To the value below that of an entry, as after a question about it was answered."""
        self.go(self._row(entry) + 1, Field.VALUE)

    def stay(self, entry: Entry) -> None:
        """Back in the value of an entry, to type it again."""
        self.go(self._row(entry), Field.VALUE)

    def _row(self, entry: Entry) -> int:
        """Where an entry stands, also after the rows were read again."""
        return next(at for at, one in enumerate(self.entries.entries) if one.id == entry.id)

    def leave(self, index: Index, text: str) -> Left:
        """Ask to keep what was typed in a cell; what was only looked at is nothing to keep."""
        entry, field = self.entries.entries[index.row()], Field(index.column())
        if text == index.data(Qt.ItemDataRole.EditRole) and not entry.wrong:
            return Left.FINE
        return self._leave(entry, field, text)

    def forget(self) -> None:
        """Show what is kept in place of what was typed in the row of the cursor."""
        entry = self.entry
        if entry is not None:
            entry.forget()
            self.redraw(entry)
            self.forgot.emit()

    def step(self, key: Qt.Key) -> None:
        """One cell in the direction of a key; Tab leaves the grid at its ends."""
        index = self.currentIndex()
        row, field = index.row(), Field(index.column())
        if key in BESIDE:
            at = FILLED_IN.index(field) + BESIDE[key] if field in FILLED_IN else 0
            field = FILLED_IN[min(max(at, 0), len(FILLED_IN) - 1)]
            self.go(row, field)
        else:
            to = row + (1 if key in DOWN else -1)
            is_within = 0 <= to < len(self.entries.entries)
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not is_within:
                self.setFocus()  # not the line that was typed in, which is going away
                self.focusNextPrevChild(key is Qt.Key.Key_Tab)
            else:
                self.go(to, field)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.went_to.emit(self.entries.entries[current.row()])

    def _pressed(self, index: QModelIndex) -> None:
        self.go(index.row(), Field(index.column()))
        if Field(index.column()) is Field.PROVISIONAL:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        if self.entries.can_be_filled_in(index):
            entry = self.entries.entries[index.row()]
            self._leave(entry, Field.PROVISIONAL, "" if entry.provisional else _("yes"))
            self.entries.redraw(index.row())

    def _type(self, row: int, event: QKeyEvent) -> None:
        """Begin to type where nobody typed yet: the first key belongs to the value."""
        self.go(row, Field.VALUE)
        self._painter.begin_with(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys while no cell is being typed in."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        if not index.isValid() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Space and Field(index.column()) is Field.PROVISIONAL:
            self._toggle(index)
        elif key in DOWN or key in UP or key in BESIDE:
            self.step(key)
        elif key is Qt.Key.Key_Escape:
            event.ignore()
        elif event.text() and event.text().isprintable():
            self._type(index.row(), event)
        else:
            super().keyPressEvent(event)
