"""A dwelling from notice to new lease."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Dwelling
from desktop.store.base import Versioned, words
from desktop.store.search import SearchEntry
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import Route, RouteReason, VacancyState

if TYPE_CHECKING:
    from desktop.viewings.model.candidates import Candidate
    from desktop.viewings.model.decisions import Decision
    from desktop.viewings.model.nominations import Nomination
    from desktop.viewings.model.offers import Offer
    from desktop.viewings.model.policies import PolicyVersion
    from desktop.viewings.model.viewings import Viewing


class Vacancy(ViewingsBase, Versioned):
    """A dwelling from notice to new lease (VERA: Publicatie with its Eenheid)."""

    __tablename__ = "vacancy"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60), unique=True)
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy_version.id"), index=True)
    state: Mapped[VacancyState] = words(VacancyState, default=VacancyState.ANNOUNCED, index=True)
    route: Mapped[Route] = words(Route, default=Route.TENANT_LED)
    route_code: Mapped[RouteReason | None] = words(RouteReason)
    route_reason: Mapped[str] = mapped_column(String(200), default="")  # in words of staff
    model: Mapped[str] = mapped_column(String(5), default="AAN")  # VERA PUBLICATIEMODEL
    for_priority: Mapped[bool] = mapped_column(default=False)  # U3: this one goes by U1
    notice_on: Mapped[date | None]
    old_lease_ends_on: Mapped[date | None]
    pre_inspection_on: Mapped[date | None]
    final_inspection_on: Mapped[date | None]
    available_on: Mapped[date | None]
    advert_from: Mapped[date | None]
    advert_until: Mapped[date | None]
    closed_on: Mapped[date | None]
    baseline_viewing_on: Mapped[date | None]  # when staff could have shown it
    contract_on: Mapped[date | None]
    keys_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    welcomed_on: Mapped[date | None]  # U1: hosts gave the welcome tour after the acceptance
    followed_up_on: Mapped[date | None]  # U5: a host visited the new tenant
    lease_ended_on: Mapped[date | None]  # within a year: measure (vii) of the evaluation
    withdrawn_code: Mapped[str] = mapped_column(String(5), default="")
    reactions: Mapped[int | None]
    list_digest: Mapped[str] = mapped_column(String(64), default="")
    departing_household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    created_on: Mapped[date]

    dwelling: Mapped[Dwelling] = relationship(Dwelling, lazy="joined")
    policy: Mapped[PolicyVersion | None] = relationship()
    candidates: Mapped[list[Candidate]] = relationship(
        back_populates="vacancy", order_by="Candidate.rank"
    )
    viewings: Mapped[list[Viewing]] = relationship(
        back_populates="vacancy", order_by="Viewing.starts_at"
    )
    nominations: Mapped[list[Nomination]] = relationship(
        back_populates="vacancy", order_by="Nomination.number"
    )
    offers: Mapped[list[Offer]] = relationship(back_populates="vacancy", order_by="Offer.number")
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="vacancy", order_by="Decision.number"
    )

    @property
    def nomination(self) -> Nomination | None:
        """What residents nominated last (level C)."""
        return self.nominations[-1] if self.nominations else None

    @property
    def decision(self) -> Decision | None:
        """The decision that counts: the last one. The others lapsed."""
        return self.decisions[-1] if self.decisions else None

    def search_entry(self) -> SearchEntry:
        home = self.dwelling
        return SearchEntry(
            "vacancy",
            self.id,
            home.address,
            self.code,
            f"{home.address} {home.code} {self.code} {home.city} {home.complex.name}",
        )
