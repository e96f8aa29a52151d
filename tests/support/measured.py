"""A year of agreements in the database, put there directly: for tests of what is measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select

from desktop.agreements.model import (
    Agreement,
    Cycle,
    Indicator,
    IndicatorStep,
    Measurement,
    Meeting,
    Party,
    Seat,
    Theme,
)
from desktop.agreements.states import Frequency, MeetingKind, PartyKind, PartyRole
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.support.agreements import BASELINE_ON, MORGENVELD_2026, Row, decimal
from tests.support.remembered import remembered

THEMES = {
    "BES": "Beschikbaarheid",
    "BET": "Betaalbaarheid",
    "VER": "Verduurzaming",
    "LEE": "Leefbaarheid",
    "ZOR": "Wonen en zorg",
    "PAR": "Participatie",
}


@dataclass(frozen=True)
class Year:
    """The agreements of a year: numbers of what is in the database, by code or kind."""

    cycle: int
    municipality: int
    corporation: int
    tenants: int
    adviser: int
    outsider: int  # a party that is not at the table
    meeting: int
    agreements: dict[str, int]
    indicators: dict[str, int]


@remembered
def morgenveld(store: Store, rows: tuple[Row, ...] = MORGENVELD_2026) -> Year:
    """The agreements of Morgenveld for 2026, each with its indicator and what was measured."""
    with store.act(PROGRAM, "test.morgenveld") as act:
        session = act.session
        parties = {
            "municipality": Party(name="Gemeente Morgenveld", kind=PartyKind.MUNICIPALITY),
            "corporation": Party(name="Woonstichting Morgenwonen", kind=PartyKind.CORPORATION),
            "tenants": Party(name="Huurdersvereniging Samen Morgenveld", kind=PartyKind.TENANTS),
            "adviser": Party(name="Zorggroep De Brug", kind=PartyKind.CARE, role=PartyRole.ADVISER),
            "outsider": Party(name="Woningstichting Elders", kind=PartyKind.CORPORATION),
        }
        themes = {code: Theme(code=code, name=name, position=1) for code, name in THEMES.items()}
        for position, theme in enumerate(themes.values(), start=1):
            theme.position = position
        session.add_all([*parties.values(), *themes.values()])
        session.flush()
        cycle = Cycle(
            year=2025,
            municipality_id=parties["municipality"].id,
            applies_from=date(2026, 1, 1),
            applies_to=date(2026, 12, 31),
        )
        session.add(cycle)
        session.flush()
        for role in ("municipality", "corporation", "tenants", "adviser"):
            session.add(Seat(cycle_id=cycle.id, party_id=parties[role].id))
        meeting = Meeting(cycle_id=cycle.id, held_on=date(2026, 7, 15), kind=MeetingKind.TRIPARTITE)
        session.add(meeting)
        agreements: dict[str, int] = {}
        indicators: dict[str, int] = {}
        for row in rows:
            agreement = Agreement(
                cycle_id=cycle.id,
                theme_id=themes[row.code[:3]].id,
                code=row.code,
                lineage=row.code,
                title=f"Afspraak {row.code}",
            )
            session.add(agreement)
            session.flush()
            indicator = indicator_of(row, agreement.id)
            indicator.owner_id = parties["corporation"].id
            session.add(indicator)
            session.flush()
            agreements[row.code], indicators[row.code] = agreement.id, indicator.id
            if row.measured is not None:
                session.add(
                    Measurement(
                        indicator_id=indicator.id,
                        measured_on=row.measured_on,
                        value=Decimal(row.measured),
                        source="halfjaarbericht",
                        entered_at=datetime(2026, 7, 9, 18, tzinfo=UTC),
                    )
                )
        session.flush()
        return Year(
            cycle=cycle.id,
            meeting=meeting.id,
            agreements=agreements,
            indicators=indicators,
            **{role: party.id for role, party in parties.items()},
        )


def indicator_of(row: Row, agreement_id: int) -> Indicator:
    target = row.target()
    return Indicator(
        agreement_id=agreement_id,
        code=row.code,
        name=f"wat {row.code} meet",
        unit="aantal",
        decimals=row.decimals,
        direction=row.direction,
        cumulative=row.cumulative,
        baseline=decimal(row.baseline),
        baseline_on=BASELINE_ON,
        goal=decimal(row.goal),
        goal_on=row.goal_on,
        low=decimal(row.low),
        high=decimal(row.high),
        path=target.path,
        steps=[IndicatorStep(due_on=day, value=value) for day, value in row.steps],
        margin_percent=target.margin_percent,
        margin_absolute=target.margin_absolute,
        frequency=Frequency.HALF_YEAR,
        max_age_days=row.max_age_days,
        source="halfjaarbericht",
    )


def measurements(store: Store, indicator_id: int) -> list[Measurement]:
    """Every row of an indicator, in the order in which they were entered."""
    with store.reading() as session:
        rows = select(Measurement).where(Measurement.indicator_id == indicator_id)
        found = list(session.scalars(rows.order_by(Measurement.id)))
        session.expunge_all()
        return found
