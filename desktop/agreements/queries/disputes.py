"""The disputes of a year, by when they must be filed, and what a request must hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Clause, Cycle, Dispute, Position
from desktop.agreements.rules.disputes import Extension, decision_term, file_by
from desktop.agreements.states import DisputeKind
from desktop.language import _
from desktop.store.found import found


@dataclass(frozen=True)
class DisputeLine:
    """A dispute. `file_by` is the last day to lay it before the minister; None for one under the
    Overlegwet, for which no article sets a day. `decided_by` is until when the minister can
    decide, with how that came to its day; None while nobody knows."""

    id: int
    version: int
    kind: DisputeKind
    arisen_on: date
    filed_on: date | None
    file_by: date | None
    points: str
    mediation: str
    outcome: str
    decide_by: date | None = None
    decided_by: date | None = None
    decided_why: tuple[str, ...] = ()
    times_extended: int = 0
    decided_on: date | None = None

    @property
    def is_with_minister(self) -> bool:
        """Whether the minister has it and has not decided."""
        about_agreements = self.kind is DisputeKind.HOUSING_ACT
        return about_agreements and self.filed_on is not None and not self.outcome

    def is_late(self, today: date) -> bool:
        """Whether it was filed after its last day, or is not filed although that is over."""
        if self.file_by is None or (self.outcome and self.filed_on is None):
            return False
        return (self.filed_on or today) > self.file_by


@dataclass(frozen=True)
class Requirement:
    """One thing that a request for a decision must hold (Rtiv, art. 19a to 19d), and whether it
    is here."""

    what: str
    is_here: bool


def disputes(session: Session, cycle_id: int) -> tuple[DisputeLine, ...]:
    """The disputes of a year, the first one first. Refuses a year that is gone."""
    year = found(session, Cycle, cycle_id).year
    rows = session.scalars(
        select(Dispute).where(Dispute.cycle_id == cycle_id).order_by(Dispute.arisen_on, Dispute.id)
    )
    return tuple(_line(dispute, year) for dispute in rows)


def requirements(session: Session, dispute_id: int) -> tuple[Requirement, ...]:
    """What the request to the minister holds, as far as it is written down here. The addresses of
    the parties are not kept, so those are always to be added."""
    dispute = found(session, Dispute, dispute_id)
    cycle = found(session, Cycle, dispute.cycle_id)
    sent = cycle.bid is not None and cycle.bid.sent_on is not None
    return (
        Requirement(_("the day of the request"), dispute.filed_on is not None),
        Requirement(_("the names of the parties"), len(cycle.seats) > 1),
        Requirement(_("the addresses of the parties"), False),
        Requirement(_("what the dispute is about"), bool(dispute.points)),
        Requirement(_("what each party thinks of it"), _has_positions(session, cycle.id)),
        Requirement(_("the policy of the municipality"), cycle.policy_received_on is not None),
        Requirement(_("the bid"), sent),
        Requirement(_("what was tried to come to agreements"), bool(dispute.mediation)),
    )


def extensions_of(dispute: Dispute) -> tuple[Extension, ...]:
    """How often the minister took longer, the first time first."""
    return tuple(Extension(one.weeks, one.told_on) for one in dispute.extensions)


def _line(dispute: Dispute, year: int) -> DisputeLine:
    about_agreements = dispute.kind is DisputeKind.HOUSING_ACT
    longer = extensions_of(dispute)
    term = decision_term(dispute.decide_by, longer) if dispute.decide_by is not None else None
    return DisputeLine(
        id=dispute.id,
        version=dispute.version,
        kind=dispute.kind,
        arisen_on=dispute.arisen_on,
        filed_on=dispute.filed_on,
        file_by=file_by(year, dispute.arisen_on) if about_agreements else None,
        points=dispute.points,
        mediation=dispute.mediation,
        outcome=dispute.outcome,
        decide_by=dispute.decide_by,
        decided_by=term.last if term is not None else None,
        decided_why=term.reasons if term is not None else (),
        times_extended=len(longer),
        decided_on=dispute.decided_on,
    )


def _has_positions(session: Session, cycle_id: int) -> bool:
    taken = (
        select(Position.id)
        .join(Clause, Position.clause_id == Clause.id)
        .join(Agreement, Clause.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id, Position.settled_on.is_not(None))
    )
    return session.scalar(taken.limit(1)) is not None
