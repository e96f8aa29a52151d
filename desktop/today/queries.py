"""What Vandaag shows: what is due in all features, the week, the figures."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desktop.feature import Due, Feature, Figure, Place, Urgency, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import clock, local
from desktop.refused import Refused
from desktop.urgency import is_whole_day

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DueIn:
    """Something due, with the title of the tab that it belongs to."""

    due: Due
    tab: str


@dataclass(frozen=True)
class Day:
    """One look at the day. `week` runs from today up to and including Sunday."""

    due: tuple[DueIn, ...]
    week: tuple[WeekItem, ...]
    figures: tuple[Figure, ...]

    def count(self, urgency: Urgency) -> int:
        return sum(one.due.urgency is urgency for one in self.due)


def day(session: Session, features: Sequence[Feature], now: datetime) -> Day:
    """Everything of all features: due by urgency and then by time, the week by time."""
    today = local(now).date()
    sunday = today + timedelta(days=6 - today.weekday())
    due: list[DueIn] = []
    week: list[WeekItem] = []
    figures: list[Figure] = []
    for feature in features:
        try:
            its_due = feature.due(session, now)
            its_week = feature.week(session, today, sunday)
            its_figures = feature.figures(session, now)
        except Refused as refused:
            # What one tab holds must not hide what the others ask.
            log.warning("Vandaag could not ask %s", feature.key)  # the sentence may name people
            its_due, its_week, its_figures = [_not_looked_at(feature, refused)], (), ()
        due += [DueIn(one, feature.title()) for one in its_due]
        week += its_week
        figures += its_figures
    return Day(
        tuple(sorted(due, key=lambda one: _order(one.due, now))),
        tuple(sorted(week, key=lambda item: item.at)),
        tuple(figures),
    )


def _not_looked_at(feature: Feature, refused: Refused) -> Due:
    return Due(
        badge="!",
        title=_("We could not see what must be done here"),
        detail=refused.sentence,
        urgency=Urgency.TODAY,
        action=_("Look"),
        place=Place(feature.key),
    )


def _order(due: Due, now: datetime) -> tuple[int, bool, datetime]:
    when = due.when
    if when is None and due.urgency is Urgency.TODAY:
        when = local(now).replace(hour=23, minute=59)  # it says "today": before tomorrow
    return due.urgency, when is None, when or now


def when_in_words(due: Due, now: datetime) -> str:
    """`3 days late`, `today 15:10`, `in 22 days`; without a moment, by its urgency."""
    if due.when is None:
        return {Urgency.LATE: _("late"), Urgency.TODAY: _("today")}.get(due.urgency, "")
    days = (local(due.when).date() - local(now).date()).days
    at = "" if is_whole_day(due.when) else f" {clock(due.when)}"
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    if due.when < now and due.urgency is Urgency.LATE:
        return _("late since {at}").format(at=clock(due.when))
    if days == 0:
        return _("today") + at
    if days == 1:
        return _("tomorrow") + at
    return ngettext("in {n} day", "in {n} days", days).format(n=days)
