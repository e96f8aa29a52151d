"""What each letter tells: values; words of the letter's language come later, when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.viewings.queries.papers.common import Addressee, Home, Rules
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import ComplaintAbout, CriterionAnswer


@dataclass(frozen=True)
class VisitLetter:
    """One candidate's appointment. `consequence` of `rules` is for candidates with priority."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    at: datetime
    minutes: int
    place: str
    hosts: int
    staff_reachable: bool
    with_staff: bool
    companions: int
    answer_until: datetime | None
    confirmed: bool
    visit_need: str
    priority: bool
    cancel_reason: str
    withdrawn_code: str  # VERA, when the dwelling is not let after all


@dataclass(frozen=True)
class OfferLetter:
    to: Addressee
    code: str
    home: Home
    rules: Rules
    deadline_at: datetime
    priority: bool


@dataclass(frozen=True)
class DecisionLetter:
    """What one candidate hears of a decision. Nothing of anybody else is in it; `reason` is None
    for who gets the dwelling."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    rank: int
    came: bool
    reason: PassCode | None
    nominated: bool  # whether the decision rests on what residents nominated (level C)
    answers: tuple[tuple[str, CriterionAnswer], ...]  # theirs, about this candidate alone
    complaint_until: date | None
    wipe_on: date | None
    earlier_on: date | None  # the letter about a decision that lapsed


@dataclass(frozen=True)
class TakenBackLetter:
    """That an offer was taken back: the VERA reason and the facts that it rests on (R9)."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    offered_on: date
    reason: str
    facts: str
    read_along: bool
    priority: bool
    complaint_until: date


@dataclass(frozen=True)
class BackedOutLetter:
    """That the chosen candidate backed out; `counts` is None without priority, and else whether
    it counts for it (C3)."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    decided_on: date
    told_on: date
    reason: str
    counts: bool | None


@dataclass(frozen=True)
class ComplaintLetter:
    to: Addressee
    code: str
    home: Home
    about: ComplaintAbout
    received_on: date
    answer_by: date
    retention_weeks: int


@dataclass(frozen=True)
class HostLetter:
    """The question to a host for one shift; `together` are the first names of the others."""

    to: Addressee
    code: str
    complex: str
    at: datetime
    ends_at: datetime
    place: str
    together: tuple[str, ...]
    leads: bool
