"""What was agreed about an indicator, as it can be changed."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy.orm import Session

from desktop.agreements.model import Indicator
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.store.found import found


def wish_of(session: Session, indicator_id: int) -> tuple[int, IndicatorWish]:
    """The version of an indicator and what was agreed. Refuses one that is gone."""
    indicator = found(session, Indicator, indicator_id)
    names = [field.name for field in fields(IndicatorWish) if field.name != "steps"]
    values = {name: getattr(indicator, name) for name in names}
    steps = tuple((step.due_on, step.value) for step in indicator.steps)
    return indicator.version, IndicatorWish(**values, steps=steps)
