"""How urgent something due is, and the moments that stand for a whole day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from desktop.feature import Urgency
from desktop.language.format import AMSTERDAM, local

SOON = timedelta(days=7)


def urgency(when: datetime, now: datetime) -> Urgency:
    """Late, today, within a week, or later."""
    if when < now:
        return Urgency.LATE
    if local(when).date() == local(now).date():
        return Urgency.TODAY
    return Urgency.SOON if when - now <= SOON else Urgency.LATER


def begin_of(day: date) -> datetime:
    """The first minute of a day in the Netherlands."""
    return datetime.combine(day, time(0), tzinfo=AMSTERDAM)


def end_of(day: date) -> datetime:
    """The last minute of a day in the Netherlands."""
    return datetime.combine(day, time(23, 59), tzinfo=AMSTERDAM)


def is_whole_day(moment: datetime) -> bool:
    """Whether a moment stands for its day: its first or its last minute."""
    return local(moment).time().replace(second=0, microsecond=0) in (time(0, 0), time(23, 59))
