"""Who is invited and offered in which order, and the code for everybody passed over.

R2: invitations go in strict order; skipping needs a code. R10: nobody is passed over without a
code. What hosts enter has no place in any argument of this module: at levels A and B it cannot
move anybody. At level C only a nomination moves somebody, once staff tested it and a second reader
agreed with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.states import CandidateState, Level, SkipCode, UrgencyPolicy, Want

C = CandidateState


class PassCode(Enum):
    """Why somebody before the chosen one did not get the dwelling: facts, never a judgement."""

    REFUSED = "refused the offer"
    WANTS_NOT = "does not want it"
    EXPIRED = "did not answer the offer"
    OFFER_WITHDRAWN = "offer withdrawn"
    NO_SHOW = "did not appear"
    NO_RESPONSE = "did not answer the invitation"
    NO_TOUR = "could not take part"
    WITHDRAWN = "withdrew"
    HOUSED = "accepted another dwelling"
    UNREACHABLE = "could not be reached"
    NOT_ELIGIBLE = "does not meet the published conditions"
    NOMINATED = "residents nominated another within the first N"
    BEHIND = "behind the chosen candidate"


# At level B staff may deviate only with one of these, and a second reader (section 1).
OBJECTIVE = frozenset({PassCode.NOT_ELIGIBLE})
# The other skips are to the candidate's advantage: the right to an offer stays.
_SKIP_PASSES = {
    SkipCode.OWN_REQUEST: PassCode.WITHDRAWN,
    SkipCode.HOUSED: PassCode.HOUSED,
    SkipCode.UNREACHABLE: PassCode.UNREACHABLE,
}


@dataclass(frozen=True)
class Standing:
    """One candidate as the order sees it."""

    id: int
    number: str
    rank: int
    priority: bool = False
    protected: bool = False
    adapted: bool = False  # asked for an individual or adapted viewing
    state: CandidateState = C.SELECTED
    invited: bool = False
    skip: SkipCode | None = None
    want: Want | None = None
    offer_code: str = ""  # VERA code of a refused or withdrawn offer
    offer_expired: bool = False


@dataclass(frozen=True)
class Agreed:
    """A nomination that a second reader agreed with (level C): `nominated` in the order of the
    residents, all among the first `top_n` of the list."""

    nominated: tuple[int, ...]
    top_n: int

    def before(self, candidate: int, other: int) -> bool:
        """Whether residents nominated one, and the other later or not at all."""
        places = {id: place for place, id in enumerate(self.nominated)}
        return candidate in places and places[candidate] < places.get(other, len(places))


def in_order(candidates: Iterable[Standing]) -> list[Standing]:
    """Candidates with priority first, then by rank (Huisvestingswet art. 12–13; section 5, U2).

    The rank itself is the allocation system's and is never changed."""
    return sorted(candidates, key=lambda c: (not c.priority, c.rank))


def skip_that_policy_asks(
    candidate: Standing, urgency: UrgencyPolicy, for_priority: bool
) -> SkipCode | None:
    """The skip that the rules themselves ask for in a group viewing: protected people and
    those who asked for help get their own viewing; U1 takes priority out of the round."""
    if candidate.protected:
        return SkipCode.PROTECTED
    outside = urgency is UrgencyPolicy.U1 or (urgency is UrgencyPolicy.U3 and for_priority)
    if candidate.priority and outside:
        return SkipCode.URGENCY_POLICY
    if candidate.adapted:
        return SkipCode.ASSISTANCE
    return None


def check_turn(
    candidates: Sequence[Standing],
    chosen: Iterable[int],
    skips: Mapping[int, SkipCode],
    protected_in_group: bool = False,
) -> None:
    """R2: refuses to invite somebody while somebody before is neither invited nor skipped with
    a code. `skips` are codes given with this invitation; earlier ones are in the standings.

    C2: a protected candidate is never invited to a group."""
    wanted = set(chosen)
    waiting: Standing | None = None
    for candidate in in_order(candidates):
        done = (
            candidate.invited
            or candidate.skip is not None
            or candidate.id in skips
            or candidate.state not in (C.SELECTED, C.NO_RESPONSE, C.CANCELLED)
        )
        if candidate.id in wanted:
            if candidate.protected and not protected_in_group:
                raise Refused(
                    _(
                        "Candidate {rank} is protected. Plan a viewing for this candidate alone, "
                        "with a member of staff."
                    ).format(rank=candidate.rank),
                    "candidates",
                )
            if waiting is not None:
                raise Refused(
                    _(
                        "Candidate {before} comes before candidate {after}. Choose why you skip "
                        "{before}."
                    ).format(before=waiting.rank, after=candidate.rank),
                    f"skip:{waiting.id}",
                )
        elif not done and waiting is None:
            waiting = candidate


