"""How soon tenants hear what becomes of what they asked, how soon parties get the data that they
ask for, and how soon papers are there."""

from __future__ import annotations

from datetime import date

from desktop.advice.rules import REASONS
from desktop.agreements.states import PartyKind
from desktop.language import _
from desktop.refused import Refused
from desktop.terms.counting import Term, back_from, counted_plainly, last_day
from desktop.terms.statutory import Rule, rule, rules

ANSWER = "answer-input"
PAPERS = "papers-in-time"
INFORMATION = "answer-information"


def answer_rule(received_on: date, is_written_advice: bool) -> Rule:
    """What sets the term: a working agreement, or for a written advice the statute (Overlegwet,
    art. 5(2))."""
    return _rule(REASONS if is_written_advice else ANSWER, received_on)


def answer_term(received_on: date, is_written_advice: bool) -> Term:
    """The last day to answer in time what came on a day."""
    days = answer_rule(received_on, is_written_advice).term
    if is_written_advice:
        return last_day(received_on, days=days)
    return counted_plainly(received_on, days=days)


def information_rule(asked_on: date) -> Rule:
    """What sets the term for data that a party asks for: a working agreement, because Woningwet,
    art. 44b sets none."""
    return _rule(INFORMATION, asked_on)


def information_term(asked_on: date) -> Term:
    """The last day to give the data in time."""
    return counted_plainly(asked_on, days=information_rule(asked_on).term)


def check_asker(kind: PartyKind | None) -> None:
    """Refuses a request for data of the corporation itself, and of who is not at the table (None):
    the municipality and the tenants ask for them, and whoever sits with them."""
    if kind is None:
        raise Refused(_("This party is not at the table this year. Choose another."), "party_id")
    if kind is PartyKind.CORPORATION:
        raise Refused(_("The corporation gives the data itself. Choose who asks."), "party_id")


def papers_term(held_on: date) -> Term:
    """The last day to send the papers of a meeting in time, counted back from it."""
    return back_from(held_on, days=_rule(PAPERS, held_on).term)


def papers_late(held_on: date, sent_on: date | None, today: date) -> bool:
    """Whether papers went out too late, or did not while the day for it has passed."""
    return (sent_on or today) > papers_term(held_on).last


def _rule(id: str, on: date) -> Rule:
    """The rule of that day; of what is older than the rules, the first one."""
    return rule(id, max(on, rules()[id][0].valid_from))
