"""The cells of the grid of measurements: what each column shows, and how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.agreements.panels.light_sign import paint_sign, sign_size
from desktop.agreements.panels.meeting.entry import Entry
from desktop.language import _
from desktop.language.format import day_figures
from desktop.widgets import theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Field(IntEnum):
    """The columns, from left to right."""

    WHAT = 0
    GOAL = 1
    BEFORE = 2
    EXPECTED = 3
    VALUE = 4
    DIFFERENCE = 5
    LIGHT = 6
    DAY = 7
    SOURCE = 8
    PROVISIONAL = 9


TYPED = (Field.VALUE, Field.DAY, Field.SOURCE)
FILLED_IN = (*TYPED, Field.PROVISIONAL)
NUMBERS = (Field.GOAL, Field.BEFORE, Field.EXPECTED, Field.VALUE, Field.DIFFERENCE)
# In pixels of normal print. What is measured takes what is left, and gives of it to the source.
WIDTHS = {
    Field.GOAL: 144,
    Field.BEFORE: 106,
    Field.EXPECTED: 78,
    Field.VALUE: 94,
    Field.DIFFERENCE: 70,
    Field.LIGHT: 124,
    Field.DAY: 92,
    Field.SOURCE: 84,
    Field.PROVISIONAL: 80,
}
NAME_WIDTH, SOURCE_MORE = 330, 110

R = Qt.ItemDataRole
ROLES = frozenset(
    {
        R.DisplayRole,
        R.EditRole,
        R.TextAlignmentRole,
        R.ToolTipRole,
        R.AccessibleTextRole,
        R.AccessibleDescriptionRole,
    }
)


class EntryModel(QAbstractTableModel):
    """The entries as a table. They are changed by the grid, which tells with `redraw`."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def redraw(self, row: int) -> None:
        """Something of an entry changed; what is measured and its goal never do."""
        self.dataChanged.emit(self.index(row, Field.VALUE), self.index(row, Field.PROVISIONAL))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Field)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if Field(index.column()) in TYPED and self.can_be_filled_in(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def can_be_filled_in(self, index: Index) -> bool:
        """Whether a cell takes something: of a yes or no only the answer and its day."""
        field = Field(index.column())
        if self.entries[index.row()].is_yesno:
            return field in (Field.VALUE, Field.DAY)
        return field in FILLED_IN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles()[Field(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Field(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ROLES:
            return None  # Qt asks for a dozen at each drawing of a cell
        entry, field = self.entries[index.row()], Field(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _words(entry, field)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.wrong if field is Field.VALUE else _words(entry, field)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_titles()[field]}: {_words(entry, field)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.wrong
        return None


def _titles() -> dict[Field, str]:
    return {
        Field.WHAT: _("What we measure"),
        Field.GOAL: _("Goal"),
        Field.BEFORE: _("Previous"),
        Field.EXPECTED: _("Expected"),
        Field.VALUE: _("Value"),
        Field.DIFFERENCE: _("Difference"),
        Field.LIGHT: _("Light"),
        Field.DAY: _("As it was on"),
        Field.SOURCE: _("Source"),
        Field.PROVISIONAL: _("Provisional"),
    }


def _words(entry: Entry, field: Field) -> str:
    match field:
        case Field.WHAT:
            return f"{entry.code}  {entry.light.name}"
        case Field.GOAL:
            return entry.goal
        case Field.BEFORE:
            return entry.before
        case Field.EXPECTED:
            return entry.expected
        case Field.VALUE:
            return entry.typed
        case Field.DIFFERENCE:
            return entry.difference
        case Field.LIGHT:
            return ""
        case Field.DAY:
            return day_figures(entry.day)
        case Field.SOURCE:
            return "" if entry.is_yesno else entry.source
        case Field.PROVISIONAL:
            return _("yes") if entry.provisional else ""


def _alignment(field: Field) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class CellPainter(QStyledItemDelegate):
    """Draws the words itself, which takes a third of the time that the stylesheet takes; the light
    as a sign, and around what can be filled in the line of a field."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        entry, field = model.entries[index.row()], Field(index.column())
        _paint_words(painter, option, _words(entry, field), field)
        if field is Field.LIGHT:
            _paint_light(painter, QRectF(option.rect), entry)
        elif field in FILLED_IN and model.can_be_filled_in(index):
            is_on = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _paint_field(painter, QRectF(option.rect), is_on, bool(entry.wrong), field)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, words: str, field: Field) -> None:
    box = option.rect
    painter.save()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, theme.colour("brand_soft"))
    painter.setPen(theme.colour("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if words:
        is_value = field is Field.VALUE
        weight = QFont.Weight.DemiBold if is_value else QFont.Weight.Normal
        painter.setFont(theme.font(weight=weight))
        painter.setPen(theme.colour("ink"))
        room = box.adjusted(theme.MEDIUM, 0, -theme.MEDIUM, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _alignment(field), shown)
    painter.restore()


def _paint_light(painter: QPainter, box: QRectF, entry: Entry) -> None:
    light = entry.light
    pale = light.reckoned.pale if light.override is None else None
    shown = pale or light.light
    size = sign_size(shown, pale is not None)
    room = box.adjusted(theme.SMALL, 0, -theme.TIGHT, 0)
    top = room.center().y() - size.height() / 2
    width = min(float(size.width()), room.width())
    paint_sign(painter, QRectF(room.left(), top, width, size.height()), shown, pale is not None)


def _paint_field(painter: QPainter, box: QRectF, is_on: bool, is_wrong: bool, field: Field) -> None:
    colour = "field_line"
    if is_wrong and field is Field.VALUE:
        colour = "red"
    elif is_on:
        colour = "brand"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(colour), 2 if colour != "field_line" else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(2, 4, -3, -4), 6, 6)
    painter.restore()
