"""Who speaks for a party: by function, with a name and an address only while they are needed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Contact, Party
from desktop.agreements.rules.period import years_later
from desktop.estate.facts import EMAIL
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM, AuditEntry, ErasableValue
from desktop.store.found import found
from desktop.store.store import stale

YEARS_KEPT = 2  # that a name stays after somebody left


def add_contact(
    store: Store,
    who: Actor,
    party_id: int,
    function: str,
    display_name: str = "",
    email: str = "",
) -> int:
    """Somebody who speaks for a party. Refuses no function, and an address that is none."""
    with store.act(who, "agreements.contact.add", undo=_("New contact")) as act:
        contact = Contact(party_id=found(act.session, Party, party_id).id)
        _fill(contact, function, display_name, email)
        act.session.add(contact)
        act.session.flush()
        return contact.id


def change_contact(
    store: Store,
    who: Actor,
    contact_id: int,
    function: str,
    display_name: str,
    email: str,
    version: int | None = None,
) -> None:
    """Change what is known of a contact; `version` is the row version that the screen showed."""
    with store.act(who, "agreements.contact.change", undo=_("Change contact")) as act:
        contact = found(act.session, Contact, contact_id)
        given = {"function": function, "display_name": display_name, "email": email}
        stale(contact, version, given)
        _fill(contact, function, display_name, email)


def _fill(contact: Contact, function: str, display_name: str, email: str) -> None:
    address = written(Contact, "email", email)
    if address and not EMAIL.fullmatch(address):
        raise Refused(_("This is no e-mail address. It looks like name@domain.nl."), "email")
    contact.function = written(Contact, "function", function, needed=True)
    contact.display_name = written(Contact, "display_name", display_name)
    contact.email = address


def contact_left(store: Store, who: Actor, contact_id: int, on: date) -> None:
    """Somebody no longer speaks for their party. Two years later their name and address go."""
    with store.act(who, "agreements.contact.left", undo=_("Contact left")) as act:
        found(act.session, Contact, contact_id).left_on = day_of(store, on)


def forget_contact(store: Store, who: Actor, contact_id: int) -> None:
    """Somebody does not want to be named any more: their name and address go at once, from the
    trail and from the backups too. Afterwards nothing before can be undone."""
    with store.act(who, "agreements.contact.forget") as act:
        contact = found(act.session, Contact, contact_id)
        contact.display_name, contact.email = "", ""
        act.erase = {Contact.__tablename__: [contact.id]}
    store.scrub()


def erase_contacts(store: Store) -> int:
    """What the program does by itself: two years after somebody left, their name and address go,
    from the trail and from the backups too; the function stays. So it goes with a contact that
    was taken back by undoing, of whom only the trail knows. Afterwards nothing before can be
    undone. Returns of how many people."""
    with store.reading() as session:
        if not _time_is_over(session, store.now()):
            return 0
    with store.act(PROGRAM, "agreements.contacts.erase") as act:
        due = _time_is_over(act.session, store.now())
        for id in due:
            contact = act.session.get(Contact, id)
            if contact is not None:
                contact.display_name, contact.email = "", ""
        act.erase = {Contact.__tablename__: sorted(due)}
    store.scrub()
    return len(due)


def _time_is_over(session: Session, now: datetime) -> set[int]:
    """The contacts whose name has had its time, and is still somewhere."""
    today = local(now).date()
    contacts = session.scalars(select(Contact)).all()
    there = {contact.id for contact in contacts}
    named = {contact.id for contact in contacts if contact.display_name or contact.email}
    left = {
        contact.id
        for contact in contacts
        if contact.left_on is not None and years_later(contact.left_on, YEARS_KEPT) <= today
    }
    told = _named_in_the_trail(session)
    gone = {
        id
        for id, last in told.items()
        if id not in there and years_later(last, YEARS_KEPT) <= today
    }
    return (left & (named | told.keys())) | gone


def _named_in_the_trail(session: Session) -> dict[int, date]:
    """The contacts of whom the trail keeps a name or an address, with the day of the last one."""
    rows = session.execute(
        select(ErasableValue.row_id, AuditEntry.at)
        .join(AuditEntry, AuditEntry.seq == ErasableValue.seq)
        .where(ErasableValue.table == Contact.__tablename__)
        .order_by(ErasableValue.seq)
    )
    return {id: local(datetime.fromisoformat(at)).date() for id, at in rows}
