"""From one network of walls to the next, with work for what changes only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise, product
from math import atan2, hypot

from desktop.floorplans.geometry.lines import (
    XY,
    Reach,
    axis_of,
    crossing,
    part_from_one_end,
    reach,
)
from desktop.floorplans.geometry.network import (
    END,
    START,
    Arm,
    Cell,
    Joint,
    JointKey,
    Network,
    Place,
    PlaceKey,
)
from desktop.floorplans.plan import JOIN_MM, Wall

# Round coordinates lie well inside a square, so that mostly one square is looked in.
CELL_MM, CELL_START_MM = 100, 25
NOWHERE: frozenset[PlaceKey] = frozenset()


def woven(before: Network, changed: Mapping[int, Wall | None]) -> tuple[Network, set[JointKey]]:
    """The network with these walls as they are now (None: gone), and the joints at which something
    is different, those that are gone included."""
    weaving = _Weaving(before, changed)
    for id in changed:
        if id in before.axes:
            weaving.take_away(id)
    weaving.lay()
    for one, other in weaving.boxes.pairs(weaving.new):
        weaving.let_meet(one, other)
    weaving.join()
    weaving.chain()
    weaving.turn_around()
    return weaving.finished(), weaving.touched


class _Weaving:
    """What becomes of a network when walls change, worked out in copies."""

    def __init__(self, before: Network, changed: Mapping[int, Wall | None]) -> None:
        self.new = {id: axis_of(wall) for id, wall in changed.items() if wall is not None}
        self.boxes = before.boxes.after(changed, self.new)
        self.axes = before.axes.mutate()
        self.places = before.places.mutate()
        self.on_wall = before.on_wall.mutate()
        self.in_cell = before.in_cell.mutate()
        self.joint_of = before.joint_of.mutate()
        self.joints = before.joints.mutate()
        self.chains = before.chains.mutate()
        self.arms = before.arms.mutate()
        self.loose: set[PlaceKey] = set()  # places that have no joint now
        self.made: set[JointKey] = set()
        self.touched: set[JointKey] = set()
        self.walls = set(self.new)  # walls along which joints may be different
        self.turned: set[JointKey] = set()  # joints at which arms may be different

    def finished(self) -> Network:
        return Network(
            axes=self.axes.finish(),
            boxes=self.boxes,
            places=self.places.finish(),
            on_wall=self.on_wall.finish(),
            in_cell=self.in_cell.finish(),
            joint_of=self.joint_of.finish(),
            joints=self.joints.finish(),
            chains=self.chains.finish(),
            arms=self.arms.finish(),
        )

    # Places ---------------------------------------------------------------------------------

    def take_away(self, id: int) -> None:
        del self.axes[id], self.chains[id]
        for key in {(id, START), (id, END), *self.on_wall.pop(id, NOWHERE)}:
            self._loosen(key)
            place = self.places[key]
            if id in key:
                self._forget(key, place, id)
            else:
                self.places[key] = Place(place.x, place.y, place.walls - {id})

    def _forget(self, key: PlaceKey, place: Place, id: int) -> None:
        del self.places[key]
        self.loose.discard(key)
        for wall in place.walls - {id}:
            self.on_wall[wall] -= {key}
        cell = _cell(place)
        self.in_cell[cell] -= {key}
        if not self.in_cell[cell]:
            del self.in_cell[cell]

    def _loosen(self, place: PlaceKey) -> None:
        """Take the joint that a place is in, if any, apart into its places."""
        if place in self.joint_of:
            self._dissolve(self.joint_of[place])

    def _dissolve(self, key: JointKey) -> None:
        joint = self.joints.pop(key)
        for place in joint.places:
            del self.joint_of[place]
        self.loose |= joint.places
        self.walls |= joint.walls
        self.arms.pop(key)
        self.touched.add(key)

    def lay(self) -> None:
        """Put the ends of the walls down that are new or different."""
        self.axes.update(self.new)
        ends = {}
        for id, axis in self.new.items():
            alone = frozenset((id,))
            start, end = axis.ends
            ends[id, START] = Place(*start, alone)
            ends[id, END] = Place(*end, alone)
        self._mark(ends)

    def let_meet(self, one: int, other: int) -> None:
        """Two walls meet at an end of one or the other; otherwise where they cross."""
        low, high = (one, other) if one < other else (other, one)
        axis, other_axis = self.axes[low], self.axes[high]
        if part_from_one_end(axis, other_axis):
            return
        met = [self._end_on(*pair) for pair in ((low, high), (high, low))]
        at = None if any(met) else crossing(axis, other_axis)
        if at is not None:
            self._mark({(low, high): Place(*at, frozenset((low, high)))})
            self.on_wall[low] = self.on_wall.get(low, NOWHERE) | {(low, high)}
            self.on_wall[high] = self.on_wall.get(high, NOWHERE) | {(low, high)}

    def _end_on(self, wall: int, host: int) -> bool:
        """Whether a wall has an end at another; where ends meet, they become one by themselves."""
        met = False
        for which, (x, y) in zip((START, END), self.axes[wall].ends, strict=True):
            where = reach(x, y, self.axes[host])
            met = met or where is not Reach.NOWHERE
            if where is Reach.ALONG:
                self._put_on((wall, which), host)
        return met

    def _mark(self, places: Mapping[PlaceKey, Place]) -> None:
        self.places.update(places)
        self.loose.update(places)
        in_cell = defaultdict(list)
        for key, place in places.items():
            in_cell[_cell(place)].append(key)
        for cell, keys in in_cell.items():
            self.in_cell[cell] = self.in_cell.get(cell, NOWHERE).union(keys)

    def _put_on(self, key: PlaceKey, wall: int) -> None:
        self._loosen(key)
        place = self.places[key]
        self.places[key] = Place(place.x, place.y, place.walls | {wall})
        self.on_wall[wall] = self.on_wall.get(wall, NOWHERE) | {key}

    # Joints ---------------------------------------------------------------------------------

    def join(self) -> None:
        while self.loose:
            together = self._together(self.loose.pop())
            self.loose.difference_update(together)
            key = min(together)
            x, y = _middle({place[:2] for place in together.values()})
            walls = frozenset[int]().union(*[place.walls for place in together.values()])
            self.joints[key] = Joint(x, y, frozenset(together), walls)
            self.joint_of.update(dict.fromkeys(together, key))
            self.walls |= walls
            self.made.add(key)

    def _together(self, first: PlaceKey) -> dict[PlaceKey, Place]:
        """The places that are one joint with this one; the joints they were in are taken apart."""
        here = self.places[first]
        found, to_do = {first: here}, [here]
        while to_do:
            here = to_do.pop()
            for cell in _cells_around(here):
                for key in self.in_cell.get(cell, NOWHERE):
                    if key in found:
                        continue
                    there = self.places[key]
                    if there[:2] != here[:2]:
                        if hypot(here.x - there.x, here.y - there.y) >= JOIN_MM:
                            continue
                        to_do.append(there)  # what is around the same spot is found here
                    found[key] = there
                    self._loosen(key)
        return found

    def chain(self) -> None:
        """Order the joints along each wall."""
        self.turned |= self.made
        for wall in filter(self.axes.__contains__, self.walls):
            chain = self._joints_along(wall)
            old = self.chains.get(wall, ())
            self.chains[wall] = chain
            if wall in self.new:
                self.turned.update(chain)
                self.touched.update(chain)
                continue
            steps, old_steps = set(pairwise(chain)), set(pairwise(old))
            moved = {step for step in steps if not self.made.isdisjoint(step)}
            for step in (steps ^ old_steps) | moved:
                self.turned.update(key for key in step if key in self.joints)

    def _joints_along(self, wall: int) -> tuple[JointKey, ...]:
        start, end = self.joint_of[wall, START], self.joint_of[wall, END]
        between = self.on_wall.get(wall)
        if not between:
            return (start,) if start == end else (start, end)
        axis, keys = self.axes[wall], {start, end, *map(self.joint_of.__getitem__, between)}
        ordered = sorted([(axis.along_mm(*self.joints[key][:2]), key) for key in keys])
        return tuple([key for _along, key in ordered])

    def turn_around(self) -> None:
        """Find the arms of joints, counter-clockwise. Of walls on top of each other between two
        joints, the thickest stands for all."""
        for key in self.turned:
            arms = self._arms(key)
            if arms != self.arms.get(key):
                self.arms[key] = arms
                self.touched.add(key)
        self.touched |= self.made

    def _arms(self, key: JointKey) -> tuple[Arm, ...]:
        x, y, _places, walls = self.joints[key]
        chains, joints = self.chains, self.joints
        leaving: dict[JointKey, tuple[int, int]] = {}
        for wall in sorted(walls):
            chain = chains[wall]
            at = chain.index(key)
            for sign, there in ((-1, chain[at - 1 : at]), (1, chain[at + 1 : at + 2])):
                for to in there:
                    if to not in leaving or self._is_thicker(wall, leaving[to][0]):
                        leaving[to] = wall, sign
        turned = []
        for to, (wall, sign) in leaving.items():
            there_x, there_y = joints[to][:2]
            turned.append((atan2(there_y - y, there_x - x), wall, sign, to))
        turned.sort()
        return tuple([Arm(wall, sign, to) for _angle, wall, sign, to in turned])

    def _is_thicker(self, wall: int, other: int) -> bool:
        return self.axes[wall].half > self.axes[other].half


def _middle(spots: set[XY]) -> XY:
    if len(spots) == 1:
        return spots.pop()
    xs, ys = zip(*sorted(spots), strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _cell(place: Place) -> Cell:
    return _row(place.x), _row(place.y)


def _cells_around(place: Place) -> Iterable[Cell]:
    """The squares in which places can be that are one joint with this one."""
    left, right = _row(place.x - JOIN_MM), _row(place.x + JOIN_MM)
    bottom, top = _row(place.y - JOIN_MM), _row(place.y + JOIN_MM)
    if left == right and bottom == top:
        return [(left, bottom)]
    return product(range(left, right + 1), range(bottom, top + 1))


def _row(coordinate: float) -> int:
    return int((coordinate + CELL_START_MM) // CELL_MM)
