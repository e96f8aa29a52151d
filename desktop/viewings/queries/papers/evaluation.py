"""What the report of the evaluation says: every word and number of it, ready to be drawn.

Shares are 0 to 1. What may not be shown (fewer than five people) has no value, only words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Answered:
    """One of the questions with what may be said of it: the verdict first, then the counts."""

    question: str
    verdict: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class TypeVerdict:
    """What may be said of one type of complex: `trait` is what tells it apart, `complexes` are
    their names."""

    trait: str
    kind: str
    complexes: str
    verdict: str
    counts: str


@dataclass(frozen=True)
class ShareLine:
    """A share with its Wilson interval, to be drawn as a line. `words` such as "3 van 6"."""

    label: str
    words: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class NumberLine:
    """A measure that is no share: a median with its quartiles, a count, a mark, in words."""

    label: str
    words: str


@dataclass(frozen=True)
class MeasureGroup:
    """Measures that belong to one question. `thresholds` are drawn through the shares; `notes`
    hold differences and their Newcombe intervals in words."""

    title: str
    shares: tuple[ShareLine, ...] = ()
    thresholds: tuple[tuple[float, str], ...] = ()
    numbers: tuple[NumberLine, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypeFigures:
    """What was measured of each type that a trait tells apart: `rows` are a label and, in the order
    of `kinds`, what may be shown."""

    title: str
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class EvaluationPaper:
    """The report: page 1 the questions, then the measures, then limits, then method.

    `planner` says when which question can be answered; `fixed_on` when thresholds were fixed."""

    scope: str
    first_day: date
    last_day: date
    fixed_on: date | None
    answers: tuple[Answered, ...]
    types: tuple[TypeVerdict, ...]
    type_figures: tuple[TypeFigures, ...]
    groups: tuple[MeasureGroup, ...]
    by_policy: tuple[str, ...]
    planner: tuple[str, ...]
    limits: tuple[str, ...]
    method: tuple[str, ...]
