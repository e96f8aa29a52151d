"""The inputs of forms: each with a value, and `changed` when the user changes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.language import _, language
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.closed import ClosedList, NumberBox, TimeBox


def locale() -> QLocale:
    return QLocale(QLocale.Language.Dutch if language() == "nl" else QLocale.Language.English)


class Input(QWidget):
    """One input around the Qt widget that takes the keys."""

    changed = Signal()

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.TIGHT)
        self.box.addWidget(inner, 1)
        self.setFocusProxy(inner)

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Draw the red line of a field that is wrong, or take it away."""
        self.inner.setProperty("wrong", "true" if wrong else "")
        self.inner.style().unpolish(self.inner)
        self.inner.style().polish(self.inner)

    def setAccessibleName(self, name: str) -> None:
        self.inner.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        self.inner.setAccessibleDescription(words)


class TextInput(Input):
    def __init__(self, value: str = "") -> None:
        self._edit = QLineEdit(value)
        super().__init__(self._edit)
        self._edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self._edit.text().strip()

    def set_value(self, value: str) -> None:
        self._edit.setText(value)


class SecretInput(TextInput):
    """Text that nobody can read over a shoulder, such as a PIN."""

    def __init__(self) -> None:
        super().__init__()
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)


class LinesInput(Input):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, value: str = "", rows: int = 4) -> None:
        self._edit = QPlainTextEdit(value)
        super().__init__(self._edit)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(theme.scaled(20) * rows + 16)
        self._edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self._edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self._edit.setPlainText(value)


class NumberInput(Input):
    def __init__(self, value: int, least: int, most: int) -> None:
        self._edit = NumberBox()
        super().__init__(self._edit)
        _set_in(self._edit)
        self._edit.setLocale(locale())
        self._edit.setRange(least, most)
        self._edit.setValue(value)
        self._edit.valueChanged.connect(self.changed)

    def value(self) -> int:
        return self._edit.value()

    def set_value(self, value: int) -> None:
        self._edit.setValue(value)


class TimeInput(Input):
    def __init__(self, value: time) -> None:
        self._edit = TimeBox()
        super().__init__(self._edit)
        _set_in(self._edit)
        self._edit.setDisplayFormat("HH:mm")
        self.set_value(value)
        self._edit.timeChanged.connect(self.changed)

    def value(self) -> time:
        shown = self._edit.time()
        return time(shown.hour(), shown.minute())

    def set_value(self, value: time) -> None:
        self._edit.setTime(QTime(value.hour, value.minute))


class ChoiceInput(Input):
    def __init__(self, options: Sequence[tuple[Any, str]], value: Any = None) -> None:
        self._box = ClosedList()
        super().__init__(self._box)
        self.set_options(options, value)
        self._box.currentIndexChanged.connect(self.changed)

    def set_options(self, options: Sequence[tuple[Any, str]], value: Any = None) -> None:
        """Offer these choices in place of those before."""
        # The value itself goes beside the words: Qt would turn an enum into something else.
        self._values = [option for option, _words in options]
        self._box.clear()
        for _option, words in options:
            self._box.addItem(words)
        self.set_value(value)

    def value(self) -> Any:
        at = self._box.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        if value in self._values:
            self._box.setCurrentIndex(self._values.index(value))


class CheckInput(Input):
    def __init__(self, label: str, value: bool = False) -> None:
        self._box = QCheckBox(label)
        super().__init__(self._box)
        self._box.setChecked(value)
        self._box.toggled.connect(self.changed)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:
        self._box.setChecked(value)


class DateInput(Input):
    """A day as people type it (26-11-2026, 26-11, 26/11/26), with a calendar; may be empty.

    Arrow keys go a day further or back. What cannot be read stays on the screen and `value`
    gives None; `unreadable` tells the two kinds of None apart.
    """

    def __init__(self, value: date | None = None) -> None:
        self._edit = QLineEdit()
        super().__init__(self._edit)
        self._edit.setPlaceholderText(_("day-month-year"))
        self._edit.installEventFilter(self)
        self._edit.textChanged.connect(self.changed)
        self._edit.editingFinished.connect(self._write_out)
        self._button = Button("", self._open_calendar, "plain")
        self._button.show_icon("calendar", _("Choose from the calendar"), size=18)
        self.box.addWidget(self._button)
        self._calendar: QWidget | None = None
        self.set_value(value)

    def value(self) -> date | None:
        return read_day(self._edit.text())

    def set_value(self, value: date | None) -> None:
        self._edit.setText("" if value is None else f"{value:%d-%m-%Y}")

    @property
    def unreadable(self) -> bool:
        return bool(self._edit.text().strip()) and self.value() is None

    def _write_out(self) -> None:
        day = self.value()
        if day is not None:
            self.set_value(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            day = self.value()
            if step is not None and day is not None:
                self.set_value(date.fromordinal(day.toordinal() + step))
                return True
        return super().eventFilter(watched, event)

    def _open_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(popup)
        box.setContentsMargins(4, 4, 4, 4)
        calendar = QCalendarWidget()
        calendar.setLocale(locale())
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        day = self.value()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        box.addWidget(calendar)

        def choose(chosen: QDate) -> None:
            self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
            popup.close()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()


def read_day(words: str) -> date | None:
    """A day as typed; without a year the nearest one to come or just gone. None when unreadable."""
    parts = words.strip().replace("/", "-").replace(".", "-").split("-")
    if not all(p.isdigit() for p in parts) or len(parts) not in (2, 3):
        return None
    today = datetime.now().astimezone().date()
    numbers = [int(p) for p in parts]
    if len(parts) == 3 and len(parts[0]) == 4:
        numbers.reverse()
    day, month = numbers[:2]
    years = [today.year - 1, today.year, today.year + 1]
    if len(numbers) == 3:
        years = [numbers[2] + 2000 if numbers[2] < 100 else numbers[2]]
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda d: abs((d - today).days), default=None)


def _set_in(edit: QAbstractSpinBox) -> None:
    """The stylesheet does not reach the text inside a spin box; it begins where others do."""
    inner = edit.findChild(QLineEdit)
    if inner is not None:
        inner.setTextMargins(theme.SMALL, 0, 0, 0)
