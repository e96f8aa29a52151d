"""The composition root: which features there are, and the demo world that they make together.

Nothing of Qt is imported before a window is wanted: the command line has no need of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from desktop.feature import Feature
from desktop.language.format import local
from desktop.places import demo_database
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.engine import without_waiting


@cache
def features() -> tuple[Feature, ...]:
    """All features, in the order of their tabs. A new feature is one line here."""
    from desktop.today import feature as today

    work = tuple(_work())
    return (today.feature(work), *work)


def _work() -> Iterable[Feature]:
    from desktop.agreements import feature as agreements
    from desktop.estate import feature as estate
    from desktop.floorplans import feature as floorplans
    from desktop.projects import feature as projects
    from desktop.viewings import feature as viewings

    plans = floorplans.feature()
    return (
        estate.feature(),
        viewings.feature(),
        agreements.feature(),
        projects.feature(plans.drawings),
        plans,
    )


def fill_demo(store: Store, who: Actor = PROGRAM, day: date | None = None) -> None:
    """Fill an empty database with the demo world as it stands on a day (today when None)."""
    stands_on = day or local(store.now()).date()
    # Projects tell of drawings, which must be there.
    for feature in sorted(features(), key=lambda one: one.key == "projects"):
        if feature.demo is not None:
            feature.demo(store, who, stands_on)


def make_demo(path: Path, day: date) -> None:
    """Make the demo database of a day. The file is there when it is whole, and not before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    for left in (half, Path(f"{half}-wal"), Path(f"{half}-shm")):
        left.unlink(missing_ok=True)
    store = Store.open(half)
    without_waiting(store.engine)
    fill_demo(store, day=day)
    store.scrub()
    store.close()
    half.rename(path)


def open_demo(day: date, path: Path | None = None) -> Store:
    """The demo world of a day, made when it is not there; those of other days go."""
    if path is None:
        path = demo_database(day)
        for old in path.parent.glob("demo *.db*"):
            # Another window may still be using it.
            with suppress(OSError):
                if not old.name.startswith(path.name):
                    old.unlink()
    if not path.exists():
        make_demo(path, day)
    return Store.open(path)
