"""Candidates, offers and decisions as the rules of the order see them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.viewings.model import Candidate, Decision, Offer, Vacancy
from desktop.viewings.rules.order import PassCode, Standing
from desktop.viewings.rules.order_table import OrderRow, order_table
from desktop.viewings.states import DecisionState, OfferAnswer, Presence


def standing(candidate: Candidate) -> Standing:
    """A candidate as the order sees it. What hosts entered is not in it."""
    last_offer = candidate.offers[-1] if candidate.offers else None
    return Standing(
        id=candidate.id,
        number=candidate.number,
        rank=candidate.rank,
        priority=candidate.priority,
        protected=candidate.protected,
        adapted=bool(candidate.visit_need),
        state=candidate.state,
        invited=any(i.cancelled_on is None for i in candidate.invitations),
        skip=candidate.skips[-1].code if candidate.skips else None,
        want=candidate.want,
        offer_code=last_offer.reason if last_offer is not None else "",
        offer_expired=last_offer is not None and last_offer.answer is OfferAnswer.EXPIRED,
    )


def candidates_of(session: Session, vacancy_id: int) -> Sequence[Candidate]:
    """The candidates of a vacancy by rank, with what their standing needs, in four reads."""
    return session.scalars(
        select(Candidate)
        .where(Candidate.vacancy_id == vacancy_id)
        .options(
            selectinload(Candidate.offers),
            selectinload(Candidate.skips),
            selectinload(Candidate.invitations),
        )
        .order_by(Candidate.rank)
    ).all()


def standings(session: Session, vacancy_id: int) -> list[Standing]:
    """All candidates of a vacancy as the order sees them."""
    return [standing(candidate) for candidate in candidates_of(session, vacancy_id)]


def came(session: Session, vacancy_id: int) -> dict[int, bool]:
    """Who came to a viewing (by candidate), of those whose presence is recorded."""
    recorded: dict[int, bool] = {}
    for candidate in candidates_of(session, vacancy_id):
        seen = {i.presence for i in candidate.invitations} - {Presence.UNKNOWN}
        if seen:
            recorded[candidate.id] = bool(seen & {Presence.PRESENT, Presence.LATE})
    return recorded


def accepted_offer(vacancy: Vacancy) -> Offer | None:
    """The offer that was accepted, if one stands."""
    accepted = [o for o in vacancy.offers if o.answer is OfferAnswer.ACCEPTED]
    return accepted[-1] if accepted else None


def decision_that_stands(vacancy: Vacancy) -> Decision | None:
    """The settled decision about a vacancy; None while there is none, or after it lapsed."""
    decision = vacancy.decision
    if decision is None or decision.read_at is None or decision.state is DecisionState.LAPSED:
        return None
    return decision


def order_rows(session: Session, decision: Decision) -> list[OrderRow]:
    """The order table as the facts stand now; after settling, see `Decision.order_table`."""
    offers: list[Offer] = decision.vacancy.offers
    return order_table(
        standings(session, decision.vacancy_id),
        decision.chosen_id,
        decision.policy.participation_required,
        offered={o.candidate_id for o in offers},
        came=came(session, decision.vacancy_id),
        deviations=deviations_of(decision),
    )


def passed_over(decision: Decision) -> int:
    """How many with priority did not get the dwelling and have no code that says why; as it was
    kept when the order table went."""
    if decision.passed_over is not None:
        return decision.passed_over
    return sum(
        row["priority"] and not row["chosen"] and row["code"] is None
        for row in decision.order_table
    )


def was_settled(decision: Decision) -> bool:
    """Whether a colleague settled a decision, so that its order table was frozen, also when that
    went since or the decision lapsed."""
    return bool(decision.order_table) or decision.order_removed_on is not None


def deviations_of(given: Decision | Offer) -> dict[int, PassCode]:
    """The codes that staff gave for passing somebody over, by candidate."""
    return {int(k): PassCode[v] for k, v in given.deviations.items()}


def gets_letter(candidate: Candidate, decision: Decision) -> bool:
    """Whether a candidate is told of the decision: the chosen one, everybody who was invited and
    everybody who got an offer (R10)."""
    return (
        candidate.id == decision.chosen_id or bool(candidate.invitations) or bool(candidate.offers)
    )
