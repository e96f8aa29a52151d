"""A row of choices of which one is on, for the parts of one screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.widgets import theme


class Segments(QWidget):
    """`chosen` tells the key of the part that the user goes to. Arrow keys move within the row.

    Many parts come in two groups: `others` stand beside the first ones, apart from them, and under
    them where there is no room."""

    chosen = Signal(str)

    def __init__(
        self,
        parts: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        others: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        wide = QSizePolicy.Policy.Preferred if others else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._rows: list[QHBoxLayout] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._add(parts)
        if others:
            self._add(others)
            self._groups.addStretch(1)
            self._stand(self.width())
        next(iter(self._buttons.values())).setChecked(True)

    def _add(self, parts: Sequence[tuple[str, str]]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        for key, words in parts:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._rows.append(row)
        self._groups.addLayout(row)
        self._groups.setAlignment(row, Qt.AlignmentFlag.AlignLeft)

    # Two groups --------------------------------------------------------------------------------

    def _stand(self, room: int) -> None:
        """Put the groups beside or under each other, as the room allows."""
        widths = self._widths()
        beside = sum(widths) + theme.LARGE * (len(widths) - 1) <= room
        direction = QBoxLayout.Direction
        self._groups.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._groups.setSpacing(theme.LARGE if beside else theme.TIGHT)
        self.updateGeometry()

    def _widths(self) -> list[int]:
        return [row.sizeHint().width() for row in self._rows]

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()), self._groups.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._rows) > 1:
            self._stand(event.size().width())

    # What is on --------------------------------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The keys of all parts, in their order."""
        return list(self._buttons)

    @property
    def current(self) -> str:
        """The key of the part that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Switch a part on, as if the user chose it."""
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

    def leave_focus(self) -> None:
        """A click leaves the focus where it is, as beside a drawing that listens to letters; by
        Tab one still gets here."""
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_words(self, key: str, words: str) -> None:
        """Other words for a part, as when they count something."""
        self._buttons[key].setText(words)
        self._buttons[key].setAccessibleName(words)
