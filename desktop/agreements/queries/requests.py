"""The requests for data of a year, with the day by which they are answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from desktop.agreements.model import InformationRequest
from desktop.agreements.rules.answering import information_rule, information_term


@dataclass(frozen=True)
class RequestLine:
    """A request for data. `due_on` ends the term of the working agreement `rule`: no article sets
    one. `given` is None as long as it waits for an answer."""

    id: int
    cycle_id: int
    party: str
    what: str
    asked_on: date
    due_on: date
    rule: str
    answered_on: date | None
    given: bool | None
    answer: str

    def is_late(self, today: date) -> bool:
        """Whether the answer came after its day, or did not come while the day is over."""
        return (self.answered_on or today) > self.due_on


def requests(session: Session, cycle_id: int) -> tuple[RequestLine, ...]:
    """The requests of a year, the last one first."""
    return _lines(session, InformationRequest.cycle_id == cycle_id)[::-1]


def unanswered_requests(session: Session, cycle_id: int) -> tuple[RequestLine, ...]:
    """The requests of a year that wait for an answer, the one that is due first on top."""
    waits = InformationRequest.answered_on.is_(None)
    return _lines(session, (InformationRequest.cycle_id == cycle_id) & waits)


def _lines(session: Session, which: ColumnElement[bool]) -> tuple[RequestLine, ...]:
    rows = session.scalars(
        select(InformationRequest)
        .where(which)
        .options(joinedload(InformationRequest.party))
        .order_by(InformationRequest.asked_on, InformationRequest.id)
    )
    return tuple(_line(row) for row in rows)


def _line(row: InformationRequest) -> RequestLine:
    return RequestLine(
        id=row.id,
        cycle_id=row.cycle_id,
        party=row.party.name,
        what=row.what,
        asked_on=row.asked_on,
        due_on=information_term(row.asked_on).last,
        rule=information_rule(row.asked_on).name,
        answered_on=row.answered_on,
        given=row.given,
        answer=row.answer,
    )
