"""Letters about a viewing: to candidates who are invited, and to hosts who are asked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.language import _
from desktop.viewings.model import Invitation, PolicyVersion, Shift, Vacancy, Viewing
from desktop.viewings.queries.papers.addressed.letters import HostLetter, VisitLetter
from desktop.viewings.queries.papers.common import (
    Addressee,
    addressee,
    current_shifts,
    home_of,
    known,
    meeting_place,
    rules_of,
    with_staff,
)
from desktop.viewings.states import Answer, ShiftRole


def visits(session: Session, invitation_ids: Sequence[int]) -> list[VisitLetter]:
    """The appointments of these invitations, in the order asked."""
    found = session.scalars(
        select(Invitation)
        .where(Invitation.id.in_(invitation_ids))
        .options(
            joinedload(Invitation.candidate),
            selectinload(Invitation.viewing).selectinload(Viewing.shifts),
            selectinload(Invitation.viewing)
            .joinedload(Viewing.vacancy)
            .joinedload(Vacancy.policy)
            .joinedload(PolicyVersion.consequence),
        )
    )
    by_id = {invitation.id: invitation for invitation in found}
    return [_visit(known(by_id.get(i), _("This invitation is not there."))) for i in invitation_ids]


def host_questions(session: Session, shift_ids: Sequence[int]) -> list[HostLetter]:
    """The questions to hosts for these shifts, in the order asked."""
    return [
        _host_question(known(session.get(Shift, i), _("This shift is not there.")))
        for i in shift_ids
    ]


def _visit(invitation: Invitation) -> VisitLetter:
    viewing, candidate = invitation.viewing, invitation.candidate
    vacancy, to = viewing.vacancy, addressee(candidate)
    return VisitLetter(
        to=to,
        code=vacancy.code,
        home=home_of(vacancy),
        rules=rules_of(vacancy, to.language),
        at=invitation.slot_at,
        minutes=viewing.slot_minutes,
        place=meeting_place(viewing),
        hosts=len(current_shifts(viewing)),
        staff_reachable=viewing.staff_on_call_id is not None,
        with_staff=with_staff(viewing) or candidate.protected,
        companions=viewing.companions,
        answer_until=invitation.answer_until,
        confirmed=invitation.answer is Answer.COMING,
        visit_need=candidate.visit_need,
        priority=candidate.priority,
        cancel_reason=viewing.cancel_reason,
        withdrawn_code=vacancy.withdrawn_code,
    )


def _host_question(shift: Shift) -> HostLetter:
    host, viewing = shift.host, shift.viewing
    return HostLetter(
        to=Addressee(host.name, tuple(x for x in (host.name, host.address) if x), "nl", ""),
        code=viewing.vacancy.code,
        complex=viewing.vacancy.dwelling.complex.name,
        at=viewing.starts_at,
        ends_at=viewing.ends_at,
        place=meeting_place(viewing),
        together=tuple(
            other.host.first_name for other in current_shifts(viewing) if other.id != shift.id
        ),
        leads=shift.role is ShiftRole.LEAD,
    )
