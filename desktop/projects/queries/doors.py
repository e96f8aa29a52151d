"""Where letters of a project go: every dwelling in which somebody lives. No names are asked: a
letter to everybody is to the people of the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import Dwelling
from desktop.projects.model import ProjectDwelling
from desktop.projects.queries.homes import names_on, natural


@dataclass(frozen=True)
class Door:
    address: str
    postcode: str
    city: str


def doors_of(session: Session, project_id: int, today: date) -> tuple[Door, ...]:
    """The addresses of a project where somebody lives on a day, in the order of the street."""
    homes = session.scalars(
        select(Dwelling)
        .join(ProjectDwelling, ProjectDwelling.dwelling_id == Dwelling.id)
        .where(ProjectDwelling.project_id == project_id)
    ).all()
    lived_in = names_on(session, [home.id for home in homes], today)
    doors = [Door(home.address, home.postcode, home.city) for home in homes if home.id in lived_in]
    return tuple(sorted(doors, key=lambda door: natural(door.address)))
