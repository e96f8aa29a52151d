"""Residents who receive: from applying to stopping, and whom they know too well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.estate.model import Complex
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.viewings.model import Host, HostRelation, Shift, Viewing
from desktop.viewings.rules.hosts import DAY_PARTS, WEEKDAYS
from desktop.viewings.rules.lifecycle import check_host
from desktop.viewings.states import HostState, RelationKind, ShiftState, ViewingState

EDITABLE = frozenset(
    {
        "first_name",
        "last_name",
        "household_id",
        "address",
        "stairwell",
        "phone",
        "email",
        "languages",
        "age_band",
        "max_per_month",
        "availability",
        "instructed_on",
        "secrecy_on",
    }
)
PARTS_OF_WEEK = frozenset(f"{day}-{part}" for day in WEEKDAYS for part in DAY_PARTS)


def add_host(store: Store, who: Actor, complex_id: int, values: Mapping[str, Any]) -> int:
    """A resident applies as host. `values` by column, of `EDITABLE`."""
    _check(values, {"first_name": "", "last_name": ""} | dict(values))
    with store.act(who, "viewings.host.add", undo=_("New host")) as act:
        found(act.session, Complex, complex_id)
        today = local(store.now()).date()
        host = Host(complex_id=complex_id, applied_on=today, **values)
        act.session.add(host)
        act.session.flush()
        _bring_forward(host)
        act.session.flush()
        return host.id


def change_host(
    store: Store, who: Actor, host_id: int, values: Mapping[str, Any], seen: int | None = None
) -> None:
    """Change a host; the dates of instruction and secrecy bring an applicant to "instructed"."""
    _check(values, dict(values))
    with store.act(who, "viewings.host.change", undo=_("Change host")) as act:
        host = found(act.session, Host, host_id)
        stale(host, seen, dict(values))
        for key, value in values.items():
            setattr(host, key, value)
        _bring_forward(host)


def _check(values: Mapping[str, Any], required: Mapping[str, Any]) -> None:
    unknown = set(values) - EDITABLE
    if unknown:
        raise ValueError(f"not for editing: {sorted(unknown)}")
    for field in ("first_name", "last_name"):
        if field in required and not str(required[field]).strip():
            raise Refused(_("Fill in the first name and the last name."), field)
    if not set(values.get("availability", ())) <= PARTS_OF_WEEK:
        raise Refused(_("Choose parts of the week, such as Wednesday afternoon."), "availability")
    if values.get("max_per_month", 1) < 1:
        raise Refused(
            _("A host receives at least once a month. Choose 1 or more."), "max_per_month"
        )


def _bring_forward(host: Host) -> None:
    if host.state is HostState.APPLIED and host.instructed_on and host.secrecy_on:
        host.state = HostState.INSTRUCTED


def set_host_state(store: Store, who: Actor, host_id: int, state: HostState) -> None:
    """Activate, pause or stop a host. Refuses to activate without instruction and secrecy, and
    to stop somebody who still has a planned shift."""
    with store.act(who, "viewings.host.state", undo=_("Change host")) as act:
        session = act.session
        host = found(session, Host, host_id)
        check_host(host.state, state)
        if state is HostState.ACTIVE:
            if host.instructed_on is None:
                raise Refused(_("Fill in when the instruction was."), "instructed_on")
            if host.secrecy_on is None:
                raise Refused(_("Fill in when the secrecy statement was signed."), "secrecy_on")
            host.active_from = host.active_from or local(store.now()).date()
            host.active_to = None
        if state in (HostState.STOPPED, HostState.PAUSED):
            planned = session.scalar(
                select(Viewing.starts_at)
                .join(Shift)
                .where(
                    Shift.host_id == host_id,
                    Shift.state.in_((ShiftState.PROPOSED, ShiftState.ASKED, ShiftState.CONFIRMED)),
                    Viewing.state.not_in((ViewingState.CANCELLED, ViewingState.CLOSED)),
                    Viewing.starts_at > store.now(),
                )
                .limit(1)
            )
            if planned is not None:
                raise Refused(
                    _("{name} has a shift planned. Choose another host there first.").format(
                        name=host.name
                    ),
                    "state",
                )
        if state is HostState.STOPPED:
            host.active_to = local(store.now()).date()
        host.state = state


def set_away(store: Store, who: Actor, host_id: int, periods: Sequence[tuple[date, date]]) -> None:
    """The periods in which a host cannot come (first and last day)."""
    for first, last in periods:
        if last < first:
            raise Refused(_("The last day comes after the first. Choose a later day."), "away")
    with store.act(who, "viewings.host.away", undo=_("Change host")) as act:
        host = found(act.session, Host, host_id)
        host.away = [[first.isoformat(), last.isoformat()] for first, last in periods]


def declare_relation(
    store: Store, who: Actor, host_id: int, kind: RelationKind, person: str, day: date
) -> int:
    """A host declares to know somebody too well to receive them (R3)."""
    if not person.strip():
        raise Refused(_("Fill in the name of the person the host knows."), "person")
    if day > local(store.now()).date():
        raise Refused(_("This day is still to come. Choose today or earlier."), "declared_on")
    with store.act(who, "viewings.host.relation", undo=_("Declare relation")) as act:
        found(act.session, Host, host_id)
        relation = HostRelation(host_id=host_id, kind=kind, person=person.strip(), declared_on=day)
        act.session.add(relation)
        act.session.flush()
        return relation.id


def withdraw_relation(store: Store, who: Actor, relation_id: int) -> None:
    """The declaration no longer holds."""
    with store.act(who, "viewings.host.relation.withdraw", undo=_("Remove relation")) as act:
        act.session.delete(found(act.session, HostRelation, relation_id))
