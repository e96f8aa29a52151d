"""What a check says of a home, as values without words: `wording` has the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.floorplans.checks.mends import Mend
from desktop.floorplans.plan import Point, RoomType

# The rooms that people live in ("verblijfsruimten").
LIVED_IN = frozenset({RoomType.LIVING, RoomType.KITCHEN, RoomType.BEDROOM})
# The case of a finding with nothing wrong.
WELL = "well"

M2 = 1_000_000  # in square millimetres

Place = tuple[int, Point, str]
Numbers = Mapping[str, int | float | str]


class Grade(Enum):
    """How bad it is; the worst comes first."""

    FAIL = "fail"
    WARN = "warn"
    GOOD = "good"


class Wish(Enum):
    """What a household asks for beside what every home must have."""

    ACCESSIBLE_BATHROOM = "accessible_bathroom"
    WHEELCHAIR = "wheelchair"


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


def where(finding: Finding) -> Place:
    """The order of findings of one kind: storey by storey, from left to right."""
    return finding.level, finding.place or Point(0, 0), finding.case
