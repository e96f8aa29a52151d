"""What tenants have to do their task with: days of training, more powers, and their budget."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.parties import Contact, Party
from desktop.agreements.states import Expense
from desktop.store.base import Versioned, words


class TrainingDay(AgreementsBase):
    """Training that a member of the board had, in half days (Overlegwet, art. 5e)."""

    __tablename__ = "training_day"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("party_contact.id"), index=True)
    held_on: Mapped[date]
    half_days: Mapped[int]
    subject: Mapped[str] = mapped_column(String(160))

    contact: Mapped[Contact] = relationship()


class ExtraPower(AgreementsBase, Versioned):
    """A power that the Overlegwet does not give, agreed in writing with those who speak for
    tenants (art. 6)."""

    __tablename__ = "extra_power"

    id: Mapped[int] = mapped_column(primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    what: Mapped[str] = mapped_column(Text)
    agreed_on: Mapped[date]
    ended_on: Mapped[date | None]
    document_name: Mapped[str] = mapped_column(String(200), default="")
    document: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))

    party: Mapped[Party] = relationship()


class TenantsBudget(AgreementsBase, Versioned):
    """What a tenants' organisation can spend in a calendar year as it sees fit, in whole cents;
    `consented_cents` is what the landlord pays beyond it (Overlegwet, art. 7). `accounted_on` is
    when it told what it was spent on."""

    __tablename__ = "tenants_budget"
    __table_args__ = (UniqueConstraint("party_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    year: Mapped[int]
    amount_cents: Mapped[int]
    consented_cents: Mapped[int] = mapped_column(default=0)
    accounted_on: Mapped[date | None]

    party: Mapped[Party] = relationship()
    expenses: Mapped[list[TenantsExpense]] = relationship(
        order_by="TenantsExpense.spent_on, TenantsExpense.id"
    )


class TenantsExpense(AgreementsBase):
    """What part of the budget went to, in whole cents."""

    __tablename__ = "tenants_expense"

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_id: Mapped[int] = mapped_column(ForeignKey("tenants_budget.id"), index=True)
    spent_on: Mapped[date]
    kind: Mapped[Expense] = words(Expense)
    what: Mapped[str] = mapped_column(String(160))
    cents: Mapped[int]
