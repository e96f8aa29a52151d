"""Documents that go to the minister, the municipality and the tenants (Woningwet, art. 44, 44a,
53a)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from desktop.agreements.model import Cycle, Delivery
from desktop.agreements.queries.deliveries import YEAR_PAPERS, facts_of, is_signed, receivers
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import DeliveryDocument
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found


def deliver(
    store: Store,
    who: Actor,
    cycle_id: int,
    document: DeliveryDocument,
    party_ids: Iterable[int | None],
    sent_on: date | None = None,
    received: Mapping[int | None, date] | None = None,
    proof: str = "",
) -> tuple[int, ...]:
    """A document goes to parties; None among them is the minister. `received` says who has it
    since when, `proof` where that can be seen. Gives the numbers of the deliveries.

    Refuses a bid before it was sent as a whole, agreements that nobody signed, a report of a
    visitation that is not of this year, whoever does not get the document, and a receipt before it
    was sent or still to come."""
    day = day_of(store, sent_on, "sent_on")
    where = written(Delivery, "proof", proof)
    with store.act(who, "agreements.delivery.send", undo=_("Send document")) as act:
        session = act.session
        cycle = found(session, Cycle, cycle_id)
        check_open(cycle.state)
        _check_may_go(cycle, document, day)
        may_have: set[int | None] = {party.id for party in receivers(session, cycle)}
        if document in YEAR_PAPERS:
            may_have.add(None)
        parties = list(dict.fromkeys(party_ids))
        _check_gets(may_have, parties)
        arrived = check_received(store, parties, received or {}, day)
        sent = [
            Delivery(
                cycle_id=cycle.id,
                document=document,
                party_id=party_id,
                sent_on=day,
                received_on=arrived.get(party_id),
                proof=where,
            )
            for party_id in parties
        ]
        session.add_all(sent)
        session.flush()
        return tuple(one.id for one in sent)


def received(
    store: Store, who: Actor, delivery_id: int, on: date | None = None, proof: str = ""
) -> None:
    """A party has a document since a day (None is today). Refuses a day before it was sent or
    still to come."""
    with store.act(who, "agreements.delivery.received", undo=_("Receipt")) as act:
        delivery = found(act.session, Delivery, delivery_id)
        day = day_of(store, on)
        _check_after(delivery.sent_on, day)
        delivery.received_on = day
        if proof.strip():
            delivery.proof = written(Delivery, "proof", proof)


def check_received(
    store: Store,
    parties: Collection[int | None],
    received: Mapping[int | None, date] | Mapping[int, date],
    sent_on: date,
) -> dict[int | None, date]:
    """The days of receipt by party. Refuses somebody who is not among `parties`, and a day before
    it was sent or still to come."""
    arrived: dict[int | None, date] = {}
    for party_id, day in received.items():
        _check_gets(parties, [party_id])
        _check_after(sent_on, day_of(store, day, "received"))
        arrived[party_id] = day
    return arrived


def _check_may_go(cycle: Cycle, document: DeliveryDocument, on: date) -> None:
    sent_on = cycle.bid.sent_on if cycle.bid is not None else None
    summer = (DeliveryDocument.BID, DeliveryDocument.INVITATION)
    if document in summer and sent_on is None:
        raise Refused(_("The bid has not been sent yet. Send it first."), "document")
    if document is DeliveryDocument.YEAR_AGREEMENTS and not is_signed(cycle):
        raise Refused(
            _("There are no signed agreements yet. Let the parties sign first."), "document"
        )
    reported_on = facts_of(cycle, on).reported_on
    if document is DeliveryDocument.VISITATION_REPORT and (
        reported_on is None or reported_on.year != cycle.year or reported_on > on
    ):
        raise Refused(
            _(
                "There is no report of a visitation of this year. Fill in its day at the "
                "corporation, under Parties."
            ),
            "document",
        )


def _check_gets(may_have: Collection[int | None], parties: Iterable[int | None]) -> None:
    for party_id in parties:
        if party_id not in may_have:
            raise Refused(
                _(
                    "This document goes to the municipality, the tenants' organisations and the "
                    "residents' committees at the table. Choose one of those."
                ),
                "party",
            )


def _check_after(sent_on: date, day: date) -> None:
    if day < sent_on:
        sentence = _("This was sent on {day}. Choose that day or later.")
        raise Refused(sentence.format(day=day_plain(sent_on)), "received")
