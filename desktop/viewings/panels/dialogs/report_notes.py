"""Rows for defects and questions on the tour card; one empty row is always at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.viewings.states import DefectPlace
from desktop.viewings.wording import word
from desktop.widgets import theme
from desktop.widgets.closed import ClosedList

LONGEST = 300


class NoteRows(QWidget):
    """Rows of a choice and a line of text. Writing in the last row adds another one."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]],
        name: str,
        hint: str,
        notes: Sequence[tuple[Any, str]],
    ) -> None:
        super().__init__()
        self._options, self._name, self._hint = options, name, hint
        self._rows: list[tuple[ClosedList, QLineEdit]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SMALL)
        for value, text in notes:
            self._add(value, text)
        self._add(None, "")

    def _add(self, value: Any, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        choice = ClosedList()
        choice.setAccessibleName(self._name)
        for option, words in self._options:
            choice.addItem(words, option)
        if value is not None:
            choice.setCurrentIndex(max(0, choice.findData(value)))
        line = QLineEdit(text)
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(self._hint)
        line.setAccessibleName(self._hint)
        line.textEdited.connect(self._keep_one_empty)
        row.addWidget(choice)
        row.addWidget(line, 1)
        self._column.addLayout(row)
        self._rows.append((choice, line))

    def _keep_one_empty(self) -> None:
        if self._rows[-1][1].text().strip():
            self._add(None, "")

    def notes(self) -> list[tuple[Any, str]]:
        """The rows in which something is written."""
        return [
            (choice.currentData(), line.text().strip())
            for choice, line in self._rows
            if line.text().strip()
        ]


class DefectRows(NoteRows):
    """Where something is broken, and what."""

    def __init__(self, notes: Sequence[tuple[DefectPlace, str]]) -> None:
        super().__init__(
            [(place, word(place)) for place in DefectPlace],
            _("Place of the defect"),
            _("What is broken?"),
            notes,
        )
        self.setObjectName("defect")


class QuestionRows(NoteRows):
    """Who asked what. A question need not be of one visitor."""

    def __init__(
        self, visitors: Sequence[tuple[int, str]], notes: Sequence[tuple[int | None, str]]
    ) -> None:
        super().__init__(
            [(None, _("Anybody")), *visitors], _("Who asked"), _("What was the question?"), notes
        )
        self.setObjectName("question")
