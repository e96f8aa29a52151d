"""The report of the evaluation: what may be said first, what it rests on after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak
from sqlalchemy.orm import Session

from desktop.documents import charts, charts_pdf, letter
from desktop.documents.flowables import Box, bullet, marked, text
from desktop.documents.fonts import printable
from desktop.documents.letterhead import letterhead
from desktop.documents.markdown import escaped
from desktop.documents.pages import Part
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _, language, pgettext
from desktop.language.format import day_plain, local
from desktop.viewings.queries.papers.evaluation import (
    Answered,
    EvaluationPaper,
    MeasureGroup,
    TypeFigures,
    TypeVerdict,
)


def make(session: Session, report: EvaluationPaper, now: datetime) -> Paper:
    """The report in the language in which its words are."""
    return letter.finish(
        "evaluation",
        lambda: _("Evaluation {scope}").format(scope=report.scope),
        [Part(list(_story(report)), "", _footer(report), language())],
        letterhead(session),
        local(now).date(),
    )


def _footer(report: EvaluationPaper) -> str:
    if report.fixed_on is None:
        return _("Evaluation {scope} · no thresholds were fixed").format(scope=report.scope)
    return _("Evaluation {scope} · thresholds fixed on {day}").format(
        scope=report.scope, day=day_plain(report.fixed_on)
    )


def _story(report: EvaluationPaper) -> Iterable[Flowable]:
    yield text(_("Residents receive their new neighbours: what do we know?"), "title")
    yield text(
        _("{scope}, {first} to {last}").format(
            scope=report.scope,
            first=day_plain(report.first_day),
            last=day_plain(report.last_day),
        ),
        "reference",
    )
    yield _head(_("The questions"))
    for answer in report.answers:
        yield from _answer(answer)
    if report.types:
        yield _head(_("By type of complex"))
        yield _types(_of_one_trait(report)[0])
    yield from _list(_("Priority, by way of dealing with it"), report.by_policy)
    yield from _list(_("When do we know more?"), report.planner)
    yield PageBreak()
    yield _head(_("What we measured"))
    for group in report.groups:
        yield from _group(group)
    yield from _every_type(report)
    yield from _list(_("What can mislead us"), report.limits)
    yield from _list(_("How we counted"), report.method)


def _head(words: str) -> Flowable:
    return text(words, "form question", bookmark=words)


def _answer(answer: Answered) -> Iterable[Flowable]:
    """The question, and in the box the verdict with the counts that it rests on."""
    yield text(answer.question, "question")
    verdict = marked(f"<b>{escaped(printable(answer.verdict))}</b>", "box")
    yield Box([(None, verdict), *((None, text(counts, "box")) for counts in answer.counts)])


def _types(verdicts: Sequence[TypeVerdict]) -> Flowable:
    """The verdict on each type that one trait tells apart."""
    heads = [_("Type"), _("Complexes"), _("Verdict"), _("Counts")]
    rows = [
        [text(v.kind, "cell bold"), v.complexes, text(v.verdict, "cell bold"), v.counts]
        for v in verdicts
    ]
    return table(heads, rows, [width * mm for width in (38, 42, 40, 45)])


def _of_one_trait(report: EvaluationPaper) -> list[list[TypeVerdict]]:
    """The verdicts, those of each trait together; the first trait is the one on page one."""
    return [list(some) for _trait, some in groupby(report.types, key=lambda v: v.trait)]


def _every_type(report: EvaluationPaper) -> Iterable[Flowable]:
    """The verdicts by the other traits, and figures where types hold several complexes."""
    others = _of_one_trait(report)[1:]
    if others:
        yield _head(_("What tells complexes apart"))
    for verdicts in others:
        yield text(verdicts[0].trait, "question")
        yield _types(verdicts)
    if report.type_figures:
        yield _head(_("What we measured, by type of complex"))
    for figures in report.type_figures:
        yield from _type_figures(figures)


def _type_figures(shown: TypeFigures) -> Iterable[Flowable]:
    """What was measured of the types of one trait, side by side."""
    yield text(shown.title, "question")
    first = 60 * mm
    each = (letter.WIDTH - first) / len(shown.kinds)
    heads = [pgettext("evaluation", "Measure"), *shown.kinds]
    rows = [list(row) for row in shown.rows]
    yield table(heads, rows, [first, *[each] * len(shown.kinds)])


def _group(group: MeasureGroup) -> Iterable[Flowable]:
    yield text(group.title, "question")
    if group.shares:
        rows = [charts.Interval(s.label, s.words, s.value, s.low, s.high) for s in group.shares]
        yield charts_pdf.drawing(charts.IntervalChart(rows, group.thresholds), letter.WIDTH)
    if group.numbers:
        yield table(
            [pgettext("evaluation", "Measure"), _("Result")],
            [[line.label, line.words] for line in group.numbers],
            [95 * mm, 70 * mm],
        )
    for note in group.notes:
        yield text(note, "small")


def _list(title: str, lines: Iterable[str]) -> Iterable[Flowable]:
    shown = [bullet("•", escaped(printable(line))) for line in lines]
    if shown:
        yield _head(title)
        yield from shown
