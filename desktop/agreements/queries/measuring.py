"""What a round of measuring asks, and what became of an indicator so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, joinedload

from desktop.agreements.model import Agreement, Indicator, Measurement, Theme
from desktop.agreements.queries.lights import IndicatorLight, lights_of_cycle
from desktop.agreements.rules.light import Reading, expected_on
from desktop.agreements.rules.rounds import is_due
from desktop.agreements.states import AgreementState, Direction, Frequency


@dataclass(frozen=True)
class MeasurementLine:
    """A measurement with who entered it. `corrected_by` is the number of the row that took its
    place, None when it counts."""

    id: int
    measured_on: date
    value: Decimal
    source: str
    source_date: date | None
    provisional: bool
    remark: str
    entered_at: datetime
    entered_by: str
    supersedes_id: int | None
    corrected_by: int | None

    @property
    def counts(self) -> bool:
        return self.corrected_by is None


@dataclass(frozen=True)
class RowToMeasure:
    """An indicator in a round: what was measured last (`light.reckoned`), what the path asks on
    the day of the round, and whether it is due.

    `here` is the measurement that this very day has already: a new value corrects it. `source`
    is where the numbers come from; `version` is that of the indicator.
    """

    agreement_id: int
    agreement_code: str
    agreement: str
    theme: str
    light: IndicatorLight
    frequency: Frequency
    source: str
    version: int
    expected: Decimal | None
    is_due: bool
    here: MeasurementLine | None

    @property
    def id(self) -> int:
        return self.light.id

    @property
    def is_yesno(self) -> bool:
        """Whether a day is asked instead of a number."""
        return self.light.target.direction is Direction.YESNO


def rows_to_measure(session: Session, cycle_id: int, on: date) -> list[RowToMeasure]:
    """Every indicator of a cycle for a round that holds on a day, by theme and code. Agreements
    that lapsed are not measured."""
    lights = {
        indicator.id: indicator
        for agreement in lights_of_cycle(session, cycle_id, on).values()
        for indicator in agreement.indicators
    }
    here = _measured_on(session, cycle_id, on)
    indicators = session.execute(
        select(
            Indicator.id,
            Indicator.frequency,
            Indicator.source,
            Indicator.version,
            Agreement.id.label("agreement_id"),
            Agreement.code.label("agreement_code"),
            Agreement.title,
            Theme.name.label("theme"),
        )
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id, Agreement.state != AgreementState.LAPSED)
        .order_by(Theme.position, Agreement.code, Indicator.code)
    )
    return [
        RowToMeasure(
            agreement_id=row.agreement_id,
            agreement_code=row.agreement_code,
            agreement=row.title,
            theme=row.theme,
            light=lights[row.id],
            frequency=row.frequency,
            source=row.source,
            version=row.version,
            expected=expected_on(lights[row.id].target, on),
            is_due=_is_due(lights[row.id], row.frequency, on),
            here=here.get(row.id),
        )
        for row in indicators
    ]


def _is_due(light: IndicatorLight, frequency: Frequency, on: date) -> bool:
    target, last = light.target, light.reckoned.measured_on
    if target.direction is Direction.YESNO:
        return target.done_on is None
    if last is not None and last >= target.goal_on:
        return False  # the last measurement was made
    if on >= target.goal_on:
        return True
    return is_due(frequency, last or target.baseline_on, on)


def story_of(session: Session, indicator_id: int) -> tuple[MeasurementLine, ...]:
    """Everything that was measured, by day, with each correction after what it corrects."""
    rows = session.scalars(
        select(Measurement)
        .where(Measurement.indicator_id == indicator_id)
        .options(joinedload(Measurement.staff))
        .order_by(Measurement.measured_on, Measurement.id)
    ).all()
    return _story(rows)


def stories_of(session: Session, agreement_id: int) -> Mapping[int, tuple[MeasurementLine, ...]]:
    """As `story_of`, for every indicator of an agreement by its number; those that were never
    measured are not in it."""
    rows = session.scalars(
        select(Measurement)
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .where(Indicator.agreement_id == agreement_id)
        .options(joinedload(Measurement.staff))
        .order_by(Measurement.measured_on, Measurement.id)
    )
    measured: dict[int, list[Measurement]] = defaultdict(list)
    for row in rows:
        measured[row.indicator_id].append(row)
    return {indicator_id: _story(rows) for indicator_id, rows in measured.items()}


def readings_of_cycle(
    session: Session, cycle_id: int, on: date
) -> Mapping[int, tuple[Reading, ...]]:
    """What counts of every indicator of a cycle, up to and including a day, by its number. The
    last one of each is the one that its light rests on."""
    correction = aliased(Measurement)
    rows = session.execute(
        select(
            Measurement.indicator_id,
            Measurement.id,
            Measurement.measured_on,
            Measurement.value,
            Measurement.provisional,
        )
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .outerjoin(correction, correction.supersedes_id == Measurement.id)
        .where(
            Agreement.cycle_id == cycle_id,
            Measurement.measured_on <= on,
            correction.id.is_(None),
        )
        .order_by(Measurement.measured_on, Measurement.provisional.desc(), Measurement.id)
    )
    found: dict[int, list[Reading]] = defaultdict(list)
    for indicator_id, id, measured_on, value, provisional in rows:
        found[indicator_id].append(Reading(id, measured_on, value, provisional, superseded=False))
    return {indicator_id: tuple(readings) for indicator_id, readings in found.items()}


def _measured_on(session: Session, cycle_id: int, day: date) -> dict[int, MeasurementLine]:
    """The measurement that counts of each indicator that was measured on this very day."""
    correction = aliased(Measurement)
    rows = session.scalars(
        select(Measurement)
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .outerjoin(correction, correction.supersedes_id == Measurement.id)
        .where(
            Agreement.cycle_id == cycle_id,
            Measurement.measured_on == day,
            correction.id.is_(None),
        )
        .options(joinedload(Measurement.staff))
        # As the light chooses: the definitive one last, and then the newest.
        .order_by(Measurement.provisional.desc(), Measurement.id)
    )
    return {row.indicator_id: _line(row, None) for row in rows}


def _story(rows: Iterable[Measurement]) -> tuple[MeasurementLine, ...]:
    rows = list(rows)
    corrected_by = {row.supersedes_id: row.id for row in rows}
    return tuple(_line(row, corrected_by.get(row.id)) for row in rows)


def _line(row: Measurement, corrected_by: int | None) -> MeasurementLine:
    return MeasurementLine(
        id=row.id,
        measured_on=row.measured_on,
        value=row.value,
        source=row.source,
        source_date=row.source_date,
        provisional=row.provisional,
        remark=row.remark,
        entered_at=row.entered_at,
        entered_by=row.staff.name if row.staff is not None else "",
        supersedes_id=row.supersedes_id,
        corrected_by=corrected_by,
    )
