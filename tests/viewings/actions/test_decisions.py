"""The decision: nobody passed over without a code, read by another, frozen, told to everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.documents.letter_texts import load
from desktop.refused import Refused
from desktop.settings.actions import change_letter_text
from desktop.terms.counting import last_day
from desktop.viewings.actions.decisions import (
    add_complaint,
    close_complaint,
    close_decision,
    draft_decision,
    letters_sent,
    return_decision,
    settle_decision,
    submit_decision,
)
from desktop.viewings.actions.invitations import (
    candidate_withdraws,
    note_need,
    take_back_invitation,
)
from desktop.viewings.actions.offers import make_offer, refuse_offer
from desktop.viewings.actions.vacancies import complete, sign_lease
from desktop.viewings.model import Candidate, Decision, Letter
from desktop.viewings.queries.decisions import OrderLine, order_lines
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import (
    CandidateState,
    ComplaintAbout,
    DecisionState,
    Level,
    SkipCode,
    VacancyState,
)
from tests.support import steps
from tests.support.steps import Letting, bring


def second_in_order_gets_it(letting: Letting) -> Letting:
    """The first refused the offer and the second accepted."""
    bring(letting, steps.offer)
    refuse_offer(letting.store, letting.author, letting.offer, "WBN")
    steps.offer(letting)
    steps.accept(letting)
    return letting


def table(letting: Letting) -> list[OrderLine]:
    with letting.store.reading() as session:
        return order_lines(session, letting.decision)


def complain(letting: Letting, rank: int = 2) -> int:
    return add_complaint(
        letting.store,
        letting.author,
        letting.vacancy,
        letting.candidates[rank],
        ComplaintAbout.VIEWING,
        letting.today,
        "De afspraak begon te laat.",
    )


# R10 ---------------------------------------------------------------------------------------


def test_r10_the_table_says_for_everybody_before_the_chosen_one_why(any_letting: Letting) -> None:
    letting = second_in_order_gets_it(any_letting)
    bring(letting, steps.settle, after=steps.accept)
    rows = table(letting)
    assert [(row.rank, row.code, row.chosen) for row in rows] == [
        (1, PassCode.REFUSED, False),
        (2, None, True),
        (3, PassCode.BEHIND, False),
        (4, PassCode.BEHIND, False),
    ]
    assert [row.vera for row in rows] == ["WBN", "", "", ""]
    assert [row.came for row in rows] == [True] * 4


def test_r10_a_decision_that_passes_somebody_over_without_a_code_is_refused(
    letting: Letting,
) -> None:
    second_in_order_gets_it(letting)
    steps.draft(letting)
    with letting.store.act(letting.author, "test.spoil") as act:
        act.session.get_one(Candidate, letting.candidates[1]).state = CandidateState.WANTS
    with pytest.raises(Refused, match="Kandidaat 1") as refused:
        submit_decision(letting.store, letting.author, letting.decision)
    assert refused.value.field == "order"


def test_r10_it_is_looked_at_again_when_the_colleague_agrees(letting: Letting) -> None:
    second_in_order_gets_it(letting)
    bring(letting, steps.submit, after=steps.accept)
    with letting.store.act(letting.author, "test.spoil") as act:
        act.session.get_one(Candidate, letting.candidates[1]).state = CandidateState.WANTS
    with pytest.raises(Refused, match="Kandidaat 1"):
        steps.settle(letting)


def test_r10_everybody_who_was_invited_gets_a_letter_in_their_language(
    any_letting: Letting,
) -> None:
    letting = any_letting
    letting.people = steps.people(6)
    bring(letting, steps.invite)
    note_need(letting.store, letting.author, letting.candidates[3], "", "en", 1)
    take_back_invitation(letting.store, letting.author, letting.invitations.pop(6))
    bring(letting, steps.settle, after=steps.invite)
    assert letters_sent(letting.store, letting.author, letting.decision) == 6
    with letting.store.reading() as session:
        kinds = {(x.candidate_id, x.kind, x.language) for x in session.query(Letter)}
    assert (letting.candidates[1], "decision-chosen", "nl") in kinds
    assert (letting.candidates[3], "decision-others", "en") in kinds
    assert {candidate for candidate, _kind, _language in kinds} == set(letting.candidates.values())


def test_r10_who_was_never_invited_gets_no_letter(letting: Letting) -> None:
    letting.people = steps.people(5)
    bring(letting, steps.hosts_say_yes)
    first_three = [letting.candidates[rank] for rank in (1, 2, 3)]
    made = steps.invitations.invite(letting.store, letting.author, letting.viewing, first_three)
    letting.invitations = dict(zip((1, 2, 3), made, strict=True))
    bring(letting, steps.settle, after=steps.invite)
    assert letters_sent(letting.store, letting.author, letting.decision) == 3


def test_r10_a_letter_keeps_which_text_it_had_also_after_the_text_was_changed(
    letting: Letting,
) -> None:
    bring(letting, steps.settle)
    change_letter_text(letting.store, letting.author, "decision-others", "nl", "# Ons besluit")
    with letting.store.reading() as session:
        texts = {
            (key, language): load(session, key, language).digest
            for key in ("decision-chosen", "decision-others")
            for language in ("nl", "en")
        }
    letters_sent(letting.store, letting.author, letting.decision)
    change_letter_text(letting.store, letting.author, "decision-others", "nl", "# Een andere tekst")
    with letting.store.reading() as session:
        of_decision = Letter.kind.startswith("decision")
        for letter in session.query(Letter).filter(of_decision):
            assert letter.text_digest == texts[letter.kind, letter.language]
        assert load(session, "decision-others", "nl").digest not in texts.values()


def test_r10_letters_go_once(letting: Letting) -> None:
    bring(letting, steps.letters)
    with pytest.raises(Refused):
        letters_sent(letting.store, letting.author, letting.decision)


def test_letters_that_did_not_go_out_after_all_can_be_undone_while_nothing_followed(
    letting: Letting,
) -> None:
    bring(letting, steps.letters)
    assert letting.store.undo(letting.author) == "Brieven verstuurd"
    decision = letting.view().decision
    assert decision is not None
    assert (decision.state, decision.letters_on) == (DecisionState.SETTLED, None)
    assert letters_sent(letting.store, letting.author, letting.decision) > 0


def test_letters_cannot_be_undone_once_somebody_else_went_on(letting: Letting) -> None:
    bring(letting, steps.letters)
    with letting.store.act(letting.reader, "test.elsewhere") as act:
        act.session.get_one(Decision, letting.decision).state = DecisionState.CLOSED
    with pytest.raises(Refused, match="leg vast wat anders moet zijn"):
        letting.store.undo(letting.author)


# Drafting and reading along ----------------------------------------------------------------


def test_no_decision_before_somebody_accepted(letting: Letting) -> None:
    bring(letting, steps.offer)
    with pytest.raises(Refused) as refused:
        steps.draft(letting)
    assert refused.value.field == "candidate"


def test_the_second_reader_is_not_the_author(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.submit)
    with pytest.raises(Refused, match="U schreef dit besluit zelf") as refused:
        settle_decision(letting.store, letting.author, letting.decision)
    assert refused.value.field == "reader"
    with pytest.raises(Refused):
        return_decision(letting.store, letting.author, letting.decision, "Klopt dit?")
    assert letting.view().state is VacancyState.OFFERING


def test_who_submits_a_draft_of_another_is_its_author(letting: Letting) -> None:
    bring(letting, steps.draft)
    submit_decision(letting.store, letting.reader, letting.decision)
    with pytest.raises(Refused):
        settle_decision(letting.store, letting.reader, letting.decision)
    settle_decision(letting.store, letting.author, letting.decision)


def test_the_reader_sends_it_back_with_a_question_and_the_author_goes_on(letting: Letting) -> None:
    bring(letting, steps.submit)
    with pytest.raises(Refused) as refused:
        return_decision(letting.store, letting.reader, letting.decision, " ")
    assert refused.value.field == "question"
    return_decision(letting.store, letting.reader, letting.decision, "Is de vergunning bekeken?")
    line = letting.view().decision
    assert line is not None
    assert (line.state, line.question) == (
        DecisionState.RETURNED,
        "Is de vergunning bekeken?",
    )
    bring(letting, steps.settle, after=steps.accept)
    assert letting.view().state is VacancyState.DECIDED


def test_a_decision_that_is_being_read_is_not_rewritten(letting: Letting) -> None:
    bring(letting, steps.submit)
    with pytest.raises(Refused):
        steps.draft(letting)


def test_a_decision_that_was_not_submitted_is_not_settled(letting: Letting) -> None:
    bring(letting, steps.draft)
    with pytest.raises(Refused):
        steps.settle(letting)


def test_c5_a_permit_that_is_needed_is_checked_first(letting: Letting) -> None:
    bring(letting, steps.draft)
    draft_decision(letting.store, letting.author, letting.vacancy, permit_checked=False)
    with pytest.raises(Refused) as refused:
        submit_decision(letting.store, letting.author, letting.decision)
    assert refused.value.field == "permit_checked"
    draft_decision(letting.store, letting.author, letting.vacancy, permit_checked=True)
    submit_decision(letting.store, letting.author, letting.decision)


def test_c5_where_the_municipality_asks_a_permit_nobody_can_say_that_none_is_needed(
    letting: Letting,
) -> None:
    letting.policy_values = {"permit_needed": True}
    bring(letting, steps.draft)
    with pytest.raises(Refused, match="vraagt voor deze woning een vergunning") as refused:
        submit_decision(letting.store, letting.author, letting.decision)
    assert refused.value.field == "permit_checked"
    draft_decision(letting.store, letting.author, letting.vacancy, permit_checked=True)
    submit_decision(letting.store, letting.author, letting.decision)


def test_level_b_a_deviation_is_written_down_with_facts_and_read_by_another(
    letting: Letting,
) -> None:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.close_viewing)
    given = {letting.candidates[1]: PassCode.NOT_ELIGIBLE}
    letting.offer = make_offer(
        letting.store, letting.author, letting.vacancy, letting.candidates[2], deviations=given
    )
    steps.accept(letting)
    with pytest.raises(Refused) as refused:
        draft_decision(letting.store, letting.author, letting.vacancy, deviations=given)
    assert refused.value.field == "motivation"
    letting.decision = draft_decision(
        letting.store,
        letting.author,
        letting.vacancy,
        "Nummer 1 reageerde op een woning voor een kleiner huishouden.",
        deviations=given,
    )
    bring(letting, steps.settle, after=steps.draft)
    assert table(letting)[0].code is PassCode.NOT_ELIGIBLE


def offered_past_the_first(letting: Letting) -> Letting:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.close_viewing)
    given = {letting.candidates[1]: PassCode.NOT_ELIGIBLE}
    letting.offer = make_offer(
        letting.store, letting.author, letting.vacancy, letting.candidates[2], deviations=given
    )
    steps.accept(letting)
    return letting


def test_a_deviation_given_with_the_offer_comes_along_in_the_draft(any_letting: Letting) -> None:
    letting = offered_past_the_first(any_letting)
    steps.draft(letting)
    assert table(letting)[0].code is PassCode.NOT_ELIGIBLE
    bring(letting, steps.settle, after=steps.draft)
    assert table(letting)[0].code is PassCode.NOT_ELIGIBLE


def test_a_deviation_that_the_draft_drops_is_missed_when_it_is_submitted(
    letting: Letting,
) -> None:
    offered_past_the_first(letting)
    letting.decision = draft_decision(
        letting.store, letting.author, letting.vacancy, "Niet nodig.", deviations={}
    )
    with pytest.raises(Refused, match="Kandidaat 1"):
        steps.submit(letting)


def test_a_deviation_needs_its_facts_also_when_it_came_with_the_offer(letting: Letting) -> None:
    offered_past_the_first(letting)
    with pytest.raises(Refused) as refused:
        draft_decision(letting.store, letting.author, letting.vacancy)
    assert refused.value.field == "motivation"


# Frozen ------------------------------------------------------------------------------------


def test_a_settled_table_does_not_change_when_a_candidate_changes(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.settle)
    before = table(letting)
    with letting.store.act(letting.author, "test.change") as act:
        for candidate in act.session.query(Candidate):
            candidate.state = CandidateState.WITHDRAWN
            candidate.priority = True
    candidate_withdraws(letting.store, letting.author, letting.candidates[4], SkipCode.HOUSED)
    assert table(letting) == before


def test_until_it_is_settled_the_table_follows_the_facts(letting: Letting) -> None:
    bring(letting, steps.submit)
    candidate_withdraws(letting.store, letting.author, letting.candidates[2], SkipCode.HOUSED)
    assert table(letting)[1].answer is CandidateState.WITHDRAWN


def test_settling_allocates_to_the_chosen_one_and_reaches_nobody_else(letting: Letting) -> None:
    second_in_order_gets_it(letting)
    bring(letting, steps.settle, after=steps.accept)
    assert {line.rank: line.state for line in letting.view().candidates} == {
        1: CandidateState.REFUSED,
        2: CandidateState.ALLOCATED,
        3: CandidateState.NOT_REACHED,
        4: CandidateState.NOT_REACHED,
    }


# Letters, lease and complaints -------------------------------------------------------------


def test_the_complaint_term_starts_with_the_letters(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.letters)
    line = letting.view().decision
    assert line is not None
    assert line.complaint_until == last_day(letting.today, weeks=6).last


def test_no_lease_before_the_decision_is_settled(letting: Letting) -> None:
    bring(letting, steps.submit)
    with pytest.raises(Refused):
        steps.lease(letting)


def test_keys_are_not_handed_over_before_the_lease(letting: Letting) -> None:
    bring(letting, steps.letters)
    with pytest.raises(Refused) as refused:
        sign_lease(
            letting.store,
            letting.author,
            letting.vacancy,
            letting.today,
            letting.today - timedelta(days=1),
        )
    assert refused.value.field == "keys_on"


def test_the_day_of_the_keys_may_be_filled_in_later(letting: Letting) -> None:
    bring(letting, steps.letters)
    store, who, today = letting.store, letting.author, letting.today
    sign_lease(store, who, letting.vacancy, today, None)
    with pytest.raises(Refused) as refused:
        complete(store, who, letting.vacancy)
    assert refused.value.field == "keys_on"
    sign_lease(store, who, letting.vacancy, today, today + timedelta(days=3))
    complete(store, who, letting.vacancy)
    assert letting.view().state is VacancyState.COMPLETED


def test_a_decision_is_not_closed_while_candidates_can_complain(letting: Letting) -> None:
    bring(letting, steps.complete)
    line = letting.view().decision
    assert line is not None
    assert line.complaint_until is not None
    letting.clock.move_on(days=(line.complaint_until - letting.today).days)
    with pytest.raises(Refused):
        close_decision(letting.store, letting.author, letting.decision)
    letting.clock.move_on(days=1)
    close_decision(letting.store, letting.author, letting.decision)


def test_a_decision_is_not_closed_while_a_complaint_is_open(letting: Letting) -> None:
    bring(letting, steps.complete)
    complaint = complain(letting)
    letting.clock.move_on(days=60)
    with pytest.raises(Refused) as refused:
        close_decision(letting.store, letting.author, letting.decision)
    assert refused.value.field == "complaint"
    close_complaint(letting.store, letting.author, complaint, "Excuses gemaakt.")
    close_decision(letting.store, letting.author, letting.decision)


def test_a_complaint_is_answered_within_the_term_and_not_dated_ahead(letting: Letting) -> None:
    bring(letting, steps.letters)
    complain(letting)
    [line] = letting.view().complaints
    assert line.answer_by == last_day(letting.today, weeks=6).last
    with pytest.raises(Refused) as refused:
        add_complaint(
            letting.store,
            letting.author,
            letting.vacancy,
            None,
            ComplaintAbout.ORDER,
            letting.today + timedelta(days=1),
            "Te laat.",
        )
    assert refused.value.field == "received_on"


def test_the_day_of_wiping_follows_lease_letters_and_complaints(letting: Letting) -> None:
    def kept() -> object:
        with letting.store.reading() as session:
            return session.get_one(Decision, letting.decision).wipe_on

    bring(letting, steps.settle)
    steps.lease(letting)
    assert kept() == letting.today + timedelta(weeks=4)
    steps.letters(letting)
    until = last_day(letting.today, weeks=6).last
    assert kept() == until + timedelta(days=1)
    complaint = complain(letting)
    letting.clock.move_on(days=50)
    close_complaint(letting.store, letting.author, complaint, "Excuses gemaakt.")
    assert kept() == letting.today + timedelta(weeks=4)
