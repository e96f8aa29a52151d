"""Every day of a year of agreements: by when, what, who, by which article, and if it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Dispute, Meeting, TenantsBudget
from desktop.agreements.queries.counted_days import counted_days
from desktop.agreements.queries.deadline import (
    Deadline,
    days_left_until,
    doer_word,
    working_day_before,
)
from desktop.agreements.queries.deliveries import (
    delivery_matrix,
    facts_of,
    year_papers_arrived_on,
)
from desktop.agreements.rules.deadlines import BEFORE_SIGNING, Code, Facts, SetDay, set_days
from desktop.agreements.states import CycleState, DeliveryDocument, DisputeKind, MeetingKind
from desktop.estate.checked_rules import with_confirmations
from desktop.language import _
from desktop.store.found import found
from desktop.terms.statutory import Rule, RuleKind


def deadlines(session: Session, cycle_id: int, today: date) -> tuple[Deadline, ...]:
    """Every day of a year, the first one first; what has no day comes last. Refuses a year that
    is gone."""
    cycle = found(session, Cycle, cycle_id)
    dispute = _dispute(session, cycle_id)
    facts = facts_of(cycle, today, dispute.arisen_on if dispute is not None else None)
    done = _done(session, cycle, dispute, today)
    known = _known(session, cycle, dispute)
    days = set_days(facts)
    rows = with_confirmations(session, (one.rule for one in days))
    fixed = [
        _deadline(one, row, done.get(one.code), one.code in known, facts)
        for one, row in zip(days, rows, strict=True)
    ]
    every = [*fixed, *counted_days(session, cycle, today)]
    return tuple(sorted(every, key=lambda d: (d.day is None, d.day or today, d.code)))


def _deadline(one: SetDay, row: Rule, done_on: date | None, known: bool, facts: Facts) -> Deadline:
    over = _why_over(one, known, facts) if done_on is None and not one.lapsed else ""
    return Deadline(
        code=one.code.value,
        day=one.day,
        what=row.name,
        who=doer_word(one.doer),
        article=row.article,
        done_on=done_on,
        days_left=days_left_until(one.day, facts.today),
        lapsed=one.lapsed or over,
        words=row.words,
        caution=row.caution,
        working_day=working_day_before(one.day),
        reasons=one.reasons,
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


def _dispute(session: Session, cycle_id: int) -> Dispute | None:
    """The dispute about the agreements that must go to the minister first, if there is one."""
    found_ones = session.scalars(
        select(Dispute)
        .where(Dispute.cycle_id == cycle_id, Dispute.kind == DisputeKind.HOUSING_ACT)
        .order_by(Dispute.arisen_on, Dispute.id)
    ).all()
    unfiled = [one for one in found_ones if one.filed_on is None and not one.outcome]
    return next(iter(unfiled), found_ones[-1] if found_ones else None)


def _known(session: Session, cycle: Cycle, dispute: Dispute | None) -> set[Code]:
    """Of which days the program knows whether they were kept. Of the last day for a dispute only
    when there is one, and of that for the accounts when there is a budget."""
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
        Code.VISITATION_REPORT,
    }
    if cycle.state is CycleState.NO_AGREEMENT or (dispute is not None and not dispute.outcome):
        known.add(Code.DISPUTE)
    if _budgets(session, cycle):
        known.add(Code.ACCOUNTS)
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
        Code.ACCOUNTS: _accounted_on(session, cycle),
        Code.VISITATION_REPORT: matrix.row(DeliveryDocument.VISITATION_REPORT).arrived_on,
    }


def _accounted_on(session: Session, cycle: Cycle) -> date | None:
    """When the last tenants' organisation at the table told what its budget was spent on; None
    while one has not."""
    days = [budget.accounted_on for budget in _budgets(session, cycle)]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _budgets(session: Session, cycle: Cycle) -> Sequence[TenantsBudget]:
    """The budgets of the calendar year of the talks, of who is at the table."""
    seated = [seat.party_id for seat in cycle.seats]
    return session.scalars(
        select(TenantsBudget).where(
            TenantsBudget.year == cycle.year, TenantsBudget.party_id.in_(seated)
        )
    ).all()


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
