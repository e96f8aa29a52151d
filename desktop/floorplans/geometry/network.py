"""How the walls of a storey hang together: joints, and the walls that leave each of them.

Ends and crossings nearer than `JOIN_MM` to each other are one joint; an end within `JOIN_MM` of
another wall meets it there. A network never changes: `Network.after` gives the next one, which
shares all that stayed the same, and does work for what changed only.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, product
from math import atan2, hypot
from typing import NamedTuple

import numpy as np
import shapely
from immutables import Map
from numpy.typing import NDArray

from desktop.floorplans.geometry.lines import (
    Axis,
    Reach,
    axis_of,
    crossing,
    part_from_one_end,
    reach,
)
from desktop.floorplans.plan import JOIN_MM, Wall

# A place where walls meet: (wall, START) or (wall, END) is an end, (wall, other wall) a crossing.
PlaceKey = tuple[int, int]
START, END = 0, -1
# A joint is called by the lowest of its places.
JointKey = PlaceKey
# Places are found by the square they lie in. Round coordinates lie well inside of one, so that
# mostly one square is looked in.
Cell = tuple[int, int]
CELL_MM, CELL_START_MM = 100, 25
NOWHERE: frozenset[PlaceKey] = frozenset()

# So many changed walls are found one by one; for more, a tree of all boxes is quicker.
FEW = 200


class Place(NamedTuple):
    """Where an end is, or where two walls cross, and the walls that are there."""

    x: float
    y: float
    walls: frozenset[int]


# One side of a wall between two joints: the joint it leaves, the wall, and the sign of the arm. Who
# walks from that joint has the side at the left hand.
Edge = tuple[JointKey, int, int]


class Joint(NamedTuple):
    """Where walls meet: the middle of the places that are one."""

    x: float
    y: float
    places: frozenset[PlaceKey]


class Arm(NamedTuple):
    """A wall that leaves a joint: with `sign` 1 towards its end, -1 towards its start; `to` is the
    next joint along it."""

    wall: int
    sign: int
    to: JointKey


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """Which walls are near: the box around each axis, in rows."""

    ids: NDArray[np.int64]
    sides: NDArray[np.float64]  # left, bottom, right, top
    halves: NDArray[np.float64]  # half the thickness

    def after(self, gone: Iterable[int], axes: Mapping[int, Axis]) -> Boxes:
        kept = ~np.isin(self.ids, np.fromiter(gone, np.int64))
        ends = np.array([(*a.ends[0], *a.ends[1]) for a in axes.values()]).reshape(-1, 4)
        sides = np.hstack(
            (np.minimum(ends[:, :2], ends[:, 2:]), np.maximum(ends[:, :2], ends[:, 2:]))
        )
        ids, halves = np.fromiter(axes, np.int64), np.array([a.half for a in axes.values()])
        return Boxes(
            np.concatenate((self.ids[kept], ids)),
            np.concatenate((self.sides[kept], sides)),
            np.concatenate((self.halves[kept], halves)),
        )

    @property
    def thickest_half(self) -> float:
        return float(self.halves.max(initial=0))

    def near(self, box: tuple[float, float, float, float], within_mm: float) -> list[int]:
        left, bottom, right, top = box
        sides = self.sides
        hits = (
            (sides[:, 0] <= right + within_mm)
            & (sides[:, 2] >= left - within_mm)
            & (sides[:, 1] <= top + within_mm)
            & (sides[:, 3] >= bottom - within_mm)
        )
        found: list[int] = self.ids[hits].tolist()
        return found

    def pairs(self, of: Mapping[int, Axis]) -> Iterator[tuple[int, int]]:
        """Each pair of walls that may meet and of which one is among `of`, once."""
        if len(of) > FEW:
            around = shapely.box(*(self.sides + np.array([-1, -1, 1, 1]) * JOIN_MM).T)
            rows, others = shapely.STRtree(around).query(around)
            once = rows < others
            pairs = zip(self.ids[rows[once]].tolist(), self.ids[others[once]].tolist(), strict=True)
            yield from (pair for pair in pairs if pair[0] in of or pair[1] in of)
            return
        for id, axis in of.items():
            (ax, ay), (bx, by) = axis.ends
            box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            for other in self.near(box, JOIN_MM):
                if other != id and not (other in of and other < id):
                    yield id, other


NO_BOXES = Boxes(np.empty(0, np.int64), np.empty((0, 4)), np.empty(0))


@dataclass(frozen=True, eq=False)
class Network:
    """`chains` holds the joints along each wall, from its start; `arms` the walls that leave each
    joint, counter-clockwise."""

    axes: Map[int, Axis] = field(default_factory=Map)
    boxes: Boxes = NO_BOXES
    places: Map[PlaceKey, Place] = field(default_factory=Map)
    on_wall: Map[int, frozenset[PlaceKey]] = field(default_factory=Map)  # but for its own ends
    in_cell: Map[Cell, frozenset[PlaceKey]] = field(default_factory=Map)
    joint_of: Map[PlaceKey, JointKey] = field(default_factory=Map)
    joints: Map[JointKey, Joint] = field(default_factory=Map)
    chains: Map[int, tuple[JointKey, ...]] = field(default_factory=Map)
    arms: Map[JointKey, tuple[Arm, ...]] = field(default_factory=Map)

    def after(self, changed: Mapping[int, Wall | None]) -> tuple[Network, set[JointKey]]:
        """The network with these walls as they are now (None: gone), and the joints at which
        something is different, those that are gone included."""
        step = _Step(self, changed)
        for id in changed:
            if id in self.axes:
                step.take_away(id)
        for id, axis in step.new.items():
            step.lay(id, axis)
        for one, other in step.boxes.pairs(step.new):
            step.let_meet(one, other)
        step.join()
        step.chain()
        step.turn_around()
        return step.finished(), step.touched

    def edges_at(self, joint: JointKey) -> list[Edge]:
        """The edges that leave a joint: one on each face around it."""
        return [(joint, arm.wall, arm.sign) for arm in self.arms.get(joint, ())]

    def edges_unlike(
        self, other: Network, joints: Iterable[JointKey], walls: Container[int]
    ) -> Iterator[Edge]:
        """Of the edges that leave these joints, those that are along these walls or not the same
        in another network: one at least on each face that differs."""
        for key in filter(self.joints.__contains__, joints):
            arms, others = self.arms[key], other.arms.get(key, ())
            turned = [arm[:2] for arm in arms] != [arm[:2] for arm in others]
            moved = turned or self.joints[key][:2] != other.joints[key][:2]
            for arm in arms:
                if moved or arm.wall in walls or arm not in others:
                    yield key, arm.wall, arm.sign

    def has_edge(self, edge: Edge) -> bool:
        joint, wall, sign = edge
        return any(arm[:2] == (wall, sign) for arm in self.arms.get(joint, ()))

    def ending_at(self, joints: Iterable[JointKey]) -> set[int]:
        """The walls that have an end at one of these joints."""
        return {
            wall
            for joint in joints
            if joint in self.joints
            for wall, which in self.joints[joint].places
            if which in (START, END)
        }

    def near(self, x: float, y: float, within_mm: float) -> list[int]:
        """The walls whose body is within a distance of a point, the nearest first."""
        distances = {}
        for id in self.boxes.near((x, y, x, y), within_mm + self.boxes.thickest_half):
            distance = self.axes[id].distance_mm(x, y) - self.axes[id].half
            if distance <= within_mm:
                distances[id] = distance
        return sorted(distances, key=lambda id: (distances[id], id))


class _Step:
    """What becomes of a network when walls change, worked out in copies."""

    def __init__(self, before: Network, changed: Mapping[int, Wall | None]) -> None:
        self.before = before
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
        for place in self.joints.pop(key).places:
            del self.joint_of[place]
            self.loose.add(place)
            self.walls |= self.places[place].walls
        self.arms.pop(key)
        self.touched.add(key)

    def lay(self, id: int, axis: Axis) -> None:
        self.axes[id] = axis
        for which, (x, y) in zip((START, END), axis.ends, strict=True):
            self._mark((id, which), Place(x, y, frozenset((id,))))

    def let_meet(self, one: int, other: int) -> None:
        """Two walls meet at an end of one or the other; otherwise where they cross."""
        low, high = sorted((one, other))
        axis, other_axis = self.axes[low], self.axes[high]
        if part_from_one_end(axis, other_axis):
            return
        met = [self._end_on(*pair) for pair in ((low, high), (high, low))]
        at = None if any(met) else crossing(axis, other_axis)
        if at is not None:
            self._mark((low, high), Place(*at, frozenset((low, high))))
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

    def _mark(self, key: PlaceKey, place: Place) -> None:
        self.places[key] = place
        cell = _cell(place)
        self.in_cell[cell] = self.in_cell.get(cell, NOWHERE) | {key}
        self.loose.add(key)

    def _put_on(self, key: PlaceKey, wall: int) -> None:
        self._loosen(key)
        place = self.places[key]
        self.places[key] = Place(place.x, place.y, place.walls | {wall})
        self.on_wall[wall] = self.on_wall.get(wall, NOWHERE) | {key}

    # Joints ---------------------------------------------------------------------------------

    def join(self) -> None:
        while self.loose:
            places = self._together(next(iter(self.loose)))
            self.loose -= places
            key = min(places)
            spots = sorted({(self.places[place].x, self.places[place].y) for place in places})
            x = sum(x for x, _y in spots) / len(spots)
            y = sum(y for _x, y in spots) / len(spots)
            self.joints[key] = Joint(x, y, frozenset(places))
            for place in places:
                self.joint_of[place] = key
                self.walls |= self.places[place].walls
            self.made.add(key)

    def _together(self, first: PlaceKey) -> set[PlaceKey]:
        """The places that are one joint with this one; the joints they were in are taken apart."""
        found, to_do = {first}, [first]
        while to_do:
            here = self.places[to_do.pop()]
            for cell in _cells_around(here):
                for key in self.in_cell.get(cell, NOWHERE):
                    there = self.places[key]
                    if key not in found and hypot(here.x - there.x, here.y - there.y) < JOIN_MM:
                        found.add(key)
                        to_do.append(key)
                        self._loosen(key)
        return found

    def chain(self) -> None:
        """Order the joints along each wall."""
        self.turned |= self.made
        for wall in filter(self.axes.__contains__, self.walls):
            axis = self.axes[wall]
            places = ((wall, START), (wall, END), *self.on_wall.get(wall, NOWHERE))
            keys = {self.joint_of[place] for place in places}
            chain = tuple(sorted(keys, key=lambda key: (_along(axis, self.joints[key]), key)))
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
        joint = self.joints[key]
        leaving: dict[JointKey, Arm] = {}
        for wall in sorted({w for place in joint.places for w in self.places[place].walls}):
            chain = self.chains[wall]
            at = chain.index(key)
            for sign, there in ((-1, at - 1), (1, at + 1)):
                if 0 <= there < len(chain):
                    other = leaving.get(chain[there])
                    if other is None or self.axes[wall].half > self.axes[other.wall].half:
                        leaving[chain[there]] = Arm(wall, sign, chain[there])

        def angle(arm: Arm) -> tuple[float, int]:
            there = self.joints[arm.to]
            return atan2(there.y - joint.y, there.x - joint.x), arm.wall

        return tuple(sorted(leaving.values(), key=angle))


def _cell(place: Place) -> Cell:
    return _row(place.x), _row(place.y)


def _cells_around(place: Place) -> Iterable[Cell]:
    """The squares in which places can be that are one joint with this one."""
    return product(
        range(_row(place.x - JOIN_MM), _row(place.x + JOIN_MM) + 1),
        range(_row(place.y - JOIN_MM), _row(place.y + JOIN_MM) + 1),
    )


def _row(coordinate: float) -> int:
    return int((coordinate + CELL_START_MM) // CELL_MM)


def _along(axis: Axis, joint: Joint) -> float:
    return axis.beside(joint.x, joint.y)[0]
