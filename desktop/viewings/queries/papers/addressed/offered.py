"""Letters about an offer, and about one that was taken back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local
from desktop.terms.counting import last_day
from desktop.viewings.model import Offer
from desktop.viewings.queries.papers.addressed.letters import OfferLetter, TakenBackLetter
from desktop.viewings.queries.papers.addressed.somebody import somebody
from desktop.viewings.queries.papers.common import addressee, home_of, known, rules_from, rules_of


def offers(session: Session, offer_ids: Sequence[int]) -> list[OfferLetter]:
    """These offers, in the order asked."""
    return [_offer(known(session.get(Offer, i), _("This offer is not there."))) for i in offer_ids]


def taken_back(session: Session, offer_ids: Sequence[int]) -> list[TakenBackLetter]:
    """These offers that were taken back, in the order asked; not of who was wiped."""
    offers_made = (known(session.get(Offer, i), _("This offer is not there.")) for i in offer_ids)
    return somebody([_taken_back(o) for o in offers_made if o.candidate.wiped_on is None])


def _offer(offer: Offer) -> OfferLetter:
    to = addressee(offer.candidate)
    return OfferLetter(
        to=to,
        code=offer.vacancy.code,
        home=home_of(offer.vacancy),
        rules=rules_of(offer.vacancy, to.language),
        deadline_at=offer.deadline_at,
        priority=offer.candidate.priority,
    )


def _taken_back(offer: Offer) -> TakenBackLetter:
    to = addressee(offer.candidate)
    policy = offer.vacancy.policy
    assert policy is not None  # an offer is made under a policy version
    assert offer.answered_at is not None  # it was taken back
    ended_on = local(offer.answered_at).date()
    return TakenBackLetter(
        to=to,
        code=offer.vacancy.code,
        home=home_of(offer.vacancy),
        rules=rules_from(policy, to.language),
        offered_on=local(offer.made_at).date(),
        reason=offer.reason,
        facts=offer.facts,
        read_along=offer.reader_id is not None,
        priority=offer.candidate.priority,
        complaint_until=last_day(ended_on, weeks=policy.complaint_weeks).last,
    )
