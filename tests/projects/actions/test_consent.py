"""A consent round, from the draft to the last court term (BW 7:220)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop.estate.model import Household
from desktop.projects.actions.answers import note_answer, note_visit
from desktop.projects.actions.consent import (
    change_proposal,
    change_round,
    finish_round,
    mark_vacant,
    notice_sent,
    remove_round,
    send_proposal,
    send_result,
    start_round,
)
from desktop.projects.actions.projects import change_project
from desktop.projects.model import Project
from desktop.projects.queries.consent import round_on, rounds, running_counts
from desktop.projects.queries.standing import standing
from desktop.projects.rules.consent_round import AlreadyAnswered
from desktop.projects.rules.lifecycle import Lack, lack_sentence, lacks
from desktop.projects.states import AnswerMeans, ConsentAnswer, ConsentState, ProjectState
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.consent import PROPOSAL, SENT, TODAY, Asking, begin_asking

A, S = ConsentAnswer, ConsentState
EIGHT = [str(n) for n in range(1, 9)]


@pytest.fixture
def asking(store: Store, who: Actor) -> Asking:
    """Twelve homes of which number 12 is vacant: eight of eleven must agree."""
    return begin_asking(store, who, vacant=["12"])


def test_all_tenants_of_the_building_are_asked_and_a_vacant_home_has_none(asking: Asking) -> None:
    view = asking.view()
    assert (view.state, view.sent_on) == (S.RUNNING, SENT)
    assert [home.number for home in view.homes if home.vacant] == ["12"]
    assert view.stands is not None
    assert (view.stands.tenancies, view.stands.needed, view.stands.dwellings) == (11, 8, 12)
    assert view.homes[9].number == "10"  # as people count, not as letters sort


def test_no_dwelling_and_one_that_stands_there_twice_are_refused(
    store: Store, who: Actor, asking: Asking
) -> None:
    one = asking.dwellings["1"]
    for homes, said in (([], "Kies eerst"), ([one, one], "twee keer"), ([one], "al in een ander")):
        with pytest.raises(Refused, match=said) as refused:
            start_round(store, who, asking.project, homes)
        assert refused.value.field == "dwelling_ids"


def test_a_draft_changes_until_tenants_have_it(store: Store, who: Actor) -> None:
    asking = begin_asking(store, who, sent=False)
    first = list(asking.dwellings.values())[:10]
    change_round(
        store, who, asking.round, proposal="Nieuw.", unit="A", answer_by=None, dwelling_ids=first
    )
    assert len(asking.view().homes) == 10
    send_proposal(store, who, asking.round, SENT)
    with pytest.raises(Refused, match="nieuwe ronde"):
        change_round(
            store, who, asking.round, proposal="X", unit="A", answer_by=None, dwelling_ids=first
        )


def test_a_proposal_without_words_or_time_to_answer_is_not_sent(store: Store, who: Actor) -> None:
    asking = begin_asking(store, who, sent=False)
    with store.act(who, "test.always") as act:  # of an import nobody knows since when
        for household in act.session.scalars(select(Household)):
            household.since = None
    with pytest.raises(Refused) as refused:
        send_proposal(store, who, asking.round, SENT, answer_by=SENT)
    assert refused.value.field == "answer_by"
    with pytest.raises(Refused, match="12 november 1926"):  # a year that was mistyped
        send_proposal(store, who, asking.round, date(1926, 11, 12))
    homes = list(asking.dwellings.values())
    change_round(
        store, who, asking.round, proposal=" ", unit="", answer_by=None, dwelling_ids=homes
    )
    with pytest.raises(Refused) as refused:
        send_proposal(store, who, asking.round, SENT)
    assert refused.value.field == "proposal"


def test_another_proposal_is_a_new_round_in_which_nobody_answered(
    store: Store, who: Actor, asking: Asking
) -> None:
    asking.say("3", A.YES)
    new = change_proposal(store, who, asking.round, "Alleen het dak en de ramen.")
    with store.reading() as session:
        newest, old = rounds(session, asking.project, TODAY)
        assert round_on(session, asking.project, TODAY) == newest
        assert running_counts(session) == {}
    assert (newest.id, newest.state, old.state) == (new, S.DRAFT, S.REPLACED)
    assert {home.answer for home in newest.homes} == {A.NOT_SPOKEN}
    with pytest.raises(Refused, match="nieuwe ronde"):
        asking.say("4", A.YES)


def test_a_new_proposal_that_is_thrown_away_leaves_the_old_one_with_its_answers(
    store: Store, who: Actor, asking: Asking
) -> None:
    asking.say("3", A.YES)
    remove_round(store, who, change_proposal(store, who, asking.round, "Alleen het dak."))
    view = asking.view()
    assert (view.state, view.homes[2].answer) == (S.RUNNING, A.YES)


def test_a_second_answer_of_a_household_asks_first(asking: Asking) -> None:
    asking.say("3", A.YES, date(2026, 11, 12))
    with pytest.raises(AlreadyAnswered) as refused:
        asking.say("3", A.NO)
    assert refused.value.sentence == (
        "Van nummer 3 staat al een antwoord: ja, 12 november. Wilt u dit wijzigen?"
    )
    note_answer(
        asking.store, asking.who, asking.tenancy("3"), A.NO, AnswerMeans.PHONE, TODAY,
        instead_of=refused.value.present,
    )  # fmt: skip
    home = asking.view().homes[2]
    assert (home.answer, home.answered_on) == (A.NO, TODAY)
    assert [(one.answer, one.means, one.by) for one in home.notes] == [
        (A.YES, AnswerMeans.CARD, "Noor de Vries"),
        (A.NO, AnswerMeans.PHONE, "Noor de Vries"),
    ]


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 24)])
def test_an_answer_comes_after_the_proposal_and_not_tomorrow(asking: Asking, day: date) -> None:
    with pytest.raises(Refused):
        asking.say("3", A.YES, day)


def test_a_vacant_home_and_an_answer_of_which_nobody_knows_how_it_came_are_refused(
    asking: Asking,
) -> None:
    with pytest.raises(Refused, match="leeg"):
        asking.say("12", A.YES)
    with pytest.raises(Refused) as refused:
        note_answer(asking.store, asking.who, asking.tenancy("3"), A.YES)
    assert refused.value.field == "means"


def test_visits_tell_who_was_not_visited(asking: Asking) -> None:
    note_visit(asking.store, asking.who, asking.tenancy("1"), at_home=False)
    note_visit(asking.store, asking.who, asking.tenancy("2"), at_home=True)
    asking.say("3", A.THINKING)
    view = asking.view()
    assert view.not_visited == 8
    assert view.homes[0].tried == (TODAY,)
    assert [home.spoken for home in view.homes[:4]] == [False, True, True, False]


def test_who_moves_out_meanwhile_counts_no_more(asking: Asking) -> None:
    asking.say("3", A.YES)
    mark_vacant(asking.store, asking.who, asking.tenancy("3"), True)
    stands = asking.view().stands
    assert stands is not None
    assert (stands.agreed, stands.tenancies, stands.needed) == (0, 10, 7)


def test_a_result_waits_until_it_is_there(asking: Asking) -> None:
    asking.say_all(EIGHT[:7], A.YES)
    with pytest.raises(Refused, match="4"):
        send_result(asking.store, asking.who, asking.round)
    asking.say("8", A.YES)
    send_result(asking.store, asking.who, asking.round)
    assert asking.view().state is S.NOTICES_SENT


def test_who_did_not_agree_gets_eight_weeks_and_then_the_round_ends(
    asking: Asking, clock: Clock
) -> None:
    asking.say_all(EIGHT, A.YES)
    asking.say("9", A.NO)
    store, who = asking.store, asking.who
    send_result(store, who, asking.round, TODAY)
    view = asking.view()
    noticed = {home.number: home.court_until for home in view.homes if home.notice_sent_on}
    assert noticed == dict.fromkeys(("9", "10", "11"), date(2027, 1, 18))
    with pytest.raises(Refused, match="uitslag is op 23 november 2026 verstuurd"):
        note_answer(store, who, asking.tenancy("8"), A.NO, AnswerMeans.CARD, instead_of=A.YES)
    with pytest.raises(Refused):
        notice_sent(store, who, asking.tenancy("1"))
    with pytest.raises(Refused, match="18 januari 2027"):
        finish_round(store, who, asking.round)
    clock.move_on(days=57)
    finish_round(store, who, asking.round)
    assert asking.view().state is S.DONE


def test_when_seventy_percent_is_impossible_the_result_needs_no_notice(asking: Asking) -> None:
    asking.say_all(EIGHT[:4], A.NO)
    send_result(asking.store, asking.who, asking.round)
    view = asking.view()
    assert view.state is S.DONE
    assert not any(home.notice_sent_on for home in view.homes)


def test_without_seventy_percent_a_decision_asks_for_another_proposal_or_the_reason(
    asking: Asking,
) -> None:
    store, who, project = asking.store, asking.who, asking.project
    asking.say_all(EIGHT[:4], A.NO)
    send_result(store, who, asking.round)
    [lack] = lacking(asking)
    assert lack.startswith("Minder dan 70 % van de huurders is akkoord")
    change_project(store, who, project, no_presumption_reason="Wij vragen het de rechter.")
    assert lacking(asking) == []
    store.undo(who)
    new = change_proposal(store, who, asking.round, "Alleen het dak.")
    assert lacking(asking) == ["De akkoordronde is nog niet klaar. Verstuur eerst de uitslag."]
    remove_round(store, who, new)
    assert (asking.view().state, asking.view().result_sent_on) == (S.DONE, TODAY)


def lacking(asking: Asking) -> list[str]:
    """What the decision about the project waits for, but for the advice."""
    with asking.store.reading() as session:
        project = session.get_one(Project, asking.project)
        stands = standing(session, project, TODAY)
    lacks_ = lacks(stands, ProjectState.DECISION)
    return [lack_sentence(lack, stands) for lack in lacks_ if lack is not Lack.NO_ADVICE]


def test_what_tenants_agreed_to_is_not_proposed_anew(asking: Asking) -> None:
    asking.say_all([*EIGHT, "9", "10", "11"], A.YES)
    send_result(asking.store, asking.who, asking.round)
    assert lacking(asking) == []
    with pytest.raises(Refused, match="uitslag is op 23 november 2026 verstuurd"):
        change_proposal(asking.store, asking.who, asking.round, "Alleen het dak.")


def test_what_was_done_is_undone(asking: Asking) -> None:
    asking.say_all(EIGHT, A.YES)
    send_result(asking.store, asking.who, asking.round)
    asking.store.undo(asking.who)
    view = asking.view()
    assert (view.state, view.result_sent_on) == (S.RUNNING, None)
    assert view.proposal == PROPOSAL


@pytest.mark.parametrize("numbers", [EIGHT, [*EIGHT, "9", "10", "11"]])
def test_one_voice_a_tenancy(asking: Asking, numbers: list[str]) -> None:
    asking.say_all(numbers, A.YES)
    stands = asking.view().stands
    assert stands is not None
    assert (stands.agreed, stands.reached) == (len(numbers), True)
