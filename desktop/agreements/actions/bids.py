"""The bid: what the corporation intends to do in five years, part by part, until it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.actions.deliveries import check_received
from desktop.agreements.actions.steps import step_cycle
from desktop.agreements.model import Bid, BidItem, Cycle, Delivery
from desktop.agreements.queries.bid import contents
from desktop.agreements.queries.deliveries import minister_has_bid, receivers
from desktop.agreements.rules.bids import check_complete, check_postcode, check_years
from desktop.agreements.rules.deadlines import without_policy
from desktop.agreements.rules.lifecycle import check_open
from desktop.agreements.states import BidLetter, CycleState, DeliveryDocument
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def start_bid(store: Store, who: Actor, cycle_id: int) -> int:
    """Begin the bid of a year. Refuses a second one and a year that is closed."""
    with store.act(who, "agreements.bid.start", undo=_("New bid")) as act:
        cycle = found(act.session, Cycle, cycle_id)
        check_open(cycle.state)
        if cycle.bid is not None:
            raise Refused(_("The bid of this year was begun already. Open that one."), "bid")
        bid = Bid(cycle_id=cycle.id)
        act.session.add(bid)
        act.session.flush()
        return bid.id


def set_item(
    store: Store,
    who: Actor,
    bid_id: int,
    letter: BidLetter,
    what: str,
    postcode: str = "",
    years: Mapping[int, str] | None = None,
    item_id: int | None = None,
    version: int | None = None,
) -> int:
    """Write down a piece of work, or in other words one that is there (`item_id`). `years` says
    what happens in which year.

    Refuses a bid that was sent, no words, part c without postcode (Btiv 2015, art. 39(1)c), a year
    that the bid is not about, and a change after somebody else's that `version` did not show."""
    with store.act(who, "agreements.bid.item", undo=_("Work in the bid")) as act:
        session = act.session
        bid = _unsent(session, bid_id)
        check_years(bid.cycle.year, years or {})
        values = {
            "letter": letter,
            "what": written(BidItem, "what", what, needed=True),
            "postcode": check_postcode(letter, postcode),
            "years": _words(years or {}),
        }
        item = BidItem(bid_id=bid.id) if item_id is None else _item(session, bid, item_id)
        if item_id is not None:
            stale(item, version, values)
        for name, value in values.items():
            setattr(item, name, value)
        _foreseen(bid, letter)
        session.add(item)
        session.flush()
        return item.id


def judge_bid(
    store: Store,
    who: Actor,
    bid_id: int,
    judgement: str,
    on: date | None = None,
    version: int | None = None,
) -> None:
    """The judgement of the minister on the bid came on a day (Woningwet, art. 44a(2)), None is
    today. Refuses it before the minister had the bid, no words, a day to come, and a change after
    somebody else's that `version` did not show."""
    day = day_of(store, on)
    words = written(Bid, "judgement", judgement, needed=True)
    with store.act(who, "agreements.bid.judge", undo=_("Judgement of the minister")) as act:
        bid = found(act.session, Bid, bid_id)
        if not minister_has_bid(act.session, bid.cycle_id):
            raise Refused(
                _("The minister does not have the bid yet. Write down first when it went there."),
                "judgement",
            )
        stale(bid, version, {"judged_on": day, "judgement": words})
        bid.judged_on, bid.judgement = day, words


def remove_item(store: Store, who: Actor, item_id: int) -> None:
    """Take a piece of work out. Refuses a bid that was sent."""
    with store.act(who, "agreements.bid.remove", undo=_("Remove work")) as act:
        item = found(act.session, BidItem, item_id)
        _unsent(act.session, item.bid_id)
        act.session.delete(item)


def not_foreseen(
    store: Store, who: Actor, bid_id: int, letter: BidLetter, none: bool = True
) -> None:
    """Say that no work is foreseen for a part, or take that back. Refuses it for a part that has
    work, and in a bid that was sent."""
    with store.act(who, "agreements.bid.not_foreseen", undo=_("Not foreseen")) as act:
        bid = _unsent(act.session, bid_id)
        if none and any(item.letter is letter for item in bid.items):
            raise Refused(_("This part has work. Remove that first."), "not_foreseen")
        kept = set(bid.not_foreseen) - {letter.value}
        bid.not_foreseen = sorted(kept | {letter.value}) if none else sorted(kept)


def supervisors_approved(store: Store, who: Actor, bid_id: int, on: date | None) -> None:
    """The supervisory board approved the bid (Woningwet, art. 26(1)j); None takes that back.
    Refuses a day to come, and a bid that was sent."""
    with store.act(who, "agreements.bid.approve", undo=_("Approval of the bid")) as act:
        bid = _unsent(act.session, bid_id)
        bid.supervisors_approved_on = None if on is None else day_of(store, on)


def send_bid(
    store: Store,
    who: Actor,
    bid_id: int,
    on: date | None = None,
    received: Mapping[int, date] | None = None,
) -> None:
    """The bid goes to the municipality and the tenants, with the invitation on the same day
    (Woningwet, art. 44(1) and (2)); `received` says who has it since when. Without policy of the
    municipality nobody is invited (art. 44(3)).

    Refuses a bid that lacks a part or its approval, one that was sent, and a receipt by somebody
    who does not get it, before it was sent or still to come."""
    day = day_of(store, on)
    with store.act(who, "agreements.bid.send", undo=_("Send bid")) as act:
        session = act.session
        bid = _unsent(session, bid_id)
        cycle = bid.cycle
        check_complete(contents(session, cycle, until=day), day)
        parties = {party.id for party in receivers(session, cycle)}
        arrived = check_received(store, parties, received or {}, day)
        invites = not without_policy(cycle.year, cycle.policy_received_on, day)
        bid.sent_on, bid.invited_on = day, day if invites else None
        documents = [DeliveryDocument.BID, *([DeliveryDocument.INVITATION] if invites else [])]
        session.add_all(
            Delivery(
                cycle_id=cycle.id,
                document=document,
                party_id=party_id,
                sent_on=day,
                received_on=arrived.get(party_id),
            )
            for document in documents
            for party_id in sorted(parties)
        )
        if cycle.state in (CycleState.PREPARING, CycleState.NO_POLICY):
            step_cycle(session, cycle, CycleState.BID_SENT, day)


def _unsent(session: Session, bid_id: int) -> Bid:
    bid = found(session, Bid, bid_id)
    check_open(bid.cycle.state)
    if bid.sent_on is not None:
        sentence = _("The bid was sent on {day} and no longer changes.")
        raise Refused(sentence.format(day=day_plain(bid.sent_on)), "bid")
    return bid


def _item(session: Session, bid: Bid, item_id: int) -> BidItem:
    item = found(session, BidItem, item_id)
    if item.bid_id != bid.id:
        raise ValueError("this work is in another bid")
    return item


def _words(years: Mapping[int, str]) -> dict[str, str]:
    """What happens in which year; years without words are left out."""
    told = {str(year): written(BidItem, "what", words) for year, words in sorted(years.items())}
    return {year: words for year, words in told.items() if words}


def _foreseen(bid: Bid, letter: BidLetter) -> None:
    if letter.value in bid.not_foreseen:
        bid.not_foreseen = [one for one in bid.not_foreseen if one != letter.value]
