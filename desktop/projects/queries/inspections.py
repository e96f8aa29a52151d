"""Walks and findings, as screens and papers show them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from desktop.language.fold import fold
from desktop.language.format import local
from desktop.projects.model import Finding, FindingPhoto, Inspection, Map, Photo
from desktop.projects.rules.findings import (
    FEET_WIDTH_M,
    Spot,
    distance_m,
    is_late,
    perhaps_the_same,
)
from desktop.projects.states import (
    FindingKind,
    FindingState,
    InspectionKind,
    PhotoMoment,
    Severity,
)
from desktop.store.found import found

# The numbers of the photos, by finding and moment.
Photos = defaultdict[tuple[int, PhotoMoment], list[int]]
OPEN = (FindingState.REPORTED, FindingState.TAKEN_UP, FindingState.SOLVED, FindingState.REFERRED)


@dataclass(frozen=True)
class MapLine:
    """A map; its picture is asked for by `photo_id`. `height_m` follows from the picture."""

    id: int
    name: str
    photo_id: int
    width_px: int
    height_px: int
    width_m: int | None

    @property
    def metres(self) -> tuple[float, float]:
        """Width and height in metres; a width that nobody gave is taken to be 200."""
        width = self.width_m or FEET_WIDTH_M
        return width, width * self.height_px / self.width_px


@dataclass(frozen=True)
class InspectionLine:
    """A walk with how many findings it has in each state."""

    id: int
    version: int
    project_id: int
    kind: InspectionKind
    route: str
    held_on: date
    walkers: int | None
    finished_at: datetime | None
    map: MapLine | None
    states: tuple[tuple[FindingState, int], ...]

    @property
    def findings(self) -> int:
        return sum(count for _state, count in self.states)

    @property
    def open(self) -> int:
        return sum(count for state, count in self.states if state in OPEN)


@dataclass(frozen=True)
class FindingLine:
    """A finding with its photos, by number: before and after."""

    id: int
    version: int
    inspection_id: int
    route: str
    held_on: date
    number: int
    kind: FindingKind
    severity: Severity
    place: str
    x: int | None
    y: int | None
    what: str
    state: FindingState
    found_on: date
    owner: str
    due_on: date | None
    solved_on: date | None
    referred_to: str
    referred_on: date | None
    their_answer: str
    reason: str
    has_reporter: bool
    reporter: str
    reporter_told_on: date | None
    handed_to: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    late: bool


def inspections_of(session: Session, project_id: int) -> list[InspectionLine]:
    """The walks of a project, the newest first."""
    return _inspections(session, Inspection.project_id == project_id)


def inspection_line(session: Session, inspection_id: int) -> InspectionLine:
    """One walk. Refuses one that is gone."""
    found(session, Inspection, inspection_id)
    return _inspections(session, Inspection.id == inspection_id)[0]


def _inspections(session: Session, which: ColumnElement[bool]) -> list[InspectionLine]:
    rows = session.scalars(
        select(Inspection)
        .options(joinedload(Inspection.map).joinedload(Map.photo))
        .where(which)
        .order_by(Inspection.held_on.desc(), Inspection.id.desc())
    ).all()
    counted: dict[int, list[tuple[FindingState, int]]] = {}
    for inspection_id, state, count in session.execute(
        select(Finding.inspection_id, Finding.state, func.count())
        .where(Finding.inspection_id.in_([row.id for row in rows]))
        .group_by(Finding.inspection_id, Finding.state)
    ):
        counted.setdefault(inspection_id, []).append((state, count))
    return [
        InspectionLine(
            id=row.id,
            version=row.version,
            project_id=row.project_id,
            kind=row.kind,
            route=row.route,
            held_on=row.held_on,
            walkers=row.walkers,
            finished_at=row.finished_at,
            map=_map(row.map) if row.map is not None else None,
            states=tuple(counted.get(row.id, ())),
        )
        for row in rows
    ]


def maps_of(session: Session, project_id: int) -> list[MapLine]:
    """The maps of a project by name."""
    rows = session.scalars(
        select(Map)
        .options(joinedload(Map.photo))
        .where(Map.project_id == project_id)
        .order_by(Map.name, Map.id)
    )
    return [_map(row) for row in rows]


def _map(row: Map) -> MapLine:
    photo = row.photo
    return MapLine(row.id, row.name, photo.id, photo.width, photo.height, row.width_m)


def findings_of(
    session: Session, project_id: int, today: date, inspection_id: int | None = None
) -> list[FindingLine]:
    """The findings of a walk, or of all walks of a project, the newest walk first."""
    which = Inspection.project_id == project_id
    if inspection_id is not None:
        which = Inspection.id == inspection_id
    return _findings(session, which, today)


def finding_line(session: Session, finding_id: int, today: date) -> FindingLine:
    """One finding. Refuses one that is gone."""
    found(session, Finding, finding_id)
    return _findings(session, Finding.id == finding_id, today)[0]


def _findings(session: Session, which: ColumnElement[bool], today: date) -> list[FindingLine]:
    rows = session.scalars(
        select(Finding)
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .options(joinedload(Finding.inspection))
        .where(which)
        .order_by(Inspection.held_on.desc(), Inspection.id.desc(), Finding.number)
    )
    photos = _photos(session, which)
    return [_finding(row, photos, today) for row in rows]


def _finding(row: Finding, photos: Photos, today: date) -> FindingLine:
    return FindingLine(
        id=row.id,
        version=row.version,
        inspection_id=row.inspection_id,
        route=row.inspection.route,
        held_on=row.inspection.held_on,
        number=row.number,
        kind=row.kind,
        severity=row.severity,
        place=row.place,
        x=row.x,
        y=row.y,
        what=row.what,
        state=row.state,
        found_on=local(row.found_at).date(),
        owner=row.owner,
        due_on=row.due_on,
        solved_on=row.solved_on,
        referred_to=row.referred_to,
        referred_on=row.referred_on,
        their_answer=row.their_answer,
        reason=row.reason,
        has_reporter=bool(row.reporter),
        reporter=row.reporter,
        reporter_told_on=row.reporter_told_on,
        handed_to=row.handed_to,
        before=tuple(photos[row.id, PhotoMoment.BEFORE]),
        after=tuple(photos[row.id, PhotoMoment.AFTER]),
        late=is_late(row.state, row.due_on, today),
    )


def _photos(session: Session, which: ColumnElement[bool]) -> Photos:
    """The photos of findings as bare numbers: as objects they took longer than all the rest."""
    rows = session.execute(
        select(FindingPhoto.finding_id, FindingPhoto.moment, FindingPhoto.photo_id)
        .join(Finding, Finding.id == FindingPhoto.finding_id)
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .where(which)
        .order_by(FindingPhoto.id)
    )
    photos: Photos = defaultdict(list)
    for finding_id, moment, photo_id in rows:
        photos[finding_id, moment].append(photo_id)
    return photos


def small_photo(session: Session, photo_id: int) -> bytes:
    """The photo for a list, as a JPEG."""
    return session.scalars(select(Photo.small).where(Photo.id == photo_id)).one()


def photo_in_row(session: Session, photo_id: int) -> bytes | None:
    """The photo for a list; None when somebody took it away meanwhile."""
    return session.scalars(select(Photo.small).where(Photo.id == photo_id)).one_or_none()


def whole_photo(session: Session, photo_id: int) -> bytes:
    """The photo as it was kept, as a JPEG."""
    return session.scalars(select(Photo.content).where(Photo.id == photo_id)).one()


def alike(session: Session, inspection_id: int, spot: Spot) -> list[int]:
    """The findings of a walk that may be the same, the nearest first: of the same kind within
    fifteen metres."""
    walk = inspection_line(session, inspection_id)
    if walk.map is None:
        return []
    metres = walk.map.metres
    rows = session.execute(
        select(Finding.id, Finding.kind, Finding.x, Finding.y)
        .where(Finding.inspection_id == inspection_id)
        .order_by(Finding.number)
    )
    near = [
        (distance_m(spot, other, *metres), id)
        for id, kind, x, y in rows
        if x is not None
        and y is not None
        and perhaps_the_same(spot, other := Spot(kind, x, y), *metres)
    ]
    return [id for _distance, id in sorted(near)]


def alike_at(session: Session, inspection_id: int, kind: FindingKind, place: str) -> list[int]:
    """The findings of a walk that may be the same as one of this kind at an address: those of the
    same kind at the same address, however it was typed."""
    rows = session.execute(
        select(Finding.id, Finding.place)
        .where(Finding.inspection_id == inspection_id, Finding.kind == kind)
        .order_by(Finding.number)
    )
    asked = fold(place).split()
    return [id for id, known in rows if asked and fold(known).split() == asked]


def kinds_over_time(
    session: Session, project_id: int
) -> list[tuple[date, str, dict[FindingKind, int]]]:
    """How many findings of each kind every walk had, with its day and route, the oldest first."""
    counted: dict[tuple[date, int, str], Counter[FindingKind]] = {}
    walk = (Inspection.held_on, Inspection.id, Inspection.route)
    for held_on, id, route, kind, count in session.execute(
        select(*walk, Finding.kind, func.count())
        .join(Finding, Finding.inspection_id == Inspection.id)
        .where(Inspection.project_id == project_id)
        .group_by(*walk, Finding.kind)
    ):
        counted.setdefault((held_on, id, route), Counter())[kind] = count
    return [(day, route, dict(kinds)) for (day, _id, route), kinds in sorted(counted.items())]
