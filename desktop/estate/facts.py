"""What people fill in about complexes, dwellings, households, organisations and colleagues.

Each is one value that a form gives and an action takes. `tidy` makes it fit to be kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import String

from desktop.estate.model import BuildingKind, OrganisationKind, Role
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Base

POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2})")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

# What a column of numbers can hold, from the least to the most that makes sense.
RANGES: dict[str, tuple[int, int]] = {
    "dwelling_count": (0, 100_000),
    "floor": (-5, 200),
    "rooms": (1, 100),
    "area_m2": (1, 10_000),
    "rent_cents": (0, 2_000_000),
    "age_from": (1, 120),
    "age_to": (1, 120),
}


@dataclass(frozen=True)
class ComplexFacts:
    """Codes: VERA WOONVORM (`living_form`) and DOELGROEP (`target_group`). Its age label: for
    people from `age_from` up to and including `age_to` years."""

    code: str
    name: str
    city: str = ""
    addresses: str = ""
    dwelling_count: int = 0
    building: BuildingKind = BuildingKind.GALLERY
    living_form: str = ""
    target_group: str = ""
    age_from: int | None = None
    age_to: int | None = None
    shared_rooms: str = ""
    meeting_point: str = ""
    vera_cluster: str = ""


@dataclass(frozen=True)
class DwellingFacts:
    """`kind` is a VERA code EENHEIDDETAILSOORT; the rent is in cents a month."""

    code: str
    street: str
    house_number: str
    postcode: str = ""
    city: str = ""
    kind: str = ""
    floor: int | None = None
    rooms: int | None = None
    area_m2: Decimal | None = None
    rent_cents: int | None = None
    energy_label: str = ""
    stairwell: str = ""
    step_free: bool = False
    reserved_for_priority: bool = False


@dataclass(frozen=True)
class HouseholdFacts:
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class OrganisationFacts:
    """`signature` is the name under letters."""

    kind: OrganisationKind
    name: str
    department: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    signature: str = ""


@dataclass(frozen=True)
class StaffFacts:
    """`login` is the user name of the operating system."""

    login: str
    name: str
    role: Role = Role.CONSULTANT
    active: bool = True


NEEDED = {"code", "name", "street", "house_number", "login"}
NOT_NEEDED = {(OrganisationFacts, "street")}

F = TypeVar("F", ComplexFacts, DwellingFacts, HouseholdFacts, OrganisationFacts, StaffFacts)


def tidy(kind: type[Base], facts: F) -> F:
    """The facts without spaces around words and with the postcode as `1234 AB`.

    Refuses, with the field: what is needed and empty, too long for its column, a number out of
    range, an age label that ends before it begins, and a postcode or e-mail address that cannot be
    one."""
    tidied: dict[str, Any] = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, str):
            value = _words(kind, field.name, value)
            if not value and field.name in NEEDED and (type(facts), field.name) not in NOT_NEEDED:
                raise Refused(_("Fill this in."), field.name)
        elif field.name in RANGES and value is not None:
            _check_range(field.name, value)
        tidied[field.name] = value
    if isinstance(facts, ComplexFacts):
        _check_ages(facts)
    return replace(facts, **tidied)


def _check_ages(facts: ComplexFacts) -> None:
    if facts.age_from is not None and facts.age_to is not None and facts.age_to < facts.age_from:
        raise Refused(_("The highest age is below the lowest. Choose a higher age."), "age_to")


def _words(kind: type[Base], name: str, value: str) -> str:
    value = value.strip()
    check_length(kind, name, value)
    if name == "postcode" and value:
        return postcode(value)
    if name == "email" and value and not EMAIL.fullmatch(value):
        raise Refused(_("This is no e-mail address. It looks like name@domain.nl."), name)
    return value


def check_length(kind: type[Base], name: str, value: str) -> None:
    """Refuses what is too long for its column."""
    column = kind.__mapper__.columns[name].type
    if isinstance(column, String) and column.length and len(value) > column.length:
        raise Refused(
            _("This is longer than {most} characters. Make it shorter.").format(most=column.length),
            name,
        )


def postcode(value: str) -> str:
    """A Dutch postcode as `1234 AB`; refuses what is none."""
    found = POSTCODE.fullmatch(value.strip())
    if not found:
        raise Refused(_("This is no postcode. It looks like 1234 AB."), "postcode")
    return f"{found[1]} {found[2].upper()}"


def _check_range(name: str, value: int | Decimal) -> None:
    least, most = RANGES[name]
    if not least <= value <= most:
        if name == "rent_cents":
            least, most = least // 100, most // 100
        raise Refused(
            _("This number is at least {least} and at most {most}.").format(least=least, most=most),
            name,
        )
