"""C3: nothing that could cost somebody their priority counts before a colleague has read along."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.language import use_language
from desktop.refused import Refused
from desktop.viewings.actions.guards import read_guard
from desktop.viewings.actions.invitations import candidate_withdraws, invite
from desktop.viewings.actions.offers import (
    accept_offer,
    expire_offer,
    make_offer,
    refuse_offer,
    withdraw_offer,
)
from desktop.viewings.actions.reports import Visit, record_want, save_visit
from desktop.viewings.model import Candidate, ConsequenceGuard, Invitation
from desktop.viewings.queries.vacancy import CandidateLine, consequence_for
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import (
    Answer,
    CandidateState,
    GuardState,
    OfferAnswer,
    Presence,
    SkipCode,
    Want,
)
from tests.support import steps
from tests.support.steps import Letting, bring, came, did_not_come, people, save_report

Event = Callable[[Letting, "bool | None"], None]


def visited(letting: Letting) -> None:
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))


def no_show(letting: Letting, caused_by_tour: bool | None = False) -> None:
    visited(letting)
    save_report(letting, did_not_come(letting.invitations[1], caused_by_tour))


def says_no_at_the_tour(letting: Letting, caused_by_tour: bool | None = False) -> None:
    visited(letting)
    no = came(letting.invitations[1], Want.NO, want_reason="WBN", caused_by_tour=caused_by_tour)
    save_report(letting, no)


def says_no_later(letting: Letting, caused_by_tour: bool | None = False) -> None:
    visited(letting)
    save_report(letting, came(letting.invitations[1], Want.THINKS))
    record_want(
        letting.store, letting.author, letting.candidates[1], Want.NO, "WBN", caused_by_tour
    )


def withdraws(letting: Letting, caused_by_tour: bool | None = False) -> None:
    bring(letting, steps.answers)
    candidate_withdraws(
        letting.store,
        letting.author,
        letting.candidates[1],
        SkipCode.OWN_REQUEST,
        caused_by_tour,
    )


def refuses(letting: Letting, caused_by_tour: bool | None = False) -> None:
    bring(letting, steps.offer)
    refuse_offer(letting.store, letting.author, letting.offer, "WBN", caused_by_tour)


def lets_it_run_out(letting: Letting, caused_by_tour: bool | None = False) -> None:
    bring(letting, steps.offer)
    letting.clock.move_on(days=7)
    expire_offer(letting.store, letting.author, letting.offer, caused_by_tour)


EVENTS: dict[Event, CandidateState] = {
    no_show: CandidateState.NO_SHOW,
    says_no_at_the_tour: CandidateState.WANTS_NOT,
    says_no_later: CandidateState.WANTS_NOT,
    withdraws: CandidateState.WANTS_NOT,
    refuses: CandidateState.REFUSED,
    lets_it_run_out: CandidateState.REFUSED,
}
events = pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.__name__)


@pytest.fixture
def urgent(letting: Letting) -> Letting:
    """Number 1 has priority."""
    letting.people = people(3, priority=[1])
    return letting


def first(letting: Letting) -> CandidateLine:
    return next(line for line in letting.view().candidates if line.rank == 1)


def guard(letting: Letting) -> int:
    [line] = letting.view().guards
    return line.id


def read(letting: Letting, agrees: bool = True, does_count: bool = True) -> None:
    read_guard(letting.store, letting.reader, guard(letting), agrees, does_count)


def counts(letting: Letting) -> bool:
    with letting.store.reading() as session:
        return session.query(ConsequenceGuard).one().counts


@events
def test_c3_it_is_asked_whether_the_tour_caused_it(urgent: Letting, event: Event) -> None:
    with pytest.raises(Refused, match="Kies ja of nee") as refused:
        event(urgent, None)
    assert refused.value.field == "caused_by_tour"
    assert urgent.view().guards == ()


@events
def test_c3_nothing_is_recorded_until_a_colleague_agrees(urgent: Letting, event: Event) -> None:
    event(urgent, False)
    line = first(urgent)
    assert line.guard_open
    assert line.passed is None
    assert line.state is not EVENTS[event]
    assert line.want is not Want.NO
    assert all(o.answer is OfferAnswer.OPEN for o in urgent.view().offers)
    assert urgent.view().next is NextStep.GUARD
    with urgent.store.reading() as session:
        shown = {i.presence for i in session.query(Invitation)}
        assert Presence.NO_SHOW not in shown


@events
def test_c3_when_a_colleague_agrees_it_is_recorded_and_counts(
    urgent: Letting, event: Event
) -> None:
    event(urgent, False)
    read(urgent)
    assert first(urgent).state is EVENTS[event]
    assert not first(urgent).guard_open
    assert counts(urgent)


@events
def test_c3_what_the_tour_caused_never_counts(urgent: Letting, event: Event) -> None:
    event(urgent, True)
    read(urgent, does_count=True)
    assert first(urgent).state is EVENTS[event]
    assert not counts(urgent)


@events
def test_c3_when_the_colleague_does_not_agree_nothing_is_recorded(
    urgent: Letting, event: Event
) -> None:
    event(urgent, False)
    before = first(urgent)
    read(urgent, agrees=False)
    after = first(urgent)
    assert (after.state, after.want, after.passed) == (before.state, before.want, None)
    assert urgent.view().guards == ()


@events
def test_c3_the_author_does_not_read_along(urgent: Letting, event: Event) -> None:
    event(urgent, False)
    with pytest.raises(Refused) as refused:
        read_guard(urgent.store, urgent.author, guard(urgent), True, True)
    assert refused.value.field == "reader"
    assert first(urgent).guard_open


@events
def test_c3_the_candidate_without_priority_needs_no_reader(letting: Letting, event: Event) -> None:
    event(letting, None)
    assert letting.view().guards == ()
    assert first(letting).state in (EVENTS[event], CandidateState.WITHDRAWN)


def test_c3_the_same_holds_on_both_databases(any_letting: Letting) -> None:
    any_letting.people = people(3, priority=[1])
    refuses(any_letting, True)
    assert first(any_letting).state is CandidateState.OFFERED
    read(any_letting)
    assert first(any_letting).state is CandidateState.REFUSED
    assert not counts(any_letting)


def test_c3_a_colleague_reads_once(urgent: Letting) -> None:
    refuses(urgent)
    number = guard(urgent)
    read(urgent)
    with pytest.raises(Refused):
        read_guard(urgent.store, urgent.reader, number, False, False)
    assert first(urgent).state is CandidateState.REFUSED


def test_c3_a_colleague_may_decide_that_it_does_not_count(urgent: Letting) -> None:
    refuses(urgent, False)
    read(urgent, does_count=False)
    assert not counts(urgent)


def test_c3_an_event_is_put_before_a_colleague_once(urgent: Letting) -> None:
    refuses(urgent)
    with pytest.raises(Refused):
        refuse_offer(urgent.store, urgent.author, urgent.offer, "WBN", False)


def test_c3_the_consequence_is_shown_with_its_source_and_kept_as_it_was_shown(
    urgent: Letting,
) -> None:
    refuses(urgent)
    [line] = urgent.view().guards
    assert "Huisvestingsverordening Morgenveld 2026" in line.shown
    assert "gelezen op" in line.shown
    assert "In de brief staat: “" in line.shown
    with urgent.store.reading() as session:
        assert consequence_for(session, urgent.candidates[1]) == line.shown


def test_c4_the_consequence_is_told_in_the_language_of_who_reads(urgent: Letting) -> None:
    bring(urgent, steps.take_list)
    use_language("en")
    with urgent.store.reading() as session:
        assert "can end your priority" in consequence_for(session, urgent.candidates[1])


# When it turns out otherwise ---------------------------------------------------------------


def test_c3_somebody_who_takes_the_dwelling_after_all_has_it(urgent: Letting) -> None:
    refuses(urgent)
    accept_offer(urgent.store, urgent.author, urgent.offer)
    assert urgent.view().guards == ()
    assert first(urgent).state is CandidateState.DOCUMENTS


def test_c3_somebody_who_came_after_all_came(urgent: Letting) -> None:
    no_show(urgent)
    save_report(urgent, came(urgent.invitations[1]))
    assert urgent.view().guards == ()
    assert first(urgent).state is CandidateState.WANTS


def test_c3_somebody_who_wants_it_after_all_wants_it(urgent: Letting) -> None:
    says_no_at_the_tour(urgent)
    record_want(urgent.store, urgent.author, urgent.candidates[1], Want.YES)
    assert urgent.view().guards == ()
    assert urgent.view().next_offer == urgent.candidates[1]


# When a colleague agreed, it is settled -----------------------------------------------------


def test_c3_a_visit_at_the_door_does_not_overturn_what_a_colleague_agreed_with(
    urgent: Letting,
) -> None:
    says_no_at_the_tour(urgent)
    read(urgent)
    for want in (Want.YES, Want.THINKS):
        with pytest.raises(Refused, match="staat vast") as refused:
            save_visit(
                urgent.store,
                urgent.author,
                urgent.viewing,
                Visit(urgent.invitations[1], Presence.PRESENT, want=want),
            )
        assert refused.value.field == "want"
    assert first(urgent).state is CandidateState.WANTS_NOT


def test_c3_a_report_does_not_overturn_it_either_but_the_rest_of_it_is_kept(
    urgent: Letting,
) -> None:
    says_no_at_the_tour(urgent)
    read(urgent)
    for visit in (
        came(urgent.invitations[1], Want.YES),
        Visit(urgent.invitations[1], Presence.CANCELLED),
    ):
        with pytest.raises(Refused, match="staat vast"):
            save_report(urgent, visit)
    save_report(urgent, came(urgent.invitations[1], Want.NO), came(urgent.invitations[2], Want.YES))
    assert first(urgent).state is CandidateState.WANTS_NOT


def test_c3_a_no_show_that_a_colleague_agreed_with_stays_one(urgent: Letting) -> None:
    no_show(urgent)
    read(urgent)
    with pytest.raises(Refused, match="staat vast") as refused:
        save_report(urgent, came(urgent.invitations[1]))
    assert refused.value.field == "presence"
    save_report(urgent, did_not_come(urgent.invitations[1]))
    assert first(urgent).state is CandidateState.NO_SHOW


def test_an_answer_on_which_the_dwelling_was_offered_stays(letting: Letting) -> None:
    bring(letting, steps.report)
    make_offer(letting.store, letting.author, letting.vacancy, letting.candidates[1])
    with pytest.raises(Refused, match="staat vast"):
        save_report(letting, came(letting.invitations[1], Want.NO))
    assert first(letting).want is Want.YES


def test_c3_the_same_report_saved_again_asks_one_colleague_once(urgent: Letting) -> None:
    no_show(urgent)
    save_report(urgent, did_not_come(urgent.invitations[1], False))
    assert len(urgent.view().guards) == 1


def test_c3_no_offer_while_a_colleague_reads_along_with_a_no(urgent: Letting) -> None:
    says_no_at_the_tour(urgent)
    for rank in (1, 2):
        with pytest.raises(Refused):
            make_offer(urgent.store, urgent.author, urgent.vacancy, urgent.candidates[rank])


def test_c3_a_no_show_does_not_hold_up_the_offer_and_never_undoes_it(urgent: Letting) -> None:
    no_show(urgent)
    make_offer(urgent.store, urgent.author, urgent.vacancy, urgent.candidates[1])
    read(urgent)
    assert first(urgent).state is CandidateState.OFFERED
    with urgent.store.reading() as session:
        row = session.get_one(Invitation, urgent.invitations[1])
        assert row.presence is Presence.NO_SHOW


def test_c3_withdrawing_takes_the_invitations_back_once_a_colleague_agreed(
    urgent: Letting,
) -> None:
    withdraws(urgent)
    assert first(urgent).invitation is not None
    read(urgent)
    assert first(urgent).invitation is None
    assert first(urgent).passed == "WANTS_NOT"


def test_c3_another_dwelling_is_a_fact_and_needs_no_reader(urgent: Letting) -> None:
    bring(urgent, steps.answers)
    candidate_withdraws(urgent.store, urgent.author, urgent.candidates[1], SkipCode.HOUSED)
    assert first(urgent).passed == "WITHDRAWN"


def test_c3_skipping_somebody_with_priority_on_own_request_goes_by_a_colleague(
    urgent: Letting,
) -> None:
    bring(urgent, steps.hosts_say_yes)
    with pytest.raises(Refused, match="voorrang") as refused:
        invite(
            urgent.store,
            urgent.author,
            urgent.viewing,
            [urgent.candidates[2]],
            {urgent.candidates[1]: SkipCode.OWN_REQUEST},
        )
    assert refused.value.field == f"skip:{urgent.candidates[1]}"


def test_c3_an_offer_is_not_taken_back_from_somebody_with_priority_by_one_person(
    urgent: Letting,
) -> None:
    bring(urgent, steps.offer)
    for reader in (None, urgent.author):
        with pytest.raises(Refused) as refused:
            withdraw_offer(urgent.store, urgent.author, urgent.offer, "NIE", reader=reader)
        assert refused.value.field == "reader"
    withdraw_offer(urgent.store, urgent.author, urgent.offer, "NIE", reader=urgent.reader)
    assert first(urgent).passed == "OFFER_WITHDRAWN"


def test_c3_the_trail_of_a_guard_names_author_and_reader(urgent: Letting) -> None:
    refuses(urgent)
    read(urgent)
    with urgent.store.reading() as session:
        row = session.query(ConsequenceGuard).one()
        assert (row.author_id, row.reader_id, row.state) == (
            urgent.author.id,
            urgent.reader.id,
            GuardState.AGREED,
        )
        assert session.get_one(Candidate, urgent.candidates[1]).offers[0].reason == "WBN"
        assert session.query(Invitation).filter_by(answer=Answer.COMING).count() == 3
