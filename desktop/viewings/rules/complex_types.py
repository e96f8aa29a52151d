"""By what the evaluation tells types of complexes apart (viewings, section 6, question 2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desktop.language import N_, _


class Trait(Enum):
    """What complexes of one type have in common."""

    PEOPLE = "building and people"
    BUILDING = "building"
    LIVING_FORM = "living form"
    SIZE = "size"
    SHARED_ROOMS = "shared rooms"
    AGE_LABEL = "age label"
    TURNOVER = "turnover"


TRAIT_WORDS: Mapping[Trait, str] = {
    Trait.PEOPLE: N_("How it is built and for whom"),
    Trait.BUILDING: N_("How it is built"),
    Trait.LIVING_FORM: N_("Form of living"),
    Trait.SIZE: N_("How large it is"),
    Trait.SHARED_ROOMS: N_("Shared rooms"),
    Trait.AGE_LABEL: N_("Age label"),
    Trait.TURNOVER: N_("How many dwellings change tenant"),
}
# The upper ends of the groups, so that complexes of one kind are counted together.
SMALL, MIDDLE = 50, 100  # dwellings
LITTLE, USUAL = 5.0, 8.0  # per cent of the dwellings a year
ADULT = 18  # from this age is for everybody who rents


def trait_words(trait: Trait) -> str:
    """What a trait is called in the language in use."""
    return _(TRAIT_WORDS[trait])


def size_words(dwellings: int) -> str:
    """The group of a complex by its number of dwellings."""
    if dwellings <= 0:
        return _("number of dwellings not filled in")
    if dwellings <= SMALL:
        return _("up to {n} dwellings").format(n=SMALL)
    if dwellings <= MIDDLE:
        return _("{low} to {high} dwellings").format(low=SMALL + 1, high=MIDDLE)
    return _("more than {n} dwellings").format(n=MIDDLE)


def shared_words(shared_rooms: str) -> str:
    """Whether residents share rooms; which ones they are does not matter here."""
    return _("with shared rooms") if shared_rooms.strip() else _("without shared rooms")


def age_words(age_from: int | None, age_to: int | None) -> str:
    """The group of a complex by its age label: 55+ and 65+ are one group."""
    if age_to is not None:
        return _("for younger people")
    if age_from is not None and age_from > ADULT:
        return _("for older people")
    return _("for all ages")


def turnover_words(percent: float) -> str:
    """The group of a complex by the share of its dwellings that change tenant in a year."""
    if percent <= LITTLE:
        return _("up to {n} % a year").format(n=round(LITTLE))
    if percent <= USUAL:
        return _("{low} to {high} % a year").format(low=round(LITTLE), high=round(USUAL))
    return _("more than {n} % a year").format(n=round(USUAL))
