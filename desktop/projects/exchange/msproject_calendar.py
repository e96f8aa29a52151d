"""The calendar of a plan of Microsoft Project: its week, what it takes over from another calendar,
and the days on which it is otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from desktop.language import _
from desktop.projects.exchange.elements import children, fields
from desktop.projects.exchange.values import day_of, whole
from desktop.projects.rules.plan_file import PlanCalendar
from desktop.refused import Refused
from desktop.terms.holidays import ONE_DAY

MOST_DAYS_OFF = 40_000  # more than a century

# Kinds of exceptions: every so many days, every year on one day of a month, every so many weeks.
DAILY, YEARLY, WEEKLY = ("1", "7", "9", ""), "2", "6"


@dataclass(frozen=True)
class _Exception:
    name: str
    works: bool
    days: frozenset[date]
    is_known: bool = True


@dataclass(frozen=True)
class _Calendar:
    base: str
    week: Mapping[int, bool]
    exceptions: Sequence[_Exception]
    unknown: Sequence[str]
    lengths: frozenset[int]
    has_other_weeks: bool


def calendar_of(root: Element, uid: str, minutes: int) -> tuple[PlanCalendar, list[str]]:
    """The calendar with this number, or the first one when there is none with it; and a sentence
    for what of it is not followed. `minutes` is how long a day is. Refused: more than
    `MOST_DAYS_OFF` days that are otherwise."""
    calendars = {
        fields(element).get("UID", ""): _calendar(element)
        for element in children(root, "Calendars", "Calendar")
    }
    line: list[_Calendar] = []
    uid = uid if uid in calendars else next(iter(calendars), "")
    while uid in calendars:
        line.append(calendars.pop(uid))  # taken out, for two may name each other
        uid = line[-1].base
    return _joined(line[::-1]), [
        remark for calendar in line for remark in _not_followed(calendar, minutes)
    ]


def _joined(line: Sequence[_Calendar]) -> PlanCalendar:
    """Each calendar changes what the one before it says."""
    week = {day: day < 5 for day in range(7)}
    free: set[date] = set()
    worked: set[date] = set()
    for calendar in line:
        week.update(calendar.week)
        for exception in calendar.exceptions:
            more, less = (worked, free) if exception.works else (free, worked)
            more |= exception.days
            less -= exception.days
    weekend = frozenset(day for day, works in week.items() if not works)
    return PlanCalendar(weekend, frozenset(free), worked=frozenset(worked))


def _not_followed(calendar: _Calendar, minutes: int) -> Iterator[str]:
    for name in calendar.unknown:
        yield _(
            "The calendar of the file has “{name}”, which comes back in a way that is not "
            "followed here. Those days count as any other."
        ).format(name=name)
    if calendar.lengths - {minutes}:
        yield _(
            "By the calendar of the file, people work longer or shorter on some days. Here each "
            "working day counts as a whole one."
        )
    if calendar.has_other_weeks:
        yield _(
            "The calendar of the file has periods with another working week. Those are not "
            "followed here."
        )


def _calendar(element: Element) -> _Calendar:
    days = [(fields(day), day) for day in children(element, "WeekDays", "WeekDay")]
    week = {
        (int(found["DayType"]) + 5) % 7: found.get("DayWorking") == "1"
        for found, _day in days
        if found.get("DayType") in {"1", "2", "3", "4", "5", "6", "7"}
    }
    # For programs from before 2007 Project writes each day out too, also of what comes back.
    written_out = [_exception(day) for found, day in days if found.get("DayType") == "0"]
    exceptions = [_exception(one) for one in children(element, "Exceptions", "Exception")]
    unknown = [] if written_out else [one.name for one in exceptions if not one.is_known]
    exceptions += written_out
    if sum(len(one.days) for one in exceptions) > MOST_DAYS_OFF:
        raise _too_many()
    return _Calendar(
        fields(element).get("BaseCalendarUID", ""),
        week,
        exceptions,
        unknown,
        frozenset(minutes for _found, day in days if (minutes := _length(day))),
        bool(children(element, "WorkWeeks", "WorkWeek")),
    )


def _length(day: Element) -> int:
    """How many minutes people work on a day of the week; 0 when the file does not say."""
    if fields(day).get("DayType") == "0":
        return 0
    return sum(
        (_clock(times.get("ToTime")) or 24 * 60) - _clock(times.get("FromTime"))
        for times in map(fields, children(day, "WorkingTimes", "WorkingTime"))
    )


def _clock(words: str | None) -> int:
    found = re.match(r"(\d\d):(\d\d)", words or "")
    return 60 * int(found[1]) + int(found[2]) if found else 0


def _exception(element: Element) -> _Exception:
    found = fields(element)
    period = {}
    for one in children(element, "TimePeriod"):
        period = fields(one)
    place = _("calendar")
    first = day_of(place, period.get("FromDate"))
    last = day_of(place, period.get("ToDate"))
    name = found.get("Name") or (first.isoformat() if first else "")
    works = found.get("DayWorking") == "1"
    kind = found.get("Type", "")
    if first is None or last is None or kind not in (*DAILY, YEARLY, WEEKLY):
        return _Exception(name, works, frozenset(), is_known=False)
    if last - first > timedelta(days=MOST_DAYS_OFF):
        raise _too_many()
    every = max(whole(place, found.get("Period") or "1"), 1)
    if kind == YEARLY:
        days = _yearly(found, first, last)
    elif kind == WEEKLY:
        days = _weekly(found, first, last, every)
    else:
        days = frozenset(_from_to(first, last, every))
    return _Exception(name, works, days)


def _from_to(first: date, last: date, every: int = 1) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += every * ONE_DAY


def _yearly(found: Mapping[str, str], first: date, last: date) -> frozenset[date]:
    """On one day of a month, January being 0."""
    month = whole(_("calendar"), found.get("Month") or "0") + 1
    day = whole(_("calendar"), found.get("MonthDay") or "1")
    days = set()
    for year in range(first.year, last.year + 1):
        with suppress(ValueError):  # 29 February is not there every year
            days.add(date(year, month, day))
    return frozenset(one for one in days if first <= one <= last)


def _weekly(found: Mapping[str, str], first: date, last: date, every: int) -> frozenset[date]:
    bits = whole(_("calendar"), found.get("DaysOfWeek") or "0")
    monday = first - timedelta(days=first.weekday())
    return frozenset(
        day
        for day in _from_to(first, last)
        if (day - monday).days // 7 % every == 0 and bits >> (day.weekday() + 1) % 7 & 1
    )


def _too_many() -> Refused:
    return Refused(
        _("The calendar of this plan has too many days off to be one. Nothing was read in."), "file"
    )
