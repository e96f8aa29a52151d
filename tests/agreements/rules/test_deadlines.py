"""The days of a year of agreements: statutes, section 5, and property 6 of the agreements."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

import pytest

from desktop.agreements.rules.deadlines import (
    Code,
    Doer,
    Facts,
    SetDay,
    reference_day,
    set_days,
    without_policy,
)

YEARS = range(2015, 2041)
POLICY_IN_TIME = date(2014, 2, 12)


def days_of(year: int, **facts: Any) -> dict[Code, SetDay]:
    known = {"today": date(year, 3, 1), "policy_received_on": POLICY_IN_TIME, **facts}
    return {one.code: one for one in set_days(Facts(year, **known))}


@pytest.mark.parametrize("year", YEARS)
def test_each_code_gives_one_day_or_says_why_there_is_none(year: int) -> None:
    days = set_days(Facts(year, date(year, 3, 1)))
    assert [one.code for one in days] == list(Code)
    for one in days:
        assert one.rule.article
        assert (one.day is None) == bool(one.lapsed)


@pytest.mark.parametrize("year", YEARS)
def test_the_papers_are_there_before_15_december(year: int) -> None:
    assert days_of(year)[Code.YEAR_PAPERS].day == date(year, 12, 14)


@pytest.mark.parametrize("year", YEARS)
def test_the_accounts_are_due_on_the_last_day_of_february(year: int) -> None:
    last = monthrange(year + 1, 2)[1]
    assert days_of(year)[Code.ACCOUNTS].day == date(year + 1, 2, last)


def test_the_first_february_has_29_days() -> None:
    assert days_of(2015)[Code.ACCOUNTS].day == date(2016, 2, 29)


def test_the_bid_of_the_transition_year_is_due_on_a_sunday_in_november() -> None:
    assert days_of(2015)[Code.BID].day == date(2015, 11, 1)


@pytest.mark.parametrize("year", YEARS[1:])
def test_the_bid_is_with_the_others_on_1_july(year: int) -> None:
    assert days_of(year)[Code.BID].day == date(year, 7, 1)
    assert days_of(year)[Code.POLICY].day == date(year, 7, 1)
    assert days_of(year)[Code.MEANS].day == date(year, 6, 30)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        (Code.YEAR_PAPERS, date(2016, 12, 14)),
        (Code.DISPUTE, date(2017, 1, 29)),
        (Code.ACCOUNTS, date(2017, 2, 28)),
        (Code.TENANTS_TALK, date(2016, 12, 31)),
    ],
)
def test_the_days_of_2016(code: Code, day: date) -> None:
    assert days_of(2016)[code].day == day


@pytest.mark.parametrize(
    "code", [Code.POLICY, Code.MEANS, Code.APPROVAL, Code.DISPUTE, Code.TENANTS_TALK]
)
def test_the_transition_year_leaves_out_what_came_later(code: Code) -> None:
    one = days_of(2015)[code]
    assert one.day is None
    assert one.lapsed == "Geldt niet voor 2015."


def test_approval_and_invitation_are_due_on_the_day_the_bid_goes_out() -> None:
    sent = date(2026, 6, 29)
    days = days_of(2026, bid_sent_on=sent)
    assert days[Code.APPROVAL].day == days[Code.INVITATION].day == sent
    assert days_of(2026)[Code.INVITATION].day == date(2026, 7, 1)


def test_without_policy_on_1_july_the_invitation_lapses_and_the_bid_and_papers_stay() -> None:
    days = days_of(2026, policy_received_on=None, today=date(2026, 7, 2))
    assert "44" in days[Code.INVITATION].lapsed
    assert days[Code.BID].lapsed == days[Code.YEAR_PAPERS].lapsed == ""


@pytest.mark.parametrize(
    ("received", "today", "lacking"),
    [
        (None, date(2026, 7, 1), False),
        (None, date(2026, 7, 2), True),
        (date(2026, 7, 1), date(2026, 9, 1), False),
        (date(2026, 7, 2), date(2026, 9, 1), True),
    ],
)
def test_policy_counts_when_it_is_there_on_1_july(
    received: date | None, today: date, lacking: bool
) -> None:
    assert without_policy(2026, received, today) is lacking


def test_in_the_transition_year_policy_is_there_with_the_bid() -> None:
    assert reference_day(2015) == date(2015, 11, 1)


def test_a_dispute_that_arose_earlier_goes_to_the_minister_earlier() -> None:
    assert days_of(2016, dispute_arisen_on=date(2016, 10, 3))[Code.DISPUTE].day == date(
        2016, 10, 31
    )


def test_with_agreements_there_is_no_dispute() -> None:
    assert days_of(2026, signed=True)[Code.DISPUTE].lapsed == "Vervalt: er zijn afspraken."


def test_a_day_says_who_does_it() -> None:
    days = days_of(2026)
    assert days[Code.MEANS].doer is Doer.MINISTER
    assert days[Code.ACCOUNTS].doer is Doer.TENANTS
    assert days[Code.SIGNING].doer is Doer.ALL


@pytest.mark.parametrize(
    ("year", "visited_on", "day"),
    [
        (2026, date(2022, 11, 1), date(2026, 11, 1)),
        (2026, date(2023, 12, 31), date(2027, 12, 31)),
        (2030, date(2022, 11, 1), date(2026, 11, 1)),
        (2099, date(2096, 2, 29), date(2100, 2, 28)),
    ],
)
def test_others_look_at_the_corporation_within_four_years(
    year: int, visited_on: date, day: date
) -> None:
    told = days_of(year, visited_on=visited_on)[Code.VISITATION]
    assert (told.day, told.lapsed) == (day, "")


def test_a_visitation_of_a_later_year_is_not_a_day_of_this_one() -> None:
    told = days_of(2026, visited_on=date(2024, 1, 1))[Code.VISITATION]
    assert (told.day, told.lapsed) == (None, "Niet in dit jaar: uiterlijk 1 januari 2028.")


@pytest.mark.parametrize(
    ("reported_on", "day"),
    [
        (date(2026, 10, 20), date(2026, 12, 1)),
        (date(2026, 11, 13), date(2026, 12, 28)),  # six weeks end on Christmas Day
    ],
)
def test_the_report_of_a_visitation_goes_out_within_six_weeks(reported_on: date, day: date) -> None:
    told = days_of(2026, reported_on=reported_on)[Code.VISITATION_REPORT]
    assert (told.day, told.lapsed) == (day, "")
    assert bool(told.reasons) is (day.month == 12 and day.day == 28)


def test_in_another_year_there_is_no_report_to_send() -> None:
    told = days_of(2027, reported_on=date(2026, 10, 20))[Code.VISITATION_REPORT]
    assert told.day is None
    assert "20 oktober 2026" in told.lapsed
