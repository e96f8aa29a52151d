"""The columns of a file with dwellings: what they are called, and how a cell reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.estate.field_words import VALUES
from desktop.estate.kinds import LIVING_FORMS, TARGET_GROUPS, code_in, kind_code
from desktop.estate.model import BuildingKind
from desktop.language import N_
from desktop.language.fold import fold

# By the words that the database holds, so that a file may use them or what people say.
BUILDINGS = {kind.value.upper(): VALUES[kind] for kind in BuildingKind}
YES = {"1", "j", "ja", "y", "yes", "true", "waar", "x"}
NO = {"0", "n", "nee", "no", "false", "onwaar", "-"}
THOUSANDS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
MOST_DIGITS = 12  # of a number about a dwelling; what has more is a typing error


def _text(cell: str) -> str:
    return cell


def _kind(cell: str) -> str:
    code = kind_code(cell)
    if code is None:
        raise ValueError(cell)
    return code


def _living_form(cell: str) -> str:
    return _known(code_in(LIVING_FORMS, cell), cell)


def _target_group(cell: str) -> str:
    return _known(code_in(TARGET_GROUPS, cell), cell)


def _known(code: str | None, cell: str) -> str:
    if code is None:
        raise ValueError(cell)
    return code


def _building(cell: str) -> BuildingKind:
    return BuildingKind(_known(code_in(BUILDINGS, cell), cell).lower())


def _age(cell: str) -> int:
    """`55`, or as on an advert `55+`."""
    return int(cell.removesuffix("+").strip())


def _whole(cell: str) -> int:
    return int(cell)


def _number(cell: str) -> Decimal:
    """`1.234,50`, `1234.5`, `1,234.50` or `1234,5`: the last sign before the decimals counts."""
    digits = cell.replace(" ", "").replace("\xa0", "")
    if "," in digits and (digits.rfind(",") > digits.rfind(".")):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", "")
    try:
        number = Decimal(digits)
    except InvalidOperation as error:
        raise ValueError(cell) from error
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise ValueError(cell)
    return number


def _area(cell: str) -> Decimal:
    return _number(cell.removesuffix("m²").removesuffix("m2")).quantize(Decimal("0.01"))


def _cents(cell: str) -> int:
    """Amounts have two decimals: a dot before three digits groups thousands."""
    typed = cell.removeprefix("€").strip()
    if THOUSANDS.fullmatch(typed):
        typed = typed.replace(".", "")
    return int((_number(typed) * 100).to_integral_value())


def _floor(cell: str) -> int:
    """Storeys as people write them: `3`, `bg` for the ground floor."""
    return 0 if fold(cell) in ("bg", "begane grond", "ground floor") else int(cell)


def _yes(cell: str) -> bool:
    answer = cell.casefold()
    if answer not in YES | NO:
        raise ValueError(cell)
    return answer in YES


@dataclass(frozen=True)
class Column:
    """A column of the file. `headings` are folded; `looks_like` ends "… is not …". What is
    `of_complex` stands at each of its dwellings, the same at all."""

    field: str
    headings: tuple[str, ...]
    read: Callable[[str], Any] = _text
    looks_like: str = ""
    of_complex: bool = False


COLUMNS = (
    Column("code", ("code", "eenheidcode", "eenheidnummer", "dwelling code", "unit")),
    Column("complex_code", ("complex", "complexcode", "complexnummer", "complex code", "cluster")),
    Column("name", ("complexnaam", "naam complex", "complex name"), of_complex=True),
    Column(
        "building",
        ("bouwvorm", "gebouw", "soort gebouw", "building"),
        _building,
        N_("a kind of building"),
        of_complex=True,
    ),
    Column(
        "living_form",
        ("woonvorm", "form of living"),
        _living_form,
        N_("a form of living of VERA"),
        of_complex=True,
    ),
    Column(
        "target_group",
        ("doelgroep", "target group", "for whom"),
        _target_group,
        N_("a target group of VERA"),
        of_complex=True,
    ),
    Column(
        "age_from",
        ("leeftijd vanaf", "leeftijdslabel", "age from", "age label"),
        _age,
        N_("an age such as 55"),
        of_complex=True,
    ),
    Column(
        "age_to",
        ("leeftijd tot en met", "age to", "age up to"),
        _age,
        N_("an age such as 27"),
        of_complex=True,
    ),
    Column(
        "shared_rooms",
        ("gedeelde ruimten", "gemeenschappelijke ruimten", "shared rooms"),
        of_complex=True,
    ),
    Column(
        "dwelling_count",
        ("woningen in complex", "aantal woningen", "dwellings in complex"),
        _whole,
        N_("a whole number"),
        of_complex=True,
    ),
    Column("street", ("straat", "straatnaam", "street")),
    Column("house_number", ("huisnummer", "nummer", "house number", "number")),
    Column("postcode", ("postcode", "postal code")),
    Column("city", ("plaats", "woonplaats", "city", "town")),
    Column(
        "kind", ("soort", "woningtype", "type", "kind"), _kind, N_("a kind of dwelling of VERA")
    ),
    Column("floor", ("verdieping", "etage", "floor"), _floor, N_("a whole number")),
    Column("rooms", ("kamers", "aantal kamers", "rooms"), _whole, N_("a whole number")),
    Column(
        "area_m2",
        ("oppervlakte", "m2", "gebruiksoppervlakte", "area"),
        _area,
        N_("an area such as 67,5"),
    ),
    Column(
        "rent_cents",
        ("huur", "huurprijs", "rekenhuur", "rent"),
        _cents,
        N_("an amount such as 641,20"),
    ),
    Column("energy_label", ("label", "energielabel", "energy label")),
    Column("stairwell", ("portiek", "trappenhuis", "stairwell")),
    Column(
        "step_free", ("drempelvrij", "rolstoeltoegankelijk", "step free"), _yes, N_("yes or no")
    ),
)
NEEDED = ("code", "complex_code", "street", "house_number")
