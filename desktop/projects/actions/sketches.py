"""Which drawings of tenants belong to a project, and to which of its homes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from desktop.estate.texts import written
from desktop.language import _
from desktop.projects.model import Project, ProjectSketch
from desktop.projects.rules.lifecycle import check_at_work
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def add_sketches(store: Store, who: Actor, project_id: int, sketch_ids: Collection[int]) -> int:
    """These drawings belong to the project; returns how many are new. Refuses none at all."""
    with store.act(who, "projects.sketches.add", undo=_("Add drawings")) as act:
        session = act.session
        check_at_work(found(session, Project, project_id).state)
        if not sketch_ids:
            raise Refused(_("There are no drawings of this evening yet."), "evening")
        there = set(
            session.scalars(
                select(ProjectSketch.sketch_id).where(ProjectSketch.project_id == project_id)
            )
        )
        new = sorted(set(sketch_ids) - there)
        session.add_all(ProjectSketch(project_id=project_id, sketch_id=id) for id in new)
        return len(new)


def name_home(
    store: Store, who: Actor, link_id: int, home: str, version: int | None = None
) -> None:
    """The drawing is of this home of the project: "Woning 7". Refuses a home that another drawing
    is of: two variants of one household stand under its title."""
    with store.act(who, "projects.sketch.home", undo=_("Home of a drawing")) as act:
        session = act.session
        link = found(session, ProjectSketch, link_id)
        check_at_work(found(session, Project, link.project_id).state)
        words = written(ProjectSketch, "home", home)
        stale(link, version, {"home": words})
        taken = select(ProjectSketch.id).where(
            ProjectSketch.project_id == link.project_id,
            ProjectSketch.home == words,
            ProjectSketch.id != link_id,
        )
        if words and session.scalar(taken) is not None:
            raise Refused(_("Another drawing is of this home already."), "home")
        link.home = words


def remove_sketch(store: Store, who: Actor, link_id: int) -> None:
    """The drawing does not belong to the project; it stays with its evening."""
    with store.act(who, "projects.sketch.remove", undo=_("Take drawing away")) as act:
        link = found(act.session, ProjectSketch, link_id)
        check_at_work(found(act.session, Project, link.project_id).state)
        act.session.delete(link)
