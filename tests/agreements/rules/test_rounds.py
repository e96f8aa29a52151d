"""What a round of measuring asks, and what must be explained again."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.rules.rounds import (
    count,
    explains,
    is_due,
    is_new_trouble,
    measuring_day,
    round_day,
)
from desktop.agreements.states import Frequency, Light

ON, RISK, OFF, NM, DONE = Light.ON, Light.RISK, Light.OFF, Light.NM, Light.DONE


def test_every_agreement_is_counted_once() -> None:
    counts = count([ON, ON, RISK, OFF, NM, NM, DONE])
    assert (counts.on, counts.risk, counts.off, counts.nm, counts.done) == (2, 1, 1, 2, 1)
    assert counts.total == 7
    assert sum(counts.of(light) for light in Light) == 7


@pytest.mark.parametrize(
    ("frequency", "since", "due"),
    [
        (Frequency.QUARTER, None, True),
        (Frequency.QUARTER, date(2026, 4, 1), True),
        (Frequency.QUARTER, date(2026, 4, 15), True),
        (Frequency.QUARTER, date(2026, 4, 16), False),
        (Frequency.HALF_YEAR, date(2025, 12, 31), True),
        (Frequency.HALF_YEAR, date(2026, 4, 1), False),
        (Frequency.MONTH, date(2026, 6, 10), True),
        (Frequency.MONTH, date(2026, 6, 20), False),
        (Frequency.YEAR, date(2025, 12, 31), False),
        (Frequency.YEAR, date(2025, 7, 1), True),
    ],
)
def test_a_measurement_is_due_after_its_period_or_a_little_before(
    frequency: Frequency, since: date | None, due: bool
) -> None:
    assert is_due(frequency, since, date(2026, 7, 1)) is due


@pytest.mark.parametrize(
    ("before", "now", "new"),
    [
        (None, OFF, True),
        (None, ON, False),
        (ON, RISK, True),
        (NM, OFF, True),
        (RISK, RISK, False),
        (RISK, OFF, True),
        (OFF, OFF, False),
        (OFF, RISK, False),
        (OFF, DONE, False),
        (RISK, NM, False),
    ],
)
def test_amber_or_red_that_was_not_there_before_is_explained_again(
    before: Light | None, now: Light, new: bool
) -> None:
    assert is_new_trouble(before, now) is new


def test_what_was_said_before_the_report_does_not_explain_what_became_worse_since() -> None:
    report, before, after = date(2026, 4, 1), date(2026, 3, 1), date(2026, 4, 2)
    assert not explains(before, Light.RISK, Light.OFF, report)
    assert explains(after, Light.RISK, Light.OFF, report)
    assert explains(before, Light.OFF, Light.OFF, report)
    assert explains(before, None, Light.OFF, None)


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (date(2026, 7, 9), date(2026, 7, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2028, 2, 29), date(2028, 1, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_round_holds_for_the_first_day_of_its_quarter(on: date, first: date) -> None:
    assert round_day(on) == first


@pytest.mark.parametrize(
    ("last", "day"),
    [
        (None, date(2026, 7, 1)),
        (date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2026, 7, 15)),
        (date(2026, 7, 10), date(2026, 7, 15)),
    ],
)
def test_a_value_is_of_the_round_until_the_round_has_one(last: date | None, day: date) -> None:
    assert measuring_day(date(2026, 7, 15), last) == day
