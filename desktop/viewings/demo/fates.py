"""What became of the candidates who were invited to a letting of the past."""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import Enum

from desktop.viewings.states import Answer, CandidateState, Presence, Want

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
    def want(self) -> Want | None:
        if self.presence is not Presence.PRESENT:
            return None
        return Want.NO if self is Fate.DECLINES else Want.YES

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
    with_priority: int, priority_wins: bool, no_shows: Sequence[int], chance: random.Random
) -> list[Fate]:
    """A fate for each who is invited, in the order of the list: first those with priority, so
    many. Exactly one accepts, nobody before is without a reason, and those with priority all
    come: another appointment is found for them."""
    drawn = [Fate.BEHIND] * INVITED
    others = range(with_priority, INVITED)
    away = chance.sample(others, chance.choice(no_shows) + 1)
    for place in away:
        drawn[place] = Fate.NO_SHOW
    drawn[away[0]] = Fate.CANCELLED
    came = [place for place in others if place not in away]
    accepts = 0 if priority_wins else came[chance.randint(0, min(2, len(came) - 1))]
    drawn[accepts] = Fate.ACCEPTS
    for place in (*range(with_priority), *came):
        if place < accepts:
            refuses = place < with_priority or chance.random() < 0.4
            drawn[place] = Fate.REFUSES if refuses else Fate.DECLINES
        elif place > accepts and place >= with_priority and chance.random() < 0.4:
            drawn[place] = Fate.DECLINES
    return drawn
