"""Lights and values in the few words of a list."""

from __future__ import annotations

from desktop.agreements.queries.lights import AgreementLight, IndicatorLight
from desktop.agreements.states import Direction, Light
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_tiny, number

SIGNS = {Light.ON: "●", Light.RISK: "▲", Light.OFF: "■", Light.NM: "?", Light.DONE: "✔"}


def light_words(light: Light) -> str:
    """A light as a shape and its word, for places that only take text."""
    return f"{SIGNS[light]} {word(light)}"


def value_words(light: AgreementLight) -> str:
    """`84 van 120`, of the indicator that decides about the light; nothing without one."""
    deciding = next((i for i in light.indicators if i.counts and i.light is light.light), None)
    first = deciding or next(iter(light.indicators), None)
    return of_indicator(first) if first is not None else ""


def of_indicator(indicator: IndicatorLight) -> str:
    """What was measured last, beside what was agreed."""
    target, measured = indicator.target, indicator.reckoned.measured
    if target.direction is Direction.YESNO:
        if target.done_on is not None:
            return _("done {day}").format(day=day_tiny(target.done_on))
        return _("before {day}").format(day=day_tiny(target.goal_on))
    sign = " %" if indicator.unit == "%" else ""
    if measured is None and target.goal is not None:
        return _("goal {goal}").format(goal=number(target.goal, target.decimals) + sign)
    if measured is None:
        return _("no measurement")
    value = number(measured, target.decimals) + sign
    if target.direction is Direction.BETWEEN:
        return value
    assert target.goal is not None
    goal = number(target.goal, target.decimals) + sign
    if target.cumulative and target.direction is Direction.DOWN:
        return _("{value} of at most {goal}").format(value=value, goal=goal)
    if target.cumulative:
        return _("{value} of {goal}").format(value=value, goal=goal)
    return f"{value} → {goal}"
