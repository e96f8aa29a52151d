"""The list of vacancies, read light: thousands of rows on every opening of the tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Complex, Dwelling
from desktop.language.fold import fold
from desktop.store import search
from desktop.viewings.model import Candidate, Vacancy
from desktop.viewings.states import Route, VacancyState

MOST_BY_CANDIDATE = 200


@dataclass(frozen=True)
class VacancyRow:
    """One vacancy in the list. `days_empty` is None while somebody lives there; `words` are what
    the filter looks in."""

    id: int
    code: str
    address: str
    complex: str
    kind: str
    rooms: int | None
    area_m2: float | None
    state: VacancyState
    route: Route
    days_empty: int | None
    words: str


def days_empty(ended_on: date | None, let_on: date | None, today: date) -> int | None:
    """Days between the end of the old lease and the new one, or today; None before that end."""
    if ended_on is None or ended_on > today:
        return None
    return ((let_on or today) - ended_on).days


def vacancies(session: Session, today: date) -> list[VacancyRow]:
    """All vacancies: those that are being let first, newest notice first; then the others."""
    over = (VacancyState.COMPLETED, VacancyState.WITHDRAWN)
    rows = session.execute(
        select(
            Vacancy.id,
            Vacancy.code,
            Dwelling.street,
            Dwelling.house_number,
            Complex.name,
            Dwelling.kind,
            Dwelling.rooms,
            Dwelling.area_m2,
            Vacancy.state,
            Vacancy.route,
            Vacancy.old_lease_ends_on,
            Vacancy.contract_on,
        )
        .join(Dwelling, Vacancy.dwelling_id == Dwelling.id)
        .join(Complex, Dwelling.complex_id == Complex.id)
        .order_by(
            Vacancy.state.in_(over),
            Vacancy.created_on.desc(),
            Vacancy.id.desc(),
        )
    ).all()
    return [
        VacancyRow(
            id=id,
            code=code,
            address=f"{street} {number}",
            complex=name,
            kind=kind,
            rooms=rooms,
            area_m2=float(str(area)) if area is not None else None,
            state=state,
            route=route,
            days_empty=days_empty(ended, let, today),
            words=fold(f"{street} {number} {name} {code}"),
        )
        for id, code, street, number, name, kind, rooms, area, state, route, ended, let in rows
    ]


def with_candidate(session: Session, words: str) -> set[int]:
    """The vacancies with a candidate of this name; empty for fewer than three letters."""
    if len(words.strip()) < 3:
        return set()
    hits = search.find(session, words, [Candidate.__tablename__], MOST_BY_CANDIDATE)
    ids: Sequence[int] = [hit.id for hit in hits]
    return set(session.scalars(select(Candidate.vacancy_id).where(Candidate.id.in_(ids))).all())
