"""What a light says, in a sentence for everybody and with its numbers (agreements, 2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from desktop.agreements.rules.light import Reckoned, Target
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.states import Direction, Light, LightReason
from desktop.agreements.wording.states import word
from desktop.language import N_, _, ngettext
from desktop.language.format import day_plain, number

PLAIN: Mapping[Light, str] = {
    Light.ON: N_("It goes as agreed."),
    Light.RISK: N_("It goes a little slower than agreed."),
    Light.OFF: N_("It does not go as agreed."),
    Light.NM: N_("We do not know this yet."),
    Light.DONE: N_("This is reached."),
}

# Why a light cannot be told.
UNKNOWN: Mapping[LightReason, str] = {
    LightReason.NOT_STARTED: N_("Reason: it has not begun yet."),
    LightReason.NO_MEASUREMENT: N_("Reason: nothing was measured yet."),
    LightReason.FINAL_MISSING: N_("Reason: the last measurement of the year is missing."),
    LightReason.NO_BASELINE: N_("Reason: nobody measured where it began."),
}

COUNTED = ("", "aantal")  # units that say no more than that something is counted

R = LightReason


def light_sentence(reckoned: Reckoned, target: Target, unit: str) -> str:
    """What everybody can read under a light: how it goes, and the numbers behind it."""
    return f"{plain_sentence(reckoned.light)} {reason_sentence(reckoned, target, unit)}"


def plain_sentence(light: Light) -> str:
    """How it goes, without numbers: "Het gaat zoals afgesproken."."""
    return _(PLAIN[light])


def reason_sentence(reckoned: Reckoned, target: Target, unit: str) -> str:
    """Why a light is what it is, in one or two sentences with numbers and days."""
    if reckoned.reason in UNKNOWN:
        return _(UNKNOWN[reckoned.reason])
    if reckoned.reason is R.OUTDATED:
        return _outdated(reckoned)
    if target.direction is Direction.YESNO:
        return _deed(reckoned, target)
    return " ".join(
        filter(None, [_measured(reckoned, target, unit), _held(reckoned, target, unit)])
    )


def counts_words(counts: LightCounts) -> str:
    """How many agreements have each light: "9 op koers, 3 let op". What there is none of is left
    out."""
    return ", ".join(
        f"{counts.of(light)} {word(light).lower()}" for light in Light if counts.of(light)
    )


def quantity(value: Decimal, unit: str, decimals: int = 0) -> str:
    """A value with its unit: `97,2 %`, `57 maanden`, `4.188`. Never rounded: a value that was
    given with more decimals shows them."""
    exponent = value.normalize().as_tuple().exponent
    places = max(decimals, -exponent) if isinstance(exponent, int) else decimals
    shown = number(value, places)
    return shown if unit.strip().lower() in COUNTED else f"{shown} {unit}"


def _measured(reckoned: Reckoned, target: Target, unit: str) -> str:
    if reckoned.measured is None or reckoned.measured_on is None:
        return ""
    sentence = (
        _("Measured on {day}: {value} (provisional).")
        if reckoned.provisional
        else _("Measured on {day}: {value}.")
    )
    return sentence.format(
        day=_day(reckoned.measured_on), value=quantity(reckoned.measured, unit, target.decimals)
    )


def _held(reckoned: Reckoned, target: Target, unit: str) -> str:
    """What the measurement was held against, and how far off it is."""

    def told(value: Decimal | None) -> str:
        return "–" if value is None else quantity(value, unit, target.decimals)

    # A difference goes without its unit: "1 maanden" is no Dutch.
    off = quantity(abs(reckoned.gap or Decimal(0)), "")
    margin = quantity(reckoned.tolerance or Decimal(0), "")
    if reckoned.reason is R.CEILING_PASSED:
        return _("The maximum is {goal}.").format(goal=told(target.goal))
    if target.direction is Direction.BETWEEN:
        agreed = _("Agreed is between {low} and {high}.").format(
            low=told(target.low), high=told(target.high)
        )
    elif reckoned.expected is None or reckoned.reason in (R.REACHED, R.NOT_REACHED):
        agreed = _("The goal is {goal}.").format(goal=told(target.goal))
    elif target.direction is Direction.UP:
        agreed = _("Expected on that day: {value} or more.").format(value=told(reckoned.expected))
    else:
        agreed = _("Expected on that day: {value} or less.").format(value=told(reckoned.expected))
    if reckoned.reason is R.WITHIN_MARGIN:
        return (
            agreed
            + " "
            + _("The difference is {gap}, within the margin of {margin}.").format(
                gap=off, margin=margin
            )
        )
    if reckoned.reason is R.BEYOND_MARGIN:
        return (
            agreed
            + " "
            + _("The difference is {gap}, more than the margin of {margin}.").format(
                gap=off, margin=margin
            )
        )
    return agreed


def _deed(reckoned: Reckoned, target: Target) -> str:
    """What is said of something that is done or not."""
    days = reckoned.days or 0
    if reckoned.light is Light.DONE and target.done_on is not None:
        done = _("Done on {day}.").format(day=_day(target.done_on))
        late = ngettext("That is {n} day late.", "That is {n} days late.", days).format(n=days)
        return done if reckoned.reason is R.DONE_IN_TIME else f"{done} {late}"
    due = _("To be done by {day}.").format(day=_day(target.goal_on))
    if reckoned.reason is R.OVERDUE:
        late = ngettext("That is {n} day ago.", "That is {n} days ago.", days).format(n=days)
        return f"{due} {late}"
    left = ngettext("{n} day is left.", "{n} days are left.", days).format(n=days)
    return f"{due} {left}"


def _outdated(reckoned: Reckoned) -> str:
    days = reckoned.days or 0
    ago = ngettext(
        "Reason: the last measurement is of {day}, {n} day ago.",
        "Reason: the last measurement is of {day}, {n} days ago.",
        days,
    ).format(day=_day(reckoned.measured_on), n=days)
    if reckoned.pale is None:
        return ago
    return ago + " " + _("It was then: {light}.").format(light=word(reckoned.pale).lower())


def _day(day: date | None) -> str:
    return "–" if day is None else day_plain(day)
