"""The lights of a whole cycle, read in few statements: of each indicator only the measurement
that counts, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Row, exists, select
from sqlalchemy.orm import Session, aliased

from desktop.agreements.model import (
    Agreement,
    Indicator,
    IndicatorStep,
    Measurement,
    Party,
)
from desktop.agreements.queries.overrides import (
    DAY,
    THIS,
    OverrideLine,
    Which,
    by_first,
    overrides_of,
)
from desktop.agreements.rules.light import Reading, Reckoned, Target, reckon, roll_up
from desktop.agreements.states import Light

Steps = tuple[tuple[date, Decimal], ...]

OF_CYCLE: Which = Agreement.cycle_id
ALONE: Which = Agreement.id

ABOUT = (
    Indicator.agreement_id,
    Indicator.id,
    Indicator.code,
    Indicator.name,
    Indicator.unit,
    Party.name,
    Indicator.counts,
)
# What was agreed, in the order of `Target`: before its steps and after them.
BEFORE_STEPS = (
    Indicator.direction,
    Indicator.cumulative,
    Indicator.baseline,
    Indicator.baseline_on,
    Indicator.goal,
    Indicator.goal_on,
    Indicator.low,
    Indicator.high,
    Indicator.path,
)
AFTER_STEPS = (
    Indicator.margin_percent,
    Indicator.margin_absolute,
    Indicator.max_age_days,
    Indicator.decimals,
    Indicator.done_on,
)
# What was measured, in the order of `Reading`.
MEASURED = (
    Measurement.id,
    Measurement.measured_on,
    Measurement.value,
    Measurement.provisional,
)
AGREED_AT = len(ABOUT)
STEPS_AT = AGREED_AT + len(BEFORE_STEPS)
MEASURED_AT = STEPS_AT + len(AFTER_STEPS)


@dataclass(frozen=True, slots=True)
class IndicatorLight:
    """An indicator with its light: `reckoned` as computed, `light` as it counts."""

    id: int
    code: str
    name: str
    unit: str
    owner: str
    counts: bool
    target: Target
    reckoned: Reckoned
    override: OverrideLine | None

    @property
    def light(self) -> Light:
        return self.reckoned.light if self.override is None else self.override.light


@dataclass(frozen=True, slots=True)
class AgreementLight:
    """An agreement with its light and those of its indicators: `computed` without anything that
    people decided, `light` as it counts."""

    agreement_id: int
    computed: Light
    light: Light
    override: OverrideLine | None
    indicators: tuple[IndicatorLight, ...]


def lights_of_cycle(session: Session, cycle_id: int, on: date) -> Mapping[int, AgreementLight]:
    """The light of every agreement of a cycle on a day, by the number of the agreement."""
    return _lights(session, OF_CYCLE, cycle_id, on)


def light_of(session: Session, agreement_id: int, on: date) -> AgreementLight:
    """The light of one agreement on a day; not measurable when there is no such agreement."""
    lights = _lights(session, ALONE, agreement_id, on)
    return lights.get(agreement_id, _agreement_light(agreement_id, (), None))


def _lights(session: Session, which: Which, id: int, on: date) -> dict[int, AgreementLight]:
    asked = {"id": id, "on": on}
    agreements = session.scalars(_agreements(which), asked).all()
    steps = by_first(
        (id, (due_on, value)) for id, due_on, value in session.execute(_steps(which), asked)
    )
    overrides = overrides_of(session, which, asked)
    indicators: dict[int, list[IndicatorLight]] = defaultdict(list)
    for row in session.execute(_with_last_measurement(which), asked):
        agreement_id, light = _indicator_light(row, steps, overrides, on)
        indicators[agreement_id].append(light)
    return {
        id: _agreement_light(id, tuple(indicators[id]), overrides.get((id, None)))
        for id in agreements
    }


def _agreement_light(
    id: int, indicators: tuple[IndicatorLight, ...], override: OverrideLine | None
) -> AgreementLight:
    counting = [i for i in indicators if i.counts]
    computed = roll_up([i.reckoned.light for i in counting])
    rolled_up = roll_up([i.light for i in counting])
    light = rolled_up if override is None else override.light
    return AgreementLight(id, computed, light, override, indicators)


@cache
def _agreements(which: Which) -> Any:
    return select(Agreement.id).where(which == THIS)


@cache
def _with_last_measurement(which: Which) -> Any:
    """Each indicator with the one measurement that counts on the day (agreements, 2.3)."""
    other, correction = aliased(Measurement), aliased(Measurement)
    last = (
        select(other.id)
        .where(
            other.indicator_id == Indicator.id,
            other.measured_on <= DAY,
            ~exists().where(correction.supersedes_id == other.id),
        )
        .order_by(other.measured_on.desc(), other.provisional, other.id.desc())
        .limit(1)
        .correlate(Indicator)
        .scalar_subquery()
    )
    return (
        select(*ABOUT, *BEFORE_STEPS, *AFTER_STEPS, *MEASURED)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .outerjoin(Party, Indicator.owner_id == Party.id)
        .outerjoin(Measurement, Measurement.id == last)
        .where(which == THIS)
        .order_by(Indicator.agreement_id, Indicator.code)
    )


def _indicator_light(
    row: Row[Any],
    steps: Mapping[int, Steps],
    overrides: Mapping[tuple[int, int | None], OverrideLine],
    on: date,
) -> tuple[int, IndicatorLight]:
    """The agreement of a row and the light of its indicator. A row is read by place: there are a
    thousand of them, and to look up every name takes longer than to reckon."""
    values: list[Any] = list(row)
    agreement_id, id, code, name, unit, owner, counts = values[:AGREED_AT]
    agreed = [*values[AGREED_AT:STEPS_AT], steps.get(id, ()), *values[STEPS_AT:MEASURED_AT]]
    target = Target(*agreed)
    measured = values[MEASURED_AT:]
    readings = (Reading(*measured),) if measured[0] is not None else ()
    light = IndicatorLight(
        id,
        code,
        name,
        unit,
        owner or "",
        counts,
        target,
        reckon(target, readings, on),
        overrides.get((agreement_id, id)),
    )
    return agreement_id, light


@cache
def _steps(which: Which) -> Any:
    return (
        select(IndicatorStep.indicator_id, IndicatorStep.due_on, IndicatorStep.value)
        .join(Indicator, IndicatorStep.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(which == THIS)
        .order_by(IndicatorStep.due_on)
    )
