"""Every day of a year with its article: what is done, what is late and what lapses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from desktop.advice.states import AdviceDecision
from desktop.agreements.actions.advices import (
    advice_received,
    ask_advice,
    decide_advice,
    reasons_received,
)
from desktop.agreements.actions.bids import judge_bid
from desktop.agreements.actions.budgets import account, agree_budget
from desktop.agreements.actions.cycles import policy_received, start_cycle
from desktop.agreements.actions.deliveries import deliver
from desktop.agreements.actions.disputes import (
    decide_dispute,
    end_dispute,
    expect_decision,
    extend_dispute,
    file_dispute,
    open_dispute,
)
from desktop.agreements.actions.parties import add_party, change_party
from desktop.agreements.exchange.calendars import write_calendar
from desktop.agreements.model import Meeting
from desktop.agreements.queries.deadline import Deadline, coming
from desktop.agreements.queries.deadlines import deadlines
from desktop.agreements.queries.due import due, figures
from desktop.agreements.rules.deadlines import Code
from desktop.agreements.states import (
    DeliveryDocument,
    DisputeKind,
    MeetingKind,
    PartyKind,
)
from desktop.estate.checked_rules import confirm_rule
from desktop.estate.model import Role, StaffUser
from desktop.language import in_language
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import APPROVED_ON, POLICY_ON, SENT_ON, Talks, begin_talks

TODAY = date(2026, 11, 23)
ADVICE_ON = date(2026, 9, 1)


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


def all_days(talks: Talks, today: date = TODAY) -> tuple[Deadline, ...]:
    with talks.store.reading() as session:
        return deadlines(session, talks.cycle, today)


def day_for(talks: Talks, code: Code | str, today: date = TODAY) -> Deadline:
    name = code.value if isinstance(code, Code) else code
    return next(one for one in all_days(talks, today) if one.code == name)


def meet(talks: Talks, kind: MeetingKind, *days: date) -> None:
    with talks.store.act(talks.who, "test.meetings") as act:
        act.session.add_all(Meeting(cycle_id=talks.cycle, held_on=d, kind=kind) for d in days)


def ask(talks: Talks) -> int:
    return ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, "Woonlasten", "Daarom.", "Geen.",
        ADVICE_ON,
    )  # fmt: skip


def test_every_code_is_there_once_the_first_day_first(talks: Talks) -> None:
    days = all_days(talks)
    assert sorted(one.code for one in days) == sorted(code.value for code in Code)
    dated = [one.day for one in days if one.day is not None]
    assert dated == sorted(dated)


def test_what_has_no_day_comes_last_and_says_why(talks: Talks) -> None:
    last, report = all_days(talks)[-2:]
    assert (last.code, last.day, last.days_left) == ("visitation", None, None)
    assert "Vul die in bij de corporatie" in last.lapsed
    assert (report.code, report.day) == ("visitation-report", None)
    assert report.lapsed


def test_a_day_shows_its_article_who_does_it_and_how_long_it_takes(talks: Talks) -> None:
    papers = day_for(talks, Code.YEAR_PAPERS)
    assert papers.day == date(2026, 12, 14)
    assert papers.days_left == 21
    assert papers.article == "Woningwet, art. 44a lid 1"
    assert papers.who == "corporatie"
    assert papers.what == "Stukken bij minister, gemeente en huurders"
    assert papers.is_open


def test_it_speaks_english_to_who_reads_english(talks: Talks) -> None:
    with in_language("en"):
        assert day_for(talks, Code.BID).what == "Bid with municipality and tenants"


def test_nobody_compared_the_article_so_it_asks_to(talks: Talks) -> None:
    assert "Controleer de geldende tekst" in day_for(talks, Code.BID).caution
    with talks.store.act(talks.who, "test.manager") as act:
        act.session.get_one(StaffUser, talks.who.id).role = Role.MANAGER
    confirm_rule(talks.store, talks.who, "bid@2016-01-01")
    assert day_for(talks, Code.BID).caution == ""


def test_a_working_agreement_is_no_statute(talks: Talks) -> None:
    assert not day_for(talks, Code.SIGNING).statutory
    assert day_for(talks, Code.BID).statutory


def test_a_day_on_a_sunday_stays_with_the_working_day_before_it(
    store: Store, who: Actor, clock: Clock
) -> None:
    early = begin_talks(store, who, clock, 2015, POLICY_ON)
    bid = day_for(early, Code.BID)
    assert bid.day == date(2015, 11, 1)
    assert bid.working_day == date(2015, 10, 30)
    assert day_for(early, Code.YEAR_PAPERS).working_day is None


def test_the_bid_is_done_when_the_last_one_has_it(talks: Talks) -> None:
    talks.sent_bid(received={talks.municipality: SENT_ON, talks.tenants: SENT_ON})
    assert day_for(talks, Code.BID).done_on is None
    assert day_for(talks, Code.BID).is_late
    deliver(
        talks.store, talks.who, talks.cycle, DeliveryDocument.BID, [talks.residents], SENT_ON,
        {talks.residents: date(2026, 7, 1)},
    )  # fmt: skip
    assert day_for(talks, Code.BID).done_on == date(2026, 7, 1)
    assert not day_for(talks, Code.BID).is_late


def test_on_its_day_nothing_is_late(talks: Talks) -> None:
    bid = day_for(talks, Code.BID, date(2026, 7, 1))
    assert bid.days_left == 0
    assert not bid.is_late
    assert day_for(talks, Code.BID, date(2026, 7, 2)).is_late


def test_approval_and_invitation_go_with_the_bid(talks: Talks) -> None:
    talks.sent_bid()
    assert day_for(talks, Code.APPROVAL).done_on == APPROVED_ON
    assert day_for(talks, Code.INVITATION).done_on == SENT_ON
    assert day_for(talks, Code.INVITATION).day == SENT_ON


def test_without_policy_the_invitation_lapses_and_the_bid_does_not(talks: Talks) -> None:
    policy_received(talks.store, talks.who, talks.cycle, None)
    assert not day_for(talks, Code.INVITATION).is_open
    assert "1 juli 2026" in day_for(talks, Code.INVITATION).lapsed
    assert day_for(talks, Code.BID).is_late
    assert day_for(talks, Code.YEAR_PAPERS).is_open


def test_of_what_nobody_records_it_only_says_that_the_day_is_over(talks: Talks) -> None:
    assert day_for(talks, Code.WISHES, date(2026, 3, 31)).is_open
    over = day_for(talks, Code.WISHES, date(2026, 4, 1))
    assert not over.is_open
    assert not over.is_late
    assert over.lapsed == "Deze dag is voorbij. Of het is gedaan, staat hier niet."


def test_the_yearly_talk_is_the_first_one_of_the_year(talks: Talks) -> None:
    meet(talks, MeetingKind.TENANTS, date(2025, 12, 1), date(2026, 12, 1), date(2027, 1, 5))
    assert day_for(talks, Code.TENANTS_TALK).done_on is None  # that of December is to come
    assert day_for(talks, Code.TENANTS_TALK, date(2027, 2, 1)).done_on == date(2026, 12, 1)
    meet(talks, MeetingKind.TENANTS, date(2026, 5, 20))
    assert day_for(talks, Code.TENANTS_TALK).done_on == date(2026, 5, 20)


def test_without_a_dispute_its_last_day_passes_in_silence(talks: Talks) -> None:
    over = day_for(talks, Code.DISPUTE, date(2027, 2, 1))
    assert over.day == date(2027, 1, 29)
    assert not over.is_late


def test_a_dispute_must_be_filed_in_time(talks: Talks) -> None:
    dispute = open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 10, 5), "De huur."
    )
    assert day_for(talks, Code.DISPUTE).day == date(2026, 11, 2)
    assert day_for(talks, Code.DISPUTE).is_late
    file_dispute(talks.store, talks.who, dispute, date(2026, 11, 2))
    assert day_for(talks, Code.DISPUTE).done_on == date(2026, 11, 2)
    assert not day_for(talks, Code.DISPUTE).is_late


def test_a_dispute_that_ended_otherwise_is_not_due(talks: Talks) -> None:
    dispute = open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 10, 5)
    )
    end_dispute(talks.store, talks.who, dispute, "De partijen zijn het toch eens.")
    assert not day_for(talks, Code.DISPUTE).is_open


def test_signed_agreements_end_the_clock_of_the_dispute(talks: Talks) -> None:
    talks.sign()
    assert day_for(talks, Code.DISPUTE).lapsed == "Vervalt: er zijn afspraken."


def test_a_request_for_advice_adds_its_own_days(talks: Talks) -> None:
    advice = ask(talks)
    term = day_for(talks, f"advice-{advice}")
    assert term.day == date(2026, 10, 13)
    assert term.who == "Huurdersvereniging Samen Morgenveld"
    assert term.what == "Advies van de huurders: Woonlasten"
    advice_received(talks.store, talks.who, advice, date(2026, 10, 6))
    assert day_for(talks, f"advice-{advice}").done_on == date(2026, 10, 6)
    reasons = day_for(talks, f"advice-reasons-{advice}")
    assert reasons.day == date(2026, 10, 20)
    assert reasons.is_late


def test_the_reasons_are_there_when_the_tenants_have_them(talks: Talks) -> None:
    advice = ask(talks)
    advice_received(talks.store, talks.who, advice, date(2026, 10, 6))
    decide_advice(
        talks.store, talks.who, advice, AdviceDecision.NOT, "Te duur.", date(2026, 10, 12)
    )
    assert day_for(talks, f"advice-reasons-{advice}").is_open
    reasons_received(talks.store, talks.who, advice, date(2026, 10, 13))
    assert day_for(talks, f"advice-reasons-{advice}").done_on == date(2026, 10, 13)


def test_a_term_that_moved_says_why(talks: Talks) -> None:
    ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, "Parkeren", "Daarom.", "Geen.",
        date(2026, 11, 13),
    )  # fmt: skip
    term = next(one for one in all_days(talks) if one.code.startswith("advice-"))
    assert term.day == date(2026, 12, 28)
    assert any("kerst" in reason.lower() for reason in term.reasons)


def test_the_band_shows_what_is_late_and_then_what_comes(talks: Talks) -> None:
    talks.sent_bid(received=dict.fromkeys(talks.receivers, SENT_ON))
    shown = coming(all_days(talks), 3)
    assert codes(shown) == ["plan-evaluation", "plan-draft-text", "plan-decisions"]
    meet(talks, MeetingKind.EVALUATION, date(2026, 3, 9))
    assert codes(coming(all_days(talks), 2)) == ["plan-draft-text", "plan-decisions"]


def codes(days: Iterable[Deadline]) -> list[str]:
    return [one.code for one in days]


def test_a_year_that_is_gone_is_refused(talks: Talks) -> None:
    with talks.store.reading() as session, pytest.raises(Refused):
        deadlines(session, 999, TODAY)


def test_once_the_parties_signed_nothing_is_left_to_do_to_come_there(talks: Talks) -> None:
    talks.sign()
    decisions = day_for(talks, Code.DECISIONS)
    assert decisions.lapsed == "De afspraken zijn getekend."
    assert not decisions.is_open
    assert not decisions.is_cancelled
    assert day_for(talks, Code.YEAR_PAPERS).is_open


def test_meetings_with_another_municipality_do_not_count(talks: Talks) -> None:
    other = add_party(talks.store, talks.who, "Gemeente Elders", PartyKind.MUNICIPALITY)
    cycle = start_cycle(talks.store, talks.who, 2026, other, (talks.corporation, talks.tenants))
    with talks.store.act(talks.who, "test.meeting") as act:
        act.session.add(
            Meeting(cycle_id=cycle, held_on=date(2026, 3, 9), kind=MeetingKind.EVALUATION)
        )
    assert day_for(talks, Code.EVALUATION).done_on is None


def test_the_last_year_that_can_be_has_its_days_too(store: Store, who: Actor, clock: Clock) -> None:
    far = begin_talks(store, who, clock, 2100, POLICY_ON)
    assert day_for(far, Code.ACCOUNTS).day == date(2101, 2, 28)


def test_both_databases_give_the_same_days(
    any_store: Store, any_who: Actor, clock: Clock, tmp_path: Path
) -> None:
    talks = begin_talks(any_store, any_who, clock)
    talks.sent_bid(received=dict.fromkeys(talks.receivers, SENT_ON))
    ask(talks)
    assert day_for(talks, Code.BID).done_on == SENT_ON
    with any_store.reading() as session:
        path = tmp_path / "termijnen.ics"
        assert write_calendar(session, path, [talks.cycle], any_store.now()) == 20
        assert due(session, any_store.now())
        assert figures(session, any_store.now()) == []


def test_a_visitation_is_late_when_the_last_one_is_over_four_years_ago(talks: Talks) -> None:
    change_party(talks.store, talks.who, talks.corporation, visited_on=date(2022, 11, 20))
    told = day_for(talks, Code.VISITATION)
    assert (told.day, told.days_left, told.is_open) == (date(2026, 11, 20), -3, True)
    change_party(talks.store, talks.who, talks.corporation, visited_on=date(2026, 11, 2))
    assert not day_for(talks, Code.VISITATION).is_open


def test_the_report_of_a_visitation_is_done_when_the_last_one_has_it(talks: Talks) -> None:
    change_party(talks.store, talks.who, talks.corporation, visited_on=date(2026, 10, 20))
    report = day_for(talks, Code.VISITATION_REPORT)
    assert (report.day, report.done_on) == (date(2026, 12, 1), None)
    sent_on = date(2026, 11, 5)
    deliver(
        talks.store, talks.who, talks.cycle, DeliveryDocument.VISITATION_REPORT, talks.receivers,
        sent_on, dict.fromkeys(talks.receivers, sent_on),
    )  # fmt: skip
    assert day_for(talks, Code.VISITATION_REPORT).done_on == sent_on


def test_the_minister_has_a_day_once_the_first_letter_came(talks: Talks) -> None:
    dispute = open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 10, 5), "De huur."
    )
    file_dispute(talks.store, talks.who, dispute, date(2026, 10, 12))
    assert not by_minister(talks)
    expect_decision(talks.store, talks.who, dispute, date(2026, 11, 24))
    [term] = by_minister(talks)
    assert (term.day, term.who, term.is_open) == (date(2026, 11, 24), "minister", True)
    extend_dispute(talks.store, talks.who, dispute, 3, date(2026, 11, 20))
    [term] = by_minister(talks)
    assert (term.day, term.article) == (date(2026, 12, 15), "Btiv 2015, art. 40 lid 2")
    assert term.code == f"dispute-decision-{dispute}"
    decide_dispute(talks.store, talks.who, dispute, "Er komen 40 woningen.")
    [term] = by_minister(talks)
    assert term.done_on == TODAY


def by_minister(talks: Talks) -> list[Deadline]:
    return [one for one in all_days(talks) if one.code.startswith("dispute-decision")]


def test_a_judgement_has_no_day_and_is_done_when_it_came(talks: Talks) -> None:
    bid = talks.sent_bid()
    deliver(
        talks.store, talks.who, talks.cycle, DeliveryDocument.YEAR_BID, [None], date(2026, 11, 20)
    )
    waits = next(one for one in all_days(talks) if one.code == "minister-judgement")
    assert (waits.day, waits.is_open, waits.lapsed) == (None, False, "")
    judge_bid(talks.store, talks.who, bid, "Voldoende.")
    came = next(one for one in all_days(talks) if one.code == "minister-judgement")
    assert came.done_on == TODAY


def test_the_accounts_are_known_once_there_is_a_budget(talks: Talks) -> None:
    assert not day_for(talks, Code.ACCOUNTS).known
    budget = agree_budget(talks.store, talks.who, talks.tenants, 2026, 1_200_000)
    assert day_for(talks, Code.ACCOUNTS).known
    talks.on(date(2027, 2, 3))
    account(talks.store, talks.who, budget, date(2027, 2, 2))
    assert day_for(talks, Code.ACCOUNTS).done_on == date(2027, 2, 2)
