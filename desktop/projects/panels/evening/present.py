"""How many people are there: a number that is counted up at the door."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.big_type import in_size
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.words import Words

NUMBER = 40  # pixels of normal print


class PresentCard(Card):
    """`counted` tells the number that a user comes to."""

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.present = 0
        self.number = Words("0")
        in_size(self.number, theme.scaled(NUMBER), QFont.Weight.DemiBold)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setMinimumWidth(theme.scaled(86))
        self.less = self._button("minus", _("One person less"), -1)
        self.more = self._button("plus", _("One person more"), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for widget in (self.less, self.number, self.more):
            row.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(0)
        label = Words(_("People here"), "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
        column.addLayout(row)
        self.body.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self.add_layout(column)

    def _button(self, name: str, words: str, by: int) -> Button:
        button = Button("", lambda: self.counted.emit(max(self.present + by, 0)))
        button.show_icon(name, words, size=24)
        button.setProperty("finger", "true")
        return button

    def show_present(self, present: int) -> None:
        """Show how many there are."""
        self.present = present
        self.number.setText(str(present))
        self.less.setEnabled(present > 0)
        self.setAccessibleName(_("People here: {n}").format(n=present))
