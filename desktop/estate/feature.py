"""The estate as the window and the command line know it: no tab of its own, only its files."""

from __future__ import annotations

from desktop.estate.exchange import import_dwellings
from desktop.feature import Feature, Importable
from desktop.language import _


def feature() -> Feature:
    return Feature(
        key="estate",
        title=lambda: _("Complexes and dwellings"),
        imports=(Importable("dwellings", lambda: _("Dwellings"), import_dwellings),),
    )
