"""How the walls of a storey hang together: joints, and the walls that leave each of them.

Ends and crossings nearer than `JOIN_MM` to each other are one joint; an end within `JOIN_MM` of
another wall meets it there. A network never changes: `weaving` makes the next one, which shares
all that stayed the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from immutables import Map

from desktop.floorplans.geometry.boxes import NO_BOXES, Boxes
from desktop.floorplans.geometry.lines import Axis

# A place where walls meet: (wall, START) or (wall, END) is an end, (wall, other wall) a crossing.
PlaceKey = tuple[int, int]
START, END = 0, -1
# A joint is called by the lowest of its places.
JointKey = PlaceKey
# Places are found by the square of the paper they lie in.
Cell = tuple[int, int]


class Place(NamedTuple):
    """Where an end is, or where two walls cross, and the walls that are there."""

    x: float
    y: float
    walls: frozenset[int]


# One side of a wall between two joints: the joint it leaves, the wall, and the sign of the arm. Who
# walks from that joint has the side at the left hand.
Edge = tuple[JointKey, int, int]


class Joint(NamedTuple):
    """Where walls meet: the middle of the places that are one, and the walls that are there."""

    x: float
    y: float
    places: frozenset[PlaceKey]
    walls: frozenset[int]


class Arm(NamedTuple):
    """A wall that leaves a joint: with `sign` 1 towards its end, -1 towards its start; `to` is the
    next joint along it."""

    wall: int
    sign: int
    to: JointKey


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
            there = other.joints.get(key)
            moved = turned or there is None or there[:2] != self.joints[key][:2]
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
