"""The year that a file begins, for a database that has none yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.agreements.exchange.given import GivenFile
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.states import PartyKind
from desktop.language import _
from desktop.language.fold import fold

# What a name tells of the kind of a party: the first word that is in it counts.
KIND_WORDS = (
    ("gemeente", PartyKind.MUNICIPALITY),
    ("bewonerscommissie", PartyKind.RESIDENTS),
    ("huurder", PartyKind.TENANTS),
    ("bewoner", PartyKind.TENANTS),
    ("zorg", PartyKind.CARE),
    ("woon", PartyKind.CORPORATION),
    ("wonen", PartyKind.CORPORATION),
    ("woning", PartyKind.CORPORATION),
    ("corporatie", PartyKind.CORPORATION),
)


@dataclass(frozen=True)
class NewYear:
    """The year of the talks, and who sits at the table, as far as a file tells."""

    year: int
    parties: tuple[tuple[str, PartyKind], ...]


def new_year(given: GivenFile, asked: str | None) -> NewYear | None:
    """The year that a file with agreements begins: the one that is asked, else what the file says
    of itself, else the year before most of its agreements hold. None when nothing tells."""
    if Key.AGREEMENTS not in given.sheets:
        return None
    year = int(asked) if asked and asked.isdecimal() else given.year
    if year is None:
        for key, name in (
            (Key.AGREEMENTS, "looptijd_van"),
            (Key.AGREEMENTS, "looptijd_tot"),
            (Key.INDICATORS, "doel_datum"),
        ):
            years = Counter(day.year for day in _days(given, key, name))
            if years:
                year = years.most_common(1)[0][0] - 1
                break
    return None if year is None else NewYear(year, _parties(given))


def kind_of(name: str) -> PartyKind:
    """What a party probably is, by its name."""
    folded = fold(name)
    return next((kind for word, kind in KIND_WORDS if word in folded), PartyKind.OTHER)


def _parties(given: GivenFile) -> tuple[tuple[str, PartyKind], ...]:
    """Who does something in the file; a municipality and a corporation there always are."""
    names: dict[str, str] = {}
    if Key.COMMITMENTS in given.sheets:
        for row in given.sheets[Key.COMMITMENTS].rows:
            name = row.values.get("partij")
            if isinstance(name, str):
                names.setdefault(fold(name), name)
    parties = [(name, kind_of(name)) for name in names.values()]
    for kind, word in (
        (PartyKind.MUNICIPALITY, _("Municipality")),
        (PartyKind.CORPORATION, _("Housing corporation")),
    ):
        if kind not in (known for _name, known in parties):
            parties.append((word, kind))
    return tuple(parties)


def _days(given: GivenFile, key: Key, name: str) -> Iterator[date]:
    if key in given.sheets:
        for row in given.sheets[key].rows:
            day = row.values.get(name)
            if isinstance(day, date):
                yield day
