"""The tools to draw with, at the left of the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.icons import icon
from desktop.widgets.scroll import Scroll

WIDTH, HEIGHT, ICON = 88, 58, 24
# Above and below the icon and the word, as the look has it.
EDGES_PX = 6


class ToolColumn(QFrame):
    """The tools under each other, icon above word; `taken` tells the key of the one taken. On a low
    screen they stand closer together, and after that they scroll."""

    taken = Signal(str)

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = tools  # Qt sends events before the next line is done
        self._buttons: dict[str, QToolButton] = {}
        super().__init__()
        self.setObjectName("card")
        self._group = QButtonGroup(self)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for tool in tools:
            button = QToolButton()
            button.setObjectName("tool")
            button.setText(_(tool.word))
            button.setIconSize(QSize(theme.scaled(ICON), theme.scaled(ICON)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setFixedWidth(theme.scaled(WIDTH))
            button.setMinimumHeight(ICON + button.fontMetrics().height() + EDGES_PX)
            button.setMaximumHeight(theme.scaled(HEIGHT))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            button.setToolTip(f"{_(tool.word)} ({tool.letter})")
            button.setAccessibleName(_(tool.word))
            button.clicked.connect(lambda _on=False, key=tool.key: self.taken.emit(key))
            self._group.addButton(button)
            self._buttons[tool.key] = button
            column.addWidget(button, 1)
        column.addStretch(0)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(6, 6, 6, 6)
        frame.addWidget(Scroll(held))
        self._draw_icons()
        self.mark(tools[0].key)

    def _draw_icons(self) -> None:
        for tool in self._tools:
            if tool.key in self._buttons:
                self._buttons[tool.key].setIcon(icon(tool.icon, "ink", ICON))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while somebody draws.
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icons()

    def mark(self, key: str) -> None:
        """Show which tool is in hand."""
        self._buttons[key].setChecked(True)
