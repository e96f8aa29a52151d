"""Offers: in order, with a deadline, an answer, and a guard for candidates with priority."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import local, moment_short
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import Act
from desktop.terms.counting import hours_later
from desktop.terms.holidays import is_working_day
from desktop.viewings.actions.guards import drop_guard, must_guard, open_guard, waits
from desktop.viewings.actions.lapsing import add_letter, end_offer
from desktop.viewings.actions.letters import keep_letters
from desktop.viewings.actions.texts import checked, note_override
from desktop.viewings.model import Candidate, Offer, PolicyVersion, Vacancy
from desktop.viewings.queries.facts import agreed_nomination, standings
from desktop.viewings.rules.nomination import check_no_test_runs
from desktop.viewings.rules.order import PassCode, check_offer_turn, passed_by_nomination
from desktop.viewings.rules.policy import check_code
from desktop.viewings.rules.priority import check_reader
from desktop.viewings.states import (
    CandidateState,
    DecisionState,
    GuardEvent,
    OfferAnswer,
    UrgencyPolicy,
    VacancyState,
    Want,
)

C = CandidateState
LETTER_OFFER = "offer"


def make_offer(
    store: Store,
    who: Actor,
    vacancy_id: int,
    candidate_id: int,
    deadline_at: datetime | None = None,
    deviations: Mapping[int, PassCode] | None = None,
) -> int:
    """Offer the dwelling. Without a deadline it is the policy's hours, over weekends and holidays
    (R7). `deviations` are codes by candidate for who is passed over; left out, those that follow
    from a nomination that was agreed (level C). Refuses out of order (R10), a deadline that is too
    soon, a second offer while one is open, and somebody who has another dwelling."""
    with store.act(who, "viewings.offer", undo=_("Make offer")) as act:
        session = act.session
        vacancy = found(session, Vacancy, vacancy_id)
        candidate = found(session, Candidate, candidate_id)
        policy = vacancy.policy
        if policy is None or vacancy.state not in (
            VacancyState.CLOSED,
            VacancyState.VIEWING,
            VacancyState.OFFERING,
        ):
            raise Refused(
                _(
                    "This step is not possible at this stage of the letting. The steps at the top "
                    "show how far it is."
                ),
                "state",
            )
        if any(o.answer is OfferAnswer.OPEN for o in vacancy.offers):
            raise Refused(_("There is an offer that still runs. Wait for its answer."), "offer")
        if any(o.answer is OfferAnswer.ACCEPTED for o in vacancy.offers):
            raise Refused(_("The dwelling has been accepted already."), "offer")
        check_no_test_runs(vacancy.nomination.state if vacancy.nomination else None)
        people, agreed = standings(session, vacancy.id), agreed_nomination(vacancy)
        required = policy.participation_required
        if deviations is None:
            deviations = passed_by_nomination(people, candidate.id, required, agreed)
        check_offer_turn(people, candidate.id, required, policy.level, deviations, agreed)
        _check_may_offer(session, vacancy, policy, candidate)
        offer = Offer(
            vacancy=vacancy,
            candidate=candidate,
            number=1 + max((o.number for o in vacancy.offers), default=0),
            made_at=store.now(),
            deadline_at=_deadline(store.now(), deadline_at, policy.answer_hours),
            letter_on=local(store.now()).date(),
        )
        offer.deviations = {str(k): v.name for k, v in deviations.items()}
        session.add(offer)
        candidate.state = C.OFFERED
        vacancy.state = VacancyState.OFFERING
        keep_letters(session, [(candidate, LETTER_OFFER)], local(store.now()).date())
        session.flush()
        return offer.id


def _check_may_offer(
    session: Session, vacancy: Vacancy, policy: PolicyVersion, candidate: Candidate
) -> None:
    """Before the viewing only those whom the urgency policy takes out of the round are offered
    the dwelling (U1, U3); direct mediation never waits for a tour (C6)."""
    outside = candidate.priority and (
        policy.urgency is UrgencyPolicy.U1
        or (policy.urgency is UrgencyPolicy.U3 and vacancy.for_priority)
    )
    if vacancy.state is VacancyState.CLOSED and not outside and vacancy.model != "DIS":
        raise Refused(
            _("Plan the viewing first: this candidate has not been able to come and see it."),
            "candidate",
        )
    if waits(session, candidate, GuardEvent.REFUSAL):
        raise Refused(
            _("A colleague is reading along with the answer of this candidate. Wait for that."),
            "candidate",
        )
    if candidate.want is Want.NO:
        raise Refused(
            _("Candidate {rank} does not want the dwelling. Choose the next in order.").format(
                rank=candidate.rank
            ),
            "candidate",
        )


def _deadline(now: datetime, wished: datetime | None, hours: int) -> datetime:
    if wished is None:
        return hours_later(now, hours)
    soonest = hours_later(now, hours)
    if wished < soonest:
        raise Refused(
            _("The candidate gets at least {hours} hours: choose {moment} or later.").format(
                hours=hours, moment=moment_short(soonest)
            ),
            "deadline_at",
        )
    if not is_working_day(local(wished).date()):
        raise Refused(_("Nobody can reach us on that day. Choose a working day."), "deadline_at")
    return wished


def accept_offer(store: Store, who: Actor, offer_id: int) -> None:
    """The candidate takes the dwelling. A late yes is still welcome while the offer is open."""
    with store.act(who, "viewings.offer.accept", undo=_("Record answer")) as act:
        offer = _open(act.session, offer_id)
        drop_guard(act.session, offer.candidate, GuardEvent.REFUSAL)
        offer.answer, offer.answered_at = OfferAnswer.ACCEPTED, store.now()
        offer.candidate.state = C.DOCUMENTS


def refuse_offer(
    store: Store, who: Actor, offer_id: int, reason: str, caused_by_tour: bool | None = None
) -> None:
    """The candidate says no, or backs out after a yes; `reason` is a VERA code under GEW. With
    priority a colleague reads along first and nothing is recorded until then (C3)."""
    if not reason:
        raise Refused(_("Choose the reason that the candidate gave."), "reason")
    with store.act(who, "viewings.offer.refuse", undo=_("Record answer")) as act:
        offer = _unsettled(act.session, offer_id)
        if must_guard(offer.candidate):
            _guard(act.session, who, offer, caused_by_tour, store.now(), reason)
            return
        end_offer(offer, OfferAnswer.REFUSED, reason, store.now())


def expire_offer(
    store: Store, who: Actor, offer_id: int, caused_by_tour: bool | None = None
) -> None:
    """The term ran out without an answer. Refuses while it runs."""
    with store.act(who, "viewings.offer.expire", undo=_("Record answer")) as act:
        offer = _open(act.session, offer_id)
        if store.now() < offer.deadline_at:
            raise Refused(
                _("The candidate can answer until {moment}. Wait until then.").format(
                    moment=moment_short(offer.deadline_at)
                ),
                "deadline_at",
            )
        if must_guard(offer.candidate):
            _guard(act.session, who, offer, caused_by_tour, store.now(), "")
            return
        end_offer(offer, OfferAnswer.EXPIRED, "", store.now())


def _guard(
    session: Session,
    who: Actor,
    offer: Offer,
    caused_by_tour: bool | None,
    now: datetime,
    reason: str,
) -> None:
    open_guard(
        session,
        who,
        offer.candidate,
        GuardEvent.REFUSAL,
        caused_by_tour,
        now,
        offer=offer,
        reason=reason,
    )


def withdraw_offer(
    store: Store,
    who: Actor,
    offer_id: int,
    code: str,
    facts: str = "",
    reader: Actor | None = None,
) -> None:
    """The corporation takes an offer back, also one that was accepted, as when the papers are not
    in order; `code` is a VERA reason under ING. Reasons by which
    residents could turn somebody away are blocked at levels A and B (R9). From somebody with
    priority it is taken back only when a colleague reads along (C3). The candidate gets a letter
    with the reason."""
    if not code:
        raise Refused(_("Choose why the offer is taken back."), "reason")
    with store.act(who, "viewings.offer.withdraw", undo=_("Take back offer")) as act:
        offer = _unsettled(act.session, offer_id)
        keep_facts(act, who, offer, code, facts, reader, store.now())
        end_offer(offer, OfferAnswer.WITHDRAWN, code, store.now())
        add_letter(act.session, offer, store.now())


def keep_facts(
    act: Act,
    who: Actor,
    offer: Offer,
    code: str,
    facts: str,
    reader: Actor | None,
    now: datetime,
) -> None:
    """Keep what taking an offer back rests on, and who read along with it. Refuses a reason of
    residents without facts and a second reader (R9), and with priority without one (C3)."""
    text = checked(facts, "motivation", reader)
    policy = offer.vacancy.policy
    assert policy is not None  # an offer is made under a policy version
    second = reader is not None and reader.id is not None and reader.id != who.id
    check_code(policy.level, code, text, second)
    if must_guard(offer.candidate):
        check_reader(who.id, reader.id if reader is not None else None)
    drop_guard(act.session, offer.candidate, GuardEvent.REFUSAL)
    offer.facts = text
    offer.reader_id = reader.id if reader is not None else None
    note_override(act.session, who, reader, "offer", offer.id, text, now)


def _open(session: Session, offer_id: int) -> Offer:
    offer = found(session, Offer, offer_id)
    if offer.answer is not OfferAnswer.OPEN:
        raise Refused(_("This offer has been answered already."), "offer")
    return offer


def _unsettled(session: Session, offer_id: int) -> Offer:
    """An offer that runs, or that was accepted and is not decided yet. Refuses while a colleague
    reads the decision, and once it is settled."""
    offer = found(session, Offer, offer_id)
    if offer.answer is OfferAnswer.OPEN:
        return offer
    decision = offer.vacancy.decision
    if offer.answer is not OfferAnswer.ACCEPTED:
        raise Refused(_("This offer has been answered already."), "offer")
    if decision is not None and decision.state not in (
        DecisionState.DRAFT,
        DecisionState.RETURNED,
    ):
        raise Refused(
            _(
                "The decision is with a colleague: let the colleague send it back first. When it "
                "is settled, record at the decision that the candidate backs out."
            ),
            "offer",
        )
    return offer
