"""Hosts as the screens show them: the list, one host, and the rota's proposal for a viewing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.estate.model import Complex, Dwelling, Household
from desktop.language import _
from desktop.language.fold import fold
from desktop.store.found import found
from desktop.viewings.model import Host, Shift, Viewing
from desktop.viewings.queries.facts import COUNTED, host_facts, hosts_of, seekers
from desktop.viewings.rules.hosts import (
    WINDOW,
    Hindrance,
    Turn,
    effort,
    hindrance,
    propose,
    turn_of,
)
from desktop.viewings.states import HostState, RelationKind, ShiftRole, ShiftState


@dataclass(frozen=True)
class HostChoice:
    """A host who might take a shift: why now (`turn`), or what keeps them from it."""

    id: int
    name: str
    turn: Turn
    hindrance: Hindrance | None

    @property
    def words(self) -> str:
        """The name, with in short why this host cannot."""
        if self.hindrance is None:
            return self.name
        return _("{name} ({reason})").format(name=self.name, reason=self.hindrance.short)

    @property
    def why(self) -> str:
        """Why this host, or why not."""
        return self.turn.words if self.hindrance is None else self.hindrance.sentence


@dataclass(frozen=True)
class HostsProposed:
    """The rota's proposal for a viewing, with all hosts of the complex to choose from."""

    lead: int | None
    second: int | None
    hosts: tuple[HostChoice, ...]


def proposal_for(session: Session, viewing_id: int, leave_out: Iterable[int] = ()) -> HostsProposed:
    """The fair pair (R3, R4). `leave_out` are hosts passed by, on top of those who declined."""
    viewing = found(session, Viewing, viewing_id)
    vacancy = viewing.vacancy
    facts = [
        host_facts(h, but_not=viewing_id) for h in hosts_of(session, vacancy.dwelling.complex_id)
    ]
    people = seekers(session, vacancy.id)
    departing = vacancy.departing_household_id
    declined = {s.host_id for s in viewing.shifts if s.state is ShiftState.DECLINED}
    proposed = propose(facts, viewing.starts_at, people, departing, {*leave_out, *declined})
    return HostsProposed(
        lead=proposed.lead if proposed is not None else None,
        second=proposed.second if proposed is not None else None,
        hosts=tuple(
            HostChoice(
                h.id,
                h.name,
                turn_of(h, viewing.starts_at),
                hindrance(h, viewing.starts_at, people, departing),
            )
            for h in sorted(facts, key=lambda h: effort(h, viewing.starts_at))
        ),
    )


@dataclass(frozen=True)
class RelationLine:
    id: int
    kind: RelationKind
    person: str
    declared_on: date


@dataclass(frozen=True)
class DutyLine:
    """A shift of a host: where and when."""

    viewing_id: int
    vacancy_id: int
    at: datetime
    address: str
    role: ShiftRole
    state: ShiftState
    minutes: int


@dataclass(frozen=True)
class HostLine:
    """A host with how much they did in the last 90 days."""

    id: int
    version: int
    complex_id: int
    complex: str
    complex_code: str
    household_id: int | None
    first_name: str
    last_name: str
    address: str
    stairwell: str
    phone: str
    email: str
    languages: tuple[str, ...]
    age_band: str
    state: HostState
    applied_on: date
    instructed_on: date | None
    secrecy_on: date | None
    active_from: date | None
    max_per_month: int
    availability: tuple[str, ...]
    away: tuple[tuple[date, date], ...]
    minutes_90: int
    turns_90: int
    relations: tuple[RelationLine, ...]
    duties: tuple[DutyLine, ...]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class HostRow:
    """A host in the list of all; `words` are what the filter looks in."""

    id: int
    name: str
    complex: str
    stairwell: str
    state: HostState
    turns_90: int
    words: str


def all_hosts(session: Session, now: datetime) -> list[HostRow]:
    """The hosts of all complexes, by complex; in each the active ones first, then by name."""
    in_window = Viewing.starts_at.between(now - WINDOW, now + WINDOW)
    everybody = session.scalars(
        select(Host)
        .join(Complex)
        .where(Host.last_name != "")
        .options(
            joinedload(Host.complex),
            selectinload(Host.relations),
            # Effort looks no further than its window; years of shifts stay where they are.
            selectinload(Host.shifts.and_(Shift.viewing.has(in_window)))
            .joinedload(Shift.viewing)
            .selectinload(Viewing.invitations),
        )
    )
    rows = [
        HostRow(
            id=host.id,
            name=host.name,
            complex=host.complex.name,
            stairwell=host.stairwell,
            state=host.state,
            turns_90=effort(host_facts(host), now)[1],
            words=fold(f"{host.name} {host.complex.name} {host.complex.code}"),
        )
        for host in everybody
    ]
    return sorted(rows, key=lambda r: (fold(r.complex), *_standing(r.state), fold(r.name)))


def _standing(state: HostState) -> tuple[bool, int]:
    """Active hosts come first, then those on their way, then those who stopped."""
    return state is not HostState.ACTIVE, list(HostState).index(state)


@dataclass(frozen=True)
class HouseholdRow:
    """A household that lives in a complex now, where, and who of it is host already."""

    id: int
    name: str
    address: str
    stairwell: str
    hosts: tuple[str, ...]


def households(session: Session, complex_id: int) -> list[HouseholdRow]:
    """The households of a complex, by address as people count."""
    found_rows = session.execute(
        select(Household.id, Household.name, Dwelling)
        .join(Dwelling, Household.dwelling_id == Dwelling.id)
        .where(Dwelling.complex_id == complex_id, Household.until.is_(None))
    ).all()
    already: dict[int | None, list[str]] = {}
    for host in session.scalars(select(Host).where(Host.complex_id == complex_id)):
        already.setdefault(host.household_id, []).append(host.name)
    rows = [
        HouseholdRow(i, name, home.address, home.stairwell, tuple(already.get(i, ())))
        for i, name, home in found_rows
    ]
    return sorted(rows, key=lambda row: (len(row.address), row.address))


def host_line(session: Session, host_id: int, now: datetime) -> HostLine:
    """One host. Refuses one who is gone."""
    return _line(found(session, Host, host_id), now)


def _line(host: Host, now: datetime) -> HostLine:
    minutes, turns = effort(host_facts(host), now)
    return HostLine(
        id=host.id,
        version=host.version,
        complex_id=host.complex_id,
        complex=host.complex.name,
        complex_code=host.complex.code,
        household_id=host.household_id,
        first_name=host.first_name,
        last_name=host.last_name,
        address=host.address,
        stairwell=host.stairwell,
        phone=host.phone,
        email=host.email,
        languages=tuple(host.languages),
        age_band=host.age_band,
        state=host.state,
        applied_on=host.applied_on,
        instructed_on=host.instructed_on,
        secrecy_on=host.secrecy_on,
        active_from=host.active_from,
        max_per_month=host.max_per_month,
        availability=tuple(host.availability),
        away=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in host.away),
        minutes_90=minutes,
        turns_90=turns,
        relations=tuple(
            RelationLine(r.id, r.kind, r.person, r.declared_on) for r in host.relations
        ),
        duties=tuple(
            DutyLine(
                s.viewing_id,
                s.viewing.vacancy_id,
                s.viewing.starts_at,
                s.viewing.vacancy.dwelling.address,
                s.role,
                s.state,
                s.minutes,
            )
            for s in sorted(host.shifts, key=lambda s: s.viewing.starts_at, reverse=True)
            if s.state in COUNTED or s.state is ShiftState.ABSENT
        ),
    )
