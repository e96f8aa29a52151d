"""Who receives at a viewing: hosts in turn, or staff when there is no pair in time (R3, R12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.found import found
from desktop.viewings.model import Host, Shift, Vacancy, Viewing
from desktop.viewings.queries.facts import (
    by_staff_alone,
    confirmed_hosts,
    current_shifts,
    first_viewing_day,
    host_facts,
    seekers,
)
from desktop.viewings.rules.hosts import Turn, check_pair
from desktop.viewings.rules.visits import (
    days_added,
    falls_back,
)
from desktop.viewings.states import (
    Route,
    RouteReason,
    ShiftRole,
    ShiftState,
    VacancyState,
    ViewingState,
)

W = ViewingState
PLANNED = (W.DRAFT, W.STAFFED, W.INVITED)


def assign_hosts(
    store: Store,
    who: Actor,
    viewing_id: int,
    lead_id: int,
    others: Sequence[int],
    turns: Mapping[int, Turn] | None = None,
) -> None:
    """Choose the hosts of a viewing. `turns` say, by host, why the rota proposed them.

    Refuses two of one household, somebody in conflict, not instructed, away or busy (R3)."""
    with store.act(who, "viewings.hosts.assign", undo=_("Choose hosts")) as act:
        session = act.session
        viewing = found(session, Viewing, viewing_id)
        if viewing.state not in PLANNED:
            raise Refused(_("This viewing is over. Its hosts stay as they were."), "hosts")
        hosts = [found(session, Host, i) for i in (lead_id, *others)]
        assert viewing.vacancy.policy is not None
        check_hosts(session, viewing, hosts, viewing.vacancy.policy.min_hosts)
        standing = {s.host_id: s for s in current_shifts(viewing)}
        for host_id, shift in standing.items():
            if host_id not in {h.id for h in hosts}:
                shift.state = ShiftState.REPLACED
        for host in hosts:
            role = ShiftRole.LEAD if host.id == lead_id else ShiftRole.SECOND
            if host.id in standing:
                standing[host.id].role = role
            else:
                session.add(_shift(viewing, host, role, (turns or {}).get(host.id)))
        viewing.staff_hosts = False
        check_protected(viewing)
        session.flush()
        _settle_staffing(viewing)


def _shift(viewing: Viewing, host: Host, role: ShiftRole, turn: Turn | None) -> Shift:
    shift = Shift(viewing=viewing, host=host, role=role)
    if turn is not None:
        shift.shifts_before, shift.stairwell = turn.shifts, turn.stairwell
    return shift


def check_hosts(
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


def check_protected(viewing: Viewing) -> None:
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


def replace_host(
    store: Store, who: Actor, shift_id: int, host_id: int, turn: Turn | None = None
) -> int:
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
        check_hosts(session, viewing, [*stay, newcomer])
        if shift.state is not ShiftState.DECLINED:
            shift.state = ShiftState.REPLACED
        fresh = _shift(viewing, newcomer, shift.role, turn)
        session.add(fresh)
        session.flush()
        _settle_staffing(viewing)
        return fresh.id


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


def record_host_absent(store: Store, who: Actor, shift_id: int) -> None:
    """A host did not come; the rota does not count this shift."""
    with store.act(who, "viewings.hosts.absent", undo=_("Host was absent")) as act:
        shift = found(act.session, Shift, shift_id)
        if store.now() < shift.viewing.starts_at:
            raise Refused(_("The viewing has not begun yet."), "state")
        if shift.state not in (ShiftState.CONFIRMED, ShiftState.HELD):
            raise Refused(_("This host was not expected at this viewing."), "hosts")
        shift.state, shift.minutes = ShiftState.ABSENT, 0


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
                vacancy.route, vacancy.route_code = Route.STAFF_ONLY, RouteReason.DAY_BUDGET
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
