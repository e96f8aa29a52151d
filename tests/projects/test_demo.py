"""The projects of the demo world, as the paper about them tells it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.feature import Urgency
from desktop.language.format import AMSTERDAM
from desktop.projects.model import Project
from desktop.projects.queries.consent import round_on
from desktop.projects.queries.due.consulting import due
from desktop.projects.queries.due.inspections import due as due_of_walks
from desktop.projects.queries.inspections import findings_of, inspections_of
from desktop.projects.states import ConsentAnswer, FindingState
from desktop.store import Store
from tests.support.demo_world import opened

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[Store]:
    """The demo of 23 November 2026: the tests only read it."""
    path = shutil.copy(demo_file, tmp_path_factory.mktemp("demo"))
    with opened(Path(path)) as store:
        yield store


def zonneveld(store: Store) -> int:
    with store.reading() as session:
        id = session.scalar(select(Project.id).where(Project.name == "Renovatie Zonneveld"))
    assert id is not None
    return id


def test_of_zonneveld_30_of_the_34_households_that_are_needed_agree(demo: Store) -> None:
    with demo.reading() as session:
        view = round_on(session, zonneveld(demo), TODAY)
    assert view is not None
    assert view.stands is not None
    stands = view.stands
    assert (stands.dwellings, stands.agreed, stands.needed) == (48, 30, 34)
    assert (stands.refused, stands.unanswered) == (9, 9)
    assert sum(home.answer is ConsentAnswer.THINKING for home in view.homes) == 2


def test_one_reasoned_answer_to_an_advice_is_overdue(demo: Store) -> None:
    with demo.reading() as session:
        late = [one for one in due(session, NOW) if one.urgency is Urgency.LATE]
    assert [(one.title, one.article) for one in late] == [
        ("Stuur huurders de redenen van uw besluit", "Overlegwet, art. 5 lid 2")
    ]


def test_the_walk_through_noord_has_23_findings_in_every_state_each_with_its_photo(
    demo: Store,
) -> None:
    with demo.reading() as session:
        noord = session.scalar(select(Project.id).where(Project.name == "Wijkbeheer Noord"))
        assert noord is not None
        [walk] = inspections_of(session, noord)
        lines = findings_of(session, noord, TODAY)
        answers = due_of_walks(session, NOW)
    assert walk.map is not None
    assert walk.findings == len(lines) == 23
    assert {line.state for line in lines} == set(FindingState)
    assert all(len(line.before) == 1 for line in lines)
    solved = [line for line in lines if line.solved_on is not None]
    assert all(len(line.after) == 1 for line in solved)
    assert any(line.late for line in lines)
    assert any(line.has_reporter for line in lines)
    assert len({one.title for one in answers}) >= 4
