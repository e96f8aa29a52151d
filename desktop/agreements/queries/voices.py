"""What tenants asked, when an answer is due, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import Reply, TenantInput
from desktop.agreements.rules.answering import answer_rule, answer_term
from desktop.agreements.states import InputChannel, InputState, ReplyDecision


@dataclass(frozen=True)
class ReplyLine:
    """The answer of a party, and whether tenants heard it."""

    decision: ReplyDecision
    reason: str
    replied_on: date
    party_id: int
    party: str
    told_on: date | None
    told_via: str


@dataclass(frozen=True)
class InputLine:
    """A question with its answer. `article` is the rule that sets `due_on`, the last day to
    answer in time; `days_left` counts to it from today, below zero when it has passed, and is None
    when there is an answer. `agreements` are numbers with codes."""

    id: int
    version: int
    cycle_id: int
    code: str
    received_on: date
    channel: InputChannel
    group_size: int | None
    place: str
    text: str
    theme_id: int | None
    theme: str
    may_quote: bool
    is_written_advice: bool
    state: InputState
    meeting_id: int | None
    due_on: date
    article: str
    days_left: int | None
    reply: ReplyLine | None
    agreements: tuple[tuple[int, str], ...]

    @property
    def in_time(self) -> bool:
        """Whether the answer came in time."""
        return self.reply is not None and self.reply.replied_on <= self.due_on

    @property
    def is_late(self) -> bool:
        """Whether an answer is still to come after its last day."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class InputCounts:
    """How many questions there are, by what became of them."""

    total: int
    by_decision: Mapping[ReplyDecision, int]
    unanswered: int
    late: int
    in_time: int
    told: int

    @property
    def answered(self) -> int:
        return self.total - self.unanswered

    @property
    def percent_in_time(self) -> int | None:
        """Of the answers, the share that came in time, rounded half up; None without answers."""
        if not self.answered:
            return None
        return (200 * self.in_time + self.answered) // (2 * self.answered)


@dataclass(frozen=True)
class Voices:
    """The questions of a cycle, oldest first, with their counts."""

    lines: tuple[InputLine, ...]
    counts: InputCounts


def inputs(session: Session, cycle_id: int, today: date) -> Voices:
    """What tenants asked in a cycle, as it stands today."""
    lines = _lines(session, TenantInput.cycle_id == cycle_id, today)
    return Voices(lines, count(lines))


def input_line(session: Session, input_id: int, today: date) -> InputLine | None:
    """One question; None when it is gone."""
    return next(iter(_lines(session, TenantInput.id == input_id, today)), None)


def unanswered_inputs(session: Session, today: date) -> tuple[InputLine, ...]:
    """The questions of every cycle that wait for an answer, the one that is due first on top."""
    lines = _lines(session, ~TenantInput.reply.has(), today)
    return tuple(sorted(lines, key=lambda line: (line.due_on, line.code)))


def count(lines: Iterable[InputLine]) -> InputCounts:
    """The counts of some questions. Every decision is there, also with nothing."""
    lines = tuple(lines)
    replies = [line.reply for line in lines if line.reply is not None]
    decisions = Counter(reply.decision for reply in replies)
    return InputCounts(
        total=len(lines),
        by_decision={decision: decisions[decision] for decision in ReplyDecision},
        unanswered=len(lines) - len(replies),
        late=sum(line.is_late for line in lines),
        in_time=sum(line.in_time for line in lines),
        told=sum(reply.told_on is not None for reply in replies),
    )


def _lines(session: Session, which: ColumnElement[bool], today: date) -> tuple[InputLine, ...]:
    rows = session.scalars(
        select(TenantInput)
        .where(which)
        .options(
            joinedload(TenantInput.theme),
            joinedload(TenantInput.reply).joinedload(Reply.party),
            selectinload(TenantInput.agreements),
        )
        .order_by(TenantInput.received_on, TenantInput.id)
    )
    return tuple(_line(row, today) for row in rows)


def _line(asked: TenantInput, today: date) -> InputLine:
    due_on = answer_term(asked.received_on, asked.is_written_advice).last
    reply = asked.reply
    return InputLine(
        id=asked.id,
        version=asked.version,
        cycle_id=asked.cycle_id,
        code=asked.code,
        received_on=asked.received_on,
        channel=asked.channel,
        group_size=asked.group_size,
        place=asked.place,
        text=asked.text,
        theme_id=asked.theme_id,
        theme=asked.theme.name if asked.theme is not None else "",
        may_quote=asked.may_quote,
        is_written_advice=asked.is_written_advice,
        state=asked.state,
        meeting_id=asked.meeting_id,
        due_on=due_on,
        article=answer_rule(asked.received_on, asked.is_written_advice).article,
        days_left=(due_on - today).days if reply is None else None,
        reply=None if reply is None else _reply(reply),
        agreements=tuple((agreement.id, agreement.code) for agreement in asked.agreements),
    )


def _reply(reply: Reply) -> ReplyLine:
    return ReplyLine(
        decision=reply.decision,
        reason=reply.reason,
        replied_on=reply.replied_on,
        party_id=reply.party_id,
        party=reply.party.name,
        told_on=reply.told_on,
        told_via=reply.told_via,
    )
