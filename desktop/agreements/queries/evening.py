"""The evening on which measurements are entered: each indicator with what was measured before, how
it goes now, and which lights still ask for an explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Cycle, Explanation, Meeting
from desktop.agreements.queries.history import round_before
from desktop.agreements.queries.lights import AgreementLight, IndicatorLight, lights_of_cycle
from desktop.agreements.queries.measuring import RowToMeasure, rows_to_measure
from desktop.agreements.rules.light import Reckoned
from desktop.agreements.rules.rounds import AMISS, explains, round_day
from desktop.agreements.states import CycleState, Light
from desktop.store.found import found


@dataclass(frozen=True)
class Known:
    """What is known of the light of an agreement from before: what the last report, of the day
    `reported_on`, showed, and the day of the last explanation. One without words was put off."""

    reported: Light | None = None
    reported_on: date | None = None
    explained_on: date | None = None
    put_off: bool = False

    def asks(self, now: Light) -> bool:
        """Whether a light still has to be explained."""
        if now not in AMISS:
            return False
        if self.explained_on is None or self.put_off:
            return True
        return not explains(self.explained_on, self.reported, now, self.reported_on)


@dataclass(frozen=True)
class EveningRow:
    """An indicator to measure: `before` is the last measurement of an earlier day than that of the
    round, `light` how it goes on the day of the evening, `agreement` the light of the whole
    agreement."""

    asked: RowToMeasure
    before: Reckoned
    light: IndicatorLight
    agreement: AgreementLight

    @property
    def id(self) -> int:
        return self.asked.id


@dataclass(frozen=True)
class Evening:
    """A round of measuring. Values hold for `measured_on`, lights for `on`: the day of the meeting,
    today when it is still to come or when there is none. `snapshot_id` is its report when the round
    is closed; `is_over` when the whole year is."""

    cycle_id: int
    meeting_id: int | None
    year: int
    held_on: date | None
    measured_on: date
    on: date
    snapshot_id: int | None
    is_over: bool
    rows: tuple[EveningRow, ...]
    known: Mapping[int, Known]


def evening(
    session: Session,
    cycle_id: int,
    meeting_id: int | None,
    today: date,
    measured_on: date | None = None,
) -> Evening:
    """The round of a meeting, or of a cycle without one, as it stands now. Values are of
    `measured_on` when it is given, else of the day of the round, else of the first day of the last
    quarter. Refuses a meeting or a cycle that is gone."""
    cycle = found(session, Cycle, cycle_id)
    meeting = found(session, Meeting, meeting_id) if meeting_id is not None else None
    on = min(meeting.held_on, today) if meeting is not None else today
    of_meeting = meeting.measured_on if meeting is not None else None
    day = min(measured_on or of_meeting or round_day(on), today)
    return Evening(
        cycle_id=cycle_id,
        meeting_id=meeting_id,
        year=cycle.applies_from.year,
        held_on=meeting.held_on if meeting is not None else None,
        measured_on=day,
        on=on,
        snapshot_id=meeting.snapshot_id if meeting is not None else None,
        is_over=cycle.state is CycleState.CLOSED,
        rows=_rows(session, cycle_id, day, on),
        known=known(session, cycle_id, on),
    )


def known(session: Session, cycle_id: int, on: date) -> Mapping[int, Known]:
    """What is known of each agreement of a cycle from before a day, by its number."""
    report = round_before(session, cycle_id, on)
    lights = report.lights if report is not None else {}
    since = report.on if report is not None else None
    explained = _explained(session, cycle_id, on)
    agreements = session.execute(
        select(Agreement.id, Agreement.code).where(Agreement.cycle_id == cycle_id)
    )
    return {
        id: Known(lights.get(code), since, *explained.get(id, (None, False)))
        for id, code in agreements
    }


def _explained(session: Session, cycle_id: int, on: date) -> Mapping[int, tuple[date, bool]]:
    """The day of the last explanation of each agreement, and whether it was put off."""
    rows = session.execute(
        select(Explanation.agreement_id, Explanation.reference_date, Explanation.cause)
        .join(Agreement, Explanation.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id, Explanation.reference_date <= on)
        .order_by(Explanation.reference_date, Explanation.id)
    )
    return {agreement_id: (day, not cause) for agreement_id, day, cause in rows}


def _rows(session: Session, cycle_id: int, day: date, on: date) -> tuple[EveningRow, ...]:
    before = {
        one.id: one.reckoned
        for light in lights_of_cycle(session, cycle_id, day - timedelta(days=1)).values()
        for one in light.indicators
    }
    now = lights_of_cycle(session, cycle_id, on)
    lights = {one.id: one for light in now.values() for one in light.indicators}
    return tuple(
        EveningRow(row, before[row.id], lights[row.id], now[row.agreement_id])
        for row in rows_to_measure(session, cycle_id, day)
    )
