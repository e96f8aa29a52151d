"""The tools to draw with, at the left of the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.icons import icon


class ToolColumn(QFrame):
    """The tools under each other, icon above word; `taken` tells the key of the one taken."""

    taken = Signal(str)

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = tools  # Qt sends events before the next line is done
        self._buttons: dict[str, QToolButton] = {}
        super().__init__()
        self.setObjectName("card")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(2)
        for tool in tools:
            button = QToolButton()
            button.setObjectName("tool")
            button.setText(_(tool.word))
            button.setIconSize(QSize(theme.scaled(24), theme.scaled(24)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setFixedSize(theme.scaled(88), theme.scaled(58))
            button.setToolTip(f"{_(tool.word)} ({tool.letter})")
            button.setAccessibleName(_(tool.word))
            button.clicked.connect(lambda _on=False, key=tool.key: self.taken.emit(key))
            self._group.addButton(button)
            self._buttons[tool.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self._draw_icons()
        self.mark(tools[0].key)

    def _draw_icons(self) -> None:
        for tool in self._tools:
            if tool.key in self._buttons:
                self._buttons[tool.key].setIcon(icon(tool.icon, "ink", 24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while somebody draws.
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icons()

    def mark(self, key: str) -> None:
        """Show which tool is in hand."""
        self._buttons[key].setChecked(True)
