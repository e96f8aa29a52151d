"""The storeys of the home in hand, above the drawing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.editing import Editing
from desktop.language import _
from desktop.widgets.segments import Segments


class LevelRow(QWidget):
    """The storeys to choose from; not there in a home of one. `chosen` when the user went to
    another."""

    chosen = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._names: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._segments: Segments | None = None
        self.refresh()

    def refresh(self) -> None:
        home = self._editing.home
        names = tuple(storey_word(home, level) for level in range(len(home.levels)))
        if names != self._names:
            self._names = names
            self._build()
        if self._segments is not None and self._segments.current != str(self._editing.level):
            blocked = self._segments.blockSignals(True)
            self._segments.choose(str(self._editing.level))
            self._segments.blockSignals(blocked)
        self.setVisible(len(names) > 1)

    def _build(self) -> None:
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.deleteLater()
        parts = [(str(n), name) for n, name in enumerate(self._names)]
        self._segments = Segments(parts, _("Storeys"))
        self._segments.leave_focus()
        self._segments.chosen.connect(lambda key: self._editing.show_level(int(key)))
        self._segments.chosen.connect(lambda _key: self.chosen.emit())
        self._row.insertWidget(0, self._segments)
