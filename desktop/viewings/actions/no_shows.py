"""Taking back that somebody did not appear, with the reason (R8; VERA: INS)."""

from __future__ import annotations

from sqlalchemy import select

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.model import ConsequenceGuard, Invitation
from desktop.viewings.states import (
    CandidateState,
    Excuse,
    GuardEvent,
    GuardState,
    Presence,
)


def take_back_no_show(store: Store, who: Actor, invitation_id: int, excuse: Excuse | None) -> None:
    """A no-show that was recorded counts no longer, also after the report is closed: it reads as
    "cancelled", and another appointment can be made. With priority it no longer counts for that
    either; this is to the candidate's advantage, so nobody has to read along. Refuses without a
    reason, and what is no no-show."""
    if excuse is None:
        raise Refused(_("Choose why you take it back."), "excuse")
    with store.act(who, "viewings.no_show.take_back", undo=_("Take back no-show")) as act:
        session = act.session
        invitation = found(session, Invitation, invitation_id)
        if invitation.presence is not Presence.NO_SHOW:
            raise Refused(_("“Did not appear” was not recorded of this candidate."), "presence")
        invitation.presence = Presence.CANCELLED
        invitation.excuse, invitation.excused_at = excuse, store.now()
        if invitation.candidate.state is CandidateState.NO_SHOW:
            invitation.candidate.state = CandidateState.CANCELLED
        for guard in session.scalars(
            select(ConsequenceGuard).where(
                ConsequenceGuard.invitation_id == invitation_id,
                ConsequenceGuard.event == GuardEvent.NO_SHOW,
                ConsequenceGuard.state == GuardState.AGREED,
            )
        ):
            guard.counts = False
