"""Durations and lags of Microsoft Project, as working days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from desktop.language import _, ngettext
from desktop.language.format import number
from desktop.projects.exchange.values import MOST_DAYS, at_least_none, day_of
from desktop.projects.rules.plan_file import PlanDays, PlanTask
from desktop.projects.rules.schedule import FROM_FINISH, LinkKind
from desktop.refused import Refused
from desktop.terms.holidays import ONE_DAY

MINUTES_PER_DAY = 480  # when the file does not say
MINUTES_OF_CLOCK = 24 * 60
TENTHS = 10
# Formats of a duration or lag that count nights and days off too; or are a part of another task.
ELAPSED = frozenset({"4", "6", "8", "10", "12", "36", "38", "40", "42", "44"})
PERCENT = frozenset({"19", "20", "51", "52"})
DURATION = re.compile(
    r"(?P<sign>-?)P(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?:(?P<hours>\d{1,8})H)?(?:(?P<minutes>\d{1,9})M)?(?:[\d.]{1,12}S)?)?"
)


@dataclass(frozen=True)
class Counted:
    """A number of working days, and a sentence when the file means something else by it."""

    days: int
    remark: str = ""


@dataclass(frozen=True)
class Clock:
    """How many minutes a working day has, and which days those are."""

    minutes_per_day: int
    days: PlanDays

    def duration(self, id: str, name: str, found: Mapping[str, str]) -> Counted:
        """How long a task takes. Refused, with the task: no duration, or one below 0."""
        start, finish = day_of(id, found.get("Start")), finish_day(id, found.get("Finish"))
        if "Duration" not in found:
            days = self.days.between(start, finish) if start and finish else 1
            sentence = _("“{task}” has no duration in the file. Here it takes {days}.")
            return Counted(days, sentence.format(task=name, days=_working_days(days)))
        minutes = _minutes(id, found["Duration"], self.minutes_per_day)
        at_least_none(id, minutes // self.minutes_per_day)
        if minutes and found.get("DurationFormat") in ELAPSED:
            return self._elapsed(name, minutes, start)
        exact = Fraction(minutes, self.minutes_per_day)
        days = ceil(exact)
        if days == exact:
            return Counted(days)
        sentence = _("“{task}” takes {exact} days in the file. Here days count whole: {days}.")
        return Counted(
            days,
            sentence.format(task=name, exact=number(float(exact), 2), days=_working_days(days)),
        )

    def _elapsed(self, name: str, minutes: int, start: date | None) -> Counted:
        elapsed = ceil(Fraction(minutes, MINUTES_OF_CLOCK))
        days = max(self._days_in(start, elapsed), 1)
        sentence = _(
            "“{task}” goes on day and night in the file, for {elapsed}. Here those are {days}."
        )
        return Counted(
            days, sentence.format(task=name, elapsed=_days(elapsed), days=_working_days(days))
        )

    def lag(
        self, after: str, found: Mapping[str, str], kind: LinkKind, before: PlanTask
    ) -> Counted:
        """The lag of a link from one task to the one with the name `after`. Refused: no number."""
        words, format = found.get("LinkLag") or "0", found.get("LagFormat", "")
        if not re.fullmatch(r"-?[0-9]{1,12}", words):
            sentence = _("In task {task}, “{words}” is no number of days. Nothing was read in.")
            raise Refused(sentence.format(task=after, words=words[:40]), "file")
        amount = int(words)
        if format in PERCENT:
            exact = Fraction(amount * before.days, 100)
        else:
            minutes = Fraction(amount, TENTHS)
            if amount and format in ELAPSED:
                return self._elapsed_lag(after, minutes, kind, before)
            exact = minutes / self.minutes_per_day
        days = ceil(exact)
        if abs(days) > MOST_DAYS:
            raise OverflowError
        if days == exact:
            return Counted(days)
        sentence = _(
            "“{after}” waits {exact} days after “{before}” in the file. Here days count whole: "
            "{days}."
        )
        return Counted(
            days,
            sentence.format(
                after=after,
                before=before.name,
                exact=number(float(exact), 2),
                days=_working_days(days),
            ),
        )

    def _elapsed_lag(
        self, after: str, minutes: Fraction, kind: LinkKind, before: PlanTask
    ) -> Counted:
        elapsed = ceil(minutes / MINUTES_OF_CLOCK)
        from_finish = kind in FROM_FINISH
        anchor = before.finish if from_finish else before.start
        if anchor is not None and from_finish:
            anchor += ONE_DAY  # from the morning after
        if elapsed < 0 and anchor is not None:
            anchor += timedelta(days=elapsed)
        days = self._days_in(anchor, abs(elapsed)) * (1 if elapsed > 0 else -1)
        sentence = _(
            "“{after}” waits {elapsed} after “{before}” in the file, with days off counted. Here "
            "those are {days}."
        )
        return Counted(
            days,
            sentence.format(
                after=after,
                before=before.name,
                elapsed=_days(elapsed),
                days=_working_days(days),
            ),
        )

    def _days_in(self, first: date | None, elapsed: int) -> int:
        """How many of so many days from a first one are working days; when that one is unknown, as
        many as in an ordinary week."""
        if first is None:
            return ceil(Fraction(elapsed * self.days.in_a_week, 7))
        return self.days.between(first, first + timedelta(days=elapsed - 1))


def minutes_per_day(words: str | None) -> int:
    """What the file says of a working day; eight hours when that cannot be."""
    plain = (words or "").strip()
    minutes = int(plain) if re.fullmatch("[0-9]{1,4}", plain) else 0
    return minutes if 0 < minutes <= MINUTES_OF_CLOCK else MINUTES_PER_DAY


def finish_day(task: str, words: str | None) -> date | None:
    """The last day that something takes: what is done at midnight was done the evening before."""
    day = day_of(task, words)
    is_midnight = (words or "").strip()[10:].startswith("T00:00")
    return day - ONE_DAY if day is not None and is_midnight else day


def _minutes(task: str, words: str, minutes_per_day: int) -> int:
    found = DURATION.fullmatch(words)
    if found is None:
        sentence = _("In task {task}, “{words}” is no duration. Nothing was read in.")
        raise Refused(sentence.format(task=task, words=words[:40]), "file")
    days, hours, minutes = (int(found[part] or 0) for part in ("days", "hours", "minutes"))
    total = days * minutes_per_day + hours * 60 + minutes
    if total > MOST_DAYS * minutes_per_day:
        raise OverflowError
    return -total if found["sign"] else total


def _working_days(days: int) -> str:
    return ngettext("{n} working day", "{n} working days", abs(days)).format(n=_signed(days))


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", abs(days)).format(n=_signed(days))


def _signed(days: int) -> str:
    return str(days).replace("-", "−")
