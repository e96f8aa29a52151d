"""The agenda of a meeting: what is talked about, who put it up, and what is refused."""

from __future__ import annotations

from typing import TypedDict, Unpack

from sqlalchemy import func, select

from desktop.agreements.model import AgendaItem, Meeting, Party
from desktop.agreements.queries.meetings import OF_TENANTS
from desktop.estate.texts import fill, written
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class TopicChange(TypedDict, total=False):
    """What can change of a topic: its words, and which party put it up (None: the organiser)."""

    title: str
    proposed_by_id: int | None


def add_item(
    store: Store, who: Actor, meeting_id: int, title: str, proposed_by_id: int | None = None
) -> int:
    """Put a topic on the agenda. One that a party puts up waits until it is accepted or refused;
    one without a party is the organiser's own and stands."""
    title = written(AgendaItem, "title", title, needed=True)
    with store.act(who, "agreements.agenda.add", undo=_("Add a topic")) as act:
        session = act.session
        found(session, Meeting, meeting_id)
        if proposed_by_id is not None:
            found(session, Party, proposed_by_id)
        last = session.scalar(
            select(func.max(AgendaItem.position)).where(AgendaItem.meeting_id == meeting_id)
        )
        item = AgendaItem(
            meeting_id=meeting_id,
            position=(last or 0) + 1,
            title=title,
            proposed_by_id=proposed_by_id,
            accepted=True if proposed_by_id is None else None,
        )
        session.add(item)
        session.flush()
        return item.id


def accept_item(store: Store, who: Actor, item_id: int) -> None:
    """A topic comes on the agenda."""
    with store.act(who, "agreements.agenda.accept", undo=_("Accept a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        item.accepted, item.refusal_reason = True, ""


def refuse_item(store: Store, who: Actor, item_id: int, reason: str) -> None:
    """A topic does not come on the agenda. Refuses to do so without a reason when the tenants'
    organisation or a residents' committee put it up (Overlegwet, art. 5b(4); E9)."""
    reason = written(AgendaItem, "refusal_reason", reason)
    with store.act(who, "agreements.agenda.refuse", undo=_("Refuse a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        _check_reason(item.proposed_by, reason)
        item.accepted, item.refusal_reason = False, reason


def change_item(
    store: Store,
    who: Actor,
    item_id: int,
    version: int | None = None,
    **facts: Unpack[TopicChange],
) -> None:
    """Write a topic in other words, or under the party that did put it up; `version` is the one
    that was shown. Refuses that a topic of tenants stays off the agenda without a reason."""
    with store.act(who, "agreements.agenda.change", undo=_("Change a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        stale(item, version, dict(facts))
        if "title" in facts:
            written(AgendaItem, "title", facts["title"], needed=True)
        party_id = facts.get("proposed_by_id", item.proposed_by_id)
        party = found(act.session, Party, party_id) if party_id is not None else None
        if item.accepted is False:
            _check_reason(party, item.refusal_reason)
        fill(item, facts, TopicChange.__annotations__)
        if party is None and item.accepted is None:
            item.accepted = True


def place_item(store: Store, who: Actor, item_id: int, position: int) -> None:
    """Put a topic at a place on the agenda, counted from 1; the others make room. A place before
    the first is the first, and one after the last the last."""
    with store.act(who, "agreements.agenda.order", undo=_("Order of the agenda")) as act:
        item = found(act.session, AgendaItem, item_id)
        others = [one for one in item.meeting.agenda if one is not item]
        others.insert(max(0, position - 1), item)
        for number, one in enumerate(others, start=1):
            one.position = number


def take_off(store: Store, who: Actor, item_id: int) -> None:
    """Take a topic off the agenda that should never have been on it. Refuses one that tenants put
    up: that is refused with a reason, and stays on view (Overlegwet, art. 5b(4))."""
    with store.act(who, "agreements.agenda.remove", undo=_("Take away a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        if _is_of_tenants(item.proposed_by):
            raise Refused(
                _(
                    "Tenants put this topic up, so it does not just go. You can refuse it with a "
                    "reason (Overlegwet, art. 5b(4))."
                )
            )
        act.session.delete(item)


def _check_reason(party: Party | None, reason: str) -> None:
    if _is_of_tenants(party) and not reason:
        sentence = _(
            "You can refuse this topic only with a reason (Overlegwet, art. 5b(4)). "
            "Fill in the reason."
        )
        raise Refused(sentence, "reason")


def _is_of_tenants(party: Party | None) -> bool:
    return party is not None and party.kind in OF_TENANTS
