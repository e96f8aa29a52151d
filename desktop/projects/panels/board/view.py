"""The board on the screen: cards are chosen, opened and carried to another column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip

from desktop.projects.panels.board import painting
from desktop.projects.panels.board.cards import BoardCard, BoardColumn, Guard
from desktop.projects.panels.board.carrying import Carrying
from desktop.projects.panels.board.deck import Deck, Spot
from desktop.projects.panels.board.places import CARD, HEADER, NARROWEST, Places
from desktop.widgets import theme

EDGE = 28  # pixels
CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardView(QAbstractScrollArea):
    """`moved` tells a card and the key of the column that it goes to, `opened` and `chosen` a
    card; `said` tells in words what is chosen, and `refused` why a card stays. A card goes only
    where `guard` lets it, and stays where it is until `show_cards` brings it elsewhere."""

    moved = Signal(str, str)
    opened = Signal(str)
    chosen = Signal(str)
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, columns: Sequence[BoardColumn], guard: Guard) -> None:
        super().__init__()
        self._name = name
        self._deck = Deck(columns, guard)
        self._id = ""
        self._carrying: Carrying | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show these cards, each column in their order; the chosen card stays chosen."""
        self._deck.show(cards)
        self._carrying = None
        self._set_ranges()
        self._tell()

    @property
    def card(self) -> BoardCard | None:
        """The chosen card."""
        return self._deck.card(self._id)

    def choose(self, id: str) -> None:
        """Choose a card and bring it into sight."""
        self._id = id
        spot = self._deck.spot_of(id)
        if spot is not None:
            self._show(spot)
            self.chosen.emit(id)
        self._tell()

    def places(self) -> Places:
        """Where things lie."""
        size = self.viewport().size()
        return Places(
            self._deck.columns,
            self._deck.cards,
            size.width(),
            size.height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )

    def _tell(self) -> None:
        """Say the chosen card; for a screen reader it is the name."""
        card = self.card
        words = self._deck.in_words(card) if card is not None else self._name
        self.setAccessibleName(words)
        self.said.emit(words if card is not None else "")
        self.viewport().update()

    # Moving -------------------------------------------------------------------------------------

    def drop_on(self, card: BoardCard, column: int, refusals: dict[int, str]) -> None:
        """Tell where a card goes, or say why it stays."""
        if column in refusals:
            self.refused.emit(refusals[column])
        elif self._deck.columns[column].key != card.column:
            self.moved.emit(card.id, self._deck.columns[column].key)

    def _carry_on(self, card: BoardCard, step: int) -> None:
        """Take a card to the next column that takes it; else say why the next one does not."""
        target = self._deck.ahead_of(card, step)
        if target is not None:
            self.drop_on(card, target, self._deck.refusals(card))

    def _step(self, across: int, down: int) -> None:
        """Choose the card at a side, over or under the chosen one."""
        card = self._deck.beside(self._id, across, down)
        if card is not None:
            self.choose(card.id)

    # Events -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        spot = self.places().card_at(at)
        if event.button() is not Qt.MouseButton.LeftButton or spot is None:
            return
        card = self._deck.cards[spot[0]][spot[1]]
        grasped = at - self.places().card(*spot).topLeft()
        self.choose(card.id)
        self._carrying = Carrying(card, at, grasped, self._deck.refusals(card))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        carrying, at = self._carrying, event.position().toPoint()
        if carrying is None:
            return
        carrying.to(at, QApplication.startDragDistance())
        if carrying.is_lifted:
            self._follow(at.x())
            over = self.places().column_at(at)
            self.said.emit(carrying.refusals.get(over, "") if over is not None else "")
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying = self._put_down()
        if carrying is None or not carrying.is_lifted:
            return
        column = self.places().column_at(event.position().toPoint())
        if column is not None:
            self.drop_on(carrying.card, column, carrying.refusals)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.places().card_at(event.position().toPoint()) is not None and self.card is not None:
            self.opened.emit(self.card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, card = Qt.Key(event.key()), self.card
        if key in STEPS and event.modifiers() & CTRL:
            if card is not None and STEPS[key][0]:
                self._carry_on(card, STEPS[key][0])
        elif key in STEPS:
            self._step(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.opened.emit(card.id)
        elif key is not Qt.Key.Key_Escape or self._put_down() is None:
            super().keyPressEvent(event)

    def _put_down(self) -> Carrying | None:
        """Nothing is in hand any more; what was."""
        carrying, self._carrying = self._carrying, None
        self.viewport().unsetCursor()
        self._tell()
        return carrying

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.card is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._step(0, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less room for all else."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_ranges()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self.places().card_at(event.pos())
            if spot is not None:
                card = self._deck.cards[spot[0]][spot[1]]
                QToolTip.showText(event.globalPos(), f"{card.title}\n{card.detail}".strip())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, carrying = self.places(), self._carrying
        lifted = carrying if carrying is not None and carrying.is_lifted else None
        refusals = lifted.refusals if lifted is not None else {}
        over = places.column_at(lifted.at) if lifted is not None else None
        for column in range(len(self._deck.columns)):
            painting.paint_column(painter, places, column, refusals, over)
            self._paint_cards(painter, places, column, lifted)
            painting.paint_title(painter, places, column)
            if column in refusals:
                painting.paint_refusal(painter, places, column, refusals[column])
        if lifted is not None:
            size = places.card(0, 0).size()
            painting.paint_lifted(painter, lifted.card, lifted.box(size))

    def _paint_cards(
        self, painter: QPainter, places: Places, column: int, lifted: Carrying | None
    ) -> None:
        cards = self._deck.cards[column]
        if not cards:
            painting.paint_empty(painter, places, column)
        painter.save()
        painter.setClipRect(places.column(column).adjusted(0, theme.scaled(HEADER), 0, 0))
        for place in places.on_view(column):
            if lifted is None or cards[place].id != lifted.card.id:
                box, edge = places.card(column, place), painting.Edge.PLAIN
                if cards[place].id == self._id:
                    edge = painting.Edge.FOCUS if self.hasFocus() else painting.Edge.CHOSEN
                painting.paint_card(painter, cards[place], box, edge)
        painter.restore()

    # Place --------------------------------------------------------------------------------------

    def _show(self, spot: Spot) -> None:
        box, down = self.places().card(*spot), self.verticalScrollBar()
        top, bottom = theme.scaled(HEADER), self.viewport().height() - theme.SMALL
        if box.top() < top:
            down.setValue(down.value() - (top - box.top()))
        elif box.bottom() > bottom:
            down.setValue(down.value() + box.bottom() - bottom)
        across = self.horizontalScrollBar()
        if box.left() < 0:
            across.setValue(across.value() + box.left())
        elif box.right() > self.viewport().width():
            across.setValue(across.value() + box.right() - self.viewport().width())

    def _follow(self, x: int) -> None:
        """Scroll on when a hand with a card comes to the edge, where more columns are."""
        across, edge = self.horizontalScrollBar(), theme.scaled(EDGE)
        if x > self.viewport().width() - edge:
            across.setValue(across.value() + edge)
        elif x < edge:
            across.setValue(across.value() - edge)

    def _set_ranges(self) -> None:
        places, size = self.places(), self.viewport().size()
        for bar, whole, room, step in (
            (self.horizontalScrollBar(), places.whole_width, size.width(), NARROWEST),
            (self.verticalScrollBar(), places.whole_height, size.height(), CARD),
        ):
            bar.setRange(0, max(whole - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(theme.scaled(step) // 2)
        self.viewport().update()

    def middle_of(self, id: str) -> QPoint:
        """The middle of a card on the screen."""
        spot = self._deck.spot_of(id)
        assert spot is not None, id
        return self.places().card(*spot).center()
