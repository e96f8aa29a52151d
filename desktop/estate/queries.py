"""What screens and papers show of the estate: read-only, never entities."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.facts import (
    ComplexFacts,
    DwellingFacts,
    F,
    HouseholdFacts,
    OrganisationFacts,
    StaffFacts,
)
from desktop.estate.model import (
    Complex,
    Dwelling,
    Household,
    Organisation,
    OrganisationKind,
    Setting,
    StaffUser,
)
from desktop.language.fold import fold


@dataclass(frozen=True)
class ComplexLine:
    """`known_dwellings` are those in the database; the complex may have more."""

    id: int
    version: int
    facts: ComplexFacts
    known_dwellings: int

    @property
    def dwellings(self) -> int:
        """How many dwellings it has, as far as the program knows."""
        return max(self.facts.dwelling_count, self.known_dwellings)


@dataclass(frozen=True)
class DwellingLine:
    """`household` is who lives there now, empty when nobody is known."""

    id: int
    version: int
    complex_id: int
    complex_name: str
    address: str
    facts: DwellingFacts
    household: str


@dataclass(frozen=True)
class TenancyLine:
    """A household in a dwelling: one tenancy."""

    id: int
    version: int
    dwelling_id: int
    facts: HouseholdFacts

    def lives_there(self, on: date) -> bool:
        """Whether the household lives there on a day; the last day of a tenancy counts."""
        since, until = self.facts.since, self.facts.until
        return (since is None or since <= on) and (until is None or on <= until)


@dataclass(frozen=True)
class OrganisationLine:
    id: int
    version: int
    facts: OrganisationFacts


@dataclass(frozen=True)
class Corporation:
    """The corporation itself, as it stands on letters. `logo` is a PNG or JPEG file."""

    id: int
    version: int
    facts: OrganisationFacts
    logo: bytes | None


@dataclass(frozen=True)
class StaffLine:
    id: int
    version: int
    facts: StaffFacts
    has_pin: bool


def complexes(session: Session) -> tuple[ComplexLine, ...]:
    """All complexes by name."""
    counted = (
        select(Dwelling.complex_id, func.count(Dwelling.id).label("n"))
        .group_by(Dwelling.complex_id)
        .subquery()
    )
    rows = session.execute(
        select(Complex, func.coalesce(counted.c.n, 0)).outerjoin(
            counted, counted.c.complex_id == Complex.id
        )
    )
    lines = [ComplexLine(c.id, c.version, facts_of(ComplexFacts, c), n) for c, n in rows]
    return tuple(sorted(lines, key=lambda line: fold(line.facts.name)))


def dwellings(session: Session, complex_id: int | None = None) -> tuple[DwellingLine, ...]:
    """The dwellings of a complex, or all, by complex, street and number as people count."""
    chosen = select(Dwelling)
    lived_in = select(Household.dwelling_id, Household.name).where(Household.until.is_(None))
    if complex_id is not None:
        chosen = chosen.where(Dwelling.complex_id == complex_id)
        lived_in = lived_in.join(Dwelling).where(Dwelling.complex_id == complex_id)
    living = dict(session.execute(lived_in).all())
    lines = [
        DwellingLine(
            d.id,
            d.version,
            d.complex_id,
            d.complex.name,
            d.address,
            facts_of(DwellingFacts, d),
            living.get(d.id, ""),
        )
        for d in session.scalars(chosen)
    ]
    return tuple(sorted(lines, key=_as_people_count))


def tenancies(session: Session, complex_id: int) -> tuple[TenancyLine, ...]:
    """The tenancies of all dwellings of a complex, the newest first."""
    chosen = select(Household).join(Dwelling).where(Dwelling.complex_id == complex_id)
    lines = [
        TenancyLine(h.id, h.version, h.dwelling_id, facts_of(HouseholdFacts, h))
        for h in session.scalars(chosen)
    ]
    return tuple(sorted(lines, key=lambda line: line.facts.since or date.min, reverse=True))


def _as_people_count(line: DwellingLine) -> tuple[str, str, int, str]:
    """Number 9 before number 10, and 10 before 10A."""
    number = line.facts.house_number
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    return (fold(line.complex_name), fold(line.facts.street), int(digits or 0), number)


def organisations(session: Session) -> tuple[OrganisationLine, ...]:
    """The municipality, tenants' organisations and others; the corporation is apart."""
    rows = session.scalars(
        select(Organisation).where(Organisation.kind != OrganisationKind.CORPORATION)
    )
    lines = [OrganisationLine(o.id, o.version, facts_of(OrganisationFacts, o)) for o in rows]
    return tuple(sorted(lines, key=lambda line: fold(line.facts.name)))


def corporation(session: Session) -> Corporation | None:
    """The corporation, or None when nobody has filled it in yet."""
    row = session.scalar(
        select(Organisation).where(Organisation.kind == OrganisationKind.CORPORATION)
    )
    if row is None:
        return None
    return Corporation(row.id, row.version, facts_of(OrganisationFacts, row), row.logo)


def staff(session: Session) -> tuple[StaffLine, ...]:
    """All colleagues by name, those who left last."""
    lines = [
        StaffLine(u.id, u.version, facts_of(StaffFacts, u), u.pin_hash is not None)
        for u in session.scalars(select(StaffUser))
    ]
    return tuple(sorted(lines, key=lambda line: (not line.facts.active, fold(line.facts.name))))


def setting(session: Session, key: str) -> Any:
    """The value of a setting of the corporation, or None when it was never set."""
    row = session.scalar(select(Setting).where(Setting.key == key))
    return None if row is None else row.value


def facts_of(kind: type[F], row: Any) -> F:
    """The facts of a row."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})
