"""What is recorded of a visit, and what is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.viewings.actions.decisions import add_complaint, draft_decision, return_decision
from desktop.viewings.actions.invitations import record_answer
from desktop.viewings.actions.reports import (
    Visit,
    answer_question,
    handle_money,
    record_criteria,
    record_list_back,
    record_want,
)
from desktop.viewings.actions.texts import WordsFound
from desktop.viewings.actions.viewings import record_host_absent
from desktop.viewings.model import (
    Defect,
    HostCriterion,
    Invitation,
    TourQuestion,
    TourVisit,
    WordOverride,
)
from desktop.viewings.states import (
    Answer,
    CandidateState,
    ComplaintAbout,
    CriterionAnswer,
    DefectPlace,
    Level,
    Presence,
    ViewingState,
    Want,
)
from tests.support import steps
from tests.support.steps import Letting, bring, came, did_not_come, save_report


@pytest.fixture
def begun(letting: Letting) -> Letting:
    """Everybody was invited, said yes and was reminded; the viewing is just over."""
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    return letting


def state(letting: Letting, rank: int) -> CandidateState:
    return next(c.state for c in letting.view().candidates if c.rank == rank)


def presence(letting: Letting, rank: int) -> Presence:
    with letting.store.reading() as session:
        return session.get_one(Invitation, letting.invitations[rank]).presence


# The report --------------------------------------------------------------------------------


def test_a_report_keeps_who_came_what_was_explained_and_what_the_candidate_wants(
    any_letting: Letting,
) -> None:
    bring(any_letting, steps.report)
    line = any_letting.view().candidates[0]
    assert (line.state, line.want) == (CandidateState.WANTS, Want.YES)
    with any_letting.store.reading() as session:
        assert session.query(TourVisit).count() == 4
        assert session.query(TourVisit).first().points == ["welcome", "rules"]  # type: ignore[union-attr]
    assert any_letting.shown().state is ViewingState.HELD


@pytest.mark.parametrize(
    ("want", "then"),
    [
        (Want.YES, CandidateState.WANTS),
        (Want.NO, CandidateState.WANTS_NOT),
        (Want.THINKS, CandidateState.CONSIDERING),
        (None, CandidateState.PRESENT),
    ],
)
def test_the_candidates_own_answer_brings_the_state(
    begun: Letting, want: Want | None, then: CandidateState
) -> None:
    save_report(begun, came(begun.invitations[1], want))
    assert state(begun, 1) is then


def test_a_day_to_think_and_then_an_answer(begun: Letting) -> None:
    save_report(begun, came(begun.invitations[1], Want.THINKS))
    record_want(begun.store, begun.author, begun.candidates[1], Want.NO, "WBN")
    assert state(begun, 1) is CandidateState.WANTS_NOT


def test_only_published_points_can_be_ticked(begun: Letting) -> None:
    with pytest.raises(Refused) as refused:
        save_report(begun, Visit(begun.invitations[1], Presence.PRESENT, points=("nice people",)))
    assert refused.value.field == "points"


def test_somebody_who_did_not_come_has_no_answer_yet(begun: Letting) -> None:
    with pytest.raises(Refused) as refused:
        save_report(begun, Visit(begun.invitations[1], Presence.CANCELLED, want=Want.YES))
    assert refused.value.field == "want"


def test_a_report_of_a_viewing_to_come_is_refused(letting: Letting) -> None:
    bring(letting, steps.remind)
    with pytest.raises(Refused):
        save_report(letting, came(letting.invitations[1]))


def test_a_report_entered_again_within_a_day_takes_the_place_of_the_first(begun: Letting) -> None:
    save_report(
        begun,
        came(begun.invitations[1]),
        defects=((DefectPlace.KITCHEN, "Kraan lekt"),),
        questions=((begun.candidates[1], "Mag er een kast in de gang?"),),
    )
    begun.clock.move_on(hours=20)
    save_report(begun, came(begun.invitations[1], Want.NO), defects=())
    assert state(begun, 1) is CandidateState.WANTS_NOT
    with begun.store.reading() as session:
        assert session.query(Defect).count() == 0
        assert session.query(TourQuestion).count() == 0


def test_a_report_is_closed_24_hours_after_the_viewing(begun: Letting) -> None:
    save_report(begun, came(begun.invitations[1]))
    begun.clock.move_on(hours=23.5)
    with pytest.raises(Refused, match="24 uur"):
        save_report(begun, came(begun.invitations[1], Want.NO))
    assert state(begun, 1) is CandidateState.WANTS


def test_whoever_is_left_can_be_recorded_later_so_that_the_viewing_can_be_completed(
    begun: Letting,
) -> None:
    save_report(begun, came(begun.invitations[1]))
    begun.clock.move_on(days=2)
    save_report(begun, *(came(invitation) for invitation in begun.invitations.values()))
    steps.close_viewing(begun)
    assert begun.shown().state is ViewingState.CLOSED


def test_a_first_report_that_is_late_is_still_taken(begun: Letting) -> None:
    begun.clock.move_on(days=3)
    save_report(begun, came(begun.invitations[1]))
    assert state(begun, 1) is CandidateState.WANTS


def test_correcting_that_somebody_came_takes_the_answer_back_too(begun: Letting) -> None:
    save_report(begun, came(begun.invitations[1]))
    save_report(begun, did_not_come(begun.invitations[1]))
    line = begun.view().candidates[0]
    assert (line.state, line.want) == (CandidateState.NO_SHOW, None)


def test_an_answer_by_phone_survives_a_report_that_the_candidate_was_not_there(
    begun: Letting,
) -> None:
    record_want(begun.store, begun.author, begun.candidates[1], Want.YES)
    save_report(begun, Visit(begun.invitations[1], Presence.CANCELLED))
    assert state(begun, 1) is CandidateState.WANTS


def test_an_answer_after_the_offer_goes_by_the_offer(letting: Letting) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused):
        record_want(letting.store, letting.author, letting.candidates[1], Want.NO)


# R8 ----------------------------------------------------------------------------------------


def test_r8_a_no_show_needs_a_confirmed_invitation_and_a_reminder(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    save_report(letting, did_not_come(letting.invitations[1]))
    assert state(letting, 1) is CandidateState.NO_SHOW


def test_r8_without_a_reminder_there_is_no_no_show(letting: Letting) -> None:
    bring(letting, steps.answers)
    letting.clock.move_to(steps.at(letting, 3, 16, 30))
    with pytest.raises(Refused, match="Niet verschenen kan pas na") as refused:
        save_report(letting, did_not_come(letting.invitations[1]))
    assert refused.value.field == "presence"
    assert presence(letting, 1) is Presence.UNKNOWN


@pytest.mark.parametrize("answer", [Answer.NONE, Answer.NOT_COMING, Answer.WANTS_OTHER])
def test_r8_who_did_not_confirm_is_no_no_show(begun: Letting, answer: Answer) -> None:
    record_answer(begun.store, begun.author, begun.invitations[1], answer)
    with pytest.raises(Refused, match="bevestigde uitnodiging"):
        save_report(begun, did_not_come(begun.invitations[1]))


def test_r8_a_yes_to_another_time_is_no_confirmation(letting: Letting) -> None:
    bring(letting, steps.remind)
    steps.viewings.move_viewing(
        letting.store, letting.author, letting.viewing, steps.usual_plan(letting, 2)
    )
    letting.clock.move_to(steps.at(letting, 2, 16, 30))
    with pytest.raises(Refused, match="bevestigde uitnodiging"):
        save_report(letting, did_not_come(letting.invitations[1]))


# R6 ----------------------------------------------------------------------------------------

HEADSCARF = "Mevrouw draagt een hoofddoek."


def test_r6_a_note_about_a_person_is_refused_and_names_the_word(begun: Letting) -> None:
    with pytest.raises(WordsFound, match="hoofddoek") as found:
        save_report(begun, defects=((DefectPlace.ENTRANCE, HEADSCARF),))
    assert found.value.field == "defect"
    assert [HEADSCARF[hit.start : hit.end] for hit in found.value.hits] == ["hoofddoek"]
    with begun.store.reading() as session:
        assert session.query(Defect).count() == 0


def test_r6_a_colleague_may_let_the_word_stand_and_that_is_kept(begun: Letting) -> None:
    question = "Mag er een hoofddoek in de wasruimte hangen?"
    save_report(begun, questions=((begun.candidates[1], question),), reader=begun.reader)
    with begun.store.reading() as session:
        override = session.query(WordOverride).one()
        assert (override.terms, override.author_id, override.reader_id) == (
            ["hoofddoek"],
            begun.author.id,
            begun.reader.id,
        )
        assert session.query(TourQuestion).one().question == question


def test_r6_the_author_does_not_read_along_with_their_own_words(begun: Letting) -> None:
    with pytest.raises(Refused) as refused:
        save_report(begun, defects=((DefectPlace.ENTRANCE, HEADSCARF),), reader=begun.author)
    assert refused.value.field == "reader"
    with begun.store.reading() as session:
        assert session.query(Defect).count() == 0


def test_r6_an_answer_a_motivation_a_question_and_a_complaint_are_checked_too(
    letting: Letting,
) -> None:
    store, who = letting.store, letting.author
    bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    everybody = [came(i) for i in letting.invitations.values()]
    save_report(letting, *everybody, questions=((None, "Wanneer is de sleutel er?"),))
    bring(letting, steps.submit, after=steps.report)
    with store.reading() as session:
        question = session.query(TourQuestion).one().id
    with pytest.raises(WordsFound):
        answer_question(store, who, question, HEADSCARF)
    with pytest.raises(WordsFound):
        draft_decision(store, who, letting.vacancy, HEADSCARF)
    with pytest.raises(WordsFound):
        return_decision(store, letting.reader, letting.decision, HEADSCARF)
    with pytest.raises(WordsFound):
        add_complaint(
            store, who, letting.vacancy, None, ComplaintAbout.ORDER, letting.today, HEADSCARF
        )


def test_a_question_is_answered(begun: Letting) -> None:
    save_report(begun, questions=((begun.candidates[1], "Mag er een kast in de gang?"),))
    with begun.store.reading() as session:
        question = session.query(TourQuestion).one().id
    answer_question(begun.store, begun.author, question, "Nee, dat is de vluchtweg.")
    with begun.store.reading() as session:
        row = session.query(TourQuestion).one()
        assert (row.answer, row.answered_on) == ("Nee, dat is de vluchtweg.", begun.today)


# R11 ---------------------------------------------------------------------------------------


def test_r11_a_candidate_who_was_asked_for_money_is_an_alarm(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    save_report(
        letting,
        came(letting.invitations[1], money_asked=True),
        came(letting.invitations[2], money_asked=False),
    )
    alarms = {line.rank: line.money_alarm for line in letting.view().candidates}
    assert alarms == {1: True, 2: False, 3: False, 4: False}
    handle_money(letting.store, letting.author, letting.candidates[1])
    assert not any(line.money_alarm for line in letting.view().candidates)


# Criteria, levels A and B ------------------------------------------------------------------


def give_criteria(letting: Letting, host: int, **answers: CriterionAnswer) -> None:
    record_criteria(letting.store, letting.author, letting.invitations[1], host, answers)


def test_level_a_hosts_record_nothing_about_a_candidate(begun: Letting) -> None:
    with pytest.raises(Refused) as refused:
        give_criteria(begun, begun.hosts[0], rules=CriterionAnswer.YES)
    assert refused.value.field == "criteria"


def test_level_b_two_hosts_answer_the_published_criteria_each_for_themselves(
    any_letting: Letting,
) -> None:
    letting = any_letting
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.report)
    give_criteria(letting, letting.hosts[0], rules=CriterionAnswer.YES)
    give_criteria(letting, letting.hosts[1], rules=CriterionAnswer.NO)
    with letting.store.reading() as session:
        assert {(c.host_id, c.answer) for c in session.query(HostCriterion)} == {
            (letting.hosts[0], CriterionAnswer.YES),
            (letting.hosts[1], CriterionAnswer.NO),
        }


def test_level_b_an_answer_given_again_takes_the_place_of_the_first(letting: Letting) -> None:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.report)
    give_criteria(letting, letting.hosts[0], rules=CriterionAnswer.YES)
    give_criteria(letting, letting.hosts[0], rules=CriterionAnswer.NOT_DISCUSSED)
    with letting.store.reading() as session:
        assert [c.answer for c in session.query(HostCriterion)] == [CriterionAnswer.NOT_DISCUSSED]


@pytest.mark.parametrize("what", ["criterion", "host", "late"])
def test_level_b_nothing_else_is_recorded(letting: Letting, what: str) -> None:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.report)
    host, key = letting.hosts[0], "rules"
    if what == "criterion":
        key = "friendly"
    elif what == "host":
        host = letting.hosts[2]
    else:
        letting.clock.move_on(days=2)
    with pytest.raises(Refused):
        give_criteria(letting, host, **{key: CriterionAnswer.YES})


def test_the_dates_of_hosts_minutes_and_reports_are_those_of_the_clock(begun: Letting) -> None:
    save_report(begun, came(begun.invitations[1]))
    with begun.store.reading() as session:
        invitation = session.get_one(Invitation, begun.invitations[1])
        assert invitation.viewing.report is not None
        assert begun.clock() - invitation.viewing.report.entered_at == timedelta(0)


# The lists of visitors ---------------------------------------------------------------------


def test_r5_a_list_that_came_back_is_recorded_also_after_the_report_is_closed(
    letting: Letting,
) -> None:
    bring(letting, steps.report)
    letting.clock.move_on(days=3)
    host, shift = next(iter(letting.shifts.items()))
    record_list_back(letting.store, letting.author, shift)
    back = {line.host_id: line.list_back_on for line in letting.shown().shifts}
    assert back == {one: letting.today if one == host else None for one in letting.shifts}


def test_r5_a_list_comes_back_once(letting: Letting) -> None:
    bring(letting, steps.report)
    shift = next(iter(letting.shifts.values()))
    record_list_back(letting.store, letting.author, shift)
    with pytest.raises(Refused):
        record_list_back(letting.store, letting.author, shift)


def test_r5_no_list_comes_back_before_the_viewing(letting: Letting) -> None:
    bring(letting, steps.remind)
    with pytest.raises(Refused):
        record_list_back(letting.store, letting.author, next(iter(letting.shifts.values())))


def test_r5_a_host_who_was_not_there_has_no_list(letting: Letting) -> None:
    bring(letting, steps.report)
    shift = next(iter(letting.shifts.values()))
    record_host_absent(letting.store, letting.author, shift)
    with pytest.raises(Refused):
        record_list_back(letting.store, letting.author, shift)
