"""A form to measure on with a pen, for a meeting without a computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle
from sqlalchemy.orm import Session

from desktop.agreements.documents.measured_words import goal_words, measured_when, measured_words
from desktop.agreements.model import Cycle
from desktop.agreements.queries.measuring import RowToMeasure, rows_to_measure
from desktop.documents import letter, styles
from desktop.documents.flowables import TickBox, WritingLines, text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import Cell, above, table
from desktop.language import _, in_language
from desktop.language.format import day_figures, day_plain, local
from desktop.refused import Refused
from desktop.store.found import found

WIDTHS = [width * mm for width in (46, 20, 21, 22, 20, 36)]
ROW_HEIGHT = 13 * mm  # room to write
FIRST_BOX = 3  # the columns from here on are empty boxes


def make(session: Session, cycle_id: int, now: datetime, on: date | None = None) -> Paper:
    """The form of a year for a round that holds on a day, today unless another is given: a row for
    each indicator, first those that are due. Refuses a year in which nothing is measured."""
    made_on = local(now).date()
    day = on or made_on
    year = found(session, Cycle, cycle_id).applies_from.year
    rows = rows_to_measure(session, cycle_id, day)
    if not rows:
        raise Refused(_("Nothing is measured in this year yet. Add an indicator first."))
    with in_language("nl"):
        footer = _("Measuring form {year} · as on {day} · made on {made}").format(
            year=year, day=day_figures(day), made=day_figures(made_on)
        )
        part = Part(list(_story(year, day, rows)), "", footer)
    return letter.finish(
        "measuring-form",
        lambda: _("Measuring form {year}").format(year=year),
        [part],
        letterhead(session),
        made_on,
    )


def _story(year: int, day: date, rows: Sequence[RowToMeasure]) -> Iterator[Flowable]:
    yield text(_("Measuring form {year}").format(year=year), "title")
    words = _(
        "This is what we know on {day}. Write down each new number, of which day it is and where "
        "it comes from. Do you not know a number? Leave its box empty."
    )
    yield text(words.format(day=day_plain(day)))
    yield WritingLines(1, label=_("Filled in on:"))
    yield WritingLines(1, label=_("Filled in by (function, no name):"))
    yield Spacer(1, 4)
    yield from _section(_("Fill in now"), [row for row in rows if row.is_due])
    yield from _section(_("If you know it already"), [row for row in rows if not row.is_due])


def _section(title: str, rows: Sequence[RowToMeasure]) -> Iterator[Flowable]:
    if rows:
        yield from above(text(title, "form question", bookmark=title))
        yield _table(rows)


def _table(rows: Iterable[RowToMeasure]) -> Table:
    heads = [
        _("What we measure"),
        _("Goal"),
        _("Last known"),
        _("New value"),
        _("Of which day"),
        _("Source"),
    ]
    made = table(heads, [_row(row) for row in rows], WIDTHS, least_height=ROW_HEIGHT)
    boxes = (FIRST_BOX, 1), (-1, -1)
    made.setStyle(TableStyle([("GRID", *boxes, 0.9, styles.SOFT)]))
    return made


def _row(row: RowToMeasure) -> list[Cell]:
    name = f"{row.agreement_code}  {row.light.name}"
    what: list[Flowable] = [text(name, "cell bold")]
    if row.source:
        what.append(text(_("Source: {source}").format(source=row.source), "small"))
    known = [text(measured_words(row.light), "cell"), text(measured_when(row.light), "small")]
    value: Cell = [TickBox(_("done"), "cell")] if row.is_yesno else ""
    return [[*what], goal_words(row.light), [*known], value, "", ""]
