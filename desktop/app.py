"""The composition root: which features there are, and the program as it starts.

Nothing of Qt is imported before a window is wanted: the command line has no need of it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from desktop.feature import Feature
from desktop.language.format import local
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM


@cache
def features() -> tuple[Feature, ...]:
    """All features, in the order of their tabs. A new feature is one line here."""
    from desktop.today import feature as today

    work = tuple(_work())
    return (today.feature(work), *work)


def _work() -> Iterable[Feature]:
    from desktop.estate import feature as estate
    from desktop.floorplans import feature as floorplans
    from desktop.viewings import feature as viewings

    return estate.feature(), viewings.feature(), floorplans.feature()


def fill_demo(store: Store, who: Actor = PROGRAM, day: date | None = None) -> None:
    """Fill an empty database with the demo world as it stands on a day (today when None)."""
    stands_on = day or local(store.now()).date()
    for feature in features():
        if feature.demo is not None:
            feature.demo(store, who, stands_on)


def make_demo(path: Path, day: date) -> None:
    """Make the demo database of a day. The file is there when it is whole, and not before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    for left in (half, Path(f"{half}-wal"), Path(f"{half}-shm")):
        left.unlink(missing_ok=True)
    store = Store.open(half)
    fill_demo(store, day=day)
    store.scrub()
    store.close()
    half.rename(path)


def run(data: str | None = None, demo: bool = False) -> int:
    """Open the window on a database: the one given, that of the user, or the demo world.

    Returns the exit code. Without a screen it says so and writes pictures instead (demo), or
    refuses.
    """
    # While everything is being loaded nothing can be thrown away: looking for it takes a quarter
    # of the time to the window. `start` switches the collector on again.
    gc.disable()
    from desktop.start import start

    return start(data, demo)
