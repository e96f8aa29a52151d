"""A year of agreements: the bid, where the talks stand, what was sent to whom, what was signed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.parties import Party, PolicyDocument, Seat
from desktop.agreements.states import (
    BidLetter,
    CycleState,
    DeliveryDocument,
    DisputeKind,
)
from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, words
from desktop.store.search import SearchEntry


class Cycle(AgreementsBase, Versioned):
    """The talks of one year about the agreements of the next. `policy_received_on` is when the
    municipality gave its policy for that next year; None when it did not (Woningwet, 44(3))."""

    __tablename__ = "cycle"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)  # of the talks: agreements of `year + 1`
    municipality_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy_document.id"))
    applies_from: Mapped[date]
    applies_to: Mapped[date]
    policy_received_on: Mapped[date | None]
    state: Mapped[CycleState] = words(CycleState, default=CycleState.PREPARING, index=True)
    signed_without_replies: Mapped[str] = mapped_column(Text, default="")  # why it could

    municipality: Mapped[Party] = relationship(foreign_keys=[municipality_id])
    policy: Mapped[PolicyDocument | None] = relationship()
    seats: Mapped[list[Seat]] = relationship(back_populates="cycle", order_by="Seat.party_id")
    bid: Mapped[Bid | None] = relationship(back_populates="cycle")
    steps: Mapped[list[CycleStep]] = relationship(order_by="CycleStep.id")
    seals: Mapped[list[Seal]] = relationship(back_populates="cycle", order_by="Seal.number")

    def search_entry(self) -> SearchEntry:
        title = f"{self.applies_from.year}"
        return SearchEntry("cycle", self.id, title, self.municipality.name, f"{title} {self.year}")


class CycleStep(AgreementsBase):
    """The cycle went from one state to another; a step back has its reason."""

    __tablename__ = "cycle_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    state: Mapped[CycleState] = words(CycleState)
    taken_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text, default="")


class Bid(AgreementsBase, Versioned):
    """The overview of intended work for five years (Woningwet, art. 43; Btiv 2015, art. 39)."""

    __tablename__ = "bid"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), unique=True)
    supervisors_approved_on: Mapped[date | None]  # Woningwet, art. 26(1)j
    sent_on: Mapped[date | None]
    invited_on: Mapped[date | None]  # art. 44(2): on the same day
    not_foreseen: Mapped[list[str]] = mapped_column(JSON, default=list)  # letters without work
    judged_on: Mapped[date | None]  # when the minister's judgement came: Woningwet, art. 44a(2)
    judgement: Mapped[str] = mapped_column(Text, default="")

    cycle: Mapped[Cycle] = relationship(back_populates="bid")
    items: Mapped[list[BidItem]] = relationship(back_populates="bid", order_by="BidItem.id")


class BidItem(AgreementsBase, Versioned):
    """One piece of intended work: under which letter, where, and what in which year."""

    __tablename__ = "bid_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    bid_id: Mapped[int] = mapped_column(ForeignKey("bid.id"), index=True)
    letter: Mapped[BidLetter] = words(BidLetter)
    what: Mapped[str] = mapped_column(Text)
    postcode: Mapped[str] = mapped_column(String(4), default="")
    years: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # year → what, in words

    bid: Mapped[Bid] = relationship(back_populates="items")


class Delivery(AgreementsBase, Versioned):
    """A document that goes to a party; `party_id` None is the minister. `received_on` is what
    counts: a statute says by when somebody must have it."""

    __tablename__ = "delivery"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    document: Mapped[DeliveryDocument] = words(DeliveryDocument)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    sent_on: Mapped[date]
    received_on: Mapped[date | None]
    proof: Mapped[str] = mapped_column(String(200), default="")

    party: Mapped[Party | None] = relationship()


class Seal(AgreementsBase):
    """The whole text as it was put before the parties to sign: `content` lists code, title and
    text per agreement, `digest` is what `rules.signing` makes of it. Never changed."""

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("cycle_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    number: Mapped[int]
    sealed_on: Mapped[date]
    content: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))

    cycle: Mapped[Cycle] = relationship(back_populates="seals")
    signatures: Mapped[list[Signature]] = relationship(
        back_populates="seal", order_by="Signature.id", passive_deletes="all"
    )


class Signature(AgreementsBase):
    """A party signed one sealed text. It counts only for that text."""

    __tablename__ = "signature"
    __table_args__ = (UniqueConstraint("seal_id", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("seal.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    signed_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(80), default="")
    function: Mapped[str] = mapped_column(String(80), default="")
    remark: Mapped[str] = mapped_column(Text, default="")  # a minority's point of view
    scan_name: Mapped[str] = mapped_column(String(200), default="")
    scan: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))

    seal: Mapped[Seal] = relationship(back_populates="signatures")
    party: Mapped[Party] = relationship()


class Dispute(AgreementsBase, Versioned):
    """A dispute about the agreements, or under the Overlegwet. `decide_by` ends the term of the
    minister as his first letter says it (Woningwet, art. 44(5)); `decided_on` is when who decides
    decided, and the decision is then the outcome."""

    __tablename__ = "dispute"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    kind: Mapped[DisputeKind] = words(DisputeKind)
    arisen_on: Mapped[date]
    filed_on: Mapped[date | None]
    points: Mapped[str] = mapped_column(Text, default="")
    mediation: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(Text, default="")
    decide_by: Mapped[date | None]
    decided_on: Mapped[date | None]

    extensions: Mapped[list[DisputeExtension]] = relationship(order_by="DisputeExtension.id")


class DisputeExtension(AgreementsBase):
    """The minister wrote on a day that he takes some weeks more (Btiv 2015, art. 40(2))."""

    __tablename__ = "dispute_extension"

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("dispute.id"), index=True)
    weeks: Mapped[int]
    told_on: Mapped[date]


class Snapshot(AgreementsBase):
    """A report as it was on a day. `payload` is its canonical JSON, never changed; printing it
    again gives the same. `lights` are those in it by code, to compare with without reading it."""

    __tablename__ = "report_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    reference_date: Mapped[date]
    made_at: Mapped[datetime]
    payload: Mapped[str] = mapped_column(Text)
    lights: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    digest: Mapped[str] = mapped_column(String(64))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))

    staff: Mapped[StaffUser | None] = relationship(StaffUser)


@event.listens_for(Snapshot, "before_update")
def _stays(_mapper: object, _connection: object, snapshot: Snapshot) -> None:
    """No action may change what was reported."""
    raise ValueError(f"a report is kept as it was: {snapshot.id}")
