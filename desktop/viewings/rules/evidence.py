"""The planner of evidence: in which month a question can be answered, with this turnover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from desktop.language import _
from desktop.language.format import month_name
from desktop.viewings.rules.statistics import needed_per_arm

USUAL_BEFORE = 0.50
USUAL_AFTER = 0.25
LONGEST_MONTHS = 600


@dataclass(frozen=True)
class EvidencePlan:
    """What a question about shares needs: lettings in the pilot and as many in the comparison
    complexes, what comes in a year on the slower side, and the first day of the month in which
    there are enough; `month` is None when that takes more than fifty years."""

    needed_per_arm: int
    lettings_per_year: float
    month: date | None

    @property
    def words(self) -> str:
        """The answer to "when will we know?"."""
        if self.month is None:
            return _("With this turnover this cannot be answered. Add more complexes.")
        return _("With this turnover you know this in {month}.").format(
            month=month_name(self.month)
        )


def lettings_per_year(dwellings: int, turnover_percent: float) -> float:
    """How many dwellings become free in a year: 100 at 5.9 % are about 6."""
    return dwellings * turnover_percent / 100


def plan_evidence(
    starts_on: date,
    pilot_dwellings: int,
    comparison_dwellings: int,
    turnover_percent: float,
    before: float = USUAL_BEFORE,
    after: float = USUAL_AFTER,
) -> EvidencePlan:
    """When a change from the share `before` to `after` can be seen with a power of 80 %. Dwellings
    of all complexes of a side are pooled; the slower side decides."""
    needed = needed_per_arm(before, after)
    per_year = lettings_per_year(min(pilot_dwellings, comparison_dwellings), turnover_percent)
    months = ceil(needed / per_year * 12) if per_year > 0 else LONGEST_MONTHS + 1
    return EvidencePlan(
        needed, per_year, _months_later(starts_on, months) if months <= LONGEST_MONTHS else None
    )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
