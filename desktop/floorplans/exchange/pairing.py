"""Lines of a drawing become pieces of wall: two parallel lines close together are the faces of one
wall, a line by itself is the axis of one.

Faces are cut at doors and at other walls, and at corners the outer one is longer than the inner:
`joining` makes walls of the pieces. Lengths are millimetres.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import TypeAlias

from desktop.floorplans.drawing.marks import XY

Line: TypeAlias = tuple[float, float, float, float]
Span: TypeAlias = tuple[float, float]

THINNEST_MM, THICKEST_MM = 40, 650
SAME_PLACE_MM = 3.0
SAME_ANGLE = 0.0009  # in radians: 5 cm over a wall of 55 m
SHORTEST_FACE_MM = 15
MOST_PAIRS = 1_000_000


class TooMany(Exception):  # noqa: N818 - the program is not at fault
    """More lines than a drawing of walls has."""


@dataclass(frozen=True)
class Piece:
    """In the frame of its direction: along it from `low` to `high`, at `off` from the origin."""

    off: float
    thickness: float
    low: float
    high: float
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Face:
    """A line of the drawing, in the frame of its direction."""

    off: float
    low: float
    high: float


class Frame:
    """Places told along a direction and to its left."""

    def __init__(self, angle: float) -> None:
        self.ux, self.uy = cos(angle), sin(angle)

    def inside(self, x: float, y: float) -> XY:
        return x * self.ux + y * self.uy, y * self.ux - x * self.uy

    def outside(self, along: float, off: float) -> XY:
        return along * self.ux - off * self.uy, along * self.uy + off * self.ux


# From lines to faces ------------------------------------------------------------------------


def by_direction(lines: Sequence[Line]) -> list[tuple[float, list[Face]]]:
    """The lines of each direction as faces: what lies on one line and touches is one face."""
    angled = sorted(
        (atan2(y2 - y1, x2 - x1) % pi, (x1, y1, x2, y2))
        for x1, y1, x2, y2 in lines
        if hypot(x2 - x1, y2 - y1) > 1.0
    )
    groups: list[list[tuple[float, Line]]] = []
    for angle, line in angled:
        if groups and angle - groups[-1][-1][0] < SAME_ANGLE:
            groups[-1].append((angle, line))
        else:
            groups.append([(angle, line)])
    if len(groups) > 1 and groups[0][0][0] + pi - groups[-1][-1][0] < SAME_ANGLE:
        groups[0] += [(angle - pi, line) for angle, line in groups.pop()]
    return [(angle, _faces(angle, [line for _a, line in group])) for angle, group in _named(groups)]


def _named(
    groups: Iterable[list[tuple[float, Line]]],
) -> Iterator[tuple[float, list[tuple[float, Line]]]]:
    """Each group with the direction of its longest line."""
    for group in groups:
        longest = max(group, key=lambda one: hypot(one[1][2] - one[1][0], one[1][3] - one[1][1]))
        yield longest[0], group


def _faces(angle: float, lines: Iterable[Line]) -> list[Face]:
    frame = Frame(angle)
    flat = []
    for x1, y1, x2, y2 in lines:
        (low, off), (high, other) = frame.inside(x1, y1), frame.inside(x2, y2)
        flat.append(((off + other) / 2, min(low, high), max(low, high)))
    flat.sort()
    faces: list[Face] = []
    for row in _rows(flat):
        off = row[0][0]
        low, high = row[0][1], row[0][2]
        for _off, next_low, next_high in sorted(row, key=lambda one: one[1]):
            if next_low > high + SAME_PLACE_MM:
                faces.append(Face(off, low, high))
                low, high = next_low, next_high
            else:
                low, high = min(low, next_low), max(high, next_high)
        faces.append(Face(off, low, high))
    return faces


def _rows(flat: Sequence[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """Lines that lie in one line, as they are sorted by their place."""
    row: list[tuple[float, float, float]] = []
    for one in flat:
        if row and one[0] - row[0][0] > SAME_PLACE_MM:
            yield sorted(row, key=lambda line: line[1])
            row = []
        row.append(one)
    if row:
        yield sorted(row, key=lambda line: line[1])


# From faces to pieces of wall ---------------------------------------------------------------


def paired(faces: Sequence[Face]) -> tuple[list[Piece], list[Face]]:
    """The walls between faces, the thinnest first; and what is left of faces without a partner.

    What is shorter than it is thick may be a wall, or the two sides of a doorway: it counts only in
    line with a longer wall of that thickness."""
    ordered = sorted(faces, key=lambda face: face.off)
    free: list[list[Span]] = [[(face.low, face.high)] for face in ordered]
    pieces: list[Piece] = []
    pairs = sorted(_close_pairs(ordered))
    for short in (False, True):
        known = tuple(pieces)
        for apart, at, next_at in pairs:
            off = (ordered[at].off + ordered[next_at].off) / 2
            for low, high in _common(free[at], free[next_at]):
                piece = Piece(off, apart, low, high)
                counts = in_line(piece, known) if short else high - low >= apart
                if counts and high - low > SHORTEST_FACE_MM:
                    pieces.append(piece)
                    free[at] = _less(free[at], (low, high))
                    free[next_at] = _less(free[next_at], (low, high))
    singles = [
        Face(face.off, low, high)
        for face, spans in zip(ordered, free, strict=True)
        for low, high in spans
    ]
    return pieces, singles


def stubs(faces: Sequence[Face]) -> list[Piece]:
    """What is shorter than it is thick, between faces that are left: it may be the rest of a wall
    that is all door."""
    ordered = sorted(faces, key=lambda face: face.off)
    made = []
    for apart, at, next_at in _close_pairs(ordered):
        one, other = ordered[at], ordered[next_at]
        low, high = max(one.low, other.low), min(one.high, other.high)
        if SHORTEST_FACE_MM < high - low < apart:
            made.append(Piece((one.off + other.off) / 2, apart, low, high))
    return made


def _close_pairs(ordered: Sequence[Face]) -> Iterator[tuple[float, int, int]]:
    """Faces that could be of one wall: how far apart, and which."""
    count = 0
    for at, face in enumerate(ordered):
        for next_at in range(at + 1, len(ordered)):
            other = ordered[next_at]
            apart = other.off - face.off
            if apart > THICKEST_MM:
                break
            count += 1
            if count > MOST_PAIRS:
                raise TooMany
            if apart >= THINNEST_MM and min(face.high, other.high) > max(face.low, other.low):
                yield apart, at, next_at


def in_line(piece: Piece, others: Iterable[Piece]) -> bool:
    return any(
        abs(piece.off - other.off) <= SAME_PLACE_MM
        and abs(piece.thickness - other.thickness) <= SAME_PLACE_MM
        for other in others
    )


def _common(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    return [
        (max(low, other_low), min(high, other_high))
        for low, high in one
        for other_low, other_high in other
        if min(high, other_high) > max(low, other_low)
    ]


def _less(spans: Sequence[Span], taken: Span) -> list[Span]:
    left = []
    for low, high in spans:
        parts = ((low, min(high, taken[0])), (max(low, taken[1]), high))
        left += [part for part in parts if part[1] - part[0] > 1.0]
    return left
