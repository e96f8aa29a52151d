"""Candidates with priority: the guard (C3), the consequence in words (C4), the share of U3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.rules.priority import (
    PastLetting,
    check_reader,
    counts,
    reserved,
    route_for,
    share_of,
    shown_consequence,
    welcome_asked,
)
from desktop.viewings.states import Route, RouteReason, UrgencyPolicy


def test_C3_what_the_tour_caused_never_counts():
    assert counts(caused_by_tour=True, staff_says_counts=True) is False
    assert counts(caused_by_tour=False, staff_says_counts=True) is True
    assert counts(caused_by_tour=False, staff_says_counts=False) is False


def test_C3_somebody_else_reads_along():
    check_reader(1, 2)
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_reader(1, 1)
    assert refused.value.sentence == "U schreef dit besluit zelf. Iemand anders leest mee."


def test_C3_without_a_reader_nothing_counts():
    with pytest.raises(Refused) as refused:
        check_reader(1, None)
    assert refused.value.field == "reader"


def test_C4_the_consequence_is_said_with_its_source():
    with in_language("nl"):
        assert shown_consequence(
            "Een tweede weigering beëindigt urgentie.", "SUWR", "1 mei 2026"
        ) == (
            "In de brief staat: “Een tweede weigering beëindigt urgentie.” "
            "(bron: SUWR, gelezen op 1 mei 2026)."
        )


def lettings(marks: str) -> list[PastLetting]:
    return [PastLetting(mark == "v") for mark in marks]


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ("", False),
        ("...", True),
        ("v...", True),
        (".v..", False),
        ("..v", False),
        ("....", True),
    ],
)
def test_U3_one_in_four_goes_to_priority_in_every_four(past, expected):
    assert reserved(lettings(past), percent=25, window=4) is expected


def test_U3_a_share_of_nothing_reserves_nothing():
    assert not reserved(lettings("...."), percent=0, window=4)


def test_U3_a_window_of_no_vacancies_is_a_fault():
    with pytest.raises(ValueError, match="at least one"):
        reserved([], 25, 0)


@given(st.integers(1, 8), st.integers(0, 100), st.lists(st.booleans(), min_size=40, max_size=40))
def test_U3_every_rolling_period_holds_its_share(window, percent, by_chance):
    """Whatever chance brings, when each reserved vacancy does go to priority."""
    past: list[PastLetting] = []
    for lucky in by_chance:
        past.append(PastLetting(lucky or reserved(past, percent, window)))
    for start in range(len(past) - window + 1):
        held = sum(p.priority for p in past[start : start + window])
        assert held * 100 >= percent * window


def test_C6_direct_mediation_has_a_route_of_its_own():
    assert route_for(UrgencyPolicy.U2, False, direct=True)[0] is Route.DIRECT


def test_U4_a_fitting_dwelling_is_left_out_of_the_pilot_with_its_reason():
    route, reason = route_for(UrgencyPolicy.U4, True, direct=False)
    assert route is Route.STAFF_ONLY
    assert reason is RouteReason.RESERVED
    assert route_for(UrgencyPolicy.U4, False, direct=False) == (Route.TENANT_LED, None)
    assert route_for(UrgencyPolicy.U2, True, direct=False) == (Route.TENANT_LED, None)


def test_in_a_complex_to_compare_with_staff_receive_as_they_always_did():
    found = route_for(UrgencyPolicy.U2, False, direct=False, to_compare=True)
    assert found == (Route.STAFF_ONLY, RouteReason.COMPARISON)


def test_U3_what_was_let_to_priority_is_counted_over_the_window():
    past = [PastLetting(p) for p in (True, False, False, True, False)]
    assert share_of(past, 4) == (1, 3)
    assert share_of([], 4) == (0, 0)
    assert share_of(past, 1) == (0, 0)


def test_U1_only_who_had_priority_outside_the_round_is_welcomed_afterwards():
    assert welcome_asked(UrgencyPolicy.U1, False, True)
    assert not welcome_asked(UrgencyPolicy.U1, False, False)
    assert not welcome_asked(UrgencyPolicy.U2, False, True)
    assert welcome_asked(UrgencyPolicy.U3, True, True)
    assert not welcome_asked(UrgencyPolicy.U3, False, True)
