"""Times on a machine that is shared: a fixed piece of work before and after each tells whether the
machine was at full speed meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.benchmarks.table import Row, p95

# Beyond this many times the quickest run of the fixed work, the machine did something else too.
SLOWED = 1.2
TURNS = 4_000


class Times(NamedTuple):
    """What each frame took, in milliseconds, and those of which the machine was at full speed."""

    all: list[float]
    steady: list[float]

    @property
    def rows(self) -> list[Row]:
        """The medians, and the p95 of the frames at full speed, for a table of figures."""
        figures = [("median", _middle(self.all), "")]
        if self.steady:
            share = f"{len(self.steady)} of {len(self.all)} frames"
            figures.append(("at full speed of the machine, median", _middle(self.steady), share))
            figures.append(("at full speed, p95", f"{p95(self.steady):.1f} ms", ""))
        return figures


def timed(frames: Iterable[Callable[[], object]]) -> Times:
    """Run each frame once. What happens between two of them does not count."""
    taken, quickest = [], float("inf")
    for frame in frames:
        before, ms, after = _ms(_fixed_work), _ms(frame), _ms(_fixed_work)
        taken.append((ms, max(before, after)))
        quickest = min(quickest, before, after)
    steady = [ms for ms, around in taken if around <= quickest * SLOWED]
    return Times([ms for ms, _around in taken], steady)


def _ms(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1_000


def _fixed_work() -> int:
    return sum([turn * turn for turn in range(TURNS)])


def _middle(times: list[float]) -> str:
    return f"{sorted(times)[len(times) // 2]:.1f} ms"
