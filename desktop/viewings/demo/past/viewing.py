"""The viewing of a letting of the past: its hosts, who came, what was explained."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.demo_days import at, working_day
from desktop.language.format import local
from desktop.viewings.demo.fates import INVITED
from desktop.viewings.demo.past.letting import PastLetting, Seat
from desktop.viewings.model import (
    Host,
    Invitation,
    PolicyVersion,
    Shift,
    TourReport,
    Vacancy,
    Viewing,
)
from desktop.viewings.states import (
    Answer,
    Presence,
    ShiftRole,
    ShiftState,
    ViewingKind,
    ViewingState,
)

DAY_BUDGET = 3
SLOT = timedelta(minutes=20)


def hosts_in_turn(session: Session, letting: PastLetting) -> list[int]:
    """Two hosts who were active then, those with the least minutes; fewer when there are fewer."""
    return list(
        session.scalars(
            select(Host.id)
            .outerjoin(Shift)
            .where(
                Host.complex_id == letting.pilot.complex_id,
                Host.active_from <= letting.staff_day,
                (Host.active_to.is_(None)) | (Host.active_to > letting.staff_day),
            )
            .group_by(Host.id)
            .order_by(func.coalesce(func.sum(Shift.minutes), 0), Host.id)
            .limit(2)
        )
    )


def held_viewing(
    vacancy: Vacancy, letting: PastLetting, hosts: Sequence[int], chance: random.Random
) -> Viewing:
    """The viewing that was held."""
    day = letting.staff_day
    if letting.by_residents:
        later = working_day(day, chance.choice((0, 0, 0, 1, 1)))
        # Over a long weekend it would cost more days than was agreed.
        day = later if (later - day).days <= DAY_BUDGET else day
    held = _viewing(vacancy, letting, day)
    if letting.hosted:
        held.shifts = _shifts(held, hosts, ShiftState.HELD)
    elif letting.by_residents:
        held.shifts = _shifts(held, hosts, ShiftState.DECLINED)
    return held


def _viewing(vacancy: Vacancy, letting: PastLetting, day: date) -> Viewing:
    starts_at = at(day, 13, 20)
    return Viewing(
        vacancy=vacancy,
        kind=ViewingKind.GROUP if letting.by_residents else ViewingKind.STAFF,
        state=ViewingState.CLOSED,
        starts_at=starts_at,
        ends_at=starts_at + SLOT * INVITED,
        place=vacancy.dwelling.complex.meeting_point,
        staff_on_call_id=letting.pilot.author.id,
        staff_hosts=not letting.hosted,
        report=TourReport(entered_at=starts_at + timedelta(hours=5)),
    )


def _shifts(viewing: Viewing, hosts: Sequence[int], state: ShiftState) -> list[Shift]:
    """The pair in turn; where staff took over, those who were there said no."""
    day = local(viewing.starts_at).date()
    minutes = int((viewing.ends_at - viewing.starts_at).total_seconds()) // 60
    return [
        Shift(
            host_id=host,
            role=role,
            state=state,
            asked_on=day - timedelta(days=9),
            answered_on=day - timedelta(days=7),
            minutes=minutes if state is ShiftState.HELD else 0,
            list_back_on=day if state is ShiftState.HELD else None,
        )
        for role, host in zip((ShiftRole.LEAD, ShiftRole.SECOND), hosts, strict=False)
    ]


def invitation_row(viewing: Viewing, seat: Seat, candidate: int, place: int) -> dict[str, Any]:
    assert seat.fate is not None
    day = local(viewing.starts_at).date()
    comes = seat.fate.answer is Answer.COMING
    hosted = seat.fate.presence is Presence.PRESENT and not viewing.staff_hosts
    return {
        "viewing_id": viewing.id,
        "candidate_id": candidate,
        "slot_at": viewing.starts_at + SLOT * place,
        "sent_on": day - timedelta(days=8),
        "answer": seat.fate.answer,
        "answered_on": day - timedelta(days=5),
        "answer_until": at(working_day(day, -1), 12),
        "ics_uid": f"{viewing.id}-{candidate}@samenspraak",
        "reminders": [(day - timedelta(days=1)).isoformat()] if comes else [],
        "presence": seat.fate.presence,
        "received_by_id": viewing.shifts[0].host_id if hosted else None,
    }


def visit_rows(session: Session, viewing: Viewing, policy: PolicyVersion) -> list[dict[str, Any]]:
    """All points were explained to everybody who came."""
    came = session.scalars(
        select(Invitation.id).where(
            Invitation.viewing_id == viewing.id, Invitation.presence == Presence.PRESENT
        )
    )
    points = [point["key"] for point in policy.points]
    return [{"invitation_id": invitation, "points": points} for invitation in came]
