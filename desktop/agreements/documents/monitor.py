"""The progress report: how many agreements have which light, what changed, the numbers per theme,
why something does not go as agreed, what is not known, and where the numbers come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak
from sqlalchemy.orm import Session

from desktop.agreements.charts import rounds_chart, themes_chart
from desktop.agreements.documents import monitor_tables
from desktop.agreements.documents.amiss_block import amiss_block
from desktop.agreements.documents.counters import light_counters
from desktop.agreements.documents.light_sign import light_sign
from desktop.agreements.queries.history import Round
from desktop.agreements.queries.monitor import Monitor, MonitorTheme
from desktop.agreements.queries.papers.progress import Progress, kept, progress
from desktop.agreements.rules.changes import Change
from desktop.agreements.wording import counts_words, word
from desktop.documents import charts_pdf, letter
from desktop.documents.flowables import text
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import above, table
from desktop.language import _, in_language, ngettext
from desktop.language.format import day_figures, day_plain, local
from desktop.language.lists import listed

ROWS_A_STRIP = 20  # of a chart that cannot go on over the page
HASH_SIGNS = 8  # of the hash in the footer: enough to tell two reports apart


def make(session: Session, cycle_id: int, now: datetime, on: date | None = None) -> Paper:
    """The report of a year as it stands on a day, today unless another is given. Refuses a year
    without agreements."""
    return _paper(session, progress(session, cycle_id, on or local(now).date(), now))


def again(session: Session, snapshot_id: int) -> Paper:
    """A report that was kept, printed as it was then. Refuses what is no such report."""
    return _paper(session, kept(session, snapshot_id))


def _paper(session: Session, shown: Progress) -> Paper:
    with in_language("nl"):
        watermark = _("DRAFT") if shown.draft else ""
        part = Part(list(_story(shown.monitor)), "", _footer(shown), watermark=watermark)
    return letter.finish(
        "agreements-monitor",
        lambda: _("Progress of the agreements {year} on {day}").format(
            year=shown.monitor.year, day=day_figures(shown.monitor.on)
        ),
        [part],
        letterhead(session),
        shown.made_on,
    )


def _footer(shown: Progress) -> str:
    return " · ".join(
        [
            _("Progress of the agreements {year}").format(year=shown.monitor.year),
            _("as on {day}").format(day=day_figures(shown.monitor.on)),
            _("made on {day}").format(day=day_figures(shown.made_on)),
            shown.digest[:HASH_SIGNS],
        ]
    )


def _story(shown: Monitor) -> Iterator[Flowable]:
    yield from _first_page(shown)
    yield PageBreak()
    yield text(_("The agreements per theme"), "title", bookmark=_("The agreements per theme"))
    for theme in shown.themes:
        yield from _theme(theme)
    yield from _rounds(shown)
    yield from _amiss(shown)
    if shown.overridden:
        yield from _section(_("Where parties decided on the colour themselves"))
        yield from monitor_tables.decided(shown.overridden)
    if shown.not_measurable:
        yield from _section(_("What we do not know yet"))
        yield monitor_tables.not_known(shown.not_measurable)
    yield from _section(_("Where the numbers come from"))
    yield monitor_tables.sources(shown.rows)


def _section(title: str) -> Iterator[Flowable]:
    yield from above(text(title, "title", bookmark=title))


# The first page --------------------------------------------------------------------------------


def _first_page(shown: Monitor) -> Iterator[Flowable]:
    title = _("How do the agreements for {year} go?").format(year=shown.year)
    yield text(title, "title", bookmark=title)
    yield text(_who_and_when(shown), "reference")
    yield light_counters(shown.counts)
    if shown.computed != shown.counts:
        words = _("Without what parties decided themselves: {counts}.")
        yield text(words.format(counts=counts_words(shown.computed)), "small")
    if shown.open:
        words = _("An explanation is still to come for: {codes}.")
        yield text(words.format(codes=", ".join(row.code for row in shown.open)))
    yield text(_("How many in each theme"), "form question")
    strip = themes_chart((theme.name, theme.counts) for theme in shown.themes)
    yield charts_pdf.drawing(strip, letter.WIDTH)
    yield from _changed(shown)


def _who_and_when(shown: Monitor) -> str:
    n = len(shown.rows)
    agreements = ngettext("{n} agreement", "{n} agreements", n).format(n=n)
    words = _("{agreements} of {parties}. This is how it stands on {day}.")
    return words.format(
        agreements=agreements, parties=listed(shown.parties), day=day_plain(shown.on)
    )


def _changed(shown: Monitor) -> Iterator[Flowable]:
    if shown.previous_on is None:
        yield text(_("What changed since last time"), "form question")
        yield text(_("This is the first report of this year."))
        return
    since = day_plain(shown.previous_on)
    yield from above(text(_("What changed since {day}").format(day=since), "form question"))
    if not shown.changes:
        yield text(_("No colour changed."))
        return
    titles = {row.code: row.title for row in shown.rows}
    rows = [[*_change(change, titles)] for change in shown.changes]
    heads = [_("Agreement"), _("Was"), _("Is now"), _("What it means")]
    yield table(heads, rows, [width * mm for width in (71, 30, 30, 34)])


def _change(change: Change, titles: dict[str, str]) -> Iterable[str | Flowable]:
    yield text(f"{change.code}  {titles[change.code]}", "cell")
    yield light_sign(change.before, size=8)
    yield light_sign(change.now, size=8)
    yield text(word(change.kind), "cell bold")


# What follows ----------------------------------------------------------------------------------


def _theme(theme: MonitorTheme) -> Iterator[Flowable]:
    yield from above(text(theme.name, "form question", bookmark=theme.name))
    yield monitor_tables.of_theme(theme.rows)


def _rounds(shown: Monitor) -> Iterator[Flowable]:
    """The lights of every agreement in the reports before and now, theme by theme."""
    if not shown.rounds:
        return
    yield from _section(_("How it went in the last rounds"))
    now = (shown.on, tuple((row.code, row.light.light) for row in shown.rows))
    several = [Round(0, on, dict(lights)) for on, lights in (*shown.rounds, now)]
    for theme in shown.themes:
        for start in range(0, len(theme.rows), ROWS_A_STRIP):
            rows = theme.rows[start : start + ROWS_A_STRIP]
            labels = {row.code: f"{row.code}  {row.title}" for row in rows}
            strip = charts_pdf.drawing(rounds_chart(several, labels), letter.WIDTH)
            yield KeepTogether([text(theme.name, "form question"), strip])


def _amiss(shown: Monitor) -> Iterator[Flowable]:
    if not shown.amiss:
        return
    yield PageBreak()
    title = _("What does not go as agreed")
    yield text(title, "title", bookmark=title)
    for row in shown.amiss:
        yield amiss_block(row, shown.on)
