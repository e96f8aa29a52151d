"""What is due around what residents nominate (level C)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.feature import Due, Urgency
from desktop.language import _
from desktop.language.format import day_short, local
from desktop.urgency import end_of, urgency
from desktop.viewings.model import Nomination, PolicyVersion, Vacancy
from desktop.viewings.queries.due.terms import at, rests_on
from desktop.viewings.queries.facts import may_nominate, nominate_by
from desktop.viewings.states import Level, NominationState, VacancyState


def nominations(session: Session, now: datetime) -> Iterator[Due]:
    """What residents nominated and what waits for staff or a second reader; and where it is for
    residents to nominate."""
    yield from _under_test(session)
    yield from _to_ask(session, now)


def _under_test(session: Session) -> Iterator[Due]:
    words = {
        NominationState.ENTERED: ("→", _("Test the nomination for {address}"), _("Test")),
        NominationState.TESTED: ("2", _("Read along: nomination for {address}"), _("Read along")),
        NominationState.RETURNED: (
            "?",
            _("Your colleague has a question about {address}"),
            _("Open it"),
        ),
    }
    found = session.scalars(
        select(Nomination)
        .where(Nomination.state.in_(words))
        .options(joinedload(Nomination.vacancy))
    )
    for nomination in found:
        badge, title, action = words[nomination.state]
        is_returned = nomination.state is NominationState.RETURNED
        yield Due(
            badge=badge,
            title=title.format(address=nomination.vacancy.dwelling.address),
            detail=nomination.reader_question
            if is_returned
            else _("proposed {day}").format(day=day_short(nomination.proposed_on)),
            urgency=Urgency.TODAY,
            action=action,
            place=at(nomination.vacancy_id, "offers"),
        )


def _to_ask(session: Session, now: datetime) -> Iterator[Due]:
    waiting = session.scalars(
        select(Vacancy)
        .join(Vacancy.policy)
        .where(Vacancy.state == VacancyState.VIEWING, PolicyVersion.level == Level.C)
    )
    for vacancy in waiting:
        last = nominate_by(vacancy)
        if vacancy.nomination is None and may_nominate(vacancy, local(now).date()):
            yield Due(
                badge="→",
                title=_("Ask residents whom they nominate for {address}").format(
                    address=vacancy.dwelling.address
                ),
                detail=_("Afterwards the order of the list goes on."),
                urgency=Urgency.SOON if last is None else urgency(end_of(last), now),
                action=_("Enter"),
                place=at(vacancy.id, "offers"),
                when=None if last is None else end_of(last),
                article="" if last is None else rests_on(session, "nominate", now),
            )
