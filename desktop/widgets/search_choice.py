"""A long list of choices, found by typing any part of the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from desktop.widgets.fields import ChoiceInput


class SearchChoice(ChoiceInput):
    """What was typed counts when it is one of the choices, or a part of just one; otherwise the
    value is None."""

    def __init__(self, options: Sequence[tuple[Any, str]], hint: str) -> None:
        super().__init__(options)
        box = self._box
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.editingFinished.connect(self._write_out)
        box.setLineEdit(line)
        box.setCompleter(completer)
        box.setCurrentIndex(-1)
        box.editTextChanged.connect(self.changed)

    def value(self) -> Any:
        at = self._at()
        return self._values[at] if at is not None else None

    def clear(self) -> None:
        """Nothing is chosen or typed any more."""
        self._box.setCurrentIndex(-1)
        self._box.clearEditText()

    def _at(self) -> int | None:
        typed = self._box.currentText().strip()
        whole = self._box.findText(typed, Qt.MatchFlag.MatchFixedString)
        if whole >= 0:
            return whole
        words = (self._box.itemText(at).casefold() for at in range(self._box.count()))
        found = [at for at, shown in enumerate(words) if typed and typed.casefold() in shown]
        return found[0] if len(found) == 1 else None

    def _write_out(self) -> None:
        at = self._at()
        if at is not None:
            self._box.setCurrentIndex(at)
