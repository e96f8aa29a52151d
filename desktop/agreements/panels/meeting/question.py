"""The line under the grid: how the keys work, why something cannot be kept, or a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button, primary, secondary
from desktop.widgets.words import Words

Answer = tuple[str, Callable[[], object]]


class QuestionLine(QFrame):
    """`answered` tells that a question went, whatever the answer. Esc is the last answer."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("popup")
        self.setMinimumHeight(theme.scaled(46))
        self.words = Words("", wraps=True)
        self._buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.MEDIUM, theme.TIGHT, theme.MEDIUM, theme.TIGHT)
        self._row.setSpacing(theme.SMALL)
        self._row.addWidget(self.words, 1)
        self.explain_keys()

    def explain_keys(self) -> None:
        """Nothing is asked: say how the keys work."""
        self._say(
            _("Enter: next value. Arrow right: day, source and provisional. Esc: as it was."),
            "soft",
        )

    def say_wrong(self, sentence: str) -> None:
        """Why something cannot be kept."""
        self._say(sentence, "error")

    def ask(self, sentence: str, answers: Sequence[Answer]) -> None:
        """A question with its answers; `setFocus` gives the keyboard to the first."""
        self._say(sentence, "strong")
        for place, (words, do) in enumerate(answers):
            make = primary if place == 0 else secondary
            button = make(words, partial(self._answer, do))
            self._buttons.append(button)
            self._row.addWidget(button)
            # Qt would show it only after this turn, and then the keyboard is elsewhere.
            button.show()
        self.setFocusProxy(self._buttons[0])

    @property
    def asks(self) -> bool:
        return bool(self._buttons)

    def _answer(self, do: Callable[[], object]) -> None:
        self.explain_keys()
        do()
        self.answered.emit()

    def _say(self, sentence: str, look: str) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.words.set_look(look)
        self.words.setText(sentence)
        self.setAccessibleName(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._buttons:
            self._buttons[-1].click()
        else:
            super().keyPressEvent(event)
