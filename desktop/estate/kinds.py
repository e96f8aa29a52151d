"""Kinds of dwellings: the VERA codes EENHEIDDETAILSOORT under WOO (woonruimte), with their name."""

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


def kind_name(code: str) -> str:
    """The name of a kind in the language in use; a code that VERA does not have, as it is."""
    return _(DWELLING_KINDS[code]) if code in DWELLING_KINDS else code


def kind_code(words: str) -> str | None:
    """The code for a code, or for a Dutch or English name; None for another word."""
    if words.upper() in DWELLING_KINDS:
        return words.upper()
    asked = fold(words)
    for code, english in DWELLING_KINDS.items():
        with in_language("nl"):
            dutch = _(english)
        if asked in (fold(english), fold(dutch)):
            return code
    return None
