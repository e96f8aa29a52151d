"""Reports that stay as they were: what was measured later does not change them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Meeting, Snapshot
from desktop.agreements.queries.monitor import as_payload, monitor
from desktop.agreements.rules.form import check_measured_on
from desktop.estate.texts import day_of
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import sha256
from desktop.store.found import found


def freeze(store: Store, who: Actor, cycle_id: int, reference_date: date) -> int:
    """Keep the monitor as it is on a day. The same data on the same day have the same hash.
    Refused: a day that is still to come. Nothing else is kept so: a text is kept by its seal, and
    what tenants asked must stay possible to wipe."""
    day_of(store, reference_date, "reference_date")
    with store.act(who, "agreements.freeze") as act:
        found(act.session, Cycle, cycle_id)
        return _keep(act.session, store, who, cycle_id, reference_date)


def open_round(store: Store, who: Actor, meeting_id: int, measured_on: date) -> None:
    """A meeting has a round of measurements that holds on a day. Refused: a day that is still to
    come (E2), and a round that is closed."""
    check_measured_on(measured_on, local(store.now()).date())
    with store.act(who, "agreements.round.open", undo=_("Round of measuring")) as act:
        meeting = found(act.session, Meeting, meeting_id)
        _check_open(meeting)
        meeting.measured_on = measured_on


def close_round(
    store: Store, who: Actor, meeting_id: int, reference_date: date | None = None
) -> int:
    """Close the round of a meeting and keep its monitor, on the day of the meeting unless another
    is given; returns the number of what was kept. A later correction is a measurement of its own
    and leaves it as it is. Refused: a round that is closed, a meeting that is still to come."""
    with store.act(who, "agreements.round.close") as act:
        meeting = found(act.session, Meeting, meeting_id)
        _check_open(meeting)
        day = day_of(store, reference_date or meeting.held_on, "reference_date")
        meeting.snapshot_id = _keep(act.session, store, who, meeting.cycle_id, day)
        return meeting.snapshot_id


def _check_open(meeting: Meeting) -> None:
    if meeting.snapshot_id is not None:
        raise Refused(
            _("This round is closed, and its report stays. Correct the measurement itself.")
        )


def _keep(session: Session, store: Store, who: Actor, cycle_id: int, on: date) -> int:
    shown = monitor(session, cycle_id, on)
    payload = as_payload(shown)
    snapshot = Snapshot(
        cycle_id=cycle_id,
        reference_date=on,
        made_at=store.now(),
        payload=payload,
        lights={row.code: row.light.light.value for row in shown.rows},
        digest=sha256(payload),
        staff_id=who.id,
    )
    session.add(snapshot)
    session.flush()
    return snapshot.id
