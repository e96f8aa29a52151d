"""For which complexes residents can set up a committee, and what the corporation then must do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Attendance, Meeting, Party, Seat
from desktop.agreements.rules.committees import Duty, duties, is_housing_complex
from desktop.agreements.rules.parties import asked_of
from desktop.agreements.states import MeetingKind, PartyKind
from desktop.estate.queries import ComplexLine as Known
from desktop.estate.queries import complexes
from desktop.language.fold import fold


@dataclass(frozen=True)
class CommitteeLine:
    """A residents' committee. `as_asked` says that it is as the Overlegwet asks (art. 1(1)g),
    `talked_on` when the corporation talked with it in this calendar year."""

    party_id: int
    name: str
    as_asked: bool
    seated: bool
    talked_on: date | None


@dataclass(frozen=True)
class ComplexLine:
    """A complex with its committees; `duties` are what the corporation must do, in the order of the
    articles, and none when the complex is too small for the Overlegwet by itself."""

    id: int
    name: str
    city: str
    dwellings: int
    is_housing_complex: bool
    committees: tuple[CommitteeLine, ...]
    duties: tuple[Duty, ...]

    def talked(self) -> bool:
        """Whether each committee had its talk of this year."""
        return all(one.talked_on is not None for one in self.committees)


def complex_lines(session: Session, cycle_id: int, today: date) -> tuple[ComplexLine, ...]:
    """Every complex, those that can have a committee first, by name."""
    committees = _committees(session, cycle_id, today)
    lines = [_line(one, committees.get(one.id, ())) for one in complexes(session)]
    return tuple(sorted(lines, key=lambda line: (not line.is_housing_complex, fold(line.name))))


def _line(one: Known, committees: tuple[CommitteeLine, ...]) -> ComplexLine:
    return ComplexLine(
        id=one.id,
        name=one.facts.name,
        city=one.facts.city,
        dwellings=one.dwellings,
        is_housing_complex=is_housing_complex(one.dwellings),
        committees=committees,
        duties=duties(one.dwellings, bool(committees)),
    )


def _committees(
    session: Session, cycle_id: int, today: date
) -> dict[int, tuple[CommitteeLine, ...]]:
    """The committees of each complex, by its number."""
    seated = set(session.scalars(select(Seat.party_id).where(Seat.cycle_id == cycle_id)))
    talked = _talked(session, today)
    rows = session.scalars(
        select(Party)
        .where(Party.kind == PartyKind.RESIDENTS, Party.complex_id.is_not(None))
        .order_by(Party.name)
    )
    by_complex: dict[int, tuple[CommitteeLine, ...]] = {}
    for party in rows:
        assert party.complex_id is not None, "only these were asked for"
        line = CommitteeLine(
            party_id=party.id,
            name=party.name,
            as_asked=all(getattr(party, name) for name in asked_of(party.kind)),
            seated=party.id in seated,
            talked_on=talked.get(party.id),
        )
        by_complex[party.complex_id] = (*by_complex.get(party.complex_id, ()), line)
    return by_complex


def _talked(session: Session, today: date) -> dict[int, date]:
    """When each party was at a yearly talk of this calendar year, the first time."""
    rows = session.execute(
        select(Attendance.party_id, func.min(Meeting.held_on))
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.kind == MeetingKind.TENANTS,
            Attendance.present,
            Meeting.held_on.between(date(today.year, 1, 1), today),
        )
        .group_by(Attendance.party_id)
    )
    return {party_id: held_on for party_id, held_on in rows}  # noqa: C416 - rows are no pairs to mypy
