"""When a dispute about the agreements can arise, by when it must be with the minister, and until
when the minister can decide.

Woningwet, art. 44(4), in force since 1 July 2016. Whether the Algemene termijnenwet moves these
days is not sure; where a right would lapse the program shows the earlier day, so it counts plainly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.language import _, ngettext
from desktop.language.format import day_plain, number_in_words
from desktop.refused import Refused
from desktop.terms.counting import Term, counted_plainly, last_day
from desktop.terms.statutory import Rule, rule

FILING = "dispute"
ARISING = "dispute-arises"
DECIDING = "dispute-decision"
EXTENDING = "dispute-extension"
MONTHS = 12


@dataclass(frozen=True)
class Extension:
    """The minister wrote on a day that the decision takes some weeks more."""

    weeks: int
    told_on: date


def file_by(year: int, arisen_on: date | None) -> date:
    """The last day on which the dispute about the talks of a year can be laid before the minister:
    four weeks after it arose, and 29 January of the next year at the latest. Refuses a year
    before the article was in force."""
    return filing_day(rule(FILING, date(year, 12, 31)), year, arisen_on)


def filing_day(row: Rule, year: int, arisen_on: date | None) -> date:
    """As `file_by`, by one row of the rule."""
    assert row.calendar is not None, "the rule names the last day of all"
    last = row.calendar.last_day(year)
    if arisen_on is None:
        return last
    return min(last, counted_plainly(arisen_on, weeks=row.term).last)


def check_arisen(year: int, arisen_on: date) -> None:
    """A dispute arises from 1 July up to and including six months later. Refuses another day, and
    a day before the article was in force."""
    row = rule(ARISING, arisen_on)
    assert row.calendar is not None, "the rule names the start of the talks"
    first = row.calendar.last_day(year)
    last = _months_later(first, row.term or 0)
    if not first <= arisen_on <= last:
        sentence = _(
            "A dispute about the agreements arises between {first} and {last} "
            "(Woningwet, art. 44(4)). Choose a day in between."
        )
        raise Refused(sentence.format(first=day_plain(first), last=day_plain(last)), "arisen_on")


def decision_term(decide_by: date, extensions: Iterable[Extension]) -> Term:
    """Until when the minister can decide: the day of the first letter, and each extension from the
    end of the term that ran (Btiv 2015, art. 40(2))."""
    term = Term(decide_by, decide_by, ())
    for one in extensions:
        longer = last_day(term.last, weeks=one.weeks)
        told = ngettext(
            "Lengthened by {n} week on {day} (Btiv 2015, art. 40(2)).",
            "Lengthened by {n} weeks on {day} (Btiv 2015, art. 40(2)).",
            one.weeks,
        ).format(n=one.weeks, day=day_plain(one.told_on))
        term = Term(longer.last, longer.plain, (*term.reasons, told, *longer.reasons))
    return term


def check_extension(running_until: date, weeks: int, told_on: date) -> None:
    """Refuses more weeks than the article gives at a time, and a letter after the running term had
    passed (Btiv 2015, art. 40(2))."""
    most = rule(EXTENDING, told_on).term
    assert most is not None, "the rule has a term"
    if not 1 <= weeks <= most:
        sentence = _(
            "The minister lengthens the term by at most {n} weeks at a time (Btiv 2015, art. "
            "40(2)). It can be lengthened again after that."
        )
        raise Refused(sentence.format(n=number_in_words(most)), "weeks")
    if told_on > running_until:
        sentence = _(
            "The term ended on {day}. The minister writes before that day that it takes longer "
            "(Btiv 2015, art. 40(2))."
        )
        raise Refused(sentence.format(day=day_plain(running_until)), "told_on")


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS)
    return day.replace(year=day.year + years, month=month + 1)
