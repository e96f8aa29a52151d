"""The evaluation as its report says it: words and numbers, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.language import _
from desktop.language.format import number, percent
from desktop.viewings.queries.evaluation.judging import said
from desktop.viewings.queries.evaluation.lines import MeasuredLine
from desktop.viewings.queries.evaluation.whole import Column, Evaluation
from desktop.viewings.queries.papers.evaluation import (
    Answered,
    EvaluationPaper,
    MeasureGroup,
    NumberLine,
    ShareLine,
    TypeFigures,
    TypeVerdict,
)
from desktop.viewings.rules.complex_types import trait_words
from desktop.viewings.rules.evaluation import Threshold
from desktop.viewings.rules.measures import DECIDING, Better, Measure, MeasureUnit, Question
from desktop.viewings.rules.statistics import LEAST_PER_CELL, RESAMPLES, wilson


def as_paper(found: Evaluation) -> EvaluationPaper:
    """What the report prints. Cases and codes of dwellings stay out of it: it goes to others."""
    return EvaluationPaper(
        scope=", ".join(column.name for column in found.columns if column.is_complex),
        first_day=found.first_day,
        last_day=found.last_day,
        fixed_on=found.fixed_on,
        answers=tuple(Answered(a.words, a.verdict, a.counts) for a in found.answers),
        types=tuple(
            TypeVerdict(
                trait_words(by.trait),
                one.kind,
                ", ".join(one.complexes),
                said(one.verdict),
                one.counts,
            )
            for by in found.by_trait
            for one in by.types
        ),
        type_figures=tuple(
            TypeFigures(
                trait_words(by.trait),
                tuple(one.kind for one in by.types),
                tuple(
                    (line.label, *(result.words for result in line.results)) for line in by.lines
                ),
            )
            for by in found.by_trait
            if by.adds_up
        ),
        groups=tuple(group for question in Question for group in _groups(found, question)),
        by_policy=found.by_policy,
        planner=found.planner,
        limits=found.limits,
        method=_method(found),
    )


def _groups(found: Evaluation, question: Question) -> Iterable[MeasureGroup]:
    """What is counted otherwise in one table, then a drawing for each share, then what was
    compared."""
    title = {answer.question: answer.words for answer in found.answers}[question]
    lines = found.of(question)
    others = [line for line in lines if line.measure.unit is not MeasureUnit.SHARE]
    if others:
        yield MeasureGroup(title, numbers=tuple(_numbers(found, others)))
    measures = {line.measure.key: line.measure for line in lines if line not in others}
    for measure in measures.values():
        of_measure = [line for line in lines if line.measure is measure]
        yield MeasureGroup(
            measure.words,
            shares=tuple(_shares(found, of_measure)),
            thresholds=_thresholds(found, measure),
            notes=_notes(found, measure.key),
        )
    notes = tuple(note for line in others for note in _notes(found, line.measure.key))
    if notes:
        yield MeasureGroup(_("What was compared"), notes=tuple(dict.fromkeys(notes)))


def _notes(found: Evaluation, key: str) -> tuple[str, ...]:
    return tuple(f"{c.words}." for c in found.comparisons if c.key.startswith(key))


def _thresholds(found: Evaluation, measure: Measure) -> tuple[tuple[float, str], ...]:
    agreed = found.thresholds.get(measure.key)
    if agreed is None:
        return ()
    return (agreed.workable, _("workable")), (agreed.with_help, _("workable with help"))


def _of(line: MeasuredLine, column: Column) -> str:
    """`Havenflat: met voorrang`; the name alone when the measure tells nobody apart."""
    if not line.of:
        return column.name
    return _("{measure}: {who}").format(measure=column.name, who=line.of)


def _shares(found: Evaluation, lines: Iterable[MeasuredLine]) -> Iterable[ShareLine]:
    for line in lines:
        for column, result in zip(found.columns, line.results, strict=True):
            if result.share is not None:
                drawn = wilson(result.share)
                label = _of(line, column)
                yield ShareLine(label, result.words, drawn.estimate, drawn.low, drawn.high)
            elif result.n:
                yield ShareLine(_of(line, column), result.words)


def _numbers(found: Evaluation, lines: Iterable[MeasuredLine]) -> Iterable[NumberLine]:
    for line in lines:
        each = [
            _("{measure}: {who}").format(measure=column.name, who=result.words)
            for column, result in zip(found.columns, line.results, strict=True)
            if result.n
        ]
        yield NumberLine(line.label, "; ".join(each))


def _method(found: Evaluation) -> tuple[str, ...]:
    agreed = [
        _agreed(measure, found.thresholds[measure.key])
        for measure in DECIDING
        if measure.key in found.thresholds
    ]
    return (
        _("Shares have the 95 % interval of Wilson (1927), differences that of Newcombe (1998)."),
        _("Of days, hours and minutes you see the median; between brackets lies the middle half."),
        _(
            "A change against other complexes is counted with a bootstrap of {n} draws over "
            "dwellings, and only with {least} dwellings or more on each side, before and after."
        ).format(n=RESAMPLES, least=LEAST_PER_CELL),
        _("A verdict needs the whole interval past what was agreed before the start."),
        *agreed,
        *(
            _("{what}. Footnote: Fisher exact, p = {p}.").format(
                what=comparison.label, p=number(comparison.p, 3)
            )
            for comparison in found.comparisons
            if comparison.p is not None
        ),
    )


def _agreed(measure: Measure, threshold: Threshold) -> str:
    if measure.better is Better.LOWER:
        words = _("{measure}: workable up to {workable}, with help up to {with_help}.")
    else:
        words = _("{measure}: workable from {workable}, with help from {with_help}.")
    return words.format(
        measure=measure.words,
        workable=percent(threshold.workable),
        with_help=percent(threshold.with_help),
    )
