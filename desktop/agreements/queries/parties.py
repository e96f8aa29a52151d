"""The parties with who speaks for them, and the policy that agreements answer to."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    Agreement,
    Contact,
    NationalPriority,
    Party,
    PolicyDocument,
    Seat,
    Theme,
)
from desktop.agreements.rules.committees import is_housing_complex
from desktop.agreements.rules.parties import asked_of, meeting_is_due
from desktop.agreements.states import PartyKind, PartyRole, PolicyKind
from desktop.estate.queries import complexes


@dataclass(frozen=True)
class ContactLine:
    """Somebody who speaks for a party, by function. A name may be there; it goes two years after
    they left."""

    id: int
    version: int
    function: str
    display_name: str
    email: str
    left_on: date | None


@dataclass(frozen=True)
class PartyCard:
    """A party with all that is known of it. `seated` says that it takes part in the year;
    `meeting_due` that the yearly meeting with tenants is longer than a year ago, `is_small` that
    the complex of a committee has fewer dwellings than the Overlegwet asks for."""

    id: int
    version: int
    name: str
    short_name: str
    kind: PartyKind
    role: PartyRole
    phone: str
    is_umbrella: bool
    board_of_tenants: bool
    informs_tenants: bool
    meets_yearly: bool
    open_to_all: bool
    last_annual_meeting_on: date | None
    meeting_due: bool
    training_days: int | None
    seen_on: date | None
    visited_on: date | None
    complex_id: int | None
    complex: str
    is_small: bool
    seated: bool
    contacts: tuple[ContactLine, ...]

    @property
    def checks(self) -> tuple[bool, ...]:
        """Whether it is as the Overlegwet asks of its kind, in the order of the article."""
        return tuple(getattr(self, name) for name in asked_of(self.kind))

    @property
    def is_of_tenants(self) -> bool:
        return bool(asked_of(self.kind))


@dataclass(frozen=True)
class GoalLine:
    """A goal of the policy; `agreements` counts those of the year that contribute to it."""

    id: int
    version: int
    words: str
    agreements: int


@dataclass(frozen=True)
class PolicyCard:
    """A document of a municipality's policy, with its goals in order."""

    id: int
    version: int
    party_id: int
    party: str
    title: str
    kind: PolicyKind
    valid_from: date | None
    valid_to: date | None
    received_on: date | None
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True)
class ThemeCard:
    """A theme; `agreements` counts those of the year."""

    id: int
    version: int
    code: str
    name: str
    plain_name: str
    colour: str
    consultation_topic: str
    bid_letters: str
    priority_id: int | None
    priority: str
    agreements: int


@dataclass(frozen=True)
class PriorityLine:
    """A priority of the minister, with the years that it holds; `agreements` counts those of the
    year that it counts for: their own priority, or that of their theme."""

    id: int
    code: str
    name: str
    valid_from: date
    valid_to: date | None
    agreements: int


def parties(session: Session, cycle_id: int, today: date) -> list[PartyCard]:
    """Every party: those of the year first, in the order of their kinds."""
    seated = set(session.scalars(select(Seat.party_id).where(Seat.cycle_id == cycle_id)))
    order = list(PartyKind)
    rows = session.scalars(
        select(Party).options(selectinload(Party.contacts), joinedload(Party.complex))
    ).all()
    big = {one.id for one in complexes(session) if is_housing_complex(one.dwellings)}
    cards = [_card(party, party.id in seated, big, today) for party in rows]
    return sorted(cards, key=lambda card: (not card.seated, order.index(card.kind), card.name))


