"""Level C: residents nominate, staff test, a second reader agrees; only then the order moves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.refused import Refused
from desktop.store.audit import ErasableValue
from desktop.store.verify import verify
from desktop.viewings.actions.decisions import draft_decision
from desktop.viewings.actions.hosts import declare_relation
from desktop.viewings.actions.nominations import (
    agree,
    do_not_follow,
    enter_nomination,
    pass_test,
    send_back,
)
from desktop.viewings.actions.offers import make_offer, refuse_offer
from desktop.viewings.actions.reports import record_criteria
from desktop.viewings.actions.texts import WordsFound
from desktop.viewings.model import (
    HostCriterion,
    Nomination,
    NominationMember,
    Nominee,
    Vacancy,
)
from desktop.viewings.queries.decisions import order_lines, trail
from desktop.viewings.rules.nomination import Nominated
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import (
    CriterionAnswer,
    Level,
    NominationState,
    OfferAnswer,
    RelationKind,
)
from tests.support import steps
from tests.support.steps import Letting, bring

YES = {"rules": CriterionAnswer.YES}
TESTED = "De antwoorden passen bij de criteria uit de advertentie."


@pytest.fixture
def letting(any_letting: Letting) -> Letting:
    """The viewing is over; residents may nominate one of the first three."""
    any_letting.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    return bring(any_letting, steps.close_viewing)


def nominate(letting: Letting, *ranks: int, **values: object) -> int:
    given = {
        "proposed_on": letting.today,
        "member_ids": letting.hosts[:2],
        "nominees": [Nominated(letting.candidates[rank], YES) for rank in ranks],
        **values,
    }
    return enter_nomination(letting.store, letting.author, letting.vacancy, **given)  # type: ignore[arg-type]


def agreed(letting: Letting, *ranks: int) -> int:
    nomination = nominate(letting, *ranks)
    pass_test(letting.store, letting.author, nomination, TESTED)
    agree(letting.store, letting.reader, nomination)
    return nomination


def offer_to(letting: Letting, rank: int, **values: object) -> int:
    candidate = letting.candidates[rank]
    return make_offer(letting.store, letting.author, letting.vacancy, candidate, **values)  # type: ignore[arg-type]


def kept(letting: Letting) -> tuple[int, NominationState]:
    """The number and the state of the last nomination."""
    with letting.store.reading() as session:
        nomination = session.get_one(Vacancy, letting.vacancy).nomination
        assert nomination is not None
        return nomination.number, nomination.state


def knows_fatima(letting: Letting, kind: RelationKind) -> None:
    """The first host declares to know candidate 3."""
    declare_relation(
        letting.store, letting.author, letting.hosts[0], kind, "Fatima el Bakkali", letting.today
    )


def test_what_residents_nominated_is_kept_with_who_and_why(letting: Letting) -> None:
    nominate(letting, 3, 1)
    with letting.store.reading() as session:
        nomination = session.query(Nomination).one()
        assert nomination.state is NominationState.ENTERED
        assert [n.candidate_id for n in nomination.nominees] == [
            letting.candidates[3],
            letting.candidates[1],
        ]
        assert nomination.nominees[0].answers == [["rules", "YES"]]
        assert {m.host_id for m in nomination.members} == set(letting.hosts[:2])


def test_a_nomination_moves_nobody_before_a_second_reader_agreed(letting: Letting) -> None:
    assert letting.view().next_offer == letting.candidates[1]
    nomination = nominate(letting, 3)
    assert letting.view().next_offer == letting.candidates[1]
    pass_test(letting.store, letting.author, nomination, TESTED)
    assert letting.view().next_offer == letting.candidates[1]
    agree(letting.store, letting.reader, nomination)
    assert letting.view().next_offer == letting.candidates[3]


def test_the_offer_goes_by_the_order_of_the_residents_with_the_code_for_who_is_passed_over(
    letting: Letting,
) -> None:
    agreed(letting, 3, 2)
    first = offer_to(letting, 3)
    codes = {letting.candidates[1]: PassCode.NOMINATED, letting.candidates[2]: PassCode.NOMINATED}
    assert dict(letting.view().offers[0].deviations) == codes
    refuse_offer(letting.store, letting.author, first, "WBN")
    with pytest.raises(Refused, match="Kandidaat 1"):
        offer_to(letting, 2, deviations={})
    letting.offer = offer_to(letting, 2)
    bring(letting, steps.accept, after=steps.offer)
    letting.decision = draft_decision(
        letting.store, letting.author, letting.vacancy, "Bewoners droegen deze kandidaat voor."
    )
    bring(letting, steps.settle, after=steps.draft)
    with letting.store.reading() as session:
        lines = {line.rank: line.code for line in order_lines(session, letting.decision)}
    assert lines == {
        1: PassCode.NOMINATED,
        2: None,
        3: PassCode.REFUSED,
        4: PassCode.BEHIND,
    }


def test_without_a_nomination_the_order_of_the_list_stays(letting: Letting) -> None:
    with pytest.raises(Refused, match="Kandidaat 1"):
        offer_to(letting, 3)
    offer_to(letting, 1)


def test_a_code_of_staff_alone_is_no_nomination(letting: Letting) -> None:
    codes = {letting.candidates[rank]: PassCode.NOMINATED for rank in (1, 2)}
    with pytest.raises(Refused):
        make_offer(
            letting.store, letting.author, letting.vacancy, letting.candidates[3], None, codes
        )


def test_nothing_is_offered_while_a_nomination_is_tested(letting: Letting) -> None:
    nomination = nominate(letting, 3)
    with pytest.raises(Refused, match="Bewoners droegen iemand voor"):
        offer_to(letting, 1)
    do_not_follow(letting.store, letting.author, nomination, "Criterium 1 is niet besproken.")
    offer_to(letting, 1)
    assert kept(letting)[1] is NominationState.REJECTED


def test_the_second_reader_is_somebody_else(letting: Letting) -> None:
    nomination = nominate(letting, 3)
    pass_test(letting.store, letting.author, nomination, TESTED)
    with pytest.raises(Refused) as refused:
        agree(letting.store, letting.author, nomination)
    assert refused.value.field == "reader"
    assert letting.view().next_offer == letting.candidates[1]


def test_a_question_of_the_second_reader_brings_it_back_to_be_tested(letting: Letting) -> None:
    nomination = nominate(letting, 3)
    pass_test(letting.store, letting.author, nomination, TESTED)
    with pytest.raises(Refused):
        send_back(letting.store, letting.reader, nomination, " ")
    send_back(letting.store, letting.reader, nomination, "Wie vulden dit in?")
    assert kept(letting)[1] is NominationState.RETURNED
    pass_test(letting.store, letting.author, nomination, TESTED)
    agree(letting.store, letting.reader, nomination)
    assert kept(letting)[1] is NominationState.AGREED


def test_entering_again_replaces_what_is_not_agreed(letting: Letting) -> None:
    first = nominate(letting, 3)
    assert nominate(letting, 2, 1, member_ids=letting.hosts[1:]) == first
    with letting.store.reading() as session:
        assert [n.candidate_id for n in session.query(Nominee).order_by(Nominee.place)] == [
            letting.candidates[2],
            letting.candidates[1],
        ]
        assert {m.host_id for m in session.query(NominationMember)} == set(letting.hosts[1:])
    pass_test(letting.store, letting.author, first, TESTED)
    with pytest.raises(Refused):
        nominate(letting, 1)


def test_after_one_that_was_not_followed_residents_nominate_anew(letting: Letting) -> None:
    first = nominate(letting, 3)
    do_not_follow(letting.store, letting.author, first, "De antwoorden ontbreken.")
    assert nominate(letting, 2) != first
    assert kept(letting)[0] == 2


def test_what_a_nomination_may_not_be_is_refused_and_nothing_is_kept(letting: Letting) -> None:
    knows_fatima(letting, RelationKind.FRIEND)
    for ranks, values in (
        ((4,), {"member_ids": letting.hosts[1:]}),  # behind the first three
        ((3,), {}),  # a host knows candidate 3
        ((3,), {"member_ids": letting.hosts[1:2]}),  # alone
        ((), {"member_ids": letting.hosts[1:]}),
        ((3,), {"member_ids": letting.hosts[1:], "proposed_on": letting.today + timedelta(days=1)}),
    ):
        with pytest.raises(Refused):
            nominate(letting, *ranks, **values)
    with letting.store.reading() as session:
        assert session.query(Nomination).count() == 0


def test_what_changed_since_is_found_when_it_is_tested_and_read(letting: Letting) -> None:
    nomination = nominate(letting, 3)
    pass_test(letting.store, letting.author, nomination, TESTED)
    knows_fatima(letting, RelationKind.FAMILY)
    with pytest.raises(Refused) as refused:
        agree(letting.store, letting.reader, nomination)
    assert refused.value.field == "members"


def test_r12_a_nomination_after_the_extra_days_is_refused(letting: Letting) -> None:
    letting.clock.move_on(days=10)
    with pytest.raises(Refused) as refused:
        nominate(letting, 3)
    assert refused.value.field == "proposed_on"


@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_at_levels_a_and_b_residents_nominate_nobody(any_letting: Letting, level: Level) -> None:
    any_letting.policy_values = {"level": level}
    bring(any_letting, steps.close_viewing)
    with pytest.raises(Refused) as refused:
        nominate(any_letting, 2)
    assert refused.value.field == "level"


def test_nobody_is_nominated_while_an_offer_runs_or_after_the_decision(letting: Letting) -> None:
    letting.offer = offer_to(letting, 1)
    with pytest.raises(Refused):
        nominate(letting, 3)
    bring(letting, steps.settle, after=steps.offer)
    assert letting.view().offers[0].answer is OfferAnswer.ACCEPTED
    with pytest.raises(Refused):
        nominate(letting, 3)


def test_r6_the_test_of_staff_says_nothing_about_who_somebody_is(letting: Letting) -> None:
    nomination = nominate(letting, 3)
    with pytest.raises(WordsFound):
        pass_test(letting.store, letting.author, nomination, "Draagt een hoofddoek.")
    with pytest.raises(Refused):
        pass_test(letting.store, letting.author, nomination, " ")


def test_r15_the_trail_of_the_dwelling_tells_who_nominated_tested_and_agreed(
    letting: Letting,
) -> None:
    agreed(letting, 3)
    with letting.store.reading() as session:
        told = [row.action for row in trail(session, letting.vacancy)]
    assert told[:3] == [
        "viewings.nomination.agree",
        "viewings.nomination.test",
        "viewings.nomination.enter",
    ]


def test_undo_takes_a_nomination_away_again(letting: Letting) -> None:
    nominate(letting, 3)
    assert letting.store.undo(letting.author)
    with letting.store.reading() as session:
        assert session.query(Nomination).count() == 0


def test_r14_what_residents_answered_goes_with_the_person(letting: Letting) -> None:
    with letting.store.reading() as session:
        visits = list(letting.invitations.values())
        assert session.query(HostCriterion).count() == 0
    record_criteria(letting.store, letting.author, visits[2], letting.hosts[0], YES)
    record_criteria(letting.store, letting.author, visits[2], letting.hosts[0], YES)
    nominate(letting, 2)
    agreed(letting, 3)
    letting.offer = offer_to(letting, 3)
    bring(letting, steps.wipe, after=steps.offer)
    with letting.store.reading() as session:
        assert [n.answers for n in session.query(Nominee)] == [[]]
        assert session.query(Nomination).one().motivation == ""
        assert session.query(HostCriterion).count() == 0
        left = session.query(ErasableValue).filter(
            ErasableValue.table.in_(("nominee", "nomination", "host_criterion"))
        )
        assert left.count() == 0
        assert verify(session).broken_at is None
