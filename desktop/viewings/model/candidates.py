"""The ranked list of a vacancy, and who on it was skipped. No BSN, income, birth date,
nationality, gender, children or signals: there is no column for them, so they cannot be kept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.store.base import Versioned, personal, words
from desktop.store.search import SearchEntry
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import CandidateState, SkipCode, Want

if TYPE_CHECKING:
    from desktop.viewings.model.offers import Offer
    from desktop.viewings.model.vacancies import Vacancy
    from desktop.viewings.model.viewings import Invitation


class Candidate(ViewingsBase, Versioned):
    """A home seeker on the ranked list of one vacancy. `rank` is never changed here.

    `number` is the pseudonym that stays after a wipe. `protected`: no neighbour may see
    anything of this person. The reason for priority is not kept."""

    __tablename__ = "candidate"
    __table_args__ = (
        UniqueConstraint("vacancy_id", "rank"),
        Index("ix_candidate_vacancy_state", "vacancy_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"))
    number: Mapped[str] = mapped_column(String(40))
    rank: Mapped[int]
    external_ref: Mapped[str] = personal(String(60), default="")
    initials: Mapped[str] = personal(String(20), default="")
    first_name: Mapped[str] = personal(String(60), default="")
    prefix: Mapped[str] = personal(String(20), default="")
    last_name: Mapped[str] = personal(String(80), default="")
    email: Mapped[str] = personal(String(120), default="")
    phone: Mapped[str] = personal(String(40), default="")
    street: Mapped[str] = personal(String(120), default="")
    postcode: Mapped[str] = personal(String(10), default="")
    city: Mapped[str] = personal(String(80), default="")
    language: Mapped[str] = mapped_column(String(5), default="nl")  # of the letters
    visit_need: Mapped[str] = personal(String(200), default="")  # own request only
    registered_on: Mapped[date | None]
    priority: Mapped[bool] = mapped_column(default=False)
    protected: Mapped[bool] = mapped_column(default=False)
    persons: Mapped[int] = mapped_column(default=1)
    state: Mapped[CandidateState] = words(CandidateState, default=CandidateState.SELECTED)
    want: Mapped[Want | None] = words(Want)
    want_reason: Mapped[str] = mapped_column(String(5), default="")  # VERA code, own answer
    want_at: Mapped[datetime | None]
    money_asked: Mapped[bool | None]  # R11: was money or a takeover asked?
    money_handled_on: Mapped[date | None]
    wiped_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="candidates")
    invitations: Mapped[list[Invitation]] = relationship(
        back_populates="candidate", order_by="Invitation.id"
    )
    offers: Mapped[list[Offer]] = relationship(back_populates="candidate", order_by="Offer.number")
    skips: Mapped[list[Skip]] = relationship(back_populates="candidate")

    @property
    def name(self) -> str:
        """`A. el Bakkali`; the pseudonym after a wipe."""
        return called(self.initials, self.first_name, self.prefix, self.last_name) or self.number

    def search_entry(self) -> SearchEntry | None:
        if self.wiped_on is not None:
            return None
        return candidate_entry(self.id, self.name, self.first_name, self.vacancy.dwelling.address)


def called(initials: str, first_name: str, prefix: str, last_name: str) -> str:
    """A person as on a letter: `A. el Bakkali`."""
    return " ".join(part for part in (initials or first_name, prefix, last_name) if part)


def candidate_entry(id: int, name: str, first_name: str, address: str) -> SearchEntry:
    """A candidate as the search box finds it: by name and by the address of the dwelling."""
    return SearchEntry(Candidate.__tablename__, id, name, address, f"{name} {first_name} {address}")


class Skip(ViewingsBase):
    """Somebody who is not invited in turn, with the code that says why (R2)."""

    __tablename__ = "skip"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    code: Mapped[SkipCode] = words(SkipCode)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    at: Mapped[datetime]

    candidate: Mapped[Candidate] = relationship(back_populates="skips")
