"""Every day that a year of agreements has, each by the rule that sets it (statutes, section 5).

A day of the calendar never moves. For each year each code gives one day, or says why there is
none: the row of the rule that is in force on 31 December of the year of the talks counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.agreements.rules.disputes import filing_day
from desktop.agreements.rules.period import years_later
from desktop.language import _
from desktop.language.format import day_plain
from desktop.terms.counting import last_day
from desktop.terms.statutory import Rule, rules


class Code(Enum):
    """What the day is for; the value is the number of its rule in `resources/rules`. A year has
    the days of all, also of those that nothing asks for by name."""

    EVALUATION = "plan-evaluation"
    WISHES = "plan-wishes"
    DRAFT_BID = "plan-draft-bid"
    TENANTS_VIEW = "plan-tenants-view"
    MEANS = "means-indication"
    POLICY = "policy-documents"
    APPROVAL = "bid-approval"
    BID = "bid"
    INVITATION = "invitation"
    HALF_YEAR = "plan-half-year"
    TALKS = "plan-talks"
    DRAFT_TEXT = "plan-draft-text"
    DECISIONS = "plan-decisions"
    SIGNING = "plan-signing"
    YEAR_PAPERS = "year-papers"
    TENANTS_TALK = "tenants-talk"
    DISPUTE = "dispute"
    YEAR_MEASUREMENT = "plan-year-measurement"
    ACCOUNTS = "tenants-accounts"
    VISITATION = "visitation"
    VISITATION_REPORT = "visitation-report"


class Doer(Enum):
    """Who has to do it."""

    CORPORATION = "corporation"
    MUNICIPALITY = "municipality"
    TENANTS = "tenants' organisation"
    MINISTER = "minister"
    ALL = "all parties"


DOERS = {
    Code.WISHES: Doer.TENANTS,
    Code.DRAFT_BID: Doer.CORPORATION,
    Code.TENANTS_VIEW: Doer.TENANTS,
    Code.MEANS: Doer.MINISTER,
    Code.POLICY: Doer.MUNICIPALITY,
    Code.APPROVAL: Doer.CORPORATION,
    Code.BID: Doer.CORPORATION,
    Code.INVITATION: Doer.CORPORATION,
    Code.DRAFT_TEXT: Doer.CORPORATION,
    Code.YEAR_PAPERS: Doer.CORPORATION,
    Code.TENANTS_TALK: Doer.CORPORATION,
    Code.ACCOUNTS: Doer.TENANTS,
    Code.VISITATION: Doer.CORPORATION,
    Code.VISITATION_REPORT: Doer.CORPORATION,
}  # the others are for all parties

# What helps to come to agreements: once they are signed there is nothing left to do about it.
BEFORE_SIGNING = frozenset(
    {
        Code.EVALUATION,
        Code.WISHES,
        Code.DRAFT_BID,
        Code.TENANTS_VIEW,
        Code.MEANS,
        Code.POLICY,
        Code.APPROVAL,
        Code.BID,
        Code.INVITATION,
        Code.TALKS,
        Code.DRAFT_TEXT,
        Code.DECISIONS,
        Code.SIGNING,
    }
)


@dataclass(frozen=True)
class Facts:
    """What is known of a year of talks, as far as its days hang on it. Of several corporations
    `visited_on` is the visitation that is longest ago, and `reported_on` the last one."""

    year: int
    today: date
    policy_received_on: date | None = None
    bid_sent_on: date | None = None
    signed: bool = False
    dispute_arisen_on: date | None = None
    visited_on: date | None = None
    reported_on: date | None = None


@dataclass(frozen=True)
class SetDay:
    """The last day that a rule sets; None when it sets none for this year. `lapsed` says why
    nothing is due; it is empty as long as something is. `rule` is the row that counts, or the
    first one there is for a year before it. `reasons` say how a counted term came to its day."""

    code: Code
    rule: Rule
    day: date | None
    lapsed: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def doer(self) -> Doer:
        return DOERS.get(self.code, Doer.ALL)


def set_days(facts: Facts) -> tuple[SetDay, ...]:
    """Each code once, in the order of the year."""
    return tuple(_set_day(code, facts) for code in Code)


def without_policy(year: int, received_on: date | None, today: date) -> bool:
    """Whether the municipality gave no documents about its policy in time, so that the duty to
    invite and the least period of the agreements lapse (Woningwet, art. 44(3)). False as long as
    they can still come in time. The bid stays due, and so do the papers before 15 December."""
    last = reference_day(year)
    return today > last if received_on is None else received_on > last


def reference_day(year: int) -> date:
    """The day on which the corporation has the documents of the municipality or has not: the one
    on which the others have the bid (art. 44(1), (3))."""
    row = row_of(Code.POLICY, year)
    return _bid_day(year) if row is None else _day_of(row, year)


def row_of(code: Code, year: int) -> Rule | None:
    """The row of a rule that counts for the talks of a year; None when there is none yet."""
    end_of_year = date(year, 12, 31)
    return next((row for row in rules()[code.value] if row.holds_on(end_of_year)), None)


def _set_day(code: Code, facts: Facts) -> SetDay:
    row = row_of(code, facts.year)
    if row is None:
        none_yet = _("Does not hold for {year}.").format(year=facts.year)
        return SetDay(code, rules()[code.value][0], None, none_yet)
    if code is Code.VISITATION:
        return _visitation(row, facts)
    if code is Code.VISITATION_REPORT:
        return _visitation_report(row, facts)
    return SetDay(code, row, _day(code, row, facts), _lapsed(code, facts))


def _day(code: Code, row: Rule, facts: Facts) -> date:
    if code in (Code.APPROVAL, Code.INVITATION):
        return facts.bid_sent_on or _bid_day(facts.year)
    if code is Code.DISPUTE:
        return filing_day(row, facts.year, facts.dispute_arisen_on)
    return _day_of(row, facts.year)


def _visitation(row: Rule, facts: Facts) -> SetDay:
    """It comes once in some years: the talks before it and the year that they are about have it."""
    if facts.visited_on is None:
        counts_from = _(
            "Counts from the visitation before. Fill it in at the corporation, under Parties."
        )
        return SetDay(Code.VISITATION, row, None, counts_from)
    assert row.term is not None, f"{row.id} counts in years"
    day = years_later(facts.visited_on, row.term)
    if day.year > facts.year + 1:
        later = _("Not in this year: by {day}.").format(day=day_plain(day))
        return SetDay(Code.VISITATION, row, None, later)
    return SetDay(Code.VISITATION, row, day)


def _visitation_report(row: Rule, facts: Facts) -> SetDay:
    """The talks of the year in which the report came have it on their list."""
    if facts.reported_on is None:
        no_report = _("There is no report of a visitation.")
        return SetDay(Code.VISITATION_REPORT, row, None, no_report)
    if facts.reported_on.year != facts.year:
        other = _("Not in this year: the last report is of {day}.")
        told = other.format(day=day_plain(facts.reported_on))
        return SetDay(Code.VISITATION_REPORT, row, None, told)
    term = last_day(facts.reported_on, weeks=row.term)
    return SetDay(Code.VISITATION_REPORT, row, term.last, reasons=term.reasons)


def _bid_day(year: int) -> date:
    row = row_of(Code.BID, year)
    assert row is not None, "the bid has a row from the first year of the program on"
    return _day_of(row, year)


def _day_of(row: Rule, year: int) -> date:
    assert row.calendar is not None, f"{row.id} names a day of the calendar"
    return row.calendar.last_day(year)


def _lapsed(code: Code, facts: Facts) -> str:
    if code in (Code.POLICY, Code.INVITATION) and without_policy(
        facts.year, facts.policy_received_on, facts.today
    ):
        return _("Lapses: no policy of the municipality on {day} (Woningwet, art. 44(3)).").format(
            day=day_plain(reference_day(facts.year))
        )
    if code is Code.DISPUTE and facts.signed:
        return _("Lapses: there are agreements.")
    return ""
