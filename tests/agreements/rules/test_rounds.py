"""What a round of measuring asks, and what must be explained again."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.rules.rounds import count, is_due, is_new_trouble
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
