"""What the pages of agreements have more: rows as large buttons, with their light."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.big_type import BigSign
from desktop.agreements.states import Light
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.tenant_page import TEXT
from desktop.widgets.words import Words


class RowButton(Button):
    """A row to tap: words, cut to their room, and at the right a light when there is one."""

    def __init__(
        self, words: str, do: Callable[[], object], light: Light | None = None, note: str = ""
    ) -> None:
        super().__init__(words, do)
        self.setProperty("row", "true")
        self._beside: list[QWidget] = []
        CutToRoom(self, self._kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, 0, theme.MEDIUM, 0)
        row.setSpacing(theme.MEDIUM)
        row.addStretch(1)
        if note:
            self._beside.append(Words(note, "soft"))
            self.setAccessibleName(f"{words}: {note}")
        if light is not None:
            sign = BigSign(theme.scaled(TEXT - 1))
            sign.set(light, theme.scaled(TEXT - 1))
            self._beside.append(sign)
            self.setAccessibleName(f"{words}: {sign.accessibleName()}")
        for widget in self._beside:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(widget)

    def _kept(self) -> int:
        taken = sum(one.sizeHint().width() + theme.MEDIUM for one in self._beside)
        return taken + 3 * theme.MEDIUM + theme.SMALL


def column_of(*rows: QWidget) -> QWidget:
    """Rows under each other, as high as they are."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SMALL)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    return made
