"""What letters to candidates and hosts tell: values in words of the letter's language come later,
when it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.terms.counting import last_day
from desktop.viewings.model import (
    Candidate,
    Complaint,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    PolicyVersion,
    Shift,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import nominated_in
from desktop.viewings.queries.papers.common import (
    Addressee,
    Home,
    Rules,
    addressee,
    current_shifts,
    home_of,
    in_words,
    known,
    meeting_place,
    rules_from,
    rules_of,
    with_staff,
)
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.retention import order_removed_words
from desktop.viewings.states import (
    Answer,
    ComplaintAbout,
    CriterionAnswer,
    GuardEvent,
    GuardState,
    NominationState,
    Presence,
    ShiftRole,
)

L = TypeVar("L")
SEEN = (Presence.PRESENT, Presence.LATE)


@dataclass(frozen=True)
class VisitLetter:
    """One candidate's appointment. `consequence` of `rules` is for candidates with priority."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    at: datetime
    minutes: int
    place: str
    hosts: int
    staff_reachable: bool
    with_staff: bool
    companions: int
    answer_until: datetime | None
    confirmed: bool
    visit_need: str
    priority: bool
    cancel_reason: str
    withdrawn_code: str  # VERA, when the dwelling is not let after all


@dataclass(frozen=True)
class OfferLetter:
    to: Addressee
    code: str
    home: Home
    rules: Rules
    deadline_at: datetime
    priority: bool


@dataclass(frozen=True)
class DecisionLetter:
    """What one candidate hears of a decision. Nothing of anybody else is in it; `reason` is None
    for who gets the dwelling."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    rank: int
    came: bool
    reason: PassCode | None
    nominated: bool  # whether the decision rests on what residents nominated (level C)
    answers: tuple[tuple[str, CriterionAnswer], ...]  # theirs, about this candidate alone
    complaint_until: date | None
    wipe_on: date | None
    earlier_on: date | None  # the letter about a decision that lapsed


@dataclass(frozen=True)
class TakenBackLetter:
    """That an offer was taken back: the VERA reason and the facts that it rests on (R9)."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    offered_on: date
    reason: str
    facts: str
    read_along: bool
    priority: bool
    complaint_until: date


@dataclass(frozen=True)
class BackedOutLetter:
    """That the chosen candidate backed out; `counts` is None without priority, and else whether
    it counts for it (C3)."""

    to: Addressee
    code: str
    home: Home
    rules: Rules
    decided_on: date
    told_on: date
    reason: str
    counts: bool | None


@dataclass(frozen=True)
class ComplaintLetter:
    to: Addressee
    code: str
    home: Home
    about: ComplaintAbout
    received_on: date
    answer_by: date
    retention_weeks: int


@dataclass(frozen=True)
class HostLetter:
    """The question to a host for one shift; `together` are the first names of the others."""

    to: Addressee
    code: str
    complex: str
    at: datetime
    ends_at: datetime
    place: str
    together: tuple[str, ...]
    leads: bool


def visits(session: Session, invitation_ids: Sequence[int]) -> list[VisitLetter]:
    """The appointments of these invitations, in the order asked."""
    found = session.scalars(
        select(Invitation)
        .where(Invitation.id.in_(invitation_ids))
        .options(
            joinedload(Invitation.candidate),
            selectinload(Invitation.viewing).selectinload(Viewing.shifts),
            selectinload(Invitation.viewing)
            .joinedload(Viewing.vacancy)
            .joinedload(Vacancy.policy)
            .joinedload(PolicyVersion.consequence),
        )
    )
    by_id = {invitation.id: invitation for invitation in found}
    return [_visit(known(by_id.get(i), _("This invitation is not there."))) for i in invitation_ids]


def offers(session: Session, offer_ids: Sequence[int]) -> list[OfferLetter]:
    """These offers, in the order asked."""
    return [_offer(known(session.get(Offer, i), _("This offer is not there."))) for i in offer_ids]


