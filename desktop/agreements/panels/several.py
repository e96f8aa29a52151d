"""Several out of a long list, found by typing: each one chosen stands under it, and can go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import link, secondary
from desktop.widgets.fields import Input
from desktop.widgets.search_choice import SearchChoice
from desktop.widgets.swapped import Swapped
from desktop.widgets.words import Words


class SeveralInput(Input):
    """`options` are (value, words); the value is a list of those chosen, in the order in which
    they were."""

    def __init__(
        self, options: Sequence[tuple[Any, str]], values: Sequence[Any] = (), hint: str = ""
    ) -> None:
        super().__init__(QWidget())
        self._words = dict(options)
        self._values = [value for value in values if value in self._words]
        self.search = SearchChoice(options, hint)
        self._chosen = Swapped()
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.search, 1)
        row.addWidget(secondary(_("Add"), self.take))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        column.addLayout(row)
        column.addWidget(self._chosen)
        self.inner.setFocusProxy(self.search)
        self.search.changed.connect(self.changed)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        self.search.setAccessibleName(name)

    def value(self) -> list[Any]:
        typed = self.search.value()
        return list(dict.fromkeys([*self._values, *([] if typed is None else [typed])]))

    def set_value(self, value: Sequence[Any]) -> None:
        self._values = list(value)
        self._show()
        self.changed.emit()

    def take(self) -> None:
        """Put what was typed with the others."""
        self.set_value(self.value())
        self.search.clear()

    def _drop(self, value: Any) -> None:
        self.set_value([one for one in self._values if one != value])

    def _show(self) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for value in self._values:
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            row.addWidget(Words(self._words[value]))
            remove = link(_("Remove"), partial(self._drop, value))
            remove.setAccessibleName(_("Remove {what}").format(what=self._words[value]))
            row.addWidget(remove)
            row.addStretch(1)
            column.addLayout(row)
        self._chosen.show_content(made)
        self._chosen.setVisible(bool(self._values))
