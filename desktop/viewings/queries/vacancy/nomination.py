"""What residents nominated, as the screen of a vacancy shows it (level C)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.viewings.model import Nomination
from desktop.viewings.queries.facts import nominated_in, proposal
from desktop.viewings.rules.nomination import UNDER_TEST, Check, checks
from desktop.viewings.states import CriterionAnswer, NominationState


@dataclass(frozen=True)
class NomineeLine:
    """A candidate whom residents nominate; `answers` by the key of the criterion, empty once they
    were wiped."""

    candidate_id: int
    rank: int
    name: str
    place: int
    answers: Mapping[str, CriterionAnswer]


@dataclass(frozen=True)
class NominationLine:
    """What residents nominated (level C). `checks` are what it must meet, while it is tested."""

    id: int
    number: int
    state: NominationState
    proposed_on: date
    members: tuple[str, ...]
    member_ids: tuple[int, ...]
    author_id: int | None
    author: str
    reader: str
    motivation: str
    reader_question: str
    read_at: datetime | None
    nominees: tuple[NomineeLine, ...]
    checks: tuple[Check, ...]


def nomination_line(session: Session, nomination: Nomination) -> NominationLine:
    """What residents nominated, with what it must meet as the facts stand now."""
    members = [member.host for member in nomination.members]
    nominated = nominated_in(nomination)
    asked = proposal(session, nomination.vacancy, nominated, members, nomination.proposed_on)
    return NominationLine(
        id=nomination.id,
        number=nomination.number,
        state=nomination.state,
        proposed_on=nomination.proposed_on,
        members=tuple(host.name for host in members),
        member_ids=tuple(host.id for host in members),
        author_id=nomination.author_id,
        author=nomination.author.name if nomination.author is not None else "",
        reader=nomination.reader.name if nomination.reader is not None else "",
        motivation=nomination.motivation,
        reader_question=nomination.reader_question,
        read_at=nomination.read_at,
        nominees=tuple(
            NomineeLine(
                candidate_id=row.candidate_id,
                rank=row.candidate.rank,
                name=row.candidate.name,
                place=row.place,
                answers=given.answers,
            )
            for row, given in zip(nomination.nominees, nominated, strict=True)
        ),
        checks=tuple(checks(asked)) if nomination.state in UNDER_TEST else (),
    )