def decision_letters(session: Session, decision_id: int) -> list[DecisionLetter]:
    """What the chosen candidate (first) and the others who hear of the decision are told: who
    was invited or got an offer (R10). Refuses once the order table went (R14)."""
    decision = known(session.get(Decision, decision_id), _("This decision is not there."))
    candidates = session.scalars(
        select(Candidate)
        .where(Candidate.vacancy_id == decision.vacancy_id, Candidate.wiped_on.is_(None))
        .options(selectinload(Candidate.invitations), selectinload(Candidate.offers))
        .order_by(Candidate.rank)
    ).all()
    if decision.order_removed_on is not None:
        raise Refused(order_removed_words(decision.order_removed_on), "decision")
    codes = {
        row["number"]: PassCode[row["code"]] for row in decision.order_table if row.get("code")
    }
    told = [c for c in candidates if c.id == decision.chosen_id or c.invitations or c.offers]
    return sorted(
        (_decision(decision, c, codes.get(c.number, PassCode.BEHIND)) for c in told),
        key=lambda letter: letter.reason is not None,
    )


def taken_back(session: Session, offer_ids: Sequence[int]) -> list[TakenBackLetter]:
    """These offers that were taken back, in the order asked; not of who was wiped."""
    offers_made = (known(session.get(Offer, i), _("This offer is not there.")) for i in offer_ids)
    return _somebody([_taken_back(o) for o in offers_made if o.candidate.wiped_on is None])


def backed_out(session: Session, decision_ids: Sequence[int]) -> list[BackedOutLetter]:
    """Who backed out after these decisions; not who was wiped."""
    decisions = (
        known(session.get(Decision, i), _("This decision is not there.")) for i in decision_ids
    )
    return _somebody([_backed_out(session, d) for d in decisions if d.chosen.wiped_on is None])


def _somebody(letters: list[L]) -> list[L]:
    if not letters:
        raise Refused(_("There is nobody to write to: the data of this dwelling have been wiped."))
    return letters


def complaints(session: Session, complaint_ids: Sequence[int]) -> list[ComplaintLetter]:
    """The receipts of these complaints. Refuses one whose sender is not known."""
    return [
        _complaint(session, known(session.get(Complaint, i), _("This complaint is not there.")))
        for i in complaint_ids
    ]


def host_questions(session: Session, shift_ids: Sequence[int]) -> list[HostLetter]:
    """The questions to hosts for these shifts, in the order asked."""
    return [
        _host_question(known(session.get(Shift, i), _("This shift is not there.")))
        for i in shift_ids
    ]


def _visit(invitation: Invitation) -> VisitLetter:
    viewing, candidate = invitation.viewing, invitation.candidate
    vacancy, to = viewing.vacancy, addressee(candidate)
    return VisitLetter(
        to=to,
        code=vacancy.code,
        home=home_of(vacancy),
        rules=rules_of(vacancy, to.language),
        at=invitation.slot_at,
        minutes=viewing.slot_minutes,
        place=meeting_place(viewing),
        hosts=len(current_shifts(viewing)),
        staff_reachable=viewing.staff_on_call_id is not None,
        with_staff=with_staff(viewing) or candidate.protected,
        companions=viewing.companions,
        answer_until=invitation.answer_until,
        confirmed=invitation.answer is Answer.COMING,
        visit_need=candidate.visit_need,
        priority=candidate.priority,
        cancel_reason=viewing.cancel_reason,
        withdrawn_code=vacancy.withdrawn_code,
    )


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


