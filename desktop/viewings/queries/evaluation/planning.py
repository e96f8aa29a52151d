"""When the evaluation will know more."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import _
from desktop.language.format import number, percent
from desktop.viewings.queries.evaluation.groups import Member
from desktop.viewings.rules.evidence import USUAL_AFTER, USUAL_BEFORE, EvidencePlan, plan_evidence


def plan_of(taking_part: Sequence[Member], compared: Sequence[Member]) -> EvidencePlan | None:
    """None without complexes to compare with: then no difference can be seen at all."""
    sides = [side for side in (taking_part, compared) if side]
    if len(sides) < 2:
        return None
    everybody = [*taking_part, *compared]
    dwellings = sum(m.group.dwellings for m in everybody)
    turnover = sum(m.turnover_percent * m.group.dwellings for m in everybody) / max(dwellings, 1)
    return plan_evidence(
        min(m.starts_on for m in taking_part),
        sum(m.group.dwellings for m in taking_part),
        sum(m.group.dwellings for m in compared),
        turnover,
    )


def planner_words(plan: EvidencePlan | None) -> tuple[str, ...]:
    if plan is None:
        return (_("Without complexes to compare with, a difference cannot be seen."),)
    return (
        _(
            "To see a share of refusals go from {before} to {after}, {n} lettings on each side "
            "are needed. The slower side has about {per_year} a year."
        ).format(
            before=percent(USUAL_BEFORE),
            after=percent(USUAL_AFTER),
            n=plan.needed_per_arm,
            per_year=number(plan.lettings_per_year, 0),
        ),
        plan.words,
    )
