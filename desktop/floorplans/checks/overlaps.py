"""The check of walls that lie over each other. No edit makes them, but files bring them: they look
like one wall, and only half of it moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from immutables import Map

from desktop.floorplans import edits
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import Change, Finding, where
from desktop.floorplans.edits.places import lies_on
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.changes import Listed
from desktop.floorplans.plan import JOIN_MM, Plan, Point, Wall

CHECK = "double-wall"
# First and second, of which the first lies on the second.
Pair = tuple[int, int]


class Overlaps:
    """The walls of one storey that lie over each other, kept up to date: after an edit only what
    changed is looked at."""

    def __init__(self, level: int) -> None:
        self._level = level
        self._walls: Listed[Wall] = Listed.of(Map())
        self._pairs: frozenset[Pair] = frozenset()

    def update(self, derived: Derived) -> None:
        changed, self._walls = self._walls.changes(derived.walls), derived.walls
        if changed:
            kept = (pair for pair in self._pairs if changed.keys().isdisjoint(pair))
            self._pairs = frozenset((*kept, *_found(derived, changed)))

    @property
    def has_walls(self) -> bool:
        return bool(self._walls.ids)

    def findings(self, asked: Asked) -> Iterator[Finding]:
        walls = self._walls.map
        for first, second in self._pairs:
            place, mend = _middle(walls[first], walls[second]), None
            if not (walls[first].locked and walls[second].locked):
                ways = partial(_made_one, first, second)
                mend = asked.mend("merge-walls", CHECK, self._level, place, ways)
            yield asked.warn(CHECK, "double", {}, self._level, place, mend)


def double_walls(storeys: Iterable[Overlaps], asked: Asked) -> list[Finding] | None:
    """No two walls lie over each other."""
    looked_at = [storey for storey in storeys if storey.has_walls]
    found = (finding for storey in looked_at for finding in storey.findings(asked))
    return sorted(found, key=where) if looked_at else None


def _found(derived: Derived, changed: Mapping[int, Wall | None]) -> Iterator[Pair]:
    walls, network = derived.walls.map, derived.layout.network
    for one in changed.keys() & walls.keys():
        # Walls over each other have a joint in common: where the one that ends first does.
        joined = (network.joints[joint].walls for joint in network.chains[one])
        for other in frozenset[int]().union(*joined):
            if other == one or (other in changed and other < one):
                continue
            if lies_on(walls[one], walls[other]):
                yield one, other
            elif lies_on(walls[other], walls[one]):
                yield other, one


def _middle(first: Wall, second: Wall) -> Point:
    """The middle of where they lie over each other."""
    near, far = sorted(second.beside(end)[0] for end in first.ends)
    x, y = second.along((max(near, 0) + min(far, second.length_mm)) / 2)
    return Point(round(x), round(y))


def _made_one(first: int, second: int, plan: Plan) -> Iterator[Change]:
    """One wall of the two, as thick as the thicker; of a wall of the building and one that adds
    nothing to it, the latter goes."""
    thinner, thicker = sorted((first, second), key=lambda id: plan.walls[id].thickness_mm)
    yield partial(edits.merge_walls, first=thicker, second=thinner)
    yield partial(edits.merge_walls, first=thinner, second=thicker)
    for gone, kept in ((first, second), (second, first)):
        if _is_within(plan.walls[gone], plan.walls[kept]) and not any(plan.openings_of(gone)):
            yield partial(edits.remove, ids=[gone])


def _is_within(wall: Wall, other: Wall) -> bool:
    along = [other.beside(end)[0] for end in wall.ends]
    return min(along) >= -JOIN_MM and max(along) <= other.length_mm + JOIN_MM
