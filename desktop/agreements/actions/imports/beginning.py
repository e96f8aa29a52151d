"""A year that begins with a file: the parties that the file names, and the talks."""

from __future__ import annotations

from sqlalchemy import select

from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.exchange.new_year import NewYear
from desktop.agreements.model import Party
from desktop.agreements.states import PartyKind
from desktop.language.fold import fold
from desktop.store import Actor
from desktop.store.within import Within


def begin(store: Within, who: Actor, new: NewYear) -> int:
    """Begin a year with the parties of a file; who is known already sits at the table as it is.
    Their kind follows from their name, for people to check."""
    known = {fold(p.name): p for p in store.running.session.scalars(select(Party))}
    ids: list[int] = []
    municipality: int | None = None
    for name, kind in new.parties:
        party = known.get(fold(name))
        id = party.id if party is not None else add_party(store, who, name, kind)
        ids.append(id)
        if (party.kind if party is not None else kind) is PartyKind.MUNICIPALITY:
            municipality = municipality or id
    assert municipality is not None, "a new year has one"
    return start_cycle(store, who, new.year, municipality, ids)
