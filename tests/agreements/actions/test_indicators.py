"""Indicators as people agree on them, change them and take them away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.indicators import (
    IndicatorWish,
    add_indicator,
    change_indicator,
    remove_indicator,
)
from desktop.agreements.actions.measuring import yesno_done
from desktop.agreements.model import Indicator
from desktop.agreements.states import Direction, PathShape
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.measured import Year, measurements, morgenveld

WISH = IndicatorWish(
    name="opgeleverde woningen",
    unit="aantal",
    direction=Direction.UP,
    baseline=Decimal(0),
    baseline_on=date(2025, 12, 31),
    goal=Decimal(60),
    goal_on=date(2026, 12, 31),
    source="opleverlijst",
    path=PathShape.SCHEDULE,
    steps=((date(2026, 7, 1), Decimal(18)), (date(2026, 10, 1), Decimal(40))),
)


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def read(store: Store, indicator_id: int) -> tuple[Indicator, list[tuple[date, Decimal]]]:
    with store.reading() as session:
        indicator = session.get_one(Indicator, indicator_id)
        steps = [(step.due_on, step.value) for step in indicator.steps]
        session.expunge_all()
        return indicator, steps


def test_an_indicator_is_kept_exactly_as_agreed(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = add_indicator(any_store, any_who, year.agreements["LEE-01"], WISH)
    indicator, steps = read(any_store, id)
    assert (indicator.name, indicator.goal, indicator.max_age_days) == (
        "opgeleverde woningen",
        Decimal(60),
        120,
    )
    assert steps == list(WISH.steps)


def test_a_second_indicator_gets_a_number_behind_the_code(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    ids = [add_indicator(any_store, any_who, year.agreements["LEE-01"], WISH) for _time in range(2)]
    assert [read(any_store, id)[0].code for id in ids] == ["LEE-01-2", "LEE-01-3"]


def test_a_code_is_there_once_in_a_year(any_store: Store, any_who: Actor, year: Year) -> None:
    wish = replace(WISH, code="ver-01")
    with pytest.raises(Refused) as refused:
        add_indicator(any_store, any_who, year.agreements["LEE-01"], wish)
    assert refused.value.field == "code"


def test_steps_change_along_with_the_rest(any_store: Store, any_who: Actor, year: Year) -> None:
    id = add_indicator(any_store, any_who, year.agreements["LEE-01"], WISH)
    moved = ((date(2026, 7, 1), Decimal(20)), (date(2026, 9, 1), Decimal(40)))
    change_indicator(any_store, any_who, id, replace(WISH, steps=moved, goal=Decimal(62)))
    indicator, steps = read(any_store, id)
    assert (indicator.goal, indicator.code, steps) == (Decimal(62), "LEE-01-2", list(moved))
    change_indicator(any_store, any_who, id, replace(WISH, path=PathShape.LINEAR, steps=()))
    assert read(any_store, id)[1] == []
    any_store.undo(any_who)
    assert read(any_store, id)[1] == list(moved)


def test_who_changes_what_somebody_else_changed_sees_both(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    wish = replace(WISH, code="VER-01")
    change_indicator(any_store, any_who, id, wish, version=1)
    with pytest.raises(Conflict) as conflict:
        change_indicator(any_store, any_who, id, replace(wish, goal=Decimal(70)), version=1)
    assert conflict.value.theirs == {"goal": Decimal(60)}
    assert conflict.value.mine == {"goal": Decimal(70)}


def test_what_is_refused_changes_nothing(any_store: Store, any_who: Actor, year: Year) -> None:
    with pytest.raises(Refused):
        change_indicator(
            any_store, any_who, year.indicators["VER-01"], replace(WISH, goal=Decimal(-1))
        )
    assert read(any_store, year.indicators["VER-01"])[0].goal == Decimal(560)


def test_what_was_never_measured_can_go(any_store: Store, any_who: Actor, year: Year) -> None:
    id = add_indicator(any_store, any_who, year.agreements["LEE-01"], WISH)
    remove_indicator(any_store, any_who, id)
    with any_store.reading() as session:
        assert session.get(Indicator, id) is None
    any_store.undo(any_who)
    assert read(any_store, id)[1] == list(WISH.steps)


def test_what_was_measured_stays(any_store: Store, any_who: Actor, year: Year) -> None:
    yesno_done(any_store, any_who, year.indicators["VER-03"], date(2026, 9, 1))
    for code in ("VER-01", "VER-03"):
        with pytest.raises(Refused, match="metingen"):
            remove_indicator(any_store, any_who, year.indicators[code])
    assert len(measurements(any_store, year.indicators["VER-01"])) == 1


def test_words_that_do_not_fit_are_refused(any_store: Store, any_who: Actor, year: Year) -> None:
    with pytest.raises(Refused) as refused:
        add_indicator(any_store, any_who, year.agreements["LEE-01"], replace(WISH, name="x" * 161))
    assert refused.value.field == "name"


def test_an_indicator_of_an_agreement_that_is_gone_is_refused(
    any_store: Store, any_who: Actor
) -> None:
    with pytest.raises(Refused):
        add_indicator(any_store, any_who, 99, WISH)
