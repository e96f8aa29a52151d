"""One indicator: what was agreed about it, as it can be changed, and how it goes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Indicator
from desktop.agreements.queries.lights import IndicatorLight, light_of
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.store.found import found


def wish_of(session: Session, indicator_id: int) -> tuple[int, IndicatorWish]:
    """The version of an indicator and what was agreed. Refuses one that is gone."""
    indicator = found(session, Indicator, indicator_id)
    names = [field.name for field in fields(IndicatorWish) if field.name != "steps"]
    values = {name: getattr(indicator, name) for name in names}
    steps = tuple((step.due_on, step.value) for step in indicator.steps)
    return indicator.version, IndicatorWish(**values, steps=steps)


@dataclass(frozen=True)
class IndicatorView:
    """An indicator on a day, with the agreement that it is of."""

    agreement_id: int
    agreement_code: str
    agreement: str
    light: IndicatorLight


def indicator_on(session: Session, indicator_id: int, on: date) -> IndicatorView:
    """How an indicator goes on a day. Refuses one that is gone."""
    agreement = found(session, Indicator, indicator_id).agreement
    lights = light_of(session, agreement.id, on).indicators
    return IndicatorView(
        agreement.id,
        agreement.code,
        agreement.title,
        next(one for one in lights if one.id == indicator_id),
    )
