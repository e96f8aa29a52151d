"""Letters about a decision: to who gets the dwelling and to everybody else who hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.viewings.model import Candidate, Complaint, ConsequenceGuard, Decision, Vacancy
from desktop.viewings.queries.facts import nominated_in
from desktop.viewings.queries.papers.addressed.letters import (
    BackedOutLetter,
    ComplaintLetter,
    DecisionLetter,
)
from desktop.viewings.queries.papers.addressed.somebody import somebody
from desktop.viewings.queries.papers.common import (
    addressee,
    home_of,
    in_words,
    known,
    rules_from,
    rules_of,
)
from desktop.viewings.rules.order import PassCode
from desktop.viewings.rules.retention import order_removed_words
from desktop.viewings.states import (
    CriterionAnswer,
    GuardEvent,
    GuardState,
    NominationState,
    Presence,
)

SEEN = (Presence.PRESENT, Presence.LATE)


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


def backed_out(session: Session, decision_ids: Sequence[int]) -> list[BackedOutLetter]:
    """Who backed out after these decisions; not who was wiped."""
    decisions = (
        known(session.get(Decision, i), _("This decision is not there.")) for i in decision_ids
    )
    return somebody([_backed_out(session, d) for d in decisions if d.chosen.wiped_on is None])


def complaints(session: Session, complaint_ids: Sequence[int]) -> list[ComplaintLetter]:
    """The receipts of these complaints. Refuses one whose sender is not known."""
    return [
        _complaint(session, known(session.get(Complaint, i), _("This complaint is not there.")))
        for i in complaint_ids
    ]


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
