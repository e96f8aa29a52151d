"""The line in which a cell of the grid is typed, and the keys that leave it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.agreements.panels.meeting.cells import CellPainter, Field, Index

if TYPE_CHECKING:
    from desktop.agreements.panels.meeting.grid import MeasuringGrid

DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down)
UP = (Qt.Key.Key_Backtab, Qt.Key.Key_Up)
BESIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Left(Enum):
    """What came of leaving a cell."""

    FINE = "fine"
    STAYS = "stays"  # what was typed cannot be kept: the cursor stays in it
    ASKED = "asked"  # a question stands on the screen and has the keyboard


class TypingLine(CellPainter):
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
