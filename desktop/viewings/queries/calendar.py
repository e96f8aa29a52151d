"""The viewings of all complexes in a week, and those that still have no pair of hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.language.format import AMSTERDAM, local
from desktop.viewings.model import Shift, Viewing
from desktop.viewings.queries.facts import confirmed_hosts, current_shifts
from desktop.viewings.rules.visits import FALLBACK
from desktop.viewings.states import ShiftState, ViewingKind, ViewingState

OVER = (ViewingState.HELD, ViewingState.CLOSED)


class Staffing(Enum):
    """How it stands with who receives."""

    NO_PAIR = "no pair"
    ASKED = "asked"
    COMPLETE = "complete"
    STAFF = "staff"
    HELD = "held"
    CALLED_OFF = "called off"


@dataclass(frozen=True)
class HostAt:
    """A host at a viewing: first name, and whether they said yes."""

    name: str
    state: ShiftState


@dataclass(frozen=True)
class Planned:
    """A viewing in the agenda. `staff_from` is the moment at which staff receive when there is
    no pair by then (R12)."""

    id: int
    vacancy_id: int
    address: str
    complex: str
    kind: ViewingKind
    starts_at: datetime
    ends_at: datetime
    staffing: Staffing
    hosts: tuple[HostAt, ...]
    visitors: int

    @property
    def day(self) -> date:
        """The day on the Dutch calendar."""
        return local(self.starts_at).date()

    @property
    def staff_from(self) -> datetime:
        return self.starts_at - FALLBACK


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week(session: Session, monday: date) -> list[Planned]:
    """The viewings from this Monday to the Sunday after it, by time; those called off too."""
    begin = datetime.combine(monday, time(0), tzinfo=AMSTERDAM)
    end = datetime.combine(monday + timedelta(days=7), time(0), tzinfo=AMSTERDAM)
    return _planned(session, Viewing.starts_at >= begin, Viewing.starts_at < end)


def without_pair(session: Session, now: datetime) -> list[Planned]:
    """The viewings to come for which too few hosts said yes, the first one first."""
    to_come = _planned(session, Viewing.starts_at > now)
    return [p for p in to_come if p.staffing in (Staffing.NO_PAIR, Staffing.ASKED)]


def _planned(session: Session, *conditions: ColumnElement[bool]) -> list[Planned]:
    found: Sequence[Viewing] = session.scalars(
        select(Viewing)
        .where(*conditions)
        .options(
            joinedload(Viewing.vacancy),
            selectinload(Viewing.shifts).joinedload(Shift.host),
            selectinload(Viewing.invitations),
        )
        .order_by(Viewing.starts_at, Viewing.id)
    ).all()
    return [_one(viewing) for viewing in found]


def _one(viewing: Viewing) -> Planned:
    home = viewing.vacancy.dwelling
    needed = viewing.vacancy.policy.min_hosts if viewing.vacancy.policy is not None else 2
    return Planned(
        id=viewing.id,
        vacancy_id=viewing.vacancy_id,
        address=home.address,
        complex=home.complex.name,
        kind=viewing.kind,
        starts_at=viewing.starts_at,
        ends_at=viewing.ends_at,
        staffing=_staffing(viewing, needed),
        hosts=tuple(HostAt(s.host.first_name, s.state) for s in current_shifts(viewing)),
        visitors=sum(i.cancelled_on is None for i in viewing.invitations),
    )


def _staffing(viewing: Viewing, needed: int) -> Staffing:
    if viewing.state is ViewingState.CANCELLED:
        return Staffing.CALLED_OFF
    if viewing.state in OVER:
        return Staffing.HELD
    if viewing.staff_hosts:
        return Staffing.STAFF
    if confirmed_hosts(viewing) >= needed:
        return Staffing.COMPLETE
    if len(current_shifts(viewing)) >= needed:
        return Staffing.ASKED
    return Staffing.NO_PAIR
