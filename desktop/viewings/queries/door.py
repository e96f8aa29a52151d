"""What hosts see at the door: no rank, no priority, no address, no phone (R5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.store.found import found
from desktop.viewings.model import ConsequenceGuard, Viewing
from desktop.viewings.queries.facts import current_shifts
from desktop.viewings.states import (
    Answer,
    GuardEvent,
    GuardState,
    Presence,
    ViewingKind,
    ViewingState,
    Want,
)


@dataclass(frozen=True)
class DoorVisitor:
    """One visitor: `name` is the first name, or the number when there is none. `want` is what the
    visitor answered, also while a colleague reads along: hosts see no difference (R5)."""

    invitation_id: int
    slot_at: datetime
    name: str
    persons: int
    visit_need: str
    here: bool
    points: tuple[str, ...]
    want: Want | None
    switched: bool


@dataclass(frozen=True)
class Door:
    """A viewing for its hosts: `points` as (key, Dutch, English), `hosts` as (id, first name)."""

    viewing_id: int
    address: str
    starts_at: datetime
    points: tuple[tuple[str, str, str], ...]
    hosts: tuple[tuple[int, str], ...]
    visitors: tuple[DoorVisitor, ...]


def door(session: Session, viewing_id: int) -> Door:
    """The list for the door. Protected people are never on it (C2)."""
    viewing = found(session, Viewing, viewing_id)
    policy = viewing.vacancy.policy
    waiting = set(
        session.scalars(
            select(ConsequenceGuard.candidate_id).where(
                ConsequenceGuard.candidate_id.in_([i.candidate_id for i in viewing.invitations]),
                ConsequenceGuard.event == GuardEvent.REFUSAL,
                ConsequenceGuard.state == GuardState.OPEN,
            )
        )
    )
    return Door(
        viewing_id=viewing.id,
        address=viewing.vacancy.dwelling.address,
        starts_at=viewing.starts_at,
        points=tuple(
            (p["key"], p["text_nl"], p.get("text_en", ""))
            for p in (policy.points if policy is not None else ())
        ),
        hosts=tuple((s.host_id, s.host.first_name) for s in current_shifts(viewing)),
        visitors=tuple(
            DoorVisitor(
                invitation_id=i.id,
                slot_at=i.slot_at,
                name=i.candidate.first_name or i.candidate.number,
                persons=i.candidate.persons,
                visit_need=i.candidate.visit_need,
                here=i.presence in (Presence.PRESENT, Presence.LATE),
                points=tuple(i.visit.points) if i.visit is not None else (),
                want=Want.NO if i.candidate_id in waiting else i.candidate.want,
                switched=i.switched,
            )
            for i in viewing.invitations
            if i.cancelled_on is None
            and i.answer is not Answer.NOT_COMING
            and not i.candidate.protected
        ),
    )


def viewing_at_the_door(session: Session, vacancy_id: int, now: datetime) -> int | None:
    """The viewing of a dwelling that is going on or was held last; None before it begins."""
    return session.scalar(
        select(Viewing.id)
        .where(
            Viewing.vacancy_id == vacancy_id,
            Viewing.kind != ViewingKind.STAFF,
            Viewing.state.not_in((ViewingState.DRAFT, ViewingState.CANCELLED, ViewingState.CLOSED)),
            Viewing.starts_at <= now,
        )
        .order_by(Viewing.starts_at.desc())
        .limit(1)
    )