def _decision(decision: Decision, candidate: Candidate, code: PassCode) -> DecisionLetter:
    to = addressee(candidate)
    return DecisionLetter(
        to=to,
        code=decision.vacancy.code,
        home=home_of(decision.vacancy),
        rules=rules_from(decision.policy, to.language),
        rank=candidate.rank,
        came=any(i.presence in SEEN for i in candidate.invitations),
        reason=None if candidate.id == decision.chosen_id else code,
        nominated=_rests_on_nomination(decision),
        answers=_own_answers(decision, candidate, to.language),
        complaint_until=decision.complaint_until,
        wipe_on=decision.wipe_on,
        earlier_on=_earlier(decision),
    )


def _rests_on_nomination(decision: Decision) -> bool:
    nomination = decision.vacancy.nomination
    if nomination is None or nomination.state is not NominationState.AGREED:
        return False
    return decision.chosen_id in {one.candidate_id for one in nomination.nominees}


def _own_answers(
    decision: Decision, candidate: Candidate, language: str
) -> tuple[tuple[str, CriterionAnswer], ...]:
    """What residents answered about this candidate when they nominated, by the published text."""
    nomination, criteria = decision.vacancy.nomination, decision.policy.criteria
    texts = dict(zip((c["key"] for c in criteria), in_words(criteria, language), strict=True))
    if nomination is None or not _rests_on_nomination(decision):
        return ()
    return tuple(
        (texts[key], answer)
        for nominated in nominated_in(nomination)
        if nominated.candidate == candidate.id
        for key, answer in nominated.answers.items()
    )


def _earlier(decision: Decision) -> date | None:
    """The day of the letters about the decision before this one, when they went out."""
    before = [d for d in decision.vacancy.decisions if d.number < decision.number]
    return before[-1].letters_on if before else None


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


def _backed_out(session: Session, decision: Decision) -> BackedOutLetter:
    to = addressee(decision.chosen)
    withdrawal = known(decision.withdrawal, _("No chosen candidate of this vacancy backed out."))
    assert decision.read_at is not None  # only a settled decision lapses
    return BackedOutLetter(
        to=to,
        code=decision.vacancy.code,
        home=home_of(decision.vacancy),
        rules=rules_from(decision.policy, to.language),
        decided_on=local(decision.read_at).date(),
        told_on=withdrawal.told_on,
        reason=withdrawal.code,
        counts=_counts(session, decision.chosen) if decision.chosen.priority else None,
    )


def _counts(session: Session, candidate: Candidate) -> bool:
    """Whether the colleague who read along agreed that the refusal counts."""
    counted = session.scalars(
        select(ConsequenceGuard.counts)
        .where(
            ConsequenceGuard.candidate_id == candidate.id,
            ConsequenceGuard.event == GuardEvent.REFUSAL,
            ConsequenceGuard.state == GuardState.AGREED,
        )
        .order_by(ConsequenceGuard.id)
    ).all()
    return bool(counted) and counted[-1]


def _complaint(session: Session, complaint: Complaint) -> ComplaintLetter:
    vacancy = session.get_one(Vacancy, complaint.vacancy_id)
    candidate = session.get(Candidate, complaint.candidate_id) if complaint.candidate_id else None
    to = addressee(known(candidate, _("The complaint does not say who it is from.")))
    return ComplaintLetter(
        to=to,
        code=vacancy.code,
        home=home_of(vacancy),
        about=complaint.about,
        received_on=complaint.received_on,
        answer_by=complaint.answer_by,
        retention_weeks=rules_of(vacancy, to.language).retention_weeks,
    )


def _host_question(shift: Shift) -> HostLetter:
    host, viewing = shift.host, shift.viewing
    return HostLetter(
        to=Addressee(host.name, tuple(x for x in (host.name, host.address) if x), "nl", ""),
        code=viewing.vacancy.code,
        complex=viewing.vacancy.dwelling.complex.name,
        at=viewing.starts_at,
        ends_at=viewing.ends_at,
        place=meeting_place(viewing),
        together=tuple(
            other.host.first_name for other in current_shifts(viewing) if other.id != shift.id
        ),
        leads=shift.role is ShiftRole.LEAD,
    )
