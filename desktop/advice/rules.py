"""The advice of the tenants' organisation: its terms, and when a plan may be carried out.

Overlegwet, art. 5 and 5a. The terms of art. 5(1) and (2) follow the Algemene termijnenwet; the
three days of art. 5(3)c are counted plainly, because they protect who received the reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.advice.states import WITH_REASONS, AdviceDecision, AdviceState
from desktop.language import _
from desktop.language.format import day_plain, number_in_words
from desktop.refused import Refused
from desktop.terms.counting import Term, counted_plainly, last_day
from desktop.terms.holidays import ONE_DAY
from desktop.terms.statutory import rule

ADVICE = "advice"
REASONS = "advice-reasons"
START = "start-after-reasons"
MOST_WEEKS = 52  # the article sets no limit; more is a typing error
TOPICS = "abcdefghijkl"  # the letters of art. 3(2)


@dataclass(frozen=True)
class AdviceDays:
    """What happened with a request for advice, by day. `due_on` is the end of its term."""

    due_on: date
    received_on: date | None = None
    no_objection_on: date | None = None
    decision: AdviceDecision | None = None
    reasons_received_on: date | None = None
    consent_required: bool = False

    @property
    def in_time(self) -> bool:
        """Whether an advice came before its term had passed."""
        return self.received_on is not None and self.received_on <= self.due_on


def least_weeks(sent_on: date) -> int:
    """The fewest weeks that tenants have to advise about what is sent on a day (art. 5(1))."""
    least = rule(ADVICE, sent_on).term
    assert least is not None, "the rule has a term"
    return least


def advice_term(sent_on: date, weeks: int) -> Term:
    """The term for an advice about what was sent on a day (art. 5(1)). Refuses fewer weeks than
    the article gives, and says the first day that is possible (E8); and more than a year."""
    least = least_weeks(sent_on)
    if weeks < least:
        sentence = _(
            "The tenants' organisation has at least {n} weeks for its advice (Overlegwet, "
            "art. 5(1)). The first day that is possible is {day}."
        )
        first = last_day(sent_on, weeks=least).last
        raise Refused(sentence.format(n=number_in_words(least), day=day_plain(first)), "weeks")
    if weeks > MOST_WEEKS:
        sentence = _("A term for advice is at most {n} weeks. Choose fewer.")
        raise Refused(sentence.format(n=MOST_WEEKS), "weeks")
    return last_day(sent_on, weeks=weeks)


def topic_letter(topic: str) -> str:
    """The subject of art. 3(2) by its letter; empty when none is chosen. Refuses another sign."""
    letter = topic.strip().lower()
    if letter and (len(letter) > 1 or letter not in TOPICS):
        raise Refused(
            _("Choose a subject of the Overlegwet, art. 3(2): a letter from a to l."), "topic"
        )
    return letter


def reasons_term(received_on: date) -> Term:
    """The term in which the tenants get the reasons why an advice is not, or not wholly, followed
    (art. 5(2)). The day of receipt counts as the event."""
    return last_day(received_on, days=rule(REASONS, received_on).term)


def start_after_reasons(reasons_received_on: date) -> date:
    """The first day on which a plan may be carried out after the reasons (art. 5(3)c)."""
    return counted_plainly(reasons_received_on, days=rule(START, reasons_received_on).term).last


def earliest_start(days: AdviceDays, today: date) -> date | None:
    """The first day on which the plan may be carried out: the earliest of the ways of art. 5(3)
    that are open by now. None while none is, or while consent is needed and not given (art. 5a)."""
    if days.consent_required:
        return days.no_objection_on
    return min(_ways(days, today), default=None)


def _ways(days: AdviceDays, today: date) -> list[date]:
    ways = []
    if days.no_objection_on is not None:
        ways.append(days.no_objection_on)
    followed = days.decision is AdviceDecision.FOLLOWED
    if today > days.due_on and (followed or not days.in_time):
        ways.append(days.due_on + ONE_DAY)
    if days.decision in WITH_REASONS and days.reasons_received_on is not None:
        ways.append(start_after_reasons(days.reasons_received_on))
    return ways


def stands(state: AdviceState, days: AdviceDays, today: date) -> AdviceState:
    """Where a request stands today, from the last step that somebody recorded: a term passes, and
    a plan may be carried out, without anybody doing something."""
    if state is AdviceState.SENT and today > days.due_on:
        return AdviceState.TERM_PASSED
    start = earliest_start(days, today)
    settled = state in (AdviceState.DECIDED, AdviceState.REASONS_SENT)
    if settled and start is not None and start <= today:
        return AdviceState.EXECUTABLE
    return state
