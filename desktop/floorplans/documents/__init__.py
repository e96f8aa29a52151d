"""The papers of Plattegronden. This list is read when the window opens, so the papers themselves,
and ReportLab with them, load when the first is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Printable
from desktop.language import _
from desktop.refused import Refused


def printables() -> Sequence[Printable]:
    """Every paper, with what its numbers are."""
    return (
        Printable(
            "plan",
            lambda: _("Floor plan"),
            lambda: _("numbers of drawings"),
            _plan,
            lambda session: _some_drawings(session, 1),
        ),
        Printable(
            "plan-evening",
            lambda: _("All drawings of an evening"),
            lambda: _("the number of an evening"),
            _evening,
            _some_evening,
        ),
        Printable(
            "plan-comparison",
            lambda: _("Drawings compared"),
            lambda: _("numbers of two to six drawings"),
            _comparison,
            lambda session: _some_drawings(session, 2),
        ),
        Printable(
            "design-brief",
            lambda: _("Design brief"),
            lambda: _("numbers of drawings"),
            _brief,
            lambda session: _some_drawings(session, 2),
        ),
    )


def _plan(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
    from desktop.floorplans.documents.papers import sketches_paper

    return sketches_paper(session, _ids(numbers), now)


def _evening(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
    from desktop.floorplans.documents.papers import evening_paper

    ids = _ids(numbers)
    if len(ids) != 1:
        raise Refused(_("Say of which evening: give its number."), "numbers")
    return evening_paper(session, ids[0], now)


def _comparison(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
    from desktop.floorplans.documents.papers import comparison_paper

    return comparison_paper(session, _ids(numbers), now)


def _brief(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
    from desktop.floorplans.documents.brief import design_brief

    return design_brief(session, _ids(numbers), now)


def _ids(numbers: Sequence[str]) -> list[int]:
    for number in numbers:
        if not number.isdecimal():
            raise Refused(
                _("“{number}” is no number of a drawing.").format(number=number), "numbers"
            )
    return [int(number) for number in numbers]


def _some_drawings(session: Session, fewest: int) -> Sequence[str] | None:
    """The newest drawings of tenants, as many as the paper needs."""
    from desktop.floorplans import queries

    lines = queries.sketches(session)
    return [str(line.id) for line in lines[-fewest:]] if len(lines) >= fewest else None


def _some_evening(session: Session) -> Sequence[str] | None:
    from desktop.floorplans import queries

    with_drawings = (line for line in queries.evenings(session) if line.sketches)
    return next(([str(line.id)] for line in with_drawings), None)
