"""A card for long work: what it is doing, how far it is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.job import Job
from desktop.widgets.words import Words

# What is done sooner needs no card.
PATIENCE_MS = 700


class ProgressCard(QFrame):
    """Lives as long as its job; `gone` tells that it went. `resized` tells that it needs another
    place in the window."""

    resized = Signal()
    gone = Signal(object)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setFixedWidth(theme.scaled(320))
        self._job = job
        self.title = Words(job.title, "strong", wraps=True)
        self.doing = Words("", "soft", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(job.title)
        self.stop_button = secondary(_("Stop"), self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.doing, 1)
        row.addWidget(self.stop_button)
        column.addLayout(row)
        self.hide()
        job.told.connect(self._told)
        job.finished.connect(self._ended)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._appear)
        self._patience.start(PATIENCE_MS)

    @Slot()
    def _appear(self) -> None:
        self.show()
        self.raise_()
        self.resized.emit()

    @Slot(int, int, str)
    def _told(self, done: int, total: int, words: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        shown = words or (_("{done} of {total}").format(done=done, total=total) if total else "")
        self.doing.setText(shown)
        self.resized.emit()

    def stop(self) -> None:
        self.stop_button.set_reason(_("It stops at the next step."))
        self._job.stop()

    @Slot()
    def _ended(self) -> None:
        self._patience.stop()
        self.hide()
        self.gone.emit(self)
        self.deleteLater()
