"""The story of a wish: what tenants asked, where it was talked about, which text came of it, what
was signed and measured, and the answer, on one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, joinedload

from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Indicator,
    InputAgreement,
    Measurement,
    Reply,
    TenantInput,
)
from desktop.agreements.queries.meetings import decisions
from desktop.agreements.rules.lifecycle import ENDED
from desktop.agreements.states import AgreementState
from desktop.agreements.wording import quantity, word
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import local
from desktop.store.found import found


class StoryKind(IntEnum):
    """What happened. The order is that of things on one day."""

    ASKED = 1
    DISCUSSED = 2
    DECIDED = 3
    TEXT = 4
    AGREED = 5
    SIGNED = 6
    AMENDED = 7
    DONE = 8
    MEASURED = 9
    ENDED = 10
    ANSWERED = 11
    TOLD = 12


@dataclass(frozen=True)
class StoryEvent:
    """Something that happened on a day: a heading, what was said or written, and where to look."""

    on: date
    kind: StoryKind
    heading: str
    words: str
    place: Place


def story_of_input(session: Session, input_id: int) -> tuple[StoryEvent, ...]:
    """What became of a question, oldest first: of the agreements that it is about only what
    happened since. Refuses one that is gone."""
    asked = found(session, TenantInput, input_id)
    events = list(_of_input(asked))
    for agreement in asked.agreements:
        since = (e for e in _of_agreement(session, agreement) if e.on >= asked.received_on)
        events.extend(since)
    return _in_order(events)


def story_of_agreement(session: Session, agreement_id: int) -> tuple[StoryEvent, ...]:
    """How an agreement came about and goes, with everything that tenants asked about it, oldest
    first. Refuses one that is gone."""
    agreement = found(session, Agreement, agreement_id)
    events = list(_of_agreement(session, agreement))
    asked = session.scalars(
        select(TenantInput)
        .join(InputAgreement, InputAgreement.input_id == TenantInput.id)
        .where(InputAgreement.agreement_id == agreement_id)
        .options(
            joinedload(TenantInput.meeting), joinedload(TenantInput.reply).joinedload(Reply.party)
        )
    )
    for one in asked:
        events.extend(_of_input(one))
    return _in_order(events)


def _in_order(events: list[StoryEvent]) -> tuple[StoryEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.on, event.kind)))


def _of_input(asked: TenantInput) -> Iterator[StoryEvent]:
    place = Place("agreements", "tenant_input", asked.id)
    heading = _("{code}: tenants asked").format(code=asked.code)
    yield StoryEvent(asked.received_on, StoryKind.ASKED, heading, asked.text, place)
    if (meeting := asked.meeting) is not None:
        where = Place("agreements", "meeting", meeting.id)
        words = " · ".join(filter(None, (word(meeting.kind), meeting.place)))
        heading = _("{code}: on the table").format(code=asked.code)
        yield StoryEvent(meeting.held_on, StoryKind.DISCUSSED, heading, words, where)
    if (reply := asked.reply) is None:
        return
    heading = _("{code}: answer of {party}").format(code=asked.code, party=reply.party.called)
    words = f"{word(reply.decision)}. {reply.reason}".strip()
    yield StoryEvent(reply.replied_on, StoryKind.ANSWERED, heading, words, place)
    if reply.told_on is not None:
        heading = _("{code}: tenants heard the answer").format(code=asked.code)
        yield StoryEvent(reply.told_on, StoryKind.TOLD, heading, reply.told_via, place)


def _of_agreement(session: Session, agreement: Agreement) -> Iterator[StoryEvent]:
    place = Place("agreements", "agreement", agreement.id)
    yield from _texts(session, agreement, place)
    yield from _steps(agreement, place)
    yield from _promises(session, agreement, place)
    yield from _measured(session, agreement, place)
    for held_on, decision in decisions(session, agreement.id):
        heading = _("{code}: decided at a meeting").format(code=agreement.code)
        yield StoryEvent(held_on, StoryKind.DECIDED, heading, decision.text, place)


def _texts(session: Session, agreement: Agreement, place: Place) -> Iterator[StoryEvent]:
    versions = session.scalars(
        select(Clause)
        .where(Clause.agreement_id == agreement.id)
        .options(joinedload(Clause.author))
        .order_by(Clause.number)
    )
    for clause in versions:
        made_on = local(clause.made_at).date()
        heading = _("{code}: version {number}, of {party}").format(
            code=agreement.code, number=clause.number, party=clause.author.called
        )
        words = clause.plain_text or clause.text
        yield StoryEvent(made_on, StoryKind.TEXT, heading, words, place)
    for amendment in agreement.amendments:
        heading = _("{code}: all parties amended the text").format(code=agreement.code)
        yield StoryEvent(amendment.agreed_on, StoryKind.AMENDED, heading, amendment.reason, place)


def _steps(agreement: Agreement, place: Place) -> Iterator[StoryEvent]:
    """The steps that people outside the talks care about."""
    for step in agreement.steps:
        if step.state is AgreementState.AGREED:
            kind = StoryKind.AGREED
        elif step.state is AgreementState.ADOPTED:
            kind = StoryKind.SIGNED
        elif step.state in ENDED:
            kind = StoryKind.ENDED
        else:
            continue
        heading = f"{agreement.code}: {word(step.state)}"
        yield StoryEvent(step.taken_on, kind, heading, step.reason, place)


def _promises(session: Session, agreement: Agreement, place: Place) -> Iterator[StoryEvent]:
    done = session.scalars(
        select(Commitment)
        .where(Commitment.agreement_id == agreement.id, Commitment.done_on.is_not(None))
        .options(joinedload(Commitment.party))
    )
    for one in done:
        assert one.done_on is not None, "only those that are done were read"
        heading = _("{code}: {party} did what it promised").format(
            code=agreement.code, party=one.party.called
        )
        yield StoryEvent(one.done_on, StoryKind.DONE, heading, one.what, place)


def _measured(session: Session, agreement: Agreement, place: Place) -> Iterator[StoryEvent]:
    """What was measured; of a corrected value only the correction."""
    correction = aliased(Measurement)
    rows = session.execute(
        select(Indicator, Measurement)
        .join(Measurement, Measurement.indicator_id == Indicator.id)
        .outerjoin(correction, correction.supersedes_id == Measurement.id)
        .where(Indicator.agreement_id == agreement.id, correction.id.is_(None))
    )
    heading = _("{code}: measured").format(code=agreement.code)
    for indicator, measured in rows:
        value = quantity(measured.value, indicator.unit, indicator.decimals)
        words = f"{indicator.name}: {value}"
        if measured.provisional:
            words = _("{words} (provisional)").format(words=words)
        yield StoryEvent(measured.measured_on, StoryKind.MEASURED, heading, words, place)
    for indicator in agreement.indicators:
        if indicator.done_on is not None:
            yield StoryEvent(indicator.done_on, StoryKind.MEASURED, heading, indicator.name, place)
