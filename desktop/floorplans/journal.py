"""The journal of a sketch: each edit is in the database before the next frame is painted.

A crash loses at most the stroke in hand. A step holds the patch there and the patch back, so that
a sketch opens at its last snapshot plus a few steps, and undo goes on where it was.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.floorplans.codec import Json, difference, from_json, patched, to_json
from desktop.floorplans.model import Sketch, SketchDrawing, SketchStep
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.engine import Trouble, refuse, trouble_of
from desktop.store.found import found

log = logging.getLogger(__name__)

# So many steps are read at opening at most; a snapshot is written each time.
STEPS_A_SNAPSHOT = 100


@dataclass(frozen=True)
class Opened:
    """A sketch as it stands: its home, at step `cursor` of `steps` (their names, in order)."""

    home: Home
    cursor: int
    steps: tuple[str, ...]


def begin(session: Session, sketch_id: int, home: Home) -> None:
    """The first page of a new sketch's journal, inside the action that makes the sketch."""
    session.execute(insert(SketchDrawing).values(id=sketch_id, home=as_text(home)))


def as_text(home: Home) -> str:
    """The home as one line of JSON."""
    return json.dumps(to_json(home), separators=(",", ":"))


def from_text(text: str) -> Home:
    """Back from `as_text`."""
    return from_json(json.loads(text))


def opened(session: Session, sketch_id: int) -> Opened:
    """Read a sketch. Refuses one that is gone, and one whose journal cannot be read."""
    found(session, Sketch, sketch_id)
    drawing = found(session, SketchDrawing, sketch_id)
    names = session.scalars(
        select(SketchStep.name).where(SketchStep.sketch_id == sketch_id).order_by(SketchStep.number)
    ).all()
    return Opened(_written(session, drawing, drawing.cursor), drawing.cursor, tuple(names))


def _written(session: Session, drawing: SketchDrawing, step: int) -> Home:
    """The home at a step, as it is written. Refuses what cannot be read."""
    home = from_text(drawing.home)
    try:
        return patched(home, _patches(session, drawing.id, drawing.at_step, step))
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise Refused(
            _("This drawing cannot be read. It is kept as it was; nothing is written over it.")
        ) from error


def _patches(session: Session, sketch_id: int, start: int, end: int) -> list[Json]:
    """What leads from one step to another, in order: forward, or back."""
    low, high = sorted((start, end))
    column = SketchStep.forward if end >= start else SketchStep.back
    patches = session.scalars(
        select(column)
        .where(
            SketchStep.sketch_id == sketch_id, SketchStep.number > low, SketchStep.number <= high
        )
        .order_by(SketchStep.number)
    ).all()
    return list(patches if end >= start else reversed(patches))


def home_at(session: Session, sketch_id: int, home: Home, start: int, end: int) -> Home:
    """The home at step `end`, given what it is at step `start`."""
    return patched(home, _patches(session, sketch_id, start, end))


def append(
    store: Store, who: Actor, sketch_id: int, cursor: int, name: str, before: Home, after: Home
) -> None:
    """Write step `cursor` + 1, in the place of what was undone. Refused: the sketch went on in
    another window."""
    number = cursor + 1
    with store.act(who, "floorplans.draw") as act:
        session = act.session
        _move(session, sketch_id, cursor, number)
        if _snapshot_step(session, sketch_id) > cursor:
            # The way back from the snapshot goes with what was undone.
            _snapshot(session, sketch_id, cursor)
        session.execute(
            delete(SketchStep).where(SketchStep.sketch_id == sketch_id, SketchStep.number >= number)
        )
        session.execute(
            insert(SketchStep).values(
                sketch_id=sketch_id,
                number=number,
                name=name,
                forward=difference(before, after),
                back=difference(after, before),
            )
        )
        if number % STEPS_A_SNAPSHOT == 0:
            _snapshot(session, sketch_id, number)
        act.tables.add(SketchStep.__tablename__)


def move(store: Store, who: Actor, sketch_id: int, start: int, end: int) -> None:
    """Remember that the sketch stands at another step: undo and redo."""
    with store.act(who, "floorplans.step") as act:
        _move(act.session, sketch_id, start, end)
        act.tables.add(SketchStep.__tablename__)


def _move(session: Session, sketch_id: int, start: int, end: int) -> None:
    moved = session.execute(
        update(SketchDrawing)
        .where(SketchDrawing.id == sketch_id, SketchDrawing.cursor == start)
        .values(cursor=end)
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise Refused(
            _("This drawing was changed in another window. Open it again to go on from there.")
        )


def write_wish(store: Store, who: Actor, sketch_id: int, wish: str) -> None:
    """Write what the tenant finds most important, in their own words. It is no step of the
    drawing: undoing a wall leaves the words alone. Refuses a drawing that is gone."""
    with store.act(who, "floorplans.wish") as act:
        drawing = found(act.session, SketchDrawing, sketch_id)
        home = _written(act.session, drawing, drawing.cursor)
        _keep(act.session, sketch_id, drawing.cursor, replace(home, wish=wish))
        act.tables.add(SketchDrawing.__tablename__)


def _snapshot_step(session: Session, sketch_id: int) -> int:
    """The step of which the whole home is written."""
    return session.scalars(select(SketchDrawing.at_step).where(SketchDrawing.id == sketch_id)).one()


def _snapshot(session: Session, sketch_id: int, step: int) -> None:
    """Write the whole home at a step. It is taken from what is written, not from what a window
    holds: the wish may be written meanwhile."""
    drawing = found(session, SketchDrawing, sketch_id)
    _keep(session, sketch_id, step, _written(session, drawing, step))


def _keep(session: Session, sketch_id: int, step: int, home: Home) -> None:
    session.execute(
        update(SketchDrawing)
        .where(SketchDrawing.id == sketch_id)
        .values(home=as_text(home), at_step=step)
    )


@contextmanager
def _refused_in_words(store: Store) -> Iterator[None]:
    """Whoever draws has no dialog before them: trouble of the disk or the database is said on the
    drawing, as what cannot be."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        if trouble_of(error) is Trouble.FULL:
            raise Refused(
                _(
                    "The disk is full. Your drawing is still on the screen. Make room, or save it "
                    "on a stick."
                )
            ) from error
        known = refuse(error, store.address)
        if known is None:
            raise
        log.error("A stroke could not be kept", exc_info=error)
        raise known from error


@dataclass(frozen=True)
class SketchJournal:
    """The journal of one sketch in one window, as `editing.Editing` asks it. Refused: what cannot
    be written; the sketch then stays as it was."""

    store: Store
    who: Actor
    sketch_id: int

    def append(self, cursor: int, name: str, before: Home, after: Home) -> None:
        with _refused_in_words(self.store):
            append(self.store, self.who, self.sketch_id, cursor, name, before, after)

    def move(self, start: int, end: int) -> None:
        with _refused_in_words(self.store):
            move(self.store, self.who, self.sketch_id, start, end)

    def home_at(self, home: Home, start: int, end: int) -> Home:
        with self.store.reading() as session:
            return home_at(session, self.sketch_id, home, start, end)
