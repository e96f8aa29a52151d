"""What the database holds of a year, as rows of the sheets: to write them, and to see what a file
would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased, selectinload

from desktop.agreements.exchange.given import RowKey, key_of
from desktop.agreements.exchange.sheets import (
    AGREEMENTS,
    COMMITMENTS,
    INDICATORS,
    INPUTS,
    MEASUREMENTS,
    SHEETS,
    STEPS,
    Key,
    SheetKind,
)
from desktop.agreements.model import (
    Agreement,
    Commitment,
    Cycle,
    Indicator,
    IndicatorStep,
    Measurement,
    NationalPriority,
    PolicyGoal,
    TenantInput,
    Theme,
)
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.states import Direction
from desktop.language.fold import fold


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row as it stands in the database: its number there and its values by column."""

    id: int
    values: Mapping[str, Any]


Rows = dict[RowKey, HeldRow]


@dataclass
class Held:
    """A year: its rows by sheet and key, and what rows may name, folded, with its number."""

    cycle_id: int
    year: int
    period: tuple[date, date]
    rows: Mapping[Key, Rows]
    themes: Mapping[str, int] = field(default_factory=dict)
    priorities: Mapping[str, int] = field(default_factory=dict)
    goals: Sequence[tuple[int, str]] = ()
    parties: Mapping[str, int] = field(default_factory=dict)
    party_names: Sequence[str] = ()

    def id_of(self, key: Key, *identity: str) -> int | None:
        """The number of what a code names; None when the year has no such thing."""
        row = self.rows[key].get(tuple(fold(part) for part in identity))
        return None if row is None else row.id

    def codes(self, key: Key) -> list[str]:
        """The codes of a sheet, as they are written."""
        name = next(kind for kind in SHEETS if kind.key is key).identity[0]
        return [row.values[name] for row in self.rows[key].values()]


def held_of(session: Session, cycle_id: int, measurements: bool = True) -> Held:
    """Everything of a year that a file can hold. Without `measurements`, which may be many, their
    sheet is empty."""
    cycle = session.get_one(Cycle, cycle_id)
    parties = seated_parties(session, cycle_id)
    names = {fold(n): p.id for p in parties for n in (p.short_name, p.name) if n}
    measured = _measurements(session, cycle_id) if measurements else ()
    return Held(
        cycle_id=cycle_id,
        year=cycle.year,
        period=(cycle.applies_from, cycle.applies_to),
        rows={
            Key.AGREEMENTS: _keyed(AGREEMENTS, _agreements(session, cycle)),
            Key.COMMITMENTS: _keyed(COMMITMENTS, _commitments(session, cycle_id)),
            Key.INDICATORS: _keyed(INDICATORS, _indicators(session, cycle_id)),
            Key.STEPS: _keyed(STEPS, _steps(session, cycle_id)),
            Key.MEASUREMENTS: _keyed(MEASUREMENTS, measured),
            Key.INPUTS: _keyed(INPUTS, _inputs(session, cycle_id)),
        },
        themes={fold(code): id for id, code in session.execute(select(Theme.id, Theme.code))},
        priorities={
            fold(code): id
            for id, code in session.execute(select(NationalPriority.id, NationalPriority.code))
        },
        goals=[
            (goal.id, goal.words)
            for goal in session.scalars(
                select(PolicyGoal)
                .where(PolicyGoal.document_id == cycle.policy_id)
                .order_by(PolicyGoal.position)
            )
        ],
        parties=names,
        party_names=[party.name for party in parties],
    )


def _keyed(kind: SheetKind, rows: Iterable[HeldRow]) -> Rows:
    """The rows by key; of two with the same key the later one counts."""
    return {key_of(kind, row.values): row for row in rows}


def _row(id: int, **values: Any) -> HeldRow:
    """Without what is empty, as a file gives it."""
    return HeldRow(id, {name: v for name, v in values.items() if v is not None and v != ""})


def _agreements(session: Session, cycle: Cycle) -> Iterable[HeldRow]:
    found = session.scalars(
        select(Agreement)
        .where(Agreement.cycle_id == cycle.id)
        .options(selectinload(Agreement.clauses), selectinload(Agreement.goal))
        .options(selectinload(Agreement.priority))
        .order_by(Agreement.code)
    )
    for agreement in found:
        newest = agreement.newest
        yield _row(
            agreement.id,
            afspraak_code=agreement.code,
            thema_code=agreement.theme.code,
            titel=agreement.title,
            tekst=newest.text if newest else "",
            tekst_b1=newest.plain_text if newest else "",
            status=agreement.state,
            looptijd_van=agreement.applies_from or cycle.applies_from,
            looptijd_tot=agreement.applies_to or cycle.applies_to,
            wijk=agreement.district,
            postcode4=agreement.postcode,
            woonvisie_doel=agreement.goal.words if agreement.goal else "",
            rijksprioriteit=agreement.priority.code if agreement.priority else "",
        )


