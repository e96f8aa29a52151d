"""Whether every room can be reached from the front door, through doors and past narrow places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import partial

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import M2, Finding, where
from desktop.floorplans.checks.new_doors import new_door
from desktop.floorplans.checks.reports import Report
from desktop.floorplans.checks.routes import Parts
from desktop.floorplans.checks.rules import Rule
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.plan import RoomType

RoomKey = tuple[int, int]  # the level, and the floor of the room
Place = tuple[RoomKey, int]  # one group of the ways into a room
# A door with a clear width of 850 mm.
NEW_DOOR_MM = 930


class Routes:
    """How each room of a home is reached, worked out again only when a way changed. `shut` are
    the rooms that are not reached by wide ways, `narrow` those of them that are by others."""

    def __init__(self) -> None:
        self._parts: dict[RoomKey, Parts] = {}
        self._entered: dict[tuple[int, int], set[Place]] = defaultdict(set)  # by each opening
        self._front: set[Place] = set()
        self._stairs: dict[RoomKey, set[RoomKey]] = {}
        self.shut: set[RoomKey] = set()
        self.narrow: set[RoomKey] = set()

    @property
    def has_front_door(self) -> bool:
        return bool(self._front)

    def update(
        self,
        gone: Iterable[RoomKey],
        fresh: Mapping[RoomKey, Parts],
        stairs: Iterable[tuple[RoomKey, RoomKey]],
    ) -> None:
        """Take in the rooms that went and those that are new or different. `stairs` joins the
        rooms at the foot and the top of each stair."""
        ways_before: Counter[Parts] = Counter()
        were: dict[Parts, tuple[bool, bool]] = {}
        for key in {*gone, *fresh} & self._parts.keys():
            parts = self._parts.pop(key)
            self._take_out(key, parts)
            ways_before[parts] += 1
            were[parts] = key in self.shut, key in self.narrow
            self.shut.discard(key)
            self.narrow.discard(key)
        for key, parts in fresh.items():
            self._parts[key] = parts
            self._take_in(key, parts)
        joined = _both_ways(stairs)
        if ways_before != Counter(fresh.values()) or joined != self._stairs:
            self._stairs = joined
            self._walk()
            return
        for key, parts in fresh.items():
            is_shut, is_narrow = were[parts]
            if is_shut:
                self.shut.add(key)
            if is_narrow:
                self.narrow.add(key)

    def groups_shut(self) -> list[list[RoomKey]]:
        """The rooms that are not reached, those that are reached from each other together."""
        groups = []
        left = set(self.shut)
        while left:
            together = self._reached_within([left.pop()], left)
            left -= together
            groups.append(list(together))
        return groups

    def _take_in(self, key: RoomKey, parts: Parts) -> None:
        for number, group in enumerate(parts):
            for way in group:
                self._entered[way.level, way.id].add((key, number))
                if way.front:
                    self._front.add((key, number))

    def _take_out(self, key: RoomKey, parts: Parts) -> None:
        for number, group in enumerate(parts):
            self._front.discard((key, number))
            for way in group:
                self._entered[way.level, way.id].discard((key, number))

    def _walk(self) -> None:
        wide = self._reached_by_wide_ways()
        self.shut = self._parts.keys() - wide
        # Without a front door every room is shut, and beside none that is reached.
        beside = [key for key in self.shut if wide and not wide.isdisjoint(self._next_to(key))]
        self.narrow = self._reached_within(beside, self.shut)

    def _reached_by_wide_ways(self) -> set[RoomKey]:
        """The rooms that one comes to from the front door, through wide ways and over stairs."""
        seen = set(self._front)
        queue = list(seen)
        while queue:
            key, number = queue.pop()
            for way in self._parts[key][number]:
                if way.wide:
                    for place in self._entered[way.level, way.id]:
                        if place not in seen:
                            seen.add(place)
                            queue.append(place)
            if key in self._stairs:  # the foot of a stair lies open to the whole room
                for other in (key, *self._stairs[key]):
                    new = {(other, at) for at in range(len(self._parts.get(other, ())))} - seen
                    seen |= new
                    queue += new
        return {key for key, _number in seen}

    def _reached_within(self, begin: Iterable[RoomKey], among: Set[RoomKey]) -> set[RoomKey]:
        """The rooms that one comes to through ways of any width without leaving `among`, those
        where one begins with them."""
        seen = set(begin)
        queue = list(seen)
        while queue:
            new = (self._next_to(queue.pop()) & among) - seen
            seen |= new
            queue += new
        return seen

    def _next_to(self, key: RoomKey) -> set[RoomKey]:
        """The rooms behind each way of a room, and at the other end of its stairs."""
        ways = (way for group in self._parts[key] for way in group)
        rooms = {other for way in ways for other, _at in self._entered[way.level, way.id]}
        return rooms | self._stairs.get(key, set()) & self._parts.keys()


def _both_ways(stairs: Iterable[tuple[RoomKey, RoomKey]]) -> dict[RoomKey, set[RoomKey]]:
    joined: dict[RoomKey, set[RoomKey]] = defaultdict(set)
    for lower, upper in stairs:
        joined[lower].add(upper)
        joined[upper].add(lower)
    return joined


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
            is_narrow = not routes.narrow.isdisjoint(keys)
            groups.append(_cut_off(named, is_narrow, rule, asked))
    return sorted(groups, key=where)


def _cut_off(views: list[RoomView], is_narrow: bool, rule: Rule, asked: Asked) -> Finding:
    """The finding of rooms that are reached from each other, told of the largest."""
    lead = max(views, key=lambda view: (view.room.area_mm2, view.place))
    numbers = lead.named(more=len(views) - 1, needed_mm=rule["width_mm"])
    if is_narrow:
        return asked.warn("reachable", "narrow", numbers, lead.level, lead.place)
    mend = None
    if ways.is_movable(lead.plan, lead.room.walls):
        tried = partial(new_door, lead, NEW_DOOR_MM, None)
        mend = asked.mend("new-door", "reachable", lead.level, lead.place, tried)
    return asked.fail("reachable", "none", numbers, lead.level, lead.place, mend)


def _must_be_reached(view: RoomView, rule: Rule) -> bool:
    """A shaft is not entered; a small space without a name is taken for one."""
    if view.type is RoomType.SHAFT:
        return False
    return view.room.label is not None or view.room.area_mm2 >= rule["smallest_room_m2"] * M2
