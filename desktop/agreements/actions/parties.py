"""The parties at the table, who speaks for them, and the policy of the municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.actions.texts import day_of, fill, written
from desktop.agreements.model import Contact, Party, PolicyDocument, PolicyGoal
from desktop.agreements.rules.period import years_later
from desktop.agreements.states import PartyKind, PartyRole, PolicyKind
from desktop.estate.facts import EMAIL
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found
from desktop.store.store import stale

LEAST_TRAINING_DAYS = 3  # a year, for each member of the board (Overlegwet, art. 5e(2))
YEARS_KEPT = 2  # that a name stays after somebody left


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
    """A new party. Refuses a name in use, and fewer than three days of training (Overlegwet,
    art. 5e(2))."""
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
    """Change what is known of a party; `version` is the row version that the screen showed."""
    with store.act(who, "agreements.party.change", undo=_("Change party")) as act:
        party = found(act.session, Party, party_id)
        stale(party, version, dict(facts))
        _fill(act.session, party, facts)


def _fill(session: Session, party: Party, facts: Mapping[str, Any]) -> None:
    if "name" in facts:
        name = written(Party, "name", facts["name"], needed=True)
        taken = session.scalar(select(Party.id).where(Party.name == name))
        if taken is not None and taken != party.id:
            raise Refused(_("There is a party called {name} already.").format(name=name), "name")
    days = facts.get("training_days")
    if days is not None and days < LEAST_TRAINING_DAYS:
        sentence = _(
            "A board has a right to at least {least} days of training a year (Overlegwet, "
            "art. 5e(2))."
        )
        raise Refused(sentence.format(least=LEAST_TRAINING_DAYS), "training_days")
    fill(party, facts, PartyChange.__annotations__)


def looked(store: Store, who: Actor, party_id: int) -> None:
    """A party looked at the agreements today: what changes from now on is new to it."""
    with store.act(who, "agreements.party.looked") as act:
        found(act.session, Party, party_id).seen_on = day_of(store, None)


def add_contact(
    store: Store,
    who: Actor,
    party_id: int,
    function: str,
    display_name: str = "",
    email: str = "",
) -> int:
    """Somebody who speaks for a party, by function; a name and an address only when needed."""
    address = written(Contact, "email", email)
    if address and not EMAIL.fullmatch(address):
        raise Refused(_("This is no e-mail address. It looks like name@domain.nl."), "email")
    with store.act(who, "agreements.contact.add", undo=_("New contact")) as act:
        contact = Contact(
            party_id=found(act.session, Party, party_id).id,
            function=written(Contact, "function", function, needed=True),
            display_name=written(Contact, "display_name", display_name),
            email=address,
        )
        act.session.add(contact)
        act.session.flush()
        return contact.id


def contact_left(store: Store, who: Actor, contact_id: int, on: date) -> None:
    """Somebody no longer speaks for their party. Two years later their name and address go."""
    with store.act(who, "agreements.contact.left", undo=_("Contact left")) as act:
        found(act.session, Contact, contact_id).left_on = day_of(store, on)


def erase_contacts(store: Store) -> int:
    """What the program does by itself: two years after somebody left, their name and address go,
    from the trail and from the backups too; the function stays. Afterwards nothing before can be
    undone. Returns of how many people."""
    today = local(store.now()).date()
    with store.reading() as session:
        if not _time_is_over(session, today):
            return 0
    with store.act(PROGRAM, "agreements.contacts.erase") as act:
        due = _time_is_over(act.session, today)
        for contact in due:
            contact.display_name, contact.email = "", ""
        act.erase = {Contact.__tablename__: [contact.id for contact in due]}
    store.scrub()
    return len(due)


def _time_is_over(session: Session, today: date) -> list[Contact]:
    left = session.scalars(
        select(Contact).where(
            Contact.left_on.is_not(None), (Contact.display_name != "") | (Contact.email != "")
        )
    )
    return [
        c for c in left if c.left_on is not None and years_later(c.left_on, YEARS_KEPT) <= today
    ]


def add_policy(
    store: Store,
    who: Actor,
    party_id: int,
    title: str,
    valid_from: date | None,
    valid_to: date | None,
    received_on: date | None,
    goals: Sequence[str] = (),
    kind: PolicyKind = PolicyKind.VISION,
) -> int:
    """A municipality's policy on housing with its goals, in order. Refuses one of another party,
    one that ends before it begins, and one that is still to be received."""
    with store.act(who, "agreements.policy.add", undo=_("New policy")) as act:
        party = found(act.session, Party, party_id)
        if party.kind is not PartyKind.MUNICIPALITY:
            raise Refused(_("Policy on housing is of a municipality. Choose one."), "party_id")
        if valid_from is not None and valid_to is not None and valid_to < valid_from:
            raise Refused(_("The end comes after the start. Choose a later end."), "valid_to")
        document = PolicyDocument(
            party_id=party.id,
            title=written(PolicyDocument, "title", title, needed=True),
            kind=kind,
            valid_from=valid_from,
            valid_to=valid_to,
            received_on=received_on and day_of(store, received_on, "received_on"),
        )
        document.goals = [
            PolicyGoal(position=place, words=written(PolicyGoal, "words", words, needed=True))
            for place, words in enumerate(goals, start=1)
        ]
        act.session.add(document)
        act.session.flush()
        return document.id
