"""The tables of the progress report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from desktop.agreements.charts import sign
from desktop.agreements.documents.light_sign import light_sign
from desktop.agreements.documents.measured_words import (
    expected_words,
    goal_words,
    measured_when,
    measured_words,
)
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.monitor import MonitorIndicator, MonitorRow
from desktop.agreements.queries.overrides import OverrideLine
from desktop.agreements.states import Light
from desktop.agreements.wording import reason_sentence, word
from desktop.documents import charts_pdf
from desktop.documents.charts import Picture
from desktop.documents.charts.signs import drawn
from desktop.documents.flowables import text
from desktop.documents.tables import Cell, table
from desktop.language import _
from desktop.language.format import day_figures, day_plain

SMALL_SIGN = 7.5
THEME_WIDTHS = [width * mm for width in (16.5, 44.5, 20.5, 21.5, 18, 26.5, 17.5)]


# The agreements of a theme ---------------------------------------------------------------------


def of_theme(rows: Iterable[MonitorRow]) -> Table:
    """Each agreement with its goal, what was measured and expected, its light, and the one of the
    report before. Of an agreement with several indicators each has a row below it."""
    heads = [
        _("Code"),
        _("Agreement"),
        _("Goal"),
        _("Measured"),
        _("Expected"),
        _("Light"),
        _("Last time"),
    ]
    lines = [line for row in rows for line in _lines(row)]
    return table(heads, lines, THEME_WIDTHS)


def _lines(row: MonitorRow) -> Iterator[list[Cell]]:
    what = [text(row.plain or row.title, "cell")]
    light, before = _light(row), _before(row.previous)
    if len(row.indicators) == 1:
        [one] = row.indicators
        what.append(text(one.light.name, "small"))
        yield [row.code, [*what], *_values(one.light), light, before]
        return
    yield [row.code, [*what], "", "", "", light, before]
    for one in row.indicators:
        own = [light_sign(one.light.light, size=SMALL_SIGN - 0.5)]
        yield ["", text(one.light.name, "small"), *_values(one.light), [*own], ""]


def _values(one: IndicatorLight) -> Iterator[Cell]:
    yield goal_words(one)
    yield [text(measured_words(one), "cell bold"), text(measured_when(one), "small")]
    yield expected_words(one)


def _light(row: MonitorRow) -> list[Flowable]:
    """The light as it counts; below it what was computed when parties decided otherwise, and what
    it was when the measurement is outdated."""
    shown: list[Flowable] = [light_sign(row.light.light, size=SMALL_SIGN)]
    if row.light.light is not row.light.computed:
        words = _("computed: {light}").format(light=word(row.light.computed).lower())
        shown.append(text(words, "small"))
    if any(decided.objections for _of, decided, _computed in _decided(row)):
        shown.append(text(_("with objection"), "small"))
    if len(row.indicators) == 1 and (pale := row.indicators[0].light.reckoned.pale):
        shown.append(light_sign(pale, pale=True, size=SMALL_SIGN - 0.5))
    return shown


def _before(light: Light | None) -> Cell:
    """The light of last time: its shape and its word, small."""
    if light is None:
        return "–"
    what = sign(light)
    side = SMALL_SIGN - 0.5
    shape = charts_pdf.drawn(
        Picture(side, side, tuple(drawn(what.shape, what.tone, side / 2, side / 2, side)))
    )
    return [shape, text(what.word, "small")]


# What parties decided --------------------------------------------------------------------------


def _decided(row: MonitorRow) -> Iterator[tuple[str, OverrideLine, Light]]:
    """What a party decided about the whole or an indicator, with what was computed."""
    if row.light.override is not None:
        yield row.title, row.light.override, row.light.computed
    for one in row.light.indicators:
        if one.override is not None:
            yield one.name, one.override, one.reckoned.light


def decided(rows: Iterable[MonitorRow]) -> Iterator[Flowable]:
    """Each light that a party decided on beside the computed one, why, until when, and who
    objects."""
    heads = [_("Code"), _("Decided"), _("Computed"), _("Why")]
    lines: list[list[Cell]] = [
        [
            row.code,
            [light_sign(override.light, size=SMALL_SIGN)],
            [light_sign(computed, size=SMALL_SIGN)],
            [*_why(what, override)],
        ]
        for row in rows
        for what, override, computed in _decided(row)
    ]
    yield table(heads, lines, [width * mm for width in (16, 29, 29, 91)])


def _why(what: str, override: OverrideLine) -> Iterator[Flowable]:
    yield text(f"{what}: {override.reason}", "cell")
    words = _("{party} decided this on {day}. It holds until {until}.")
    yield text(
        words.format(
            party=override.party,
            day=day_plain(override.decided_on),
            until=day_plain(override.valid_until),
        ),
        "small",
    )
    for party, objection in override.objections:
        yield text(_("{party} objects: {text}").format(party=party, text=objection), "cell bold")


# What is not known, and sources ----------------------------------------------------------------


def not_known(rows: Iterable[MonitorRow]) -> Table:
    """What has no light, why, and who measures it."""
    heads = [_("Code"), _("Agreement"), _("Why we do not know"), _("Who measures")]
    lines: list[list[Cell]] = [[row.code, row.plain or row.title, *_unknown(row)] for row in rows]
    return table(heads, lines, [width * mm for width in (16, 56, 55, 38)])


def _unknown(row: MonitorRow) -> Iterator[Cell]:
    unknown = [one for one in row.light.indicators if one.light is Light.NM]
    if not unknown:
        yield _("Nothing was agreed yet about how to measure this.")
        yield "–"
        return
    yield [text(_reason(one), "cell") for one in unknown]
    yield [text(owner, "cell") for owner in dict.fromkeys(one.owner or "–" for one in unknown)]


def _reason(one: IndicatorLight) -> str:
    if one.override is not None:
        return one.override.reason
    return reason_sentence(one.reckoned, one.target, one.unit)


def sources(rows: Iterable[MonitorRow]) -> Table:
    """Of every indicator where its last number came from, and the norm that it serves."""
    heads = [_("Code"), _("What is measured"), _("Source"), _("Figure of"), _("Norm")]
    lines: list[list[Cell]] = [
        [row.code, one.light.name, one.source or "–", _source_day(one), one.norm or "–"]
        for row in rows
        for one in row.indicators
    ]
    return table(heads, lines, [width * mm for width in (16, 47, 53, 22, 27)])


def _source_day(one: MonitorIndicator) -> str:
    day = one.source_date or one.light.reckoned.measured_on
    return "–" if day is None else day_figures(day)
