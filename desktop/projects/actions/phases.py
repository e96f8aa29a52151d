"""The phases of a project: which there are, what they are called, and their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import written
from desktop.language import _
from desktop.language.lists import listed
from desktop.projects.model import Phase, Project
from desktop.projects.queries.phases import PhaseLine, phases_of
from desktop.projects.rules.lifecycle import check_at_work
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale


@dataclass(frozen=True)
class WishedPhase:
    """A phase as somebody wants it; without an `id` it is a new one. `version` is the row version
    that the screen showed."""

    name: str
    id: int | None = None
    version: int | None = None


def add_phase(store: Store, who: Actor, project_id: int, name: str) -> int:
    """Another phase behind the others. Refuses one without a name."""
    with store.act(who, "projects.phase.add", undo=_("New phase")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        last = session.scalar(
            select(func.max(Phase.position)).where(Phase.project_id == project_id)
        )
        phase = Phase(
            project_id=project.id,
            position=(last or 0) + 1,
            name=written(Phase, "name", name, needed=True),
        )
        session.add(phase)
        session.flush()
        return phase.id


def arrange_phases(
    store: Store,
    who: Actor,
    project_id: int,
    wished: Sequence[WishedPhase],
    gone: Collection[int] = (),
) -> None:
    """Put the phases of a project in this order, with these names, and take away those that are
    `gone`. What somebody else added meanwhile comes last.

    Refuses a phase without a name or with that of another one (field `phase-2` for the third), to
    take away one that holds something, and a project that is closed."""
    with store.act(who, "projects.phases.arrange", undo=_("Change phases")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        _take_away(session, project, gone)
        ordered = [
            _as_wished(session, project, wish, name)
            for wish, name in zip(wished, _names(wished), strict=True)
        ]
        others = [phase for phase in _phases(session, project_id) if phase not in ordered]
        session.add_all(ordered)
        for position, phase in enumerate([*ordered, *others], start=1):
            phase.position = position


def check_empty(phase: PhaseLine) -> None:
    """Refuse to take a phase away that holds something."""
    if phase.holds():
        sentence = _(
            "“{phase}” still holds {what}. Give those another phase first, or take them away."
        )
        raise Refused(sentence.format(phase=phase.name, what=listed(phase.holds())), "phase")


def _phases(session: Session, project_id: int) -> Sequence[Phase]:
    return session.scalars(
        select(Phase).where(Phase.project_id == project_id).order_by(Phase.position, Phase.id)
    ).all()


def _take_away(session: Session, project: Project, gone: Collection[int]) -> None:
    for line in phases_of(session, project.id):
        if line.id in gone:
            check_empty(line)
            session.delete(session.get_one(Phase, line.id))
    session.flush()


def _names(wished: Sequence[WishedPhase]) -> list[str]:
    names: list[str] = []
    for place, wish in enumerate(wished):
        field = f"phase-{place}"
        try:
            name = written(Phase, "name", wish.name, needed=True)
        except Refused as refused:
            raise Refused(refused.sentence, field) from refused
        if name.casefold() in (other.casefold() for other in names):
            raise Refused(_("There is a phase “{name}” already.").format(name=name), field)
        names.append(name)
    return names


def _as_wished(session: Session, project: Project, wish: WishedPhase, name: str) -> Phase:
    if wish.id is None:
        return Phase(project_id=project.id, name=name)
    phase = found(session, Phase, wish.id)
    if phase.project_id != project.id:
        raise Refused(_("This phase is of another project."), "phase")
    stale(phase, wish.version, {"name": name})
    phase.name = name
    return phase
