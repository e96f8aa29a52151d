"""Which document went to whom, and whether they have it. What counts is the day of receipt, and of
the invitation to talk the day of sending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Delivery, Party
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.rules.deadlines import Code, Facts, SetDay, set_days, without_policy
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.states import DeliveryDocument, PartyKind
from desktop.language import _
from desktop.store.found import found

D = DeliveryDocument

RECEIVING = (PartyKind.MUNICIPALITY, PartyKind.TENANTS, PartyKind.RESIDENTS)
SENT_IN_TIME = (D.INVITATION,)  # the statute sets the day of sending, not of receipt: art. 44(2)
YEAR_PAPERS = (D.YEAR_BID, D.YEAR_AGREEMENTS, D.YEAR_STATEMENT)
SET_BY = {
    D.BID: Code.BID,
    D.INVITATION: Code.INVITATION,
    D.VISITATION_REPORT: Code.VISITATION_REPORT,
}


@dataclass(frozen=True)
class DeliveryCell:
    """One document for one receiver; `party_id` None is the minister. `id` is the delivery, None
    as long as nothing was sent."""

    party_id: int | None
    id: int | None = None
    sent_on: date | None = None
    received_on: date | None = None
    proof: str = ""


@dataclass(frozen=True)
class DeliveryRow:
    """One document with a cell for each who must have it. `lapsed` says why it need not go."""

    document: DeliveryDocument
    article: str
    due_on: date | None
    lapsed: str
    cells: tuple[DeliveryCell, ...]

    @property
    def arrived_on(self) -> date | None:
        """The day on which the last receiver had it; None while somebody has not."""
        days = [cell.received_on for cell in self.cells]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None

    def is_late(self, cell: DeliveryCell, today: date) -> bool:
        """Whether somebody has it after its day, or has not although the day is over. For the
        invitation the day of sending counts."""
        if self.due_on is None or self.lapsed:
            return False
        counts = cell.sent_on if self.document in SENT_IN_TIME else cell.received_on
        return (counts or today) > self.due_on


@dataclass(frozen=True)
class Receiver:
    """Who gets documents; `party_id` None is the minister."""

    party_id: int | None
    name: str


@dataclass(frozen=True)
class DeliveryMatrix:
    """Every document of a year against everybody who must have it (Woningwet, art. 44 and 44a)."""

    receivers: tuple[Receiver, ...]
    rows: tuple[DeliveryRow, ...]

    def row(self, document: DeliveryDocument) -> DeliveryRow:
        return next(row for row in self.rows if row.document is document)


def receivers(session: Session, cycle: Cycle) -> tuple[Party, ...]:
    """The municipalities, tenants' organisations and residents' committees of a year: they get
    the bid (art. 44(1)) and the papers before 15 December (art. 44a(1))."""
    parties = {party.id: party for party in seated_parties(session, cycle.id)}
    parties.setdefault(cycle.municipality_id, cycle.municipality)
    order = [party for party in parties.values() if party.kind in RECEIVING]
    return tuple(sorted(order, key=lambda party: (RECEIVING.index(party.kind), party.id)))


def delivery_matrix(session: Session, cycle_id: int, today: date) -> DeliveryMatrix:
    """Which document of a year went to whom. Refuses a year that is gone."""
    cycle = found(session, Cycle, cycle_id)
    parties = receivers(session, cycle)
    sent = session.scalars(
        select(Delivery).where(Delivery.cycle_id == cycle_id).order_by(Delivery.id)
    ).all()
    days = {one.code: one for one in set_days(facts_of(cycle, today))}
    with_minister = [party.id for party in parties], [None, *(party.id for party in parties)]
    rows = tuple(
        DeliveryRow(
            document=document,
            article=days[SET_BY.get(document, Code.YEAR_PAPERS)].rule.article,
            due_on=days[SET_BY.get(document, Code.YEAR_PAPERS)].day,
            lapsed=_lapsed(cycle, document, days, today),
            cells=tuple(
                _cell(party_id, document, sent)
                for party_id in with_minister[document in YEAR_PAPERS]
            ),
        )
        for document in DeliveryDocument
    )
    names = tuple(Receiver(party.id, party.name) for party in parties)
    return DeliveryMatrix((Receiver(None, _("Minister")), *names), rows)


def minister_has_bid(session: Session, cycle_id: int) -> bool:
    """Whether the bid of a year went to the minister, who judges it (art. 44a(2))."""
    sent = select(Delivery.id).where(
        Delivery.cycle_id == cycle_id,
        Delivery.document == D.YEAR_BID,
        Delivery.party_id.is_(None),
    )
    return session.scalar(sent.limit(1)) is not None


def facts_of(cycle: Cycle, today: date, dispute_arisen_on: date | None = None) -> Facts:
    """What the days of a year hang on."""
    visited = [seat.party.visited_on for seat in cycle.seats if seat.party.visited_on is not None]
    return Facts(
        year=cycle.year,
        today=today,
        policy_received_on=cycle.policy_received_on,
        bid_sent_on=cycle.bid.sent_on if cycle.bid is not None else None,
        signed=is_signed(cycle),
        dispute_arisen_on=dispute_arisen_on,
        visited_on=min(visited, default=None),  # of two corporations the one that is due first
        reported_on=max(visited, default=None),
    )


def is_signed(cycle: Cycle) -> bool:
    """Whether the parties made agreements: all signed."""
    return cycle.state not in BEFORE_SIGNING


def year_papers_arrived_on(matrix: DeliveryMatrix) -> date | None:
    """The day on which everybody had all papers of art. 44a that are due."""
    rows = [matrix.row(document) for document in YEAR_PAPERS]
    days = [row.arrived_on for row in rows if not row.lapsed]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _lapsed(cycle: Cycle, document: DeliveryDocument, days: dict[Code, SetDay], today: date) -> str:
    if document in (D.INVITATION, D.VISITATION_REPORT):
        return days[SET_BY[document]].lapsed
    if document is D.YEAR_AGREEMENTS:
        if without_policy(cycle.year, cycle.policy_received_on, today):
            return days[Code.INVITATION].lapsed
        if not is_signed(cycle):
            return _("Only when there are signed agreements.")
    return ""


def _cell(
    party_id: int | None, document: DeliveryDocument, sent: Iterable[Delivery]
) -> DeliveryCell:
    """The delivery that arrived first, else the one that was sent last."""
    own = [one for one in sent if one.document is document and one.party_id == party_id]
    if not own:
        return DeliveryCell(party_id)
    arrived = [one for one in own if one.received_on is not None]
    one = min(arrived, key=lambda d: d.received_on or d.sent_on) if arrived else own[-1]
    return DeliveryCell(party_id, one.id, one.sent_on, one.received_on, one.proof)
