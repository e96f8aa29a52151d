"""What residents nominated, as the rules see it (level C)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.viewings.model import Host, Nomination, Vacancy
from desktop.viewings.queries.facts.hosts import host_facts, seekers
from desktop.viewings.queries.facts.order import standings
from desktop.viewings.rules.nomination import Nominated, Proposal
from desktop.viewings.rules.order import Agreed
from desktop.viewings.rules.visits import days_added
from desktop.viewings.states import CriterionAnswer, Level, NominationState, Route, ViewingState


def agreed_nomination(vacancy: Vacancy) -> Agreed | None:
    """The nomination that a second reader agreed with; None while there is none."""
    nomination, policy = vacancy.nomination, vacancy.policy
    if nomination is None or policy is None or nomination.state is not NominationState.AGREED:
        return None
    return Agreed(tuple(n.candidate_id for n in nomination.nominees), policy.top_n or 0)


def may_nominate(vacancy: Vacancy, today: date) -> bool:
    """Whether it is for residents to nominate now: at level C, where they received, after a viewing
    and before an offer, within the extra days that were agreed (R12)."""
    policy, last = vacancy.policy, vacancy.nomination
    if policy is None or policy.level is not Level.C or vacancy.route is not Route.TENANT_LED:
        return False
    seen = any(v.state is ViewingState.CLOSED for v in vacancy.viewings)
    in_time = days_added(vacancy.baseline_viewing_on, today) <= policy.day_budget
    waits = last is None or last.state is NominationState.REJECTED
    return seen and in_time and waits and not vacancy.offers


def nominate_by(vacancy: Vacancy) -> date | None:
    """The last day on which residents can nominate (R12); None where staff named no day."""
    if vacancy.policy is None or vacancy.baseline_viewing_on is None:
        return None
    return vacancy.baseline_viewing_on + timedelta(days=vacancy.policy.day_budget)


def nominated_in(nomination: Nomination) -> list[Nominated]:
    """Who is nominated, in the order of the residents."""
    return [
        Nominated(n.candidate_id, {key: CriterionAnswer[name] for key, name in n.answers})
        for n in nomination.nominees
    ]


def proposal(
    session: Session,
    vacancy: Vacancy,
    nominees: Sequence[Nominated],
    members: Sequence[Host],
    proposed_on: date,
) -> Proposal:
    """What the rules ask of a nomination that is being entered, or of one that was."""
    policy = vacancy.policy
    assert policy is not None  # candidates are on the list of a published dwelling
    return Proposal(
        level=policy.level,
        top_n=policy.top_n,
        criteria=tuple(criterion["key"] for criterion in policy.criteria),
        candidates=standings(session, vacancy.id),
        nominees=nominees,
        members=[host_facts(host) for host in members],
        seekers=seekers(session, vacancy.id),
        departing_household=vacancy.departing_household_id,
        proposed_on=proposed_on,
        baseline=vacancy.baseline_viewing_on,
        day_budget=policy.day_budget,
    )
