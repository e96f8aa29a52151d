"""The points of an advice: each is followed, partly or not, with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.advice.states import WITH_REASONS, AdviceDecision
from desktop.language import _
from desktop.refused import Refused


@dataclass(frozen=True)
class Point:
    """What tenants advise in one point, what is done with it, and why."""

    text: str
    decision: AdviceDecision | None
    reason: str = ""


def decision_over(points: Sequence[Point]) -> AdviceDecision:
    """What is done with the whole advice: followed when every point is, not when none is and none
    in part. Refuses a point without words or decision, and one that is not wholly followed without
    a reason (Overlegwet, art. 5(2))."""
    for point in points:
        if not point.text.strip():
            raise Refused(_("Write what the tenants advise in this point."), "points")
        if point.decision is None:
            raise Refused(_("Choose for each point: followed, partly or not."), "points")
        if point.decision in WITH_REASONS and not point.reason.strip():
            raise Refused(_("Explain why not. Residents read this."), "points")
    made = {point.decision for point in points}
    if len(made) == 1:
        [only] = made
        assert only is not None, "each point has its decision"
        return only
    return AdviceDecision.PARTLY
