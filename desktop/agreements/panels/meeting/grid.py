"""The grid in which measurements are typed, row after row, with the keyboard only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.agreements.panels.meeting.cells import (
    FILLED_IN,
    WIDTHS,
    CellPainter,
    EntryModel,
    Field,
    Index,
)
from desktop.agreements.panels.meeting.entry import Entry
from desktop.language import _
from desktop.widgets import theme


class Left(Enum):
    """What came of leaving a cell."""

    FINE = "fine"
    STAYS = "stays"  # what was typed cannot be kept: the cursor stays in it
    ASKED = "asked"  # a question stands on the screen and has the keyboard


Leave = Callable[[Entry, Field, str], Left]


class MeasuringGrid(QTableView):
    """Enter, Tab and the arrow keys go to the next cell down or up, at the ends of the text to the
    cell beside it; Space sets "provisional". Leaving a cell asks `leave` to keep it. `went_to`
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
        self._painter = Typing(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Enter measurements"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))
        self.clicked.connect(self._pressed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionResizeMode(Field.WHAT, QHeaderView.ResizeMode.Stretch)
        heading.setMinimumSectionSize(theme.scaled(60))
        for field, width in WIDTHS.items():
            self.setColumnWidth(field, theme.scaled(width))

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
        """One cell in the direction of a key."""
        index = self.currentIndex()
        row, field = index.row(), Field(index.column())
        if key in BESIDE:
            at = FILLED_IN.index(field) + BESIDE[key] if field in FILLED_IN else 0
            field = FILLED_IN[min(max(at, 0), len(FILLED_IN) - 1)]
            self.go(row, field)
        else:
            self.go(row + (1 if key in DOWN else -1), field)

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


DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down)
UP = (Qt.Key.Key_Backtab, Qt.Key.Key_Up)
BESIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Typing(CellPainter):
    """The line in which a cell is typed."""

    def __init__(self, grid: MeasuringGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._editor: QLineEdit | None = None
        self._at = QPersistentModelIndex()

    def put_away(self) -> tuple[int, str] | None:
        """Close the line without keeping it; gives the entry and what was half typed for it."""
        editor, entry = self._editor, self._grid.entry
        if editor is None or entry is None:
            return None
        half = (entry.id, editor.text()) if editor.isModified() else None
        editor.removeEventFilter(self)
        self._editor = None
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return half

    def goes_on(self, index: Index) -> bool:
        """Whether the line is open in this cell, and has the keyboard again; one that is open in
        another cell is put away."""
        if self._editor is None:
            return False
        if self._at == index:
            self._editor.setFocus()
            return True
        self.put_away()
        return False

    def begin_with(self, event: QKeyEvent) -> None:
        """Give a key to the line that is open."""
        if self._editor is not None:
            QApplication.sendEvent(self._editor, event)

    def type(self, text: str) -> None:
        """Put text in the line that is open, as if somebody typed it."""
        if self._editor is not None:
            self._editor.setText(text)
            self._editor.setModified(True)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        title = self._grid.entries.headerData(index.column(), Qt.Orientation.Horizontal)
        name = self._grid.entries.entries[index.row()].light.name
        editor.setAccessibleName(f"{name}: {title}")
        if Field(index.column()) is Field.VALUE:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._editor, self._at = editor, QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(2, 4, -2, -3))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The mouse went elsewhere: keep the cell all the same."""
        assert isinstance(editor, QLineEdit)
        if self._grid.leave(index, editor.text()) is Left.ASKED:
            self._grid.asked.emit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and self._key(editor, Qt.Key(event.key())):
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return True
        return super().eventFilter(editor, event)

    def _key(self, editor: QLineEdit, key: Qt.Key) -> bool:
        """Whether a key leaves the cell; the others are for the text."""
        if key is Qt.Key.Key_Escape:
            self._grid.forget()
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        if key not in DOWN and key not in UP and not _goes_beside(editor, key):
            return False
        index = self._grid.currentIndex()
        left = self._grid.leave(index, editor.text())
        if left is Left.STAYS:
            editor.selectAll()
            return True
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if left is Left.FINE:
            self._grid.step(key)
        else:
            self._grid.asked.emit()
        return True


def _goes_beside(editor: QLineEdit, key: Qt.Key) -> bool:
    """Whether an arrow leaves the text at its end; the whole text that stands selected is left at
    once."""
    if key not in BESIDE:
        return False
    if editor.selectedText() == editor.text():
        return True
    at_end = editor.cursorPosition() == (len(editor.text()) if BESIDE[key] > 0 else 0)
    return at_end and not editor.hasSelectedText()
