"""A settled decision lapses: it stays as it was frozen, and the others are in turn again."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.viewings.actions.letters import keep_letters
from desktop.viewings.model import Decision, Offer, Withdrawal
from desktop.viewings.queries.facts import candidates_of
from desktop.viewings.rules.lifecycle import check_decision, check_vacancy
from desktop.viewings.rules.retention import order_removed_words
from desktop.viewings.states import CandidateState, DecisionState, OfferAnswer, VacancyState

LETTER_BACKED_OUT, LETTER_TAKEN_BACK = "backed-out", "offer-withdrawn"


def end_offer(offer: Offer, answer: OfferAnswer, code: str, now: datetime) -> None:
    """An offer ends without a lease: the candidate said no or did not answer, or the corporation
    took it back."""
    offer.answer, offer.answered_at, offer.reason = answer, now, code
    by_us = answer is OfferAnswer.WITHDRAWN
    offer.candidate.state = CandidateState.WITHDRAWN if by_us else CandidateState.REFUSED


def lapse(
    session: Session,
    decision: Decision,
    offer: Offer,
    told_on: date,
    staff_id: int | None,
    now: datetime,
) -> None:
    """The offer that a settled decision rests on has ended, so the decision lapses. Who was not
    reached has again the place that the order table remembers; the dwelling can be offered to
    the next, and what follows is a decision of its own, with its own second reader. Refuses once
    the lease is signed, and once the order table went (R14)."""
    check_decision(decision.state, DecisionState.LAPSED)
    if decision.order_removed_on is not None:
        raise Refused(
            _("{removed} Withdraw this dwelling, and announce it anew.").format(
                removed=order_removed_words(decision.order_removed_on)
            ),
            "decision",
        )
    vacancy = decision.vacancy
    check_vacancy(vacancy.state, VacancyState.OFFERING)
    decision.state, vacancy.state = DecisionState.LAPSED, VacancyState.OFFERING
    before = {row["id"]: CandidateState(row["answer"]) for row in decision.order_table}
    for candidate in candidates_of(session, vacancy.id):
        if candidate.state is CandidateState.NOT_REACHED:
            candidate.state = before[candidate.id]
    session.add(
        Withdrawal(
            decision=decision,
            by=offer.answer,
            code=offer.reason,
            told_on=told_on,
            recorded_at=now,
            staff_id=staff_id,
        )
    )
    add_letter(session, offer, now)


def add_letter(session: Session, offer: Offer, now: datetime) -> None:
    """The candidate is told in writing that the offer has ended, and why."""
    by_us = offer.answer is OfferAnswer.WITHDRAWN
    kind = LETTER_TAKEN_BACK if by_us else LETTER_BACKED_OUT
    keep_letters(session, [(offer.candidate, kind)], local(now).date())
