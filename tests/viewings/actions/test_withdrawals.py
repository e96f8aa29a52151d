"""The chosen candidate does not take the dwelling after the decision was settled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.store.verify import verify
from desktop.viewings.actions.guards import read_guard
from desktop.viewings.actions.invitations import candidate_withdraws
from desktop.viewings.actions.offers import refuse_offer
from desktop.viewings.actions.withdrawals import back_out, take_back
from desktop.viewings.model import Decision, Letter, Vacancy, Withdrawal
from desktop.viewings.queries.decisions import OrderLine, order_lines
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    CandidateState,
    DecisionState,
    OfferAnswer,
    SkipCode,
    VacancyState,
)
from tests.support import steps
from tests.support.steps import Letting, bring


def backs_out(letting: Letting, **values: object) -> None:
    back_out(letting.store, letting.author, letting.decision, "PER", **values)  # type: ignore[arg-type]


def table(letting: Letting, decision: int) -> list[OrderLine]:
    with letting.store.reading() as session:
        return order_lines(session, decision)


def states(letting: Letting) -> list[CandidateState]:
    return [line.state for line in letting.view().candidates]


@pytest.mark.parametrize("after", [steps.settle, steps.letters])
def test_backing_out_after_the_decision_is_recorded_with_its_reason_and_day(
    any_letting: Letting, after: steps.Step
) -> None:
    letting = bring(any_letting, after)
    letting.clock.move_on(days=2)
    backs_out(letting, told_on=letting.today - timedelta(days=1))
    with letting.store.reading() as session:
        decision = session.get_one(Decision, letting.decision)
        assert decision.state is DecisionState.LAPSED
        kept = decision.withdrawal
        assert kept is not None
        assert (kept.by, kept.code, kept.told_on, kept.staff_id) == (
            OfferAnswer.REFUSED,
            "PER",
            letting.today - timedelta(days=1),
            letting.author.id,
        )
        [letter] = session.query(Letter).filter_by(kind="backed-out")
        assert letter.candidate_id == letting.candidates[1]


def test_the_first_decision_stays_as_it_was_settled(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.letters)
    before = table(letting, letting.decision)
    backs_out(letting)
    bring(letting, steps.settle, after=steps.close_viewing)
    with letting.store.reading() as session:
        first, second = session.get_one(Vacancy, letting.vacancy).decisions
        assert first.order_table != second.order_table
        assert (first.reader_id, first.letters_on) == (letting.reader.id, letting.today)
        first_id = first.id
    assert table(letting, first_id) == before


def test_the_next_in_order_follows_and_the_others_have_their_place_again(
    letting: Letting,
) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    steps.save_report(
        letting,
        *(steps.came(letting.invitations[rank]) for rank in (1, 2)),
        steps.did_not_come(letting.invitations[3]),
        steps.came(letting.invitations[4]),
    )
    bring(letting, steps.settle, after=steps.report)
    backs_out(letting)
    assert states(letting) == [
        CandidateState.REFUSED,
        CandidateState.WANTS,
        CandidateState.NO_SHOW,
        CandidateState.WANTS,
    ]
    view = letting.view()
    assert (view.state, view.next, view.next_offer) == (
        VacancyState.OFFERING,
        NextStep.OFFER,
        letting.candidates[2],
    )


def test_the_follow_up_decision_needs_a_second_reader_again(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.settle)
    backs_out(letting)
    first = letting.decision
    bring(letting, steps.submit, after=steps.close_viewing)
    assert letting.decision != first
    with pytest.raises(Refused, match="U schreef dit besluit zelf"):
        steps.decisions.settle_decision(letting.store, letting.author, letting.decision)
    steps.settle(letting)
    rows = table(letting, letting.decision)
    assert [(row.rank, row.code, row.vera, row.chosen) for row in rows[:2]] == [
        (1, PassCode.REFUSED, "PER", False),
        (2, None, "", True),
    ]
    bring(letting, steps.wipe, after=steps.settle)
    assert letting.view().decision is not None
    assert letting.view().next is NextStep.NOTHING


def test_the_lapsed_decision_no_longer_asks_for_letters(letting: Letting) -> None:
    bring(letting, steps.settle)
    backs_out(letting)
    with pytest.raises(Refused):
        steps.letters(letting)
    with pytest.raises(Refused):
        steps.lease(letting)


def test_before_the_decision_is_settled_it_is_an_answer_to_the_offer(letting: Letting) -> None:
    bring(letting, steps.submit)
    with pytest.raises(Refused) as refused:
        backs_out(letting)
    assert refused.value.field == "decision"
    steps.settle(letting)
    with pytest.raises(Refused):
        refuse_offer(letting.store, letting.author, letting.offer, "PER")


def test_after_the_lease_it_is_no_part_of_the_letting(letting: Letting) -> None:
    bring(letting, steps.lease)
    with pytest.raises(Refused, match="huurcontract") as refused:
        backs_out(letting)
    assert refused.value.field == "state"


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_lies_between_the_decision_and_today(letting: Letting, days: int) -> None:
    bring(letting, steps.settle)
    with pytest.raises(Refused) as refused:
        backs_out(letting, told_on=letting.today + timedelta(days=days))
    assert refused.value.field == "told_on"


def test_a_reason_is_given(letting: Letting) -> None:
    bring(letting, steps.settle)
    with pytest.raises(Refused) as refused:
        back_out(letting.store, letting.author, letting.decision, "")
    assert refused.value.field == "reason"


def test_who_withdrew_meanwhile_does_not_come_back_in_turn(letting: Letting) -> None:
    bring(letting, steps.settle)
    candidate_withdraws(letting.store, letting.author, letting.candidates[2], SkipCode.HOUSED)
    backs_out(letting)
    assert letting.view().next_offer == letting.candidates[3]


def test_it_can_be_undone_while_nothing_followed(letting: Letting) -> None:
    bring(letting, steps.letters)
    before = steps.everything(letting.store)
    backs_out(letting)
    assert letting.store.undo(letting.author) == "Kandidaat trekt zich terug"
    assert steps.everything(letting.store) == before


def test_it_stands_in_the_trail_and_the_chain_is_whole(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.letters)
    backs_out(letting)
    bring(letting, steps.wipe, after=steps.close_viewing)
    with letting.store.reading() as session:
        assert verify(session).whole


# C3 ----------------------------------------------------------------------------------------


@pytest.fixture
def urgent(letting: Letting) -> Letting:
    letting.people = steps.people(3, priority=[1])
    return bring(letting, steps.letters)


def test_c3_backing_out_with_priority_counts_only_after_a_second_reader(urgent: Letting) -> None:
    with pytest.raises(Refused) as refused:
        backs_out(urgent)
    assert refused.value.field == "caused_by_tour"
    told = urgent.today
    backs_out(urgent, caused_by_tour=False)
    assert urgent.view().state is VacancyState.DECIDED
    assert urgent.view().next is NextStep.GUARD
    [guard] = urgent.view().guards
    urgent.clock.move_on(days=1)
    with pytest.raises(Refused):
        read_guard(urgent.store, urgent.author, guard.id, agrees=True, does_count=True)
    read_guard(urgent.store, urgent.reader, guard.id, agrees=True, does_count=True)
    assert urgent.view().next is NextStep.OFFER
    with urgent.store.reading() as session:
        assert session.query(Withdrawal).one().told_on == told


def test_c3_when_the_colleague_does_not_agree_the_decision_stands(urgent: Letting) -> None:
    backs_out(urgent, caused_by_tour=False)
    [guard] = urgent.view().guards
    read_guard(urgent.store, urgent.reader, guard.id, agrees=False, does_count=False)
    decision = urgent.view().decision
    assert decision is not None
    assert decision.state is DecisionState.LETTERS_SENT
    assert urgent.view().next is NextStep.LEASE


def test_c3_taking_the_dwelling_back_from_somebody_with_priority_needs_a_colleague(
    urgent: Letting,
) -> None:
    with pytest.raises(Refused) as refused:
        take_back(urgent.store, urgent.author, urgent.decision, "NIE")
    assert refused.value.field == "reader"
    take_back(urgent.store, urgent.author, urgent.decision, "NIE", "", urgent.reader)
    assert urgent.view().candidates[0].state is CandidateState.WITHDRAWN


def test_the_corporation_takes_the_dwelling_back_with_a_reason_and_a_letter(
    any_letting: Letting,
) -> None:
    letting = bring(any_letting, steps.letters)
    take_back(letting.store, letting.author, letting.decision, "AND")
    with letting.store.reading() as session:
        kept = session.query(Withdrawal).one()
        assert (kept.by, kept.code) == (OfferAnswer.WITHDRAWN, "AND")
        assert session.query(Letter).filter_by(kind="offer-withdrawn").count() == 1
    assert letting.view().next_offer == letting.candidates[2]


def test_r9_residents_cannot_turn_somebody_away_after_the_decision_either(
    letting: Letting,
) -> None:
    bring(letting, steps.settle)
    with pytest.raises(Refused) as refused:
        take_back(letting.store, letting.author, letting.decision, "ONG", "feiten", letting.reader)
    assert refused.value.field == "reason"
