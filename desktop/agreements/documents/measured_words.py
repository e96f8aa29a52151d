"""What was agreed and measured in the few words of a cell on paper."""

from __future__ import annotations

from decimal import Decimal

from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.states import Direction, Light
from desktop.agreements.wording import quantity
from desktop.language import _
from desktop.language.format import day_figures


def goal_words(indicator: IndicatorLight) -> str:
    """`54 maanden`, `95 tot 100 %`, `hoogstens 8`, or the day by which it is done."""
    target = indicator.target
    if target.direction is Direction.YESNO:
        return _("done by {day}").format(day=day_figures(target.goal_on))
    if target.direction is Direction.BETWEEN:
        assert target.low is not None
        low = quantity(target.low, "", target.decimals)
        return _("{low} to {high}").format(low=low, high=_value(indicator, target.high))
    goal = _value(indicator, target.goal)
    if target.cumulative and target.direction is Direction.DOWN:
        return _("at most {goal}").format(goal=goal)
    return goal


def measured_words(indicator: IndicatorLight) -> str:
    """What was measured last; of what is done or not, whether it is."""
    if indicator.target.direction is Direction.YESNO:
        return _("done") if indicator.reckoned.light is Light.DONE else _("not yet")
    return _value(indicator, indicator.reckoned.measured)


def measured_when(indicator: IndicatorLight) -> str:
    """The day of what was measured last, and that it is provisional; empty without one."""
    target, reckoned = indicator.target, indicator.reckoned
    if target.direction is Direction.YESNO:
        if target.done_on is None or reckoned.light is not Light.DONE:
            return ""
        return day_figures(target.done_on)
    if reckoned.measured_on is None:
        return ""
    day = day_figures(reckoned.measured_on)
    return _("{day}, provisional").format(day=day) if reckoned.provisional else day


def expected_words(indicator: IndicatorLight) -> str:
    """What was expected on the day of the measurement; a dash where nothing was."""
    return _value(indicator, indicator.reckoned.expected)


def _value(indicator: IndicatorLight, value: Decimal | None) -> str:
    if value is None:
        return "–"
    return quantity(value, indicator.unit, indicator.target.decimals)
