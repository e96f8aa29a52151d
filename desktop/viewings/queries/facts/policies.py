"""Ways of working as the rules see them, and what they mean for a vacancy."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _, language
from desktop.language.format import day_plain
from desktop.viewings.model import Candidate, Decision, PolicyVersion, Vacancy
from desktop.viewings.queries.facts.order import decision_that_stands
from desktop.viewings.rules.policy import PolicyFacts
from desktop.viewings.rules.priority import (
    PastLetting,
    follow_up_from,
    shown_consequence,
    welcome_asked,
)
from desktop.viewings.states import DecisionState
from desktop.viewings.wording import word

# Living forms (VERA WOONVORM) in which residents truly share rooms: group and community living.
SHARING = frozenset({"GRO", "GEC"})


def policy_facts(policy: PolicyVersion) -> PolicyFacts:
    """A policy version as the rules see it."""
    return PolicyFacts(
        level=policy.level,
        urgency=policy.urgency,
        points=len(policy.points),
        criteria=len(policy.criteria),
        advert=policy.advert_nl,
        participation_required=policy.participation_required,
        alternatives=tuple(policy.alternatives),
        min_hosts=policy.min_hosts,
        answer_hours=policy.answer_hours,
        day_budget=policy.day_budget,
        hosts_trained_on=policy.hosts_trained_on,
        corporation_agreed_on=policy.corporation_agreed_on,
        tenants_agreed_on=policy.tenants_agreed_on,
        jurist_name=policy.jurist_name,
        jurist_on=policy.jurist_on,
        municipality_agreed_on=policy.municipality_agreed_on,
        consequence_known=policy.consequence_id is not None,
        top_n=policy.top_n,
        shares_living_space=policy.complex.living_form in SHARING,
        sharing_ground=policy.sharing_ground,
    )


def policy_in_force(session: Session, complex_id: int, day: date) -> PolicyVersion | None:
    """The fixed version of a complex on a day; the newest when several are."""
    return session.scalar(
        select(PolicyVersion)
        .where(
            PolicyVersion.complex_id == complex_id,
            PolicyVersion.fixed_on.is_not(None),
            (PolicyVersion.valid_from.is_(None)) | (PolicyVersion.valid_from <= day),
            (PolicyVersion.valid_to.is_(None)) | (PolicyVersion.valid_to > day),
        )
        .order_by(PolicyVersion.number.desc())
        .limit(1)
    )


def consequence_shown(candidate: Candidate) -> str:
    """The sentence that is shown before a refusal or no-show of somebody with priority."""
    policy = candidate.vacancy.policy
    consequence = policy.consequence if policy is not None else None
    opening = _("This candidate has priority.")
    ending = _("Was it because of the viewing? A colleague reads along.")
    if consequence is None:
        return f"{opening} {ending}"
    text = consequence.text_nl if language() == "nl" else consequence.text_en
    shown = shown_consequence(text, consequence.source, day_plain(consequence.read_on))
    return f"{opening} {shown} {ending}"


def route_words(vacancy: Vacancy) -> str:
    """Why others than residents receive, in the language in use; empty without a reason."""
    return word(vacancy.route_code).lower() if vacancy.route_code else vacancy.route_reason


def welcome_due(vacancy: Vacancy) -> bool:
    """Whether hosts still give the new tenant a welcome tour (U1)."""
    decision = decision_that_stands(vacancy)
    if decision is None or vacancy.welcomed_on is not None:
        return False
    return welcome_asked(decision.policy.urgency, vacancy.for_priority, decision.chosen.priority)


def past_lettings(session: Session, policy: PolicyVersion) -> list[PastLetting]:
    """The lettings under this version, oldest first (for the share of U3)."""
    decisions = session.scalars(
        select(Decision)
        .where(
            Decision.policy_id == policy.id,
            Decision.read_at.is_not(None),
            Decision.state != DecisionState.LAPSED,
        )
        .order_by(Decision.read_at)
    )
    return [PastLetting(d.chosen.priority) for d in decisions]


def follow_up_day(vacancy: Vacancy) -> date | None:
    """The day from which a host visits the new tenant (U5); None when nobody does."""
    decision = decision_that_stands(vacancy)
    if decision is None:
        return None
    return follow_up_from(decision.policy.buddy, decision.chosen.priority, vacancy.keys_on)
