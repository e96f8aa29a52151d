"""What tenants have to do their task with in a calendar year: training, budget and more powers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import extract, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    Contact,
    ExtraPower,
    Party,
    TenantsBudget,
    TrainingDay,
)
from desktop.agreements.rules.deadlines import Code, row_of
from desktop.agreements.rules.means import Settlement, settle, training_right
from desktop.agreements.rules.parties import asked_of
from desktop.agreements.states import Expense, PartyKind
from desktop.store.found import found


@dataclass(frozen=True)
class TrainingLine:
    """One training of a member of the board."""

    id: int
    member: str
    held_on: date
    half_days: int
    subject: str


@dataclass(frozen=True)
class MemberLine:
    """A member of the board, with the half days of training had and had a right to in the year."""

    contact_id: int
    function: str
    used: int
    right: int

    @property
    def is_over(self) -> bool:
        return self.used > self.right


@dataclass(frozen=True)
class ExpenseLine:
    """What part of the budget went to, in whole cents."""

    id: int
    spent_on: date
    kind: Expense
    what: str
    cents: int


@dataclass(frozen=True)
class BudgetView:
    """The budget of a year. `due_on` is the last day of the accounts (Overlegwet, art. 7(2))."""

    id: int
    version: int
    year: int
    settled: Settlement
    consented: int
    expenses: tuple[ExpenseLine, ...]
    due_on: date | None
    accounted_on: date | None

    def spent_on(self, kind: Expense) -> int:
        return sum(line.cents for line in self.expenses if line.kind is kind)

    def is_late(self, today: date) -> bool:
        """Whether the accounts came after their day, or did not come while it is over."""
        return self.due_on is not None and (self.accounted_on or today) > self.due_on


@dataclass(frozen=True)
class PowerLine:
    """A power that was agreed beyond those of the law."""

    id: int
    what: str
    agreed_on: date
    ended_on: date | None
    document_name: str


@dataclass(frozen=True)
class SpeaksForTenants:
    """A tenants' organisation, or a residents' committee: that has no board to train and no budget
    in the law."""

    party_id: int
    name: str
    kind: PartyKind

    @property
    def has_means(self) -> bool:
        return self.kind is PartyKind.TENANTS


@dataclass(frozen=True)
class MeansView:
    """All of one of them in a calendar year. `agreed_days` is None when nothing was agreed on."""

    of: SpeaksForTenants
    year: int
    agreed_days: int | None
    members: tuple[MemberLine, ...]
    training: tuple[TrainingLine, ...]
    budget: BudgetView | None
    powers: tuple[PowerLine, ...]


def who_speaks(session: Session) -> tuple[SpeaksForTenants, ...]:
    """Everybody who speaks for tenants, organisations first."""
    rows = session.scalars(
        select(Party).where(Party.kind.in_((PartyKind.TENANTS, PartyKind.RESIDENTS)))
    )
    lines = [SpeaksForTenants(one.id, one.name, one.kind) for one in rows]
    return tuple(sorted(lines, key=lambda one: (not one.has_means, one.name)))


def means_view(session: Session, party_id: int, year: int) -> MeansView:
    """What a party has in a calendar year. Refuses one that is gone."""
    party = found(session, Party, party_id)
    assert asked_of(party.kind), f"{party.kind} does not speak for tenants"
    training = _training(session, party_id, year)
    return MeansView(
        of=SpeaksForTenants(party.id, party.name, party.kind),
        year=year,
        agreed_days=party.training_days,
        members=_members(session, party, training) if party.kind is PartyKind.TENANTS else (),
        training=tuple(
            TrainingLine(one.id, one.contact.function, one.held_on, one.half_days, one.subject)
            for one in training
        ),
        budget=_budget(session, party_id, year),
        powers=_powers(session, party_id),
    )


def page_of_power(session: Session, power_id: int) -> bytes | None:
    """The page on which a power was agreed; None without one. Refuses a power that is gone."""
    return found(session, ExtraPower, power_id).document


def accounts_due(year: int) -> date | None:
    """The last day of the accounts of a calendar year; None before the article was in force."""
    row = row_of(Code.ACCOUNTS, year)
    return row.calendar.last_day(year) if row is not None and row.calendar is not None else None


def _training(session: Session, party_id: int, year: int) -> list[TrainingDay]:
    rows = session.scalars(
        select(TrainingDay)
        .join(Contact, TrainingDay.contact_id == Contact.id)
        .where(Contact.party_id == party_id, extract("year", TrainingDay.held_on) == year)
        .options(joinedload(TrainingDay.contact))
        .order_by(TrainingDay.held_on, TrainingDay.id)
    )
    return list(rows)


def _members(session: Session, party: Party, training: list[TrainingDay]) -> tuple[MemberLine, ...]:
    """Who speaks for a party now, and who left but had training in the year."""
    used: dict[int, int] = {}
    for one in training:
        used[one.contact_id] = used.get(one.contact_id, 0) + one.half_days
    rows = session.scalars(select(Contact).where(Contact.party_id == party.id).order_by(Contact.id))
    right = training_right(party.training_days)
    return tuple(
        MemberLine(one.id, one.function, used.get(one.id, 0), right)
        for one in rows
        if one.left_on is None or one.id in used
    )


def _budget(session: Session, party_id: int, year: int) -> BudgetView | None:
    row = session.scalar(
        select(TenantsBudget)
        .where(TenantsBudget.party_id == party_id, TenantsBudget.year == year)
        .options(selectinload(TenantsBudget.expenses))
    )
    if row is None:
        return None
    spent = sum(one.cents for one in row.expenses)
    return BudgetView(
        id=row.id,
        version=row.version,
        year=row.year,
        settled=settle(row.amount_cents, spent, row.consented_cents),
        consented=row.consented_cents,
        expenses=tuple(
            ExpenseLine(one.id, one.spent_on, one.kind, one.what, one.cents) for one in row.expenses
        ),
        due_on=accounts_due(year),
        accounted_on=row.accounted_on,
    )


def _powers(session: Session, party_id: int) -> tuple[PowerLine, ...]:
    rows = session.scalars(
        select(ExtraPower)
        .where(ExtraPower.party_id == party_id)
        .order_by(ExtraPower.ended_on.is_not(None), ExtraPower.agreed_on, ExtraPower.id)
    )
    return tuple(
        PowerLine(one.id, one.what, one.agreed_on, one.ended_on, one.document_name) for one in rows
    )
