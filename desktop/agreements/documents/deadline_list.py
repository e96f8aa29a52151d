"""Every day of a year of agreements on paper: what, who, by which article, and if it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle
from desktop.agreements.queries.deadline import Deadline
from desktop.agreements.queries.deadlines import deadlines
from desktop.documents.dated import paper
from desktop.documents.flowables import text
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, ngettext
from desktop.language.format import day_long, day_short, local
from desktop.store.found import found

WIDTHS = [36 * mm, 44 * mm, 34 * mm, 31 * mm, 20 * mm]


def make(session: Session, cycle_id: int, now: datetime) -> Paper:
    """The days of a year, the first one first; what lapsed stands at the end with why."""
    cycle = found(session, Cycle, cycle_id)
    year = cycle.applies_from.year
    return paper(
        session,
        "agreements-deadlines",
        lambda: _("Days and terms for the agreements {year}").format(year=year),
        lambda: list(_story(year, deadlines(session, cycle_id, local(now).date()))),
        now,
    )


def _story(year: int, days: tuple[Deadline, ...]) -> Iterator[Flowable]:
    yield text(_("Days and terms for the agreements {year}").format(year=year), "title")
    yield text(
        _(
            "Each day stands with the rule that it comes from. Check the text of the article that "
            "holds now before you rely on it."
        )
    )
    heads = [_("Day"), _("What"), _("Who"), _("Rule"), _("Done")]
    due = [one for one in days if one.day is not None and not one.is_cancelled]
    yield table(heads, [_row(one) for one in due], WIDTHS)
    others = [one for one in days if one.is_cancelled]
    if others:
        yield text(_("Not due this year"), "form question")
        rows = [[one.what, one.lapsed, one.article] for one in others]
        yield table([_("What"), _("Why not"), _("Rule")], rows, [55 * mm, 75 * mm, 35 * mm])


def _row(one: Deadline) -> list[str | Flowable | list[Flowable]]:
    assert one.day is not None
    day: list[Flowable] = [text(day_long(one.day), "cell")]
    if one.working_day is not None and one.working_day != one.day:
        words = _("last working day before: {day}").format(day=day_short(one.working_day))
        day.append(text(words, "small"))
    return [day, text(one.what, "cell bold"), one.who, one.article, _done(one)]


def _done(one: Deadline) -> str:
    if one.done_on is not None:
        return day_short(one.done_on)
    if one.over:
        return _("over")
    if one.days_left is None or not one.known:
        return "–"
    if one.days_left < 0:
        late = -one.days_left
        return ngettext("{n} day late", "{n} days late", late).format(n=late)
    return ngettext("in {n} day", "in {n} days", one.days_left).format(n=one.days_left)
