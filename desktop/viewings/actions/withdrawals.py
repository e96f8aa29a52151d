"""After the decision was settled the chosen candidate does not take the dwelling: a recorded act
with its reason and day. The decision lapses; the next in order follows with a decision anew."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import day_plain, local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.guards import must_guard, open_guard
from desktop.viewings.actions.lapsing import end_offer, lapse
from desktop.viewings.actions.offers import keep_facts
from desktop.viewings.model import Decision, Offer
from desktop.viewings.queries.facts import accepted_offer, decision_that_stands
from desktop.viewings.states import GuardEvent, OfferAnswer, VacancyState


def back_out(
    store: Store,
    who: Actor,
    decision_id: int,
    code: str,
    told_on: date | None = None,
    caused_by_tour: bool | None = None,
) -> None:
    """The chosen candidate backs out; `code` is a VERA reason under GEW and `told_on` the day on
    which the candidate said so (today when left out). With priority a colleague reads along first
    and nothing is recorded until then (C3).

    Refuses while the decision is not settled, once the lease is signed, and a day that is still
    to come or lies before the decision."""
    if not code:
        raise Refused(_("Choose the reason that the candidate gave."), "reason")
    now = store.now()
    with store.act(who, "viewings.decision.back_out", undo=_("Candidate backs out")) as act:
        session = act.session
        decision, offer = _settled(session, decision_id)
        day = _day(decision, told_on, now)
        if must_guard(decision.chosen):
            open_guard(
                session,
                who,
                decision.chosen,
                GuardEvent.REFUSAL,
                caused_by_tour,
                now,
                offer=offer,
                reason=code,
                told_on=day,
            )
            return
        end_offer(offer, OfferAnswer.REFUSED, code, now)
        lapse(session, decision, offer, day, who.id, now)


def take_back(
    store: Store,
    who: Actor,
    decision_id: int,
    code: str,
    facts: str = "",
    reader: Actor | None = None,
) -> None:
    """The corporation takes the dwelling back from the chosen candidate, as when no appointment
    for the lease could be made; `code` is a VERA reason under ING. The rules for taking an offer
    back hold here too: R9, and a second reader with priority (C3)."""
    if not code:
        raise Refused(_("Choose why the offer is taken back."), "reason")
    now = store.now()
    with store.act(who, "viewings.decision.take_back", undo=_("Take back dwelling")) as act:
        decision, offer = _settled(act.session, decision_id)
        keep_facts(act, who, offer, code, facts, reader, now)
        end_offer(offer, OfferAnswer.WITHDRAWN, code, now)
        lapse(act.session, decision, offer, local(now).date(), who.id, now)


def _settled(session: Session, decision_id: int) -> tuple[Decision, Offer]:
    """A decision that stands, before the lease, with the offer that it rests on."""
    decision = found(session, Decision, decision_id)
    vacancy = decision.vacancy
    if decision_that_stands(vacancy) is not decision:
        raise Refused(_("The decision has not been settled yet."), "decision")
    if vacancy.state is not VacancyState.DECIDED:
        raise Refused(
            _("The lease has been signed. Ending it is no longer part of the letting."), "state"
        )
    offer = accepted_offer(vacancy)
    assert offer is not None  # a decision is about who accepted
    return decision, offer


def _day(decision: Decision, told_on: date | None, now: datetime) -> date:
    today = local(now).date()
    assert decision.read_at is not None  # it is settled
    settled_on = local(decision.read_at).date()
    day = told_on or today
    if day > today:
        raise Refused(_("This day is still to come. Choose today or earlier."), "told_on")
    if day < settled_on:
        raise Refused(
            _("The decision was settled on {day}. Choose that day or later.").format(
                day=day_plain(settled_on)
            ),
            "told_on",
        )
    return day
