"""The bar at the foot of the window: what was said last, with "Undo" when that can be.

It never takes the focus, so that the keys stay where somebody works; Ctrl+Z does what "Undo" does.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.language import _
from desktop.store import Changed
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

SHOWN_MS = 12_000


class MessageBar(QFrame):
    """Shows itself when there is something to say and goes after a while, or when closed.

    `resized` tells that it needs another place in the window."""

    resized = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._desk = desk
        self.words = Words("", wraps=False)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.undo_button = secondary(_("Undo"), self.undo)
        self._close = Button("", self.hide)
        self._close.show_icon("close", _("Close this message"), "paper", 14)
        self.undo_button.setToolTip("Ctrl+Z")
        for button in (self.undo_button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.LARGE, theme.TIGHT, theme.SMALL, theme.TIGHT)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self._close)
        self._hide_later = QTimer(self)
        self._hide_later.setSingleShot(True)
        self._hide_later.setInterval(SHOWN_MS)
        self._hide_later.timeout.connect(self.hide)
        desk.said.connect(self.say)
        desk.changed.connect(self._changed)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._show(sentence, can_undo=False)

    def _changed(self, changed: Changed) -> None:
        if changed.undo is not None:
            self._show(changed.undo, can_undo=True)
        elif not self.isHidden() and not self.undo_button.isHidden():
            # What the button would undo is no longer the last thing that happened.
            self.hide()

    def _show(self, sentence: str, can_undo: bool) -> None:
        self.words.setText(sentence)
        self.words.setWordWrap(len(sentence) > 90)
        self.undo_button.setVisible(can_undo)
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        self.resized.emit()
        self._hide_later.start()

    def undo(self) -> None:
        """Undo the last thing that can be undone, and say what."""
        self._reverse(lambda: self._desk.store.undo(self._desk.who), _("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was undone last, and say what."""
        self._reverse(lambda: self._desk.store.redo(self._desk.who), _("Done again: {what}"))

    def _reverse(self, work: Callable[[], str], words: str) -> None:
        what = self._desk.act(work)
        if what is not None:
            self._desk.said.emit(words.format(what=what))