def _commitments(session: Session, cycle_id: int) -> Iterable[HeldRow]:
    found = session.scalars(
        select(Commitment)
        .join(Agreement)
        .where(Agreement.cycle_id == cycle_id)
        .options(selectinload(Commitment.agreement), selectinload(Commitment.party))
        .order_by(Agreement.code, Commitment.id)
    )
    for commitment in found:
        yield _row(
            commitment.id,
            afspraak_code=commitment.agreement.code,
            partij=commitment.party.name,
            wat=commitment.what,
            soort=commitment.kind,
            voor_datum=commitment.due_on,
            klaar_op=commitment.done_on,
        )


def _indicators(session: Session, cycle_id: int) -> Iterable[HeldRow]:
    found = session.execute(
        select(Indicator, Agreement.code)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Agreement.code, Indicator.code)
    )
    for indicator, code in found:
        yield _row(
            indicator.id,
            indicator_code=indicator.code,
            afspraak_code=code,
            naam=indicator.name,
            eenheid=indicator.unit,
            decimalen=indicator.decimals,
            richting=indicator.direction,
            optellend=indicator.cumulative,
            nul_waarde=indicator.baseline,
            nul_datum=indicator.baseline_on,
            doel_waarde=indicator.goal,
            doel_datum=indicator.goal_on,
            ondergrens=indicator.low,
            bovengrens=indicator.high,
            pad=indicator.path,
            marge_procent=indicator.margin_percent,
            marge_vast=indicator.margin_absolute,
            frequentie=indicator.frequency,
            bron=indicator.source,
            norm_artikel=indicator.norm,
        )


def _steps(session: Session, cycle_id: int) -> Iterable[HeldRow]:
    found = session.execute(
        select(IndicatorStep.id, Indicator.code, IndicatorStep.due_on, IndicatorStep.value)
        .join(Indicator, IndicatorStep.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Indicator.code, IndicatorStep.due_on)
    )
    for id, code, due_on, value in found:
        yield _row(id, indicator_code=code, datum=due_on, waarde=value)


def _measurements(session: Session, cycle_id: int) -> Iterable[HeldRow]:
    """What counts: of each day the value that was not corrected. Of a yes or no the deed."""
    correction = aliased(Measurement)
    found = session.execute(
        select(
            Measurement.id,
            Indicator.code,
            Measurement.measured_on,
            Measurement.value,
            Measurement.source,
            Measurement.source_date,
            Measurement.provisional,
            Measurement.remark,
        )
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(
            Agreement.cycle_id == cycle_id,
            ~exists().where(correction.supersedes_id == Measurement.id),
        )
        # A definitive value counts before a provisional one, then the last that was entered.
        .order_by(
            Indicator.code,
            Measurement.measured_on,
            Measurement.provisional.desc(),
            Measurement.id,
        )
    )
    for id, code, day, value, source, source_date, provisional, remark in found:
        yield _row(
            id,
            indicator_code=code,
            meetdatum=day,
            waarde=value,
            bron=source,
            brondatum=source_date,
            voorlopig=provisional,
            opmerking=remark,
        )
    done = session.execute(
        select(Indicator.id, Indicator.code, Indicator.done_on, Indicator.source)
        .join(Agreement)
        .where(
            Agreement.cycle_id == cycle_id,
            Indicator.direction == Direction.YESNO,
            Indicator.done_on.is_not(None),
        )
        .order_by(Indicator.code)
    )
    for id, code, done_on, source in done:
        yield _row(id, indicator_code=code, meetdatum=done_on, waarde=True, bron=source)


def _inputs(session: Session, cycle_id: int) -> Iterable[HeldRow]:
    found = session.scalars(
        select(TenantInput)
        .where(TenantInput.cycle_id == cycle_id)
        .options(selectinload(TenantInput.agreements), selectinload(TenantInput.reply))
        .options(selectinload(TenantInput.theme))
        .order_by(TenantInput.code)
    ).all()
    for asked in found:
        reply = asked.reply
        yield _row(
            asked.id,
            inbreng_code=asked.code,
            datum=asked.received_on,
            kanaal=asked.channel,
            tekst=asked.text,
            thema_code=asked.theme.code if asked.theme else "",
            wijk=asked.place,
            besluit=reply.decision if reply else None,
            reden=reply.reason if reply else "",
            antwoord_datum=reply.replied_on if reply else None,
            afspraak_code=tuple(agreement.code for agreement in asked.agreements) or None,
            teruggekoppeld_op=reply.told_on if reply else None,
        )
