"""Ways of working: what they need before they are fixed, and that they stay as they were."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.estate.model import Complex, Dwelling
from desktop.refused import Conflict, Refused
from desktop.store import Store
from desktop.viewings.actions import policies, vacancies
from desktop.viewings.actions.consequences import ConsequenceFacts, add_consequence
from desktop.viewings.actions.policies import (
    begin_policy,
    change_policy,
    discard_policy,
    fix_policy,
    fix_thresholds,
    set_pilot,
)
from desktop.viewings.model import Decision, PolicyVersion
from desktop.viewings.queries.policies import policies as versions
from desktop.viewings.queries.policies import policy_view
from desktop.viewings.rules.evaluation import USUAL_THRESHOLDS
from desktop.viewings.states import Level, PilotRole, Route, UrgencyPolicy
from tests.support import steps
from tests.support.steps import Letting, bring, complete_policy


def draft(letting: Letting, **values: Any) -> int:
    """A version that is complete but for what `values` take away, not fixed."""
    policy = begin_policy(letting.store, letting.author, letting.complex)
    change_policy(letting.store, letting.author, policy, complete_policy(letting, **values))
    return policy


def fix(letting: Letting, **values: Any) -> int:
    policy = draft(letting, **values)
    fix_policy(letting.store, letting.author, policy)
    return policy


LEVEL_C = {"level": Level.C, "top_n": 5, "sharing_ground": "gedeelde keuken"}


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"advert_nl": " "}, "advert_nl"),
        ({"points": []}, "points"),
        ({"corporation_agreed_on": None}, "corporation_agreed_on"),
        ({"consequence_id": None}, "consequence_id"),
        ({"min_hosts": 1}, "min_hosts"),
        ({"answer_hours": 23}, "answer_hours"),
        ({"participation_required": True, "alternatives": []}, "alternatives"),
        ({"urgency": UrgencyPolicy.U3}, "municipality_agreed_on"),
    ],
)
def test_a_version_that_misses_something_is_not_fixed(
    letting: Letting, lacks: dict[str, Any], field: str
) -> None:
    policy = draft(letting, **lacks)
    with pytest.raises(Refused) as refused:
        fix_policy(letting.store, letting.author, policy)
    assert refused.value.field == field
    with letting.store.reading() as session:
        view = policy_view(session, policy)
    assert field in dict(view.missing)
    assert view.row.fixed_on is None


@pytest.mark.parametrize("level", [{"level": Level.B}, LEVEL_C], ids=["B", "C"])
@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"criteria": []}, "criteria"),
        ({"tenants_agreed_on": None}, "tenants_agreed_on"),
        ({"hosts_trained_on": None}, "hosts_trained_on"),
        ({"jurist_name": ""}, "jurist_on"),
        ({"jurist_on": None}, "jurist_on"),
    ],
)
def test_levels_b_and_c_wait_for_criteria_training_agreement_and_the_jurist(
    letting: Letting, level: dict[str, Any], lacks: dict[str, Any], field: str
) -> None:
    policy = draft(letting, **{**level, **lacks})
    with pytest.raises(Refused) as refused:
        fix_policy(letting.store, letting.author, policy)
    assert refused.value.field == field


def test_level_a_needs_none_of_these(letting: Letting) -> None:
    fix(
        letting,
        criteria=[],
        tenants_agreed_on=None,
        hosts_trained_on=None,
        jurist_name="",
        jurist_on=None,
    )


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"top_n": None}, "top_n"),
        ({"top_n": 51}, "top_n"),
        ({"sharing_ground": ""}, "sharing_ground"),
    ],
)
def test_level_c_is_for_complexes_that_truly_share(
    letting: Letting, lacks: dict[str, Any], field: str
) -> None:
    policy = draft(letting, **{**LEVEL_C, **lacks})
    with pytest.raises(Refused) as refused:
        fix_policy(letting.store, letting.author, policy)
    assert refused.value.field == field


def test_level_c_a_group_home_needs_no_other_ground(letting: Letting) -> None:
    with letting.store.act(letting.author, "test.group") as act:
        act.session.get_one(Complex, letting.complex).living_form = "GRO"
    fix(letting, **{**LEVEL_C, "sharing_ground": ""})


def test_a_fixed_version_is_not_changed_or_removed(any_letting: Letting) -> None:
    letting = any_letting
    policy = fix(letting)
    for values in ({"advert_nl": "Anders"}, {"day_budget": 9}):
        with pytest.raises(Refused) as refused:
            change_policy(letting.store, letting.author, policy, values)
        assert refused.value.field == "policy"
    with pytest.raises(Refused):
        discard_policy(letting.store, letting.author, policy)
    with pytest.raises(Refused):
        fix_policy(letting.store, letting.author, policy)


def test_a_new_version_begins_as_the_last_one_without_its_agreements(letting: Letting) -> None:
    fix(letting, day_budget=2)
    second = begin_policy(letting.store, letting.author, letting.complex)
    with letting.store.reading() as session:
        values = policy_view(session, second).values
    assert (values["day_budget"], values["corporation_agreed_on"]) == (2, None)


def test_one_new_version_at_a_time(letting: Letting) -> None:
    draft(letting)
    with pytest.raises(Refused):
        begin_policy(letting.store, letting.author, letting.complex)


def test_fixing_a_version_ends_the_one_before(letting: Letting) -> None:
    first = fix(letting)
    letting.clock.move_on(days=10)
    second = fix(letting)
    with letting.store.reading() as session:
        rows = {row.id: row for row in versions(session, letting.complex)}
    assert rows[first].valid_to == rows[second].valid_from == letting.today


def test_a_draft_that_nobody_used_can_go(letting: Letting) -> None:
    discard_policy(letting.store, letting.author, draft(letting))
    with letting.store.reading() as session:
        assert versions(session) == []


def test_what_is_no_column_to_edit_is_our_mistake(letting: Letting) -> None:
    policy = draft(letting)
    with pytest.raises(ValueError, match="fixed_on"):
        change_policy(letting.store, letting.author, policy, {"fixed_on": letting.today})


def test_two_people_who_edit_one_version_see_both_values(any_letting: Letting) -> None:
    letting = any_letting
    policy = draft(letting)
    other = Store.open(letting.store.address)
    with other.reading() as session:
        seen = policy_view(session, policy).version
    change_policy(other, letting.reader, policy, {"day_budget": 1}, seen)
    other.close()
    with pytest.raises(Conflict) as conflict:
        change_policy(letting.store, letting.author, policy, {"day_budget": 5}, seen)
    assert (conflict.value.theirs, conflict.value.mine) == ({"day_budget": 1}, {"day_budget": 5})


# Choosing a version for a vacancy ----------------------------------------------------------


def test_a_version_of_another_complex_is_refused(letting: Letting) -> None:
    with letting.store.reading() as session:
        other = session.query(Complex).filter(Complex.id != letting.complex).one().id
    policy = begin_policy(letting.store, letting.author, other)
    change_policy(letting.store, letting.author, policy, complete_policy(letting))
    fix_policy(letting.store, letting.author, policy)
    steps.announce(letting)
    with pytest.raises(Refused):
        vacancies.choose_policy(letting.store, letting.author, letting.vacancy, policy)


def test_the_version_that_was_published_stays_with_the_vacancy(letting: Letting) -> None:
    bring(letting, steps.publish)
    letting.clock.move_on(days=1)
    newer = fix(letting)
    with pytest.raises(Refused):
        vacancies.choose_policy(letting.store, letting.author, letting.vacancy, newer)


def test_u4_a_dwelling_that_fits_priority_is_left_out_of_the_pilot(letting: Letting) -> None:
    letting.policy_values = {"urgency": UrgencyPolicy.U4}
    with letting.store.act(letting.author, "test.label") as act:
        act.session.get_one(Dwelling, letting.dwelling).reserved_for_priority = True
    bring(letting, steps.choose_policy)
    view = letting.view()
    assert (view.route, view.route_reason != "") == (Route.STAFF_ONLY, True)


def test_u3_each_window_of_lettings_has_its_share_for_priority(any_letting: Letting) -> None:
    """One of two goes to priority: after a letting to somebody without, the next is for it."""
    letting = any_letting
    letting.policy_values = {
        "urgency": UrgencyPolicy.U3,
        "municipality_agreed_on": letting.today,
        "share_percent": 50,
        "share_window": 2,
    }
    bring(letting, steps.settle)
    with letting.store.reading() as session:
        assert not session.query(Decision).one().chosen.priority
        next_home = session.query(Dwelling).filter_by(house_number="12").one().id
    second = vacancies.announce(letting.store, letting.author, next_home, "2026-0500")
    vacancies.choose_policy(letting.store, letting.author, second)
    with letting.store.reading() as session:
        by_code = {v.code: v.for_priority for v in session.query(vacancies.Vacancy)}
    assert by_code == {"2026-0412": False, "2026-0500": True}


# Consequences and the pilot ----------------------------------------------------------------


@pytest.mark.parametrize("field", ["region", "text_nl", "source"])
def test_c3_a_consequence_has_its_region_its_words_and_its_source(
    letting: Letting, field: str
) -> None:
    values = {"region": "Morgenveld", "text_nl": "Tekst", "source": "Verordening", field: " "}
    with pytest.raises(Refused) as refused:
        add_consequence(
            letting.store,
            letting.author,
            ConsequenceFacts(text_en="", refusals_allowed=1, read_on=letting.today, **values),
        )
    assert refused.value.field == field


def pilot(letting: Letting, days: int) -> int:
    return set_pilot(
        letting.store,
        letting.author,
        letting.complex,
        PilotRole.PILOT,
        letting.today + timedelta(days=days),
        None,
        5.9,
    )


def test_thresholds_are_fixed_before_the_pilot_starts(any_letting: Letting) -> None:
    fix_thresholds(any_letting.store, any_letting.author, pilot(any_letting, 1), USUAL_THRESHOLDS)


def test_thresholds_after_the_start_prove_nothing(letting: Letting) -> None:
    with pytest.raises(Refused):
        fix_thresholds(letting.store, letting.author, pilot(letting, 0), USUAL_THRESHOLDS)


def test_fixed_thresholds_stay_and_so_does_the_start(letting: Letting) -> None:
    number = pilot(letting, 10)
    fix_thresholds(letting.store, letting.author, number, USUAL_THRESHOLDS)
    with pytest.raises(Refused):
        fix_thresholds(letting.store, letting.author, number, USUAL_THRESHOLDS)
    with pytest.raises(Refused) as refused:
        pilot(letting, 20)
    assert refused.value.field == "starts_on"


def test_an_agreement_on_paper_names_what_can_be_edited() -> None:
    columns = set(PolicyVersion.__table__.columns.keys())
    assert columns >= policies.EDITABLE
    assert not {"fixed_on", "number", "complex_id"} & policies.EDITABLE
