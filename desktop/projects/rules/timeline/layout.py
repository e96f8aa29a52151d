"""Where the bars of a plan lie on a scale, and how the arrow of a link goes between two of them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.timeline.plan import BarKind, PlanBar, Span
from desktop.projects.rules.timeline.scale import Scale

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A bar from left to right, `middle` and half its height up and down. A milestone has no width:
    it is a point in time."""

    left: float
    right: float
    middle: float
    half: float

    @property
    def width(self) -> float:
        return self.right - self.left


def box_of(bar: PlanBar, scale: Scale, middle: float, half: float) -> Box:
    """Where a bar lies; a milestone stands in the middle of its day."""
    if bar.kind is BarKind.MILESTONE:
        x = scale.x(bar.finish) + scale.a_day / 2
        return Box(x, x, middle, half)
    left, width = scale.box(Span(bar.start, bar.finish))
    return Box(left, left + max(width, 1.0), middle, half)


def arrow(kind: LinkKind, before: Box, after: Box, reach: float, a_day: float) -> tuple[Point, ...]:
    """The corners of an arrow from the end of a bar that counts to that of the other. It leaves and
    arrives sideways, going `reach` outside; a task that simply comes later is reached from above
    or below. A milestone stands half a day from its neighbours, which is not seen as earlier."""
    out = 1 if kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH) else -1
    into = 1 if kind in (LinkKind.FINISH_START, LinkKind.START_START) else -1
    x1 = before.right if out == 1 else before.left
    x2 = after.left if into == 1 else after.right
    down = 1 if after.middle >= before.middle else -1
    if out == into == 1 and x2 >= x1 - a_day:
        x = x2 + min(reach, after.width / 2)
        return (x1, before.middle), (x, before.middle), (x, after.middle - down * after.half)
    leave, arrive = x1 + out * reach, x2 - into * reach
    if out == into and (arrive - leave) * out < 0:
        between = after.middle - down * after.half * 2
        return (
            (x1, before.middle), (leave, before.middle), (leave, between), (arrive, between),
            (arrive, after.middle), (x2, after.middle),
        )  # fmt: skip
    turn = max(leave, arrive) if out == 1 else min(leave, arrive)
    return (x1, before.middle), (turn, before.middle), (turn, after.middle), (x2, after.middle)
