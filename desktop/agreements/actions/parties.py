"""The parties at the table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Party
from desktop.agreements.rules.means import check_training_days
from desktop.agreements.states import PartyKind, PartyRole
from desktop.estate.model import Complex
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class PartyFacts(TypedDict, total=False):
    """What else is known of a party."""

    is_umbrella: bool
    board_of_tenants: bool
    informs_tenants: bool
    meets_yearly: bool
    open_to_all: bool
    last_annual_meeting_on: date | None
    training_days: int | None
    phone: str
    visited_on: date | None
    complex_id: int | None


class PartyChange(PartyFacts, total=False):
    """What can change of a party."""

    name: str
    kind: PartyKind
    short_name: str
    role: PartyRole


def add_party(
    store: Store,
    who: Actor,
    name: str,
    kind: PartyKind,
    short_name: str = "",
    role: PartyRole = PartyRole.MEMBER,
    **facts: Unpack[PartyFacts],
) -> int:
    """A new party. Refuses a name in use, fewer than three days of training (Overlegwet, art.
    5e(2)), a visitation whose report is still to come, and a complex of another party than a
    residents' committee."""
    _check_visited(store, facts.get("visited_on"))
    named = {"name": name, "kind": kind, "short_name": short_name, "role": role}
    with store.act(who, "agreements.party.add", undo=_("New party")) as act:
        party = Party()
        _fill(act.session, party, {**named, **facts})
        act.session.add(party)
        act.session.flush()
        return party.id


def change_party(
    store: Store,
    who: Actor,
    party_id: int,
    version: int | None = None,
    **facts: Unpack[PartyChange],
) -> None:
    """Change what is known of a party; `version` is the row version that the screen showed.
    Refuses what a new party is refused for."""
    _check_visited(store, facts.get("visited_on"))
    with store.act(who, "agreements.party.change", undo=_("Change party")) as act:
        party = found(act.session, Party, party_id)
        stale(party, version, dict(facts))
        _fill(act.session, party, facts)


def _check_visited(store: Store, on: date | None) -> None:
    if on is not None:
        day_of(store, on, "visited_on")


def _fill(session: Session, party: Party, facts: Mapping[str, Any]) -> None:
    if "name" in facts:
        name = written(Party, "name", facts["name"], needed=True)
        taken = session.scalar(select(Party.id).where(Party.name == name))
        if taken is not None and taken != party.id:
            raise Refused(_("There is a party called {name} already.").format(name=name), "name")
    check_training_days(facts.get("training_days"))
    complex_id = facts.get("complex_id")
    if complex_id is not None:
        if facts.get("kind", party.kind) is not PartyKind.RESIDENTS:
            raise Refused(
                _("Only a residents’ committee belongs to a complex (Overlegwet, art. 1(1)g)."),
                "complex_id",
            )
        found(session, Complex, complex_id)
    fill(party, facts, PartyChange.__annotations__)
    if party.kind is not PartyKind.RESIDENTS:
        party.complex_id = None


def looked(store: Store, who: Actor, party_id: int) -> None:
    """A party looked at the agreements today: what changes from now on is new to it."""
    with store.act(who, "agreements.party.looked") as act:
        found(act.session, Party, party_id).seen_on = day_of(store, None)
