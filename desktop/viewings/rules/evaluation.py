"""The evaluation of a pilot: what was agreed beforehand, and what may be said afterwards.

Thresholds are fixed before the start. The words are modest on purpose: an indication, no
indication, or too little data (viewings, sections 6 and 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.language import N_, _
from desktop.language.format import day_plain, percent
from desktop.refused import Refused
from desktop.viewings.rules.measures import DECIDING, Better, Measure
from desktop.viewings.rules.retention import SMALLEST_CELL
from desktop.viewings.rules.retention import shown as cell_shown
from desktop.viewings.rules.statistics import LEAST_PER_CELL, Share, newcombe, wilson


@dataclass(frozen=True)
class Threshold:
    """What was agreed before the start for a share: from where it is workable, and from where it
    is so with help. For a share that should be low both are upper limits."""

    workable: float
    with_help: float


USUAL_THRESHOLDS: Mapping[str, Threshold] = {
    "pair_in_time": Threshold(0.70, 0.50),
    "held_as_planned": Threshold(0.70, 0.50),
    "within_day_budget": Threshold(0.70, 0.50),
    "fallback": Threshold(0.30, 0.50),
}


def thresholds(stored: Mapping[str, Mapping[str, float]]) -> dict[str, Threshold]:
    """The thresholds as a pilot holds them: {key: {"workable": 0.7, "with_help": 0.5}}."""
    return {key: Threshold(**values) for key, values in stored.items()}


def check_thresholds(
    chosen: Mapping[str, Threshold], starts_on: date, fixed_on: date | None
) -> None:
    """Refuses thresholds that are fixed on or after the start, miss a deciding measure, are no
    shares, or ask more for "with help" than for "workable"."""
    if fixed_on is not None and fixed_on >= starts_on:
        raise Refused(
            _("Fix the thresholds before the start on {day}. Afterwards they say little.").format(
                day=day_plain(starts_on)
            ),
            "fixed_on",
        )
    for measure in DECIDING:
        threshold = chosen.get(measure.key)
        if threshold is None:
            raise Refused(_("Fill in “{measure}”.").format(measure=measure.words), measure.key)
        low, high = threshold.with_help, threshold.workable
        if measure.better is Better.LOWER:
            low, high = high, low
        if not 0 <= low <= high <= 1:
            raise Refused(
                _(
                    "“{measure}”: fill in two percentages from 0 to 100. “With help” asks less "
                    "than “workable”."
                ).format(measure=measure.words),
                measure.key,
            )


class Verdict(Enum):
    """What may be said of a type of complex, from best to least known."""

    WORKABLE = "workable"
    WITH_HELP = "workable with help"
    NOT_WORKABLE = "not workable"
    TOO_LITTLE = "too little data"


VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.WORKABLE: N_("workable"),
    Verdict.WITH_HELP: N_("workable with help"),
    Verdict.NOT_WORKABLE: N_("not workable"),
    Verdict.TOO_LITTLE: N_("too little data"),
}


def judge(measure: Measure, share: Share, threshold: Threshold) -> Verdict:
    """Where the whole Wilson interval of a share lies: past `workable`, past `with_help`, or
    short of `with_help`; too little data when it lies on both sides of the latter."""
    if share.of == 0:
        return Verdict.TOO_LITTLE
    interval = wilson(share)
    if measure.better is Better.LOWER:
        worst, best = -interval.high, -interval.low
        workable, with_help = -threshold.workable, -threshold.with_help
    else:
        worst, best = interval.low, interval.high
        workable, with_help = threshold.workable, threshold.with_help
    if worst >= workable:
        return Verdict.WORKABLE
    if worst >= with_help:
        return Verdict.WITH_HELP
    return Verdict.NOT_WORKABLE if best < with_help else Verdict.TOO_LITTLE


def verdict(shares: Mapping[str, Share], agreed: Mapping[str, Threshold]) -> Verdict:
    """The verdict on a type of complex, from the deciding measures together. One that surely
    fails makes it not workable; else one that is unsure leaves too little data; else the least
    good one counts."""
    nothing = Share(0, 0)
    each = {judge(m, shares.get(m.key, nothing), agreed[m.key]) for m in DECIDING}
    for found in (Verdict.NOT_WORKABLE, Verdict.TOO_LITTLE, Verdict.WITH_HELP):
        if found in each:
            return found
    return Verdict.WORKABLE


def verdict_words(found: Verdict) -> str:
    """The verdict in the language in use: "werkbaar met hulp"."""
    return _(VERDICT_WORDS[found])


class Finding(Enum):
    """What a difference between two shares lets us say."""

    INDICATION = "indication"
    NO_INDICATION = "no indication"
    TOO_LITTLE = "too little data"


def compare(one: Share, other: Share, matters: float = 0.25) -> Finding:
    """What two shares say together. An indication when Newcombe's interval of the difference
    leaves out zero; no indication when it also leaves out every difference that `matters`; else,
    and with fewer than ten on a side, too little data: not seen is not the same as not there."""
    if min(one.of, other.of) < LEAST_PER_CELL:
        return Finding.TOO_LITTLE
    interval = newcombe(one, other)
    if interval.low > 0 or interval.high < 0:
        return Finding.INDICATION
    if -matters < interval.low and interval.high < matters:
        return Finding.NO_INDICATION
    return Finding.TOO_LITTLE


def finding_words(found: Finding, n: int) -> str:
    """The only sentences that a comparison may end in; `n` is what both sides hold together."""
    if found is Finding.INDICATION:
        return _("indication")
    if found is Finding.NO_INDICATION:
        return _("no indication")
    return _("too little data to say anything (n = {n})").format(n=n)


def share_words(share: Share) -> str:
    """`3 van 6 (19 % tot 81 %)`: the count first, then the interval. For people, not vacancies:
    a share of fewer than five is hidden, since they could be recognised (R14)."""
    if not cell_shown(share.of):
        return hidden_words()
    return counted_words(share)


def counted_words(share: Share) -> str:
    """As `share_words`, for dwellings: these may be few."""
    interval = wilson(share)
    return _("{count} of {of} ({low} to {high})").format(
        count=share.count, of=share.of, low=percent(interval.low), high=percent(interval.high)
    )


def hidden_words() -> str:
    """What stands in a cell of too few people."""
    return _("fewer than {smallest}, not shown").format(smallest=SMALLEST_CELL)
