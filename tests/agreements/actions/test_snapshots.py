"""Reports that are kept: the same data give the same, and what came later changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import correct, measure
from desktop.agreements.actions.snapshots import close_round, freeze, open_round
from desktop.agreements.model import Meeting, Snapshot
from desktop.agreements.queries.monitor import from_payload
from desktop.agreements.rules.rounds import LightCounts
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import sha256
from tests.support.measured import Year, measurements, morgenveld
from tests.support.undoing import nothing_to_undo

JULY_1, JULY_15, TOMORROW = date(2026, 7, 1), date(2026, 7, 15), date(2026, 11, 24)


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def keep(store: Store, who: Actor, year: Year, on: date = JULY_15) -> int:
    return freeze(store, who, year.cycle, on)


def read(store: Store, snapshot_id: int) -> Snapshot:
    with store.reading() as session:
        snapshot = session.get_one(Snapshot, snapshot_id)
        session.expunge(snapshot)
        return snapshot


def test_the_same_data_on_the_same_day_have_the_same_hash(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    first = read(any_store, keep(any_store, any_who, year))
    measure(any_store, any_who, year.indicators["VER-01"], date(2026, 8, 1), Decimal(560), "later")
    second = read(any_store, keep(any_store, any_who, year))
    assert (first.digest, first.payload) == (second.digest, second.payload)
    assert first.digest == sha256(first.payload)


def test_another_day_has_another_hash(any_store: Store, any_who: Actor, year: Year) -> None:
    first = read(any_store, keep(any_store, any_who, year))
    second = read(any_store, keep(any_store, any_who, year, JULY_1))
    assert first.digest != second.digest


def test_a_later_correction_does_not_change_what_was_kept(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = keep(any_store, any_who, year)
    before = read(any_store, id).payload
    [measured] = measurements(any_store, year.indicators["VER-01"])
    correct(any_store, any_who, measured.id, Decimal(598))
    kept = read(any_store, id)
    assert kept.payload == before
    assert from_payload(kept.payload).counts == LightCounts(on=9, risk=3, off=3, nm=2, done=1)
    assert read(any_store, keep(any_store, any_who, year)).digest != kept.digest


def test_what_is_kept_cannot_be_changed_by_any_action(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = keep(any_store, any_who, year)
    with pytest.raises(ValueError, match="kept"), any_store.act(any_who, "test.change") as act:
        act.session.get_one(Snapshot, id).payload = "{}"
    assert nothing_to_undo(any_store, any_who)


def test_a_day_that_is_still_to_come_cannot_be_kept(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    with pytest.raises(Refused) as refused:
        keep(any_store, any_who, year, TOMORROW)
    assert refused.value.field == "reference_date"


def test_closing_a_round_keeps_the_monitor_of_the_day_of_the_meeting(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    open_round(any_store, any_who, year.meeting, JULY_1)
    id = close_round(any_store, any_who, year.meeting)
    with any_store.reading() as session:
        meeting = session.get_one(Meeting, year.meeting)
        assert (meeting.measured_on, meeting.snapshot_id) == (JULY_1, id)
    assert (read(any_store, id).reference_date, read(any_store, id).staff_id) == (
        JULY_15,
        any_who.id,
    )


def test_a_round_closes_once(any_store: Store, any_who: Actor, year: Year) -> None:
    close_round(any_store, any_who, year.meeting)
    with pytest.raises(Refused):
        close_round(any_store, any_who, year.meeting)
    with pytest.raises(Refused):
        open_round(any_store, any_who, year.meeting, JULY_1)


def test_a_meeting_that_is_still_to_come_has_no_round_to_close(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    with any_store.act(any_who, "test.plan") as act:
        act.session.get_one(Meeting, year.meeting).held_on = TOMORROW
    with pytest.raises(Refused):
        close_round(any_store, any_who, year.meeting)
