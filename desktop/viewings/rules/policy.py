"""When a policy version can be fixed, and what its level of influence allows (section 1)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.states import Level, UrgencyPolicy

# VERA AANBIEDINGDETAILSTATUS codes by which residents could turn somebody away (R9).
RESIDENT_CODES = frozenset({"ONG", "COO"})
MOST_NOMINATED = 50
ALTERNATIVES = ("individual", "phone", "other day")


@dataclass(frozen=True)
class PolicyFacts:
    """What of a policy version the rules look at."""

    level: Level = Level.A
    urgency: UrgencyPolicy = UrgencyPolicy.U2
    points: int = 0
    criteria: int = 0
    advert: str = ""
    participation_required: bool = False
    alternatives: tuple[str, ...] = ()
    min_hosts: int = 2
    answer_hours: int = 24
    day_budget: int = 3
    hosts_trained_on: date | None = None
    corporation_agreed_on: date | None = None
    tenants_agreed_on: date | None = None
    jurist_name: str = ""
    jurist_on: date | None = None
    municipality_agreed_on: date | None = None
    consequence_known: bool = False
    top_n: int | None = None
    shares_living_space: bool = False
    sharing_ground: str = ""


@dataclass(frozen=True)
class Missing:
    """A condition that is not filled: the field it is about and a sentence for people."""

    field: str
    sentence: str = dataclasses.field(compare=False)


def missing(policy: PolicyFacts) -> list[Missing]:
    """What a policy version still needs before it can be fixed and used.

    Levels B and C are refused until criteria, legal check, host training and urgency policy are
    filled; C moreover needs its N and a ground in truly shared space (section 1; R9)."""
    found: list[Missing] = []

    def need(filled: object, name: str, sentence: str) -> None:
        if not filled:
            found.append(Missing(name, sentence))

    need(policy.advert.strip(), "advert_nl", _("Write the text for the advert."))
    need(policy.points, "points", _("Choose the points that hosts explain."))
    need(
        policy.corporation_agreed_on,
        "corporation_agreed_on",
        _("Fill in when the corporation agreed."),
    )
    need(
        policy.consequence_known,
        "consequence_id",
        _("Choose what a refusal means for priority in this region, with its source."),
    )
    need(policy.min_hosts >= 2, "min_hosts", _("At least two hosts receive together."))
    need(policy.answer_hours >= 24, "answer_hours", _("Candidates get at least 24 hours."))
    need(policy.day_budget >= 0, "day_budget", _("The number of extra days cannot be below 0."))
    if policy.participation_required:
        need(
            policy.alternatives,
            "alternatives",
            _("Taking part is required, so offer at least one other way to take part."),
        )
    if policy.urgency is UrgencyPolicy.U3:
        need(
            policy.municipality_agreed_on,
            "municipality_agreed_on",
            _("A share for priority needs the agreement of the municipality, with its date."),
        )
    if policy.level is not Level.A:
        need(policy.criteria, "criteria", _("Write the criteria. They stand in the advert."))
        need(
            policy.tenants_agreed_on,
            "tenants_agreed_on",
            _("Fill in when the tenants' organisation agreed."),
        )
        need(policy.hosts_trained_on, "hosts_trained_on", _("Fill in when the hosts were trained."))
        need(
            policy.jurist_name.strip() and policy.jurist_on,
            "jurist_on",
            _("Advice can start when the jurist has signed (name and date).")
            if policy.level is Level.B
            else _(
                "Nomination can start when the jurist has signed (name and date) and the "
                "criteria stand in the advert."
            ),
        )
    if policy.level is Level.C:
        need(
            policy.top_n and 1 <= policy.top_n <= MOST_NOMINATED,
            "top_n",
            _("Choose from how many candidates residents nominate (1 to 50)."),
        )
        need(
            policy.shares_living_space or policy.sharing_ground.strip(),
            "sharing_ground",
            _("Nomination is for complexes that share rooms or tasks. Write the ground."),
        )
    return found


def check_fixable(policy: PolicyFacts) -> None:
    """Refuses to fix a policy version that misses something; names the first thing."""
    found = missing(policy)
    if found:
        raise Refused(found[0].sentence, found[0].field)


def check_may_invite(policy_fixed: bool, advert: str) -> None:
    """R1: no invitation before policy version and advert text are fixed."""
    if not policy_fixed or not advert.strip():
        raise Refused(
            _(
                "Choose the way of working first. Candidates must know beforehand what residents "
                "do and do not do."
            ),
            "policy",
        )


def criteria_recorded(level: Level) -> bool:
    """Whether hosts' answers to criteria may be recorded at all: only at B and C."""
    return level is not Level.A


def check_code(level: Level, code: str, facts: str, second_reader: bool) -> None:
    """R9: ONG and COO are blocked at levels A and B; at C they need facts and a second reader."""
    if code not in RESIDENT_CODES:
        return
    if level is not Level.C:
        raise Refused(
            _(
                "This reason is not possible here: residents do not decide who gets the dwelling. "
                "Choose another reason."
            ),
            "reason",
        )
    if not facts.strip():
        raise Refused(_("Write the facts on which this rests, by the criteria."), "motivation")
    if not second_reader:
        raise Refused(_("A colleague reads along before this counts."), "reader")
