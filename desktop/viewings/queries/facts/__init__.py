"""Entities as the rules see them. Actions and screens use the same facts, so that a button and
the refusal behind it never disagree."""

from desktop.viewings.queries.facts.hosts import (
    COUNTED,
    confirmed_hosts,
    current_shifts,
    host_facts,
    hosts_of,
    proposed_turn,
    seeker,
    seekers,
)
from desktop.viewings.queries.facts.nominations import (
    agreed_nomination,
    may_nominate,
    nominate_by,
    nominated_in,
    proposal,
)
from desktop.viewings.queries.facts.order import (
    accepted_offer,
    came,
    candidates_of,
    decision_that_stands,
    deviations_of,
    gets_letter,
    order_rows,
    passed_over,
    standing,
    standings,
    was_settled,
)
from desktop.viewings.queries.facts.policies import (
    SHARING,
    consequence_shown,
    follow_up_day,
    policy_facts,
    policy_in_force,
    route_words,
)
from desktop.viewings.queries.facts.retention import (
    open_complaints,
    wipe_day_of,
    wipe_day_of_withdrawn,
)
from desktop.viewings.queries.facts.viewings import (
    by_staff_alone,
    called_off_words,
    first_viewing_day,
    plan_of,
    unrecorded,
)

__all__ = [
    "COUNTED",
    "SHARING",
    "accepted_offer",
    "agreed_nomination",
    "by_staff_alone",
    "called_off_words",
    "came",
    "candidates_of",
    "confirmed_hosts",
    "consequence_shown",
    "current_shifts",
    "decision_that_stands",
    "deviations_of",
    "first_viewing_day",
    "follow_up_day",
    "gets_letter",
    "host_facts",
    "hosts_of",
    "may_nominate",
    "nominate_by",
    "nominated_in",
    "open_complaints",
    "order_rows",
    "passed_over",
    "plan_of",
    "policy_facts",
    "policy_in_force",
    "proposal",
    "proposed_turn",
    "route_words",
    "seeker",
    "seekers",
    "standing",
    "standings",
    "unrecorded",
    "was_settled",
    "wipe_day_of",
    "wipe_day_of_withdrawn",
]
