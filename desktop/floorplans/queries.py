"""What the screens and papers of Plattegronden show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from desktop.feature import Drawn
from desktop.floorplans import journal
from desktop.floorplans.model import (
    BackgroundPicture,
    DesignEvening,
    Sketch,
    SketchRole,
    SketchVersion,
)
from desktop.floorplans.plan import Home
from desktop.store.found import found


@dataclass(frozen=True)
class EveningLine:
    """An evening in the list; `sketches` counts those of tenants."""

    id: int
    project: str
    home_type: str
    held_on: date
    open: bool
    sketches: int
    version: int

    @property
    def title(self) -> str:
        return " · ".join(part for part in (self.project, self.home_type) if part)


@dataclass(frozen=True)
class SketchLine:
    """A drawing in the list. `variants` is how many drawings of this home there are, `family` the
    number of the first of them."""

    id: int
    role: SketchRole
    title: str
    evening_id: int | None
    evening: str
    variant: int
    variants: int
    family: int
    begun_at: datetime
    done_at: datetime | None


@dataclass(frozen=True)
class SketchView:
    """A drawing with its home, as papers and comparisons need it."""

    line: SketchLine
    home: Home
    wanted: frozenset[str]


@dataclass(frozen=True)
class VersionLine:
    """A kept version of a drawing."""

    number: int
    name: str
    kept_at: datetime


@dataclass(frozen=True)
class Compared:
    """A drawing to put beside others, as it is now or, with the number of a version, as it was
    kept. `version` tells how that version is called and when it was kept."""

    line: SketchLine
    home: Home
    version: VersionLine | None = None


def evenings(session: Session) -> tuple[EveningLine, ...]:
    """All evenings, the newest first."""
    asked = (
        select(Sketch.evening_id, func.count())
        .where(Sketch.role == SketchRole.SKETCH, Sketch.removed_at.is_(None))
        .group_by(Sketch.evening_id)
    )
    counts = dict(session.execute(asked).all())
    rows = session.scalars(
        select(DesignEvening).order_by(DesignEvening.held_on.desc(), DesignEvening.id.desc())
    )
    return tuple(_evening_line(row, counts.get(row.id, 0)) for row in rows)


def evening(session: Session, evening_id: int) -> EveningLine:
    """One evening; refuses one that is gone."""
    row = found(session, DesignEvening, evening_id)
    count = session.scalar(
        select(func.count())
        .select_from(Sketch)
        .where(
            Sketch.evening_id == evening_id,
            Sketch.role == SketchRole.SKETCH,
            Sketch.removed_at.is_(None),
        )
    )
    return _evening_line(row, count or 0)


def _evening_line(row: DesignEvening, sketches: int) -> EveningLine:
    return EveningLine(
        row.id, row.project, row.home_type, row.held_on, row.open, sketches, row.version
    )


def sketches(
    session: Session, evening_id: int | None = None, role: SketchRole = SketchRole.SKETCH
) -> tuple[SketchLine, ...]:
    """The drawings of an evening, or of all (None), in the order in which they began."""
    return _lines(session, _rows(session, evening_id, role))


def views(session: Session, evening_id: int, *roles: SketchRole) -> list[SketchView]:
    """The drawings of an evening with their homes, role after role. Refuses when one of them
    cannot be read."""
    rows = [row for role in roles for row in _rows(session, evening_id, role)]
    lines = _lines(session, rows)
    return [_view(session, row, line) for row, line in zip(rows, lines, strict=True)]


def _rows(session: Session, evening_id: int | None, role: SketchRole) -> Sequence[Sketch]:
    # In a backup that was restored, a drawing that was wiped since has no title.
    there = (Sketch.removed_at.is_(None), Sketch.title != "")
    asked = select(Sketch).where(Sketch.role == role, *there)
    if evening_id is not None:
        asked = asked.where(Sketch.evening_id == evening_id)
    return session.scalars(asked.order_by(Sketch.begun_at, Sketch.id)).all()


def removed(session: Session, evening_id: int) -> tuple[SketchLine, ...]:
    """What was removed from an evening and can still be put back, the last one first."""
    asked = select(Sketch).where(
        Sketch.evening_id == evening_id, Sketch.removed_at.is_not(None), Sketch.title != ""
    )
    return _lines(session, session.scalars(asked.order_by(Sketch.removed_at.desc())).all())


def _lines(session: Session, rows: Sequence[Sketch]) -> tuple[SketchLine, ...]:
    family = case((Sketch.variant > 1, Sketch.origin_id), else_=Sketch.id)
    asked = select(family, func.count()).where(Sketch.removed_at.is_(None)).group_by(family)
    counts: dict[int, int] = dict(session.execute(asked).all())
    return tuple(
        SketchLine(
            row.id,
            row.role,
            row.title,
            row.evening_id,
            _evening_title(row.evening),
            row.variant,
            counts.get(_family(row), 1),
            _family(row),
            row.begun_at,
            row.done_at,
        )
        for row in rows
    )


def _family(row: Sketch) -> int:
    return row.origin_id if row.variant > 1 and row.origin_id is not None else row.id


def _evening_title(row: DesignEvening | None) -> str:
    return "" if row is None else _evening_line(row, 0).title


def sketch(session: Session, sketch_id: int) -> SketchView:
    """One drawing with its home; refuses one that is gone."""
    row = found(session, Sketch, sketch_id)
    (line,) = _lines(session, [row])
    return _view(session, row, line)


def _view(session: Session, row: Sketch, line: SketchLine) -> SketchView:
    return SketchView(line, journal.opened(session, row.id).home, frozenset(row.wanted))


def one_a_home(views: Sequence[SketchView]) -> list[SketchView]:
    """Of each home the newest variant: who drew three variants does not count three times."""
    newest: dict[int, SketchView] = {}
    for view in views:
        known = newest.get(view.line.family)
        if known is None or view.line.variant > known.line.variant:
            newest[view.line.family] = view
    return list(newest.values())


def versions(session: Session, sketch_id: int) -> tuple[VersionLine, ...]:
    """The kept versions of a drawing, the newest first."""
    rows = session.scalars(
        select(SketchVersion)
        .where(SketchVersion.sketch_id == sketch_id)
        .order_by(SketchVersion.number.desc())
    )
    return tuple(VersionLine(row.number, row.name, row.kept_at) for row in rows)


def version_home(session: Session, sketch_id: int, number: int) -> Home:
    """The home of a kept version; `NoResultFound` when there is none."""
    text = session.scalars(
        select(SketchVersion.home).where(
            SketchVersion.sketch_id == sketch_id, SketchVersion.number == number
        )
    ).one()
    return journal.from_text(text)


def relatives(session: Session, sketch_id: int) -> tuple[Compared, ...]:
    """A drawing, the variants beside it and its kept versions, the newest first: what it can be
    compared with."""
    own = sketch(session, sketch_id)
    family = own.line.family
    of_family = (Sketch.id == family) | ((Sketch.origin_id == family) & (Sketch.variant > 1))
    asked = select(Sketch).where(of_family, Sketch.id != sketch_id, Sketch.removed_at.is_(None))
    variants = [sketch(session, row.id) for row in session.scalars(asked.order_by(Sketch.variant))]
    return (
        *(Compared(view.line, view.home) for view in (own, *variants)),
        *(
            Compared(own.line, version_home(session, sketch_id, version.number), version)
            for version in versions(session, sketch_id)
        ),
    )


def picture(session: Session, digest: str) -> bytes | None:
    """The file of a picture under a plan; None when this database does not have it."""
    return session.scalar(
        select(BackgroundPicture.content).where(BackgroundPicture.digest == digest)
    )


def drawn_at_evenings(session: Session) -> list[Drawn]:
    """The drawings of tenants of each evening, for whoever works with them elsewhere: one of each
    home, its variants stay here."""
    rows = session.scalars(
        select(Sketch)
        .where(
            Sketch.role == SketchRole.SKETCH,
            Sketch.evening_id.is_not(None),
            Sketch.removed_at.is_(None),
            Sketch.variant == 1,
        )
        .order_by(Sketch.evening_id, Sketch.id)
    )
    return [
        Drawn(
            row.id,
            row.title,
            row.evening.id,
            _evening_title(row.evening),
            row.evening.held_on,
            row.done_at is not None,
        )
        for row in rows
        if row.evening is not None
    ]
