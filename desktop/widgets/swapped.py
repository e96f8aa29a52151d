"""A place on a screen whose content is made anew at every reading."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Swapped(QWidget):
    """Holds one widget; `show_content` puts another in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.content: QWidget | None = None

    def show_content(self, content: QWidget) -> None:
        """Show this in place of what was there."""
        if self.content is not None:
            self._column.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
        self.content = content
        self._column.addWidget(content)
        content.show()
