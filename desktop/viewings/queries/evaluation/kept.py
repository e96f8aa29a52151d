"""Evaluations that were kept: the measures as they stood, without dwellings or persons (R14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.store.found import found
from desktop.viewings.model import EvaluationSnapshot
from desktop.viewings.queries.evaluation.results import NO_DATA, Result
from desktop.viewings.queries.evaluation.whole import Column, Evaluation


@dataclass(frozen=True)
class KeptEvaluation:
    """A kept evaluation in a list. `by` is empty when the program kept it by itself."""

    id: int
    kept_at: datetime
    scope: str
    first_day: date
    last_day: date
    by: str


@dataclass(frozen=True)
class KeptLine:
    """A measure as it was said on the day, with a result for each column."""

    label: str
    results: tuple[str, ...]


@dataclass(frozen=True)
class KeptTable:
    """All measures of a kept evaluation, with the names over the columns."""

    about: KeptEvaluation
    columns: tuple[str, ...]
    lines: tuple[KeptLine, ...]


def scope_of(evaluation: Evaluation) -> str:
    """The complexes that an evaluation is about: `Havenflat, Kadeflat`."""
    return ", ".join(column.name for column in evaluation.columns if column.is_complex)


def measures_of(evaluation: Evaluation) -> list[dict[str, Any]]:
    """What is kept of an evaluation. The dwellings behind a figure stay out, and of a hidden cell
    no number is kept."""
    return [
        {
            "measure": line.measure.key,
            "label": line.label,
            "results": [
                _kept(column, result)
                for column, result in zip(evaluation.columns, line.results, strict=True)
            ],
        }
        for line in evaluation.lines
    ]


def _kept(column: Column, result: Result) -> dict[str, Any]:
    said = {"who": column.name, "words": result.words}
    if result.share is not None:
        return {**said, "count": result.share.count, "of": result.share.of}
    if result.value is not None:
        return {**said, "value": result.value, "n": result.n}
    return said


def kept_evaluations(session: Session) -> tuple[KeptEvaluation, ...]:
    """Every evaluation that was kept, the newest first."""
    rows = session.scalars(
        select(EvaluationSnapshot)
        .options(joinedload(EvaluationSnapshot.staff))
        .order_by(EvaluationSnapshot.kept_at.desc(), EvaluationSnapshot.id.desc())
    )
    return tuple(_about(row) for row in rows)


def kept_table(session: Session, snapshot_id: int) -> KeptTable:
    """The measures of one kept evaluation. Refuses one that is no longer there."""
    row = found(session, EvaluationSnapshot, snapshot_id)
    columns = tuple(
        dict.fromkeys(result["who"] for line in row.measures for result in line["results"])
    )
    return KeptTable(_about(row), columns, tuple(_line(line, columns) for line in row.measures))


def _line(line: dict[str, Any], columns: tuple[str, ...]) -> KeptLine:
    said = {result["who"]: result["words"] for result in line["results"]}
    return KeptLine(line["label"], tuple(said.get(who, NO_DATA) for who in columns))


def _about(row: EvaluationSnapshot) -> KeptEvaluation:
    by = row.staff.name if row.staff is not None else ""
    return KeptEvaluation(row.id, row.kept_at, row.scope, row.first_day, row.last_day, by)
