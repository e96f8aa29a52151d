"""What the next year takes over from the last. Part of starting a cycle."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.agreements.model import (
    Agreement,
    AgreementStep,
    Clause,
    Commitment,
    Cycle,
    Indicator,
    IndicatorStep,
)
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.queries.lights import IndicatorLight, lights_of_cycle
from desktop.agreements.rules.period import years_later
from desktop.agreements.states import AgreementState, Direction
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused

# Of an indicator everything goes along but its row and what the new year changes.
INDICATOR_AS_IT_IS = (
    "code", "name", "unit", "decimals", "direction", "cumulative", "goal", "low", "high", "path",
    "margin_percent", "margin_absolute", "frequency", "max_age_days", "source", "norm", "owner_id",
    "counts",
)  # fmt: skip
AGREEMENT_AS_IT_IS = (
    "theme_id", "code", "lineage", "title", "short_title", "district", "postcode", "goal_id",
    "priority_id",
)  # fmt: skip


MEASURED_ALONG_A_PATH = (Direction.UP, Direction.DOWN)


def copy_agreements(
    session: Session, old: Cycle, new: Cycle, ids: Collection[int], now: datetime
) -> None:
    """The agreements `ids` of the old cycle go on in the new one, as drafts with the text that
    binds the parties, or else the newest. Refuses one that is not of the old cycle."""
    going = session.scalars(
        select(Agreement)
        .where(Agreement.id.in_(ids), Agreement.cycle_id == old.id)
        .order_by(Agreement.code)
        .options(
            selectinload(Agreement.clauses),
            selectinload(Agreement.commitments),
            selectinload(Agreement.indicators).selectinload(Indicator.steps),
        )
    ).all()
    if len(going) != len(set(ids)):
        raise Refused(_("One of these agreements is not of that year. Choose again."), "copy")
    years = new.year - old.year
    today = local(now).date()
    seated = {party.id for party in seated_parties(session, new.id)}
    lights = lights_of_cycle(session, old.id, today)
    for agreement in going:
        measured = {light.id: light for light in lights[agreement.id].indicators}
        copy = _agreement(agreement, new)
        copy.steps = [AgreementStep(state=copy.state, taken_on=today)]
        copy.clauses = _clauses(agreement, now)
        copy.commitments = _commitments(agreement, seated, years)
        copy.indicators = [
            _indicator(indicator, measured[indicator.id], years)
            for indicator in agreement.indicators
        ]
        session.add(copy)


def _agreement(old: Agreement, cycle: Cycle) -> Agreement:
    """The agreement without anything that happened to it. One that was put off says from which."""
    put_off = old.state is AgreementState.CARRIED_OVER
    return Agreement(
        cycle_id=cycle.id,
        state=AgreementState.DRAFT if old.clauses else AgreementState.IDEA,
        postponed_from_id=old.id if put_off else None,
        **_own_days(old, cycle),
        **{name: getattr(old, name) for name in AGREEMENT_AS_IT_IS},
    )


def _own_days(old: Agreement, cycle: Cycle) -> dict[str, date | None]:
    """The days of an agreement for several years, as long as they hold for the whole new year."""
    if old.applies_to is None or old.applies_to < date(cycle.year + 1, 12, 31):
        return {}
    return {"applies_from": old.applies_from, "applies_to": old.applies_to}


def _clauses(old: Agreement, now: datetime) -> list[Clause]:
    text = old.in_force or old.newest
    if text is None:
        return []
    copied = {
        name: getattr(text, name)
        for name in ("text", "plain_text", "author_id", "digest", "staff_id")
    }
    return [Clause(number=1, made_at=now, **copied)]


def _commitments(old: Agreement, seated: Collection[int], years: int) -> list[Commitment]:
    """What parties at the new table do, a year later; of what was done nothing goes along."""
    return [
        Commitment(
            party_id=one.party_id,
            what=one.what,
            kind=one.kind,
            owner=one.owner,
            due_on=one.due_on and years_later(one.due_on, years),
        )
        for one in old.commitments
        if one.party_id in seated
    ]


def _indicator(old: Indicator, light: IndicatorLight, years: int) -> Indicator:
    """The indicator with its goal a year later. It starts from the last value that was measured,
    except what counts through a year, which starts again from where it did."""
    new = Indicator(**{name: getattr(old, name) for name in INDICATOR_AS_IT_IS})
    new.goal_on = years_later(old.goal_on, years)
    new.baseline = old.baseline
    new.baseline_on = old.baseline_on and years_later(old.baseline_on, years)
    last, last_on = light.reckoned.measured, light.reckoned.measured_on
    if last is not None and not old.cumulative and old.direction in MEASURED_ALONG_A_PATH:
        new.baseline, new.baseline_on = last, last_on
    new.steps = [
        IndicatorStep(due_on=years_later(step.due_on, years), value=step.value)
        for step in old.steps
    ]
    return new
