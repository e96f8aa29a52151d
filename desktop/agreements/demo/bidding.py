"""How the corporation of the demo world makes its bid and sends it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select

from desktop.agreements.actions import bids, deliveries
from desktop.agreements.demo.story import Story
from desktop.agreements.model import Delivery, Party
from desktop.agreements.states import BidLetter, PartyKind
from desktop.language.format import local

TENANT_KINDS = (PartyKind.TENANTS, PartyKind.RESIDENTS)
APPROVED_DAYS = 7  # before it is sent
TENANTS_HAVE_IT, ALL_HAVE_IT = timedelta(days=1), timedelta(days=2)


def tell_bid(story: Story, talks: int, sent_on: date) -> None:
    """The bid goes out on a day of the file; tenants have it a day later, the municipality two."""
    story.on(sent_on, _send, story, talks)
    story.on(sent_on + TENANTS_HAVE_IT, _receive, story, talks, TENANT_KINDS)
    story.on(sent_on + ALL_HAVE_IT, _receive, story, talks, tuple(PartyKind))


def _send(story: Story, talks: int) -> None:
    """Work under each of the six letters for five years, approved by the supervisors."""
    store, who = story.store, story.who
    bid = bids.start_bid(store, who, story.cycles[talks])
    for item in story.values["bid"]:
        years = dict(enumerate(item["years"], start=talks + 1))
        letter = BidLetter(item["letter"])
        bids.set_item(store, who, bid, letter, item["what"], item.get("postcode", ""), years)
    today = local(store.now()).date()
    bids.supervisors_approved(store, who, bid, today - timedelta(days=APPROVED_DAYS))
    bids.send_bid(store, who, bid, today)


def _receive(story: Story, talks: int, kinds: Collection[PartyKind]) -> None:
    """What was sent to parties of these kinds arrived today."""
    with story.store.reading() as session:
        under_way = session.scalars(
            select(Delivery.id)
            .join(Party)
            .where(
                Delivery.cycle_id == story.cycles[talks],
                Delivery.received_on.is_(None),
                Party.kind.in_(kinds),
            )
        ).all()
    for delivery in under_way:
        deliveries.received(story.store, story.who, delivery)
