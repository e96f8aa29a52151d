"""The estate as the window and the command line know it: no tab of its own, only its files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.feature import Feature, Importable
from desktop.language import _
from desktop.store import Actor, Store
from desktop.wording import Wording


def _demo(store: Store, who: Actor, today: date) -> None:
    from desktop.estate.demo import make

    make(store, who, today)


def _imports() -> Sequence[Importable]:
    from desktop.estate.exchange import import_dwellings

    return (Importable("dwellings", lambda: _("Dwellings"), import_dwellings),)


def _wording() -> Wording:
    from desktop.estate.field_words import WORDING

    return WORDING


def feature() -> Feature:
    return Feature(
        key="estate",
        title=lambda: _("Complexes and dwellings"),
        imports=_imports,
        demo=_demo,
        wording=_wording,
    )
