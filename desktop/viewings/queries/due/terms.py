"""What all that is due in Buren shares: where it is, how urgent, and what its term rests on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from desktop.estate.checked_rules import rule_in_force
from desktop.feature import Place, Urgency
from desktop.language import _
from desktop.language.format import AMSTERDAM, local
from desktop.terms.statutory import RuleKind

TAB = "viewings"
SOON = timedelta(days=7)


def urgency(when: datetime, now: datetime) -> Urgency:
    """Late, today, within a week, or later."""
    if when < now:
        return Urgency.LATE
    if local(when).date() == local(now).date():
        return Urgency.TODAY
    return Urgency.SOON if when - now <= SOON else Urgency.LATER


def begin_of(day: date) -> datetime:
    """The first minute of a day in the Netherlands."""
    return datetime.combine(day, time(0), tzinfo=AMSTERDAM)


def end_of(day: date) -> datetime:
    """The last minute of a day in the Netherlands."""
    return datetime.combine(day, time(23, 59), tzinfo=AMSTERDAM)


def at(vacancy_id: int, part: str = "") -> Place:
    """A part of the screen of a vacancy."""
    return Place(TAB, "vacancy", vacancy_id, part)


def at_viewing(viewing_id: int) -> Place:
    """One viewing, on the screen of its vacancy."""
    return Place(TAB, "viewing", viewing_id)


def at_candidate(candidate_id: int) -> Place:
    """One candidate, on the screen of the vacancy."""
    return Place(TAB, "candidate", candidate_id)


def rests_on(session: Session, rule_id: str, now: datetime) -> str:
    """The article of a statutory rule, or the name of a working agreement, as in force now. Until
    a manager compared the statute with the text in force, it says so."""
    found = rule_in_force(session, rule_id, local(now).date())
    if found.kind is RuleKind.STATUTE:
        return " · ".join(filter(None, (found.article, found.caution)))
    return _("working agreement “{name}”").format(name=found.name)
