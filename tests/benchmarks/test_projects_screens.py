"""From choosing a large project in the list to its painted page, in the window of the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.feature import Place
from desktop.projects.actions.baselines import keep_plan
from desktop.projects.actions.photos import kept_photo
from desktop.projects.actions.projects import start_project
from desktop.projects.model import (
    Finding,
    FindingPhoto,
    Inspection,
    Phase,
    Project,
    Proposal,
    Task,
    TaskLink,
    TenantSession,
)
from desktop.projects.states import (
    FindingKind,
    FindingState,
    Participation,
    ProjectKind,
    ProposalAnswer,
    ProposalState,
    SessionKind,
)
from desktop.projects.tab import ProjectsTab
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.benchmarks.table import show
from tests.benchmarks.test_agreements import best_p95, timed
from tests.support import pictures
from tests.support.screens import dress

TASKS, FINDINGS, PHOTOS, PROPOSALS = 1_000, 500, 40, 200
PHASES, A_GROUP, WALKS, EVENINGS = 8, 10, 10, 8
BEGINS, ON = date(2026, 3, 2), date(2026, 10, 1)
TIMES, MOST_MS = 10, 100.0


def large_project(store: Store, who: Actor) -> int:
    """A project of years: tasks in groups that wait for one another and partly began, walks with
    what was found, evenings with what was proposed; and its plan, kept to compare with."""
    id = start_project(
        store, who, "Wijkvernieuwing", ProjectKind.NEIGHBOURHOOD, Participation.CONSULT, BEGINS
    )
    with store.act(who, "test.fill") as act:
        session = act.session
        project = session.get_one(Project, id)
        phases = [Phase(project_id=id, position=n + 10, name=f"Deel {n}") for n in range(PHASES)]
        session.add_all(phases)
        session.flush()
        last, tasks = max(task.number for task in project.tasks), []
        for n in range(TASKS):
            begun = BEGINS + timedelta(days=n) if n % A_GROUP and n < TASKS // 4 else None
            tasks.append(
                Task(
                    project_id=id,
                    phase_id=phases[n * PHASES // TASKS].id,
                    number=last + 1 + n,
                    position=last + 1 + n,
                    name=f"Taak {n}",
                    days=1 + n % 8,
                    started_on=begun,
                    owner="Onderhoud",
                )
            )
        session.add_all(tasks)
        session.flush()
        for n, task in enumerate(tasks):
            if n % A_GROUP:
                task.parent_id = tasks[n - n % A_GROUP].id
            before = n - 1 if n % A_GROUP > 1 else n - 2
            if n % A_GROUP and before > 0:
                session.add(TaskLink(before_id=tasks[before].id, after_id=task.id))
        evenings = [
            TenantSession(
                project_id=id, kind=SessionKind.CONSULTATION, title=f"Avond {n}", held_on=ON,
                place="Buurthuis", present=20,
            )
            for n in range(EVENINGS)
        ]  # fmt: skip
        walks = [Inspection(project_id=id, route=f"Route {n}", held_on=ON) for n in range(WALKS)]
        session.add_all([*evenings, *walks])
        session.flush()
        session.add_all(
            Proposal(
                project_id=id, session_id=evenings[n % EVENINGS].id, number=n + 1, raised_on=ON,
                text=f"Graag meer groen bij blok {n}", theme=f"Thema {n % 12}", support=n % 30,
                **(
                    {
                        "state": ProposalState.ANSWERED,
                        "answer": ProposalAnswer.DO,
                        "reason": "Dit past in het plan.",
                        "answered_by": "Wijkbeheer",
                        "answered_on": ON,
                        "task_id": tasks[n].id,
                    }
                    if n % 2
                    else {}
                ),
            )
            for n in range(PROPOSALS)
        )  # fmt: skip
        findings = [
            Finding(
                inspection_id=walks[n % WALKS].id, number=1 + n // WALKS,
                kind=list(FindingKind)[n % 6], state=list(FindingState)[n % 4],
                place=f"Noorderplein {n}", what="Losse tegel", owner="Onderhoud", due_on=ON,
                found_at=datetime(2026, 10, 1, 9, tzinfo=UTC),
            )
            for n in range(FINDINGS)
        ]  # fmt: skip
        session.add_all(findings)
        session.flush()
        photos = [
            kept_photo(session, pictures.photo(f"#{n:06x}"), store.now()) for n in range(PHOTOS)
        ]
        session.add_all(
            FindingPhoto(finding_id=finding.id, photo_id=photos[n % PHOTOS])
            for n, finding in enumerate(findings)
        )
    keep_plan(store, who, id, "Bij de start")
    return id


@pytest.fixture
def large(store: Store, who: Actor) -> int:
    return large_project(store, who)


@pytest.fixture
def small(store: Store, who: Actor) -> int:
    """The project from which the large one is chosen."""
    return start_project(
        store, who, "Klein", ProjectKind.NEIGHBOURHOOD, Participation.INFORM, BEGINS
    )


@pytest.fixture
def window(
    store: Store,
    who: Actor,
    large: int,
    small: int,
    qtbot: QtBot,
    qapp: QApplication,
    own_settings: Path,
) -> Iterator[Window]:
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def test_a_large_project_opens_at_once_on_every_page(
    window: Window, large: int, small: int
) -> None:
    window.show_place(Place("projects", "project", large, "overview"))
    tab = window.current
    assert isinstance(tab, ProjectsTab)

    def choose(project_id: int) -> None:
        tab.list.choose(project_id)
        QApplication.processEvents()

    def one_round() -> list[float]:
        times = []
        for _turn in range(TIMES):
            choose(small)
            times.append(timed(lambda: choose(large)))
            assert tab.project.id == large
        return times

    taken = {}
    for part in tab.chosen.offered:
        window.show_place(Place("projects", "project", large, part))
        taken[part] = best_p95(one_round)
    show(
        f"Opening a project of {TASKS} tasks, {FINDINGS} findings and {PROPOSALS} proposals, p95",
        [],
        [(part, f"{ms:.1f} ms", f"at most {MOST_MS:.0f} ms") for part, ms in taken.items()],
    )
    assert max(taken.values()) <= MOST_MS
