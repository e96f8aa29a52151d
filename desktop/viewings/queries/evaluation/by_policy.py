"""The first question for each way of dealing with priority apart (viewings, section 6: "all per
policy U1–U4")."""

from __future__ import annotations

from dataclasses import replace

from desktop.language import ngettext
from desktop.viewings.queries.evaluation.lines import LINES
from desktop.viewings.queries.evaluation.results import Group
from desktop.viewings.rules.measures import Question
from desktop.viewings.states import UrgencyPolicy
from desktop.viewings.wording import word

# What is known by dwelling; questionnaires carry no dwelling, and the years before no policy.
MEASURED = (
    "priority_share",
    "passed_without_code",
    "days_to_offer",
    "refusals",
    "no_shows",
    "priority_lost",
    "lease_running",
)


def by_policy(pilot: Group) -> tuple[str, ...]:
    """A sentence for each policy under which dwellings of the pilot were let, with what was
    measured of the first question. What few people hide under one policy is told of none: it could
    be counted from the others and the total."""
    used = {policy: _under(pilot, policy) for policy in UrgencyPolicy}
    groups = {policy: group for policy, group in used.items() if group.lettings}
    lines = [
        line
        for line in LINES
        if line.measure.question is Question.PRIORITY
        and line.measure.key in MEASURED
        and not any(line.result(group).is_hidden for group in groups.values())
    ]
    return tuple(
        ngettext(
            "{policy} ({n} dwelling): {figures}.",
            "{policy} ({n} dwellings): {figures}.",
            len(group.lettings),
        ).format(
            policy=word(policy),
            n=len(group.lettings),
            figures="; ".join(
                f"{line.label.lower()} {result.words}"
                for line in lines
                if (result := line.result(group)).n
            ),
        )
        for policy, group in groups.items()
    )


def _under(pilot: Group, policy: UrgencyPolicy) -> Group:
    let = tuple(one for one in pilot.lettings if one.urgency is policy)
    return replace(pilot, lettings=let, answers=(), waves=(), before=())
