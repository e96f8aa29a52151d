"""Levels B and C: what each host answers to the published criteria, apart from the other."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.viewings.actions.reports.visit import closed
from desktop.viewings.model import (
    HostCriterion,
    Invitation,
)
from desktop.viewings.queries.facts import current_shifts
from desktop.viewings.rules.policy import criteria_recorded
from desktop.viewings.rules.visits import locked
from desktop.viewings.states import (
    CriterionAnswer,
)


def record_criteria(
    store: Store,
    who: Actor,
    invitation_id: int,
    host_id: int,
    answers: Mapping[str, CriterionAnswer],
) -> None:
    """Levels B and C: one host's own answers to the published criteria about one visit. Refuses
    at level A, criteria that were not published, and a host who was not there."""
    with store.act(who, "viewings.criteria", undo=_("Criteria")) as act:
        session = act.session
        invitation = found(session, Invitation, invitation_id)
        viewing = invitation.viewing
        policy = viewing.vacancy.policy
        if policy is None or not criteria_recorded(policy.level):
            raise Refused(
                _("Here residents meet candidates; they record nothing about them."), "criteria"
            )
        if not set(answers) <= {c["key"] for c in policy.criteria}:
            raise Refused(_("Only the published criteria can be answered."), "criteria")
        if host_id not in {s.host_id for s in current_shifts(viewing)}:
            raise Refused(_("This host was not at this viewing."), "host")
        if locked(viewing.ends_at, store.now()):
            raise closed()
        for old in session.scalars(
            select(HostCriterion).where(
                HostCriterion.invitation_id == invitation_id, HostCriterion.host_id == host_id
            )
        ):
            session.delete(old)
        session.flush()
        session.add_all(
            HostCriterion(
                invitation_id=invitation_id,
                host_id=host_id,
                criterion=key,
                answer=answer,
                at=store.now(),
            )
            for key, answer in answers.items()
        )
