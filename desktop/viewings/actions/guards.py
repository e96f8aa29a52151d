"""The consequence guard (C3): nothing that could cost somebody their priority is recorded before
a colleague has read along and it was asked whether the tour caused it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.lapsing import end_offer, lapse
from desktop.viewings.actions.viewings import take_back
from desktop.viewings.model import Candidate, ConsequenceGuard, Invitation, Offer
from desktop.viewings.queries.facts import consequence_shown, decision_that_stands
from desktop.viewings.rules.priority import check_reader, counts
from desktop.viewings.states import (
    CandidateState,
    GuardEvent,
    GuardState,
    OfferAnswer,
    Presence,
    Want,
)

# What was recorded of a visit no longer moves a candidate who got an offer, or withdrew.
AFTER_OFFER = (
    CandidateState.OFFERED,
    CandidateState.REFUSED,
    CandidateState.DOCUMENTS,
    CandidateState.ALLOCATED,
    CandidateState.WITHDRAWN,
    CandidateState.NOT_REACHED,
)


def must_guard(candidate: Candidate) -> bool:
    """Whether an event of this candidate waits for a second reader."""
    return candidate.priority


def waits(session: Session, candidate: Candidate, event: GuardEvent) -> bool:
    """Whether an event of this candidate is with a colleague."""
    return any(_open(session, candidate, event))


def _open(session: Session, candidate: Candidate, event: GuardEvent) -> list[ConsequenceGuard]:
    return list(
        session.scalars(
            select(ConsequenceGuard).where(
                ConsequenceGuard.candidate_id == candidate.id,
                ConsequenceGuard.event == event,
                ConsequenceGuard.state == GuardState.OPEN,
            )
        )
    )


def agreed(
    session: Session,
    candidate: Candidate,
    event: GuardEvent,
    invitation: Invitation | None = None,
) -> bool:
    """Whether a colleague agreed with an event of this candidate, at this visit if one is given."""
    found_one = select(ConsequenceGuard.id).where(
        ConsequenceGuard.candidate_id == candidate.id,
        ConsequenceGuard.event == event,
        ConsequenceGuard.state == GuardState.AGREED,
    )
    if invitation is not None:
        found_one = found_one.where(ConsequenceGuard.invitation_id == invitation.id)
    return session.scalar(found_one.limit(1)) is not None


def open_guard(
    session: Session,
    who: Actor,
    candidate: Candidate,
    event: GuardEvent,
    caused_by_tour: bool | None,
    now: datetime,
    invitation: Invitation | None = None,
    offer: Offer | None = None,
    reason: str = "",
    told_on: date | None = None,
) -> ConsequenceGuard:
    """Put an event before a colleague; the candidate's state does not change yet. Refuses while
    it was not asked whether the tour caused it, and a second guard for the same event."""
    if caused_by_tour is None:
        raise Refused(_("Choose yes or no."), "caused_by_tour")
    if waits(session, candidate, event):
        raise Refused(_("A colleague is already reading along with this candidate."), "reader")
    guard = ConsequenceGuard(
        candidate_id=candidate.id,
        invitation_id=invitation.id if invitation is not None else None,
        offer=offer,
        event=event,
        reason=reason,
        told_on=told_on,
        caused_by_tour=caused_by_tour,
        counts=counts(caused_by_tour, staff_says_counts=True),
        shown=consequence_shown(candidate),
        author_id=who.id,
        opened_at=now,
    )
    session.add(guard)
    return guard


def drop_guard(session: Session, candidate: Candidate, event: GuardEvent) -> None:
    """An event that waited for a colleague turned out otherwise: nothing is left to read along
    with."""
    for guard in _open(session, candidate, event):
        guard.state = GuardState.RETURNED


def read_guard(store: Store, reader: Actor, guard_id: int, agrees: bool, does_count: bool) -> None:
    """A colleague read along. Agreed: the event is recorded, and counts only when the tour did
    not cause it. Not agreed: nothing is recorded. Refuses the author as reader."""
    with store.act(reader, "viewings.guard.read") as act:
        session = act.session
        guard = found(session, ConsequenceGuard, guard_id)
        if guard.state is not GuardState.OPEN:
            raise Refused(_("A colleague has read along with this already."), "reader")
        check_reader(guard.author_id, reader.id)
        guard.reader_id, guard.read_at = reader.id, store.now()
        if not agrees:
            guard.state = GuardState.RETURNED
            return
        guard.state = GuardState.AGREED
        guard.counts = counts(guard.caused_by_tour, does_count)
        _record(session, guard, store.now())


def _record(session: Session, guard: ConsequenceGuard, now: datetime) -> None:
    candidate = found(session, Candidate, guard.candidate_id)
    if guard.offer is not None:
        # An offer without an answer has no reason: its term ran out.
        ran_out = not guard.reason
        answer = OfferAnswer.EXPIRED if ran_out else OfferAnswer.REFUSED
        end_offer(guard.offer, answer, guard.reason, now)
        decision = decision_that_stands(guard.offer.vacancy)
        if decision is not None:
            told_on = guard.told_on or local(guard.opened_at).date()
            lapse(session, decision, guard.offer, told_on, guard.author_id, now)
    elif guard.event is GuardEvent.NO_SHOW:
        assert guard.invitation_id is not None  # a no-show is of an invitation
        invitation = found(session, Invitation, guard.invitation_id)
        invitation.presence = Presence.NO_SHOW
        if candidate.state not in AFTER_OFFER:
            candidate.state = CandidateState.NO_SHOW
    else:
        for invitation in candidate.invitations:
            if invitation.cancelled_on is None and invitation.viewing.starts_at > now:
                take_back(invitation, now)
        candidate.want, candidate.want_reason = Want.NO, guard.reason
        candidate.want_at, candidate.state = now, CandidateState.WANTS_NOT
