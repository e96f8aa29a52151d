"""The lines of one vacancy, made of its rows."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    Vacancy,
    Viewing,
    Withdrawal,
)
from desktop.viewings.queries.facts import (
    called_off_words,
    deviations_of,
    plan_of,
    proposed_turn,
    standing,
    unrecorded,
    wipe_day_of,
)
from desktop.viewings.queries.vacancy.lines import (
    CandidateLine,
    DecisionLine,
    GuardLine,
    InvitationLine,
    LapsedLine,
    OfferLine,
    PolicyLine,
    QuestionLine,
    ShiftLine,
    ViewingLine,
)
from desktop.viewings.rules.order import pass_code, skip_that_policy_asks
from desktop.viewings.rules.visits import slots
from desktop.viewings.states import Answer, Presence, ShiftState

Line = TypeVar("Line")


def line_of(kind: type[Line], row: object, /, **others: Any) -> Line:
    """A line made of a row: what `others` does not give is the row's own value of that name."""
    own = {f.name: getattr(row, f.name) for f in fields(kind) if f.name not in others}  # type: ignore[arg-type]
    return kind(**own, **others)


def policy_line(vacancy: Vacancy) -> PolicyLine | None:
    """The way of working of a vacancy, when one was chosen."""
    policy = vacancy.policy
    if policy is None:
        return None
    return line_of(
        PolicyLine,
        policy,
        points=tuple((p["key"], p["text_nl"], p.get("text_en", "")) for p in policy.points),
        criteria=tuple((c["key"], c["text_nl"], c.get("text_en", "")) for c in policy.criteria),
    )


def candidate_line(
    candidate: Candidate, vacancy: Vacancy, guard_open: bool, required: bool
) -> CandidateLine:
    """A candidate with the newest invitation that stands; `required` when coming is a condition."""
    seen = standing(candidate)
    policy = vacancy.policy
    code = pass_code(seen, required)
    standing_ones = [i for i in candidate.invitations if i.cancelled_on is None]
    return line_of(
        CandidateLine,
        candidate,
        skip=seen.skip,
        skip_asked=(
            skip_that_policy_asks(seen, policy.urgency, vacancy.for_priority)
            if policy is not None
            else None
        ),
        invitation=_invitation_line(standing_ones[-1]) if standing_ones else None,
        passed=code.name if code is not None else None,
        money_alarm=bool(candidate.money_asked) and candidate.money_handled_on is None,
        guard_open=guard_open,
        wiped=candidate.wiped_on is not None,
    )


def _invitation_line(invitation: Invitation) -> InvitationLine:
    return line_of(
        InvitationLine,
        invitation,
        kind=invitation.viewing.kind,
        reminders=tuple(invitation.reminders),
        points=len(invitation.visit.points) if invitation.visit is not None else 0,
    )


def viewing_line(viewing: Viewing) -> ViewingLine:
    """A viewing with how it stands: hosts, seats, answers and questions."""
    standing_ones = [i for i in viewing.invitations if i.cancelled_on is None]
    coming = [i for i in standing_ones if i.answer is Answer.COMING]
    questions = viewing.report.questions if viewing.report is not None else ()
    return line_of(
        ViewingLine,
        viewing,
        shifts=tuple(
            line_of(ShiftLine, shift, name=shift.host.name, turn=proposed_turn(shift))
            for shift in viewing.shifts
            if shift.state is not ShiftState.REPLACED
        ),
        seats=len(slots(plan_of(viewing))) * viewing.capacity,
        invited=len(standing_ones),
        coming=len(coming),
        came=sum(i.presence in (Presence.PRESENT, Presence.LATE) for i in standing_ones),
        to_remind=tuple(i.id for i in coming if not i.reminders),
        has_report=viewing.report is not None,
        unrecorded=len(unrecorded(viewing)),
        cancel_reason=called_off_words(viewing),
        questions=tuple(line_of(QuestionLine, q) for q in questions if q.question),
    )


def offer_line(offer: Offer) -> OfferLine:
    """An offer with whom it was made to."""
    candidate = offer.candidate
    return line_of(
        OfferLine,
        offer,
        rank=candidate.rank,
        name=candidate.name,
        priority=candidate.priority,
        reader=offer.reader.name if offer.reader is not None else "",
        deviations=deviations_of(offer),
    )


def guard_line(guard: ConsequenceGuard, rank: int, author: str) -> GuardLine:
    """What waits for a second reader, of the candidate with this rank."""
    return line_of(GuardLine, guard, rank=rank, author=author)


def decision_line(session: Session, decision: Decision) -> DecisionLine:
    """A decision with who wrote and read it, and why it lapsed if it did."""
    return line_of(
        DecisionLine,
        decision,
        author=decision.author.name if decision.author is not None else "",
        reader=decision.reader.name if decision.reader is not None else "",
        question=decision.reader_question,
        chosen_rank=decision.chosen.rank,
        wipe_on=wipe_day_of(session, decision),
        deviations=deviations_of(decision),
        lapsed=_lapsed_line(decision.withdrawal),
    )


def _lapsed_line(withdrawal: Withdrawal | None) -> LapsedLine | None:
    if withdrawal is None:
        return None
    staff = withdrawal.staff.name if withdrawal.staff is not None else ""
    return line_of(LapsedLine, withdrawal, staff=staff)
