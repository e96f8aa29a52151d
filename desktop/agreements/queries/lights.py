"""The lights of a whole cycle, read in few statements: of each indicator only the measurement
that counts, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, exists, select
from sqlalchemy.orm import Session, aliased

from desktop.agreements.model import (
    Agreement,
    Indicator,
    IndicatorStep,
    Measurement,
    Objection,
    Override,
    Party,
)
from desktop.agreements.rules.light import (
    ByHand,
    Reading,
    Reckoned,
    Target,
    in_force,
    reckon,
    roll_up,
)
from desktop.agreements.states import Direction, Light

Steps = tuple[tuple[date, Decimal], ...]

Thing = TypeVar("Thing")

TARGET_COLUMNS = (
    Indicator.direction,
    Indicator.cumulative,
    Indicator.baseline,
    Indicator.baseline_on,
    Indicator.goal,
    Indicator.goal_on,
    Indicator.low,
    Indicator.high,
    Indicator.path,
    Indicator.margin_percent,
    Indicator.margin_absolute,
    Indicator.max_age_days,
    Indicator.decimals,
    Indicator.done_on,
)


@dataclass(frozen=True)
class OverrideLine:
    """A light that people decided on, who did and until when, and who objects with which words."""

    id: int
    light: Light
    reason: str
    party: str
    decided_on: date
    valid_until: date
    objections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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
    return _lights(session, Agreement.cycle_id == cycle_id, on)


def light_of(session: Session, agreement_id: int, on: date) -> AgreementLight:
    """The light of one agreement on a day; not measurable when there is no such agreement."""
    lights = _lights(session, Agreement.id == agreement_id, on)
    return lights.get(agreement_id, _agreement_light(agreement_id, (), None))


def _lights(session: Session, which: ColumnElement[bool], on: date) -> dict[int, AgreementLight]:
    agreements = session.scalars(select(Agreement.id).where(which)).all()
    steps = _steps(session, which)
    overrides = _overrides(session, which, on)
    indicators: dict[int, list[IndicatorLight]] = defaultdict(list)
    for row in session.execute(_with_last_measurement(which, on)):
        indicators[row.agreement_id].append(_indicator_light(row, steps, overrides, on))
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


def _with_last_measurement(which: ColumnElement[bool], on: date) -> Any:
    """Each indicator with the one measurement that counts on the day (agreements, 2.3)."""
    other, correction = aliased(Measurement), aliased(Measurement)
    last = (
        select(other.id)
        .where(
            other.indicator_id == Indicator.id,
            other.measured_on <= on,
            ~exists().where(correction.supersedes_id == other.id),
        )
        .order_by(other.measured_on.desc(), other.provisional, other.id.desc())
        .limit(1)
        .correlate(Indicator)
        .scalar_subquery()
    )
    return (
        select(
            Indicator.id,
            Indicator.agreement_id,
            Indicator.code,
            Indicator.name,
            Indicator.unit,
            Indicator.counts,
            Party.name.label("owner"),
            *TARGET_COLUMNS,
            Measurement.id.label("measurement_id"),
            Measurement.measured_on,
            Measurement.value,
            Measurement.provisional,
        )
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .outerjoin(Party, Indicator.owner_id == Party.id)
        .outerjoin(Measurement, Measurement.id == last)
        .where(which)
        .order_by(Indicator.agreement_id, Indicator.code)
    )


def _indicator_light(
    row: Row[Any],
    steps: Mapping[int, Steps],
    overrides: Mapping[tuple[int, int | None], OverrideLine],
    on: date,
) -> IndicatorLight:
    target = target_of(row, steps.get(row.id, ()))
    readings: tuple[Reading, ...] = ()
    if row.measurement_id is not None:
        readings = (
            Reading(row.measurement_id, row.measured_on, row.value, row.provisional, False),
        )
    return IndicatorLight(
        id=row.id,
        code=row.code,
        name=row.name,
        unit=row.unit,
        owner=row.owner or "",
        counts=row.counts,
        target=target,
        reckoned=reckon(target, readings, on),
        override=overrides.get((row.agreement_id, row.id)),
    )


def target_of(indicator: Indicator | Row[Any], steps: Steps) -> Target:
    """What was agreed, from an indicator or from a row with `TARGET_COLUMNS`."""
    yesno = indicator.direction is Direction.YESNO
    return Target(
        direction=indicator.direction,
        cumulative=indicator.cumulative,
        baseline=indicator.baseline,
        baseline_on=indicator.baseline_on,
        goal=None if yesno else indicator.goal,
        goal_on=indicator.goal_on,
        low=indicator.low,
        high=indicator.high,
        path=indicator.path,
        steps=steps,
        margin_percent=indicator.margin_percent,
        margin_absolute=indicator.margin_absolute,
        max_age_days=indicator.max_age_days,
        decimals=indicator.decimals,
        done_on=indicator.done_on,
    )


def _steps(session: Session, which: ColumnElement[bool]) -> dict[int, Steps]:
    rows = session.execute(
        select(IndicatorStep.indicator_id, IndicatorStep.due_on, IndicatorStep.value)
        .join(Indicator, IndicatorStep.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(which)
        .order_by(IndicatorStep.due_on)
    )
    return _by_first((id, (due_on, value)) for id, due_on, value in rows)


def _overrides(
    session: Session, which: ColumnElement[bool], on: date
) -> dict[tuple[int, int | None], OverrideLine]:
    """What people decided and holds on the day, by agreement and indicator (None: the whole)."""
    rows = session.execute(
        select(Override, Party.name)
        .join(Party, Override.party_id == Party.id)
        .join(Agreement, Override.agreement_id == Agreement.id)
        .where(which, Override.decided_on <= on, Override.valid_until >= on)
    ).all()
    by_subject: dict[tuple[int, int | None], list[tuple[Override, str]]] = defaultdict(list)
    for override, party in rows:
        by_subject[override.agreement_id, override.indicator_id].append((override, party))
    objections = _objections(session, [override.id for override, _party in rows])
    return {
        subject: _last_decided(several, objections, on) for subject, several in by_subject.items()
    }


def _last_decided(
    several: Iterable[tuple[Override, str]],
    objections: Mapping[int, tuple[tuple[str, str], ...]],
    on: date,
) -> OverrideLine:
    by_id = {override.id: (override, party) for override, party in several}
    holding = in_force(
        (ByHand(o.id, o.light, o.decided_on, o.valid_until) for o, _party in by_id.values()), on
    )
    assert holding is not None, "only what holds on the day was read"
    override, party = by_id[holding.id]
    return OverrideLine(
        id=override.id,
        light=override.light,
        reason=override.reason,
        party=party,
        decided_on=override.decided_on,
        valid_until=override.valid_until,
        objections=objections.get(override.id, ()),
    )


def _objections(
    session: Session, override_ids: list[int]
) -> dict[int, tuple[tuple[str, str], ...]]:
    rows = session.execute(
        select(Objection.override_id, Party.name, Objection.text)
        .join(Party, Objection.party_id == Party.id)
        .where(Objection.override_id.in_(override_ids))
        .order_by(Objection.id)
    )
    return _by_first((override_id, (party, text)) for override_id, party, text in rows)


def _by_first(pairs: Iterable[tuple[int, Thing]]) -> dict[int, tuple[Thing, ...]]:
    found: dict[int, list[Thing]] = defaultdict(list)
    for id, thing in pairs:
        found[id].append(thing)
    return {id: tuple(of_id) for id, of_id in found.items()}
