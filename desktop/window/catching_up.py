"""What the features must do because time passed, at opening and every ten minutes."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from desktop.feature import Feature
from desktop.language import _
from desktop.widgets.desk import Desk
from desktop.widgets.job import Progress

FIRST_MS = 500  # first the window, then this
EVERY_MS = 10 * 60 * 1000


class CatchingUp(QObject):
    """Lets the features do it beside the window; not twice at the same time."""

    def __init__(self, desk: Desk, features: Sequence[Feature], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._features = desk, tuple(features)
        self._busy = threading.Event()
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY_MS)
        self._clock.timeout.connect(self.catch_up)

    def begin(self) -> None:
        """Begin, when that was not done yet."""
        if not self._clock.isActive():
            self._clock.start()
            QTimer.singleShot(FIRST_MS, self, self.catch_up)

    def end(self) -> None:
        self._clock.stop()

    def catch_up(self) -> None:
        if self._busy.is_set():
            return
        self._busy.set()

        def work(progress: Progress) -> None:
            try:
                for feature in self._features:
                    progress.step(0, 0, feature.title())
                    feature.catch_up(self._desk.store)
            finally:
                self._busy.clear()

        self._desk.run(_("Bringing everything up to date"), work, lambda _nothing: None)
