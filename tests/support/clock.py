"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.language.format import AMSTERDAM


class Clock:
    """Use it as `store.now`; it gives an aware moment in UTC."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)

    def __repr__(self) -> str:
        return f"Clock at {self.moment}"

    def __call__(self) -> datetime:
        return self.moment.astimezone(UTC)

    def move_to(self, moment: datetime) -> None:
        self.moment = moment

    def move_on(self, **time: float) -> None:
        """`move_on(days=1, hours=2)`: elapsed time, also over a change of the clocks."""
        self.moment = (self() + timedelta(**time)).astimezone(AMSTERDAM)
