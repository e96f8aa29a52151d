"""The keyboard on the plan: everything that the mouse does.

Up and down choose; left and right move the chosen task by a working day, with Shift they stretch
it. What was moved by keys is told as one change: after a short pause, or when something else
begins."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from desktop.projects.rules.timeline.replanning import Outcome, Replanning

if TYPE_CHECKING:
    from desktop.projects.panels.timeline.view import PlanView

PAUSE_MS = 900
STEP = 1.3  # what a key zooms
PAGE = 10  # rows
ROWS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}
DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
SHIFT = Qt.KeyboardModifier.ShiftModifier
OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class How(Enum):
    """What arrow keys do to a task."""

    MOVE = "move"
    STRETCH = "stretch"


_CHANGES: dict[How, Callable[[Replanning, str, int], Outcome]] = {
    How.MOVE: Replanning.move_by,
    How.STRETCH: Replanning.stretch_by,
}


class Keys:
    """Makes of keys what is done to the plan."""

    def __init__(self, view: PlanView) -> None:
        self._view = view
        self._how = How.MOVE
        self._days = 0
        self._pause = QTimer(view)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settle)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks; whether it was one for the plan."""
        key = Qt.Key(event.key())
        if event.modifiers() & OTHERS:
            return False
        if key in ROWS:
            self._go(ROWS[key])
        elif key in DAYS:
            self._step(How.STRETCH if event.modifiers() & SHIFT else How.MOVE, DAYS[key])
        elif key in _OTHER_KEYS:
            return _OTHER_KEYS[key](self)
        else:
            return False
        return True

    def settle(self) -> None:
        """Tell what was moved."""
        if self._pause.isActive() or self._days:
            self.forget()
            self._view.settle()

    def forget(self) -> None:
        """Nothing is moved."""
        self._pause.stop()
        self._days = 0

    def _go(self, rows: int) -> None:
        self.settle()
        row = self._view.row
        self._view.choose(0 if row is None else row + rows)

    def _step(self, how: How, days: int) -> None:
        bar = self._view.bar
        if bar is None:
            return
        if how is not self._how:
            self.settle()
            self._how = how
        total = self._days + days
        if self._view.try_out(lambda plan: _CHANGES[how](plan, bar.id, total)) is None:
            self.forget()
            return
        # A task that cannot go further does not remember how often one tried.
        if self._view.bar != bar:
            self._days = total
        self._pause.start()

    def _enter(self) -> bool:
        view = self._view
        if self._days:
            self.settle()
        elif view.link_from is not None and view.row is not None:
            view.link(view.link_from, view.row)
        elif view.bar is not None:
            view.opened.emit(view.bar.id)
        return True

    def _link(self) -> bool:
        self.settle()
        self._view.begin_link()
        return True

    def _zoom(self, factor: float) -> bool:
        self._view.zoom(factor)
        return True

    def _fit(self) -> bool:
        self._view.fit()
        return True

    def _drop(self) -> bool:
        return self._view.drop()


_OTHER_KEYS: dict[Qt.Key, Callable[[Keys], bool]] = {
    Qt.Key.Key_Return: Keys._enter,
    Qt.Key.Key_Enter: Keys._enter,
    Qt.Key.Key_Escape: Keys._drop,
    Qt.Key.Key_L: Keys._link,
    Qt.Key.Key_Plus: lambda keys: keys._zoom(STEP),
    Qt.Key.Key_Equal: lambda keys: keys._zoom(STEP),
    Qt.Key.Key_Minus: lambda keys: keys._zoom(1 / STEP),
    Qt.Key.Key_Home: Keys._fit,
}
