"""R14: when the time is over, nothing of a person is left; what was decided can still be read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.store import search
from desktop.store.audit import ErasableValue
from desktop.store.verify import verify
from desktop.viewings.actions.decisions import add_complaint, close_complaint
from desktop.viewings.actions.hosts import declare_relation
from desktop.viewings.actions.invitations import note_need
from desktop.viewings.actions.retention import wipe, wipe_withdrawn
from desktop.viewings.actions.vacancies import withdraw_vacancy
from desktop.viewings.exchange.candidates import CandidateRow
from desktop.viewings.model import Candidate, Complaint, TourQuestion, WordOverride
from desktop.viewings.queries.decisions import order_lines, trail
from desktop.viewings.rules.steps import NextStep
from desktop.viewings.states import ComplaintAbout, DecisionState, RelationKind
from tests.support import steps
from tests.support.steps import Letting, bring, came, save_report
from tests.support.undoing import nothing_to_undo

FATIMA = CandidateRow(
    1,
    "Achternaamzoeker",
    external_ref="Inschrijving-77",
    initials="Q.Z.",
    first_name="Voornaamzoeker",
    prefix="tussenzoeker",
    email="postzoeker@zoekt.voorbeeld",
    phone="0600 – 77 66 55",
    street="Zoekerstraat 99",
    postcode="9988 ZZ",
    city="Zoekerdam",
    visit_need="",
)
NEED = "een rustige ingang"
FIRST_QUESTION = "Mag de vleugelpiano op het balkon?"
QUESTION = "Mag de hoofddoek in de wasruimte drogen?"
ANSWER = "In de wasruimte mag alles drogen."
COMPLAINT = "De afspraak liep twee uur uit."
# What stands in the file of one person, each of which no other row holds.
VALUES = (
    "Achternaamzoeker",
    "Inschrijving-77",
    "Q.Z.",
    "Voornaamzoeker",
    "tussenzoeker",
    "postzoeker",
    "0600 – 77 66 55",
    "Zoekerstraat",
    "9988 ZZ",
    "Zoekerdam",
    NEED,
    FIRST_QUESTION,
    QUESTION,
    "hoofddoek",
    ANSWER,
    COMPLAINT,
)


def with_everything(letting: Letting) -> Letting:
    """A letting in which each place that can hold something of a person holds it; also the trail
    of what was changed, removed and undone."""
    letting.people = (FATIMA, *steps.people(4)[1:])
    store, who = letting.store, letting.author
    bring(letting, steps.remind)
    candidate = letting.candidates[1]
    note_need(store, who, candidate, NEED, "nl", 2)
    note_need(store, who, candidate, "", "nl", 2)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    everybody = [came(i) for i in letting.invitations.values()]
    save_report(letting, *everybody, questions=((candidate, FIRST_QUESTION),))
    save_report(letting, *everybody, questions=((candidate, QUESTION),), reader=letting.reader)
    with store.reading() as session:
        question = session.query(TourQuestion).one().id
    steps.reports.answer_question(store, who, question, ANSWER)
    bring(letting, steps.complete, after=steps.report)
    complain(letting)
    store.undo(who)
    close_complaint(store, who, complain(letting), "Excuses gemaakt.")
    letting.clock.move_on(days=60)
    steps.decisions.close_decision(store, who, letting.decision)
    return letting


def complain(letting: Letting) -> int:
    return add_complaint(
        letting.store,
        letting.author,
        letting.vacancy,
        letting.candidates[1],
        ComplaintAbout.VIEWING,
        letting.today,
        COMPLAINT,
    )


def left_in_the_files(letting: Letting) -> list[str]:
    """Which values can be found as bytes in the database or beside it."""
    path = letting.store.path
    assert path is not None
    files = [p for p in path.parent.glob(path.name + "*") if p.is_file()]
    bytes_of_all = b"".join(p.read_bytes() for p in files).lower()
    spellings = [(v, v.lower()) for v in VALUES] + [
        (v, v.lower().encode("ascii", "backslashreplace").decode()) for v in VALUES
    ]
    return sorted({value for value, lower in spellings if lower.encode() in bytes_of_all})


def test_r14_before_wiping_the_values_are_in_the_file(letting: Letting) -> None:
    with_everything(letting)
    assert left_in_the_files(letting) == sorted(VALUES)


def test_r14_after_wiping_no_byte_of_a_person_is_left(letting: Letting) -> None:
    with_everything(letting)
    wiped = wipe(letting.store, letting.author, letting.decision)
    assert wiped.candidates == 4
    assert wiped.values > 10
    assert left_in_the_files(letting) == []


def test_r14_after_wiping_no_column_or_trail_holds_anything_personal(any_letting: Letting) -> None:
    letting = with_everything(any_letting)
    wipe(letting.store, letting.author, letting.decision)
    with letting.store.reading() as session:
        for candidate in session.query(Candidate):
            assert candidate.name == candidate.number
            assert candidate.wiped_on == letting.today
        assert {c.summary for c in session.query(Complaint)} == {""}
        assert {(q.question, q.answer) for q in session.query(TourQuestion)} == {("", "")}
        assert [o.terms for o in session.query(WordOverride)] == [[]]
        of_candidates = ("candidate", "tour_question", "complaint", "word_override")
        left = session.query(ErasableValue).filter(ErasableValue.table.in_(of_candidates))
        assert left.count() == 0


def test_r14_the_chain_is_whole_after_wiping(any_letting: Letting) -> None:
    letting = with_everything(any_letting)
    wipe(letting.store, letting.author, letting.decision)
    with letting.store.reading() as session:
        assert verify(session).whole


def test_r14_search_finds_nobody_after_wiping(any_letting: Letting) -> None:
    letting = with_everything(any_letting)

    def found() -> list[str]:
        with letting.store.reading() as session:
            words = ("achternaamzoeker", "voornaamzoeker")
            return [hit.title for w in words for hit in search.find(session, w, ["candidate"])]

    assert len(found()) == 2
    wipe(letting.store, letting.author, letting.decision)
    assert found() == []


def test_r14_nothing_before_wiping_can_be_undone(letting: Letting) -> None:
    with_everything(letting)
    letting.store.undo(letting.author)
    letting.store.redo(letting.author)
    wipe(letting.store, letting.author, letting.decision)
    assert nothing_to_undo(letting.store, letting.author)


def test_r14_the_order_table_and_the_trail_stay_with_pseudonyms(letting: Letting) -> None:
    with_everything(letting)
    with letting.store.reading() as session:
        before = order_lines(session, letting.decision)
    wipe(letting.store, letting.author, letting.decision)
    with letting.store.reading() as session:
        assert order_lines(session, letting.decision) == before
        newest = trail(session, letting.vacancy)[0]
        assert (newest.action, newest.actor) == ("viewings.wipe", "Sanne Postma")
    decision = letting.view().decision
    assert decision is not None
    assert (decision.state, decision.wiped_on) == (DecisionState.WIPED, letting.today)


def test_r14_the_people_of_another_letting_stay(letting: Letting) -> None:
    with_everything(letting)
    declare_relation(
        letting.store,
        letting.author,
        letting.hosts[0],
        RelationKind.FRIEND,
        "Berend Hoekstra",
        letting.today,
    )
    other = steps.Letting(**{**vars(letting), "people": steps.people(3)})
    other.vacancy = steps.vacancies.announce(
        letting.store, letting.author, another_dwelling(letting), "2026-0500"
    )
    bring(other, steps.take_list, after=steps.announce)
    wipe(letting.store, letting.author, letting.decision)
    assert [line.name for line in other.view().candidates] == [
        "Voornaam1 Zoeker1",
        "Voornaam2 Zoeker2",
        "Voornaam3 Zoeker3",
    ]


def another_dwelling(letting: Letting) -> int:
    with letting.store.reading() as session:
        rows = session.query(steps.vacancies.Dwelling).filter_by(house_number="12")
        return rows.one().id


# Too early ---------------------------------------------------------------------------------


def test_r14_wiping_too_early_is_refused_with_the_day(letting: Letting) -> None:
    bring(letting, steps.close_decision)
    decision = letting.view().decision
    assert decision is not None
    assert decision.wipe_on is not None
    letting.clock.move_on(days=(decision.wipe_on - letting.today).days - 1)
    with pytest.raises(Refused, match="vanaf 8 januari 2027") as refused:
        steps.wipe(letting)
    assert refused.value.field == "wipe_on"
    assert letting.view().candidates[0].name == "Johan de Boer"
    letting.clock.move_on(days=1)
    steps.wipe(letting)


def test_r14_a_decision_that_is_not_closed_is_not_wiped(letting: Letting) -> None:
    bring(letting, steps.complete)
    letting.clock.move_on(days=100)
    with pytest.raises(Refused):
        steps.wipe(letting)


def test_r14_an_open_complaint_keeps_everything(any_letting: Letting) -> None:
    letting = bring(any_letting, steps.close_decision)
    complain(letting)
    letting.clock.move_on(days=100)
    with pytest.raises(Refused, match="klacht") as refused:
        steps.wipe(letting)
    assert refused.value.field == "complaint"
    assert letting.view().candidates[0].name == "Johan de Boer"


def test_r14_after_a_complaint_the_time_starts_again(letting: Letting) -> None:
    bring(letting, steps.close_decision)
    complaint = complain(letting)
    letting.clock.move_on(days=30)
    close_complaint(letting.store, letting.author, complaint, "Excuses gemaakt.")
    decision = letting.view().decision
    assert decision is not None
    assert decision.wipe_on == letting.today + timedelta(weeks=4)
    with pytest.raises(Refused):
        steps.wipe(letting)


def test_r14_what_is_wiped_is_not_wiped_again(letting: Letting) -> None:
    bring(letting, steps.wipe)
    with pytest.raises(Refused):
        steps.wipe(letting)


def test_r14_people_of_a_dwelling_that_was_withdrawn_are_wiped_too(letting: Letting) -> None:
    bring(letting, steps.take_list)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "REN")
    assert letting.view().next is NextStep.WAIT_FOR_WIPE
    with pytest.raises(Refused):
        wipe_withdrawn(letting.store, letting.author, letting.vacancy)
    letting.clock.move_on(weeks=5)
    assert letting.view().next is NextStep.WIPE
    assert wipe_withdrawn(letting.store, letting.author, letting.vacancy).candidates > 0
    assert all(line.name == line.number for line in letting.view().candidates)
    assert letting.view().next is NextStep.NOTHING
    with letting.store.reading() as session:
        assert verify(session).whole


def test_r14_only_a_withdrawn_dwelling_is_wiped_without_a_decision(letting: Letting) -> None:
    bring(letting, steps.take_list)
    with pytest.raises(Refused):
        wipe_withdrawn(letting.store, letting.author, letting.vacancy)
