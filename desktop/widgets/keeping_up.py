"""Parts of a screen that keep up with what is chosen and with what changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.refused import Refused
from desktop.widgets.desk import Desk


class Chosen(Protocol):
    """What all parts of a tab are about: `id` is None while there is none; `chosen` tells that it
    is another one."""

    id: int | None

    @property
    def chosen(self) -> SignalInstance: ...


class KeepingUp(QObject):
    """Has a part read again when something else is chosen, when something changed, and when it
    comes on view after that. A part that is not on view reads nothing. One that comes `later`
    lets the others read first when something changed: nobody waits for it."""

    def __init__(
        self,
        part: QWidget,
        desk: Desk,
        about: Chosen,
        read: Callable[[], object],
        later: bool = False,
    ) -> None:
        super().__init__(part)
        self._part, self._desk, self._about, self._read = part, desk, about, read
        self._behind = True
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._when_on_view)
        part.installEventFilter(self)
        about.chosen.connect(self.read)
        desk.changed.connect(self.read_later if later else self.read)

    def read(self, _changed: object = None) -> None:
        """Read now when the part is on view, else when it comes on view."""
        self._behind = True
        self._when_on_view()

    def read_later(self, _changed: object = None) -> None:
        """Read when what others do now is done."""
        self._behind = True
        self._turn.start()

    def _when_on_view(self) -> None:
        if self._part.isVisible():
            self._catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._part and event.type() is QEvent.Type.Show:
            self._catch_up()
        return False

    def _catch_up(self) -> None:
        if not self._behind or self._about.id is None:
            return
        self._behind = False
        try:
            self._read()
        except Refused as refused:
            self._desk.show_refusal(refused)
