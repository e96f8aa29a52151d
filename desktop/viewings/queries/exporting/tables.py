"""Tables for a sheet: vacancies, and the measures of the evaluation. Nobody by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.exchange.tables import write_csv
from desktop.language import _, pgettext
from desktop.language.format import local
from desktop.refused import Refused
from desktop.viewings.model import (
    Candidate,
    Decision,
    Vacancy,
)
from desktop.viewings.queries.evaluation import Evaluation, evaluation
from desktop.viewings.queries.evaluation.judging import said
from desktop.viewings.queries.evaluation.results import Result
from desktop.viewings.queries.exporting.chosen import published
from desktop.viewings.queries.facts import (
    decision_that_stands,
    first_viewing_day,
)
from desktop.viewings.rules.complex_types import trait_words
from desktop.viewings.rules.evaluation import Verdict
from desktop.viewings.rules.statistics import wilson
from desktop.viewings.rules.visits import days_added
from desktop.viewings.states import (
    Presence,
    ViewingState,
)
from desktop.viewings.wording import word

PRESENT = (Presence.PRESENT, Presence.LATE)


def export_vacancies(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """A line for each vacancy: its dates and how many people, nobody by name."""
    headings = (
        _("Code"),
        _("Address"),
        _("Complex"),
        _("State"),
        _("Who receives"),
        _("Notice"),
        _("Advert from"),
        _("Advert until"),
        _("First viewing"),
        _("Extra days"),
        _("Lease signed"),
        _("Keys"),
        _("Candidates"),
        _("Invited"),
        _("Came"),
        _("Did not appear"),
        _("Offers"),
        _("To somebody with priority"),
        _("Order of the candidates removed on"),
    )
    return write_csv(path, headings, _vacancies(session, numbers))


def _vacancies(session: Session, numbers: Sequence[str]) -> Iterator[tuple[object, ...]]:
    found = select(Vacancy)
    if numbers:
        found = found.where(Vacancy.id.in_(published(session, numbers)))
    for vacancy in session.scalars(
        found.options(
            selectinload(Vacancy.viewings),
            selectinload(Vacancy.offers),
            selectinload(Vacancy.candidates).selectinload(Candidate.invitations),
            selectinload(Vacancy.decisions).joinedload(Decision.chosen),
        ).order_by(Vacancy.created_on, Vacancy.code)
    ):
        yield _vacancy(vacancy)


def _vacancy(vacancy: Vacancy) -> tuple[object, ...]:
    held = [v for v in vacancy.viewings if v.state is not ViewingState.CANCELLED]
    first = first_viewing_day(vacancy)
    seen = [
        {i.presence for i in candidate.invitations if i.cancelled_on is None}
        for candidate in vacancy.candidates
    ]
    decision = decision_that_stands(vacancy)
    return (
        vacancy.code,
        vacancy.dwelling.address,
        vacancy.dwelling.complex.name,
        word(vacancy.state),
        word(vacancy.route),
        vacancy.notice_on,
        vacancy.advert_from,
        vacancy.advert_until,
        local(held[0].starts_at) if held else None,
        days_added(vacancy.baseline_viewing_on, first) if first else None,
        vacancy.contract_on,
        vacancy.keys_on,
        len(vacancy.candidates),
        sum(bool(presences) for presences in seen),
        sum(bool(presences & set(PRESENT)) for presences in seen),
        sum(Presence.NO_SHOW in presences for presences in seen),
        len(vacancy.offers),
        decision.chosen.priority if decision is not None else None,
        decision.order_removed_on if decision is not None else None,
    )


def export_measures(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """A line for each measure of each complex and each type of complex, as the evaluation shows it:
    what may not be shown has words and no value. Shares and their intervals run from 0 to 1."""
    if numbers:
        raise Refused(_("The measures are of the whole pilot: give no codes."))
    headings = (
        pgettext("evaluation", "Measure"),
        _("Of"),
        _("Verdict on the complex"),
        _("Result"),
        _("Value"),
        _("Number counted"),
        _("Lowest (95 %)"),
        _("Highest (95 %)"),
    )
    return write_csv(path, headings, _measures(evaluation(session, now)))


def _measures(found: Evaluation) -> Iterator[tuple[object, ...]]:
    for line in found.lines:
        for column, result in zip(found.columns, line.results, strict=True):
            yield _measure(line.label, column.name, column.verdict, result)
    for by in found.by_trait:
        for line in by.lines:
            for one, result in zip(by.types, line.results, strict=True):
                of = f"{trait_words(by.trait)}: {one.kind}"
                yield _measure(line.label, of, one.verdict, result)


def _measure(label: str, of: str, verdict: Verdict | None, result: Result) -> tuple[object, ...]:
    interval = wilson(result.share) if result.share is not None else None
    return (
        label,
        of,
        said(verdict) if verdict is not None else "",
        result.words,
        None if result.value is None else round(result.value, 4),
        result.n if result.value is not None else None,
        None if interval is None else round(interval.low, 4),
        None if interval is None else round(interval.high, 4),
    )
