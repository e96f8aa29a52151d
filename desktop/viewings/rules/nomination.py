"""Level C: what residents may nominate, and how far it moves the order (viewings, section 1).

The screen shows the same checks that an action refuses by. Residents give a place and an answer
to each published criterion; there is no room for a word about a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.rules.hosts import HostFacts, Seeker, conflict
from desktop.viewings.rules.order import Standing, in_order
from desktop.viewings.rules.visits import days_added
from desktop.viewings.states import CriterionAnswer, Level, NominationState

LEAST_MEMBERS = 2
# A proposal that staff have not finished with: no offer is made meanwhile.
UNDER_TEST = frozenset({NominationState.ENTERED, NominationState.TESTED, NominationState.RETURNED})


@dataclass(frozen=True)
class Nominated:
    """A candidate whom residents nominate, with their answer to each criterion by its key."""

    candidate: int
    answers: Mapping[str, CriterionAnswer]


@dataclass(frozen=True)
class Proposal:
    """A nomination as the rules see it: `nominees` in the order of the residents, `members` the
    hosts who proposed. `baseline` is the day on which staff could have shown the dwelling."""

    level: Level
    top_n: int | None
    criteria: tuple[str, ...]
    candidates: Sequence[Standing]
    nominees: Sequence[Nominated]
    members: Sequence[HostFacts]
    seekers: Sequence[Seeker]
    departing_household: int | None
    proposed_on: date
    baseline: date | None
    day_budget: int


@dataclass(frozen=True)
class Check:
    """One thing that a nomination must meet: in short, whether it does, and what to do if not."""

    field: str
    words: str
    is_met: bool
    sentence: str


def first_ones(candidates: Sequence[Standing], top_n: int | None) -> list[Standing]:
    """Those from whom residents may nominate: of the first N in order, not who is protected, for
    no neighbour may know of them (C2)."""
    return [c for c in in_order(candidates)[: top_n or 0] if not c.protected]


def checks(proposal: Proposal) -> list[Check]:
    """Everything that a nomination must meet, each with whether it does."""
    return [
        Check(
            "level",
            _("The published way of working is nomination, tested by a jurist"),
            proposal.level is Level.C and bool(proposal.top_n),
            _("Here residents nominate nobody: the way of working does not say so."),
        ),
        *_about_members(proposal),
        *_about_nominees(proposal),
        Check(
            "proposed_on",
            _("The letting takes no more extra days than agreed (R12)"),
            days_added(proposal.baseline, proposal.proposed_on) <= proposal.day_budget,
            _(
                "The nomination came after the {budget} extra days that were agreed. Go on in the "
                "order of the list."
            ).format(budget=proposal.day_budget),
        ),
    ]


def _about_members(proposal: Proposal) -> list[Check]:
    members = proposal.members
    households = [m.household for m in members if m.household is not None]
    known = next((c for m in members if (c := conflict(m, proposal.seekers)) is not None), None)
    leaves = proposal.departing_household
    return [
        Check(
            "members",
            _("At least two residents proposed, not from one household"),
            len(members) >= LEAST_MEMBERS and len(set(households)) == len(households),
            _("At least two residents propose together, each from another household."),
        ),
        Check(
            "members",
            _("They had the instruction and signed the secrecy statement"),
            all(m.instructed_on and m.secrecy_on for m in members),
            _("Residents who propose have had the instruction and signed the secrecy statement."),
        ),
        Check(
            "members",
            _("None of them knows a candidate or lives in this dwelling (R3)"),
            known is None and (leaves is None or leaves not in households),
            _(
                "Somebody who proposes knows a candidate, by their own declaration, or lives in "
                "this dwelling. Let others propose."
            ),
        ),
    ]


def _about_nominees(proposal: Proposal) -> list[Check]:
    chosen = [nominee.candidate for nominee in proposal.nominees]
    able = {c.id for c in first_ones(proposal.candidates, proposal.top_n)}
    return [
        Check(
            "nominees",
            _("Somebody is nominated, nobody twice"),
            bool(chosen) and len(set(chosen)) == len(chosen),
            _("Fill in who is nominated first, and give each candidate one place."),
        ),
        Check(
            "nominees",
            _("All stand among the first {n} of the list").format(n=proposal.top_n or 0),
            set(chosen) <= able,
            _("Residents nominate only from the first {n} of the list.").format(
                n=proposal.top_n or 0
            ),
        ),
        Check(
            "answers",
            _("Each published criterion has an answer, for each who is nominated"),
            all(set(n.answers) == set(proposal.criteria) for n in proposal.nominees),
            _("Answer each published criterion for each candidate who is nominated."),
        ),
        Check(
            "answers",
            _("Nobody is nominated against a criterion"),
            all(CriterionAnswer.NO not in n.answers.values() for n in proposal.nominees),
            _("A criterion is answered with no. Who does not meet it is not nominated."),
        ),
    ]


def check_proposal(proposal: Proposal) -> None:
    """Refuses a nomination by the first thing that it does not meet."""
    for check in checks(proposal):
        if not check.is_met:
            raise Refused(check.sentence, check.field)


def check_no_test_runs(state: NominationState | None) -> None:
    """Refuses an offer while what residents nominated is being tested."""
    if state in UNDER_TEST:
        raise Refused(
            _(
                "Residents nominated somebody. Test the nomination first, with a colleague, or "
                "record why you do not follow it."
            ),
            "candidate",
        )
