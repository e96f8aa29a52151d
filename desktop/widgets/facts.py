"""What is known of something: a soft name with its value beside it, under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.words import Words

NOT_KNOWN = "—"


class Facts(QWidget):
    """`pairs` are (name, value); an empty value shows as a dash."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.TIGHT + 2)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(pairs):
            grid.addWidget(Words(name, "soft"), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Words(value or NOT_KNOWN, wraps=True)
            shown.setAccessibleName(f"{name}: {value or NOT_KNOWN}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, row, 1)
