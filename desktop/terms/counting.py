"""The last day of a term, with the reason for every day that it moved.

Statutory terms follow the Algemene termijnenwet: it moves an end on a day off (art. 1), gives
short terms two working days (art. 2), and leaves long terms and terms in hours alone (art. 4).
Terms of a contract are counted plainly. The day of the event itself never counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from desktop.language import _
from desktop.language.format import AMSTERDAM, day_long, local
from desktop.refused import Refused
from desktop.terms.holidays import (
    ONE_DAY,
    holiday_name,
    is_working_day,
    next_working_day,
)

MOST_DAYS = 90  # article 4: the Act is not for more
MOST_WEEKS = 12
SHORTEST_LENGTHENED = 3  # article 2, in days
WORKING_DAYS_WITHIN = 2
A_CENTURY = 36_525
MORNING = time(8, 0)
NIGHT = time(22, 0)
CLOSING = time(17, 0)


@dataclass(frozen=True)
class Term:
    """A counted term: its `last` day, the day that `plain` counting gives, and the `reasons`
    why they differ or why they do not, as sentences with their article."""

    last: date
    plain: date
    reasons: tuple[str, ...]


def last_day(start: date, *, days: int | None = None, weeks: int | None = None) -> Term:
    """The last day of a statutory term of days or weeks after the event on `start`.

    Algemene termijnenwet, art. 1 to 4. Refuses a term without length or of both units."""
    plain = _after(start, days, weeks)
    if (days is not None and days > MOST_DAYS) or (weeks is not None and weeks > MOST_WEEKS):
        return Term(plain, plain, (_long_term(days),))
    with _within_calendar():
        lengthened, why_longer = _lengthened(start, plain)
        last, why_moved = _moved(lengthened)
    return Term(last, plain, why_longer + why_moved)


def counted_plainly(start: date, *, days: int | None = None, weeks: int | None = None) -> Term:
    """The last day of a term that parties agreed: no day moves, since the Act is for terms in
    a statute (art. 1(1)). Refuses a term without length or of both units."""
    plain = _after(start, days, weeks)
    return Term(
        plain, plain, (_("A term of a contract does not move: every day of the calendar counts."),)
    )


def back_from(day: date, *, days: int | None = None, weeks: int | None = None) -> Term:
    """The last day to do something at least so many days or weeks before `day`, which does not
    move: the Act leaves terms that are counted back alone (art. 1(2)). "Before 15 December" is
    one day back. Refuses a term without length or of both units."""
    with _within_calendar():
        plain = day - _length(days, weeks)
    return Term(
        plain,
        plain,
        (_("A term that is counted back does not move (Algemene termijnenwet, art. 1(2))."),),
    )


def hours_later(moment: datetime, hours: int) -> datetime:
    """When a term of at least so many hours ends; aware, in UTC.

    The Act does not move terms in hours (art. 4), so this is a working agreement (viewings, R7),
    always in favour of who must answer. The hours are real ones, also when the clock changes. An
    end in the day (8:00 to 22:00) on a Saturday, Sunday or holiday moves to the same clock time
    on the next working day; an end at night moves to the first 17:00 on a working day.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone has no place on the clock")
    if hours < 1:
        raise Refused(_("A term is at least 1 hour."), "hours")
    end = local(moment.astimezone(UTC) + timedelta(hours=hours))
    clock = end.time()
    if MORNING <= clock <= NIGHT:
        day = next_working_day(end.date())
    else:
        day = next_working_day(end.date() if clock < CLOSING else end.date() + ONE_DAY)
        clock = CLOSING
    return datetime.combine(day, clock, AMSTERDAM).astimezone(UTC)


def _length(days: int | None, weeks: int | None) -> timedelta:
    given = [timedelta(days=n * unit) for n, unit in ((days, 1), (weeks, 7)) if n is not None]
    if len(given) != 1:
        raise Refused(_("Give a term in days or in weeks, one of the two."), "term")
    if not ONE_DAY <= given[0] <= timedelta(days=A_CENTURY):
        raise Refused(_("A term is at least 1 day and at most a hundred years."), "term")
    return given[0]


@contextmanager
def _within_calendar() -> Iterator[None]:
    """Says in words that a date falls outside the years 1 to 9999 of the calendar."""
    try:
        yield
    except OverflowError as error:
        raise Refused(_("This date is too far away to count with."), "start") from error


def _after(start: date, days: int | None, weeks: int | None) -> date:
    with _within_calendar():
        return start + _length(days, weeks)


def _long_term(days: int | None) -> str:
    if days is not None:
        return _("A term of more than 90 days does not move (Algemene termijnenwet, art. 4).")
    return _("A term of more than twelve weeks does not move (Algemene termijnenwet, art. 4).")


def _lengthened(start: date, last: date) -> tuple[date, tuple[str, ...]]:
    """Article 2: a term of three days or more holds at least two working days."""
    if (last - start).days < SHORTEST_LENGTHENED:
        return last, ()
    within = (start + timedelta(days=n) for n in range(1, (last - start).days + 1))
    lacking = WORKING_DAYS_WITHIN - sum(1 for day in within if is_working_day(day))
    if lacking <= 0:
        return last, ()
    for _number in range(lacking):
        last = next_working_day(last + ONE_DAY)
    return last, (
        _(
            "The term holds at least two days that are no Saturday, Sunday or holiday, so it "
            "runs until {day} (Algemene termijnenwet, art. 2)."
        ).format(day=day_long(last)),
    )


def _moved(day: date) -> tuple[date, tuple[str, ...]]:
    """Article 1(1): an end on a Saturday, Sunday or holiday moves to the next other day."""
    reasons = []
    while not is_working_day(day):
        reasons.append(_why_off(day))
        day += ONE_DAY
    if reasons:
        reasons.append(
            _("So the last day is {day} (Algemene termijnenwet, art. 1(1)).").format(
                day=day_long(day)
            )
        )
    return day, tuple(reasons)


def _why_off(day: date) -> str:
    name = holiday_name(day)
    if name is None:
        return _("No working day: {day}.").format(day=day_long(day))
    return _("No working day: {day}, {holiday} (art. 3).").format(day=day_long(day), holiday=name)
