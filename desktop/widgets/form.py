"""Fields with their label above and, when needed, an error sentence under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.fields import (
    CheckInput,
    ChoiceInput,
    DateInput,
    Input,
    LinesInput,
    NumberInput,
    SecretInput,
    TextInput,
    TimeInput,
)
from desktop.widgets.words import Words


class Field(QWidget):
    """One input with its label. Its object name is the field's key, so that a refusal finds it."""

    def __init__(self, key: str, label: str, content: Input, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(key)
        self.input = content
        self._error = Words("", "error", wraps=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        if not isinstance(content, CheckInput):
            named = Words(label, "soft")
            named.setBuddy(content)
            column.addWidget(named)
        column.addWidget(content)
        if hint:
            column.addWidget(Words(hint, "small", wraps=True))
        column.addWidget(self._error)
        content.setAccessibleName(label)
        content.changed.connect(self.clear_refusal)
        self.setFocusProxy(content)

    def show_refusal(self, sentence: str) -> None:
        """Show what is wrong with this field, and go there."""
        self._error.setText(sentence)
        self._error.show()
        self.input.mark(True)
        self.input.setAccessibleDescription(sentence)
        self.input.setFocus()

    def clear_refusal(self) -> None:
        if self._error.isHidden():
            return
        self._error.hide()
        self.input.mark(False)
        self.input.setAccessibleDescription("")

    def readable(self) -> bool:
        """Whether what was typed can be read; when it cannot, the field says so."""
        if isinstance(self.input, DateInput) and self.input.unreadable:
            self.show_refusal(_("This is not a day. Type it as 26-11-2026."))
            return False
        return True

    @property
    def refusal(self) -> str:
        """The sentence on show, or nothing."""
        return "" if self._error.isHidden() else self._error.text()


class Form(QWidget):
    """Fields under each other, or beside each other within `row()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.MEDIUM)
        self._column.addStretch(1)
        self._row: QHBoxLayout | None = None

    # Adding fields --------------------------------------------------------------------------

    def text(self, key: str, label: str, value: str = "", hint: str = "") -> Field:
        return self.field(key, label, TextInput(value), hint)

    def secret(self, key: str, label: str, hint: str = "") -> Field:
        """Text that is not shown, such as a PIN."""
        return self.field(key, label, SecretInput(), hint)

    def lines(self, key: str, label: str, value: str = "", hint: str = "") -> Field:
        return self.field(key, label, LinesInput(value), hint)

    def number(
        self, key: str, label: str, value: int = 0, least: int = 0, most: int = 999, hint: str = ""
    ) -> Field:
        return self.field(key, label, NumberInput(value, least, most), hint)

    def date(self, key: str, label: str, value: date | None = None, hint: str = "") -> Field:
        """A day, typed as 26-11-2026 or chosen from the calendar; it may be empty (None)."""
        return self.field(key, label, DateInput(value), hint)

    def time(self, key: str, label: str, value: time, hint: str = "") -> Field:
        return self.field(key, label, TimeInput(value), hint)

    def choice(
        self,
        key: str,
        label: str,
        options: Sequence[tuple[Any, str]],
        value: Any = None,
        hint: str = "",
    ) -> Field:
        """One of the (value, words)."""
        return self.field(key, label, ChoiceInput(options, value), hint)

    def check(self, key: str, label: str, value: bool = False, hint: str = "") -> Field:
        return self.field(key, label, CheckInput(label, value), hint)

    def note(self, sentence: str) -> Words:
        """A soft sentence between the fields."""
        made = Words(sentence, "soft", wraps=True)
        self.add(made)
        return made

    def section(self, title: str) -> None:
        self.add(Words(title, "section"))

    def add(self, widget: QWidget) -> None:
        """Something else between the fields."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def row(self) -> Form:
        """From here on, fields come beside each other until `end_row`."""
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.MEDIUM)
        self._column.insertLayout(self._column.count() - 1, self._row)
        return self

    def end_row(self) -> None:
        self._row = None

    def field(self, key: str, label: str, content: Input, hint: str = "") -> Field:
        """A field with an input of your own."""
        field = Field(key, label, content, hint)
        self.fields[key] = field
        content.changed.connect(self.changed)
        if self._row is not None:
            # At the top: a field with a hint or an error stays in line with its neighbours.
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self.add(field)
        return field

    # Values ---------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """What stands in each field, by its key."""
        return {key: field.input.value() for key, field in self.fields.items()}

    def value(self, key: str) -> Any:
        return self.fields[key].input.value()

    def set_value(self, key: str, value: Any) -> None:
        self.fields[key].input.set_value(value)
