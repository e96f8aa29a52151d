"""What all that is due in Buren shares: where it is, and what its term rests on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.estate.checked_rules import rule_in_force
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import local
from desktop.terms.statutory import RuleKind

TAB = "viewings"


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
