"""What tenants propose, from what was said to the answer that they heard."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import Project, Proposal, Task, TenantSession
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import check_answer, check_people, check_told
from desktop.projects.states import ProposalAnswer, ProposalState
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale

OPEN = (ProposalState.RAISED, ProposalState.DISCUSSED)


def raise_proposal(
    store: Store,
    who: Actor,
    project_id: int,
    text: str,
    session_id: int | None = None,
    theme: str = "",
    support: int = 0,
    on: date | None = None,
) -> int:
    """Write down what tenants propose, at a gathering or elsewhere, without who said it. Refuses
    nothing, a gathering of another project, and a day to come."""
    with store.act(who, "projects.proposal.raise", undo=_("New proposal")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        raised_on = day_of(store, on)
        if session_id is not None:
            gathering = found(session, TenantSession, session_id)
            if gathering.project_id != project_id:
                raise Refused(_("This gathering is of another project."), "session_id")
        check_people("support", support)
        last = session.scalar(
            select(func.max(Proposal.number)).where(Proposal.project_id == project_id)
        )
        proposal = Proposal(
            project_id=project_id,
            session_id=session_id,
            number=(last or 0) + 1,
            raised_on=raised_on,
            text=written(Proposal, "text", text, needed=True),
            theme=written(Proposal, "theme", theme),
            support=support,
        )
        session.add(proposal)
        session.flush()
        return proposal.id


def change_proposal(
    store: Store, who: Actor, proposal_id: int, text: str, theme: str, version: int | None = None
) -> None:
    """Correct the words of a proposal or its subject. Refuses it once it was answered: people have
    read those words."""
    with store.act(who, "projects.proposal.change", undo=_("Change proposal")) as act:
        proposal = _open(act.session, proposal_id)
        stale(proposal, version, {"text": text, "theme": theme})
        proposal.text = written(Proposal, "text", text, needed=True)
        proposal.theme = written(Proposal, "theme", theme)


def support_proposal(store: Store, who: Actor, proposal_id: int, support: int) -> None:
    """So many dots a proposal got. Refuses fewer than 0."""
    with store.act(who, "projects.proposal.support", undo=_("Count dots")) as act:
        proposal = _proposal(act.session, proposal_id)
        check_people("support", support)
        proposal.support = support


def discuss_proposal(store: Store, who: Actor, proposal_id: int) -> None:
    """It was talked about. Refuses one that was answered."""
    with store.act(who, "projects.proposal.discuss", undo=_("Proposal discussed")) as act:
        _open(act.session, proposal_id).state = ProposalState.DISCUSSED


def answer_proposals(
    store: Store,
    who: Actor,
    proposal_ids: Collection[int],
    answer: ProposalAnswer,
    reason: str,
    answered_by: str,
    on: date | None = None,
    task_id: int | None = None,
) -> None:
    """Say what is done with proposals and why, the same for each; `task_id` is the task that they
    led to. Refuses for all of them an answer without a reason, without who gives it, before a
    proposal, and after tenants heard one."""
    with store.act(who, "projects.proposal.answer", undo=_("Answer proposal")) as act:
        session = act.session
        day = day_of(store, on)
        for proposal in [_proposal(session, id) for id in proposal_ids]:
            check_answer(proposal.state, answer, reason, answered_by, proposal.raised_on, day)
            _check_task(session, proposal, answer, task_id)
            proposal.state, proposal.answer = ProposalState.ANSWERED, answer
            proposal.reason = written(Proposal, "reason", reason)
            proposal.answered_by = written(Proposal, "answered_by", answered_by)
            proposal.answered_on, proposal.task_id = day, task_id


def _check_task(
    session: Session, proposal: Proposal, answer: ProposalAnswer, task_id: int | None
) -> None:
    if task_id is None:
        return
    if answer is ProposalAnswer.NOT:
        raise Refused(_("What is not done leads to no task."), "task_id")
    if found(session, Task, task_id).project_id != proposal.project_id:
        raise Refused(_("This task is of another project."), "task_id")


def tell_answers(
    store: Store, who: Actor, proposal_ids: Collection[int], via: str, on: date | None = None
) -> None:
    """Tenants heard the answers to these proposals. Refuses it for all while one has none, and a
    day before it."""
    with store.act(who, "projects.proposal.tell", undo=_("Tell tenants")) as act:
        day = day_of(store, on, "told_on")
        for proposal in [_proposal(act.session, id) for id in proposal_ids]:
            check_told(proposal.state, proposal.answered_on, day)
            proposal.state = ProposalState.REPORTED_BACK
            proposal.told_on = day
            proposal.told_via = written(Proposal, "told_via", via, needed=True)


def remove_proposal(store: Store, who: Actor, proposal_id: int) -> None:
    """Take a proposal away that was noted by mistake. Refuses one that was answered."""
    with store.act(who, "projects.proposal.remove", undo=_("Remove proposal")) as act:
        act.session.delete(_open(act.session, proposal_id))


def _proposal(session: Session, proposal_id: int) -> Proposal:
    proposal = found(session, Proposal, proposal_id)
    check_at_work(proposal.project.state)
    return proposal


def _open(session: Session, proposal_id: int) -> Proposal:
    proposal = _proposal(session, proposal_id)
    if proposal.state not in OPEN:
        raise Refused(_("This proposal was answered: people have read it. Undo that first."))
    return proposal
