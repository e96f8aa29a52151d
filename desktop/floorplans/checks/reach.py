"""Whether every room can be reached from the front door, through doors and past narrow places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import partial

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import M2, Finding, where
from desktop.floorplans.checks.reports import Report
from desktop.floorplans.checks.routes import Parts
from desktop.floorplans.checks.rules import Rule
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.plan import RoomType

RoomKey = tuple[int, int]  # the level, and the identity of the room
# A door with a clear width of 850 mm.
NEW_DOOR_MM = 930


class Access(Enum):
    """How a room is reached from the front door."""

    WIDE = "wide"  # by ways that are wide enough
    NARROW = "narrow"  # only by a way that is not
    NONE = "none"


class Routes:
    """How each room of a home is reached, worked out again only when a way changed."""

    def __init__(self) -> None:
        self._parts: dict[RoomKey, Parts] = {}
        self._stairs: frozenset[tuple[RoomKey, RoomKey]] = frozenset()
        self.access: dict[RoomKey, Access] = {}
        self.shut: set[RoomKey] = set()  # what is not reached by wide ways
        self.has_front_door = False

    def update(
        self,
        gone: Iterable[RoomKey],
        fresh: Mapping[RoomKey, Parts],
        stairs: frozenset[tuple[RoomKey, RoomKey]],
    ) -> None:
        """Take in the rooms that went and those that are new or different. `stairs` joins the
        rooms at the foot and the top of each stair."""
        ways_before: Counter[Parts] = Counter()
        were = {}
        for key in {*gone, *fresh} & self._parts.keys():
            parts = self._parts.pop(key)
            ways_before[parts] += 1
            were[parts] = self.access.pop(key)
            self.shut.discard(key)
        self._parts.update(fresh)
        if ways_before != Counter(fresh.values()) or stairs != self._stairs:
            self._stairs = stairs
            self._walk()
            return
        for key, parts in fresh.items():
            self.access[key] = were[parts]
            if were[parts] is not Access.WIDE:
                self.shut.add(key)

    def groups_shut(self) -> list[list[RoomKey]]:
        """The rooms that are not reached, those that are reached from each other together."""
        inside = _at_any_width({key: self._parts[key] for key in self.shut})
        groups = []
        left = set(inside)
        for key in inside:
            if key in left:
                together = _walk_from([(key, 0)], inside, self._stairs)
                groups.append([other for other in inside if other in together])
                left -= together
        return groups

    def _walk(self) -> None:
        begin = [
            (key, number)
            for key, groups in self._parts.items()
            for number, group in enumerate(groups)
            if any(way.front for way in group)
        ]
        self.has_front_door = bool(begin)
        wide = _walk_from(begin, self._parts, self._stairs)
        at_all = _walk_from(
            [(key, 0) for key, _number in begin], _at_any_width(self._parts), self._stairs
        )
        self.access = {
            key: Access.WIDE if key in wide else Access.NARROW if key in at_all else Access.NONE
            for key in self._parts
        }
        self.shut = self._parts.keys() - wide


def _at_any_width(parts: Mapping[RoomKey, Parts]) -> dict[RoomKey, Parts]:
    """The same rooms for who walks through anything."""
    return {
        key: (frozenset(way._replace(wide=True) for group in groups for way in group),)
        for key, groups in parts.items()
    }


def _walk_from(
    begin: Iterable[tuple[RoomKey, int]],
    parts: Mapping[RoomKey, Parts],
    stairs: Iterable[tuple[RoomKey, RoomKey]],
) -> set[RoomKey]:
    """The rooms that one comes to from these groups of ways, through wide ways and over stairs."""
    entered_by: dict[tuple[int, int], list[tuple[RoomKey, int]]] = defaultdict(list)
    for key, groups in parts.items():
        for number, group in enumerate(groups):
            for way in group:
                if way.wide:
                    entered_by[way.level, way.id].append((key, number))
    next_to: dict[RoomKey, list[RoomKey]] = defaultdict(list)
    for lower, upper in stairs:
        next_to[lower].append(upper)
        next_to[upper].append(lower)
    seen = set(begin)
    queue = list(seen)
    while queue:
        key, number = queue.pop()
        there = [
            place for way in parts[key][number] for place in entered_by.get((way.level, way.id), ())
        ]
        if key in next_to:  # the foot of a stair lies open to the whole room
            rooms = [other for other in (key, *next_to[key]) if other in parts]
            there += [(other, at) for other in rooms for at in range(len(parts[other]))]
        new = set(there) - seen
        seen |= new
        queue += new
    return {key for key, _number in seen}


def reachable(
    routes: Routes, reports: Mapping[RoomKey, Report], asked: Asked
) -> list[Finding] | None:
    """Every room can be reached from the front door; without one, nobody can say."""
    if not routes.has_front_door:
        return None
    rule = asked.rule("reachable")
    groups = []
    for keys in routes.groups_shut():
        views = [reports[key].view for key in keys]
        named = [view for view in views if _must_be_reached(view, rule)]
        if named:
            is_narrow = any(routes.access[key] is Access.NARROW for key in keys)
            groups.append(_cut_off(named, is_narrow, rule, asked))
    return sorted(groups, key=where)


def _cut_off(views: list[RoomView], is_narrow: bool, rule: Rule, asked: Asked) -> Finding:
    """The finding of rooms that are reached from each other, told of the largest."""
    lead = max(views, key=lambda view: (view.room.area_mm2, view.place))
    numbers = lead.named(more=len(views) - 1, needed_mm=rule["width_mm"])
    if is_narrow:
        return asked.warn("reachable", "narrow", numbers, lead.level, lead.place)
    mend = None
    if ways.movable(lead.plan, lead.room):
        tried = partial(ways.new_door, lead, NEW_DOOR_MM, None)
        mend = asked.mend("new-door", "reachable", lead.level, lead.place, tried)
    return asked.fail("reachable", "none", numbers, lead.level, lead.place, mend)


def _must_be_reached(view: RoomView, rule: Rule) -> bool:
    """A shaft is not entered; a small space without a name is taken for one."""
    if view.type is RoomType.SHAFT:
        return False
    return view.room.label is not None or view.room.area_mm2 >= rule["smallest_room_m2"] * M2
