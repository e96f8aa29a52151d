"""The week on paper: what must be done, by urgency, and what happens on which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import Ticks, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, table
from desktop.feature import Feature, Urgency, WeekItem
from desktop.language import N_, _, language
from desktop.language.format import clock, day_long, day_name, local
from desktop.today.queries import DueIn, day, when_in_words
from desktop.urgency import is_whole_day

HEADINGS = {
    Urgency.LATE: N_("Too late"),
    Urgency.TODAY: N_("Today"),
    Urgency.SOON: N_("Soon"),
    Urgency.LATER: N_("Later"),
}


def week(session: Session, features: Sequence[Feature], now: datetime) -> Paper:
    """What Vandaag shows, to tick off with a pen."""
    shown = day(session, features, now)
    today = local(now).date()
    story: list[Flowable] = [
        text(_("The week from {day}").format(day=day_long(today)), "title"),
        *_due(shown.due, now),
        *_week(shown.week),
    ]
    part = Part(story, "", _("Week from {day}").format(day=day_long(today)), language())
    return letter.finish(
        "week",
        lambda: _("Week from {day}").format(day=day_long(today)),
        [part],
        letterhead(session),
        today,
    )


def _due(due: Sequence[DueIn], now: datetime) -> Iterable[Flowable]:
    if not due:
        yield text(_("Nothing has to be done now."))
    for urgency, group in groupby(due, key=lambda one: one.due.urgency):
        heading = _(HEADINGS[urgency])
        yield text(heading, "form question", bookmark=heading)
        rows = [_due_row(one, now) for one in group]
        yield table([], rows, [width * mm for width in (10, 95, 35, 25)])


def _due_row(one: DueIn, now: datetime) -> list[Cell]:
    due = one.due
    words: list[Flowable] = [text(due.title, "cell bold"), text(due.detail, "cell")]
    if due.article:
        words.append(text(due.article, "head"))
    return [Ticks([""]), words, when_in_words(due, now), one.tab]


def _week(items: Sequence[WeekItem]) -> Iterable[Flowable]:
    yield text(_("This week"), "form question", bookmark=_("This week"))
    if not items:
        yield text(_("Nothing is planned this week."))
    for on, group in groupby(items, key=_day_of):
        yield text(day_name(on), "question")
        rows = [["" if is_whole_day(item.at) else clock(item.at), item.title] for item in group]
        yield table([], rows, [20 * mm, 145 * mm])


def _day_of(item: WeekItem) -> date:
    return local(item.at).date()
