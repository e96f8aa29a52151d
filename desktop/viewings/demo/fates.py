"""What became of the candidates who were invited to a letting of the past."""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import Enum

from desktop.viewings.model import Candidate
from desktop.viewings.states import Answer, CandidateState, Presence

INVITED = 10


class Fate(Enum):
    """How it ended for one candidate."""

    NO_SHOW = "said yes, did not appear"
    CANCELLED = "could not come"
    DECLINES = "saw it, does not want it"
    REFUSES = "was offered it, said no"
    ACCEPTS = "gets it"
    BEHIND = "wants it, comes after the chosen one"

    @property
    def answer(self) -> Answer:
        return Answer.NOT_COMING if self is Fate.CANCELLED else Answer.COMING

    @property
    def presence(self) -> Presence:
        return {Fate.NO_SHOW: Presence.NO_SHOW, Fate.CANCELLED: Presence.CANCELLED}.get(
            self, Presence.PRESENT
        )

    @property
    def state(self) -> CandidateState:
        """Before the decision."""
        return {
            Fate.NO_SHOW: CandidateState.NO_SHOW,
            Fate.CANCELLED: CandidateState.CANCELLED,
            Fate.DECLINES: CandidateState.WANTS_NOT,
            Fate.REFUSES: CandidateState.REFUSED,
            Fate.ACCEPTS: CandidateState.DOCUMENTS,
            Fate.BEHIND: CandidateState.WANTS,
        }[self]


def fates(
    ordered: Sequence[Candidate],
    priority_wins: bool,
    no_shows: Sequence[int],
    chance: random.Random,
) -> list[Fate]:
    """A fate for each, in the order of the list. Exactly one accepts, nobody before is without a
    reason, and those with priority all come: another appointment is found for them."""
    drawn = [Fate.BEHIND] * len(ordered)
    others = [place for place, candidate in enumerate(ordered) if not candidate.priority]
    away = chance.sample(others, chance.choice(no_shows) + 1)
    for place in away:
        drawn[place] = Fate.NO_SHOW
    drawn[away[0]] = Fate.CANCELLED
    came = [place for place in others if place not in away]
    if priority_wins:
        drawn[0] = Fate.ACCEPTS
        before = []
    else:
        before = [place for place, candidate in enumerate(ordered) if candidate.priority]
        turn = chance.randint(0, min(2, len(came) - 1))
        drawn[came[turn]] = Fate.ACCEPTS
        before += came[:turn]
    for place in before:
        refuses = ordered[place].priority or chance.random() < 0.4
        drawn[place] = Fate.REFUSES if refuses else Fate.DECLINES
    accepted = drawn.index(Fate.ACCEPTS)
    for place in came:
        if place > accepted and chance.random() < 0.4:
            drawn[place] = Fate.DECLINES
    return drawn
