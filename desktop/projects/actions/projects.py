"""A project: its start with phases and tasks of its kind, what is known of it, and its states."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Complex, Dwelling
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.projects.model import (
    ConsentRound,
    ConsentTenancy,
    Phase,
    Project,
    ProjectComplex,
    ProjectDwelling,
    ProjectStep,
    Task,
    TaskLink,
)
from desktop.projects.queries.plan import plan_of
from desktop.projects.queries.standing import standing
from desktop.projects.rules.consent_round import LIVE
from desktop.projects.rules.kinds import starting_phases
from desktop.projects.rules.lifecycle import check_at_work, check_move
from desktop.projects.states import Participation, ProjectKind, ProjectState
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

LONGEST_BUDGET_CENTS = 100_000_000_000  # a milliard euro; more is a typing error


class ProjectFacts(TypedDict, total=False):
    """What else is known of a project. `homes` are planned ones, which are no dwellings yet."""

    leader: str
    contact: str
    may_decide: str
    may_not_decide: str
    homes: int
    budget_cents: int
    works_on_5_may: bool


class ProjectChange(ProjectFacts, total=False):
    """What can change of a project."""

    code: str
    name: str
    participation: Participation
    starts_on: date
    no_presumption_reason: str


def start_project(
    store: Store,
    who: Actor,
    name: str,
    kind: ProjectKind,
    participation: Participation,
    starts_on: date,
    complex_ids: Collection[int] = (),
    dwelling_ids: Collection[int] | None = None,
    code: str = "",
    **facts: Unpack[ProjectFacts],
) -> int:
    """A new project, with the phases and tasks of its kind from one start date. It is about the
    given dwellings, or all of its complexes when `dwelling_ids` is None. Without a code it gets
    the next one of the year. Refuses one without a name, and a code in use."""
    with store.act(who, "projects.project.start", undo=_("New project")) as act:
        session = act.session
        project = Project(kind=kind, participation=participation, starts_on=starts_on)
        fill(project, {"name": written(Project, "name", name, needed=True), **facts}, KNOWN)
        _check_numbers(project)
        project.code = _code(session, code or _next_code(session, starts_on.year))
        session.add(project)
        session.flush()
        session.add(
            ProjectStep(
                project_id=project.id, state=ProjectState.IDEA, taken_on=day_of(store, None)
            )
        )
        _be_about(session, project, complex_ids, dwelling_ids)
        _plan(session, project)
        session.flush()
        plan_of(session, project.id)  # refuses days of which nobody knows the holidays
        return project.id


def change_project(
    store: Store,
    who: Actor,
    project_id: int,
    version: int | None = None,
    complex_ids: Collection[int] | None = None,
    dwelling_ids: Collection[int] | None = None,
    **facts: Unpack[ProjectChange],
) -> None:
    """Change what is known of a project; `version` is the row version that the screen showed.
    With complexes or dwellings it is about those from now on. Refuses an empty name, a code in
    use, and a project that is closed."""
    with store.act(who, "projects.project.change", undo=_("Change project")) as act:
        session = act.session
        project = found(session, Project, project_id)
        check_at_work(project.state)
        stale(project, version, dict(facts))
        values: dict[str, Any] = dict(facts)
        if "name" in values:
            values["name"] = written(Project, "name", values["name"], needed=True)
        code = values.pop("code", None)
        if code is not None and code.strip() != project.code:
            project.code = _code(session, code)
        fill(project, values, KNOWN)
        _check_numbers(project)
        if complex_ids is not None:
            _be_about(session, project, complex_ids, dwelling_ids)
        session.flush()
        plan_of(session, project.id)


def move_project(
    store: Store,
    who: Actor,
    project_id: int,
    state: ProjectState,
    reason: str = "",
    on: date | None = None,
) -> None:
    """Bring a project to its next state, or a step back with the reason. Refuses what does not
    follow, and what must be done first: proposals without an answer, advice, consent, promises
    and findings (projects, "States")."""
    with store.act(who, "projects.project.move", undo=_("Change state")) as act:
        session = act.session
        project = found(session, Project, project_id)
        day = day_of(store, on)
        why = written(ProjectStep, "reason", reason)
        check_move(project.state, state, why, standing(session, project, day))
        _step(session, project, state, day, why)


def halt_project(
    store: Store, who: Actor, project_id: int, reason: str, until: date | None = None
) -> None:
    """The project waits, until a day when one is known. Refuses it without a reason."""
    with store.act(who, "projects.project.halt", undo=_("Halt project")) as act:
        session = act.session
        project = found(session, Project, project_id)
        check_at_work(project.state)
        if project.state is ProjectState.HALTED:
            raise Refused(_("This project is halted already."), "state")
        why = written(Project, "halted_reason", reason, needed=True)
        today = day_of(store, None)
        if until is not None and until <= today:
            raise Refused(_("Until when does it wait? Fill in a day to come."), "until")
        project.state_before = project.state
        project.halted_reason, project.halted_until = why, until
        _step(session, project, ProjectState.HALTED, today, why)


def resume_project(store: Store, who: Actor, project_id: int) -> None:
    """A halted project goes on where it was. Refuses one that is not halted."""
    with store.act(who, "projects.project.resume", undo=_("Let the project go on")) as act:
        session = act.session
        project = found(session, Project, project_id)
        if project.state is not ProjectState.HALTED or project.state_before is None:
            raise Refused(_("This project is not halted."), "state")
        before = project.state_before
        project.state_before, project.halted_reason, project.halted_until = None, "", None
        _step(session, project, before, day_of(store, None), "")


def remove_project(store: Store, who: Actor, project_id: int) -> None:
    """Take away a project that was made by mistake, with its plan. Refuses one that tenants took
    part in already, and one that is further than an idea."""
    with store.act(who, "projects.project.remove", undo=_("Remove project")) as act:
        session = act.session
        project = found(session, Project, project_id)
        began = project.state is not ProjectState.IDEA
        heard = project.sessions or project.proposals or project.promises
        if began or heard or project.advice_requests or project.consent_rounds:
            raise Refused(_("People are at work on this project. Halt it instead."), "state")
        tasks = [task.id for task in project.tasks]
        links = select(TaskLink).where(TaskLink.after_id.in_(tasks))
        for row in (
            *session.scalars(links),
            *project.tasks,
            *project.phases,
            *project.budget_lines,
            *project.steps,
        ):
            session.delete(row)
        session.flush()
        session.expire(project)
        session.delete(project)


KNOWN = {**ProjectFacts.__annotations__, **ProjectChange.__annotations__}


def _step(session: Session, project: Project, state: ProjectState, on: date, reason: str) -> None:
    project.state = state
    session.add(ProjectStep(project_id=project.id, state=state, taken_on=on, reason=reason))


def _next_code(session: Session, year: int) -> str:
    """P26-4 after P26-3."""
    start = f"P{year % 100:02d}-"
    codes = session.scalars(select(Project.code).where(Project.code.startswith(start)))
    numbers = [int(code[len(start) :]) for code in codes if code[len(start) :].isdecimal()]
    return f"{start}{max(numbers, default=0) + 1}"


def _code(session: Session, code: str) -> str:
    words = written(Project, "code", code, needed=True)
    if session.scalar(select(Project.id).where(Project.code == words)) is not None:
        raise Refused(
            _("Another project has the code {code}. Choose another one.").format(code=words), "code"
        )
    return words


def _check_numbers(project: Project) -> None:
    budget, homes = project.budget_cents or 0, project.homes or 0
    if not 0 <= budget <= LONGEST_BUDGET_CENTS:
        raise Refused(_("Fill in the budget in whole euros, 0 or more."), "budget_cents")
    if not 0 <= homes <= 10_000:
        raise Refused(_("Fill in how many homes are planned: from 0 to 10,000."), "homes")


def _be_about(
    session: Session,
    project: Project,
    complex_ids: Collection[int],
    dwelling_ids: Collection[int] | None,
) -> None:
    wanted = {found(session, Complex, id).id for id in complex_ids}
    there = {link.complex_id for link in project.complex_links}
    lived = {link.dwelling_id for link in project.dwelling_links}
    if dwelling_ids is None:
        # Of a complex that stays, the dwellings that were chosen; of a new one all.
        stays = Dwelling.complex_id.in_(wanted & there) & Dwelling.id.in_(lived)
        new = Dwelling.complex_id.in_(wanted - there)
        homes = set(session.scalars(select(Dwelling.id).where(stays | new)))
    else:
        homes = {found(session, Dwelling, id).id for id in dwelling_ids}
    _check_asked(session, project, lived - homes)
    for link in list(project.complex_links):
        if link.complex_id not in wanted:
            project.complex_links.remove(link)
    for other in list(project.dwelling_links):
        if other.dwelling_id not in homes:
            project.dwelling_links.remove(other)
    project.complex_links.extend(
        ProjectComplex(project_id=project.id, complex_id=id) for id in sorted(wanted - there)
    )
    project.dwelling_links.extend(
        ProjectDwelling(project_id=project.id, dwelling_id=id) for id in sorted(homes - lived)
    )
    session.flush()
    session.expire(project, ["complexes", "dwellings"])


def _check_asked(session: Session, project: Project, leaving: Collection[int]) -> None:
    """Refuses to leave out a dwelling whose tenants were asked for their consent."""
    asked = session.scalars(
        select(Dwelling)
        .join(ConsentTenancy, ConsentTenancy.dwelling_id == Dwelling.id)
        .join(ConsentRound, ConsentRound.id == ConsentTenancy.round_id)
        .where(ConsentRound.project_id == project.id, ConsentRound.state.in_(LIVE))
        .where(Dwelling.id.in_(leaving))
        .limit(1)
    ).first()
    if asked is not None:
        sentence = _("{address} is in a consent round, so it stays in the project.")
        raise Refused(sentence.format(address=asked.address), "dwelling_ids")


def _plan(session: Session, project: Project) -> None:
    made: dict[str, Task] = {}
    waiting = []
    for place, starting in enumerate(starting_phases(project.kind), start=1):
        phase = Phase(project_id=project.id, position=place, name=starting.name)
        session.add(phase)
        session.flush()
        for task in starting.tasks:
            number = len(made) + 1
            made[task.key] = Task(
                project_id=project.id,
                phase_id=phase.id,
                number=number,
                position=number,
                name=task.name,
                days=task.days,
                decision=task.decision,
            )
            waiting += [(before, task.key) for before in task.after]
    session.add_all(made.values())
    session.flush()
    session.add_all(
        TaskLink(before_id=made[before].id, after_id=made[after].id) for before, after in waiting
    )
