"""What somebody said, as a card that can be read across a table: its dots, and how it is moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import _
from desktop.projects.queries.voices import ProposalLine
from desktop.projects.wording.dots import dots
from desktop.widgets import theme
from desktop.widgets.big_type import in_size
from desktop.widgets.buttons import Button
from desktop.widgets.words import Words

TEXT, DOTS = 17, 19  # pixels of normal print
STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip


class ProposalCard(QFrame):
    """`counted` tells the dots that it gets; `carried` and `dropped` where a hand has it, as a
    place on the screen. By key: + and − dots, Space takes it or puts it with the one that is in
    hand, arrows go to another card, Esc lets go, F2 corrects, Delete removes."""

    counted = Signal(int, int)
    carried = Signal(int, QPoint)
    dropped = Signal(int, QPoint)
    stepped = Signal(int, int)
    taken = Signal(int)
    let_go = Signal()
    corrected = Signal(int)
    removed = Signal(int)

    def __init__(self, line: ProposalLine) -> None:
        super().__init__()
        self.line = line
        self._pressed: QPoint | None = None
        self._is_carried = False
        self.setObjectName("proposal")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(line.text)
        self.setAccessibleDescription(dots(line.support))
        self.words = Words(line.text, wraps=True)
        in_size(self.words, theme.scaled(TEXT))
        self.count = Words(f"● {line.support}", "strong")
        in_size(self.count, theme.scaled(DOTS))
        self.count.setMinimumWidth(theme.scaled(56))
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = self._dot_button("minus", _("A dot less"), -1)
        self.more = self._dot_button("plus", _("A dot more"), 1)
        self.less.setEnabled(line.support > 0)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addStretch(1)
        for widget in (self.less, self.count, self.more):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        column.setSpacing(theme.TIGHT)
        column.addWidget(self.words)
        column.addLayout(row)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What can have the keyboard: the card itself, and its buttons."""
        return self, self.less, self.more

    def _dot_button(self, name: str, words: str, by: int) -> Button:
        button = Button("", lambda: self._count(by))
        button.show_icon(name, f"{words}: {self.line.text}")
        button.setProperty("finger", "true")
        # A click leaves the keyboard where it was, such as in the field where people type.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _count(self, by: int) -> None:
        if self.line.support + by >= 0:
            self.counted.emit(self.line.id, self.line.support + by)

    def set_state(self, state: str) -> None:
        """ "" or "taken", when it is in hand, or "target", when what is in hand comes with it."""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    # A hand --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self._is_carried = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._is_carried or far:
            self._is_carried = True
            self.carried.emit(self.line.id, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_carried, self._pressed, self._is_carried = self._is_carried, None, False
        if was_carried:
            self.dropped.emit(self.line.id, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    # Keys ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._count(1)
        elif key is Qt.Key.Key_Minus:
            self._count(-1)
        elif key in STEPS:
            self.stepped.emit(self.line.id, STEPS[key])
        elif key is Qt.Key.Key_Space:
            self.taken.emit(self.line.id)
        elif key is Qt.Key.Key_Escape:
            self.let_go.emit()
        elif key is Qt.Key.Key_F2:
            self.corrected.emit(self.line.id)
        elif key is Qt.Key.Key_Delete:
            self.removed.emit(self.line.id)
        else:
            super().keyPressEvent(event)
