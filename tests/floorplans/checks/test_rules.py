"""The numbers are data, with their article and the time in which they hold."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.floorplans.checks import rules_on
from desktop.floorplans.checks.rules import all_rules


@pytest.mark.parametrize("day", [date(2012, 4, 1), date(2023, 12, 31), date(2024, 1, 1)])
def test_on_every_day_each_rule_has_one_row(day: date) -> None:
    assert {rule.id for rule in rules_on(day)} == {rule.id for rule in all_rules()}


def test_the_article_follows_the_day() -> None:
    before, after = rules_on(date(2023, 12, 31)), rules_on(date(2024, 1, 1))

    assert before["room-width"].article == "Bouwbesluit 2012, art. 4.3 lid 3"
    # Nobody has compared the number with the newer text yet: the row says where it is from.
    newer = "Bbl, art. 4.162–4.164 (Bouwbesluit 2012, art. 4.3 lid 3)"
    assert after["room-width"].article == newer


def test_a_day_before_all_rules_is_not_checked_with_half_of_them() -> None:
    with pytest.raises(ValueError, match="not exactly one row"):
        rules_on(date(2012, 3, 31))


def test_our_own_advice_has_no_article() -> None:
    rules = rules_on(date(2026, 11, 25))

    assert {rule.id for rule in rules if not rule.article} == {
        "front-door",
        "reachable",
        "turning",
        "door-furniture",
        "door-wall",
        "door-clash",
        "stair-door",
        "walking-room",
        "double-wall",
        "toilet-kitchen",
        "washing-machine",
    }
