"""What stands where there is nothing yet: why, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.words import Words


class Empty(QWidget):
    """A short title, an explanation, and when there is one the button of the first step, which is
    `quiet` where the primary button of the screen stands elsewhere."""

    def __init__(
        self,
        title: str,
        explanation: str = "",
        action: str = "",
        do: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, 24, theme.LARGE, 24)
        column.setSpacing(theme.SMALL)
        column.addStretch(1)
        for words in (Words(title, "section", wraps=True), Words(explanation, "soft", wraps=True)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
            words.setVisible(bool(words.text()))
        self._first: Button | None = None
        if action and do is not None:
            self._first = Button(action, do, "" if quiet else "primary")
        if self._first is not None:
            column.addSpacing(theme.SMALL)
            column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)

    @property
    def step(self) -> str:
        """What the first step is called; nothing when there is none."""
        return self._first.text() if self._first is not None else ""

    def call_step(self, words: str) -> None:
        """Call the first step otherwise, as when somebody began it already."""
        if self._first is not None:
            self._first.setText(words)
            self._first.setAccessibleName(words)
