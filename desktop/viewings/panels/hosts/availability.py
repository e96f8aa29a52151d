"""When a host can come: seven days by three parts of the day, each a button to tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.language import _
from desktop.language.format import day_name, day_short
from desktop.viewings.rules.hosts import DAY_PARTS, WEEKDAYS
from desktop.widgets import theme
from desktop.widgets.icons import icon
from desktop.widgets.words import Words

A_MONDAY = date(2024, 1, 1)
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Availability(QWidget):
    """`chosen` tells the parts of the week that are ticked, such as "wed-afternoon". Arrow keys
    go from button to button."""

    chosen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.TIGHT)
        grid.setColumnStretch(len(WEEKDAYS) + 1, 1)
        days = [A_MONDAY + timedelta(days=n) for n in range(len(WEEKDAYS))]
        for column, day in enumerate(days, start=1):
            heading = Words(day_short(day).split()[0], "soft")
            grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignHCenter)
        for row, (part, words) in enumerate(zip(DAY_PARTS, _part_words(), strict=True), start=1):
            grid.addWidget(Words(words, "soft"), row, 0)
            for column, (weekday, day) in enumerate(zip(WEEKDAYS, days, strict=True), start=1):
                button = self._button(f"{day_name(day).split()[0]} {words}")
                self.buttons[f"{weekday}-{part}"] = button
                grid.addWidget(button, row, column)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFixedSize(theme.scaled(42), theme.scaled(34))
        # The stylesheet gives every button room for words; here it is for the tick.
        button.setStyleSheet("padding: 0;")
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.installEventFilter(self)
        button.toggled.connect(
            lambda on, button=button: button.setIcon(icon("check", "brand") if on else QIcon())
        )
        button.clicked.connect(lambda: self.chosen.emit(self.value()))
        return button

    def value(self) -> list[str]:
        """The parts that are ticked, from Monday on."""
        order = [f"{day}-{part}" for day in WEEKDAYS for part in DAY_PARTS]
        return [key for key in order if self.buttons[key].isChecked()]

    def set_value(self, parts: Sequence[str]) -> None:
        for key, button in self.buttons.items():
            button.setChecked(key in parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._go(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, button: QObject, rows: int, columns: int) -> None:
        key = next(k for k, b in self.buttons.items() if b is button)
        day, part = key.split("-")
        at_day = max(0, min(WEEKDAYS.index(day) + columns, len(WEEKDAYS) - 1))
        at_part = max(0, min(DAY_PARTS.index(part) + rows, len(DAY_PARTS) - 1))
        self.buttons[f"{WEEKDAYS[at_day]}-{DAY_PARTS[at_part]}"].setFocus()


def _part_words() -> tuple[str, ...]:
    return (_("morning"), _("afternoon"), _("evening"))
