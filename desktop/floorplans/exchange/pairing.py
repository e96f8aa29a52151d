"""Lines of a drawing become walls: two parallel lines close together are the faces of one wall, a
line by itself is the axis of one.

Faces are cut at doors and at other walls, and at corners the outer one is longer than the inner:
so pieces of wall that lie in one line are joined again where a wall crosses or a door stands, and
ends go on to the wall that they reach. Lengths are millimetres.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, pi, sin
from typing import TypeAlias

import shapely

from desktop.floorplans.drawing.marks import XY

Line: TypeAlias = tuple[float, float, float, float]
Span: TypeAlias = tuple[float, float]

THINNEST_MM, THICKEST_MM = 40, 650
SINGLE_LINE_MM = 100  # how thick a wall is that is drawn as one line
SAME_PLACE_MM = 3.0
SAME_ANGLE = 0.0009  # in radians: 5 cm over a wall of 55 m
WIDEST_OPENING_MM = 6_000
# A gap without a door or window in the drawing is a passage up to this width.
WIDEST_PASSAGE_MM = 1_300
NARROWEST_OPENING_MM = 400
LEAST_SLANT = 0.09  # sine of the angle under which walls still meet
SHORTEST_FACE_MM = 15
MOST_PAIRS = 1_000_000


class TooMany(Exception):  # noqa: N818 - the program is not at fault
    """More lines than a drawing of walls has."""


@dataclass(frozen=True)
class Gap:
    """A hole in a wall between two pieces of it, along its axis from its start."""

    at_mm: float
    width_mm: float


@dataclass(frozen=True)
class Run:
    """A wall as found: the ends of its axis, its thickness, and the gaps in it."""

    start: XY
    end: XY
    thickness_mm: float
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """In the frame of its direction: along it from `low` to `high`, at `off` from the origin."""

    off: float
    thickness: float
    low: float
    high: float
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True)
class _Face:
    off: float
    low: float
    high: float


class _Frame:
    """Places told along a direction and to its left."""

    def __init__(self, angle: float) -> None:
        self.ux, self.uy = cos(angle), sin(angle)

    def inside(self, x: float, y: float) -> XY:
        return x * self.ux + y * self.uy, y * self.ux - x * self.uy

    def outside(self, along: float, off: float) -> XY:
        return along * self.ux - off * self.uy, along * self.uy + off * self.ux


class _Walls:
    """Pieces of wall in their frames, to be found by place."""

    def __init__(self, walls: Sequence[tuple[_Frame, _Piece]]) -> None:
        self._walls = walls
        ends = [
            (frame.outside(piece.low, piece.off), frame.outside(piece.high, piece.off))
            for frame, piece in walls
        ]
        self._tree = shapely.STRtree(shapely.linestrings(ends) if ends else [])

    def across(self, frame: _Frame, x: float, y: float) -> Iterator[tuple[_Frame, _Piece]]:
        """The walls in other directions near a point."""
        reach = 2 * THICKEST_MM
        near = self._tree.query(shapely.box(x - reach, y - reach, x + reach, y + reach))
        for at in sorted(near.tolist()):
            if self._walls[at][0] is not frame:
                yield self._walls[at]


def walls_from(lines: Sequence[Line], openings: Sequence[XY]) -> list[Run]:
    """The walls that these lines show. `openings` are points of doors and windows: where one
    lies in a gap, the wall goes on."""
    groups = _by_direction(lines)
    frames = [_Frame(angle) for angle, _faces in groups]
    found = [_paired(faces) for _angle, faces in groups]
    some_paired = any(pieces for pieces, _singles in found)
    walls: list[tuple[_Frame, _Piece]] = []
    for frame, (pieces, singles) in zip(frames, found, strict=True):
        shortest = THICKEST_MM if some_paired else 0.0
        alone = [
            _Piece(face.off, SINGLE_LINE_MM, face.low, face.high)
            for face in singles
            if face.high - face.low > shortest
        ]
        walls += ((frame, piece) for piece in (*pieces, *alone))
    joined = _joined(walls, openings)
    return [_run(frame, piece) for frame, piece in _reaching(joined)]


# From lines to faces ------------------------------------------------------------------------


def _by_direction(lines: Sequence[Line]) -> list[tuple[float, list[_Face]]]:
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


def _faces(angle: float, lines: Iterable[Line]) -> list[_Face]:
    frame = _Frame(angle)
    flat = []
    for x1, y1, x2, y2 in lines:
        (low, off), (high, other) = frame.inside(x1, y1), frame.inside(x2, y2)
        flat.append(((off + other) / 2, min(low, high), max(low, high)))
    flat.sort()
    faces: list[_Face] = []
    for row in _rows(flat):
        off = row[0][0]
        low, high = row[0][1], row[0][2]
        for _off, next_low, next_high in sorted(row, key=lambda one: one[1]):
            if next_low > high + SAME_PLACE_MM:
                faces.append(_Face(off, low, high))
                low, high = next_low, next_high
            else:
                low, high = min(low, next_low), max(high, next_high)
        faces.append(_Face(off, low, high))
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


def _paired(faces: Sequence[_Face]) -> tuple[list[_Piece], list[_Face]]:
    """The walls between faces, the thinnest first; and what is left of faces without a partner.

    What is shorter than it is thick may be a wall, or the two sides of a doorway: it counts only in
    line with a longer wall of that thickness."""
    ordered = sorted(faces, key=lambda face: face.off)
    free: list[list[Span]] = [[(face.low, face.high)] for face in ordered]
    pieces: list[_Piece] = []
    pairs = sorted(_close_pairs(ordered))
    for short in (False, True):
        known = tuple(pieces)
        for apart, at, next_at in pairs:
            off = (ordered[at].off + ordered[next_at].off) / 2
            for low, high in _common(free[at], free[next_at]):
                piece = _Piece(off, apart, low, high)
                counts = _in_line(piece, known) if short else high - low >= apart
                if counts and high - low > SHORTEST_FACE_MM:
                    pieces.append(piece)
                    free[at] = _less(free[at], (low, high))
                    free[next_at] = _less(free[next_at], (low, high))
    singles = [
        _Face(face.off, low, high)
        for face, spans in zip(ordered, free, strict=True)
        for low, high in spans
    ]
    return pieces, singles


def _close_pairs(ordered: Sequence[_Face]) -> Iterator[tuple[float, int, int]]:
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


def _in_line(piece: _Piece, others: Iterable[_Piece]) -> bool:
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


# From pieces to walls -----------------------------------------------------------------------


def _joined(
    walls: Sequence[tuple[_Frame, _Piece]], openings: Sequence[XY]
) -> list[tuple[_Frame, _Piece]]:
    """Pieces in one line and of one thickness become one wall, over doors and crossing walls."""
    joined = []
    crossing = _Walls(walls)
    for frame, pieces in _lines_of_pieces(walls):
        in_gaps = [frame.inside(x, y) for x, y in openings]
        last = pieces[0]
        for piece in pieces[1:]:
            gap = (last.high, piece.low)
            if _is_crossed(frame, last.off, gap, crossing):
                last = replace(last, high=piece.high)
            elif _is_opening(last, gap, in_gaps, bool(openings)):
                last = replace(last, high=piece.high, gaps=(*last.gaps, gap))
            else:
                joined.append((frame, last))
                last = piece
        joined.append((frame, last))
    return joined


def _lines_of_pieces(
    walls: Sequence[tuple[_Frame, _Piece]],
) -> Iterator[tuple[_Frame, list[_Piece]]]:
    """The pieces that lie in one line and are of one thickness, in their order along it."""
    by_frame: dict[_Frame, list[_Piece]] = defaultdict(list)
    for frame, piece in walls:
        by_frame[frame].append(piece)
    for frame, pieces in by_frame.items():
        for beside in _close(pieces, lambda piece: piece.off):
            for line in _close(beside, lambda piece: piece.thickness):
                yield frame, sorted(line, key=lambda piece: piece.low)


def _close(pieces: Iterable[_Piece], measure: Callable[[_Piece], float]) -> Iterator[list[_Piece]]:
    """The pieces in groups whose measures are the same but for `SAME_PLACE_MM`."""
    group: list[_Piece] = []
    for piece in sorted(pieces, key=measure):
        if group and measure(piece) - measure(group[0]) > SAME_PLACE_MM:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _is_crossed(frame: _Frame, off: float, gap: Span, crossing: _Walls) -> bool:
    """Whether the gap is no wider than the wall that runs through or against it."""
    width = gap[1] - gap[0]
    if width < SAME_PLACE_MM:
        return True
    if width > THICKEST_MM:
        return False
    x, y = frame.outside((gap[0] + gap[1]) / 2, off)
    for other, piece in crossing.across(frame, x, y):
        along, aside = other.inside(x, y)
        reach = THICKEST_MM
        square = abs(frame.ux * other.uy - frame.uy * other.ux)
        within = abs(aside - piece.off) < piece.thickness / 2
        fills = width * square < piece.thickness + 10
        if within and fills and piece.low - reach <= along <= piece.high + reach:
            return True
    return False


def _is_opening(piece: _Piece, gap: Span, places: Sequence[XY], told: bool) -> bool:
    width = gap[1] - gap[0]
    if not NARROWEST_OPENING_MM <= width <= WIDEST_OPENING_MM:
        return False
    if not told:
        return width <= WIDEST_PASSAGE_MM
    aside, edge = piece.thickness / 2 + SAME_PLACE_MM, SAME_PLACE_MM
    return any(
        gap[0] - edge <= along <= gap[1] + edge and abs(off - piece.off) <= aside
        for along, off in places
    )


def _reaching(walls: Sequence[tuple[_Frame, _Piece]]) -> list[tuple[_Frame, _Piece]]:
    """Each wall with its ends on the axis of the wall that they reach or just do not."""
    crossing = _Walls(walls)
    return [
        (
            frame,
            replace(
                piece,
                low=_end(frame, piece, piece.low, crossing),
                high=_end(frame, piece, piece.high, crossing),
            ),
        )
        for frame, piece in walls
    ]


def _end(frame: _Frame, piece: _Piece, here: float, crossing: _Walls) -> float:
    """Where the wall ends, along itself, that was found to end `here`."""
    x, y = frame.outside(here, piece.off)
    best, nearest = here, float("inf")
    for other, wall in crossing.across(frame, x, y):
        square = frame.ux * other.uy - frame.uy * other.ux
        if abs(square) < LEAST_SLANT:
            continue
        along, aside = other.inside(x, y)
        reach = wall.thickness / 2 + piece.thickness / 2 / abs(square) + 10
        if abs(aside - wall.off) > (wall.thickness / 2 + piece.thickness / 2) / abs(square) + 10:
            continue
        if not wall.low - reach <= along <= wall.high + reach:
            continue
        further = (wall.off - aside) / -square
        if abs(further) < nearest:
            best, nearest = here + further, abs(further)
    return best


def _run(frame: _Frame, piece: _Piece) -> Run:
    gaps = tuple(Gap(low - piece.low, high - low) for low, high in piece.gaps)
    return Run(
        frame.outside(piece.low, piece.off),
        frame.outside(piece.high, piece.off),
        piece.thickness,
        gaps,
    )
