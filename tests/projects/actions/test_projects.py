"""A project: its start, its facts, and the steps that it takes."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop.projects.actions.findings import (
    check_finding,
    hand_over_finding,
    note_finding,
    solve_finding,
    take_up_finding,
)
from desktop.projects.actions.inspections import start_inspection
from desktop.projects.actions.projects import (
    change_project,
    halt_project,
    move_project,
    remove_project,
    resume_project,
    start_project,
)
from desktop.projects.actions.promises import (
    hand_over_promise,
    keep_promise,
    make_promise,
    remove_promise,
)
from desktop.projects.model import Project, ProjectStep, Promise, Proposal, Task
from desktop.projects.queries import due
from desktop.projects.queries.projects import ProjectView, project_rows, project_view
from desktop.projects.rules.kinds import starting_phases
from desktop.projects.states import (
    FindingKind,
    InspectionKind,
    Participation,
    ProjectKind,
    ProjectState,
)
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store

S = ProjectState
TODAY = date(2026, 11, 23)


def seen(store: Store, project_id: int) -> ProjectView:
    with store.reading() as session:
        return project_view(session, project_id, TODAY)


def add(store: Store, who: Actor, row: Proposal | Promise) -> None:
    with store.act(who, "test.add") as act:
        act.session.add(row)


@pytest.mark.parametrize("kind", ProjectKind)
def test_a_project_begins_with_the_phases_and_tasks_of_its_kind(
    store: Store, who: Actor, kind: ProjectKind
) -> None:
    id = start_project(store, who, "Iets", kind, Participation.INFORM, TODAY)
    with store.reading() as session:
        project = session.get(Project, id)
        assert project is not None
        phases = [phase.name for phase in project.phases]
        decisions = [task for task in project.tasks if task.decision]
        waiting = [task for task in project.tasks if task.waits_for]
    assert phases == [phase.name for phase in starting_phases(kind)]
    assert len(decisions) == 1
    assert waiting


def test_a_project_without_a_name_is_refused(store: Store, who: Actor) -> None:
    with pytest.raises(Refused) as refused:
        start_project(store, who, "  ", ProjectKind.RENOVATION, Participation.INFORM, TODAY)
    assert refused.value.field == "name"


def test_codes_count_on_within_a_year_and_none_is_used_twice(
    store: Store, who: Actor, renovation: int
) -> None:
    other = start_project(store, who, "B", ProjectKind.RENOVATION, Participation.INFORM, TODAY)
    assert seen(store, renovation).code == "P26-1"
    assert seen(store, other).code == "P26-2"
    with pytest.raises(Refused) as refused:
        change_project(store, who, other, code="P26-1")
    assert refused.value.field == "code"


def test_the_second_writer_is_told(store: Store, who: Actor, renovation: int) -> None:
    version = seen(store, renovation).version
    change_project(store, who, renovation, version, leader="Onderhoud")
    with pytest.raises(Conflict):
        change_project(store, who, renovation, version, leader="Nieuwbouw")


def test_steps_go_one_at_a_time_and_are_kept(store: Store, who: Actor, renovation: int) -> None:
    with pytest.raises(Refused):
        move_project(store, who, renovation, S.WITH_TENANTS)
    move_project(store, who, renovation, S.PREPARING)
    with pytest.raises(Refused) as refused:
        move_project(store, who, renovation, S.IDEA)
    assert refused.value.field == "reason"
    move_project(store, who, renovation, S.IDEA, "Te vroeg begonnen")
    with store.reading() as session:
        steps = session.execute(
            select(ProjectStep.state, ProjectStep.reason).order_by(ProjectStep.id)
        ).all()
    assert steps == [
        (S.IDEA, ""),
        (S.PREPARING, ""),
        (S.IDEA, "Te vroeg begonnen"),
    ]


def test_no_decision_before_tenants_have_their_answers(
    store: Store, who: Actor, renovation: int
) -> None:
    move_project(store, who, renovation, S.PREPARING)
    move_project(store, who, renovation, S.WITH_TENANTS)
    add(
        store,
        who,
        Proposal(project_id=renovation, number=1, raised_on=TODAY, text="Graag dubbel glas"),
    )
    with pytest.raises(Refused, match="1 voorstel heeft nog geen antwoord"):
        move_project(store, who, renovation, S.DECISION)


def test_a_decision_about_a_renovation_waits_for_advice(
    store: Store, who: Actor, renovation: int
) -> None:
    move_project(store, who, renovation, S.PREPARING)
    move_project(store, who, renovation, S.WITH_TENANTS)
    with pytest.raises(Refused, match="Overlegwet"):
        move_project(store, who, renovation, S.DECISION)
    assert any("Overlegwet" in why for why in seen(store, renovation).why_not)


def test_new_homes_need_no_advice(store: Store, who: Actor) -> None:
    id = start_project(store, who, "W", ProjectKind.NEW_BUILD, Participation.INFORM, TODAY)
    for state in (S.PREPARING, S.WITH_TENANTS, S.DECISION):
        move_project(store, who, id, state)
    assert seen(store, id).state is S.DECISION


def test_a_project_is_closed_when_what_is_open_was_handed_over_and_that_goes_on(
    store: Store, who: Actor
) -> None:
    id = start_project(store, who, "W", ProjectKind.NEW_BUILD, Participation.INFORM, TODAY)
    for state in (S.PREPARING, S.WITH_TENANTS, S.DECISION, S.WORK, S.AFTERCARE):
        move_project(store, who, id, state)
    bell, door = (
        make_promise(store, who, id, what, "Beheer", TODAY) for what in ("Nieuwe bel", "Deur")
    )
    keep_promise(store, who, door, "Foto")
    walk = start_inspection(store, who, id, "Oplevering", InspectionKind.HANDOVER)
    crack = note_finding(store, who, walk, kind=FindingKind.DAMAGE, place="Trap")
    with pytest.raises(Refused, match="1 belofte"):
        move_project(store, who, id, S.CLOSED)
    hand_over_promise(store, who, bell, "Wijkbeheer, mw. Jansen")
    with pytest.raises(Refused, match="1 bevinding"):
        move_project(store, who, id, S.CLOSED)
    take_up_finding(store, who, crack, "Aannemer", TODAY)
    hand_over_finding(store, who, crack, "Beheer, dhr. Bos")
    move_project(store, who, id, S.CLOSED)
    with pytest.raises(Refused, match="afgesloten"):
        change_project(store, who, id, leader="Iemand")
    with pytest.raises(Refused, match="afgesloten"):
        remove_promise(store, who, bell)

    def waiting() -> list[str]:
        with store.reading() as session:
            return [one.title for one in due.due(session, store.now())]

    assert waiting() == ["Belofte nakomen: Nieuwe bel", "Oplossen: schade, Trap"]
    keep_promise(store, who, bell, "Foto")
    solve_finding(store, who, crack, note="Gemaakt")
    check_finding(store, who, crack)
    assert waiting() == []


def test_a_halted_project_goes_on_where_it_was(store: Store, who: Actor, renovation: int) -> None:
    move_project(store, who, renovation, S.PREPARING)
    with pytest.raises(Refused):
        halt_project(store, who, renovation, "")
    with pytest.raises(Refused) as refused:
        halt_project(store, who, renovation, "Geen aannemer", until=TODAY)
    assert refused.value.field == "until"
    halt_project(store, who, renovation, "Geen aannemer", until=date(2027, 1, 4))
    with pytest.raises(Refused):
        move_project(store, who, renovation, S.WITH_TENANTS)
    resume_project(store, who, renovation)
    assert seen(store, renovation).state is S.PREPARING


def test_only_an_idea_without_tenants_can_go(store: Store, who: Actor, renovation: int) -> None:
    other = start_project(store, who, "B", ProjectKind.RENOVATION, Participation.INFORM, TODAY)
    move_project(store, who, other, S.PREPARING)
    with pytest.raises(Refused):
        remove_project(store, who, other)
    remove_project(store, who, renovation)
    with store.reading() as session:
        assert [row.id for row in project_rows(session, TODAY)] == [other]
        assert not session.scalars(select(Task).where(Task.project_id == renovation)).all()


def test_undo_brings_a_removed_project_back_with_its_plan(
    store: Store, who: Actor, renovation: int
) -> None:
    remove_project(store, who, renovation)
    store.undo(who)
    with store.reading() as session:
        assert session.get(Project, renovation) is not None
        assert session.scalars(select(Task).where(Task.project_id == renovation)).all()
