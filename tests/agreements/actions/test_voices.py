"""What tenants ask: written down without who asked, answered with a reason, told to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.voices import (
    PersonalFound,
    add_input,
    change_input,
    discuss_input,
    reply_to,
    rewrite_input,
    told,
)
from desktop.agreements.model import Reply, TenantInput
from desktop.agreements.states import InputChannel, InputState, MeetingKind, ReplyDecision
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.audit import ErasableValue
from tests.support.agreed import Year, make_year
from tests.support.undoing import nothing_to_undo

TODAY = date(2026, 11, 23)


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


def ask(year: Year, who: Actor, text: str = "Zet een bank bij de lift.", **facts: Any) -> int:
    return add_input(year.store, who, year.cycle, text, InputChannel.LETTER, **facts)


def read(year: Year, input_id: int) -> TenantInput:
    with year.store.reading() as session:
        asked = session.get_one(TenantInput, input_id)
        _ = asked.reply, asked.agreements
        session.expunge_all()
        return asked


def answer(
    year: Year, who: Actor, input_id: int, reason: str = "Dat is goed.", **facts: Any
) -> int:
    decision = facts.pop("decision", ReplyDecision.PARTLY)
    return reply_to(year.store, who, input_id, decision, reason, year.corporation, **facts)


def test_a_question_gets_the_next_number_and_the_day_of_today(year: Year, who: Actor) -> None:
    first, second = read(year, ask(year, who)), read(year, ask(year, who))
    assert (first.code, second.code) == ("INB-01", "INB-02")
    assert first.received_on == TODAY
    assert first.state is InputState.RECEIVED


def test_a_question_goes_the_whole_way_on_every_database(any_store: Store, any_who: Actor) -> None:
    year = make_year(any_store, any_who)
    asked = ask(year, any_who, agreement_ids=list(year.agreements.values()))
    discuss_input(any_store, any_who, asked)
    answer(year, any_who, asked, agreement_ids=[year.agreements["PAR-01"]])
    told(any_store, any_who, asked, None, "brief")
    got = read(year, asked)
    assert got.state is InputState.REPORTED_BACK
    assert [agreement.code for agreement in got.agreements] == ["PAR-01"]


def test_numbers_go_on_after_those_of_a_list_made_elsewhere(year: Year, who: Actor) -> None:
    ask(year, who, code="INB-09")
    ask(year, who, code="brief 7")
    assert read(year, ask(year, who)).code == "INB-10"


def test_a_code_in_use_is_refused(year: Year, who: Actor) -> None:
    ask(year, who, code="INB-01")
    with pytest.raises(Refused, match="INB-01") as refused:
        ask(year, who, code="INB-01")
    assert refused.value.field == "code"


def test_a_phone_number_is_refused_until_somebody_confirms_it(year: Year, who: Actor) -> None:
    text = "De lift is stuk, bel 06-12345678."
    with pytest.raises(PersonalFound, match="telefoonnummer") as refused:
        ask(year, who, text)
    assert [spot.words for spot in refused.value.found] == ["06-12345678"]
    assert read(year, ask(year, who, text, confirmed=True)).text == text


def test_where_it_is_about_tells_nobody_s_address(year: Year, who: Actor) -> None:
    with pytest.raises(PersonalFound) as refused:
        ask(year, who, place="Kadestraat 12")
    assert refused.value.field == "place"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"text": "  \n "}, "text"),
        ({"received_on": TODAY + timedelta(days=1)}, "received_on"),
        ({"group_size": 0}, "group_size"),
        ({"place": "x" * 121}, "place"),
    ],
)
def test_what_cannot_be_is_refused(
    year: Year, who: Actor, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        ask(year, who, **facts)
    assert refused.value.field == field


def test_the_theme_and_the_day_of_a_question_can_be_put_right(year: Year, who: Actor) -> None:
    asked = ask(year, who, agreement_ids=[year.agreements["BES-01"]])
    theme = year.table.theme("VER")
    change_input(
        year.store, who, asked, 1, [year.agreements["PAR-01"]],
        theme_id=theme, received_on=TODAY - timedelta(days=3), group_size=12,
    )  # fmt: skip
    got = read(year, asked)
    assert (got.theme_id, got.received_on, got.group_size) == (theme, date(2026, 11, 20), 12)
    assert [agreement.code for agreement in got.agreements] == ["PAR-01"]
    year.store.undo(who)
    back = read(year, asked)
    assert (back.theme_id, back.received_on, back.group_size) == (None, TODAY, None)
    assert [agreement.code for agreement in back.agreements] == ["BES-01"]


def test_a_question_did_not_come_after_its_answer(year: Year, who: Actor) -> None:
    asked = ask(year, who, received_on=TODAY - timedelta(days=9))
    answer(year, who, asked, on=TODAY - timedelta(days=5))
    with pytest.raises(Refused) as refused:
        change_input(year.store, who, asked, received_on=TODAY - timedelta(days=4))
    assert refused.value.field == "received_on"


def test_two_who_change_a_question_see_both_values(year: Year, who: Actor) -> None:
    asked = ask(year, who)
    change_input(year.store, who, asked, 1, group_size=12)
    with pytest.raises(Conflict) as refused:
        change_input(year.store, who, asked, 1, group_size=20)
    assert refused.value.theirs == {"group_size": 12}


def test_a_question_may_be_about_agreements(year: Year, who: Actor) -> None:
    asked = ask(year, who, agreement_ids=[*year.agreements.values(), year.agreements["BES-01"]])
    assert [agreement.code for agreement in read(year, asked).agreements] == ["BES-01", "PAR-01"]


def test_any_sign_can_be_asked(year: Year, who: Actor) -> None:
    text = "🙂 مرحبا " * 2000
    assert read(year, ask(year, who, text)).text == text.strip()


def test_other_words_leave_nothing_of_the_first(year: Year, who: Actor, store: Store) -> None:
    asked = ask(year, who, "Mevrouw Jansen vraagt een bank.", confirmed=True)
    rewrite_input(store, who, asked, "Zet een bank bij de lift.")
    with store.reading() as session:
        kept = session.scalars(select(ErasableValue.values)).all()
    assert not [values for values in kept if "Jansen" in values]
    assert nothing_to_undo(store, who)
    assert read(year, asked).text == "Zet een bank bij de lift."


def test_a_question_is_discussed_at_a_meeting(year: Year, who: Actor, store: Store) -> None:
    asked = ask(year, who)
    meeting = plan_meeting(store, who, year.cycle, TODAY, MeetingKind.TRIPARTITE)
    discuss_input(store, who, asked, meeting)
    assert read(year, asked).state is InputState.DISCUSSED
    assert read(year, asked).meeting_id == meeting


def test_an_answer_says_what_who_and_when(year: Year, who: Actor) -> None:
    asked = ask(year, who)
    answer(
        year, who, asked, "We proberen het in één flat.", agreement_ids=[year.agreements["BES-01"]]
    )
    got = read(year, asked)
    assert got.reply is not None
    assert (got.reply.decision, got.reply.replied_on) == (ReplyDecision.PARTLY, TODAY)
    assert got.reply.party_id == year.corporation
    assert got.state is InputState.ANSWERED
    assert [agreement.code for agreement in got.agreements] == ["BES-01"]


@pytest.mark.parametrize("decision", [d for d in ReplyDecision if d is not ReplyDecision.TAKEN])
def test_every_answer_but_yes_needs_a_reason(
    year: Year, who: Actor, decision: ReplyDecision
) -> None:
    with pytest.raises(Refused) as refused:
        answer(year, who, ask(year, who), " ", decision=decision)
    assert refused.value.field == "reason"


def test_a_wish_that_is_taken_over_needs_no_reason(year: Year, who: Actor) -> None:
    asked = ask(year, who)
    answer(year, who, asked, "", decision=ReplyDecision.TAKEN)
    assert read(year, asked).state is InputState.ANSWERED


def test_an_answer_before_the_question_is_refused(year: Year, who: Actor) -> None:
    asked = ask(year, who)
    with pytest.raises(Refused, match="23 november 2026") as refused:
        answer(year, who, asked, on=TODAY - timedelta(days=1))
    assert refused.value.field == "on"


def test_an_answer_can_be_given_in_other_words_until_tenants_heard_it(
    year: Year, who: Actor, store: Store
) -> None:
    asked = ask(year, who)
    first = answer(year, who, asked)
    assert answer(year, who, asked, "Beter gezegd.") == first
    told(store, who, asked, None, "brief")
    with pytest.raises(Refused):
        answer(year, who, asked, "Toch niet.")
    with store.reading() as session:
        assert session.scalars(select(Reply.reason)).one() == "Beter gezegd."


def test_tenants_hear_the_answer_on_a_day_and_through_a_channel(
    year: Year, who: Actor, store: Store
) -> None:
    asked = ask(year, who)
    answer(year, who, asked)
    told(store, who, asked, TODAY, "nieuwsbrief")
    got = read(year, asked)
    assert got.state is InputState.REPORTED_BACK
    assert got.reply is not None
    assert (got.reply.told_on, got.reply.told_via) == (TODAY, "nieuwsbrief")


def test_nothing_is_told_without_an_answer_or_a_channel(
    year: Year, who: Actor, store: Store
) -> None:
    asked = ask(year, who)
    with pytest.raises(Refused):
        told(store, who, asked, TODAY, "brief")
    answer(year, who, asked)
    with pytest.raises(Refused) as refused:
        told(store, who, asked, TODAY, " ")
    assert refused.value.field == "told_via"


def test_talking_about_it_again_leaves_the_answer(year: Year, who: Actor, store: Store) -> None:
    asked = ask(year, who)
    answer(year, who, asked)
    discuss_input(store, who, asked)
    assert read(year, asked).state is InputState.ANSWERED


def test_an_answer_can_be_undone(year: Year, who: Actor, store: Store) -> None:
    asked = ask(year, who)
    answer(year, who, asked, agreement_ids=list(year.agreements.values()))
    store.undo(who)
    got = read(year, asked)
    assert (got.state, got.reply, got.agreements) == (InputState.RECEIVED, None, [])
