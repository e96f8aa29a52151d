"""How a letting of the past ended: offers in order, the decision, its letters."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from desktop.documents.letter_texts import LetterText, supplied
from desktop.estate.demo_days import at, working_day
from desktop.language.format import local
from desktop.terms.counting import hours_later, last_day
from desktop.viewings.actions.decisions import LETTER_CHOSEN, LETTER_OTHERS, kept_row
from desktop.viewings.demo.fates import Fate
from desktop.viewings.demo.past.letting import PastLetting, Seat
from desktop.viewings.model import (
    ConsequenceGuard,
    Decision,
    Offer,
    PolicyVersion,
    Vacancy,
    Viewing,
)
from desktop.viewings.rules.order_table import OrderRow, order_table
from desktop.viewings.states import DecisionState, GuardEvent, GuardState, OfferAnswer, Presence

REASONS = ("WBN", "WOB", "HUU", "PER", "BUI")


def offers_made(
    letting: PastLetting,
    vacancy: Vacancy,
    viewing: Viewing,
    invited: Sequence[Seat],
    ids: Mapping[int, int],
    chance: random.Random,
) -> list[Offer]:
    """The offers in order, until somebody takes the dwelling."""
    day = working_day(local(viewing.starts_at).date(), 1)
    offered = [seat for seat in invited if seat.fate in (Fate.REFUSES, Fate.ACCEPTS)]
    offers = []
    for number, seat in enumerate(offered, start=1):
        made_at = at(day, 10)
        answered_at = made_at + timedelta(hours=chance.randint(3, 22))
        accepts = seat.fate is Fate.ACCEPTS
        offers.append(
            Offer(
                vacancy_id=vacancy.id,
                candidate_id=ids[seat.rank],
                number=number,
                made_at=made_at,
                deadline_at=hours_later(made_at, 24),
                answer=OfferAnswer.ACCEPTED if accepts else OfferAnswer.REFUSED,
                answered_at=answered_at,
                reason="" if accepts else chance.choice(REASONS),
                letter_on=day,
            )
        )
        day = working_day(local(answered_at).date(), 1)
    return offers


def settled_decision(
    letting: PastLetting,
    vacancy: Vacancy,
    seats: Sequence[Seat],
    ids: Mapping[int, int],
    accepted: Offer,
) -> Decision:
    """Settled with a second reader the next working day; the letters went out that day, then came
    the lease and the keys."""
    assert vacancy.policy is not None
    assert accepted.answered_at is not None
    read_on = working_day(local(accepted.answered_at).date(), 1)
    vacancy.contract_on = working_day(read_on, 3)
    vacancy.keys_on = vacancy.completed_on = working_day(read_on, 5)
    complaint_until = last_day(read_on, weeks=vacancy.policy.complaint_weeks).last
    return Decision(
        vacancy=vacancy,
        chosen_id=accepted.candidate_id,
        policy=vacancy.policy,
        state=DecisionState.WIPED,
        author_id=letting.pilot.author.id,
        reader_id=letting.pilot.reader.id,
        drafted_at=accepted.answered_at + timedelta(hours=2),
        submitted_at=accepted.answered_at + timedelta(hours=3),
        read_at=at(read_on, 9, 30),
        order_table=[kept_row(row) for row in _order(vacancy, seats, ids, accepted)],
        letters_on=read_on,
        complaint_until=complaint_until,
        wipe_on=complaint_until + timedelta(days=1),
        wiped_on=complaint_until + timedelta(days=1),
    )


def _order(
    vacancy: Vacancy, seats: Sequence[Seat], ids: Mapping[int, int], accepted: Offer
) -> list[OrderRow]:
    offered = (Fate.REFUSES, Fate.ACCEPTS)
    return order_table(
        [seat.standing(ids[seat.rank], f"{vacancy.code}-{seat.rank}") for seat in seats],
        accepted.candidate_id,
        participation_required=True,
        offered=[ids[seat.rank] for seat in seats if seat.fate in offered],
        came={
            ids[seat.rank]: seat.fate.presence is Presence.PRESENT for seat in seats if seat.fate
        },
    )


def guards_read(
    letting: PastLetting,
    policy: PolicyVersion,
    offers: Sequence[Offer],
    invited: Sequence[Seat],
    ids: Mapping[int, int],
) -> Iterator[ConsequenceGuard]:
    """A colleague read along before the refusal of somebody with priority counted (C3)."""
    assert policy.consequence is not None
    with_priority = [ids[seat.rank] for seat in invited if seat.priority]
    caused = letting.hosted and letting.number % 10 == 4
    for offer in offers:
        if offer.answer is OfferAnswer.ACCEPTED or offer.candidate_id not in with_priority:
            continue
        assert offer.answered_at is not None
        yield ConsequenceGuard(
            candidate_id=offer.candidate_id,
            offer=offer,
            event=GuardEvent.REFUSAL,
            reason=offer.reason,
            caused_by_tour=caused,
            counts=not caused,
            shown=policy.consequence.text_nl,
            author_id=letting.pilot.author.id,
            reader_id=letting.pilot.reader.id,
            state=GuardState.AGREED,
            opened_at=offer.answered_at,
            read_at=offer.answered_at + timedelta(hours=2),
        )


def letter_row(decision: Decision, seat: Seat, ids: Mapping[int, int]) -> dict[str, Any]:
    assert decision.letters_on is not None
    chosen = ids[seat.rank] == decision.chosen_id
    kind = LETTER_CHOSEN if chosen else LETTER_OTHERS
    return {
        "vacancy_id": decision.vacancy_id,
        "candidate_id": ids[seat.rank],
        "kind": kind,
        "language": "nl",
        "text_digest": LetterText(kind, "nl", supplied(kind, "nl"), changed=False).digest,
        "made_on": decision.letters_on,
    }
