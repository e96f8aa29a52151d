"""How many agreements have each light: a number with the sign under it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.light_sign import LightSign
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.states import Light
from desktop.agreements.wording import word
from desktop.widgets import theme
from desktop.widgets.words import Words


class Counters(QWidget):
    """Five numbers beside each other. A theme and a year have no light of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[Light, Words] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.LARGE * 2)
        for light in Light:
            number = Words("0", "figure")
            tile = QVBoxLayout()
            tile.setSpacing(2)
            tile.addWidget(number)
            tile.addWidget(LightSign(light))
            row.addLayout(tile)
            self._numbers[light] = number
        row.addStretch(1)

    def show_counts(self, counts: LightCounts) -> None:
        """Show these numbers."""
        for light, number in self._numbers.items():
            number.setText(str(counts.of(light)))
            number.setAccessibleName(f"{word(light)}: {counts.of(light)}")
