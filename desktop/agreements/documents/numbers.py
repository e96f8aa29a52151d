"""From what people type to the rows that a paper is made of: a year of talks, the day of a
meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Dispute, Meeting, TenantsBudget
from desktop.agreements.queries.years import asked_cycle, cycles_there
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused


def cycle(session: Session, numbers: Sequence[str], now: datetime) -> int:
    """The year of talks; without a number the one whose agreements hold now. Refuses more than
    one, and a year that is not there."""
    if len(numbers) > 1:
        raise Refused(_("Ask for one year at a time."))
    return asked_cycle(session, numbers[0] if numbers else None, local(now).date()).id


def dispute(session: Session, numbers: Sequence[str], now: datetime) -> int:
    """The last dispute of a year of talks. Refuses a year without one."""
    found = session.scalar(
        select(Dispute.id)
        .where(Dispute.cycle_id == cycle(session, numbers, now))
        .order_by(Dispute.arisen_on.desc(), Dispute.id.desc())
        .limit(1)
    )
    if found is None:
        raise Refused(_("There is no dispute in this year."))
    return found


def meeting(session: Session, numbers: Sequence[str], now: datetime) -> int:
    """The meeting of a day, as 2026-07-09; without a number the next one, else the last. Refuses
    more than one, what is no day, and a day without a meeting."""
    if len(numbers) > 1:
        raise Refused(_("Ask for one meeting at a time."))
    rows = session.execute(select(Meeting.held_on, Meeting.id).order_by(Meeting.held_on)).all()
    asked = _day(numbers[0]) if numbers else local(now).date()
    chosen = [id for held_on, id in rows if held_on == asked or (not numbers and held_on > asked)]
    if not chosen and not numbers:
        chosen = [id for _held_on, id in rows][-1:]
    if not chosen:
        raise Refused(_("There is no meeting on this day. Look up the day first."))
    return int(chosen[0])


def budget(session: Session, numbers: Sequence[str], now: datetime) -> int:
    """The budget of the tenants of a calendar year; without a number that of this year. Refuses
    more than one, and a year without a budget."""
    if len(numbers) > 1:
        raise Refused(_("Ask for one year at a time."))
    year = numbers[0] if numbers else str(local(now).year)
    there = dict(session.execute(select(TenantsBudget.year, TenantsBudget.id)).all())
    found = there.get(int(year)) if year.isdecimal() else None
    if found is None:
        raise Refused(_("There is no budget of the tenants in {year}.").format(year=year))
    return int(found)


def budget_years(session: Session) -> list[str]:
    """Every calendar year with a budget of tenants, the newest first."""
    years = session.scalars(select(TenantsBudget.year).order_by(TenantsBudget.year.desc()))
    return [str(year) for year in years]


def years(session: Session) -> list[str]:
    """Every year of talks, the newest first."""
    return [str(one.year) for one in reversed(cycles_there(session))]


def meeting_days(session: Session) -> list[str]:
    """The day of every meeting, the newest first."""
    days = session.scalars(select(Meeting.held_on).order_by(Meeting.held_on.desc()))
    return [day.isoformat() for day in days]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        sentence = _("“{text}” is no day. Write it as 2026-07-09.")
        raise Refused(sentence.format(text=text)) from None
