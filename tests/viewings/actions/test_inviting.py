"""Who is invited, in which order, and what it takes to pass somebody by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.refused import Refused
from desktop.viewings.actions.invitations import (
    candidate_withdraws,
    invite,
    protect,
    record_answer,
    record_no_response,
    remind,
    take_back_invitation,
)
from desktop.viewings.actions.vacancies import choose_policy, publish
from desktop.viewings.actions.viewings import (
    assign_hosts,
    cancel_viewing,
    move_viewing,
    plan_viewing,
    staff_receive,
)
from desktop.viewings.model import Invitation, PolicyVersion, Vacancy
from desktop.viewings.states import Answer, CandidateState, SkipCode, ViewingKind, ViewingState
from tests.support import steps
from tests.support.steps import Letting, bring


def invite_ranks(letting: Letting, *ranks: int, **skips: SkipCode) -> list[int]:
    """Invite by rank; a skip is given as `r3=SkipCode.HOUSED`."""
    given = {letting.candidates[int(rank[1:])]: code for rank, code in skips.items()}
    wanted = [letting.candidates[rank] for rank in ranks]
    return invite(letting.store, letting.author, letting.viewing, wanted, given)


def states(letting: Letting) -> dict[int, CandidateState]:
    return {line.rank: line.state for line in letting.view().candidates}


def counts(letting: Letting) -> tuple[int, int]:
    """How many the viewing invited, and how many of them come."""
    line = letting.shown()
    return line.invited, line.coming


# R1 ----------------------------------------------------------------------------------------


def test_r1_the_way_of_working_must_be_fixed_before_a_vacancy_can_use_it(
    any_letting: Letting,
) -> None:
    steps.announce(any_letting)
    with pytest.raises(Refused) as refused:
        choose_policy(any_letting.store, any_letting.author, any_letting.vacancy)
    assert refused.value.field == "policy"


def test_r1_the_advert_waits_for_the_way_of_working(letting: Letting) -> None:
    steps.announce(letting)
    with pytest.raises(Refused, match="Kies eerst de werkwijze"):
        publish(letting.store, letting.author, letting.vacancy, letting.today, letting.today)


@pytest.mark.parametrize("missing", ["no version", "not fixed", "no advert"])
def test_r1_nobody_is_invited_before_way_of_working_and_advert_are_fixed(
    letting: Letting, missing: str
) -> None:
    bring(letting, steps.hosts_say_yes)
    with letting.store.act(letting.author, "test.spoil") as act:
        if missing == "no version":
            act.session.get_one(Vacancy, letting.vacancy).policy_id = None
        elif missing == "not fixed":
            act.session.get_one(PolicyVersion, letting.policy).fixed_on = None
        else:
            act.session.get_one(PolicyVersion, letting.policy).advert_nl = " "
    with pytest.raises(Refused, match="Kandidaten moeten vooraf weten") as refused:
        invite_ranks(letting, 1)
    assert refused.value.field == "policy"
    assert states(letting)[1] is CandidateState.SELECTED


# R2 ----------------------------------------------------------------------------------------


def test_r2_somebody_before_cannot_be_passed_by_without_a_code(any_letting: Letting) -> None:
    bring(any_letting, steps.hosts_say_yes)
    invite_ranks(any_letting, 1, 2)
    with pytest.raises(Refused, match=r"Kandidaat 3 .* kandidaat 4") as refused:
        invite_ranks(any_letting, 4)
    assert refused.value.field == f"skip:{any_letting.candidates[3]}"
    assert counts(any_letting) == (2, 0)


def test_r2_with_a_code_the_next_one_is_invited(any_letting: Letting) -> None:
    bring(any_letting, steps.hosts_say_yes)
    invite_ranks(any_letting, 1, 2, 4, r3=SkipCode.ASSISTANCE)
    lines = {line.rank: line for line in any_letting.view().candidates}
    assert lines[3].skip is SkipCode.ASSISTANCE
    assert lines[3].state is CandidateState.SELECTED
    assert lines[4].state is CandidateState.INVITED


def test_r2_the_order_in_which_they_were_ticked_does_not_matter(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    invite_ranks(letting, 3, 1, 2)
    assert counts(letting) == (3, 0)


def test_r2_priority_comes_first_in_the_order(letting: Letting) -> None:
    letting.people = steps.people(4, priority=[4])
    bring(letting, steps.hosts_say_yes)
    with pytest.raises(Refused, match="Kandidaat 4"):
        invite_ranks(letting, 1)
    invite_ranks(letting, 4, 1)


def test_r2_inviting_cancelling_and_inviting_again_leaves_the_counts_right(
    any_letting: Letting,
) -> None:
    letting = bring(any_letting, steps.answers)
    assert counts(letting) == (4, 4)
    take_back_invitation(letting.store, letting.author, letting.invitations[2])
    assert counts(letting) == (3, 3)
    assert states(letting)[2] is CandidateState.SELECTED
    [again] = invite_ranks(letting, 2)
    assert again == letting.invitations[2]
    assert counts(letting) == (4, 3)
    record_answer(letting.store, letting.author, again, Answer.COMING)
    assert counts(letting) == (4, 4)
    with letting.store.reading() as session:
        assert session.query(Invitation).count() == 4


def test_r2_a_freed_slot_is_given_to_the_next(letting: Letting) -> None:
    bring(letting, steps.plan)
    steps.choose_hosts(letting)
    steps.hosts_say_yes(letting)
    first, _second = invite_ranks(letting, 1, 2)
    take_back_invitation(letting.store, letting.author, first)
    invite_ranks(letting, 1)
    with letting.store.reading() as session:
        slots = {i.slot_at for i in session.query(Invitation)}
    assert len(slots) == 2


def test_r2_when_a_viewing_is_called_off_everybody_stands_where_they_stood(
    letting: Letting,
) -> None:
    bring(letting, steps.answers)
    cancel_viewing(letting.store, letting.author, letting.viewing, "De lift is stuk.")
    assert set(states(letting).values()) == {CandidateState.SELECTED}
    assert counts(letting) == (0, 0)
    assert letting.view().viewings[0].state is ViewingState.CANCELLED


def test_somebody_is_not_invited_twice_to_one_viewing(letting: Letting) -> None:
    bring(letting, steps.invite)
    with pytest.raises(Refused, match="al uitgenodigd"):
        invite_ranks(letting, 1)
    assert counts(letting) == (4, 0)


def test_a_full_viewing_takes_nobody_more(letting: Letting) -> None:
    letting.people = steps.people(7)
    bring(letting, steps.hosts_say_yes)
    with pytest.raises(Refused, match="vol"):
        invite_ranks(letting, 1, 2, 3, 4, 5, 6, 7)
    assert counts(letting) == (0, 0)


def test_somebody_on_another_list_is_not_invited_here(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    with pytest.raises(Refused):
        invite(letting.store, letting.author, letting.viewing, [9_999])
    with pytest.raises(Refused):
        invite(
            letting.store,
            letting.author,
            letting.viewing,
            [letting.candidates[1]],
            {9_999: SkipCode.HOUSED},
        )


def test_nobody_is_invited_while_the_hosts_have_not_said_yes(letting: Letting) -> None:
    bring(letting, steps.ask_hosts)
    with pytest.raises(Refused) as refused:
        invite_ranks(letting, 1)
    assert refused.value.field == "hosts"


def test_nobody_is_invited_to_a_viewing_that_has_begun(letting: Letting) -> None:
    bring(letting, steps.hosts_say_yes)
    letting.clock.move_to(steps.at(letting, 3, 14))
    with pytest.raises(Refused, match="begonnen"):
        invite_ranks(letting, 1)


# C2 ----------------------------------------------------------------------------------------


@pytest.fixture
def with_protected(letting: Letting) -> Letting:
    """Number 2 is protected; a group viewing is staffed."""
    letting.people = steps.people(4, protected=[2])
    return bring(letting, steps.hosts_say_yes)


def test_c2_a_protected_candidate_is_never_invited_to_a_group(with_protected: Letting) -> None:
    with pytest.raises(Refused, match="afgeschermd"):
        invite_ranks(with_protected, 1, 2)


def test_c2_a_protected_candidate_is_received_by_staff_alone(with_protected: Letting) -> None:
    letting = with_protected
    steps.invite(letting)
    plan = steps.usual_plan(letting, kind=ViewingKind.INDIVIDUAL)
    letting.viewing = plan_viewing(letting.store, letting.author, letting.vacancy, plan)
    staff_receive(letting.store, letting.author, letting.viewing)
    invite_ranks(letting, 2)
    assert states(letting)[2] is CandidateState.INVITED


def test_c2_not_even_an_individual_viewing_lets_residents_receive_somebody_protected(
    with_protected: Letting,
) -> None:
    letting = with_protected
    steps.invite(letting)
    plan = steps.usual_plan(letting, 4, kind=ViewingKind.INDIVIDUAL)
    letting.viewing = plan_viewing(letting.store, letting.author, letting.vacancy, plan)
    steps.choose_hosts(letting)
    steps.hosts_say_yes(letting)
    with pytest.raises(Refused, match="afgeschermd"):
        invite_ranks(letting, 2)


def test_c2_staff_do_not_receive_somebody_protected_together_with_others(
    with_protected: Letting,
) -> None:
    letting = with_protected
    steps.invite(letting)
    plan = steps.usual_plan(letting, kind=ViewingKind.STAFF, capacity=4)
    letting.viewing = plan_viewing(letting.store, letting.author, letting.vacancy, plan)
    with pytest.raises(Refused, match="afgeschermd"):
        invite_ranks(letting, 2)


def test_c2_residents_cannot_take_over_the_visit_of_somebody_protected(
    with_protected: Letting,
) -> None:
    letting = with_protected
    steps.invite(letting)
    steps.appointment(letting, 2, days=4)
    alone = letting.view().viewings[-1]
    with pytest.raises(Refused, match="afgeschermd"):
        assign_hosts(letting.store, letting.author, alone.id, letting.hosts[2], [letting.hosts[0]])


def test_c2_the_visit_of_somebody_protected_does_not_become_a_group(
    with_protected: Letting,
) -> None:
    letting = with_protected
    steps.invite(letting)
    steps.appointment(letting, 2)
    alone = letting.view().viewings[-1]
    with pytest.raises(Refused, match="afgeschermd"):
        move_viewing(letting.store, letting.author, alone.id, steps.usual_plan(letting, capacity=3))


def test_c2_protecting_somebody_takes_the_invitation_to_a_group_back(letting: Letting) -> None:
    bring(letting, steps.answers)
    protect(letting.store, letting.author, letting.candidates[3], protected=True)
    assert counts(letting) == (3, 3)
    assert states(letting)[3] is CandidateState.SELECTED


def test_c2_protecting_somebody_leaves_the_visit_with_staff_alone(letting: Letting) -> None:
    bring(letting, steps.plan)
    steps.appointment(letting, 1)
    protect(letting.store, letting.author, letting.candidates[1], protected=True)
    assert states(letting)[1] is CandidateState.INVITED


def test_c2_the_reason_for_protection_or_priority_has_no_place_in_the_database() -> None:
    from desktop.viewings.model import Candidate

    columns = set(Candidate.__table__.columns.keys())
    forbidden = ("bsn", "income", "birth", "nationality", "gender", "children", "reason_for")
    assert not [c for c in columns for word in forbidden if word in c]


# Answers and reminders ---------------------------------------------------------------------


def test_an_answer_brings_the_candidate_to_its_state(letting: Letting) -> None:
    bring(letting, steps.invite)
    wanted = {
        1: (Answer.COMING, CandidateState.CONFIRMED),
        2: (Answer.NOT_COMING, CandidateState.CANCELLED),
        3: (Answer.WANTS_OTHER, CandidateState.INVITED),
    }
    for rank, (answer, _state) in wanted.items():
        record_answer(letting.store, letting.author, letting.invitations[rank], answer)
    assert {rank: states(letting)[rank] for rank in wanted} == {
        rank: state for rank, (_answer, state) in wanted.items()
    }


def test_no_answer_can_be_recorded_only_after_the_deadline(letting: Letting) -> None:
    bring(letting, steps.invite)
    invitation = letting.invitations[1]
    with pytest.raises(Refused, match="Wacht"):
        record_no_response(letting.store, letting.author, invitation)
    letting.clock.move_to(steps.at(letting, 2, 12, 1))  # noon on the working day before
    record_no_response(letting.store, letting.author, invitation)
    assert states(letting)[1] is CandidateState.NO_RESPONSE


def test_no_answer_is_not_recorded_over_a_visit(letting: Letting) -> None:
    bring(letting, steps.invite)
    letting.clock.move_to(steps.at(letting, 3, 16))
    steps.save_report(letting, steps.came(letting.invitations[1]))
    with pytest.raises(Refused):
        record_no_response(letting.store, letting.author, letting.invitations[1])
    assert states(letting)[1] is CandidateState.WANTS


def test_a_second_reminder_on_one_day_is_refused(letting: Letting) -> None:
    bring(letting, steps.remind)
    with pytest.raises(Refused):
        remind(letting.store, letting.author, list(letting.invitations.values()))


def test_r8_a_reminder_after_the_visit_is_no_reminder(letting: Letting) -> None:
    bring(letting, steps.answers)
    letting.clock.move_to(steps.at(letting, 3, 15, 30))
    with pytest.raises(Refused, match="te laat"):
        remind(letting.store, letting.author, list(letting.invitations.values()))


def test_r4_moving_a_viewing_keeps_everybodys_turn_and_asks_them_anew(letting: Letting) -> None:
    bring(letting, steps.remind)
    before = {line.rank: line.invitation for line in letting.view().candidates}
    move_viewing(letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 2))
    after = {line.rank: line.invitation for line in letting.view().candidates}
    assert sorted(after, key=lambda r: after[r].slot_at) == [1, 2, 3, 4]
    for rank in before:
        assert after[rank].slot_at > before[rank].slot_at
        assert after[rank].ics_sequence == before[rank].ics_sequence + 1
        assert (after[rank].answer, after[rank].reminders) == (Answer.NONE, ())
    assert set(states(letting).values()) == {CandidateState.INVITED}


def test_a_viewing_that_only_changes_its_place_asks_nobody_anew(letting: Letting) -> None:
    bring(letting, steps.answers)
    plan = replace(steps.usual_plan(letting), place="koffiehoek")
    move_viewing(letting.store, letting.author, letting.viewing, plan)
    assert counts(letting) == (4, 4)


def test_an_invitation_to_a_visit_that_was_recorded_stays(letting: Letting) -> None:
    bring(letting, steps.report)
    with pytest.raises(Refused):
        take_back_invitation(letting.store, letting.author, letting.invitations[1])


# Withdrawing -------------------------------------------------------------------------------


def test_withdrawing_takes_the_invitation_back_and_gives_the_code(any_letting: Letting) -> None:
    bring(any_letting, steps.answers)
    candidate_withdraws(
        any_letting.store, any_letting.author, any_letting.candidates[1], SkipCode.HOUSED
    )
    line = any_letting.view().candidates[0]
    assert (line.state, line.invitation) == (CandidateState.WITHDRAWN, None)
    assert line.passed == "HOUSED" or line.passed == "WITHDRAWN"


def test_a_code_that_is_not_the_candidates_own_word_does_not_withdraw(letting: Letting) -> None:
    bring(letting, steps.take_list)
    with pytest.raises(Refused):
        candidate_withdraws(
            letting.store, letting.author, letting.candidates[1], SkipCode.PROTECTED
        )


def test_somebody_with_an_offer_answers_the_offer(letting: Letting) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused, match="aanbieding"):
        candidate_withdraws(
            letting.store, letting.author, letting.candidates[1], SkipCode.OWN_REQUEST
        )
