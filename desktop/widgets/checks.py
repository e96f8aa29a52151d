"""Several of a few choices, ticked beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.fields import Input


class ChecksInput(Input):
    """`options` are (value, words); the value is the list of those that are ticked, in the order
    of the options."""

    def __init__(
        self, options: Sequence[tuple[Any, str]], values: Sequence[Any] = (), columns: int = 3
    ) -> None:
        super().__init__(QWidget())
        grid = QGridLayout(self.inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        self._boxes: dict[Any, QCheckBox] = {}
        for at, (value, words) in enumerate(options):
            box = QCheckBox(words)
            box.setChecked(value in values)
            box.toggled.connect(self.changed)
            self._boxes[value] = box
            grid.addWidget(box, at // columns, at % columns)
        grid.setColumnStretch(columns, 1)
        self.inner.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> list[Any]:
        return [value for value, box in self._boxes.items() if box.isChecked()]

    def set_value(self, value: Sequence[Any]) -> None:
        for one, box in self._boxes.items():
            box.setChecked(one in value)
