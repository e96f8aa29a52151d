"""The estate of the demo world: Woonstichting Morgenwonen, its flats, who lives there, who works
there. Everything is made up and the same for every day, but for the days themselves."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.assets import resources
from desktop.estate.login import actor_of, login_here
from desktop.estate.model import (
    BuildingKind,
    Complex,
    Dwelling,
    Household,
    Organisation,
    OrganisationKind,
    Role,
    StaffUser,
)
from desktop.estate.pins import set_pin
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store

SEED = 9871
CITY = "Morgenveld"


@cache
def read(name: str) -> Mapping[str, Any]:
    """A file of the demo world, by its name without ending."""
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    first_name: str
    prefix: str
    last_name: str

    @property
    def initials(self) -> str:
        return f"{self.first_name[0]}."

    @property
    def surname(self) -> str:
        """`van der Meer`."""
        return f"{self.prefix} {self.last_name}".strip()


def person(chance: random.Random) -> Person:
    """A first name and a last name, drawn."""
    names = read("people")
    prefix, last_name = chance.choice(names["last_names"])
    return Person(chance.choice(names["first_names"]), prefix, last_name)


def demo_pin() -> str:
    """The PIN of both colleagues, for whoever tries the demo."""
    return str(read("estate")["pin"])


def welcome() -> str:
    """What whoever tries the demo should know at the start."""
    you, colleague = (one["name"] for one in read("estate")["colleague"])
    return _(
        "In this demo you are {you}. {colleague} reads along: the PIN of both is {pin}. "
        "Everybody in it is made up."
    ).format(you=you, colleague=colleague, pin=demo_pin())


def make(store: Store, who: Actor, today: date) -> None:
    """Fill an empty database. Whoever sits here is the first colleague. Refuses a database in
    which there are complexes already."""
    world = read("estate")
    chance = random.Random(SEED)
    with store.act(who, "estate.demo") as act:
        session = act.session
        if session.scalar(select(Complex.id).limit(1)) is not None:
            raise Refused(
                _("There are complexes in this database already. Make the demo in a new file.")
            )
        for values in world["organisation"]:
            session.add(Organisation(**values | {"kind": OrganisationKind(values["kind"])}))
        for values in world["complex"]:
            make_complex(session, values, today, chance)
        colleagues = _make_colleagues(session, world["colleague"])
    for colleague in colleagues:
        set_pin(store, colleague, demo_pin())


def _make_colleagues(session: Session, listed: Sequence[Mapping[str, str]]) -> list[Actor]:
    colleagues = []
    for values in listed:
        login = values["login"] or login_here()
        colleague = session.scalar(select(StaffUser).where(StaffUser.login == login))
        if colleague is None:
            colleague = StaffUser(login=login)
            session.add(colleague)
        colleague.name, colleague.role = values["name"], Role(values["role"])
        colleague.pin_hash = None
        session.flush()
        colleagues.append(actor_of(colleague))
    return colleagues


def make_complex(
    session: Session, values: Mapping[str, Any], today: date, chance: random.Random
) -> Complex:
    """A complex with its dwellings and a household in each, from the values of a demo file."""
    first, dwellings = values["first"], values["dwellings"]
    numbers = range(first, first + dwellings)
    complex_ = Complex(
        code=values["code"],
        name=values["name"],
        city=CITY,
        addresses=f"{values['name']} {numbers[0]} tot en met {numbers[-1]}",
        dwelling_count=dwellings,
        building=BuildingKind(values["building"]),
        living_form=values["living_form"],
        target_group=values["target_group"],
        age_from=values.get("age_from"),
        shared_rooms=values["shared_rooms"],
        meeting_point=values["meeting_point"],
        vera_cluster=f"CL-{values['code']}",
    )
    session.add(complex_)
    for number in numbers:
        home = _dwelling(complex_, values, number)
        session.add(home)
        since = today - timedelta(days=chance.randint(2 * 365, 20 * 365))
        session.add(Household(dwelling=home, name=f"Fam. {person(chance).surname}", since=since))
    return complex_


def _dwelling(complex_: Complex, values: Mapping[str, Any], number: int) -> Dwelling:
    floor, place = divmod(number - values["first"], values["per_floor"])
    stairwells = "ABCD"
    return Dwelling(
        complex=complex_,
        code=values["dwelling_code"].format(number=number),
        street=values["name"],
        house_number=str(number),
        postcode=values["postcode"],
        city=CITY,
        kind=values["kind"],
        floor=floor,
        energy_label=values["energy_label"],
        stairwell=stairwells[place * len(stairwells) // values["per_floor"]],
        step_free=values["step_free"],
        **values["types"][place % len(values["types"])],
    )
