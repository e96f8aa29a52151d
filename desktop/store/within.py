"""Actions as parts of a larger one, and actions that are only tried.

An import does what people do on the screen, by the same actions with the same refusals, but as
one step: one entry in the trail, one "Undo".
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from desktop.store.audit import Actor
from desktop.store.engine import copied_to_memory
from desktop.store.store import Act, Store


class Within(Store):
    """The store inside an act that runs: what is done with it becomes part of that act."""

    def __init__(self, store: Store, running: Act) -> None:
        super().__init__(store.address, store.engine)
        self.now = store.now
        self.running = running

    @contextmanager
    def act(self, who: Actor, action: str, undo: str | None = None) -> Iterator[Act]:
        part = Act(self.running.session)
        yield part
        part.session.flush()
        self.running.facts.update(part.facts)
        self.running.tables |= part.tables
        self.running.bulk += part.bulk
        for table, ids in part.erase.items():
            self.running.erase.setdefault(table, []).extend(ids)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        yield self.running.session


@contextmanager
def trying(store: Store) -> Iterator[Within]:
    """A store to try actions with. Each does what it would do and refuses what it would refuse;
    in the end all of it is thrown away. Nobody waits meanwhile: of a file a copy in memory is
    used, and a server keeps writers apart by itself."""
    with _apart(store) as connection:
        session = Session(connection.execution_options(writing=True), expire_on_commit=False)
        try:
            yield Within(store, Act(session))
        finally:
            session.rollback()
            session.close()


@contextmanager
def _apart(store: Store) -> Iterator[Connection]:
    engine = store.engine if store.path is None else copied_to_memory(store.engine)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        if engine is not store.engine:
            engine.dispose()
