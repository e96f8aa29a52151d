"""Planning a viewing, moving it, calling it off, and what follows when it was held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.estate.model import StaffUser
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.actions.texts import checked
from desktop.viewings.actions.viewings.staffing import PLANNED, check_hosts, check_protected
from desktop.viewings.model import Candidate, Invitation, Vacancy, Viewing
from desktop.viewings.queries.facts import (
    current_shifts,
    plan_of,
    unrecorded,
)
from desktop.viewings.rules.lifecycle import check_viewing
from desktop.viewings.rules.visits import (
    Plan,
    answer_until,
    check_budget,
    check_plan,
    slots,
)
from desktop.viewings.states import (
    Answer,
    CandidateState,
    Route,
    ShiftState,
    VacancyState,
    ViewingKind,
    ViewingState,
)

W = ViewingState
VIEWABLE = (VacancyState.CLOSED, VacancyState.VIEWING, VacancyState.OFFERING)


@dataclass(frozen=True)
class ViewingPlan:
    """What staff fill in to plan a viewing: aware moments, minutes, numbers of people."""

    starts_at: datetime
    ends_at: datetime
    slot_minutes: int = 20
    capacity: int = 1
    kind: ViewingKind = ViewingKind.GROUP
    companions: int = 2
    place: str = ""
    staff_on_call_id: int | None = None

    def as_rules_see(self) -> Plan:
        return Plan(self.starts_at, self.ends_at, self.slot_minutes, self.capacity, self.kind)


def plan_viewing(store: Store, who: Actor, vacancy_id: int, plan: ViewingPlan) -> int:
    """Plan a visit. Refuses a moment in the past, a plan without room, a day past the budget
    of extra days (R12), and any delay of direct mediation (C6)."""
    with store.act(who, "viewings.plan", undo=_("Plan viewing")) as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        if vacancy.state not in VIEWABLE:
            raise Refused(
                _("Import the list of candidates first; then you can plan a viewing."), "state"
            )
        assert vacancy.policy is not None  # a closed list has a policy version
        if plan.companions < 0:
            raise Refused(_("The number of people who come along cannot be below 0."), "companions")
        check_plan(plan.as_rules_see(), store.now(), vacancy.policy.group_max)
        by_staff = vacancy.route is not Route.TENANT_LED or plan.kind is ViewingKind.STAFF
        if plan.kind is ViewingKind.GROUP and vacancy.route is Route.STAFF_ONLY:
            plan = replace(plan, kind=ViewingKind.STAFF)
        if plan.kind is ViewingKind.GROUP:
            check_budget(
                vacancy.route,
                vacancy.baseline_viewing_on,
                local(plan.starts_at).date(),
                vacancy.policy.day_budget,
            )
        if plan.staff_on_call_id is not None:
            found(session, StaffUser, plan.staff_on_call_id)
        viewing = Viewing(
            vacancy_id=vacancy.id,
            kind=plan.kind,
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
            slot_minutes=plan.slot_minutes,
            capacity=plan.capacity,
            companions=plan.companions,
            place=plan.place.strip() or vacancy.dwelling.complex.meeting_point,
            staff_on_call_id=plan.staff_on_call_id,
            staff_hosts=by_staff,
            state=W.STAFFED if by_staff else W.DRAFT,
        )
        session.add(viewing)
        if vacancy.state is VacancyState.CLOSED:
            vacancy.state = VacancyState.VIEWING
        session.flush()
        return viewing.id


def move_viewing(
    store: Store, who: Actor, viewing_id: int, plan: ViewingPlan, seen: int | None = None
) -> None:
    """Another time, length or place. The pair stays when both can (R4); invited people keep
    their turn and are asked anew: a yes to another time is no yes (R8)."""
    with store.act(who, "viewings.move", undo=_("Move viewing")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        if viewing.state not in PLANNED:
            raise Refused(_("This viewing is over."), "state")
        vacancy = viewing.vacancy
        assert vacancy.policy is not None
        stale(viewing, seen, {"starts_at": plan.starts_at, "ends_at": plan.ends_at})
        check_plan(plan.as_rules_see(), store.now(), vacancy.policy.group_max)
        if plan.kind is ViewingKind.GROUP:
            check_budget(
                vacancy.route,
                vacancy.baseline_viewing_on,
                local(plan.starts_at).date(),
                vacancy.policy.day_budget,
            )
        viewing.starts_at, viewing.ends_at = plan.starts_at, plan.ends_at
        viewing.slot_minutes, viewing.capacity = plan.slot_minutes, plan.capacity
        viewing.companions, viewing.kind = plan.companions, plan.kind
        viewing.place = plan.place.strip() or viewing.place
        viewing.staff_on_call_id = plan.staff_on_call_id
        viewing.sequence += 1
        standing = [s.host for s in current_shifts(viewing)]
        if standing and not viewing.staff_hosts:
            check_hosts(session, viewing, standing)
        check_protected(viewing)
        _reseat(viewing, store.now())


def _reseat(viewing: Viewing, now: datetime) -> None:
    """Give each invited candidate the same turn in the new slots; refuses when they do not fit.
    Calendars are told (SEQUENCE, RFC 5545), and the answer and reminders begin anew."""
    places = [s for s in slots(plan_of(viewing)) for _place in range(viewing.capacity)]
    seated = sorted(
        (i for i in viewing.invitations if i.cancelled_on is None), key=lambda i: i.slot_at
    )
    if len(seated) > len(places):
        raise Refused(
            _("{n} candidates are invited and there is room for {room}. Choose more time.").format(
                n=len(seated), room=len(places)
            ),
            "ends_at",
        )
    for invitation, slot in zip(seated, places, strict=False):
        if invitation.slot_at != slot:
            invitation.slot_at = slot
            invitation.ics_sequence += 1
            ask_anew(invitation, now)


def ask_anew(invitation: Invitation, now: datetime) -> None:
    """An invitation goes out with the slot it has now: it waits for an answer and a reminder."""
    invitation.sent_on = local(now).date()
    invitation.answer, invitation.answered_on = Answer.NONE, None
    invitation.answer_until = answer_until(invitation.slot_at, now)
    invitation.reminders = []
    if invitation.candidate.state in (
        CandidateState.CONFIRMED,
        CandidateState.CANCELLED,
        CandidateState.NO_RESPONSE,
    ):
        invitation.candidate.state = CandidateState.INVITED


def cancel_viewing(store: Store, who: Actor, viewing_id: int, reason: str) -> None:
    """Call a viewing off. Who was invited is told and stands again where they stood; the host
    time counts for workability."""
    text = checked(reason, "reason")
    if not text:
        raise Refused(_("Write in a few words why the viewing is called off."), "reason")
    with store.act(who, "viewings.cancel", undo=_("Call off viewing")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        call_off(viewing, text[:200], store.now())


def call_off(viewing: Viewing, reason: str, now: datetime) -> None:
    """A viewing does not take place; every invitation to it is taken back."""
    check_viewing(viewing.state, W.CANCELLED)
    viewing.state, viewing.cancel_reason = W.CANCELLED, reason
    viewing.sequence += 1
    for invitation in viewing.invitations:
        if invitation.cancelled_on is None:
            take_back(invitation, now)


def take_back(invitation: Invitation, now: datetime) -> None:
    """An invitation no longer stands; the candidate is back where an invitation is due. The row
    stays, for the trail and for the calendar that must be told."""
    invitation.cancelled_on = local(now).date()
    invitation.ics_sequence += 1
    candidate: Candidate = invitation.candidate
    if candidate.state in (
        CandidateState.INVITED,
        CandidateState.CONFIRMED,
        CandidateState.NO_RESPONSE,
    ) and not any(i.cancelled_on is None for i in candidate.invitations):
        candidate.state = CandidateState.SELECTED


def hold(store: Store, who: Actor, viewing_id: int) -> None:
    """The viewing took place. Hosts' minutes are counted for the rota (R4)."""
    with store.act(who, "viewings.hold", undo=_("Viewing held")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        if store.now() < viewing.starts_at:
            raise Refused(_("The viewing has not begun yet."), "state")
        mark_held(viewing)


def mark_held(viewing: Viewing) -> None:
    """Bring a viewing to "held", with the minutes of each host who came."""
    check_viewing(viewing.state, W.HELD)
    viewing.state = W.HELD
    minutes = int((viewing.ends_at - viewing.starts_at).total_seconds() // 60)
    for shift in current_shifts(viewing):
        if shift.state is ShiftState.CONFIRMED:
            shift.state, shift.minutes = ShiftState.HELD, minutes


def close_viewing(store: Store, who: Actor, viewing_id: int) -> None:
    """Everything of a viewing is recorded. Refuses while somebody's presence is not."""
    with store.act(who, "viewings.close", undo=_("Complete viewing")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        open_ones = unrecorded(viewing)
        if open_ones:
            raise Refused(
                _("Record first whether candidate {rank} came.").format(
                    rank=open_ones[0].candidate.rank
                ),
                "presence",
            )
        check_viewing(viewing.state, W.CLOSED)
        viewing.state = W.CLOSED
