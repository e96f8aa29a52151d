"""How a year goes on a day: each indicator with the numbers behind its light, each agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement
from desktop.agreements.queries.lights import (
    AgreementLight,
    IndicatorLight,
    lights_of_cycle,
)
from desktop.agreements.queries.overrides import OverrideLine
from desktop.agreements.queries.years import asked_cycle
from desktop.agreements.rules.light import Reckoned, Target
from desktop.agreements.states import Light


@dataclass(frozen=True)
class IndicatorStatus:
    """An indicator with its light as computed, and what people decided about it or about the
    whole agreement."""

    agreement: str
    code: str
    name: str
    unit: str
    target: Target
    reckoned: Reckoned
    override: OverrideLine | None


@dataclass(frozen=True)
class AgreementStatus:
    """An agreement: the light of its indicators together as computed, and as it counts."""

    code: str
    title: str
    computed: Light
    light: Light
    override: OverrideLine | None


@dataclass(frozen=True)
class YearStatus:
    """A year on a day, in the order of the codes. `counts` are of the agreements, as computed."""

    year: int
    applies_in: int
    on: date
    indicators: tuple[IndicatorStatus, ...]
    agreements: tuple[AgreementStatus, ...]

    @property
    def counts(self) -> Mapping[Light, int]:
        return Counter(agreement.computed for agreement in self.agreements)


def status_of_year(session: Session, year: str | None, on: date, today: date) -> YearStatus:
    """How the agreements of a year go on a day. Refuses a year that is not there."""
    cycle = asked_cycle(session, year, today)
    lights = lights_of_cycle(session, cycle.id, on)
    named = session.execute(
        select(Agreement.id, Agreement.code, Agreement.title)
        .where(Agreement.cycle_id == cycle.id)
        .order_by(Agreement.code)
    ).all()
    return YearStatus(
        year=cycle.year,
        applies_in=cycle.applies_from.year,
        on=on,
        indicators=tuple(
            _indicator(code, lights[id], indicator)
            for id, code, _title in named
            for indicator in lights[id].indicators
        ),
        agreements=tuple(_agreement(code, title, lights[id]) for id, code, title in named),
    )


def _indicator(code: str, whole: AgreementLight, indicator: IndicatorLight) -> IndicatorStatus:
    return IndicatorStatus(
        agreement=code,
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        target=indicator.target,
        reckoned=indicator.reckoned,
        override=indicator.override or whole.override,
    )


def _agreement(code: str, title: str, light: AgreementLight) -> AgreementStatus:
    return AgreementStatus(code, title, light.computed, light.light, light.override)
