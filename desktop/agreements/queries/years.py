"""Which year somebody asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle
from desktop.language import _
from desktop.refused import Refused


def asked_cycle(session: Session, year: str | int | None, today: date) -> Cycle:
    """The cycle of a year of talks; when nobody talked in that year, the one whose agreements are
    about it. Without a year the one whose agreements hold today, else the newest. Refuses a year
    that is not there."""
    cycles = cycles_there(session)
    if year is None:
        holding = [c for c in cycles if c.applies_from <= today <= c.applies_to]
        return holding[-1] if holding else cycles[-1]
    text = str(year).strip()
    for found in (
        [c for c in cycles if str(c.year) == text],
        [c for c in cycles if str(c.applies_from.year) == text],
    ):
        if found:
            return found[-1]
    sentence = _("There is no yearly cycle {year}. There are: {years}.")
    years = ", ".join(str(cycle.year) for cycle in cycles)
    raise Refused(sentence.format(year=text, years=years), "cycle")


def cycles_there(session: Session) -> Sequence[Cycle]:
    """Every cycle, the oldest first. Refuses when there is none."""
    cycles = session.scalars(select(Cycle).order_by(Cycle.year, Cycle.id)).all()
    if not cycles:
        raise Refused(
            _("There is no yearly cycle yet. Start one first, in the tab Beleid."), "file"
        )
    return cycles