def policies(session: Session, cycle_id: int) -> list[PolicyCard]:
    """Every document of policy with its goals, the newest first."""
    counted = _contributing(session, cycle_id)
    rows = session.scalars(
        select(PolicyDocument)
        .options(joinedload(PolicyDocument.party), selectinload(PolicyDocument.goals))
        .order_by(PolicyDocument.valid_from.desc(), PolicyDocument.id.desc())
    )
    return [
        PolicyCard(
            id=one.id,
            version=one.version,
            party_id=one.party_id,
            party=one.party.called,
            title=one.title,
            kind=one.kind,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            received_on=one.received_on,
            goals=tuple(
                GoalLine(goal.id, goal.version, goal.words, counted.get(goal.id, 0))
                for goal in one.goals
            ),
        )
        for one in rows
    ]


def theme_cards(session: Session, cycle_id: int) -> list[ThemeCard]:
    """Every theme in its order, with how many agreements of the year it has."""
    rows_counted = session.execute(
        select(Agreement.theme_id, func.count())
        .where(Agreement.cycle_id == cycle_id)
        .group_by(Agreement.theme_id)
    )
    counted = {theme_id: n for theme_id, n in rows_counted}  # noqa: C416 - rows are no pairs to mypy
    names = {one.id: one.name for one in session.scalars(select(NationalPriority))}
    rows = session.scalars(select(Theme).order_by(Theme.position, Theme.code))
    return [
        ThemeCard(
            id=one.id,
            version=one.version,
            code=one.code,
            name=one.name,
            plain_name=one.plain_name,
            colour=one.colour,
            consultation_topic=one.consultation_topic,
            bid_letters=one.bid_letters,
            priority_id=one.priority_id,
            priority=names.get(one.priority_id, "") if one.priority_id is not None else "",
            agreements=counted.get(one.id, 0),
        )
        for one in rows
    ]


def priorities(session: Session, cycle_id: int) -> list[PriorityLine]:
    """The priorities of the minister, those of the newest period first."""
    of_an_agreement = func.coalesce(Agreement.priority_id, Theme.priority_id)
    rows_counted = session.execute(
        select(of_an_agreement, func.count())
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id)
        .group_by(of_an_agreement)
    )
    counted = {priority_id: n for priority_id, n in rows_counted}  # noqa: C416 - as above
    rows = session.scalars(
        select(NationalPriority).order_by(NationalPriority.valid_from.desc(), NationalPriority.code)
    )
    return [
        PriorityLine(p.id, p.code, p.name, p.valid_from, p.valid_to, counted.get(p.id, 0))
        for p in rows
    ]


def _card(party: Party, seated: bool, big: Set[int], today: date) -> PartyCard:
    return PartyCard(
        id=party.id,
        version=party.version,
        name=party.name,
        short_name=party.short_name,
        kind=party.kind,
        role=party.role,
        phone=party.phone,
        is_umbrella=party.is_umbrella,
        board_of_tenants=party.board_of_tenants,
        informs_tenants=party.informs_tenants,
        meets_yearly=party.meets_yearly,
        open_to_all=party.open_to_all,
        last_annual_meeting_on=party.last_annual_meeting_on,
        meeting_due=meeting_is_due(party.last_annual_meeting_on, today),
        training_days=party.training_days,
        seen_on=party.seen_on,
        visited_on=party.visited_on,
        complex_id=party.complex_id,
        complex=party.complex.name if party.complex is not None else "",
        is_small=party.complex_id is not None and party.complex_id not in big,
        seated=seated,
        contacts=tuple(
            _contact(one)
            for one in sorted(party.contacts, key=lambda c: (c.left_on is not None, c.id))
        ),
    )


def _contact(one: Contact) -> ContactLine:
    return ContactLine(one.id, one.version, one.function, one.display_name, one.email, one.left_on)


def _contributing(session: Session, cycle_id: int) -> dict[int, int]:
    """How many agreements of the year contribute to each goal."""
    rows = session.execute(
        select(Agreement.goal_id, func.count())
        .where(Agreement.cycle_id == cycle_id, Agreement.goal_id.is_not(None))
        .group_by(Agreement.goal_id)
    )
    return {goal_id: n for goal_id, n in rows if goal_id is not None}
