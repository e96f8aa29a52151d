"""Offers: in order, with time to answer, and with reasons that are facts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.viewings.actions.invitations import (
    candidate_withdraws,
    invite,
    record_answer,
    record_no_response,
)
from desktop.viewings.actions.offers import (
    accept_offer,
    expire_offer,
    make_offer,
    refuse_offer,
    withdraw_offer,
)
from desktop.viewings.actions.reports import record_want
from desktop.viewings.model import Candidate, Offer, Viewing
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Answer,
    CandidateState,
    Level,
    OfferAnswer,
    SkipCode,
    UrgencyPolicy,
    VacancyState,
    Want,
)
from desktop.viewings.wording import state_word
from tests.support import steps
from tests.support.steps import Letting, bring, did_not_come, people, save_report


def offer_to(letting: Letting, rank: int, **values: Any) -> int:
    return make_offer(
        letting.store, letting.author, letting.vacancy, letting.candidates[rank], **values
    )


def refuse(letting: Letting, offer: int, **values: Any) -> None:
    refuse_offer(letting.store, letting.author, offer, "WBN", **values)


def deadline(letting: Letting, offer: int) -> datetime:
    with letting.store.reading() as session:
        return session.get_one(Offer, offer).deadline_at


# R7 ----------------------------------------------------------------------------------------


def offered_at(letting: Letting, moment: datetime) -> datetime:
    """The deadline of an offer made at this moment."""
    bring(letting, steps.close_viewing)
    letting.clock.move_to(moment)
    return deadline(letting, offer_to(letting, 1))


def here(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=AMSTERDAM)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("made", "ends"),
    [
        pytest.param(here(2026, 12, 1, 10), here(2026, 12, 2, 10), id="a working day"),
        pytest.param(here(2026, 12, 4, 16), here(2026, 12, 7, 16), id="over a weekend"),
        pytest.param(here(2026, 12, 24, 15), here(2026, 12, 28, 15), id="over Christmas"),
        pytest.param(here(2027, 3, 25, 11), here(2027, 3, 30, 11), id="Easter, clock forward"),
        pytest.param(here(2027, 10, 30, 11), here(2027, 11, 1, 10), id="clock back"),
    ],
)
def test_r7_a_candidate_has_at_least_24_hours_over_weekends_holidays_and_changing_clocks(
    letting: Letting, made: datetime, ends: datetime
) -> None:
    got = offered_at(letting, made)
    assert got == ends.astimezone(UTC)
    assert got - made.astimezone(UTC) >= timedelta(hours=24)


def test_r7_the_hours_are_those_of_the_way_of_working(any_letting: Letting) -> None:
    any_letting.policy_values = {"answer_hours": 48}
    got = offered_at(any_letting, here(2026, 12, 1, 10))
    assert got == here(2026, 12, 3, 10)


def test_r7_a_deadline_that_is_too_soon_is_refused(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    soon = letting.clock() + timedelta(hours=23)
    with pytest.raises(Refused, match="24 uur") as refused:
        offer_to(letting, 1, deadline_at=soon)
    assert refused.value.field == "deadline_at"
    assert letting.view().offers == ()


@pytest.mark.parametrize("day", [5, 6])
def test_r7_a_deadline_in_a_weekend_is_refused(letting: Letting, day: int) -> None:
    bring(letting, steps.close_viewing)
    letting.clock.move_to(here(2026, 12, 3, 9))
    with pytest.raises(Refused) as refused:
        offer_to(letting, 1, deadline_at=here(2026, 12, day, 17))
    assert refused.value.field == "deadline_at"


def test_r7_a_later_deadline_is_kept(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    later = here(2026, 12, 9, 17)
    assert deadline(letting, offer_to(letting, 1, deadline_at=later)) == later


def test_r7_an_offer_does_not_run_out_before_its_deadline(letting: Letting) -> None:
    bring(letting, steps.offer)
    letting.clock.move_to(deadline(letting, letting.offer) - timedelta(minutes=1))
    with pytest.raises(Refused):
        expire_offer(letting.store, letting.author, letting.offer)
    letting.clock.move_on(minutes=1)
    expire_offer(letting.store, letting.author, letting.offer)
    assert letting.view().candidates[0].passed == "EXPIRED"


def test_r7_a_late_yes_is_welcome_while_the_offer_is_open(letting: Letting) -> None:
    bring(letting, steps.offer)
    letting.clock.move_on(days=10)
    accept_offer(letting.store, letting.author, letting.offer)
    assert letting.view().candidates[0].state is CandidateState.DOCUMENTS


# R10, the order ----------------------------------------------------------------------------


def test_r10_the_first_in_order_is_offered_first(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.close_viewing)
    with pytest.raises(Refused, match="Kandidaat 1"):
        offer_to(letting, 2)
    offer_to(letting, 1)
    assert letting.view().state is VacancyState.OFFERING


def test_r10_after_a_refusal_it_is_the_turn_of_the_next(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.offer)
    refuse(letting, letting.offer)
    assert letting.view().next_offer == letting.candidates[2]
    offer_to(letting, 2)


def test_r10_two_offers_do_not_run_at_once(letting: Letting) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused) as refused:
        offer_to(letting, 2)
    assert refused.value.field == "offer"


def test_r10_a_dwelling_that_was_accepted_is_not_offered_again(letting: Letting) -> None:
    bring(letting, steps.accept)
    with pytest.raises(Refused):
        offer_to(letting, 2)


def test_r10_an_offer_that_was_refused_is_answered_for_good(letting: Letting) -> None:
    bring(letting, steps.offer)
    refuse(letting, letting.offer)
    with pytest.raises(Refused):
        accept_offer(letting.store, letting.author, letting.offer)
    with pytest.raises(Refused):
        refuse(letting, letting.offer)


@pytest.mark.parametrize("code", [SkipCode.HOUSED, SkipCode.OWN_REQUEST])
def test_somebody_already_housed_or_gone_gets_no_offer(letting: Letting, code: SkipCode) -> None:
    bring(letting, steps.close_viewing)
    candidate_withdraws(letting.store, letting.author, letting.candidates[1], code)
    with pytest.raises(Refused, match="andere woning"):
        offer_to(letting, 1)
    offer_to(letting, 2)


def test_somebody_who_does_not_want_it_gets_no_offer(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    record_want(letting.store, letting.author, letting.candidates[1], Want.NO)
    with pytest.raises(Refused):
        offer_to(letting, 1)
    assert letting.view().next_offer == letting.candidates[2]


def test_an_offer_needs_the_reason_that_the_candidate_gave(letting: Letting) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused) as refused:
        refuse_offer(letting.store, letting.author, letting.offer, "")
    assert refused.value.field == "reason"


def test_before_the_viewing_nobody_is_offered_the_dwelling(letting: Letting) -> None:
    bring(letting, steps.take_list)
    with pytest.raises(Refused):
        offer_to(letting, 1)


# U1 to U3 ----------------------------------------------------------------------------------


def test_u1_priority_is_offered_outside_the_round(letting: Letting) -> None:
    letting.people = people(4, priority=[3])
    letting.policy_values = {"urgency": UrgencyPolicy.U1}
    bring(letting, steps.take_list)
    assert letting.view().candidates[0].skip_asked is SkipCode.URGENCY_POLICY
    offer_to(letting, 3)


def test_u2_priority_comes_along_in_the_same_round_and_first(letting: Letting) -> None:
    letting.people = people(4, priority=[3])
    bring(letting, steps.close_viewing)
    assert [line.rank for line in letting.view().candidates] == [3, 1, 2, 4]
    assert letting.view().next_offer == letting.candidates[3]
    with pytest.raises(Refused, match="Kandidaat 3"):
        offer_to(letting, 1)


def test_c1_nothing_in_the_program_gives_or_takes_priority(letting: Letting) -> None:
    letting.people = people(4, priority=[3])
    bring(letting, steps.wipe)
    with letting.store.reading() as session:
        priority = {c.rank: c.priority for c in session.query(Candidate)}
    assert priority == {1: False, 2: False, 3: True, 4: False}


# R9 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [Level.A, Level.B])
@pytest.mark.parametrize("code", ["ONG", "COO"])
def test_r9_residents_turn_nobody_away_at_levels_a_and_b(
    letting: Letting, level: Level, code: str
) -> None:
    letting.policy_values = {"level": level}
    bring(letting, steps.offer)
    with pytest.raises(Refused) as refused:
        withdraw_offer(letting.store, letting.author, letting.offer, code, "feiten", letting.reader)
    assert refused.value.field == "reason"
    assert letting.view().offers[0].answer is OfferAnswer.OPEN


@pytest.fixture
def level_c(letting: Letting) -> Letting:
    """A way of working by which residents nominate one of the first three."""
    letting.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    return letting


@pytest.mark.parametrize("lacks", ["facts", "reader", "other reader"])
def test_r9_at_level_c_a_nomination_that_failed_needs_facts_and_a_second_reader(
    level_c: Letting, lacks: str
) -> None:
    bring(level_c, steps.offer)
    facts = "" if lacks == "facts" else "Criterium 1: de huisregels zijn niet gelezen."
    reader = {"reader": None, "other reader": level_c.author}.get(lacks, level_c.reader)
    with pytest.raises(Refused):
        withdraw_offer(level_c.store, level_c.author, level_c.offer, "COO", facts, reader)
    withdraw_offer(
        level_c.store, level_c.author, level_c.offer, "COO", "Criterium 1.", level_c.reader
    )
    assert level_c.view().candidates[0].passed == "OFFER_WITHDRAWN"


def test_level_a_the_order_is_strict_whatever_staff_write(letting: Letting) -> None:
    bring(letting, steps.close_viewing)
    given = {letting.candidates[1]: PassCode.NOT_ELIGIBLE}
    with pytest.raises(Refused, match="Kandidaat 1"):
        offer_to(letting, 2, deviations=given)


def test_level_b_staff_deviate_only_with_an_objective_reason(letting: Letting) -> None:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.close_viewing)
    with pytest.raises(Refused):
        offer_to(letting, 2, deviations={letting.candidates[1]: PassCode.NOMINATED})
    offer_to(letting, 2, deviations={letting.candidates[1]: PassCode.NOT_ELIGIBLE})


# R13 and R13b ------------------------------------------------------------------------------


@pytest.mark.parametrize("shield", ["priority", "protected", "needs"])
@pytest.mark.parametrize("missed", ["not coming", "no answer", "no-show", "unreachable"])
def test_r13b_missing_the_tour_never_costs_the_offer_of_somebody_who_is_shielded(
    letting: Letting, shield: str, missed: str
) -> None:
    letting.people = people(3, **{shield: [1]})
    letting.policy_values = {"participation_required": True}
    bring(letting, steps.invite)
    own = letting.invitations.get(1) or steps.appointment(letting, 1)
    store, who = letting.store, letting.author
    if missed == "not coming":
        record_answer(store, who, own, Answer.NOT_COMING)
    elif missed == "no answer":
        letting.clock.move_to(steps.at(letting, 2, 13))
        record_no_response(store, who, own)
    elif missed == "unreachable":
        candidate_withdraws(store, who, letting.candidates[1], SkipCode.UNREACHABLE)
    else:
        record_answer(store, who, own, Answer.COMING)
        steps.invitations.remind(store, who, [own])
        letting.clock.move_to(steps.at(letting, 3, 17))
        letting.viewing = next(
            v.id for v in letting.view().viewings if own in _invited(letting, v.id)
        )
        save_report(letting, did_not_come(own, caused_by_tour=False))
    assert letting.view().next_offer == letting.candidates[1]


def _invited(letting: Letting, viewing: int) -> list[int]:
    with letting.store.reading() as session:
        row = session.get_one(Viewing, viewing)
        return [i.id for i in row.invitations]


def test_r13b_when_taking_part_is_required_others_may_be_passed_over(letting: Letting) -> None:
    letting.policy_values = {"participation_required": True}
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    save_report(letting, did_not_come(letting.invitations[1]))
    assert letting.view().next_offer == letting.candidates[2]


def test_r13_when_taking_part_is_free_missing_it_costs_nobody_the_offer(letting: Letting) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 17))
    save_report(letting, did_not_come(letting.invitations[1]))
    assert letting.view().next_offer == letting.candidates[1]


def test_r13_somebody_who_asked_for_help_gets_an_own_visit_and_keeps_the_turn(
    letting: Letting,
) -> None:
    letting.people = people(3, needs=[1])
    bring(letting, steps.invite)
    assert letting.view().candidates[0].skip is SkipCode.ASSISTANCE
    steps.appointment(letting, 1)
    assert letting.view().candidates[0].state is CandidateState.INVITED
    assert letting.view().next_offer == letting.candidates[1]


def test_a_skip_on_own_request_gives_the_turn_to_the_next(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    invite(
        letting.store,
        letting.author,
        letting.viewing,
        [letting.candidates[2]],
        {letting.candidates[1]: SkipCode.OWN_REQUEST},
    )
    assert letting.view().next_offer == letting.candidates[2]


def test_somebody_who_accepted_may_still_back_out_before_the_decision(letting: Letting) -> None:
    bring(letting, steps.draft)
    refuse(letting, letting.offer)
    assert letting.view().next is NextStep.OFFER
    offer_to(letting, 2)
    assert letting.view().next is NextStep.OFFER_ANSWER


def test_papers_that_are_not_in_order_take_the_offer_back(letting: Letting) -> None:
    bring(letting, steps.accept)
    withdraw_offer(letting.store, letting.author, letting.offer, "DON")
    assert letting.view().next is NextStep.OFFER


def test_while_a_colleague_reads_the_decision_its_offer_stands(letting: Letting) -> None:
    bring(letting, steps.submit)
    with pytest.raises(Refused):
        refuse(letting, letting.offer)


def test_an_offer_is_not_taken_back_without_a_reason_and_the_state_says_who_did_it(
    letting: Letting,
) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused) as refused:
        withdraw_offer(letting.store, letting.author, letting.offer, "")
    assert refused.value.field == "reason"
    withdraw_offer(letting.store, letting.author, letting.offer, "NIE")
    [line, *_others] = letting.view().candidates
    assert line.passed is not None
    assert state_word(line.state, PassCode[line.passed]) == "Aanbieding ingetrokken"
    assert state_word(line.state, PassCode.WITHDRAWN) == "Trok zich terug"
