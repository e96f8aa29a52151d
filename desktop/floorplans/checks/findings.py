"""What a check says of a home, and what can be done about it, as values without words: `wording`
has the sentences.

A mend tries one way to change the plan after the other until one works: until it leaves less
trouble with the check it is for and no more with any other. So a mend never moves a problem
elsewhere; where nothing works it is refused with a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from desktop.floorplans.plan import Home, Plan, Point, RoomType
from desktop.language import _
from desktop.refused import Refused

# The rooms that people live in ("verblijfsruimten").
LIVED_IN = frozenset({RoomType.LIVING, RoomType.KITCHEN, RoomType.BEDROOM})
# The cases of a finding with nothing wrong, and of one that asks for what is not drawn yet.
WELL, MISSING = "well", "missing"

M2 = 1_000_000  # in square millimetres

Place = tuple[int, Point, str]
Numbers = Mapping[str, int | float | str]
# One way to change a plan; may be refused as in `edits`.
Change = Callable[[Plan], Plan]
Ways = Callable[[Plan], Iterator[Change]]
# Looks at homes that are changes of the first: each with its labels in their rooms, and what is
# found of it.
Judge = Callable[[Home], "tuple[Home, tuple[Finding, ...]]"]


class Grade(Enum):
    """How bad it is; the worst comes first."""

    FAIL = "fail"
    WARN = "warn"
    GOOD = "good"


# How much trouble a finding is: whatever is mended, what cannot be may not become more.
_TROUBLE = {Grade.GOOD: 0, Grade.WARN: 1, Grade.FAIL: 1_000}


class Wish(Enum):
    """What a household asks for beside what every home must have."""

    ACCESSIBLE_BATHROOM = "accessible_bathroom"
    WHEELCHAIR = "wheelchair"


@dataclass(frozen=True)
class Mend:
    """What can be done about the finding of a check at a place: `name` says which kind of thing,
    for words and undo."""

    name: str
    check: str
    level: int
    place: Point | None
    ways: Ways = field(compare=False, repr=False)
    new_judge: Callable[[], Judge] = field(compare=False, repr=False)

    def apply(self, home: Home) -> Home:
        """The home with the finding mended and nothing else worse. Refused: when none of the ways
        is any good, or the home is no longer one with this finding."""
        judge = self.new_judge()
        home, before = judge(home)
        for finding in before:
            if finding.mend == self and finding.mend is not None:
                for possible in finding.mend._possible(home):
                    changed, after = judge(possible)
                    if _is_better(after, before, self.check):
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


@dataclass(frozen=True)
class Finding:
    """The outcome of one check at one place of a home.

    `check` is the id of its rule and `case` which of the things it looks at; `numbers` what was
    measured and what is needed, the unit at the end of each name, and the name and type of the
    room. `level` counts storeys from the lowest, 0; `place` is where to look, None for the home
    as a whole. `article` is where the number comes from; empty for our own advice.
    """

    check: str
    grade: Grade
    case: str
    numbers: Numbers
    level: int = 0
    place: Point | None = None
    article: str = ""
    mend: Mend | None = None

    @property
    def is_to_do(self) -> bool:
        """Whether something is not there yet; nothing is wrong with what is."""
        return self.case == MISSING


def where(finding: Finding) -> Place:
    """The order of findings of one kind: storey by storey, from left to right."""
    return finding.level, finding.place or Point(0, 0), finding.case


def _is_better(after: Iterable[Finding], before: Iterable[Finding], check: str) -> bool:
    now, then = _trouble(after), _trouble(before)
    return now[check] < then[check] and all(
        now[other] <= then[other] for other in now if other != check
    )


def _trouble(findings: Iterable[Finding]) -> Counter[str]:
    trouble: Counter[str] = Counter()
    for finding in findings:
        trouble[finding.check] += _TROUBLE[finding.grade]
    return trouble
