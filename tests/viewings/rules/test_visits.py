"""Planning a viewing: slots, presence (R8), fallback and budget (R12), direct mediation (C6)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import in_language
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.viewings.rules.visits import (
    Plan,
    another_by,
    answer_until,
    check_budget,
    check_plan,
    check_presence,
    days_added,
    falls_back,
    free_slot,
    locked,
    slots,
)
from desktop.viewings.states import Answer, Presence, Route

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = datetime(2026, 11, 25, 13, tzinfo=UTC)


def plan(minutes: int = 120, slot: int = 20, capacity: int = 1, start: datetime = START) -> Plan:
    return Plan(start, start + timedelta(minutes=minutes), slot, capacity)


def test_a_viewing_of_two_hours_has_six_slots_of_twenty_minutes():
    assert len(slots(plan())) == 6
    assert slots(plan())[-1] == START + timedelta(minutes=100)


def test_a_slot_that_would_end_late_is_left_out():
    assert len(slots(plan(minutes=50))) == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (plan(start=NOW), "starts_at"),
        (plan(start=NOW - timedelta(days=1)), "starts_at"),
        (plan(slot=4), "slot_minutes"),
        (plan(minutes=0), "ends_at"),
        (plan(minutes=-60), "ends_at"),
        (plan(minutes=601), "ends_at"),
        (plan(minutes=15), "ends_at"),
        (plan(capacity=0), "capacity"),
        (plan(capacity=7), "capacity"),
    ],
)
def test_a_viewing_that_cannot_be_is_refused_at_its_field(wrong, field):
    with pytest.raises(Refused) as refused:
        check_plan(wrong, NOW, group_max=6)
    assert refused.value.field == field


def test_a_viewing_for_a_whole_group_is_possible():
    check_plan(plan(capacity=6), NOW, group_max=6)


def test_visitors_get_the_first_slot_with_room():
    two = plan(capacity=2)
    first, second = slots(two)[:2]
    assert free_slot(two, []) == first
    assert free_slot(two, [first]) == first
    assert free_slot(two, [first, first]) == second


def test_a_full_viewing_has_no_slot():
    assert free_slot(plan(), slots(plan())) is None


@given(st.integers(5, 60), st.integers(1, 3), st.integers(60, 600))
def test_filling_a_viewing_never_puts_too_many_in_a_slot(slot, capacity, minutes):
    viewing = plan(minutes, slot, capacity)
    taken: list[datetime] = []
    while (found := free_slot(viewing, taken)) is not None:
        taken.append(found)
    assert len(taken) == capacity * len(slots(viewing))
    assert all(taken.count(s) == capacity for s in slots(viewing))


# R8 -------------------------------------------------------------------------------------------

SENT = date(2026, 11, 16)


def test_R8_did_not_appear_is_possible_after_a_yes_and_a_reminder():
    check_presence(Presence.NO_SHOW, Answer.COMING, SENT, ["2026-11-24"])


@pytest.mark.parametrize(
    ("answer", "sent", "reminders"),
    [
        (Answer.COMING, SENT, []),
        (Answer.COMING, None, ["2026-11-24"]),
        (Answer.NONE, SENT, ["2026-11-24"]),
        (Answer.NOT_COMING, SENT, ["2026-11-24"]),
        (Answer.WANTS_OTHER, SENT, ["2026-11-24"]),
    ],
)
def test_R8_did_not_appear_is_refused_otherwise(answer, sent, reminders):
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_presence(Presence.NO_SHOW, answer, sent, reminders)
    assert refused.value.sentence == (
        "Niet verschenen kan pas na een bevestigde uitnodiging en een herinnering. Kies "
        "‘afgemeld’ of ‘geen reactie’."
    )


@pytest.mark.parametrize("presence", [p for p in Presence if p is not Presence.NO_SHOW])
def test_R8_any_other_presence_needs_no_reminder(presence):
    check_presence(presence, Answer.NONE, None, [])


# R12 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "confirmed", "staff", "expected"),
    [
        (timedelta(hours=48), 1, False, True),
        (timedelta(hours=48, seconds=1), 1, False, False),
        (timedelta(hours=2), 2, False, False),
        (timedelta(hours=2), 0, True, False),
        (timedelta(hours=2), 0, False, True),
    ],
)
def test_R12_without_a_pair_48_hours_before_staff_receive(before, confirmed, staff, expected):
    assert falls_back(START, START - before, confirmed, 2, staff) is expected


def test_R12_the_extra_days_are_counted_from_when_staff_could_have_shown_it():
    assert days_added(date(2026, 11, 20), date(2026, 11, 23)) == 3
    assert days_added(date(2026, 11, 23), date(2026, 11, 20)) == 0
    assert days_added(None, date(2026, 11, 20)) == 0


def test_R12_the_day_budget_holds():
    check_budget(Route.TENANT_LED, date(2026, 11, 20), date(2026, 11, 23), 3)
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_budget(Route.TENANT_LED, date(2026, 11, 20), date(2026, 11, 24), 3)
    assert "4 dagen" in refused.value.sentence
    assert "ten hoogste 3" in refused.value.sentence


def test_R12_staff_are_not_bound_by_the_budget_of_residents():
    check_budget(Route.STAFF_ONLY, date(2026, 11, 20), date(2026, 12, 20), 3)


def test_C6_direct_mediation_is_never_delayed_by_a_tour():
    check_budget(Route.DIRECT, date(2026, 11, 20), date(2026, 11, 20), 3)
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_budget(Route.DIRECT, date(2026, 11, 20), date(2026, 11, 21), 3)
    assert "20 november 2026" in refused.value.sentence


# The rest -------------------------------------------------------------------------------------


def test_a_report_is_locked_24_hours_after_the_viewing():
    assert not locked(START, START + timedelta(hours=23, minutes=59))
    assert locked(START, START + timedelta(hours=24))


def test_U2_somebody_with_priority_gets_another_appointment_within_two_working_days():
    assert another_by(date(2026, 11, 25)) == date(2026, 11, 27)
    assert another_by(date(2026, 12, 24)) == date(2026, 12, 29)


def test_an_answer_is_welcome_until_noon_on_the_working_day_before():
    monday = datetime(2026, 11, 30, 14, tzinfo=AMSTERDAM)
    assert answer_until(monday, NOW) == datetime(2026, 11, 27, 12, tzinfo=AMSTERDAM)


def test_a_late_invitation_can_be_answered_until_the_visit():
    assert answer_until(START, START - timedelta(hours=5)) == START
