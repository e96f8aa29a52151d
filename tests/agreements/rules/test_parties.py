"""What is asked of who speaks for tenants, and their yearly meeting."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.model import Party
from desktop.agreements.rules.parties import ASKED, asked_of, meeting_is_due
from desktop.agreements.states import PartyKind


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


def test_a_committee_is_asked_what_an_organisation_is_but_for_its_board() -> None:
    board, *others = asked_of(PartyKind.TENANTS)
    assert board == "board_of_tenants"
    assert asked_of(PartyKind.RESIDENTS) == tuple(others)
    assert asked_of(PartyKind.MUNICIPALITY) == ()


def test_all_that_is_asked_is_kept_of_a_party() -> None:
    assert {name for names in ASKED.values() for name in names} <= set(
        Party.__table__.columns.keys()
    )
