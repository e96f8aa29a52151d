"""Which year a file is about."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.exchange.given import GivenFile
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.model import Agreement, Cycle, Indicator
from desktop.agreements.queries.years import asked_cycle, cycles_there
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.language.fold import fold

# Where a sheet has the days that tell which year it is of.
DAYS = {
    Key.AGREEMENTS: ("looptijd_van", "looptijd_tot"),
    Key.INDICATORS: ("doel_datum",),
    Key.MEASUREMENTS: ("meetdatum",),
}


def cycle_of_file(session: Session, given: GivenFile, year: str | None, today: date) -> Cycle:
    """The cycle that a file is about: the year that is asked, else what the file says of itself,
    else the cycle that knows most of its codes, of those the one in which its days fall, and for
    new agreements one that is not signed yet."""
    if year is not None or given.year is not None:
        return asked_cycle(session, year if year is not None else given.year, today)
    cycles = cycles_there(session)
    codes, days = _codes(given), _days(given)

    def fits(cycle: Cycle) -> tuple[int, int, bool, int]:
        inside = sum(cycle.applies_from <= day <= cycle.applies_to for day in days)
        open_now = Key.AGREEMENTS in given.sheets and cycle.state in BEFORE_SIGNING
        holds = open_now or cycle.applies_from <= today <= cycle.applies_to
        known = len(codes & _known(session, cycle.id)) if len(cycles) > 1 else 0
        return known, inside, holds, cycle.year

    return max(cycles, key=fits)


def _codes(given: GivenFile) -> set[str]:
    names = ("afspraak_code", "indicator_code")
    return {
        fold(code)
        for sheet in given.sheets.values()
        for row in sheet.rows
        for name in names
        if isinstance(code := row.values.get(name), str)
    }


def _days(given: GivenFile) -> list[date]:
    return [
        day
        for key, names in DAYS.items()
        if key in given.sheets
        for row in given.sheets[key].rows
        for name in names
        if isinstance(day := row.values.get(name), date)
    ]


def _known(session: Session, cycle_id: int) -> set[str]:
    agreements = select(Agreement.code).where(Agreement.cycle_id == cycle_id)
    indicators = select(Indicator.code).join(Agreement).where(Agreement.cycle_id == cycle_id)
    codes = [*session.scalars(agreements), *session.scalars(indicators)]
    return {fold(code) for code in codes}
