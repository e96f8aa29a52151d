"""Every day of a year of agreements: by when, what, who, by which article, and if it is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advice.rules import ADVICE, REASONS
from desktop.advice.states import WITH_REASONS
from desktop.agreements.model import Cycle, Dispute, Meeting
from desktop.agreements.queries.advices import AdviceLine, advices
from desktop.agreements.queries.deliveries import (
    delivery_matrix,
    facts_of,
    year_papers_arrived_on,
)
from desktop.agreements.rules.deadlines import BEFORE_SIGNING, Code, Doer, Facts, SetDay, set_days
from desktop.agreements.states import CycleState, DeliveryDocument, DisputeKind, MeetingKind
from desktop.estate.checked_rules import rule_in_force, with_confirmations
from desktop.language import _
from desktop.refused import Refused
from desktop.store.found import found
from desktop.terms.holidays import last_working_day
from desktop.terms.statutory import Rule, RuleKind


@dataclass(frozen=True)
class Deadline:
    """One day of a year. `code` names it in calendars and stays the same. `day` is None when the
    rule sets none, `days_left` then too; `lapsed` says why nothing is due (any more).

    `working_day` is the last working day before, when the day itself is none: a day of the
    calendar never moves. `reasons` say how a counted term came to its day. `known` is False when
    nobody records that it was done; then the day is `over` once it has passed. So is one that only
    helps to come to agreements, once they are signed: then nothing is left to do."""

    code: str
    day: date | None
    what: str
    who: str
    article: str
    done_on: date | None
    days_left: int | None
    lapsed: str
    words: str = ""
    caution: str = ""
    working_day: date | None = None
    reasons: tuple[str, ...] = ()
    statutory: bool = True
    known: bool = True
    over: bool = False

    @property
    def is_cancelled(self) -> bool:
        """Whether a rule says that nothing is due on this day after all."""
        return bool(self.lapsed) and not self.over

    @property
    def is_open(self) -> bool:
        """Whether somebody must still do it."""
        return self.day is not None and self.done_on is None and not self.lapsed

    @property
    def is_late(self) -> bool:
        """Whether it was done after its day, or is not done although the day is over."""
        if self.day is None or (self.lapsed and self.done_on is None):
            return False
        if self.done_on is not None:
            return self.done_on > self.day
        return self.known and self.days_left is not None and self.days_left < 0


def deadlines(session: Session, cycle_id: int, today: date) -> tuple[Deadline, ...]:
    """Every day of a year, the first one first; what has no day comes last. Refuses a year that
    is gone."""
    cycle = found(session, Cycle, cycle_id)
    dispute = _dispute(session, cycle_id)
    facts = facts_of(cycle, today, dispute.arisen_on if dispute is not None else None)
    done = _done(session, cycle, dispute, today)
    known = _known(cycle, dispute)
    days = set_days(facts)
    rows = with_confirmations(session, (one.rule for one in days))
    fixed = [
        _deadline(one, row, done.get(one.code), one.code in known, facts)
        for one, row in zip(days, rows, strict=True)
    ]
    asked = [
        line for advice in advices(session, cycle_id, today) for line in _of(session, advice, today)
    ]
    return tuple(sorted([*fixed, *asked], key=lambda d: (d.day is None, d.day or today, d.code)))


def coming(days: Iterable[Deadline], n: int) -> list[Deadline]:
    """The first days on which somebody must still do something, late ones among them."""
    return [one for one in days if one.is_open][:n]


def doer_word(doer: Doer) -> str:
    """Who does it, in words."""
    return {
        Doer.CORPORATION: _("corporation"),
        Doer.MUNICIPALITY: _("municipality"),
        Doer.TENANTS: _("tenants' organisation"),
        Doer.MINISTER: _("minister"),
        Doer.ALL: _("all parties"),
    }[doer]


def _deadline(one: SetDay, row: Rule, done_on: date | None, known: bool, facts: Facts) -> Deadline:
    over = _why_over(one, known, facts) if done_on is None and not one.lapsed else ""
    return Deadline(
        code=one.code.value,
        day=one.day,
        what=row.name,
        who=doer_word(one.doer),
        article=row.article,
        done_on=done_on,
        days_left=_days_left(one.day, facts.today),
        lapsed=one.lapsed or over,
        words=row.words,
        caution=row.caution,
        working_day=_working_day(one.day),
        statutory=row.kind is RuleKind.STATUTE,
        known=known,
        over=bool(over),
    )


def _why_over(one: SetDay, known: bool, facts: Facts) -> str:
    """Why nothing is left to do about a day although no rule says that it lapses."""
    if facts.signed and one.code in BEFORE_SIGNING:
        return _("The agreements are signed.")
    if one.day is not None and one.day < facts.today and not known:
        return _("This day is over. Whether it was done is not kept here.")
    return ""


def _days_left(day: date | None, today: date) -> int | None:
    return None if day is None else (day - today).days


def _working_day(day: date | None) -> date | None:
    if day is None:
        return None
    try:
        before = last_working_day(day)
    except Refused:
        return None  # after 2100: nobody has set the holidays yet
    return before if before != day else None


def _dispute(session: Session, cycle_id: int) -> Dispute | None:
    """The dispute about the agreements that must go to the minister first, if there is one."""
    found_ones = session.scalars(
        select(Dispute)
        .where(Dispute.cycle_id == cycle_id, Dispute.kind == DisputeKind.HOUSING_ACT)
        .order_by(Dispute.arisen_on, Dispute.id)
    ).all()
    unfiled = [one for one in found_ones if one.filed_on is None and not one.outcome]
    return next(iter(unfiled), found_ones[-1] if found_ones else None)


def _known(cycle: Cycle, dispute: Dispute | None) -> set[Code]:
    """Of which days the program knows whether they were kept. Of the last day for a dispute only
    when there is one."""
    known = {
        Code.EVALUATION,
        Code.POLICY,
        Code.APPROVAL,
        Code.BID,
        Code.INVITATION,
        Code.DRAFT_TEXT,
        Code.SIGNING,
        Code.YEAR_PAPERS,
        Code.TENANTS_TALK,
        Code.VISITATION,
    }
    if cycle.state is CycleState.NO_AGREEMENT or (dispute is not None and not dispute.outcome):
        known.add(Code.DISPUTE)
    return known


def _done(
    session: Session, cycle: Cycle, dispute: Dispute | None, today: date
) -> dict[Code, date | None]:
    bid = cycle.bid
    matrix = delivery_matrix(session, cycle.id, today)
    steps = {step.state: step.taken_on for step in cycle.steps}
    meetings = _meetings_of_year(session, cycle, today)
    return {
        Code.EVALUATION: _first_held(meetings, MeetingKind.EVALUATION),
        Code.TENANTS_TALK: _first_held(meetings, MeetingKind.TENANTS),
        Code.POLICY: cycle.policy_received_on,
        Code.APPROVAL: bid.supervisors_approved_on if bid is not None else None,
        Code.BID: matrix.row(DeliveryDocument.BID).arrived_on,
        Code.INVITATION: bid.invited_on if bid is not None else None,
        Code.DRAFT_TEXT: steps.get(CycleState.DRAFT),
        Code.SIGNING: steps.get(CycleState.SIGNED),
        Code.YEAR_PAPERS: year_papers_arrived_on(matrix),
        Code.DISPUTE: dispute.filed_on if dispute is not None else None,
    }


def _meetings_of_year(session: Session, cycle: Cycle, today: date) -> Sequence[Meeting]:
    """What was held in the calendar year of the talks, with the same municipality: looking back
    on the year before belongs to that year."""
    first, last = date(cycle.year, 1, 1), min(today, date(cycle.year, 12, 31))
    return session.scalars(
        select(Meeting)
        .join(Cycle, Meeting.cycle_id == Cycle.id)
        .where(Cycle.municipality_id == cycle.municipality_id, Meeting.held_on.between(first, last))
    ).all()


def _first_held(meetings: Sequence[Meeting], kind: MeetingKind) -> date | None:
    return min((m.held_on for m in meetings if m.kind is kind), default=None)


def _of(session: Session, advice: AdviceLine, today: date) -> list[Deadline]:
    """The days of one request for advice: the term of the tenants, and that of the answer."""
    row = rule_in_force(session, ADVICE, advice.sent_on)
    answered = min(filter(None, (advice.received_on, advice.no_objection_on)), default=None)
    days = [
        _counted(row, advice, advice.party, advice.due_on, answered, advice.due_why, today),
    ]
    if advice.received_on is not None and advice.reasons_by is not None:
        row = rule_in_force(session, REASONS, advice.received_on)
        corporation = doer_word(Doer.CORPORATION)
        given = _reasons_given_on(advice)
        days.append(
            _counted(row, advice, corporation, advice.reasons_by, given, advice.reasons_why, today)
        )
    return days


def _reasons_given_on(advice: AdviceLine) -> date | None:
    """When the tenants had the reasons; an advice that is followed asks for none."""
    if advice.decision in WITH_REASONS:
        return advice.reasons_received_on
    return advice.decided_on


def _counted(
    row: Rule,
    advice: AdviceLine,
    who: str,
    day: date,
    done_on: date | None,
    reasons: tuple[str, ...],
    today: date,
) -> Deadline:
    return Deadline(
        code=f"{row.id}-{advice.id}",
        day=day,
        what=f"{row.name}: {advice.subject}",
        who=who,
        article=row.article,
        done_on=done_on,
        days_left=_days_left(day, today),
        lapsed="",
        words=row.words,
        caution=row.caution,
        working_day=_working_day(day),
        reasons=reasons,
    )
