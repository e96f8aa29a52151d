"""What people enter about indicators and measurements: what is refused, and what is asked (E1–E7).

Sentences are for people; numbers in them are written as the user's language writes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.agreements.rules.period import years_later
from desktop.agreements.states import Direction
from desktop.language import _, language
from desktop.language.format import day_figures, day_plain
from desktop.refused import Refused

REASON_LENGTH = 20  # of why somebody changes a light, in characters
JUMP = 3  # times more or less than the measurement before
LONGEST_NUMBER = 30  # characters; nothing in housing is longer

PLAIN = re.compile(r"[0-9]+([.,][0-9]+)?")
DUTCH = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")  # 1.234,5
ENGLISH = re.compile(r"[0-9]{1,3}((,[0-9]{3})+\.[0-9]+|(,[0-9]{3}){2,})")  # 1,234.5
EITHER = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")  # 1.234: thousands or decimals


class Ambiguous(Refused):
    """A number that can be read in two ways; the screen asks which of `readings` is meant."""

    def __init__(self, readings: tuple[Decimal, Decimal], field: str) -> None:
        whole, broken = readings
        sentence = _("Do you mean {whole} or {broken}?").format(
            whole=plain_number(whole), broken=plain_number(broken)
        )
        super().__init__(sentence, field)
        self.readings = readings


class AlreadyMeasured(Refused):
    """The day has a measurement already, `measurement_id`; the screen offers to correct it (E6)."""

    def __init__(self, measured_on: date, value: Decimal, measurement_id: int) -> None:
        sentence = _(
            "There is a measurement for {day} already: {value}. Do you want to correct it? "
            "The old value stays visible."
        ).format(day=day_plain(measured_on), value=plain_number(value))
        super().__init__(sentence, "measured_on")
        self.measurement_id = measurement_id


@dataclass(frozen=True)
class Doubt:
    """A value that may be a typing error: ask once, then take it."""

    value: Decimal
    previous: Decimal


def number(text: str, field: str = "value") -> Decimal:
    """A number as people type it: `1.234,5` and `1234.5` (E1). What has two readings raises
    `Ambiguous`; anything else, such as NaN or 1e400, is refused."""
    typed = text.strip()
    negative = typed.startswith(("-", "−"))
    digits = typed[1:] if negative else typed
    if len(digits) > LONGEST_NUMBER:
        raise _no_number(text, field)
    sign = -1 if negative else 1
    if EITHER.fullmatch(digits):
        raise Ambiguous((sign * Decimal(digits.replace(".", "")), sign * Decimal(digits)), field)
    if PLAIN.fullmatch(digits):
        return sign * Decimal(digits.replace(",", "."))
    if DUTCH.fullmatch(digits):
        return sign * Decimal(digits.replace(".", "").replace(",", "."))
    if ENGLISH.fullmatch(digits):
        return sign * Decimal(digits.replace(",", ""))
    raise _no_number(text, field)


def check_number(value: Decimal, field: str = "value") -> None:
    """A number that did not come through `number` has a size, and one that can be kept (E1)."""
    kept = value.is_finite() and abs(value.adjusted()) < LONGEST_NUMBER
    if not kept or len(format(value, "f")) > LONGEST_NUMBER:
        raise _no_number(str(value), field)


def check_measured_on(measured_on: date, today: date) -> None:
    """A measurement is of today or earlier (E2)."""
    if measured_on > today:
        sentence = _(
            "The measurement date {day} is in the future. Fill in a date up to and including "
            "today ({today})."
        )
        raise Refused(
            sentence.format(day=day_plain(measured_on), today=day_plain(today)), "measured_on"
        )


def check_percentage(value: Decimal, unit: str, field: str = "value") -> None:
    """A value in % is between 0 and 100 (E3)."""
    if unit == "%" and not 0 <= value <= 100:
        sentence = _("A percentage is between 0 and 100. You filled in {value}.")
        raise Refused(sentence.format(value=plain_number(value)), field)


def check_dates(baseline_on: date, goal_on: date) -> None:
    """The goal is later than the baseline (E4)."""
    if goal_on <= baseline_on:
        sentence = _(
            "The date of the goal ({goal}) must be later than the date of the baseline"
            " ({baseline})."
        )
        raise Refused(
            sentence.format(goal=day_figures(goal_on), baseline=day_figures(baseline_on)),
            "goal_on",
        )


def check_direction(
    direction: Direction, cumulative: bool, baseline: Decimal, goal: Decimal
) -> None:
    """The goal lies in the direction that was chosen (E5). A ceiling counts from nothing and may
    lie above its baseline."""
    if direction is Direction.UP and goal < baseline:
        sentence = _(
            "You chose “up”, but the goal ({goal}) is lower than the baseline "
            "({baseline}). Choose “down” or change the goal."
        )
    elif direction is Direction.DOWN and goal > baseline and not cumulative:
        sentence = _(
            "You chose “down”, but the goal ({goal}) is higher than the baseline "
            "({baseline}). Choose “up” or change the goal."
        )
    else:
        return
    raise Refused(
        sentence.format(goal=plain_number(goal), baseline=plain_number(baseline)), "direction"
    )


def check_override_days(decided_on: date, valid_until: date) -> None:
    """A changed light holds for a year at most; then people look again."""
    if valid_until < decided_on:
        raise Refused(_("The last day comes after the first. Choose a later day."), "valid_until")
    latest = years_later(decided_on, 1)
    if valid_until > latest:
        sentence = _("A changed light holds for at most 12 months. Choose a day up to {day}.")
        raise Refused(sentence.format(day=day_plain(latest)), "valid_until")


def check_override_reason(reason: str) -> None:
    """Who changes a light explains it (E7)."""
    if len(reason.strip()) < REASON_LENGTH:
        sentence = _(
            "Explain why you change the light. Write at least {n} characters. "
            "Everybody can read your explanation."
        )
        raise Refused(sentence.format(n=REASON_LENGTH), "reason")


def doubt(value: Decimal, previous: Decimal | None) -> Doubt | None:
    """Whether a value may be a typing error: more than three times more or less than the one
    before, or another sign."""
    if previous is None or previous == 0:
        return None
    other_sign = value * previous < 0
    jumped = abs(value) > JUMP * abs(previous) or JUMP * abs(value) < abs(previous)
    return Doubt(value, previous) if other_sign or jumped else None


def margin_hint(tolerance: Decimal, decimals: int, fixed: bool) -> str | None:
    """A hint when a percentage leaves no room for orange, because values are whole numbers."""
    if fixed or decimals > 0 or tolerance >= 1:
        return None
    return _("The margin is smaller than 1. Choose a fixed margin.")


def plain_number(value: Decimal) -> str:
    """A number without dots between thousands, which nobody can misread: `1234,5`."""
    shown = f"{value:f}"
    return shown.replace(".", ",") if language() == "nl" else shown


def _no_number(text: str, field: str) -> Refused:
    sentence = _("“{text}” is not a number. Fill in a number, for example 12.5.")
    return Refused(sentence.format(text=text), field)
