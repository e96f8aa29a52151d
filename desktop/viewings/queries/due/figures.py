"""The week and the figures of Buren for Vandaag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.feature import Figure, Place, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import AMSTERDAM, local, number
from desktop.viewings.model import Invitation, Vacancy, Viewing
from desktop.viewings.queries.due.terms import TAB, at
from desktop.viewings.rules.visits import days_added
from desktop.viewings.states import Presence, ViewingState

FIGURE_DAYS = 30


def week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    """The viewings between two days, both included."""
    begin = datetime.combine(first, time(0), tzinfo=AMSTERDAM)
    end = datetime.combine(last + timedelta(days=1), time(0), tzinfo=AMSTERDAM)
    found = session.scalars(
        select(Viewing)
        .where(
            Viewing.starts_at >= begin,
            Viewing.starts_at < end,
            Viewing.state != ViewingState.CANCELLED,
        )
        .options(joinedload(Viewing.vacancy))
        .order_by(Viewing.starts_at)
    )
    return [
        WeekItem(
            v.starts_at,
            _("Viewing {address}").format(address=v.vacancy.dwelling.address),
            at(v.vacancy_id, "viewings"),
        )
        for v in found
    ]


def figures(session: Session, now: datetime) -> Sequence[Figure]:
    """Days empty of what was let in the last 30 days, with what the viewing added; and how many
    viewings were received by residents."""
    today = local(now).date()
    since = today - timedelta(days=FIGURE_DAYS)
    let = session.scalars(
        select(Vacancy)
        .where(Vacancy.contract_on >= since, Vacancy.old_lease_ends_on.is_not(None))
        .options(selectinload(Vacancy.viewings))
    ).all()
    made: list[Figure] = []
    empty = [
        (v.contract_on - v.old_lease_ends_on).days
        for v in let
        if v.contract_on is not None and v.old_lease_ends_on is not None
    ]
    if empty:
        added = [_added(v) for v in let]
        mean = sum(empty) / len(empty)
        made.append(
            Figure(
                ngettext("{n} day", "{n} days", round(mean)).format(n=number(mean, 0)),
                _("empty on average ({n} let in 30 days)\nof which {added} by the viewing").format(
                    n=len(empty), added=number(sum(added) / len(added), 1)
                ),
                Place(TAB, "vacancy", let[0].id),
            )
        )
    made.extend(_shown_up(session, now))
    return made


def _added(vacancy: Vacancy) -> int:
    days = [local(v.starts_at).date() for v in vacancy.viewings]
    return days_added(vacancy.baseline_viewing_on, min(days, default=None))


def _shown_up(session: Session, now: datetime) -> Iterator[Figure]:
    rows = session.execute(
        select(Invitation.presence, func.count())
        .join(Viewing)
        .where(
            Viewing.starts_at >= now - timedelta(days=FIGURE_DAYS),
            Viewing.starts_at < now,
            Invitation.cancelled_on.is_(None),
        )
        .group_by(Invitation.presence)
    ).all()
    counts: dict[Presence, int] = {row[0]: row[1] for row in rows}
    came = counts.get(Presence.PRESENT, 0) + counts.get(Presence.LATE, 0)
    recorded = sum(counts.values()) - counts.get(Presence.UNKNOWN, 0)
    if recorded:
        yield Figure(
            _("{n} of {all}").format(n=came, all=recorded),
            _("invited candidates came in 30 days"),
            Place(TAB),
        )
