"""A straight piece of a stroke, on its way to be a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist, floor, hypot, radians, sin
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from desktop.floorplans.plan import beside

Place: TypeAlias = tuple[float, float]

REACH_MM = 250  # ends this near to each other, or to a wall, were meant to meet
SAME_LINE_MM = 150
SHORTEST_RUN_MM = 150
SAME_DIRECTION = sin(radians(3))
SQUARE = sin(radians(60))


@dataclass(frozen=True)
class Piece:
    """A straight piece of wall between two places. `free` tells of each end whether it has not
    yet met another wall."""

    start: Place
    end: Place
    free: tuple[bool, bool] = (True, True)

    @property
    def ends(self) -> tuple[Place, Place]:
        return self.start, self.end

    @property
    def length(self) -> float:
        return dist(self.start, self.end)

    @property
    def direction(self) -> Place:
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        length = hypot(dx, dy)
        return dx / length, dy / length

    @property
    def middle(self) -> Place:
        return (self.start[0] + self.end[0]) / 2, (self.start[1] + self.end[1]) / 2

    def beside(self, place: Place) -> tuple[float, float]:
        """How far along from the start a place lies, and how far to the left."""
        return beside(self.start, self.end, place)

    def at(self, along: float) -> Place:
        ux, uy = self.direction
        return self.start[0] + ux * along, self.start[1] + uy * along

    def meeting(self, other: Piece) -> float | None:
        """How far along its line it meets the line of another; None when they are parallel."""
        (ux, uy), (vx, vy) = self.direction, other.direction
        cross = ux * vy - uy * vx
        if abs(cross) < SAME_DIRECTION:
            return None
        dx, dy = other.start[0] - self.start[0], other.start[1] - self.start[1]
        return (dx * vy - dy * vx) / cross

    def through(self, place: Place) -> Piece:
        """As long and in the same direction, moved sideways until its line goes through a place."""
        (ux, uy), off = self.direction, self.beside(place)[1]
        start, end = ((x - uy * off, y + ux * off) for x, y in self.ends)
        return Piece(start, end, self.free)

    def joined(self, which: int, place: Place) -> Piece:
        """With an end (0: its start, 1: its end) at a place where it meets another."""
        if which == 0:
            return Piece(place, self.end, (False, self.free[1]))
        return Piece(self.start, place, (self.free[0], False))


def are_square(one: Piece, other: Piece) -> bool:
    (ux, uy), (vx, vy) = one.direction, other.direction
    return abs(ux * vy - uy * vx) > SQUARE


def neighbours(
    shapes: NDArray[np.object_], others: NDArray[np.object_], within_mm: float
) -> Iterator[tuple[int, int]]:
    """The numbers of the shapes and of the others that lie near each other."""
    found = shapely.STRtree(others).query(shapes, predicate="dwithin", distance=within_mm)
    yield from zip(found[0].tolist(), found[1].tolist(), strict=True)


def lines_of(pieces: Sequence[Piece]) -> NDArray[np.object_]:
    made: NDArray[np.object_] = shapely.linestrings(_places(pieces))
    return made


def ends_of(pieces: Sequence[Piece]) -> NDArray[np.object_]:
    made: NDArray[np.object_] = shapely.multipoints(_places(pieces))
    return made


def _places(pieces: Sequence[Piece]) -> NDArray[np.float64]:
    return np.array([piece.ends for piece in pieces], dtype=np.float64).reshape(-1, 2, 2)


def whole(length_mm: float) -> int:
    """The nearest whole number; a half goes up, also when it came out a hair too low."""
    return floor(length_mm + 0.5 + 1e-6)
