"""What tenants answer to a proposal, and the visits at their door."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.estate.texts import day_of
from desktop.language import _
from desktop.projects.model import ConsentNote, ConsentTenancy, ConsentVisit
from desktop.projects.rules.consent_round import (
    check_answer,
    check_lived_in,
    check_running,
    check_since_proposal,
)
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import AnswerMeans, ConsentAnswer
from desktop.store import Actor, Store
from desktop.store.found import held


def note_answer(
    store: Store,
    who: Actor,
    tenancy_id: int,
    answer: ConsentAnswer,
    means: AnswerMeans | None = None,
    on: date | None = None,
    instead_of: ConsentAnswer | None = None,
) -> None:
    """A household said yes or no, or thinks about it; nothing said takes an answer back. It is kept
    who noted it, when, and how it came.

    Refuses an answer before the proposal, of a vacant dwelling, and after the result was sent; and
    a second one (`AlreadyAnswered`) unless it says which yes or no it comes `instead_of`."""
    with store.act(who, "projects.consent.answer", undo=_("Note an answer")) as act:
        tenancy = _tenancy(act.session, tenancy_id)
        number = tenancy.dwelling.house_number
        check_lived_in(tenancy.vacant, number)
        day = check_since_proposal(_sent_on(tenancy), day_of(store, on))
        check_answer(number, tenancy.answer, tenancy.answered_on, answer, instead_of, means)
        said = answer is not ConsentAnswer.NOT_SPOKEN
        tenancy.answer = answer
        tenancy.answered_on = day if said else None
        tenancy.means = means if said else None
        act.session.add(
            ConsentNote(
                tenancy_id=tenancy_id,
                answer=answer,
                answered_on=day,
                means=means,
                noted_at=store.now(),
                staff_id=who.id,
            )
        )


def note_visit(
    store: Store, who: Actor, tenancy_id: int, at_home: bool, on: date | None = None
) -> None:
    """Somebody went to the door. Refuses a day before the proposal or still to come, a vacant
    dwelling, and a visit after the result was sent."""
    with store.act(who, "projects.consent.visit", undo=_("Note a visit")) as act:
        tenancy = _tenancy(act.session, tenancy_id)
        check_lived_in(tenancy.vacant, tenancy.dwelling.house_number)
        day = check_since_proposal(_sent_on(tenancy), day_of(store, on))
        act.session.add(ConsentVisit(tenancy_id=tenancy_id, visited_on=day, at_home=at_home))


def _tenancy(session: Session, tenancy_id: int) -> ConsentTenancy:
    tenancy = held(session, ConsentTenancy, tenancy_id)
    check_at_work(tenancy.round.project.state)
    check_running(tenancy.round.state, tenancy.round.result_sent_on)
    return tenancy


def _sent_on(tenancy: ConsentTenancy) -> date:
    assert tenancy.round.sent_on is not None, "a round that runs was sent"
    return tenancy.round.sent_on
