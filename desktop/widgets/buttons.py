"""Buttons with a verb: one primary a screen, secondary ones, and the reason why not yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.widgets.icons import icon

CTRL = Qt.KeyboardModifier.ControlModifier


class Button(QPushButton):
    """A button that can say why it cannot be pressed yet, on hover and to screen readers;
    a `HeaderCard` also shows the reason in words."""

    reason_changed = Signal()

    def __init__(
        self,
        text: str,
        do: Callable[[], object] | None = None,
        look: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.reason: str | None = None
        self._icon: tuple[str, str, int] | None = None
        super().__init__(text, parent)
        if look:
            self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        if do is not None:
            self.clicked.connect(lambda _checked=False: do())

    def show_icon(self, name: str, words: str, colour: str = "ink", size: int = 20) -> None:
        """An icon in place of words; the words show on hover and to screen readers."""
        self._icon = (name, colour, size)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(*self._icon))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would press the default button of the dialog instead of the one with the focus.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & CTRL:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while the window is open.
        if event.type() is QEvent.Type.PaletteChange and self._icon is not None:
            self.setIcon(icon(*self._icon))

    def set_reason(self, reason: str | None) -> None:
        """Off with the reason why; on again with None."""
        self.reason = reason
        self.setEnabled(reason is None)
        self.setToolTip(reason or "")
        self.setAccessibleDescription(reason or "")
        self.reason_changed.emit()


def primary(
    text: str, do: Callable[[], object] | None = None, parent: QWidget | None = None
) -> Button:
    """The one next thing to do on this screen."""
    return Button(text, do, "primary", parent)


def secondary(
    text: str, do: Callable[[], object] | None = None, parent: QWidget | None = None
) -> Button:
    """What else can be done."""
    return Button(text, do, "", parent)


def link(
    text: str, do: Callable[[], object] | None = None, parent: QWidget | None = None
) -> Button:
    """A quiet way to another place."""
    return Button(text, do, "link", parent)
