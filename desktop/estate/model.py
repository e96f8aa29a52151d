"""Complexes, dwellings, households, organisations, staff: what all features share."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import JSON, ForeignKey, LargeBinary, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from desktop.store.base import Base, Versioned, own_registry, personal, words
from desktop.store.search import SearchEntry


class EstateBase(Base, DeclarativeBase):
    """An entity that all features share."""

    registry = own_registry()


class OrganisationKind(enum.Enum):
    CORPORATION = "corporation"
    MUNICIPALITY = "municipality"
    TENANTS = "tenants' organisation"
    OTHER = "other"


class Role(enum.Enum):
    """What a staff user does; who may do what is asked in `viewings.rules`."""

    CONSULTANT = "letting consultant"
    MANAGER = "manager"
    AUDITOR = "auditor"


class BuildingKind(enum.Enum):
    """How a complex is built; one of the types that the evaluation compares."""

    GALLERY = "gallery flat"
    STAIRWELL = "stairwell flat"
    GROUND = "ground-level houses"
    TOWER = "tower"


class Organisation(EstateBase, Versioned):
    """The corporation itself (its letterhead), the municipality, tenants' organisations."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[OrganisationKind] = words(OrganisationKind)
    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120), default="")
    street: Mapped[str] = mapped_column(String(120), default="")
    postcode: Mapped[str] = mapped_column(String(10), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    website: Mapped[str] = mapped_column(String(120), default="")
    signature: Mapped[str] = mapped_column(String(120), default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)


class StaffUser(EstateBase, Versioned):
    """Somebody who works with the program. `pin_hash` (argon2) proves a second reader."""

    __tablename__ = "staff_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[Role] = words(Role, default=Role.CONSULTANT)
    pin_hash: Mapped[str | None] = personal(String(200))
    active: Mapped[bool] = mapped_column(default=True)


class Setting(EstateBase, Versioned):
    """A setting of the corporation, the same at every desk; `value` is plain JSON."""

    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    value: Mapped[object] = mapped_column(JSON)


class LetterTextChange(EstateBase, Versioned):
    """A letter text as the corporation changed it; without a row the supplied text counts."""

    __tablename__ = "letter_text_change"
    __table_args__ = (UniqueConstraint("key", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(5))
    source: Mapped[str] = mapped_column(Text)


class Complex(EstateBase, Versioned):
    """A group of dwellings managed as one (VERA: Cluster). Codes: VERA WOONVORM, DOELGROEP. Its age
    label: for people from `age_from` up to and including `age_to` years."""

    __tablename__ = "complex"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    city: Mapped[str] = mapped_column(String(80), default="")
    addresses: Mapped[str] = mapped_column(String(200), default="")
    dwelling_count: Mapped[int] = mapped_column(default=0)
    building: Mapped[BuildingKind] = words(BuildingKind, default=BuildingKind.GALLERY)
    living_form: Mapped[str] = mapped_column(String(10), default="")
    target_group: Mapped[str] = mapped_column(String(10), default="")
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    shared_rooms: Mapped[str] = mapped_column(String(200), default="")
    meeting_point: Mapped[str] = mapped_column(String(200), default="")
    vera_cluster: Mapped[str] = mapped_column(String(60), default="")

    dwellings: Mapped[list[Dwelling]] = relationship(back_populates="complex")

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "complex", self.id, self.name, self.city, f"{self.name} {self.code} {self.city}"
        )


class Dwelling(EstateBase, Versioned):
    """A rentable unit (VERA: Eenheid). Area in m², rent in whole cents a month."""

    __tablename__ = "dwelling"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    street: Mapped[str] = mapped_column(String(120))
    house_number: Mapped[str] = mapped_column(String(20))
    postcode: Mapped[str] = mapped_column(String(10), default="")
    city: Mapped[str] = mapped_column(String(80), default="")
    kind: Mapped[str] = mapped_column(String(10), default="")
    floor: Mapped[int | None]
    rooms: Mapped[int | None]
    area_m2: Mapped[object | None] = mapped_column(Numeric(7, 2))
    rent_cents: Mapped[int | None]
    energy_label: Mapped[str] = mapped_column(String(10), default="")
    stairwell: Mapped[str] = mapped_column(String(20), default="")
    step_free: Mapped[bool] = mapped_column(default=False)
    reserved_for_priority: Mapped[bool] = mapped_column(default=False)

    complex: Mapped[Complex] = relationship(back_populates="dwellings", lazy="joined")
    households: Mapped[list[Household]] = relationship(back_populates="dwelling")

    @property
    def address(self) -> str:
        """`Kadeflat 214`."""
        return f"{self.street} {self.house_number}"

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "dwelling",
            self.id,
            self.address,
            self.city,
            f"{self.address} {self.code} {self.postcode} {self.city}",
        )


class Household(EstateBase, Versioned):
    """Who rents; one household a tenancy. Only a name: the program needs no more of tenants."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    name: Mapped[str] = personal(String(120))
    since: Mapped[date | None]
    until: Mapped[date | None]

    dwelling: Mapped[Dwelling] = relationship(back_populates="households")
