"""Policy versions: when one can be fixed (R1, R13b), and what a level allows (R9)."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.rules.policy import (
    PolicyFacts,
    check_code,
    check_fixable,
    check_may_invite,
    criteria_recorded,
    missing,
)
from desktop.viewings.states import Level, UrgencyPolicy

DAY = date(2026, 9, 1)
AT_A = PolicyFacts(
    points=8, advert="Bewoners ontvangen u.", corporation_agreed_on=DAY, consequence_known=True
)
AT_B = replace(
    AT_A,
    level=Level.B,
    criteria=3,
    tenants_agreed_on=DAY,
    hosts_trained_on=DAY,
    jurist_name="S. de Wit",
    jurist_on=DAY,
)
AT_C = replace(AT_B, level=Level.C, top_n=5, shares_living_space=True)


def fields(policy: PolicyFacts) -> set[str]:
    return {found.field for found in missing(policy)}


def test_R1_nobody_is_invited_before_the_policy_is_fixed():
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_may_invite(False, "Bewoners ontvangen u.")
    assert refused.value.sentence == (
        "Kies eerst de werkwijze. Kandidaten moeten vooraf weten wat bewoners doen en wat niet."
    )


def test_R1_nobody_is_invited_without_the_text_of_the_advert():
    with pytest.raises(Refused):
        check_may_invite(True, "  ")
    check_may_invite(True, "Bewoners ontvangen u.")


@pytest.mark.parametrize("policy", [AT_A, AT_B, AT_C], ids=["A", "B", "C"])
def test_R1_a_version_with_everything_filled_can_be_fixed(policy):
    assert missing(policy) == []
    check_fixable(policy)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"advert": " "}, "advert_nl"),
        ({"points": 0}, "points"),
        ({"corporation_agreed_on": None}, "corporation_agreed_on"),
        ({"consequence_known": False}, "consequence_id"),
        ({"min_hosts": 1}, "min_hosts"),
        ({"answer_hours": 23}, "answer_hours"),
        ({"day_budget": -1}, "day_budget"),
    ],
)
def test_R1_what_is_missing_is_named(change, field):
    assert fields(replace(AT_A, **change)) == {field}
    with pytest.raises(Refused) as refused:
        check_fixable(replace(AT_A, **change))
    assert refused.value.field == field


@pytest.mark.parametrize("policy", [AT_B, AT_C], ids=["B", "C"])
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"criteria": 0}, "criteria"),
        ({"tenants_agreed_on": None}, "tenants_agreed_on"),
        ({"hosts_trained_on": None}, "hosts_trained_on"),
        ({"jurist_on": None}, "jurist_on"),
        ({"jurist_name": " "}, "jurist_on"),
    ],
)
def test_R9_levels_b_and_c_wait_for_their_conditions(policy, change, field):
    assert fields(replace(policy, **change)) == {field}


def test_R9_level_c_without_a_legal_check_says_so():
    with in_language("nl"), pytest.raises(Refused) as refused:
        check_fixable(replace(AT_C, jurist_on=None))
    assert refused.value.sentence == (
        "Voordracht kan pas als de jurist heeft getekend (naam en datum) en de criteria in de "
        "advertentie staan."
    )


@pytest.mark.parametrize("top_n", [None, 0, 51])
def test_R9_level_c_says_from_how_many_residents_nominate(top_n):
    assert fields(replace(AT_C, top_n=top_n)) == {"top_n"}


def test_R9_level_c_is_for_complexes_that_truly_share():
    alone = replace(AT_C, shares_living_space=False)
    assert fields(alone) == {"sharing_ground"}
    assert fields(replace(alone, sharing_ground="Overeenkomst van 1 mei 2026")) == set()


def test_R13b_who_must_take_part_gets_another_way_to():
    required = replace(AT_A, participation_required=True)
    assert fields(required) == {"alternatives"}
    assert fields(replace(required, alternatives=("phone",))) == set()


def test_U3_a_share_needs_the_agreement_of_the_municipality():
    share = replace(AT_A, urgency=UrgencyPolicy.U3)
    assert fields(share) == {"municipality_agreed_on"}
    assert fields(replace(share, municipality_agreed_on=DAY)) == set()


@pytest.mark.parametrize("code", ["ONG", "COO"])
@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_R9_residents_turn_nobody_away_at_levels_a_and_b(level, code):
    with pytest.raises(Refused) as refused:
        check_code(level, code, "feiten", True)
    assert refused.value.field == "reason"


@pytest.mark.parametrize("code", ["ONG", "COO"])
def test_R9_at_level_c_such_a_code_needs_facts_and_a_second_reader(code):
    check_code(Level.C, code, "Criterium 2: nee, zie verslag.", True)
    with pytest.raises(Refused) as no_facts:
        check_code(Level.C, code, " ", True)
    assert no_facts.value.field == "motivation"
    with pytest.raises(Refused) as no_reader:
        check_code(Level.C, code, "feiten", False)
    assert no_reader.value.field == "reader"


@pytest.mark.parametrize("level", list(Level))
def test_R9_an_ordinary_code_is_free_at_every_level(level):
    check_code(level, "HUU", "", False)


def test_answers_to_criteria_are_not_recorded_at_level_a():
    assert [criteria_recorded(level) for level in Level] == [False, True, True]
