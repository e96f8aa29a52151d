"""Text on the screen in one of the looks of the stylesheet, and the thin line between rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A label. `look` is one of the stylesheet: heading, section, strong, soft, small, error…"""

    def __init__(
        self, text: str = "", look: str = "", wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        # What people typed is shown as it is, never as markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        if look:
            self.setProperty("look", look)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_look(self, look: str) -> None:
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line between rows."""
    made = QFrame(parent)
    made.setObjectName("line")
    return made
