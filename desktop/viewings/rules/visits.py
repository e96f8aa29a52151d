"""Planning a viewing, its slots, presence, fallback to staff and the day budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.language import _
from desktop.language.format import AMSTERDAM, day_plain, local
from desktop.refused import Refused
from desktop.terms.holidays import add_working_days, is_working_day
from desktop.viewings.states import Answer, Presence, Route, ViewingKind, Want

FALLBACK = timedelta(hours=48)  # R12
LOCK = timedelta(hours=24)


@dataclass(frozen=True)
class Plan:
    """A viewing as planned: aware moments, minutes, households a slot, people a household."""

    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    capacity: int
    kind: ViewingKind = ViewingKind.GROUP


def slots(plan: Plan) -> list[datetime]:
    """The moments at which visitors are received. A slot that would end late is left out."""
    step = timedelta(minutes=plan.slot_minutes)
    count = int((plan.ends_at - plan.starts_at) / step)
    return [plan.starts_at + step * i for i in range(count)]


def check_plan(plan: Plan, now: datetime, group_max: int) -> None:
    """Refuses a viewing in the past, without length, or with more people than the policy."""
    if plan.starts_at <= now:
        raise Refused(_("This moment is past. Choose a later day or time."), "starts_at")
    if plan.slot_minutes < 5:
        raise Refused(_("A visit takes at least 5 minutes."), "slot_minutes")
    if plan.ends_at <= plan.starts_at:
        raise Refused(_("The end comes after the start. Choose a later end."), "ends_at")
    if plan.ends_at - plan.starts_at > timedelta(hours=10):
        raise Refused(_("A viewing takes one day at the most. Choose an earlier end."), "ends_at")
    if not slots(plan):
        raise Refused(_("There is no room for one visit. Choose a later end."), "ends_at")
    if not 1 <= plan.capacity <= max(1, group_max):
        raise Refused(
            _("Receive 1 to {most} households at a time.").format(most=group_max), "capacity"
        )


def free_slot(plan: Plan, taken: Iterable[datetime]) -> datetime | None:
    """The first slot with room; None when the viewing is full."""
    used = list(taken)
    return next((s for s in slots(plan) if used.count(s) < plan.capacity), None)


def check_presence(
    presence: Presence, answer: Answer, sent_on: date | None, reminders: Iterable[str]
) -> None:
    """R8: "did not appear" only after a confirmed invitation and a sent reminder."""
    if presence is not Presence.NO_SHOW:
        return
    if sent_on is None or answer is not Answer.COMING or not list(reminders):
        raise Refused(
            _(
                "Did not appear is possible only after a confirmed invitation and a reminder. "
                "Choose “cancelled” or “no answer”."
            ),
            "presence",
        )


def check_stands(given: Presence | Want, recorded: Presence | Want | None, settled: bool) -> None:
    """Refuses another answer than one that was settled: a colleague agreed with it (C3), or the
    dwelling was offered on it."""
    if settled and recorded is not None and given is not recorded:
        raise Refused(
            _(
                "This answer is settled: a colleague agreed with it, or the dwelling was offered. "
                "It can no longer be changed."
            ),
            "presence" if isinstance(given, Presence) else "want",
        )


def answer_until(slot_at: datetime, now: datetime) -> datetime:
    """Until when a candidate can say whether they come: noon on the working day before the
    visit. When that is past or within the hour, until the visit itself."""
    day = local(slot_at).date() - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    noon = datetime.combine(day, time(12), tzinfo=AMSTERDAM)
    return noon if noon > now + timedelta(hours=1) else slot_at


def falls_back(
    starts_at: datetime, now: datetime, hosts_confirmed: int, min_hosts: int, staff_hosts: bool
) -> bool:
    """R12: without a pair 48 hours before the start, staff receive."""
    return not staff_hosts and hosts_confirmed < min_hosts and now >= starts_at - FALLBACK


def days_added(baseline: date | None, viewing: date | None) -> int:
    """Days that the residents' viewing is later than staff could have shown the dwelling."""
    if baseline is None or viewing is None:
        return 0
    return max(0, (viewing - baseline).days)


def check_budget(route: Route, baseline: date | None, viewing: date, budget: int) -> None:
    """R12: refuses a date past the day budget; C6: direct mediation is never delayed."""
    added = days_added(baseline, viewing)
    if route is Route.DIRECT and baseline is not None and added > 0:
        raise Refused(
            _(
                "This dwelling goes by direct mediation. The viewing may not make it later: "
                "choose {day} at the latest, or let a member of staff show it."
            ).format(day=day_plain(baseline)),
            "starts_at",
        )
    if route is Route.TENANT_LED and added > budget:
        raise Refused(
            _(
                "The viewing would cost {added} extra days. The agreement is at most {budget}. "
                "A member of staff shows this dwelling from here."
            ).format(added=added, budget=budget),
            "starts_at",
        )


def locked(held_at: datetime, now: datetime) -> bool:
    """Whether a tour report is closed for changes: 24 hours after the viewing ended."""
    return now >= held_at + LOCK


def another_by(since: date) -> date:
    """U2: until when somebody with priority gets another appointment, two working days after the
    visit that was missed, or after the day on which another one was asked for."""
    return add_working_days(since, 2)
