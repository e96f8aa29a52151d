"""The desk: what every screen works with. The store and who is working, acting with errors
shown where they belong, long work, papers, and the way to other places."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Changed, Store
from desktop.store.engine import refuse
from desktop.widgets.choose_file import file_to_read, file_to_write, folder_to_use
from desktop.widgets.job import Job, Progress, Stopped
from desktop.widgets.remembered import remembered
from desktop.wording import Wording

T = TypeVar("T")
WATCH_MS = 2_000
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Waiting:
    """Who waits for the outcome of long work, and in which screen."""

    done: Callable[[Any], object]
    asker: QObject | None

    @property
    def is_there(self) -> bool:
        return self.asker is None or isValid(self.asker)


class Desk(QObject):
    """One person at work in one window.

    Signals: `changed` (a `store.Changed`, also when another window wrote), `place_asked`
    (a `feature.Place`), `said` (a sentence for the message bar), `working` (a `Job` that began),
    `paper_ready` (a `Paper` to look at), `screen_lent` (a widget for tenant mode),
    `open_anew_asked`.
    """

    changed = Signal(object)
    place_asked = Signal(object)
    said = Signal(str)
    working = Signal(object)
    paper_ready = Signal(object)
    screen_lent = Signal(object)
    open_anew_asked = Signal()
    _heard = Signal(object)

    def __init__(self, store: Store, who: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.who = who
        # The window knows the features, and gives it their words.
        self.wording: Callable[[], Wording] = Wording
        self._jobs: dict[Job, Waiting] = {}
        self._seen = store.data_version()
        # An action in a worker tells from its own thread; the signal brings it here.
        self._heard.connect(self._tell)
        store.listeners.append(self._hear)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look_outside)
        self._watch.start()

    def close(self) -> None:
        """Stop what still runs and listen no more; closing again does nothing."""
        if not self._watch.isActive():
            return
        self._watch.stop()
        for job in self._jobs:
            job.stop()
        for job in self._jobs:
            job.wait()
            _put_away(job)
        # Nobody is left to get the outcome.
        self._jobs.clear()
        self.store.listeners.remove(self._hear)

    # Time and reading ----------------------------------------------------------------------

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self.store.now()

    def today(self) -> date:
        """The day in the Netherlands."""
        return local(self.now()).date()

    def reading(self) -> AbstractContextManager[Session]:
        """A session for queries."""
        return self.store.reading()

    def _hear(self, changed: Changed) -> None:
        self._heard.emit(changed)

    @Slot(object)
    def _tell(self, changed: Changed) -> None:
        if not self._watch.isActive():
            return  # a worker told it while the window closed
        self._seen = self.store.data_version()
        self.changed.emit(changed)

    @Slot()
    def look_outside(self) -> None:
        """Whether another window wrote; if so every screen reads again."""
        try:
            version = self.store.data_version()
        except DBAPIError as error:
            # The next action of the user will say what is wrong; not a dialog every two seconds.
            log.warning("Another window cannot be seen now", exc_info=error)
            return
        if version != self._seen:
            from desktop.store.tables import metadata

            self._seen = version
            self.changed.emit(Changed("elsewhere", frozenset(metadata.tables)))

    # Acting --------------------------------------------------------------------------------

    def act(
        self,
        work: Callable[[], T],
        near: QWidget | None = None,
        again: Callable[[], T] | None = None,
    ) -> T | None:
        """Run an action of the user; returns what it returns, or None when it was not done.

        A refusal is shown at the field of `near` that it names, else in the message bar. When
        somebody else wrote first, both values are shown; "Use mine" runs `again`, which is the
        same action without the version that was seen.
        """
        found: list[T] = []

        def keep() -> None:
            found.append(work())

        def keep_again() -> None:
            if again is not None:
                found.append(again())

        self.did(keep, near, None if again is None else keep_again)
        return found[0] if found else None

    def did(
        self,
        work: Callable[[], object],
        near: QWidget | None = None,
        again: Callable[[], object] | None = None,
    ) -> bool:
        """As `act`, for an action that returns nothing: whether it was done."""
        try:
            work()
            return True
        except Conflict as conflict:
            return self._choose(conflict, near, again)
        except Refused as refused:
            self.show_refusal(refused, near)
        # Everything else is our bug or the machine's trouble: said in words, never swallowed.
        except Exception as error:
            self.show_trouble(error, near)
        return False

    def _choose(
        self, conflict: Conflict, near: QWidget | None, again: Callable[[], object] | None
    ) -> bool:
        from desktop.widgets.conflict import keeps_mine

        if again is None or not conflict.theirs:
            self.show_refusal(conflict, near)
            return False
        if not keeps_mine(conflict, self.wording(), near or QApplication.activeWindow()):
            return False
        return self.did(again, near)

    def show_refusal(self, refused: Refused, near: QWidget | None = None) -> None:
        """Say what cannot be and what to do: at the field, in its dialog, or in the bar."""
        from desktop.widgets.refusal import shown_at

        if not shown_at(near, refused):
            self.said.emit(refused.sentence)

    def show_trouble(self, error: Exception, near: QWidget | None = None) -> None:
        """A dialog for what is nobody's wish; the details go to the log file."""
        from desktop.widgets.trouble import show_trouble

        known = refuse(error, self.store.address)
        log.error("An action failed", exc_info=error)
        show_trouble(known, near.window() if near else QApplication.activeWindow())

    # Long work -----------------------------------------------------------------------------

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        asker: QObject | None = None,
    ) -> Job:
        """Do long work in a thread. `work` opens its own session (`reading()`, or an action);
        `done` gets its outcome back in the window. The window shows the progress with Stop.

        `asker` is the screen that `done` shows something in: when the user closed it meanwhile,
        nobody gets the outcome. A method of a screen needs none: the screen is the asker."""
        job = Job(title, work, self)
        own = getattr(done, "__self__", None)
        self._jobs[job] = Waiting(done, own if isinstance(own, QObject) else asker)
        job.finished.connect(self._job_ended)
        self.working.emit(job)
        job.start()
        return job

    @Slot()
    def _job_ended(self) -> None:
        for job in [j for j in self._jobs if j.isFinished()]:
            waiting = self._jobs.pop(job)
            # The thread may still be telling others that it ended; they must all hear it.
            job.wait()
            if isinstance(job.error, Stopped):
                self.said.emit(_("Stopped. Nothing was changed."))
            elif isinstance(job.error, Refused):
                self.show_refusal(job.error)
            elif isinstance(job.error, Exception):
                self.show_trouble(job.error)
            elif waiting.is_there:
                waiting.done(job.outcome)
            _put_away(job)

    def wait_for_jobs(self) -> None:
        """Wait until no long work runs, with its outcome shown; for pictures of the screen."""
        QApplication.processEvents()  # what begins with the next turn begins now
        while self._jobs:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def show_paper(self, make: Callable[[Session], Paper]) -> None:
        """Make a paper in a worker and open its preview."""

        def work(progress: Progress) -> Paper:
            progress.step(0, 0, _("Making the pages"))
            with self.store.reading() as session:
                paper = make(session)
            paper.gaps  # noqa: B018 - read here, so that the preview need not wait for it
            return paper

        self.run(_("The paper is being made"), work, self.paper_ready.emit)

    # Places and files ----------------------------------------------------------------------

    def open(self, place: Place) -> None:
        """Show something, in whichever tab it is."""
        self.place_asked.emit(place)

    def ask_to_open_anew(self) -> None:
        """Have the window built again, as after another language was chosen."""
        self.open_anew_asked.emit()

    def lend(self, screen: QWidget) -> None:
        """Hand the computer to a tenant, with this screen and nothing else (tenant mode)."""
        self.screen_lent.emit(screen)

    def ask_file(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Let the user choose a file to read; `kinds` as Qt writes them: "Lists (*.csv)"."""
        return self._chosen(file_to_read(parent, title, self._folder(), kinds))

    def save_file(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        """Let the user choose where to save; `name` is the file name to begin with."""
        start = str(Path(self._folder()) / name)
        return self._chosen(file_to_write(parent, title, start, kinds))

    def ask_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Let the user choose a folder to save several files in."""
        name = folder_to_use(parent, title, self._folder())
        if not name:
            return None
        remembered().setValue("folder", name)
        return Path(name)

    def _folder(self) -> str:
        return str(remembered().value("folder", str(Path.home())))

    def _chosen(self, name: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        remembered().setValue("folder", str(path.parent))
        return path


def _put_away(job: Job) -> None:
    """What the job held goes now, the job itself when Qt is done with it."""
    job.release()
    job.deleteLater()
