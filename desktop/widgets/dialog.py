"""A plain dialog: title, content, one verb. Enter and Ctrl+Enter do it, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.form import Field
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words

TALLEST = 700  # fits the smallest screen; what is longer scrolls
FRAME_PX = 60  # what the system draws around a window


class Dialog(QDialog):
    """Shows `content`; the primary button `verb` runs `work` as an action at the desk and closes
    when it was done. A refusal stands at its field, or above the buttons, and what was typed
    stays. `again` is `work` without the version that was seen (see `Desk.act`). Esc throws away
    what was filled in only when it is pressed twice.

    Open it with `open()`: the window goes on.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        content: QWidget,
        verb: str,
        work: Callable[[], object],
        parent: QWidget | None = None,
        again: Callable[[], object] | None = None,
        others: Sequence[QWidget] = (),
        explanation: str = "",
        width: int = 520,
    ) -> None:
        super().__init__(parent)
        self._desk, self._work, self._again = desk, work, again
        self._found: list[object] | None = None
        self._warned_of: list[object] | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(title, "heading", wraps=True))
        if explanation:
            column.addWidget(Words(explanation, "soft", wraps=True))
        self._scroll = Scroll(content)
        column.addWidget(self._scroll, 1)
        self._refusal = Words("", "error", wraps=True)
        self._refusal.hide()
        column.addWidget(self._refusal)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for other in others:
            row.addWidget(other)
        row.addStretch(1)
        row.addWidget(secondary(_("Cancel"), self.reject))
        self.button = primary(verb, self.do)
        self.button.setDefault(True)
        row.addWidget(self.button)
        column.addLayout(row)
        self.resize(theme.scaled(width), min(self.sizeHint().height(), TALLEST))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.do)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()
        if self._found is None:
            self._found = self._filled_in()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return handled

    def _grow(self) -> None:
        """Take the height that the content needs now, as far as the screen has it."""
        most = self.screen().availableGeometry().height() - FRAME_PX
        higher = min(self.height() + self._scroll.lacking_px, most)
        if higher > self.height():
            self.resize(self.width(), higher)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._would_lose_something():
            self.show_refusal(_("Something was filled in. Press Escape again to throw it away."))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), QAbstractItemView
        ):
            # Enter chooses in a list; only from a field of one line it also does the work.
            event.accept()
        else:
            super().keyPressEvent(event)

    def _would_lose_something(self) -> bool:
        """Whether something was changed that the user was not warned of yet."""
        filled_in = self._filled_in()
        is_new = filled_in not in (self._found, self._warned_of)
        self._warned_of = filled_in
        return is_new

    def _filled_in(self) -> list[object]:
        """What stands in all fields; days, times and numbers are lines of text inside."""
        return [
            *(field.text() for field in self.findChildren(QLineEdit)),
            *(field.toPlainText() for field in self.findChildren(QPlainTextEdit)),
            *(field.currentIndex() for field in self.findChildren(QComboBox)),
            *(field.isChecked() for field in self.findChildren(QAbstractButton)),
        ]

    def do(self) -> None:
        """Press the primary button."""
        if not self.button.isEnabled():
            return
        self._refusal.hide()
        # A day that cannot be read would otherwise count as none.
        if not all(field.readable() for field in self.findChildren(Field)):
            return
        if self._desk.did(self._work, self, self._again):
            self.accept()

    def show_refusal(self, sentence: str) -> None:
        """Show what cannot be, above the buttons."""
        self._refusal.setText(sentence)
        self._refusal.show()
