"""How lights went: in the last rounds of a year, and over the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle, Snapshot
from desktop.agreements.queries.lights import light_of
from desktop.agreements.rules.light import FINAL_MEASUREMENT_DAYS
from desktop.agreements.states import AgreementState, Light
from desktop.store.found import found

ROUNDS = 4


@dataclass(frozen=True)
class Round:
    """A report that was kept: its day, and the light of each agreement by code."""

    snapshot_id: int
    on: date
    lights: Mapping[str, Light]


@dataclass(frozen=True)
class YearLight:
    """How an agreement ended in a year, or how it goes when the year is not over. `code` is what
    it was called then."""

    year: int
    agreement_id: int
    code: str
    on: date
    light: Light


def rounds(session: Session, cycle_id: int, on: date, last: int = ROUNDS) -> tuple[Round, ...]:
    """The last rounds of a cycle up to a day, the oldest first, as they were reported then. Of a
    day that was reported twice only the last report is one."""
    kept = _kept(session, cycle_id, Snapshot.reference_date <= on)
    newest = {one.on: one for one in kept}
    return tuple(newest.values())[-last:]


def round_before(session: Session, cycle_id: int, on: date) -> Round | None:
    """The last round of an earlier day. One of the same day is not before: the same data on the
    same day give the same report, however often it is made."""
    kept = _kept(session, cycle_id, Snapshot.reference_date < on)
    return kept[-1] if kept else None


def _kept(session: Session, cycle_id: int, when: ColumnElement[bool]) -> list[Round]:
    rows = session.execute(
        select(Snapshot.id, Snapshot.reference_date, Snapshot.lights)
        .where(Snapshot.cycle_id == cycle_id, when)
        .order_by(Snapshot.reference_date, Snapshot.id)
    )
    return [
        Round(id, on, {code: Light(light) for code, light in lights.items()})
        for id, on, lights in rows
    ]


def over_the_years(session: Session, agreement_id: int, on: date) -> tuple[YearLight, ...]:
    """How an agreement went in every year that it goes through, the oldest first. A year ends
    when its last measurements are in."""
    lineage = found(session, Agreement, agreement_id).lineage
    rows = session.execute(
        select(Agreement.id, Agreement.code, Cycle.applies_from, Cycle.applies_to)
        .join(Cycle, Agreement.cycle_id == Cycle.id)
        .where(
            Agreement.lineage == lineage,
            Agreement.state != AgreementState.LAPSED,
            Cycle.applies_from <= on,
        )
        .order_by(Cycle.applies_from, Agreement.id)
    )
    years = []
    for id, code, first, last in rows:
        day = min(on, last + timedelta(days=FINAL_MEASUREMENT_DAYS))
        years.append(YearLight(first.year, id, code, day, light_of(session, id, day).light))
    return tuple(years)
