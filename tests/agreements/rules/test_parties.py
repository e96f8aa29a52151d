"""The yearly meeting of a tenants' organisation."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.rules.parties import meeting_is_due


@pytest.mark.parametrize(
    ("last_on", "today", "due"),
    [
        (None, date(2026, 7, 1), True),
        (date(2025, 7, 1), date(2026, 7, 1), False),
        (date(2025, 6, 30), date(2026, 7, 1), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 7, 1), date(2026, 7, 1), False),
    ],
)
def test_a_meeting_is_due_when_the_last_one_is_longer_than_a_year_ago(
    last_on: date | None, today: date, due: bool
) -> None:
    assert meeting_is_due(last_on, today) is due
