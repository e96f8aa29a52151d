"""Pieces of wall become walls: in one line over doors and crossing walls, with their ends on the
walls that they reach. Lengths are millimetres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import shapely

from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.exchange.pairing import (
    SAME_PLACE_MM,
    THICKEST_MM,
    Frame,
    Line,
    Piece,
    Span,
    by_direction,
    in_line,
    paired,
    stubs,
)
from desktop.floorplans.plan import LONGEST_WALL_MM

SINGLE_LINE_MM = 100  # how thick a wall is that is drawn as one line
WIDEST_OPENING_MM = 6_000
# A gap without a door or window in the drawing is a passage up to this width.
WIDEST_PASSAGE_MM = 1_300
NARROWEST_OPENING_MM = 400
LEAST_SLANT = 0.09  # sine of the angle under which walls still meet


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


class _Walls:
    """Pieces of wall in their frames, to be found by place."""

    def __init__(self, walls: Sequence[tuple[Frame, Piece]]) -> None:
        self._walls = walls
        ends = [
            (frame.outside(piece.low, piece.off), frame.outside(piece.high, piece.off))
            for frame, piece in walls
        ]
        self._tree = shapely.STRtree(shapely.linestrings(ends) if ends else [])

    def across(self, frame: Frame, x: float, y: float) -> Iterator[tuple[Frame, Piece]]:
        """The walls in other directions near a point."""
        reach = 2 * THICKEST_MM
        near = self._tree.query(shapely.box(x - reach, y - reach, x + reach, y + reach))
        for at in sorted(near.tolist()):
            if self._walls[at][0] is not frame:
                yield self._walls[at]


def walls_from(lines: Sequence[Line], openings: Sequence[XY]) -> list[Run]:
    """The walls that these lines show. `openings` are points of doors and windows: where one
    lies in a gap, the wall goes on."""
    groups = by_direction(lines)
    frames = [Frame(angle) for angle, _faces in groups]
    found = [paired(faces) for _angle, faces in groups]
    some_paired = any(pieces for pieces, _singles in found)
    walls: list[tuple[Frame, Piece]] = []
    told = _Told(openings)
    for frame, (pieces, singles) in zip(frames, found, strict=True):
        shortest = THICKEST_MM if some_paired else 0.0
        alone = [
            Piece(face.off, SINGLE_LINE_MM, face.low, face.high)
            for face in singles
            if face.high - face.low > shortest
        ]
        walls += ((frame, piece) for piece in (*pieces, *alone))
        if openings:
            walls += ((frame, piece) for piece in _beside_doors(frame, stubs(singles), told))
    joined = _joined(_without_ends(walls), told)
    return [
        _run(frame, part) for frame, piece in _reaching(joined) for part in _not_too_long(piece)
    ]


def _without_ends(walls: Sequence[tuple[Frame, Piece]]) -> list[tuple[Frame, Piece]]:
    """The pieces without those that are only the end of a wall that runs the other way: the rest
    of a wall beside a door has four sides, and reads both ways."""
    at: dict[tuple[int, int], list[tuple[Frame, Piece]]] = defaultdict(list)
    for frame, piece in walls:
        if piece.high - piece.low <= THICKEST_MM:
            x, y = frame.outside((piece.low + piece.high) / 2, piece.off)
            at[round(x), round(y)].append((frame, piece))
    both_ways = [here for here in at.values() if len(here) > 1]
    if not both_ways:
        return list(walls)
    in_doubt = {one for here in both_ways for one in here}
    sure: dict[Frame, list[Piece]] = defaultdict(list)
    for frame, piece in walls:
        if (frame, piece) not in in_doubt:
            sure[frame].append(piece)
    ends: set[tuple[Frame, Piece]] = set()
    for here in both_ways:
        runs_on = [in_line(piece, sure[frame]) for frame, piece in here]
        if any(runs_on):
            ends |= {one for one, does in zip(here, runs_on, strict=True) if not does}
    return [one for one in walls if one not in ends]


def _beside_doors(frame: Frame, rests: Sequence[Piece], told: _Told) -> Iterator[Piece]:
    """Of what is left of walls, that which stands on both sides of a door or window that is drawn:
    a short wall that is nearly all door."""
    for _frame, line in _lines_of_pieces([(frame, rest) for rest in rests]):
        kept: dict[Piece, None] = {}
        for one, other in pairwise(line):
            if told.is_opening(frame, one, (one.high, other.low)):
                kept |= {one: None, other: None}
        yield from kept


def _joined(walls: Sequence[tuple[Frame, Piece]], told: _Told) -> list[tuple[Frame, Piece]]:
    """Pieces in one line and of one thickness become one wall, over doors and crossing walls."""
    joined = []
    crossing = _Walls(walls)
    for frame, pieces in _lines_of_pieces(walls):
        last = pieces[0]
        for piece in pieces[1:]:
            gap = (last.high, piece.low)
            if _is_crossed(frame, last.off, gap, crossing):
                last = replace(last, high=piece.high)
            elif told.is_opening(frame, last, gap):
                last = replace(last, high=piece.high, gaps=(*last.gaps, gap))
            else:
                joined.append((frame, last))
                last = piece
        joined.append((frame, last))
    return joined


def _lines_of_pieces(
    walls: Sequence[tuple[Frame, Piece]],
) -> Iterator[tuple[Frame, list[Piece]]]:
    """The pieces that lie in one line and are of one thickness, in their order along it."""
    by_frame: dict[Frame, list[Piece]] = defaultdict(list)
    for frame, piece in walls:
        by_frame[frame].append(piece)
    for frame, pieces in by_frame.items():
        for beside in _close(pieces, lambda piece: piece.off):
            for line in _close(beside, lambda piece: piece.thickness):
                yield frame, sorted(line, key=lambda piece: piece.low)


def _close(pieces: Iterable[Piece], measure: Callable[[Piece], float]) -> Iterator[list[Piece]]:
    """The pieces in groups whose measures are the same but for `SAME_PLACE_MM`."""
    group: list[Piece] = []
    for piece in sorted(pieces, key=measure):
        if group and measure(piece) - measure(group[0]) > SAME_PLACE_MM:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _is_crossed(frame: Frame, off: float, gap: Span, crossing: _Walls) -> bool:
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


class _Told:
    """The doors and windows that a drawing shows, to be found in the gaps of a wall."""

    def __init__(self, places: Sequence[XY]) -> None:
        self._any = bool(places)
        self._tree = shapely.STRtree(shapely.points(places) if places else [])

    def is_opening(self, frame: Frame, piece: Piece, gap: Span) -> bool:
        """Whether the gap after a piece of wall is a door, a window or a passage."""
        width = gap[1] - gap[0]
        if not NARROWEST_OPENING_MM <= width <= WIDEST_OPENING_MM:
            return False
        if not self._any:
            return width <= WIDEST_PASSAGE_MM
        aside = piece.thickness / 2
        corners = [
            frame.outside(along, piece.off + off)
            for along, off in ((gap[0], -aside), (gap[1], -aside), (gap[1], aside), (gap[0], aside))
        ]
        within = shapely.Polygon(corners)
        found = self._tree.query(within, predicate="dwithin", distance=SAME_PLACE_MM)
        return bool(found.size)


def _reaching(walls: Sequence[tuple[Frame, Piece]]) -> list[tuple[Frame, Piece]]:
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


def _end(frame: Frame, piece: Piece, here: float, crossing: _Walls) -> float:
    """Where the wall ends, along itself, that was found to end `here`: on the axis of the wall
    that it touches. A thin wall against the outside may have its axis nearer than the wall of the
    corner."""
    x, y = frame.outside(here, piece.off)
    best, nearest = here, (float("inf"), float("inf"))
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
        apart = max(0.0, abs(aside - wall.off) - wall.thickness / 2)
        if (round(apart), abs(further)) < nearest:
            best, nearest = here + further, (round(apart), abs(further))
    return best


def _not_too_long(piece: Piece) -> Iterator[Piece]:
    """A wall that is longer than a wall can be, in parts that are cut beside its gaps."""
    while piece.high - piece.low > LONGEST_WALL_MM:
        cut = piece.low + LONGEST_WALL_MM - THICKEST_MM
        cut = min([cut, *(low - THICKEST_MM for low, high in piece.gaps if low < cut < high)])
        yield replace(piece, high=cut, gaps=tuple(gap for gap in piece.gaps if gap[1] <= cut))
        piece = replace(piece, low=cut, gaps=tuple(gap for gap in piece.gaps if gap[0] >= cut))
    yield piece


def _run(frame: Frame, piece: Piece) -> Run:
    gaps = tuple(Gap(low - piece.low, high - low) for low, high in piece.gaps)
    return Run(
        frame.outside(piece.low, piece.off),
        frame.outside(piece.high, piece.off),
        piece.thickness,
        gaps,
    )
