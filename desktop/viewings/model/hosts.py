"""Residents who receive candidates, and whom they know too well to receive."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Complex, Household
from desktop.store.base import Versioned, personal, words
from desktop.store.search import SearchEntry
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import HostState, RelationKind

if TYPE_CHECKING:
    from desktop.viewings.model.viewings import Shift


class Host(ViewingsBase, Versioned):
    """A resident who receives candidates (gastheer)."""

    __tablename__ = "host"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    first_name: Mapped[str] = personal(String(60))
    last_name: Mapped[str] = personal(String(80))
    address: Mapped[str] = personal(String(120), default="")
    stairwell: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = personal(String(40), default="")
    email: Mapped[str] = personal(String(120), default="")
    languages: Mapped[list[str]] = mapped_column(JSON, default=list)
    age_band: Mapped[str] = mapped_column(String(10), default="")  # self-reported, may be empty
    state: Mapped[HostState] = words(HostState, default=HostState.APPLIED)
    applied_on: Mapped[date]
    instructed_on: Mapped[date | None]
    secrecy_on: Mapped[date | None]
    active_from: Mapped[date | None]
    active_to: Mapped[date | None]
    max_per_month: Mapped[int] = mapped_column(default=4)
    availability: Mapped[list[str]] = mapped_column(JSON, default=list)  # "mon-afternoon", …
    away: Mapped[list[list[str]]] = mapped_column(JSON, default=list)  # [[from, to], …]

    complex: Mapped[Complex] = relationship(Complex)
    household: Mapped[Household | None] = relationship(Household)
    shifts: Mapped[list[Shift]] = relationship(back_populates="host")
    relations: Mapped[list[HostRelation]] = relationship(back_populates="host")

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def search_entry(self) -> SearchEntry | None:
        if not self.last_name:
            return None
        return SearchEntry(
            "host", self.id, self.name, self.complex.name, f"{self.name} {self.complex.name}"
        )


class HostRelation(ViewingsBase):
    """Somebody whom a host knows too well to receive; declared by the host beforehand."""

    __tablename__ = "host_relation"

    id: Mapped[int] = mapped_column(primary_key=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"), index=True)
    kind: Mapped[RelationKind] = words(RelationKind)
    person: Mapped[str] = personal(String(120))
    declared_on: Mapped[date]

    host: Mapped[Host] = relationship(back_populates="relations")
