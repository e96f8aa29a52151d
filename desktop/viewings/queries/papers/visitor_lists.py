"""Lists of visitors. What hosts hold in their hands is of its own type, which has no place for
rank, priority, address, phone or mail (R5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.language import _
from desktop.viewings.model import Candidate, Invitation, PolicyVersion, Viewing
from desktop.viewings.queries.papers.common import (
    Addressee,
    addressee,
    current_shifts,
    in_words,
    known,
    meeting_place,
    with_staff,
)
from desktop.viewings.rules.policy import check_may_invite, criteria_recorded
from desktop.viewings.states import Answer


@dataclass(frozen=True)
class Visitor:
    """A visitor as hosts see one: `name` is the first name, or the number without one."""

    at: datetime
    name: str
    persons: int
    help: str


@dataclass(frozen=True)
class HostList:
    """What hosts get for a viewing. `hosts` are first names; nobody of the visitors is
    protected, for whom no neighbour may know that they come (C2)."""

    home: str
    complex: str
    at: datetime
    ends_at: datetime
    place: str
    hosts: tuple[str, ...]
    points: tuple[str, ...]
    criteria: tuple[str, ...]
    visitors: tuple[Visitor, ...]


@dataclass(frozen=True)
class StaffVisitor:
    """A visitor as staff see one."""

    at: datetime
    rank: int
    name: str
    number: str
    phone: str
    persons: int
    help: str
    answer: Answer


@dataclass(frozen=True)
class StaffList:
    home: str
    code: str
    at: datetime
    place: str
    hosts: tuple[str, ...]
    on_call: str
    visitors: tuple[StaffVisitor, ...]


@dataclass(frozen=True)
class AnswerSheet:
    """The form on which one candidate answers."""

    to: Addressee
    home: str
    code: str
    at: datetime
    minutes: int
    answer_hours: int


def host_list(session: Session, viewing_id: int) -> HostList:
    """The list for hosts. Without hosts when staff receive."""
    viewing = _viewing(session, viewing_id)
    policy = _policy(viewing)
    hosts = () if with_staff(viewing) else current_shifts(viewing)
    home = viewing.vacancy.dwelling
    return HostList(
        home=home.address,
        complex=home.complex.name,
        at=viewing.starts_at,
        ends_at=viewing.ends_at,
        place=meeting_place(viewing),
        hosts=tuple(shift.host.first_name for shift in hosts),
        points=in_words(policy.points, "nl"),
        criteria=in_words(policy.criteria, "nl") if criteria_recorded(policy.level) else (),
        visitors=tuple(
            Visitor(i.slot_at, c.first_name or c.number, c.persons, c.visit_need)
            for i, c in _expected(session, viewing_id)
            if not c.protected
        ),
    )


def staff_list(session: Session, viewing_id: int) -> StaffList:
    viewing = _viewing(session, viewing_id)
    return StaffList(
        home=viewing.vacancy.dwelling.address,
        code=viewing.vacancy.code,
        at=viewing.starts_at,
        place=meeting_place(viewing),
        hosts=tuple(shift.host.name for shift in current_shifts(viewing)),
        on_call=viewing.staff_on_call.name if viewing.staff_on_call else "",
        visitors=tuple(
            StaffVisitor(
                i.slot_at, c.rank, c.name, c.number, c.phone, c.persons, c.visit_need, i.answer
            )
            for i, c in _expected(session, viewing_id)
        ),
    )


def answer_sheets(session: Session, viewing_id: int) -> list[AnswerSheet]:
    """A form for each who is expected."""
    viewing = _viewing(session, viewing_id)
    policy = _policy(viewing)
    return [
        AnswerSheet(
            to=addressee(candidate),
            home=viewing.vacancy.dwelling.address,
            code=viewing.vacancy.code,
            at=invitation.slot_at,
            minutes=viewing.slot_minutes,
            answer_hours=policy.answer_hours,
        )
        for invitation, candidate in _expected(session, viewing_id)
    ]


def _viewing(session: Session, viewing_id: int) -> Viewing:
    return known(session.get(Viewing, viewing_id), _("This viewing is not there."))


def _policy(viewing: Viewing) -> PolicyVersion:
    """The way of working; refuses while there is none (R1)."""
    policy = viewing.vacancy.policy
    if policy is None:
        check_may_invite(False, "")
    assert policy is not None  # check_may_invite has refused
    return policy


def _expected(session: Session, viewing_id: int) -> Sequence[tuple[Invitation, Candidate]]:
    """Who is invited and has not cancelled, by time."""
    found = session.scalars(
        select(Invitation)
        .where(
            Invitation.viewing_id == viewing_id,
            Invitation.cancelled_on.is_(None),
            Invitation.answer != Answer.NOT_COMING,
        )
        .options(joinedload(Invitation.candidate))
        .order_by(Invitation.slot_at, Invitation.id)
    )
    return [(invitation, invitation.candidate) for invitation in found]
