"""An agreement that does not go as agreed, on half a page: how it went, why, what is done about it,
by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from desktop.agreements.charts import indicator_chart
from desktop.agreements.documents.light_sign import light_sign
from desktop.agreements.queries.monitor import Explained, MonitorIndicator, MonitorRow
from desktop.agreements.wording import plain_sentence, reason_sentence, word
from desktop.documents import charts_pdf, letter
from desktop.documents.flowables import Box, marked, text
from desktop.documents.fonts import printable
from desktop.documents.markdown import escaped
from desktop.language import _
from desktop.language.format import day_plain

PLOT_HEIGHT = 76.0  # two of these blocks fit on a page


def amiss_block(row: MonitorRow, on: date) -> Flowable:
    """The agreement with a chart of each indicator up to a day."""
    return KeepTogether(list(_story(row, on)))


def _story(row: MonitorRow, on: date) -> Iterator[Flowable]:
    title = f"{row.code}  {row.title}"
    yield text(title, "form question", bookmark=title)
    if row.plain:
        yield text(_("Agreed: {words}").format(words=row.plain))
    yield _how_it_goes(row)
    for one in row.indicators:
        yield from _measured(one, on)
    yield Box([*_explanation(row.explained)])


def _how_it_goes(row: MonitorRow) -> Flowable:
    """The light with its sentence beside it."""
    sentence = plain_sentence(row.light.light)
    if row.light.light is not row.light.computed:
        computed = _("Parties decided on this colour. Computed is: {light}.")
        sentence += " " + computed.format(light=word(row.light.computed).lower())
    sign = light_sign(row.light.light)
    side = sign.width + 10
    beside = Table(
        [[sign, text(sentence, "address")]],
        colWidths=[side, letter.WIDTH - side],
        hAlign="LEFT",
        spaceAfter=5,
    )
    beside.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return beside


def _measured(one: MonitorIndicator, on: date) -> Iterator[Flowable]:
    light = one.light
    name = escaped(printable(f"{light.name[:1].upper()}{light.name[1:]}."))
    reason = escaped(printable(reason_sentence(light.reckoned, light.target, light.unit)))
    yield marked(f"<b>{name}</b> {reason}")
    chart = indicator_chart(light, one.readings, on, PLOT_HEIGHT)
    yield charts_pdf.drawing(chart, letter.WIDTH)
    yield Spacer(1, 2)


def _explanation(explained: Explained | None) -> Iterator[tuple[Flowable, Flowable]]:
    """Rows of the box: what is not said yet is open, so that somebody fills it in."""
    still_open = _("still to come")
    said = explained or Explained(date.min, "", "", "", None, None)
    yield _line(_("Cause"), said.cause or still_open)
    yield _line(_("What we do about it"), said.measure or still_open)
    yield _line(_("Who"), said.who or still_open)
    yield _line(_("When"), _when(said) or still_open)


def _when(said: Explained) -> str:
    if said.done_on is not None:
        return _("done on {day}").format(day=day_plain(said.done_on))
    if said.due_on is not None:
        return _("by {day}").format(day=day_plain(said.due_on))
    return ""


def _line(label: str, words: str) -> tuple[Flowable, Flowable]:
    return text(label, "box label"), text(words, "box")
