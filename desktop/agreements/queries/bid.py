"""The bid of a year: its six parts, what it lacks, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Bid, Cycle, Meeting
from desktop.agreements.queries.deliveries import DeliveryRow, delivery_matrix
from desktop.agreements.rules.bids import (
    Contents,
    Lack,
    Work,
    bid_years,
    lacks,
    missing_letters,
)
from desktop.agreements.states import BidLetter, DeliveryDocument, MeetingKind
from desktop.store.found import found

WITH_TENANTS = (MeetingKind.TENANTS, MeetingKind.TRIPARTITE)


@dataclass(frozen=True)
class WorkLine:
    """One piece of intended work; `years` says what happens in which year."""

    id: int
    version: int
    what: str
    postcode: str
    years: dict[int, str]


@dataclass(frozen=True)
class BidPart:
    """One of the six parts. `missing` when the bid says nothing about it."""

    letter: BidLetter
    works: tuple[WorkLine, ...]
    not_foreseen: bool
    missing: bool


@dataclass(frozen=True)
class BidView:
    """The bid. `id` is None as long as nobody began it; `receipts` tell who has it."""

    id: int | None
    version: int | None
    year: int
    years: tuple[int, ...]
    parts: tuple[BidPart, ...]
    lacks: tuple[Lack, ...]
    supervisors_approved_on: date | None
    sent_on: date | None
    invited_on: date | None
    receipts: DeliveryRow


def bid_view(session: Session, cycle_id: int, today: date) -> BidView:
    """The bid of a year. Refuses a year that is gone."""
    cycle = found(session, Cycle, cycle_id)
    bid = cycle.bid
    told = contents(session, cycle)
    missing = missing_letters(told.works, told.not_foreseen)
    return BidView(
        id=bid.id if bid is not None else None,
        version=bid.version if bid is not None else None,
        year=cycle.year,
        years=bid_years(cycle.year),
        parts=tuple(
            BidPart(letter, _works(bid, letter), letter in told.not_foreseen, letter in missing)
            for letter in BidLetter
        ),
        lacks=lacks(told, bid.sent_on if bid is not None else None),
        supervisors_approved_on=told.approved_on,
        sent_on=bid.sent_on if bid is not None else None,
        invited_on=bid.invited_on if bid is not None else None,
        receipts=delivery_matrix(session, cycle_id, today).row(DeliveryDocument.BID),
    )


def contents(session: Session, cycle: Cycle, until: date | None = None) -> Contents:
    """What the bid of a year holds. Meetings after `until`, or after the bid was sent, are not
    about making it."""
    bid = cycle.bid
    last = until or (bid.sent_on if bid is not None else None)
    return Contents(
        year=cycle.year,
        works=tuple(
            Work(item.letter, [int(year) for year, words in item.years.items() if words])
            for item in (bid.items if bid is not None else ())
        ),
        not_foreseen=frozenset(
            BidLetter(letter) for letter in (bid.not_foreseen if bid is not None else ())
        ),
        approved_on=bid.supervisors_approved_on if bid is not None else None,
        talked=_talked(session, cycle, last),
    )


def _talked(session: Session, cycle: Cycle, until: date | None) -> bool:
    meetings = select(Meeting.id).where(
        Meeting.cycle_id == cycle.id, Meeting.kind.in_(WITH_TENANTS)
    )
    if until is not None:
        meetings = meetings.where(Meeting.held_on <= until)
    return session.scalar(meetings.limit(1)) is not None


def _works(bid: Bid | None, letter: BidLetter) -> tuple[WorkLine, ...]:
    return tuple(
        WorkLine(
            id=item.id,
            version=item.version,
            what=item.what,
            postcode=item.postcode,
            years={int(year): words for year, words in sorted(item.years.items())},
        )
        for item in (bid.items if bid is not None else ())
        if item.letter is letter
    )
