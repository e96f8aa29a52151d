"""Rows by the thousand: one act, one entry, undone and done again whole."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select

from desktop.agreements.model import Measurement, NationalPriority, Theme
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import AuditEntry
from desktop.store.bulk import put_in
from desktop.store.verify import verify
from desktop.store.within import Within, trying
from tests.support.measured import measurements, morgenveld
from tests.support.undoing import nothing_to_undo

DAY = date(2026, 1, 1)


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {"code": f"P-{n}", "name": f"Prioriteit {n}", "valid_from": DAY, "valid_to": None}
        for n in range(count)
    ]


def put(store: Store, who: Actor, count: int = 1200) -> None:
    with store.act(who, "test.bulk", undo="Veel") as act:
        put_in(act, NationalPriority, rows(count))


def count(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(NationalPriority)) or 0


def test_rows_go_in_as_one_act_that_can_be_undone_and_done_again(
    any_store: Store, any_who: Actor
) -> None:
    told: list[frozenset[str]] = []
    any_store.listeners.append(lambda changed: told.append(changed.tables))
    put(any_store, any_who)
    assert count(any_store) == 1200
    assert "national_priority" in told[-1]
    assert any_store.undo(any_who) == "Veel"
    assert count(any_store) == 0
    any_store.redo(any_who)
    assert count(any_store) == 1200
    any_store.undo(any_who)
    assert count(any_store) == 0
    with any_store.reading() as session:
        assert verify(session).whole


def test_the_trail_says_how_many_rows_there_were(store: Store, who: Actor) -> None:
    put(store, who, 3)
    with store.reading() as session:
        changes = session.scalars(
            select(AuditEntry.changes).order_by(AuditEntry.seq.desc())
        ).first()
    assert changes is not None
    assert json.loads(changes)["facts"] == {"added": {"national_priority": 3}}


def test_rows_that_somebody_changed_since_are_not_thrown_away(store: Store, who: Actor) -> None:
    put(store, who)
    with store.act(who, "test.change") as act:
        act.session.scalars(select(NationalPriority)).first().name = "Anders"  # type: ignore[union-attr]
    with pytest.raises(Refused):
        store.undo(who)
    assert count(store) == 1200


def test_rows_on_which_something_new_hangs_are_not_thrown_away(store: Store, who: Actor) -> None:
    put(store, who)
    with store.act(who, "test.hang") as act:
        first = act.session.scalars(select(NationalPriority)).first()
        assert first is not None
        act.session.add(Theme(code="X", name="X", position=1, priority_id=first.id))
    with pytest.raises(Refused):
        store.undo(who)
    assert count(store) == 1200


def test_rows_that_hang_on_what_the_same_act_made_are_undone_before_it(
    store: Store, who: Actor
) -> None:
    with store.act(who, "test.both", undo="Beide") as act:
        priority = NationalPriority(**rows(1)[0])
        act.session.add(priority)
        act.session.flush()
        theme = {
            "code": "X",
            "name": "X",
            "plain_name": "",
            "position": 1,
            "colour": "",
            "consultation_topic": "",
            "bid_letters": "",
            "priority_id": priority.id,
            "version": 1,
        }
        put_in(act, Theme, [theme])
    store.undo(who)
    assert count(store) == 0
    store.redo(who)
    assert count(store) == 1


def test_an_action_within_another_is_part_of_its_act(store: Store, who: Actor) -> None:
    with store.act(who, "test.large", undo="Groot") as act:
        inner = Within(store, act)
        with inner.act(who, "test.small") as small:
            small.session.add(NationalPriority(**rows(1)[0]))
        with inner.reading() as session:
            assert session.scalar(select(NationalPriority.code)) == "P-0"
    with store.reading() as session:
        actions = session.scalars(select(AuditEntry.action)).all()
    assert ("test.large" in actions, "test.small" in actions) == (True, False)
    assert store.undo(who) == "Groot"


def test_what_is_tried_leaves_nothing(store: Store, who: Actor) -> None:
    with trying(store) as trial, trial.act(who, "test.try") as act:
        act.session.add(NationalPriority(**rows(1)[0]))
    assert count(store) == 0
    assert nothing_to_undo(store, who)


def test_nobody_waits_for_what_is_tried(any_store: Store, any_who: Actor) -> None:
    with trying(any_store) as trial, trial.act(any_who, "test.try") as act:
        act.session.add(NationalPriority(**rows(2)[0]))
        act.session.flush()
        with any_store.act(any_who, "test.real") as real:
            real.session.add(NationalPriority(**rows(2)[1]))
    assert count(any_store) == 1


def test_rows_that_name_each_other_are_undone_in_their_order(
    any_store: Store, any_who: Actor
) -> None:
    year = morgenveld(any_store)
    with any_store.act(any_who, "test.corrected", undo="Meten") as act:
        before = None
        for value in (1, 2, 3):
            measured = Measurement(
                indicator_id=year.indicators["LEE-01"],
                measured_on=DAY,
                value=Decimal(value),
                source="telling",
                entered_at=any_store.now(),
                supersedes_id=before,
            )
            act.session.add(measured)
            act.session.flush()
            before = measured.id
    any_store.undo(any_who)
    assert measurements(any_store, year.indicators["LEE-01"]) == []
    any_store.redo(any_who)
    assert len(measurements(any_store, year.indicators["LEE-01"])) == 3


def test_many_rows_of_one_action_are_undone_and_done_again(
    any_store: Store, any_who: Actor
) -> None:
    with any_store.act(any_who, "test.many", undo="Veel") as act:
        act.session.add_all(NationalPriority(**row) for row in rows(700))
    any_store.undo(any_who)
    assert count(any_store) == 0
    any_store.redo(any_who)
    assert count(any_store) == 700
