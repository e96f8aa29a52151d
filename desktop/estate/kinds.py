"""Kinds of dwellings and of complexes: VERA codes with their name. Of dwellings EENHEIDDETAILSOORT
under WOO (woonruimte), of complexes WOONVORM and DOELGROEP."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, in_language
from desktop.language.fold import fold

DWELLING_KINDS: Mapping[str, str] = {
    "BEN": N_("Ground-floor flat"),
    "BOV": N_("Upstairs flat"),
    "COR": N_("Corridor flat"),
    "EIN": N_("End-of-row house"),
    "GAL": N_("Gallery flat"),
    "GTW": N_("Linked semi-detached house"),
    "GWO": N_("Linked house"),
    "HAL": N_("Half-detached house"),
    "HER": N_("Town house"),
    "HOE": N_("Corner house"),
    "KAM": N_("Room"),
    "KNG": N_("House with a granny flat"),
    "MAI": N_("Maisonette"),
    "POF": N_("Stairwell flat"),
    "POW": N_("Stairwell home"),
    "PRW": N_("Home with a practice"),
    "TIJ": N_("Temporary home"),
    "TIN": N_("Tiny house"),
    "TUS": N_("Terraced house"),
    "TWE": N_("Semi-detached house"),
    "VRI": N_("Detached house"),
    "WAT": N_("Water home"),
    "WOB": N_("Houseboat"),
    "WOW": N_("Caravan"),
    "WWP": N_("Caravan site"),
}


LIVING_FORMS: Mapping[str, str] = {
    "ADL": N_("Dwellings with help day and night"),
    "BEG": N_("Living with guidance"),
    "GEC": N_("Clustered dwellings"),
    "GRO": N_("Living in a group"),
    "GRW": N_("Large home with care"),
    "HAT": N_("Small dwellings for one or two people"),
    "KLE": N_("Small home with care"),
    "LEV": N_("Dwellings for all ages"),
    "SEN": N_("Senior dwellings with care"),
    "THO": N_("Thomas house"),
    "ZWO": N_("Dwellings suited to care"),
}
TARGET_GROUPS: Mapping[str, str] = {
    "EEN": N_("One person"),
    "GEZ": N_("Families"),
    "HZO": N_("Households without children"),
    "JON": N_("Young people"),
    "SEN": N_("Seniors"),
    "STA": N_("Starters"),
    "STU": N_("Students"),
    "ZOR": N_("People who need care"),
    "ZDR": N_("Good neighbours"),
}


def kind_name(code: str) -> str:
    """The name of a kind in the language in use; a code that VERA does not have, as it is."""
    return _(DWELLING_KINDS[code]) if code in DWELLING_KINDS else code


def kind_code(words: str) -> str | None:
    """The code for a code, or for a Dutch or English name; None for another word."""
    return code_in(DWELLING_KINDS, words)


def code_in(names: Mapping[str, str], words: str) -> str | None:
    """As `kind_code`, among other codes with their names."""
    if words.upper() in names:
        return words.upper()
    asked = fold(words)
    for code, english in names.items():
        with in_language("nl"):
            dutch = _(english)
        if asked in (fold(english), fold(dutch)):
            return code
    return None
