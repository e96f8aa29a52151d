"""What a project is held to: what is still open before a step, and what tenants were given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.advice.states import WITH_REASONS, AdviceState
from desktop.projects.model import (
    AdviceRequest,
    BudgetRound,
    ConsentRound,
    ConsentTenancy,
    Finding,
    Inspection,
    Message,
    Phase,
    Project,
    ProjectDwelling,
    ProjectStep,
    Promise,
    Proposal,
    Task,
    TenantSession,
)
from desktop.projects.rules.consent import Consent
from desktop.projects.rules.consent_round import count
from desktop.projects.rules.ladder import Happened
from desktop.projects.rules.lifecycle import Asked, Standing
from desktop.projects.states import (
    BudgetRoundState,
    ConsentState,
    FindingState,
    MessageChannel,
    ProjectState,
    PromiseState,
    ProposalAnswer,
    ProposalState,
    SessionKind,
)

ADVICE_CLOSED = (
    AdviceState.NO_OBJECTION,
    AdviceState.DECIDED,
    AdviceState.REASONS_SENT,
    AdviceState.EXECUTABLE,
)
ANSWERED = (ProposalState.ANSWERED, ProposalState.REPORTED_BACK)
FINDING_DONE = (FindingState.CHECKED, FindingState.NOT_DONE)
FINDING_OPEN = Finding.state.not_in(FINDING_DONE) & ~(
    (Finding.state == FindingState.REFERRED) & (Finding.their_answer != "")
)
CONSENT_FINISHED = (ConsentState.NOTICES_SENT, ConsentState.DONE)


def standing(session: Session, project: Project, today: date) -> Standing:
    """What the guards of the states look at, as it is today."""
    return Standing(
        kind=project.kind,
        dwellings=_count(session, ProjectDwelling.id, ProjectDwelling.project_id == project.id),
        proposals_open=_count(
            session,
            Proposal.id,
            Proposal.project_id == project.id,
            Proposal.state.not_in(ANSWERED),
        ),
        advice_closed=_all_closed(
            session.scalars(
                select(AdviceRequest.state).where(AdviceRequest.project_id == project.id)
            ).all()
        ),
        consent=_asked(_rounds(session, project.id)),
        uses_no_presumption=bool(project.no_presumption_reason),
        promises_open=_count(
            session,
            Promise.id,
            Promise.project_id == project.id,
            Promise.state.in_((PromiseState.OPEN, PromiseState.CHANGED)),
            Promise.handed_to == "",
        ),
        findings_open=_count(
            session,
            Finding.id,
            Finding.inspection_id.in_(
                select(Inspection.id).where(Inspection.project_id == project.id)
            ),
            FINDING_OPEN,
            Finding.handed_to == "",
        ),
    )


def _all_closed(states: Collection[AdviceState | None]) -> bool | None:
    return all(state in ADVICE_CLOSED for state in states) if states else None


@dataclass(frozen=True)
class _Round:
    """A consent round that was not replaced; `stands` is None before it has a result."""

    stands: Consent | None

    @property
    def is_short(self) -> bool:
        """Whether there could have been a presumption, and there is none."""
        stands = self.stands
        return stands is not None and stands.presumption_applies and not stands.reached


def _rounds(session: Session, project_id: int) -> list[_Round]:
    rows = session.execute(
        select(ConsentRound.id, ConsentRound.state, ConsentTenancy.vacant, ConsentTenancy.answer)
        .join(ConsentTenancy, ConsentTenancy.round_id == ConsentRound.id)
        .where(ConsentRound.project_id == project_id, ConsentRound.state != ConsentState.REPLACED)
    ).all()
    found = []
    for round_id, state in dict.fromkeys((row.id, row.state) for row in rows):
        mine = [row for row in rows if row.id == round_id]
        answers = [row.answer for row in mine if not row.vacant]
        finished = state in CONSENT_FINISHED
        found.append(_Round(count(answers, len(mine) - len(answers)) if finished else None))
    return found


def _asked(rounds: Collection[_Round]) -> Asked | None:
    """What a decision may lean on: of several buildings, the one that is least far."""
    if not rounds:
        return None
    if any(one.stands is None for one in rounds):
        return Asked.OPEN
    return Asked.SHORT if any(one.is_short for one in rounds) else Asked.FINISHED


def happened(session: Session, project: Project) -> Happened:
    """What tenants were told, asked and gave, counted for the ladder."""
    decided_on = _decided_on(session, project.id)
    sessions = session.execute(
        select(TenantSession.kind, TenantSession.held_on).where(
            TenantSession.project_id == project.id,
            TenantSession.present > 0,
            TenantSession.cancelled_on.is_(None),
        )
    ).all()
    messages = session.execute(
        select(Message.phase_id, Message.sent_on, Message.channel).where(
            Message.project_id == project.id
        )
    ).all()
    begun = _begun(session, project.id)
    first = min(begun, key=lambda one: one[1], default=None)
    told = sum(
        any(
            sent_on <= began
            and (about == phase_id or (about is None and (phase_id, began) == first))
            for about, sent_on, _channel in messages
        )
        for phase_id, began in begun
    )
    proposals = session.execute(
        select(Proposal.state, Proposal.answer, Proposal.task_id).where(
            Proposal.project_id == project.id
        )
    ).all()
    changed = (ProposalAnswer.DO, ProposalAnswer.OTHERWISE)
    advices = session.scalars(
        select(AdviceRequest).where(
            AdviceRequest.project_id == project.id, AdviceRequest.advice_received_on.is_not(None)
        )
    ).all()
    bound = _bound(session, project, sessions)
    return Happened(
        phases=len(begun),
        phases_told=told,
        asked_before_decision=sum(_before(held_on, decided_on) for _kind, held_on in sessions)
        + sum(
            channel is MessageChannel.SURVEY and _before(sent_on, decided_on)
            for _about, sent_on, channel in messages
        ),
        proposals=len(proposals),
        proposals_answered=sum(state in ANSWERED for state, _answer, _task in proposals),
        advices_before_decision=sum(
            _before(advice.advice_received_on, decided_on) for advice in advices
        ),
        advices_unexplained=sum(
            advice.decision in WITH_REASONS and not advice.explained for advice in advices
        ),
        design_sessions=sum(kind is SessionKind.DESIGN for kind, _held_on in sessions),
        proposals_that_changed_the_plan=sum(
            answer in changed and task is not None for _state, answer, task in proposals
        ),
        bound=len(bound),
        bound_carried_out=sum(bound),
    )


def _decided_on(session: Session, project_id: int) -> date | None:
    """The day of the first decision; None while there is none."""
    return session.scalar(
        select(func.min(ProjectStep.taken_on)).where(
            ProjectStep.project_id == project_id, ProjectStep.state == ProjectState.DECISION
        )
    )


def _before(day: date | None, decided_on: date | None) -> bool:
    return day is not None and (decided_on is None or day <= decided_on)


def _begun(session: Session, project_id: int) -> list[tuple[int, date]]:
    """The phases that began, each with its day."""
    rows = session.execute(
        select(Phase.id, func.min(Task.started_on))
        .join(Task, Task.phase_id == Phase.id)
        .where(Phase.project_id == project_id, Task.started_on.is_not(None))
        .group_by(Phase.id)
    )
    return [(id, began) for id, began in rows if began is not None]


def _bound(
    session: Session, project: Project, sessions: Collection[tuple[SessionKind, date]]
) -> list[bool]:
    """What bound the corporation, each with whether it was carried out: votes that led to a task,
    budgets of residents that are spent, consent rounds that were reached and went on to work."""
    found = []
    votes = sum(kind is SessionKind.VOTE for kind, _held_on in sessions)
    if votes:
        carried = _count(
            session,
            Proposal.id,
            Proposal.session_id.in_(
                select(TenantSession.id).where(
                    TenantSession.project_id == project.id, TenantSession.kind == SessionKind.VOTE
                )
            ),
            Proposal.answer == ProposalAnswer.DO,
            Proposal.task_id.is_not(None),
        )
        found.append(carried > 0)
    rounds = session.scalars(
        select(BudgetRound).where(
            BudgetRound.project_id == project.id, BudgetRound.state == BudgetRoundState.RESULT
        )
    )
    for one in rounds:
        funded = {idea["name"] for idea in (one.result or {}).get("funded", ())}
        done = {idea.name for idea in one.ideas if idea.done_on is not None}
        found.append(bool(funded) and funded <= done)
    if any(one.stands is not None and one.stands.reached for one in _rounds(session, project.id)):
        worked = (ProjectState.WORK, ProjectState.AFTERCARE, ProjectState.CLOSED)
        found.append(project.state in worked)
    return found


def _count(
    session: Session, column: InstrumentedAttribute[int], *which: ColumnElement[bool]
) -> int:
    return session.scalar(select(func.count(column)).where(*which)) or 0
