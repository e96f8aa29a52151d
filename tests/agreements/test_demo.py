"""The agreements of the demo world, as the paper about them tells it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.demo import make
from desktop.agreements.model import Agreement, Cycle, TenantInput
from desktop.agreements.queries.lights import AgreementLight, lights_of_cycle
from desktop.agreements.queries.requests import requests
from desktop.agreements.rules.redline import PieceKind, diff
from desktop.agreements.states import CycleState, Light
from desktop.store import Actor, Store
from desktop.store.engine import without_waiting
from tests.support.agreements import MORGENVELD_2026, ON


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Store]:
    """The demo of 15 July 2026, made once: the tests only read it."""
    path = tmp_path_factory.mktemp("demo") / "samenspraak.db"
    shutil.copy(migrated_file, path)
    store = Store.open(path)
    without_waiting(store.engine)
    make(store, Actor(None, "test"), ON)
    yield store
    store.close()


def cycle(session: Session, year: int) -> Cycle:
    return session.scalars(select(Cycle).where(Cycle.year == year)).one()


def lights(session: Session) -> dict[str, AgreementLight]:
    """The lights of the year that runs, by code, as they stand on 15 July 2026."""
    running = cycle(session, 2025)
    codes = dict(
        session.execute(
            select(Agreement.id, Agreement.code).where(Agreement.cycle_id == running.id)
        ).all()
    )
    return {codes[id]: light for id, light in lights_of_cycle(session, running.id, ON).items()}


def test_on_15_july_2026_the_lights_are_those_of_the_paper(demo: Store):
    with demo.reading() as session:
        computed = {code: light.computed for code, light in lights(session).items()}
    assert computed == {row.code: row.light for row in MORGENVELD_2026}
    assert Counter(computed.values()) == {
        Light.ON: 9, Light.RISK: 3, Light.OFF: 3, Light.NM: 2, Light.DONE: 1,
    }  # fmt: skip


def test_each_number_is_that_of_the_paper(demo: Store):
    with demo.reading() as session:
        reckoned = {code: light.indicators[0].reckoned for code, light in lights(session).items()}
    for row in MORGENVELD_2026:
        one = reckoned[row.code]
        assert (one.reason, one.expected, one.gap, one.tolerance) == (row.reason, *row.numbers())


def test_one_light_was_changed_by_a_meeting_and_the_tenants_object(demo: Store):
    with demo.reading() as session:
        changed = lights(session)["ZOR-02"]
    assert (changed.computed, changed.light) == (Light.OFF, Light.RISK)
    assert changed.override is not None
    assert changed.override.objections == (
        (
            "Huurdersvereniging Samen Morgenveld",
            "Wij willen rood laten staan tot de mensen er wonen.",
        ),
    )


def test_the_clause_about_new_homes_came_about_in_three_versions(demo: Store):
    with demo.reading() as session:
        agreement = session.scalars(
            select(Agreement).where(
                Agreement.code == "BES-01", Agreement.cycle_id == cycle(session, 2025).id
            )
        ).one()
        _first, second, third = [clause.text for clause in agreement.clauses]
    changes = [piece for piece in diff(second, third) if piece.kind is not PieceKind.SAME]
    assert [(piece.kind, piece.text) for piece in changes] == [
        (PieceKind.IN, ", als de grond vóór 1 april bouwrijp is")
    ]


def test_tenants_asked_ten_things_of_which_one_waits_for_its_answer(demo: Store):
    with demo.reading() as session:
        asked = session.scalars(select(TenantInput).order_by(TenantInput.code)).all()
        answers = Counter(one.reply.decision.value if one.reply else "" for one in asked)
        assert [one.code for one in asked] == [f"INB-{n:02}" for n in range(1, 11)]
    assert answers == {
        "taken over": 4, "partly": 2, "not": 1, "already arranged": 1, "other party": 1, "": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "day",
    [
        date(2028, 2, 29),
        pytest.param(date(2026, 11, 30), marks=pytest.mark.long),
        pytest.param(date(2027, 7, 14), marks=pytest.mark.long),
    ],
)
def test_it_stands_on_any_day(store: Store, who: Actor, day: date):
    make(store, who, day)
    assert states(store) == [CycleState.CLOSED, CycleState.RUNNING, CycleState.DRAFT]


def test_in_july_the_bid_of_the_coming_year_was_sent(demo: Store):
    assert states(demo) == [CycleState.CLOSED, CycleState.RUNNING, CycleState.BID_SENT]


def states(store: Store) -> list[CycleState]:
    """Of the years of the demo, the first one first."""
    with store.reading() as session:
        return list(session.scalars(select(Cycle.state).order_by(Cycle.year)))


def test_parties_asked_for_data_and_got_them_or_heard_why_not(store: Store, who: Actor) -> None:
    make(store, who, date(2026, 11, 23))
    with store.reading() as session:
        told = requests(session, cycle(session, 2026).id)
    assert [(one.given, one.is_late(date(2026, 11, 23))) for one in told] == [
        (False, False),
        (True, False),
    ]
