"""The list of projects, and the head of the chosen one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.estate.model import Complex
from desktop.language.fold import fold
from desktop.projects.model import (
    Project,
    ProjectComplex,
    ProjectDwelling,
    ProjectSketch,
    Promise,
    Proposal,
)
from desktop.projects.queries.consent import running_counts
from desktop.projects.queries.standing import ANSWERED, happened, standing
from desktop.projects.rules.consent import Consent
from desktop.projects.rules.ladder import Shown, shown
from desktop.projects.rules.lifecycle import Lack, lack_sentence, lacks, next_state
from desktop.projects.rules.voices import SETTLED
from desktop.projects.states import Participation, ProjectKind, ProjectState
from desktop.store.found import found


@dataclass(frozen=True)
class ProjectRow:
    """A line of the list; `consent` is how a round that runs stands, and `words` what a filter
    looks in, folded."""

    id: int
    code: str
    name: str
    kind: ProjectKind
    state: ProjectState
    participation: Participation
    dwellings: int
    homes: int
    complexes: tuple[str, ...]
    sketches: int
    promises_late: int
    proposals_open: int
    consent: Consent | None
    words: str


@dataclass(frozen=True)
class ProjectView:
    """The project as its head and its overview show it. `why_not` are the sentences that say what
    must be done before `next`. `shown` is what tenants were promised beside what the data shows."""

    id: int
    version: int
    code: str
    name: str
    kind: ProjectKind
    state: ProjectState
    state_before: ProjectState | None
    participation: Participation
    may_decide: str
    may_not_decide: str
    leader: str
    contact: str
    starts_on: date
    works_on_5_may: bool
    dwellings: int
    homes: int
    budget_cents: int
    complex_ids: tuple[int, ...]
    complexes: tuple[str, ...]
    halted_reason: str
    halted_until: date | None
    no_presumption_reason: str
    next: ProjectState | None
    why_not: tuple[str, ...]
    shown: Shown


def project_rows(session: Session, today: date) -> list[ProjectRow]:
    """All projects: those at work first, then those that are closed, each by name."""
    homes = _counted(session, ProjectDwelling.project_id)
    sketches = _counted(session, ProjectSketch.project_id)
    late = _counted(
        session,
        Promise.project_id,
        Promise.state.not_in(SETTLED),
        Promise.due_on < today,
    )
    unanswered = _counted(session, Proposal.project_id, Proposal.state.not_in(ANSWERED))
    asking = running_counts(session)
    places: dict[int, list[str]] = {}
    for project_id, name in session.execute(
        select(ProjectComplex.project_id, Complex.name)
        .join(Complex, Complex.id == ProjectComplex.complex_id)
        .order_by(Complex.name)
    ):
        places.setdefault(project_id, []).append(name)
    rows = [
        ProjectRow(
            id=p.id,
            code=p.code,
            name=p.name,
            kind=p.kind,
            state=p.state,
            participation=p.participation,
            dwellings=homes.get(p.id, 0),
            homes=p.homes,
            complexes=tuple(places.get(p.id, ())),
            sketches=sketches.get(p.id, 0),
            promises_late=late.get(p.id, 0),
            proposals_open=unanswered.get(p.id, 0),
            consent=asking.get(p.id),
            words=fold(" ".join((p.code, p.name, p.leader, *places.get(p.id, ())))),
        )
        for p in session.scalars(select(Project))
    ]
    return sorted(rows, key=lambda row: (row.state is ProjectState.CLOSED, fold(row.name), row.id))


def project_view(session: Session, project_id: int, today: date) -> ProjectView:
    """The chosen project. Refuses one that is gone."""
    p = found(session, Project, project_id)
    stands = standing(session, p, today)
    then = next_state(p.state)
    missing = lacks(stands, then) if then is not None else ()
    return ProjectView(
        id=p.id,
        version=p.version,
        code=p.code,
        name=p.name,
        kind=p.kind,
        state=p.state,
        state_before=p.state_before,
        participation=p.participation,
        may_decide=p.may_decide,
        may_not_decide=p.may_not_decide,
        leader=p.leader,
        contact=p.contact,
        starts_on=p.starts_on,
        works_on_5_may=p.works_on_5_may,
        dwellings=stands.dwellings,
        homes=p.homes,
        budget_cents=p.budget_cents,
        complex_ids=tuple(one.id for one in p.complexes),
        complexes=tuple(one.name for one in p.complexes),
        halted_reason=p.halted_reason,
        halted_until=p.halted_until,
        no_presumption_reason=p.no_presumption_reason,
        next=then,
        why_not=tuple(lack_sentence(lack, stands) for lack in missing),
        shown=shown(p.participation, happened(session, p)),
    )


def before_decision(session: Session, project_id: int, today: date) -> tuple[Lack, ...]:
    """What a project still needs before its decision, what comes first in front; nothing for one
    that is gone."""
    project = session.get(Project, project_id)
    if project is None:
        return ()
    return lacks(standing(session, project, today), ProjectState.DECISION)


def _counted(
    session: Session, column: InstrumentedAttribute[int], *which: ColumnElement[bool]
) -> dict[int, int]:
    """How many rows there are of each project."""
    rows = session.execute(select(column, func.count()).where(*which).group_by(column))
    return dict(rows.all())
