"""Walks through the neighbourhood, and the maps to point at on the way."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.actions.photos import kept_photo
from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import Finding, Inspection, Map, Project
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import check_people
from desktop.projects.states import InspectionKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held

MOST_WIDTH_M = 20_000


def add_map(
    store: Store, who: Actor, project_id: int, name: str, photo: ReadPhoto, width_m: int | None
) -> int:
    """A picture of the neighbourhood to point at; `width_m` is how wide it is in metres, None when
    nobody knows. Refuses one without a name."""
    with store.act(who, "projects.map.add", undo=_("New map")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        if width_m is not None and not 0 < width_m <= MOST_WIDTH_M:
            raise Refused(
                _("Fill in a width from 1 to {most} metres.").format(most=MOST_WIDTH_M), "width_m"
            )
        row = Map(
            project_id=project_id,
            photo_id=kept_photo(session, photo, store.now()),
            name=written(Map, "name", name, needed=True),
            width_m=width_m,
        )
        session.add(row)
        session.flush()
        return row.id


def start_inspection(
    store: Store,
    who: Actor,
    project_id: int,
    route: str,
    kind: InspectionKind = InspectionKind.WALK,
    map_id: int | None = None,
    on: date | None = None,
    walkers: int | None = None,
) -> int:
    """A walk begins. Refuses one without a route, a second one along the same route on a day (a
    route and a day name a walk), and a map of another project."""
    with store.act(who, "projects.inspection.start", undo=_("Start a walk")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        _check_map(session, map_id, project_id)
        check_people("walkers", walkers)
        inspection = Inspection(
            project_id=project_id,
            map_id=map_id,
            kind=kind,
            route=written(Inspection, "route", route, needed=True),
            held_on=day_of(store, on, "held_on"),
            walkers=walkers,
        )
        _check_one_a_day(session, inspection)
        session.add(inspection)
        session.flush()
        return inspection.id


def finish_inspection(
    store: Store, who: Actor, inspection_id: int, walkers: int | None = None
) -> None:
    """The walk is over: owners and days can be handed out."""
    with store.act(who, "projects.inspection.finish", undo=_("Finish the walk")) as act:
        inspection = found(act.session, Inspection, inspection_id)
        check_at_work(inspection.project.state)
        check_people("walkers", walkers)
        inspection.finished_at = store.now()
        inspection.walkers = walkers if walkers is not None else inspection.walkers


def use_map(store: Store, who: Actor, inspection_id: int, map_id: int) -> None:
    """Point at another map on this walk. Refuses it once there are points on the map before: they
    would stand somewhere else."""
    with store.act(who, "projects.inspection.map", undo=_("Another map")) as act:
        session = act.session
        inspection = held(session, Inspection, inspection_id)
        check_at_work(inspection.project.state)
        _check_map(session, map_id, inspection.project_id)
        pointed = select(Finding.id).where(
            Finding.inspection_id == inspection_id, Finding.x.is_not(None)
        )
        if session.scalars(pointed.limit(1)).first() is not None:
            raise Refused(
                _("There are points on the map of this walk. Use the other map on a new walk."),
                "map_id",
            )
        inspection.map_id = map_id


def _check_map(session: Session, map_id: int | None, project_id: int) -> None:
    if map_id is not None and found(session, Map, map_id).project_id != project_id:
        raise Refused(_("This map is of another project."), "map_id")


def _check_one_a_day(session: Session, walk: Inspection) -> None:
    same = select(Inspection.id).where(
        Inspection.project_id == walk.project_id,
        Inspection.route == walk.route,
        Inspection.held_on == walk.held_on,
    )
    if session.scalars(same.limit(1)).first() is not None:
        raise Refused(
            _("There is a walk along this route on this day. Go on with it, or name another one."),
            "route",
        )
