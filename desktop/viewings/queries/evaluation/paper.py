"""The evaluation as its report says it: words and numbers, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.language import _
from desktop.language.format import percent
from desktop.viewings.queries.evaluation.whole import Evaluation, MeasuredLine, said
from desktop.viewings.queries.papers.evaluation import (
    Answered,
    EvaluationPaper,
    MeasureGroup,
    NumberLine,
    ShareLine,
    TypeVerdict,
)
from desktop.viewings.rules.measures import DECIDING, MeasureUnit, Question
from desktop.viewings.rules.statistics import LEAST_PER_CELL, RESAMPLES, wilson


def as_paper(found: Evaluation) -> EvaluationPaper:
    """What the report prints. Cases and codes of dwellings stay out of it: it goes to others."""
    return EvaluationPaper(
        scope=", ".join(column.name for column in found.columns if column.kind),
        first_day=found.first_day,
        last_day=found.last_day,
        fixed_on=found.fixed_on,
        answers=tuple(Answered(a.words, a.verdict, a.counts) for a in found.answers),
        types=tuple(
            TypeVerdict(one.kind, ", ".join(one.complexes), said(one.verdict), one.counts)
            for one in found.types
        ),
        groups=tuple(_group(found, question) for question in Question),
        planner=found.planner,
        limits=found.biases,
        method=_method(found),
    )


def _group(found: Evaluation, question: Question) -> MeasureGroup:
    title = {answer.question: answer.words for answer in found.answers}[question]
    lines = found.of(question)
    shares = [line for line in lines if line.measure.unit is MeasureUnit.SHARE]
    others = [line for line in lines if line.measure.unit is not MeasureUnit.SHARE]
    keys = {line.measure.key for line in lines}
    return MeasureGroup(
        title,
        shares=tuple(_shares(found, shares)),
        numbers=tuple(_numbers(found, others)),
        notes=tuple(
            f"{comparison.words}."
            for comparison in found.comparisons
            if any(comparison.key.startswith(key) for key in keys)
        ),
    )


def _label(line: MeasuredLine, column: str) -> str:
    return _("{measure}: {who}").format(measure=line.label, who=column)


def _shares(found: Evaluation, lines: Iterable[MeasuredLine]) -> Iterable[ShareLine]:
    for line in lines:
        for column, result in zip(found.columns, line.results, strict=True):
            if result.share is not None:
                interval = wilson(result.share)
                yield ShareLine(
                    _label(line, column.name),
                    result.words,
                    interval.estimate,
                    interval.low,
                    interval.high,
                )
            elif result.n:
                yield ShareLine(_label(line, column.name), result.words)


def _numbers(found: Evaluation, lines: Iterable[MeasuredLine]) -> Iterable[NumberLine]:
    for line in lines:
        for column, result in zip(found.columns, line.results, strict=True):
            if result.n:
                yield NumberLine(_label(line, column.name), result.words)


def _method(found: Evaluation) -> tuple[str, ...]:
    agreed = [
        _("{measure}: workable from {workable}, with help from {with_help}.").format(
            measure=measure.words,
            workable=percent(found.thresholds[measure.key].workable),
            with_help=percent(found.thresholds[measure.key].with_help),
        )
        for measure in DECIDING
        if measure.key in found.thresholds
    ]
    return (
        _("Shares have the 95 % interval of Wilson (1927), differences that of Newcombe (1998)."),
        _("Of days, hours and minutes stands the median, with the half that lies around it."),
        _(
            "A change against other complexes is counted with a bootstrap of {n} draws over "
            "dwellings, and only with {least} dwellings or more on each side, before and after."
        ).format(n=RESAMPLES, least=LEAST_PER_CELL),
        _("A verdict needs the whole interval past what was agreed before the start."),
        *agreed,
        *(
            _("{what}. Footnote: Fisher exact, p = {p}.").format(
                what=comparison.label, p=f"{comparison.p:.2f}"
            )
            for comparison in found.comparisons
            if comparison.p is not None
        ),
    )
