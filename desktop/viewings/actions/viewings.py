"""Planning a viewing, finding its hosts, moving it, calling it off, and staff taking over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.model import StaffUser
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.actions.texts import checked
from desktop.viewings.model import Candidate, Host, Invitation, Shift, Vacancy, Viewing
from desktop.viewings.queries.facts import (
    by_staff_alone,
    confirmed_hosts,
    current_shifts,
    first_viewing_day,
    host_facts,
    plan_of,
    seekers,
)
from desktop.viewings.rules.hosts import check_pair
from desktop.viewings.rules.lifecycle import check_viewing
from desktop.viewings.rules.visits import (
    Plan,
    answer_until,
    check_budget,
    check_plan,
    days_added,
    falls_back,
    slots,
)
from desktop.viewings.states import (
    Answer,
    CandidateState,
    Presence,
    Route,
    ShiftRole,
    ShiftState,
    VacancyState,
    ViewingKind,
    ViewingState,
)

W = ViewingState
PLANNED = (W.DRAFT, W.STAFFED, W.INVITED)
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
                _("Read in the list of candidates first; then you can plan a viewing."), "state"
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


def assign_hosts(
    store: Store,
    who: Actor,
    viewing_id: int,
    lead_id: int,
    others: Sequence[int],
    reasons: dict[int, str] | None = None,
) -> None:
    """Choose the hosts of a viewing. `reasons` (host → words) are those of the rota's proposal.

    Refuses two of one household, somebody in conflict, not instructed, away or busy (R3)."""
    with store.act(who, "viewings.hosts.assign", undo=_("Choose hosts")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        if viewing.state not in PLANNED:
            raise Refused(_("This viewing is over. Its hosts stay as they were."), "hosts")
        hosts = [found(session, Host, i) for i in (lead_id, *others)]
        assert viewing.vacancy.policy is not None
        _check_hosts(session, viewing, hosts, viewing.vacancy.policy.min_hosts)
        standing = {s.host_id: s for s in current_shifts(viewing)}
        for host_id, shift in standing.items():
            if host_id not in {h.id for h in hosts}:
                shift.state = ShiftState.REPLACED
        for host in hosts:
            role = ShiftRole.LEAD if host.id == lead_id else ShiftRole.SECOND
            if host.id in standing:
                standing[host.id].role = role
            else:
                session.add(
                    Shift(
                        viewing=viewing,
                        host=host,
                        role=role,
                        reason=(reasons or {}).get(host.id, "")[:200],
                    )
                )
        viewing.staff_hosts = False
        _check_protected(viewing)
        session.flush()
        _settle_staffing(viewing)


def _check_hosts(
    session: Session, viewing: Viewing, hosts: Sequence[Host], at_least: int = 1
) -> None:
    vacancy = viewing.vacancy
    check_pair(
        [host_facts(host, but_not=viewing.id) for host in hosts],
        viewing.starts_at,
        seekers(session, vacancy.id),
        vacancy.departing_household_id,
        at_least,
    )


def _check_protected(viewing: Viewing) -> None:
    """C2: refuses to let residents or a group receive somebody who is protected."""
    for invitation in viewing.invitations:
        if (
            invitation.cancelled_on is None
            and invitation.candidate.protected
            and not by_staff_alone(viewing)
        ):
            raise Refused(
                _(
                    "Candidate {rank} is protected and comes to this viewing. A member of staff "
                    "receives this candidate alone."
                ).format(rank=invitation.candidate.rank),
                "hosts",
            )


def _settle_staffing(viewing: Viewing) -> None:
    """A viewing is staffed when enough hosts said yes, or staff receive."""
    policy = viewing.vacancy.policy
    enough = viewing.staff_hosts or (
        policy is not None and confirmed_hosts(viewing) >= policy.min_hosts
    )
    if viewing.state is W.DRAFT and enough:
        viewing.state = W.STAFFED
    elif viewing.state is W.STAFFED and not enough:
        viewing.state = W.DRAFT


def ask_hosts(store: Store, who: Actor, viewing_id: int) -> None:
    """The question went to the hosts, by letter or mail."""
    with store.act(who, "viewings.hosts.ask", undo=_("Ask hosts")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        proposed = [s for s in viewing.shifts if s.state is ShiftState.PROPOSED]
        if not proposed:
            raise Refused(_("Choose the hosts first; then you can ask them."), "hosts")
        for shift in proposed:
            shift.state, shift.asked_on = ShiftState.ASKED, local(store.now()).date()


def record_host_answer(store: Store, who: Actor, shift_id: int, says_yes: bool) -> None:
    """A host said yes or no to a shift."""
    with store.act(who, "viewings.hosts.answer", undo=_("Answer of host")) as act:
        shift = found(act.session, Shift, shift_id)
        if shift.state not in (ShiftState.PROPOSED, ShiftState.ASKED, ShiftState.CONFIRMED):
            raise Refused(_("This shift is over or went to another host."), "hosts")
        shift.state = ShiftState.CONFIRMED if says_yes else ShiftState.DECLINED
        shift.answered_on = local(store.now()).date()
        _settle_staffing(shift.viewing)


def replace_host(store: Store, who: Actor, shift_id: int, host_id: int, reason: str = "") -> int:
    """Another host takes a shift, in the same role."""
    with store.act(who, "viewings.hosts.replace", undo=_("Replace host")) as act:
        session = act.session
        shift = found(session, Shift, shift_id)
        viewing = shift.viewing
        if viewing.state not in PLANNED:
            raise Refused(_("This viewing is over. Its hosts stay as they were."), "hosts")
        others = [s for s in current_shifts(viewing) if s.id != shift_id]
        given_away = shift.state is ShiftState.DECLINED and shift.role in {s.role for s in others}
        if given_away or shift.state in (ShiftState.REPLACED, ShiftState.ABSENT):
            raise Refused(_("This shift is over or went to another host."), "hosts")
        stay = [s.host for s in others]
        newcomer = found(session, Host, host_id)
        _check_hosts(session, viewing, [*stay, newcomer])
        if shift.state is not ShiftState.DECLINED:
            shift.state = ShiftState.REPLACED
        fresh = Shift(viewing=viewing, host=newcomer, role=shift.role, reason=reason[:200])
        session.add(fresh)
        session.flush()
        _settle_staffing(viewing)
        return fresh.id


def staff_receive(store: Store, who: Actor, viewing_id: int) -> None:
    """Staff receive in place of residents, as when no pair was found in time (R12)."""
    with store.act(who, "viewings.staff_receive", undo=_("Staff receive")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        if viewing.state not in PLANNED:
            raise Refused(_("This viewing is over."), "state")
        hand_to_staff(viewing)


def hand_to_staff(viewing: Viewing) -> None:
    """Let staff receive at a viewing that is still to come."""
    viewing.staff_hosts = True
    _settle_staffing(viewing)


def fall_back(store: Store) -> list[int]:
    """What the program does by itself (R12): 48 hours before a viewing without enough hosts,
    staff receive; and a dwelling that waited for its residents' viewing longer than the extra days
    that were agreed goes on with staff. Returns the viewings that went over."""
    now = store.now()
    with store.reading() as session:
        viewings = [viewing.id for viewing in _without_pair(session, now)]
        vacancies = [vacancy.id for vacancy in _past_budget(session, local(now).date())]
    if viewings or vacancies:
        with store.act(PROGRAM, "viewings.fall_back") as act:
            for viewing_id in viewings:
                hand_to_staff(found(act.session, Viewing, viewing_id))
            for vacancy_id in vacancies:
                vacancy = found(act.session, Vacancy, vacancy_id)
                vacancy.route = Route.STAFF_ONLY
                vacancy.route_reason = _("the viewing would cost more extra days than agreed")
    return viewings


def _without_pair(session: Session, now: datetime) -> list[Viewing]:
    soon = session.scalars(
        select(Viewing).where(
            Viewing.state.in_(PLANNED),
            Viewing.staff_hosts.is_(False),
            Viewing.starts_at > now,
            Viewing.starts_at < now + timedelta(hours=49),
        )
    )
    return [
        v
        for v in soon
        if v.vacancy.policy is not None
        and falls_back(
            v.starts_at, now, confirmed_hosts(v), v.vacancy.policy.min_hosts, v.staff_hosts
        )
    ]


def _past_budget(session: Session, today: date) -> list[Vacancy]:
    """Dwellings that residents would show, without a viewing while the extra days are over."""
    waiting = session.scalars(
        select(Vacancy).where(
            Vacancy.route == Route.TENANT_LED,
            Vacancy.state.in_((VacancyState.CLOSED, VacancyState.VIEWING)),
            Vacancy.baseline_viewing_on < today,
        )
    )
    return [
        v
        for v in waiting
        if v.policy is not None
        and first_viewing_day(v) is None
        and days_added(v.baseline_viewing_on, today) > v.policy.day_budget
    ]


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
            _check_hosts(session, viewing, standing)
        _check_protected(viewing)
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
        check_viewing(viewing.state, W.CANCELLED)
        viewing.state, viewing.cancel_reason = W.CANCELLED, text[:200]
        viewing.sequence += 1
        for invitation in viewing.invitations:
            if invitation.cancelled_on is None:
                take_back(invitation, store.now())


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


def record_host_absent(store: Store, who: Actor, shift_id: int) -> None:
    """A host did not come; the rota does not count this shift."""
    with store.act(who, "viewings.hosts.absent", undo=_("Host was absent")) as act:
        shift = found(act.session, Shift, shift_id)
        if store.now() < shift.viewing.starts_at:
            raise Refused(_("The viewing has not begun yet."), "state")
        if shift.state not in (ShiftState.CONFIRMED, ShiftState.HELD):
            raise Refused(_("This host was not expected at this viewing."), "hosts")
        shift.state, shift.minutes = ShiftState.ABSENT, 0


def close_viewing(store: Store, who: Actor, viewing_id: int) -> None:
    """Everything of a viewing is recorded. Refuses while somebody's presence is not."""
    with store.act(who, "viewings.close", undo=_("Complete viewing")) as act:
        viewing = found(act.session, Viewing, viewing_id)
        open_ones = [
            i
            for i in viewing.invitations
            if i.cancelled_on is None
            and i.presence is Presence.UNKNOWN
            and i.answer is not Answer.NOT_COMING
        ]
        if open_ones:
            raise Refused(
                _("Record first whether candidate {rank} came.").format(
                    rank=open_ones[0].candidate.rank
                ),
                "presence",
            )
        check_viewing(viewing.state, W.CLOSED)
        viewing.state = W.CLOSED
