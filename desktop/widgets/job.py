"""Long work beside the window: a thread with progress that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The user pressed Stop; the work leaves nothing behind."""


class Progress:
    """What the work tells, and where it hears that it is to stop."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def step(self, done: int, total: int, words: str = "") -> None:
        """Tell how far it is (total 0: unknown). Raises `Stopped` when asked to stop."""
        if self._job.isInterruptionRequested():
            raise Stopped
        self._job.told.emit(done, total, words)


class Job(QThread):
    """One piece of long work. `told` (done, total, words) while it runs; when `finished` is
    emitted, `outcome` or `error` stands."""

    told = Signal(int, int, str)

    def __init__(
        self, title: str, work: Callable[[Progress], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.outcome: Any = None
        self.error: BaseException | None = None
        self._work: Callable[[Progress], Any] | None = work

    def run(self) -> None:
        assert self._work is not None  # only `release` takes it away, after the end
        try:
            self.outcome = self._work(Progress(self))
        # Nothing may escape from a thread: the desk shows it where the user is.
        except Exception as error:
            self.error = error

    def stop(self) -> None:
        """Ask to stop; the work does so at its next step."""
        self.requestInterruption()

    def release(self) -> None:
        """Let go of the work and what came of it, in the thread of the window, once it ended.

        The work holds its screen, and a screen may hold the last of the desk. A job that still
        held them while Qt deletes it would take the desk down, and the desk its children: the job
        itself, a second time.
        """
        self._work = self.outcome = self.error = None
