"""Where a request for advice stands, and what was decided on an advice."""

from __future__ import annotations

from enum import Enum


class AdviceState(Enum):
    """Where a request stands (Overlegwet, art. 5)."""

    SENT = "sent"
    ADVICE_RECEIVED = "advice received"
    NO_OBJECTION = "no objection"
    TERM_PASSED = "term passed"
    DECIDED = "decided"
    REASONS_SENT = "reasons sent"
    EXECUTABLE = "executable"


class AdviceDecision(Enum):
    """What the landlord does with an advice. With the last two the tenants get reasons."""

    FOLLOWED = "taken over"
    PARTLY = "partly"
    NOT = "not"


WITH_REASONS = (AdviceDecision.PARTLY, AdviceDecision.NOT)
