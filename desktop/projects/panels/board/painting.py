"""The columns and cards of a board, drawn."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QTextLayout, QTextOption

from desktop.projects.panels.board.cards import BoardCard
from desktop.projects.panels.board.places import Places
from desktop.widgets import theme
from desktop.widgets.chip import chip_size, paint_chip

ROUND = 8
TITLE_LINES = 2
LIFTED = 0.92  # how much of a card in hand covers what is under it
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_column(
    painter: QPainter, places: Places, column: int, refusals: Mapping[int, str], over: int | None
) -> None:
    """The ground of a column, its cards or what it is for, and its title. While a card is in hand
    a column that does not take it has slanting lines and says why; the one under it an edge."""
    box = QRectF(places.column(column)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("canvas"))
    painter.drawRoundedRect(box, ROUND, ROUND)
    if column in refusals:
        painter.setBrush(QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, ROUND, ROUND)
    if over == column:
        refused = column in refusals
        style = Qt.PenStyle.DashLine if refused else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("red" if refused else "brand"), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), ROUND, ROUND)


def paint_title(painter: QPainter, places: Places, column: int) -> None:
    """The title of a column, with how many cards it has."""
    box = places.header(column).adjusted(theme.MEDIUM, 0, -theme.MEDIUM, 0)
    painter.setFont(theme.font(theme.NORMAL_PX, QFont.Weight.DemiBold))
    count = str(len(places.cards[column]))
    room = painter.fontMetrics().horizontalAdvance(count) + theme.SMALL
    title = painter.fontMetrics().elidedText(
        places.columns[column].title, Qt.TextElideMode.ElideRight, box.width() - room
    )
    painter.setPen(theme.colour("ink"))
    painter.drawText(box, AT_LEFT, title)
    painter.setPen(theme.colour("soft"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)


def paint_empty(painter: QPainter, places: Places, column: int) -> None:
    """What a column is for, while it has no cards."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("soft"))
    box = _below_title(places, column)
    painter.drawText(box, Qt.AlignmentFlag.AlignTop | CENTRED, places.columns[column].empty)


def paint_refusal(painter: QPainter, places: Places, column: int, sentence: str) -> None:
    """Why a column does not take the card in hand; at its foot, clear of most cards."""
    painter.setFont(theme.font(12))
    box = _below_title(places, column)
    flags = Qt.AlignmentFlag.AlignBottom | CENTRED
    ground = painter.boundingRect(box, flags, sentence).adjusted(-6, -4, 6, 4)
    painter.setPen(QPen(theme.colour("red"), 1))
    painter.setBrush(theme.colour("red_soft"))
    painter.drawRoundedRect(ground, 4, 4)
    painter.drawText(box, flags, sentence)


def _below_title(places: Places, column: int) -> QRect:
    box = places.column(column)
    top = places.header(column).height() + theme.SMALL
    return box.adjusted(theme.MEDIUM, top, -theme.MEDIUM, -theme.MEDIUM)


class Edge(Enum):
    """The edge of a card: its colour and width."""

    PLAIN = ("line", 1)
    CHOSEN = ("brand", 1)
    FOCUS = ("brand", 2)


def paint_card(painter: QPainter, card: BoardCard, box: QRect, edge: Edge) -> None:
    """A card: its title over at most two lines, under it the chip and the detail."""
    colour, width = edge.value
    painter.setPen(QPen(theme.colour(colour), width))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), ROUND, ROUND)
    inside = box.adjusted(10, 8, -10, -8)
    _title(painter, card.title, inside)
    foot = QRect(inside)
    foot.setTop(inside.bottom() - theme.scaled(20))
    if card.chip:
        size = chip_size(card.chip)
        chip = QRect(foot.topLeft(), size)
        chip.setWidth(min(size.width(), inside.width()))
        paint_chip(painter, chip, card.chip, card.tone)
        foot.setLeft(chip.right() + theme.SMALL)
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("soft"))
    shown = painter.fontMetrics().elidedText(card.detail, Qt.TextElideMode.ElideRight, foot.width())
    painter.drawText(foot, AT_LEFT, shown)


def _title(painter: QPainter, words: str, box: QRect) -> None:
    font = theme.font(12, QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    height = painter.fontMetrics().lineSpacing()
    for number in range(TITLE_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        shown = words[line.textStart() : line.textStart() + line.textLength()]
        if number == TITLE_LINES - 1:
            rest = words[line.textStart() :]
            shown = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
        at = box.topLeft() + QPoint(0, number * height + painter.fontMetrics().ascent())
        painter.drawText(at, shown.rstrip())
    layout.endLayout()


def paint_lifted(painter: QPainter, card: BoardCard, box: QRect) -> None:
    """The card that is in hand."""
    painter.save()
    painter.setOpacity(LIFTED)
    paint_card(painter, card, box, Edge.FOCUS)
    painter.restore()
