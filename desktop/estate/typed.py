"""The numbers of a dwelling as people type them: "begane grond", 67,5 and 641,20."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop.estate.exchange.columns import COLUMNS
from desktop.estate.facts import DwellingFacts
from desktop.language import _, language
from desktop.refused import Refused

NUMBERS = ("floor", "rooms", "area_m2", "rent_cents")


def dwelling_typed(values: Mapping[str, Any]) -> DwellingFacts:
    """The facts of a dwelling whose numbers are words still, read as in a file; empty is not
    known. Refuses, with the field, what is no number."""
    columns = {column.field: column for column in COLUMNS}
    read: dict[str, Any] = {}
    for field in NUMBERS:
        words = values[field].strip()
        try:
            read[field] = columns[field].read(words) if words else None
        except ValueError as error:
            what = _(columns[field].looks_like)
            sentence = _("“{cell}” is not {what}").format(cell=words, what=what)
            raise Refused(f"{sentence}.", field) from error
    return DwellingFacts(**{**values, **read})


def floor_words(floor: int | None) -> str:
    """The floor as people write it; nothing when it is not known."""
    if floor is None:
        return ""
    return _("ground floor") if floor == 0 else str(floor)


def area_words(area_m2: Decimal | None) -> str:
    """Square metres without zeros at the end and without signs between thousands: `67,5`."""
    return "" if area_m2 is None else _plain(f"{area_m2:.2f}".rstrip("0").rstrip("."))


def rent_words(rent_cents: int | None) -> str:
    """Euros with two decimals and without signs between thousands: `641,20`."""
    return "" if rent_cents is None else _plain(f"{Decimal(rent_cents) / 100:.2f}")


def _plain(number: str) -> str:
    return number.replace(".", ",") if language() == "nl" else number
