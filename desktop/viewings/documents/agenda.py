"""The viewings of a week on one lying sheet: for the wall of the letting department."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, language
from desktop.language.format import clock, day_name, day_plain, local
from desktop.viewings.queries.calendar import Planned, week
from desktop.viewings.staffing import hosts_in_words, staffing_words
from desktop.viewings.wording import word

WIDTHS = [width * mm for width in (30, 60, 40, 30, 92)]


def week_sheet(session: Session, monday: date, now: datetime) -> Paper:
    """The week from this Monday: when, where, for how many, and who receives."""
    planned = week(session, monday)
    title = _("Viewings in week {number}, from {day}").format(
        number=monday.isocalendar().week, day=day_plain(monday)
    )
    story: list[Flowable] = [text(title, "title")]
    for n in range(7):
        of_day = [p for p in planned if p.day == monday + timedelta(days=n)]
        if of_day:
            story += _day(of_day)
    if not planned:
        story.append(text(_("No viewing is planned in this week.")))
    part = Part(story, "", title, language(), Sheet.WIDE)
    return letter.finish("agenda", lambda: title, [part], letterhead(session), local(now).date())


def _day(planned: Sequence[Planned]) -> list[Flowable]:
    heading = day_name(planned[0].day)
    rows = [
        [
            f"{clock(p.starts_at)}–{clock(p.ends_at)}",
            f"{p.address}, {p.complex}",
            word(p.kind),
            _("{n} invited").format(n=p.visitors),
            ": ".join(w for w in (staffing_words(p.staffing), hosts_in_words(p)) if w),
        ]
        for p in planned
    ]
    return [text(heading, "form question", bookmark=heading), table([], rows, WIDTHS)]
