"""R14: the order table of a decision goes after 24 months."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.viewings.rules.retention import order_removal_day


@pytest.mark.parametrize(
    ("decided_on", "goes_on"),
    [
        (date(2026, 11, 25), date(2028, 11, 25)),
        (date(2026, 12, 31), date(2028, 12, 31)),
        (date(2028, 2, 29), date(2030, 2, 28)),
    ],
)
def test_R14_the_order_table_goes_24_months_after_the_decision(decided_on, goes_on):
    assert order_removal_day(decided_on) == goes_on
