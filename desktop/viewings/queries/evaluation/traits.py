"""Of which types a complex is, in words that do not depend on its name (section 6, question 2)."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.estate.model import BuildingKind, Complex
from desktop.language import N_, _
from desktop.viewings import codes
from desktop.viewings.codes import CodeList
from desktop.viewings.rules.complex_types import (
    Trait,
    age_words,
    shared_words,
    size_words,
    turnover_words,
)

BUILDINGS = {
    BuildingKind.GALLERY: N_("Gallery flat"),
    BuildingKind.STAIRWELL: N_("Stairwell flat"),
    BuildingKind.GROUND: N_("Ground-level houses"),
    BuildingKind.TOWER: N_("Tower"),
}


def types_of_complex(complex_: Complex, turnover_percent: float) -> Mapping[Trait, str]:
    """The type of a complex by each trait."""
    form = complex_.living_form
    return {
        Trait.PEOPLE: _kind(complex_),
        Trait.BUILDING: _(BUILDINGS[complex_.building]),
        Trait.LIVING_FORM: codes.shown(CodeList.LIVING_FORM, form)
        if form
        else _("no special form of living"),
        Trait.SIZE: size_words(complex_.dwelling_count),
        Trait.SHARED_ROOMS: shared_words(complex_.shared_rooms),
        Trait.AGE_LABEL: age_words(complex_.age_from, complex_.age_to),
        Trait.TURNOVER: turnover_words(turnover_percent),
    }


def _kind(complex_: Complex) -> str:
    building = _(BUILDINGS[complex_.building])
    if not complex_.target_group:
        return building
    return _("{building}, {people}").format(
        building=building,
        people=codes.shown(CodeList.TARGET_GROUP, complex_.target_group).lower(),
    )
