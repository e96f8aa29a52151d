"""The buttons beside what is chosen, and the field to type in at a place: never modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from desktop.floorplans.canvas.beside import beside
from desktop.floorplans.tools.overlay import Choice
from desktop.widgets import theme
from desktop.widgets.buttons import Button

TARGET_PX = 44
# Words stand in as many columns as leave most of the drawing in view.
ICONS_A_ROW, WORDS_A_ROW = (8,), (3, 2, 1)
GAP_PX = 14


class Bubble(QFrame):
    """A small card with a button for each choice. `taken` tells which one."""

    taken = Signal(object)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setObjectName("card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*[theme.TIGHT] * 4)
        self._grid.setSpacing(theme.TIGHT)
        self._offered: tuple[tuple[str, str | None], ...] = ()
        self._choices: Sequence[Choice] = ()
        self._buttons: list[Button] = []
        self._sizes: dict[int, QSize] = {}  # of the card, by how many buttons stand in a row
        self.hide()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these choices; buttons that say the same stay, and keep the focus."""
        self._choices = choices
        offered = tuple((choice.words, choice.icon) for choice in choices)
        if offered != self._offered:
            self._offered = offered
            self._make_buttons(choices)
        self.setVisible(bool(choices))

    @property
    def is_large(self) -> bool:
        """Whether it takes more than a row of words; a few stand near what they are about."""
        return self._has_words and len(self._choices) > WORDS_A_ROW[0]

    @property
    def _has_words(self) -> bool:
        return any(choice.icon is None for choice in self._choices)

    def stand_by(self, box: QRectF, drawn: QRectF | None = None) -> None:
        """Beside a box in the widget, inside the widget, and not over the box if that can be; of
        the drawing, which lies in `drawn`, as little is covered as can be."""
        inside = QRectF(self._canvas.rect()).adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        sizes = [QSizeF(size) for size in self._sizes.values()]
        which, at = beside(box, sizes, inside, drawn, GAP_PX)
        self._lay(list(self._sizes)[which])
        self.setGeometry(at.toRect())
        self.raise_()

    def _make_buttons(self, choices: Sequence[Choice]) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, choice in enumerate(choices):
            button = Button("" if choice.icon else choice.words, self._take(at), "bubble", self)
            if choice.icon:
                button.show_icon(choice.icon, choice.words)
            self._buttons.append(button)
        self._sizes = {}
        for a_row in WORDS_A_ROW if self._has_words else ICONS_A_ROW:
            self._lay(a_row)
            self._sizes[a_row] = self.sizeHint()
        # With Tab one comes from the drawing to its buttons, and back with Shift.
        for before, after in pairwise((self._canvas, *self._buttons)):
            QWidget.setTabOrder(before, after)

    def _lay(self, a_row: int) -> None:
        """So many buttons in a row."""
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // a_row, at % a_row)
        self._grid.activate()

    def _take(self, at: int) -> Callable[[], None]:
        return lambda: self.taken.emit(self._choices[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._canvas.setFocus()
        event.ignore()


class PlaceField(QLineEdit):
    """A field to type in at a place on the plan. `answered` tells what was typed, at Enter."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.returnPressed.connect(lambda: self.answered.emit(self.text()))
        self.hide()

    def ask(self, at: QPointF, words: str, filled_in: str) -> None:
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setText(filled_in)
        width = max(self.fontMetrics().horizontalAdvance(words) + 32, theme.scaled(120))
        height = max(self.sizeHint().height(), TARGET_PX)
        room = self._canvas.rect()
        x = min(max(round(at.x() - width / 2), 0), room.width() - width)
        y = min(max(round(at.y() - height / 2), 0), room.height() - height)
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Qt passes it on, and the drawing would take it for a tap
