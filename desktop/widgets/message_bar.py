"""The bar at the foot of the window: what was said last, with "Undo" when that can be, and "Redo"
after it.

It never takes the focus, so that the keys stay where somebody works; Ctrl+Z does what "Undo" does,
and Ctrl+Y what "Redo" does.
"""

from __future__ import annotations

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
        self.redo_button = secondary(_("Redo"), self.redo)
        self.redo_button.setToolTip("Ctrl+Y")
        for button in (self.undo_button, self.redo_button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.LARGE, theme.TIGHT, theme.SMALL, theme.TIGHT)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
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
        self._show(sentence, None)

    def _changed(self, changed: Changed) -> None:
        if changed.undo is not None:
            self._show(changed.undo, self.undo_button)
        elif not (self.undo_button.isHidden() and self.redo_button.isHidden()):
            # What the button is about is no longer the last thing that happened.
            self.hide()

    def _show(self, sentence: str, offered: Button | None) -> None:
        self.words.setText(sentence)
        self.words.setWordWrap(len(sentence) > 90)
        for button in (self.undo_button, self.redo_button):
            button.setVisible(button is offered)
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        self.resized.emit()
        self._hide_later.start()

    def undo(self) -> None:
        """Undo the last thing that can be undone, and say what."""
        what = self._desk.act(lambda: self._desk.store.undo(self._desk.who))
        if what is not None:
            self._show(_("Undone: {what}").format(what=what), self.redo_button)

    def redo(self) -> None:
        """Do again what was undone last, and say what."""
        what = self._desk.act(lambda: self._desk.store.redo(self._desk.who))
        if what is not None:
            self._show(_("Done again: {what}").format(what=what), self.undo_button)
