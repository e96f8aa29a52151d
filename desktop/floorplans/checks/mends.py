"""One click that mends a finding: ways to change the plan are tried until one works.

A way works when it leaves less trouble with the check it is for and no more with any other. So a
mend never moves a problem elsewhere: where nothing works it is refused with a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from desktop.floorplans.plan import Home, Plan
from desktop.language import _
from desktop.refused import Refused

# One way to change a plan; may be refused as in `edits`.
Change = Callable[[Plan], Plan]
Ways = Callable[[Plan], Iterator[Change]]
# How much trouble a home has with each check.
Judge = Callable[[Home], "Counter[str]"]


@dataclass(frozen=True)
class Mend:
    """What can be done about a finding: `name` says which kind of thing, for words and undo."""

    name: str
    check: str
    level: int
    ways: Ways = field(compare=False, repr=False)
    new_judge: Callable[[], Judge] = field(compare=False, repr=False)

    def apply(self, home: Home) -> Home:
        """The home with the finding mended and nothing else worse. `home` is the one that was
        checked. Refused: when none of the ways is any good."""
        judge = self.new_judge()
        before = judge(home)
        for changed in self._possible(home):
            if _is_better(judge(changed), before, self.check):
                return changed
        raise Refused(
            _("This does not work without making something else worse. Change the plan by hand.")
        )

    def works(self, home: Home) -> bool:
        """Whether `apply` will not be refused. As much work as `apply`: for when nobody draws."""
        try:
            self.apply(home)
        except Refused:
            return False
        return True

    def _possible(self, home: Home) -> Iterator[Home]:
        plan = home.levels[self.level]
        for way in self.ways(plan):
            try:
                changed = way(plan)
            except Refused:
                continue
            levels = list(home.levels)
            levels[self.level] = changed
            yield replace(home, levels=tuple(levels))


def _is_better(after: Counter[str], before: Counter[str], check: str) -> bool:
    return after[check] < before[check] and all(
        after[other] <= before[other] for other in after if other != check
    )
