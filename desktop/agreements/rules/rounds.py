"""A round of measuring: what is due, how the lights add up, and what must be explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.agreements.rules.changes import ChangeKind, change_kind
from desktop.agreements.states import Frequency, Light

PERIOD_DAYS = {
    Frequency.MONTH: 30,
    Frequency.QUARTER: 91,
    Frequency.HALF_YEAR: 182,
    Frequency.YEAR: 365,
}
EARLY_DAYS = 14  # a round is held when people can come, not on the day
AMISS = (Light.RISK, Light.OFF)


@dataclass(frozen=True)
class LightCounts:
    """How many agreements have each light. A theme and a year get these and no light: nobody is
    helped by the colour of an average (agreements, 2.3)."""

    on: int = 0
    risk: int = 0
    off: int = 0
    nm: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        return self.on + self.risk + self.off + self.nm + self.done

    def of(self, light: Light) -> int:
        """How many have this light."""
        numbers = {
            Light.ON: self.on,
            Light.RISK: self.risk,
            Light.OFF: self.off,
            Light.NM: self.nm,
            Light.DONE: self.done,
        }
        return numbers[light]


def count(lights: Iterable[Light]) -> LightCounts:
    """The lights added up."""
    found = Counter(lights)
    return LightCounts(
        on=found[Light.ON],
        risk=found[Light.RISK],
        off=found[Light.OFF],
        nm=found[Light.NM],
        done=found[Light.DONE],
    )


def is_due(frequency: Frequency, since: date | None, on: date) -> bool:
    """Whether a new measurement is asked on a day. `since` is when it was measured last, or its
    baseline; without one it is asked at once."""
    if since is None:
        return True
    return (on - since).days >= PERIOD_DAYS[frequency] - EARLY_DAYS


def is_new_trouble(before: Light | None, now: Light) -> bool:
    """Whether a light asks for an explanation again: amber or red that was not there in the report
    before, or that became red. `before` is None when there was no report."""
    if now not in AMISS:
        return False
    return before not in AMISS or change_kind(before, now) is ChangeKind.WORSE


def explains(said_on: date, before: Light | None, now: Light, since: date | None) -> bool:
    """Whether what was said on a day is about the light of now. When it became worse since the
    last report, of the day `since`, what was said up to that report was about something else."""
    return since is None or said_on > since or not is_new_trouble(before, now)


def measuring_day(on: date, last: date | None) -> date:
    """The day that a value holds for, unless people say otherwise: that of the round, or the day
    itself when `last`, the day of the newest measurement, is not before it."""
    of_round = round_day(on)
    return of_round if last is None or last < of_round else on


def round_day(on: date) -> date:
    """The day that the values of a round hold for, unless people say otherwise: the first day of
    the quarter."""
    return date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
