"""Worlds that many tests start from are made once, by the actions that people use, and are copied
from then on.

`remembered` is for a function that fills a store. It makes the world when it never did so before
for these arguments, at this moment, in this language and from this state of the database; else it
puts back the database as it was left then, with the clock and with what can be undone. Who listens
to the store is told of it afterwards, in both cases. What state a database is in is known only as
long as nobody wrote to it otherwise: the first commit ends that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, event

from desktop.language import language
from desktop.store import Changed, Store
from tests.support.clock import Clock

P = ParamSpec("P")
T = TypeVar("T")

ROOM = 64  # worlds of a good megabyte

State = Hashable
_STORE, _CLOCK = object(), object()  # what a kept world has in place of those of its test


@dataclass(frozen=True)
class _World:
    database: sqlite3.Connection
    moment: datetime
    undo: tuple[list[Any], list[Any]]
    told: list[Changed]
    result: Any


_worlds: dict[State, _World] = {}
_states: dict[str | None, State] = {}


def known(store: Store, state: State) -> None:
    """Say in which state a database is: the same name means the same rows."""
    _states[store.engine.url.database] = state


@event.listens_for(Engine, "commit")
def _no_longer_known(connection: Connection) -> None:
    _states.pop(connection.engine.url.database, None)


def remembered(
    make: Callable[Concatenate[Store, P], T],
) -> Callable[Concatenate[Store, P], T]:
    """As `make`, but only the first time. Its result may hold the store and its clock."""

    @wraps(make)
    def recall(store: Store, *args: P.args, **kwargs: P.kwargs) -> T:
        clock = store.now
        before = _states.get(store.engine.url.database)
        if before is None or not isinstance(clock, Clock):
            return make(store, *args, **kwargs)
        state = (before, make, repr(args), repr(kwargs), clock.moment, language())
        if state in _worlds:
            # Those that are asked for stay longest.
            world = _worlds[state] = _worlds.pop(state)
            _put_back(world, store, clock)
            result = deepcopy(world.result, {id(_STORE): store, id(_CLOCK): clock})
        else:
            told, result = _made(store, lambda: make(store, *args, **kwargs))
            world = _worlds[state] = _kept(store, clock, told, result)
            if len(_worlds) > ROOM:
                _worlds.pop(next(iter(_worlds))).database.close()
        known(store, state)
        for changed in world.told:
            store.tell(changed)
        return result

    return recall


def _made(store: Store, make: Callable[[], T]) -> tuple[list[Changed], T]:
    """What the listeners have to be told when the world is there, and what `make` returned. They
    are kept out meanwhile, so that nothing they do becomes a part of the world."""
    told: list[Changed] = []
    listeners, store.listeners = store.listeners, [told.append]
    try:
        return told, make()
    finally:
        store.listeners = listeners


def _kept(store: Store, clock: Clock, told: list[Changed], result: Any) -> _World:
    database = sqlite3.connect(":memory:")
    with store.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.backup(database)
    return _World(
        database,
        clock.moment,
        (store._undo, store._redo),
        told,
        deepcopy(result, {id(store): _STORE, id(clock): _CLOCK}),
    )


def _put_back(world: _World, store: Store, clock: Clock) -> None:
    with store.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        world.database.backup(driver)
    clock.move_to(world.moment)
    # Lists that the store replaces and never changes.
    store._undo, store._redo = world.undo
