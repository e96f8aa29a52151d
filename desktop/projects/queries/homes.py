"""The dwellings of a project with who lives there, in the order in which people count them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling, Household
from desktop.language.fold import fold
from desktop.projects.model import ConsentRound, ConsentTenancy, Project, ProjectDwelling
from desktop.projects.rules.consent_round import LIVE
from desktop.store.found import found


@dataclass(frozen=True)
class HomeChoice:
    """A dwelling that a round may ask; `asked` when another live round does."""

    id: int
    address: str
    complex: str
    stairwell: str
    vacant: bool
    asked: bool


def home_choices(
    session: Session, project_id: int, today: date, but: int | None = None
) -> tuple[HomeChoice, ...]:
    """The dwellings of a project, for who makes a round; `but` is the round that is changed."""
    homes = session.scalars(
        select(Dwelling)
        .join(ProjectDwelling, ProjectDwelling.dwelling_id == Dwelling.id)
        .where(ProjectDwelling.project_id == project_id)
    ).all()
    asked = (
        select(ConsentTenancy.dwelling_id)
        .join(ConsentRound)
        .where(ConsentRound.project_id == project_id, ConsentRound.state.in_(LIVE))
    )
    if but is not None:
        asked = asked.where(ConsentRound.id != but)
    taken = set(session.scalars(asked))
    named = names_on(session, [home.id for home in homes], today)
    choices = [
        HomeChoice(
            home.id,
            home.address,
            home.complex.name,
            home.stairwell,
            home.id not in named,
            home.id in taken,
        )
        for home in homes
    ]
    return tuple(sorted(choices, key=lambda home: (fold(home.complex), natural(home.address))))


@dataclass(frozen=True)
class ComplexHomes:
    """The dwellings of a complex by address, and those of them that a project is about."""

    name: str
    homes: tuple[tuple[int, str], ...]
    chosen: tuple[int, ...]


def homes_of_complexes(session: Session, project_id: int) -> tuple[ComplexHomes, ...]:
    """The complexes of a project with all their dwellings, for who chooses among them."""
    own = set(
        session.scalars(
            select(ProjectDwelling.dwelling_id).where(ProjectDwelling.project_id == project_id)
        )
    )
    places = found(session, Project, project_id).complexes
    return tuple(
        ComplexHomes(
            place.name,
            tuple(sorted(((h.id, h.address) for h in place.dwellings), key=_by_address)),
            tuple(home.id for home in place.dwellings if home.id in own),
        )
        for place in places
        if place.dwellings
    )


def _by_address(home: tuple[int, str]) -> tuple[tuple[int, int, str], ...]:
    return natural(home[1])


def names_on(session: Session, dwelling_ids: Collection[int], on: date) -> dict[int, str]:
    """The households of dwellings on a day, joint tenants of one tenancy together."""
    asked = select(Household.dwelling_id, Household.name).where(
        Household.dwelling_id.in_(dwelling_ids),
        (Household.since.is_(None)) | (Household.since <= on),
        (Household.until.is_(None)) | (Household.until >= on),
    )
    named: dict[int, list[str]] = {}
    for dwelling_id, name in session.execute(asked.order_by(Household.id)):
        named.setdefault(dwelling_id, []).append(name)
    return {id: ", ".join(names) for id, names in named.items()}


def natural(words: str) -> tuple[tuple[int, int, str], ...]:
    """For an order in which 9 comes before 10."""
    parts = []
    for part in fold(words).split():
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        parts.append((0, int(digits), part) if digits else (1, 0, part))
    return tuple(parts)
