"""What is asked of a tenants' organisation (Overlegwet, art. 1(1)f)."""

from __future__ import annotations

from datetime import date


def meeting_is_due(last_on: date | None, today: date) -> bool:
    """Whether the yearly meeting with tenants is longer than a year ago, or not known."""
    if last_on is None:
        return True
    return (last_on.year + 1, last_on.month, last_on.day) < (today.year, today.month, today.day)
