"""The demo world of the day on which the clock of the tests stands. Making it takes longer than any
test may, so one file is made for all workers of a test run, and copied."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from desktop.app import fill_demo
from desktop.language import DEFAULT, in_language
from desktop.store import Store
from desktop.store.engine import without_waiting
from tests.support.clock import Clock

LONGEST_WAIT_SECONDS = 600


def make_once(folder: Path, migrated_file: Path) -> Path:
    """The file of the demo world in a folder that all workers share; who comes second waits."""
    made = folder / "demo.db"
    with closing(
        sqlite3.connect(folder / "demo.lock", LONGEST_WAIT_SECONDS, isolation_level=None)
    ) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not made.exists():
            half = Path(shutil.copy(migrated_file, folder / "demo.half"))
            with opened(half) as store, in_language(DEFAULT):
                fill_demo(store)
            half.rename(made)
    return made


@contextmanager
def opened(file: Path, now: Callable[[], datetime] | None = None) -> Iterator[Store]:
    """A database with what is in it, on the clock of the tests or another."""
    store = Store.open(file)
    without_waiting(store.engine)
    store.now = now or Clock()
    try:
        yield store
    finally:
        store.close()