def pass_code(candidate: Standing, participation_required: bool) -> PassCode | None:
    """The code by which a candidate may be passed over, from what is recorded; None while the
    candidate still has a right to an offer.

    R13, R13b: not having taken part, or not being reached for it, never counts against somebody
    with priority, protected, or who asked for an adapted viewing: the offer itself is theirs to
    answer. For others not taking part counts only when it is required."""
    if candidate.offer_expired:
        return PassCode.EXPIRED
    if candidate.state is C.REFUSED:
        return PassCode.REFUSED
    if candidate.state is C.WITHDRAWN:
        return PassCode.OFFER_WITHDRAWN if candidate.offer_code else PassCode.WITHDRAWN
    shielded = candidate.priority or candidate.protected or candidate.adapted
    if candidate.skip in _SKIP_PASSES and not (shielded and candidate.skip is SkipCode.UNREACHABLE):
        return _SKIP_PASSES[candidate.skip]
    if candidate.state is C.WANTS_NOT:
        return PassCode.WANTS_NOT
    if shielded or not participation_required:
        return None
    return {
        C.NO_SHOW: PassCode.NO_SHOW,
        C.NO_RESPONSE: PassCode.NO_RESPONSE,
        C.CANCELLED: PassCode.NO_TOUR,
    }.get(candidate.state)


def next_for_offer(
    candidates: Sequence[Standing], participation_required: bool, agreed: Agreed | None = None
) -> Standing | None:
    """The first in order who still has a right to the offer; None when nobody is left. By a
    nomination that was agreed, the first nominated who passes over nobody it may not pass over."""
    able = [c for c in in_order(candidates) if pass_code(c, participation_required) is None]
    for id in agreed.nominated if agreed is not None else ():
        nominated = next((c for c in able if c.id == id), None)
        if nominated and passed_by_nomination(candidates, id, participation_required, agreed):
            return nominated
    return able[0] if able else None


def passed_by_nomination(
    candidates: Sequence[Standing],
    chosen: int,
    participation_required: bool,
    agreed: Agreed | None,
) -> dict[int, PassCode]:
    """The code for everybody who has a right to an offer and stands before a nominated candidate;
    empty when there is nobody, or when the nomination may not pass over one of them."""
    ordered = in_order(candidates)
    place = next((i for i, c in enumerate(ordered) if c.id == chosen), 0)
    before = [c for c in ordered[:place] if pass_code(c, participation_required) is None]
    allowed = all(
        deviation_allowed(PassCode.NOMINATED, Level.C, ordered[place], passed, ordered, agreed)
        for passed in before
    )
    return dict.fromkeys((c.id for c in before), PassCode.NOMINATED) if allowed else {}


def check_offer_turn(
    candidates: Sequence[Standing],
    chosen: int,
    participation_required: bool,
    level: Level,
    deviations: Mapping[int, PassCode],
    agreed: Agreed | None = None,
) -> None:
    """Refuses an offer to somebody while somebody before still has a right to it.

    `deviations` are codes that staff gave: at B only objective ones, at C as well NOMINATED by a
    nomination that was `agreed`. At A none (section 1)."""
    ordered = in_order(candidates)
    place = next((i for i, c in enumerate(ordered) if c.id == chosen), None)
    if place is None:
        raise Refused(_("This candidate is not on the list of this dwelling."), "candidate")
    candidate = ordered[place]
    if candidate.state in (C.ALLOCATED, C.WITHDRAWN, C.REFUSED) or candidate.skip in (
        SkipCode.HOUSED,
        SkipCode.OWN_REQUEST,
    ):
        raise Refused(
            _(
                "Candidate {rank} has another dwelling or withdrew. Choose the next in order."
            ).format(rank=candidate.rank),
            "candidate",
        )
    for before in ordered[:place]:
        if pass_code(before, participation_required) is not None:
            continue
        code = deviations.get(before.id)
        if code is None or not deviation_allowed(code, level, candidate, before, ordered, agreed):
            raise Refused(
                _(
                    "Candidate {before} comes first and can still get the dwelling. Offer it to "
                    "candidate {before}, or record the answer first."
                ).format(before=before.rank),
                "candidate",
            )


def deviation_allowed(
    code: PassCode,
    level: Level,
    chosen: Standing,
    passed: Standing,
    ordered: Sequence[Standing],
    agreed: Agreed | None,
) -> bool:
    """Whether a level of influence allows this code for passing somebody over. Advice of
    residents can never move a candidate with priority behind one without (C1); and residents
    nominate nobody over somebody who is protected, whom they may not know (C2)."""
    if level is Level.A or (passed.priority and not chosen.priority):
        return False
    if code in OBJECTIVE:
        return True
    if level is not Level.C or code is not PassCode.NOMINATED or agreed is None:
        return False
    in_reach = chosen.id in {c.id for c in ordered[: agreed.top_n]}
    return in_reach and not passed.protected and agreed.before(chosen.id, passed.id)
