"""Inviting in order, answers, reminders, other appointments, and candidates who withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.actions.guards import must_guard, open_guard
from desktop.viewings.actions.letters import keep_letters
from desktop.viewings.actions.viewings import ask_anew, take_back
from desktop.viewings.model import Candidate, Invitation, Skip, Vacancy, Viewing
from desktop.viewings.queries.facts import (
    by_staff_alone,
    current_shifts,
    host_facts,
    plan_of,
    seeker,
    standings,
)
from desktop.viewings.rules.hosts import conflict
from desktop.viewings.rules.order import Standing, check_turn
from desktop.viewings.rules.policy import check_may_invite
from desktop.viewings.rules.visits import free_slot
from desktop.viewings.states import (
    Answer,
    CandidateState,
    GuardEvent,
    Presence,
    SkipCode,
    VacancyState,
    ViewingState,
)

C = CandidateState
LETTER_INVITATION, LETTER_REMINDER = "invitation", "reminder"
INVITABLE = (C.SELECTED, C.INVITED, C.CONFIRMED, C.CANCELLED, C.NO_RESPONSE, C.NO_SHOW)


def invite(
    store: Store,
    who: Actor,
    viewing_id: int,
    candidate_ids: Sequence[int],
    skips: Mapping[int, SkipCode] | None = None,
    channel: str = "letter",
) -> list[int]:
    """Invite candidates to the first free slots; returns the invitations in the order given.

    Refuses before the policy version is fixed (R1), out of order without a code (R2), a
    protected candidate in a group (C2), somebody whom a host knows (R3), and when full. A
    viewing of residents is open for invitations once enough hosts said yes."""
    if not candidate_ids:
        raise Refused(_("Choose at least one candidate."), "candidates")
    given = dict(skips or {})
    with store.act(who, "viewings.invite", undo=_("Invite")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        vacancy = viewing.vacancy
        _check_open(vacancy, viewing, store.now())
        order = standings(session, vacancy.id)
        check_turn(order, candidate_ids, given, protected_in_group=by_staff_alone(viewing))
        _check_skips(order, given)
        for candidate_id, code in given.items():
            session.add(Skip(candidate_id=candidate_id, code=code, staff_id=who.id, at=store.now()))
        invitations = [
            _seat(session, viewing, found(session, Candidate, i), channel, store.now())
            for i in candidate_ids
        ]
        if viewing.state is ViewingState.STAFFED:
            viewing.state = ViewingState.INVITED
        told = [(invitation.candidate, LETTER_INVITATION) for invitation in invitations]
        keep_letters(session, told, local(store.now()).date())
        session.flush()
        return [i.id for i in invitations]


def _check_skips(order: Sequence[Standing], skips: Mapping[int, SkipCode]) -> None:
    """Refuses a skip that takes a right away from somebody with priority: no colleague would read
    along (C3). And a skip of somebody who is not on this list."""
    listed = {candidate.id: candidate for candidate in order}
    for candidate_id, code in skips.items():
        if candidate_id not in listed:
            raise Refused(_("This candidate is not on the list of this dwelling."), "candidates")
        if listed[candidate_id].priority and code is SkipCode.OWN_REQUEST:
            raise Refused(
                _(
                    "Candidate {rank} has priority. Record at the candidate that they withdraw: a "
                    "colleague reads along."
                ).format(rank=listed[candidate_id].rank),
                f"skip:{candidate_id}",
            )


def _check_open(vacancy: Vacancy, viewing: Viewing, now: datetime) -> None:
    policy = vacancy.policy
    check_may_invite(
        policy is not None and policy.fixed_on is not None, policy.advert_nl if policy else ""
    )
    if vacancy.state not in (VacancyState.VIEWING, VacancyState.OFFERING):
        raise Refused(
            _(
                "This step is not possible at this stage of the letting. The steps at the top show "
                "how far it is."
            ),
            "state",
        )
    if viewing.state is ViewingState.DRAFT:
        raise Refused(
            _("The hosts have not all said yes. Ask them first, or let staff receive."), "hosts"
        )
    if viewing.state not in (ViewingState.STAFFED, ViewingState.INVITED):
        raise Refused(_("This viewing is over. Plan a new one."), "state")
    if viewing.starts_at <= now:
        raise Refused(_("This viewing has begun. Plan a new one."), "state")


def _seat(
    session: Session, viewing: Viewing, candidate: Candidate, channel: str, now: datetime
) -> Invitation:
    """One invitation in the first free slot."""
    if candidate.vacancy_id != viewing.vacancy_id or candidate.state not in INVITABLE:
        raise Refused(
            _("Candidate {rank} can no longer be invited.").format(rank=candidate.rank),
            "candidates",
        )
    _check_known(viewing, candidate)
    seated = [i for i in viewing.invitations if i.cancelled_on is None]
    slot = free_slot(plan_of(viewing), [i.slot_at for i in seated if i.candidate is not candidate])
    if slot is None:
        raise Refused(_("The viewing is full. Make it longer, or plan another one."), "candidates")
    # One row per viewing and candidate: inviting again takes the row that was taken back.
    invitation = next((i for i in viewing.invitations if i.candidate is candidate), None)
    if invitation is not None and invitation.cancelled_on is None:
        raise Refused(
            _("Candidate {rank} is already invited to this viewing.").format(rank=candidate.rank),
            "candidates",
        )
    if invitation is None:
        invitation = Invitation(
            viewing=viewing, candidate=candidate, ics_uid=f"{uuid4()}@samenspraak"
        )
        session.add(invitation)
    else:
        invitation.cancelled_on = None
        invitation.ics_sequence += 1
    invitation.slot_at, invitation.channel = slot, channel
    ask_anew(invitation, now)
    candidate.state = C.INVITED
    return invitation


def _check_known(viewing: Viewing, candidate: Candidate) -> None:
    """R3: refuses when a host of this viewing declared to know the candidate."""
    for shift in current_shifts(viewing):
        known = conflict(host_facts(shift.host), [seeker(candidate)])
        if known is not None and not viewing.staff_hosts:
            raise Refused(
                _(
                    "Candidate {rank} and host {name} know each other, by the host's declaration. "
                    "Choose another host."
                ).format(rank=candidate.rank, name=shift.host.name),
                "hosts",
            )


def record_answer(
    store: Store, who: Actor, invitation_id: int, answer: Answer, seen: int | None = None
) -> None:
    """A candidate answered an invitation: coming, not coming, or another appointment. Not coming
    is never held against the candidate (R13)."""
    with store.act(who, "viewings.answer", undo=_("Record answer")) as act:
        invitation = _standing(act.session, invitation_id)
        stale(invitation, seen, {"answer": answer})
        invitation.answer = answer
        invitation.answered_on = None if answer is Answer.NONE else local(store.now()).date()
        candidate = invitation.candidate
        if candidate.state in (C.INVITED, C.CONFIRMED, C.CANCELLED, C.NO_RESPONSE):
            candidate.state = {
                Answer.COMING: C.CONFIRMED,
                Answer.NOT_COMING: C.CANCELLED,
                Answer.WANTS_OTHER: C.INVITED,
                Answer.NONE: C.INVITED,
            }[answer]


def _standing(session: Session, invitation_id: int) -> Invitation:
    invitation = found(session, Invitation, invitation_id)
    if invitation.cancelled_on is not None:
        raise Refused(_("This invitation was taken back."), "invitation")
    return invitation


def record_no_response(store: Store, who: Actor, invitation_id: int) -> None:
    """Nobody answered before the deadline. Refuses while the deadline runs."""
    with store.act(who, "viewings.no_response", undo=_("Record no answer")) as act:
        invitation = _standing(act.session, invitation_id)
        if invitation.answer is not Answer.NONE:
            raise Refused(_("This candidate did answer."), "answer")
        if invitation.answer_until is not None and store.now() < invitation.answer_until:
            raise Refused(_("The candidate can still answer. Wait until the deadline."), "answer")
        if invitation.candidate.state is not C.INVITED:
            raise Refused(_("More is known of this candidate by now."), "answer")
        invitation.candidate.state = C.NO_RESPONSE


def remind(store: Store, who: Actor, invitation_ids: Sequence[int]) -> None:
    """Reminders went out today. Once a day is enough: a second one is refused, and so is one
    that comes after the visit (R8)."""
    today = local(store.now()).date()
    with store.act(who, "viewings.remind", undo=_("Remind")) as act:
        told = []
        for invitation_id in invitation_ids:
            invitation = _standing(act.session, invitation_id)
            if store.now() >= invitation.slot_at:
                raise Refused(_("The visit has begun: a reminder comes too late."), "invitation")
            sent_today = today.isoformat() in invitation.reminders
            if sent_today or invitation.answer is Answer.NOT_COMING:
                continue
            invitation.reminders = [*invitation.reminders, today.isoformat()]
            told.append((invitation.candidate, LETTER_REMINDER))
        if not told:
            raise Refused(_("Everybody who comes has had a reminder today."), "invitation")
        keep_letters(act.session, told, today)


def take_back_invitation(store: Store, who: Actor, invitation_id: int) -> None:
    """The invitation no longer stands, as when another appointment takes its place."""
    with store.act(who, "viewings.take_back", undo=_("Take back invitation")) as act:
        invitation = _standing(act.session, invitation_id)
        if invitation.presence is not Presence.UNKNOWN:
            raise Refused(_("The visit has been recorded; this invitation stays."), "invitation")
        take_back(invitation, store.now())


def candidate_withdraws(
    store: Store,
    who: Actor,
    candidate_id: int,
    code: SkipCode,
    caused_by_tour: bool | None = None,
) -> None:
    """A candidate withdrew, has another dwelling, or could not be reached. Invitations are taken
    back; the code stands in the order table.

    Withdrawing with priority is a refusal: a colleague reads along before it counts (C3). Refuses
    while the dwelling is offered to the candidate: then the answer to the offer is recorded."""
    if code not in (SkipCode.OWN_REQUEST, SkipCode.HOUSED, SkipCode.UNREACHABLE):
        raise Refused(_("Choose what the candidate let you know."), "code")
    with store.act(who, "viewings.candidate.withdraws", undo=_("Candidate withdraws")) as act:
        session = act.session
        candidate = found(session, Candidate, candidate_id)
        if candidate.state in (C.ALLOCATED, C.DOCUMENTS):
            raise Refused(_("This candidate has accepted the dwelling."), "candidate")
        if candidate.state is C.OFFERED:
            raise Refused(
                _("The dwelling is offered to this candidate. Record the answer at the offer."),
                "candidate",
            )
        if must_guard(candidate) and code is SkipCode.OWN_REQUEST:
            refusal = GuardEvent.REFUSAL
            open_guard(session, who, candidate, refusal, caused_by_tour, store.now())
            return
        session.add(Skip(candidate=candidate, code=code, staff_id=who.id, at=store.now()))
        for invitation in candidate.invitations:
            if invitation.cancelled_on is None and invitation.viewing.starts_at > store.now():
                take_back(invitation, store.now())
        if code is not SkipCode.UNREACHABLE:
            candidate.state = C.WITHDRAWN


def protect(store: Store, who: Actor, candidate_id: int, protected: bool) -> None:
    """Mark a candidate as protected: no group, no name to residents (C2). The reason is never
    recorded. An invitation to a group, or to residents, is taken back."""
    with store.act(who, "viewings.candidate.protect", undo=_("Protect candidate")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        candidate.protected = protected
        if protected:
            for invitation in candidate.invitations:
                viewing = invitation.viewing
                to_come = invitation.cancelled_on is None and viewing.starts_at > store.now()
                if to_come and not by_staff_alone(viewing):
                    take_back(invitation, store.now())


def note_need(
    store: Store, who: Actor, candidate_id: int, need: str, language: str, persons: int
) -> None:
    """What a candidate asked for the visit (own request only), the language of the letters, and
    with how many people they come."""
    if persons < 1:
        raise Refused(_("At least one person comes."), "persons")
    with store.act(who, "viewings.candidate.need", undo=_("Change candidate")) as act:
        candidate = found(act.session, Candidate, candidate_id)
        candidate.visit_need = need.strip()
        candidate.language = language
        candidate.persons = persons
