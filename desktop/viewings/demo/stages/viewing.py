"""From planning a viewing to its report."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.estate.demo_days import at
from desktop.viewings.actions import invitations, reports, viewings
from desktop.viewings.actions.reports import Report, Visit
from desktop.viewings.actions.viewings import ViewingPlan
from desktop.viewings.demo.stages.letting import Letting
from desktop.viewings.model import Viewing
from desktop.viewings.queries.hosts import proposal_for
from desktop.viewings.rules.order import Standing, skip_that_policy_asks
from desktop.viewings.states import (
    Answer,
    DefectPlace,
    PilotRole,
    Presence,
    ShiftState,
    SkipCode,
    ViewingKind,
    Want,
)

INVITED = 8
SLOT_MINUTES = 20
# What came of those who were invited, by their place in the order; with priority always present.
CAME = (
    (Presence.PRESENT, Want.NO),
    (Presence.PRESENT, Want.YES),
    (Presence.PRESENT, Want.THINKS),
    (Presence.NO_SHOW, None),
    (Presence.LATE, Want.YES),
    (Presence.CANCELLED, None),
    (Presence.PRESENT, Want.YES),
    (Presence.NO_SHOW, None),
)


def call_off(letting: Letting) -> None:
    """A first viewing that does not go through, where the demo file says why."""
    if "called_off" not in letting.values:
        return
    _plan(letting, letting.day(-1), planned_on=-8)
    ask_hosts(letting, asked_on=-8)
    hosts_answer(letting, answered_on=-8)
    invite(letting, invited_on=-8)
    with letting.on(-6, 16):
        viewings.cancel_viewing(
            letting.store, letting.pilot.author, letting.viewing, letting.values["called_off"]
        )


def plan(letting: Letting) -> None:
    _plan(letting, letting.staff_day, planned_on=-5)


def _plan(letting: Letting, day: date, planned_on: int) -> None:
    starts_at = at(day, 13, 20)
    planned = ViewingPlan(
        starts_at,
        starts_at + timedelta(minutes=SLOT_MINUTES * INVITED),
        SLOT_MINUTES,
        staff_on_call_id=letting.pilot.author.id,
    )
    with letting.on(planned_on, 10):
        letting.viewing = viewings.plan_viewing(
            letting.store, letting.pilot.author, letting.vacancy, planned
        )


def ask_hosts(letting: Letting, asked_on: int = -5) -> None:
    """The pair in turn; staff receive where there is none."""
    if letting.pilot.role is PilotRole.COMPARISON:
        return
    with letting.on(asked_on, 11):
        with letting.store.reading() as session:
            proposed = proposal_for(session, letting.viewing)
        if proposed.lead is None or proposed.second is None:
            viewings.staff_receive(letting.store, letting.pilot.author, letting.viewing)
            return
        turns = {host.id: host.turn for host in proposed.hosts}
        viewings.assign_hosts(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            proposed.lead,
            [proposed.second],
            turns,
        )
        viewings.ask_hosts(letting.store, letting.pilot.author, letting.viewing)


def hosts_answer(letting: Letting, answered_on: int = -4) -> None:
    with letting.store.reading() as session:
        asked = [shift.id for shift in session.get_one(Viewing, letting.viewing).shifts]
    with letting.on(answered_on, 13):
        for shift in asked:
            viewings.record_host_answer(letting.store, letting.pilot.author, shift, True)


def invite(letting: Letting, invited_on: int = -4) -> None:
    """The first in order; who gets an own viewing is skipped with the code for it."""
    urgency = letting.ask_policy(lambda policy: policy.urgency)
    first = letting.in_order()[:INVITED]
    asked = {c.id: skip_that_policy_asks(c, urgency, for_priority=False) for c in first}
    skips = {candidate: code for candidate, code in asked.items() if code is not None}
    with letting.on(invited_on, 14):
        invitations.invite(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            [candidate.id for candidate in first if candidate.id not in skips],
            skips,
        )


def show_alone(letting: Letting) -> None:
    """Who is protected sees the dwelling alone with staff; who asked for help gets more time."""
    kinds = {SkipCode.PROTECTED: ViewingKind.STAFF, SkipCode.ASSISTANCE: ViewingKind.ADAPTED}
    apart = [candidate for candidate in letting.in_order() if candidate.skip in kinds]
    store, author = letting.store, letting.pilot.author
    for place, candidate in enumerate(apart):
        assert candidate.skip is not None
        starts_at = at(letting.day(1), 10 + 2 * place)
        own = ViewingPlan(
            starts_at,
            starts_at + timedelta(minutes=40),
            40,
            kind=kinds[candidate.skip],
            staff_on_call_id=author.id,
        )
        with letting.on(-4, 15):
            viewing = viewings.plan_viewing(store, author, letting.vacancy, own)
            if own.kind is not ViewingKind.STAFF:
                viewings.staff_receive(store, author, viewing)
            invitations.invite(store, author, viewing, [candidate.id])


def record_answers(letting: Letting) -> None:
    with letting.on(-2, 16):
        for place, (invitation, _candidate) in enumerate(letting.invitations()):
            presence, _want = CAME[place]
            says_no = presence is Presence.CANCELLED
            invitations.record_answer(
                letting.store,
                letting.pilot.author,
                invitation,
                Answer.NOT_COMING if says_no else Answer.COMING,
            )


def remind(letting: Letting) -> None:
    with letting.on(-1, 9):
        invitations.remind(
            letting.store,
            letting.pilot.author,
            [invitation for invitation, _candidate in letting.invitations()],
        )


def report(letting: Letting) -> None:
    """From the tour card, in the evening of the viewing."""
    points = letting.ask_policy(lambda policy: tuple(point["key"] for point in policy.points))
    invited = letting.invitations()
    visits = tuple(
        _visit(letting, invitation, candidate, place, points)
        for place, (invitation, candidate) in enumerate(invited)
    )
    with letting.on(0, 17, 15):
        reports.save_report(
            letting.store,
            letting.pilot.author,
            letting.viewing,
            Report(
                visits,
                defects=((DefectPlace.KITCHEN, "De kraan lekt."),),
                questions=((invited[1][1].id, "Mag ik een kast in de gang zetten?"),),
            ),
        )
        viewings.close_viewing(letting.store, letting.pilot.author, letting.viewing)
        with letting.store.reading() as session:
            shifts = session.get_one(Viewing, letting.viewing).shifts
            held = [shift.id for shift in shifts if shift.state is ShiftState.HELD]
        for shift in held:
            reports.record_list_back(letting.store, letting.pilot.author, shift)


def _visit(
    letting: Letting, invitation: int, candidate: Standing, place: int, points: tuple[str, ...]
) -> Visit:
    presence, want = CAME[place]
    if candidate.priority:
        presence, want = Presence.PRESENT, Want.YES
    if presence not in (Presence.PRESENT, Presence.LATE):
        return Visit(invitation, presence)
    return Visit(
        invitation,
        presence,
        points,
        want,
        "WBN" if want is Want.NO else "",
        money_asked=candidate.rank == letting.values.get("money_asked"),
    )
