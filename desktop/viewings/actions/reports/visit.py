"""What is recorded of one visitor: whether they came, what was explained, what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.guards import (
    AFTER_OFFER,
    agreed,
    drop_guard,
    must_guard,
    open_guard,
    waits,
)
from desktop.viewings.model import (
    Candidate,
    Invitation,
    TourVisit,
    Viewing,
)
from desktop.viewings.rules.visits import check_presence, check_stands, locked
from desktop.viewings.states import (
    CandidateState,
    GuardEvent,
    Presence,
    Want,
)

C = CandidateState
CAME = (Presence.PRESENT, Presence.LATE)


@dataclass(frozen=True)
class Visit:
    """What was recorded of one invited candidate. `points` are keys of the published points;
    `want_reason` a VERA code that the candidate chose; `money_asked` the candidate's answer to
    "did anybody ask you for money or a takeover?" (R11); `switched` when a host at the door said
    "I know this person"; `caused_by_tour` is asked for a no or a no-show with priority (C3)."""

    invitation_id: int
    presence: Presence
    points: tuple[str, ...] = ()
    want: Want | None = None
    want_reason: str = ""
    money_asked: bool | None = None
    switched: bool = False
    received_by_id: int | None = None
    caused_by_tour: bool | None = None


def is_closed(viewing: Viewing, now: datetime) -> bool:
    """Whether nothing of the report changes any more."""
    return viewing.report is not None and locked(viewing.ends_at, now)


def closed() -> Refused:
    """Why nothing of the report changes any more."""
    return Refused(
        _("This report is closed: 24 hours after the viewing nothing changes any more."), "report"
    )


def keep_visit(session: Session, who: Actor, viewing: Viewing, visit: Visit, now: datetime) -> None:
    """Keep what was recorded of one visitor in a report that is open. What was recorded earlier
    stands when the report was opened again for somebody else."""
    invitation = found(session, Invitation, visit.invitation_id)
    if invitation.viewing_id != viewing.id or invitation.cancelled_on is not None:
        raise Refused(_("This candidate was not invited to this viewing."), "invitation")
    candidate = invitation.candidate
    if invitation.presence is not Presence.UNKNOWN and is_closed(viewing, now):
        # The report is open for somebody else; what was recorded here stands.
        if visit.presence is not invitation.presence or visit.want not in (None, candidate.want):
            raise closed()
        return
    check_presence(visit.presence, invitation.answer, invitation.sent_on, invitation.reminders)
    _record_presence(session, who, invitation, visit, now)
    invitation.switched = visit.switched
    if visit.received_by_id is not None:
        if visit.received_by_id not in {s.host_id for s in viewing.shifts}:
            raise Refused(_("This host was not at this viewing."), "received_by_id")
        invitation.received_by_id = visit.received_by_id
    _record_points(session, viewing, invitation, visit)
    if visit.presence in CAME:
        candidate.money_asked = visit.money_asked
        _record_want(session, who, candidate, visit, now, invitation)
    elif visit.want is not None:
        raise Refused(_("Somebody who did not come has no answer yet."), "want")


def _record_presence(
    session: Session, who: Actor, invitation: Invitation, visit: Visit, now: datetime
) -> None:
    candidate = invitation.candidate
    settled = agreed(session, candidate, GuardEvent.NO_SHOW, invitation)
    check_stands(visit.presence, invitation.presence, settled)
    if visit.presence is Presence.NO_SHOW and must_guard(candidate):
        if invitation.presence is not Presence.NO_SHOW and not waits(
            session, candidate, GuardEvent.NO_SHOW
        ):
            open_guard(
                session,
                who,
                candidate,
                GuardEvent.NO_SHOW,
                visit.caused_by_tour,
                now,
                invitation=invitation,
            )
        return
    drop_guard(session, candidate, GuardEvent.NO_SHOW)
    was_there = invitation.presence in CAME
    invitation.presence = visit.presence
    if candidate.state in AFTER_OFFER:
        return
    if was_there and visit.presence not in CAME:
        # A correction: then the answer after the visit was not given either.
        refused = agreed(session, candidate, GuardEvent.REFUSAL)
        check_stands(visit.presence, Presence.PRESENT, refused)
        candidate.want, candidate.want_reason, candidate.want_at = None, "", None
        drop_guard(session, candidate, GuardEvent.REFUSAL)
    state = {
        Presence.PRESENT: C.PRESENT,
        Presence.LATE: C.PRESENT,
        Presence.CANCELLED: C.CANCELLED,
        Presence.NO_SHOW: C.NO_SHOW,
    }.get(visit.presence)
    if state is not None and candidate.want is None:
        candidate.state = state


def _record_points(
    session: Session, viewing: Viewing, invitation: Invitation, visit: Visit
) -> None:
    policy = viewing.vacancy.policy
    published = {p["key"] for p in policy.points} if policy is not None else set()
    if not set(visit.points) <= published:
        raise Refused(_("Only the published points can be ticked."), "points")
    tour = invitation.visit or TourVisit(invitation=invitation)
    tour.points = list(visit.points)
    session.add(tour)


def record_want(
    store: Store,
    who: Actor,
    candidate_id: int,
    want: Want,
    reason: str = "",
    caused_by_tour: bool | None = None,
) -> None:
    """The candidate's own answer, given later, as after a day to think. Refuses once the dwelling
    was offered: then the answer to the offer counts."""
    with store.act(who, "viewings.want", undo=_("Record answer")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        if candidate.state in AFTER_OFFER:
            raise Refused(
                _("The dwelling was offered to this candidate, or the candidate withdrew."), "want"
            )
        visit = Visit(
            0, Presence.PRESENT, want=want, want_reason=reason, caused_by_tour=caused_by_tour
        )
        _record_want(act.session, who, candidate, visit, store.now(), None)


def _record_want(
    session: Session,
    who: Actor,
    candidate: Candidate,
    visit: Visit,
    now: datetime,
    invitation: Invitation | None,
) -> None:
    if visit.want is None:
        return
    settled = bool(candidate.offers) or agreed(session, candidate, GuardEvent.REFUSAL)
    check_stands(visit.want, candidate.want, settled)
    if settled or candidate.state in AFTER_OFFER:
        return
    if visit.want is Want.NO and must_guard(candidate) and candidate.want is not Want.NO:
        if not waits(session, candidate, GuardEvent.REFUSAL):
            open_guard(
                session,
                who,
                candidate,
                GuardEvent.REFUSAL,
                visit.caused_by_tour,
                now,
                invitation=invitation,
                reason=visit.want_reason,
            )
        return
    if visit.want is not Want.NO:
        drop_guard(session, candidate, GuardEvent.REFUSAL)
    if candidate.want is not visit.want:
        candidate.want_at = now
    candidate.want, candidate.want_reason = visit.want, visit.want_reason
    candidate.state = {
        Want.YES: C.WANTS,
        Want.NO: C.WANTS_NOT,
        Want.THINKS: C.CONSIDERING,
    }[visit.want]
