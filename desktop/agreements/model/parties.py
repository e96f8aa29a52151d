"""Who makes the agreements, and the policy of the municipality that they answer to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.states import PartyKind, PartyRole, PolicyKind
from desktop.estate.model import Complex
from desktop.store.base import Versioned, personal, words

if TYPE_CHECKING:
    from desktop.agreements.model.cycles import Cycle


class Party(AgreementsBase, Versioned):
    """A party at the table. The four checks are those of a tenants' organisation (Overlegwet,
    art. 1(1)f); `seen_on` is when it last looked at the agreements at a consultation, and
    `visited_on` the day of the report of a corporation's last visitation (Woningwet, art. 53a).
    `complex_id` is where the residents of a committee live."""

    __tablename__ = "party"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    short_name: Mapped[str] = mapped_column(String(40), default="")
    kind: Mapped[PartyKind] = words(PartyKind)
    role: Mapped[PartyRole] = words(PartyRole, default=PartyRole.MEMBER)
    is_umbrella: Mapped[bool] = mapped_column(default=False)
    board_of_tenants: Mapped[bool] = mapped_column(default=False)
    informs_tenants: Mapped[bool] = mapped_column(default=False)
    meets_yearly: Mapped[bool] = mapped_column(default=False)
    open_to_all: Mapped[bool] = mapped_column(default=False)
    last_annual_meeting_on: Mapped[date | None]
    training_days: Mapped[int | None]
    phone: Mapped[str] = mapped_column(String(40), default="")
    seen_on: Mapped[date | None]
    visited_on: Mapped[date | None]
    complex_id: Mapped[int | None] = mapped_column(ForeignKey("complex.id"))

    complex: Mapped[Complex | None] = relationship(Complex)
    contacts: Mapped[list[Contact]] = relationship(back_populates="party")

    @property
    def called(self) -> str:
        """The name for narrow places."""
        return self.short_name or self.name


class Contact(AgreementsBase, Versioned):
    """Somebody who speaks for a party, known by function. The name goes two years after they
    left; the function stays."""

    __tablename__ = "party_contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    function: Mapped[str] = mapped_column(String(80))
    display_name: Mapped[str] = personal(String(120), default="")
    email: Mapped[str] = personal(String(120), default="")
    left_on: Mapped[date | None]

    party: Mapped[Party] = relationship(back_populates="contacts")


class Seat(AgreementsBase):
    """A party that takes part in a cycle."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("cycle_id", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))

    cycle: Mapped[Cycle] = relationship(back_populates="seats")
    party: Mapped[Party] = relationship(lazy="joined")


class PolicyDocument(AgreementsBase, Versioned):
    """The municipality's policy on housing. Without one the duty to make agreements does not
    hold (Woningwet, art. 42(1), 44(3))."""

    __tablename__ = "policy_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    title: Mapped[str] = mapped_column(String(160))
    kind: Mapped[PolicyKind] = words(PolicyKind, default=PolicyKind.VISION)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    received_on: Mapped[date | None]

    party: Mapped[Party] = relationship()
    goals: Mapped[list[PolicyGoal]] = relationship(
        back_populates="document", order_by="PolicyGoal.position"
    )


class PolicyGoal(AgreementsBase, Versioned):
    """One goal of the policy, to which agreements contribute (Woningwet, art. 42(1))."""

    __tablename__ = "policy_goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("policy_document.id"), index=True)
    position: Mapped[int]
    words: Mapped[str] = mapped_column(Text)

    document: Mapped[PolicyDocument] = relationship(back_populates="goals")


class NationalPriority(AgreementsBase, Versioned):
    """A priority of the minister (Btiv 2015, art. 39(2)), in force for some years."""

    __tablename__ = "national_priority"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
