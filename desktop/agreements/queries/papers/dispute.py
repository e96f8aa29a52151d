"""What the file of a dispute tells: what happened when, and what each party said to each text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    Agreement,
    Clause,
    Cycle,
    Delivery,
    Dispute,
    Meeting,
    Position,
    Theme,
)
from desktop.agreements.queries.facts import settled
from desktop.agreements.states import DeliveryDocument, PositionValue
from desktop.agreements.wording import word
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.store.found import found


@dataclass(frozen=True)
class Happened:
    """Something that happened on a day."""

    on: date
    what: str


@dataclass(frozen=True)
class Said:
    """What a party said to a version, and with which words."""

    party: str
    value: PositionValue
    remark: str


@dataclass(frozen=True)
class VersionPositions:
    """A version of a text with what the parties said to it."""

    agreement: str
    number: int
    author: str
    made_on: date
    text: str
    said: tuple[Said, ...]


def happened(session: Session, dispute: Dispute) -> tuple[Happened, ...]:
    """What happened in the year of a dispute, in order."""
    cycle = found(session, Cycle, dispute.cycle_id)
    return tuple(sorted(_happened(session, cycle, dispute), key=lambda one: one.on))


def _happened(session: Session, cycle: Cycle, dispute: Dispute) -> Iterator[Happened]:
    if cycle.policy_received_on is not None:
        yield Happened(cycle.policy_received_on, _("The municipality gave its policy."))
    for step in cycle.steps:
        words = _("The year is now: {state}.").format(state=word(step.state).lower())
        yield Happened(step.taken_on, f"{words} {step.reason}".strip())
    yield from _delivered(session, cycle)
    for meeting in session.scalars(select(Meeting).where(Meeting.cycle_id == cycle.id)):
        yield Happened(
            meeting.held_on, _("Meeting: {kind}.").format(kind=word(meeting.kind).lower())
        )
    yield Happened(dispute.arisen_on, _("The dispute arose."))
    if dispute.filed_on is not None:
        yield Happened(dispute.filed_on, _("The dispute was filed."))
    for longer in dispute.extensions:
        words = ngettext(
            "The minister took {n} week longer.",
            "The minister took {n} weeks longer.",
            longer.weeks,
        )
        yield Happened(longer.told_on, words.format(n=longer.weeks))
    if dispute.decided_on is not None:
        yield Happened(
            dispute.decided_on, _("It was decided: {words}").format(words=dispute.outcome)
        )


def _delivered(session: Session, cycle: Cycle) -> Iterator[Happened]:
    """What went out on a day, to everybody together, and when who had it."""
    sent: dict[tuple[date, DeliveryDocument], list[str]] = {}
    received: dict[tuple[date, DeliveryDocument], list[str]] = {}
    for one in session.scalars(
        select(Delivery)
        .where(Delivery.cycle_id == cycle.id)
        .options(joinedload(Delivery.party))
        .order_by(Delivery.id)
    ):
        name = one.party.name if one.party else _("the minister")
        sent.setdefault((one.sent_on, one.document), []).append(name)
        if one.received_on is not None:
            received.setdefault((one.received_on, one.document), []).append(name)
    for happened_to, words in (
        (sent, _("{document} sent to {to}.")),
        (received, _("{document} received by {to}.")),
    ):
        for (day, document), names in happened_to.items():
            yield Happened(day, words.format(document=word(document), to=", ".join(names)))


def positions(session: Session, cycle_id: int) -> tuple[VersionPositions, ...]:
    """Every version to which a party said something, in the order of the document."""
    clauses = session.scalars(
        select(Clause)
        .join(Agreement)
        .join(Theme)
        .where(Agreement.cycle_id == cycle_id, Clause.positions.any())
        .options(
            joinedload(Clause.author),
            joinedload(Clause.agreement),
            selectinload(Clause.positions).joinedload(Position.party),
        )
        .order_by(Theme.position, Agreement.code, Clause.number)
    )
    return tuple(_version(clause) for clause in clauses)


def _version(clause: Clause) -> VersionPositions:
    said = (Said(p.party.name, p.value, p.remark) for p in clause.positions if settled(p))
    return VersionPositions(
        agreement=f"{clause.agreement.code} {clause.agreement.title}",
        number=clause.number,
        author=clause.author.name,
        made_on=local(clause.made_at).date(),
        text=clause.text,
        said=tuple(sorted(said, key=lambda one: one.party)),
    )
