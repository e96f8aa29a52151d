"""Pieces that lie in one line become one, and ends that nearly meet are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist, hypot
from typing import TypeAlias

from desktop.floorplans.plan import SHORTEST_WALL_MM, Wall
from desktop.floorplans.strokes.pieces import (
    REACH_MM,
    SAME_LINE_MM,
    SHORTEST_RUN_MM,
    Piece,
    Place,
    are_square,
    ends_of,
    lines_of,
    neighbours,
    whole,
)

# How far an end goes, of which piece, which end, where to; and a corner of two such ends.
Step: TypeAlias = tuple[float, int, int, Place]
Corner: TypeAlias = tuple[float, int, int, int, int, Place]
# How far past the end of a wall, which piece and end, which wall, and the end of that.
PastEnd: TypeAlias = tuple[float, int, int, int, Place]


def in_one_line(pieces: list[Piece]) -> list[Piece]:
    """What lies in one line and overlaps, or nearly so, becomes one piece."""
    while True:
        groups = list(range(len(pieces)))
        for one, other in neighbours(ends_of(pieces), lines_of(pieces), REACH_MM + SAME_LINE_MM):
            if one != other and _runs_on(pieces[one], pieces[other], SAME_LINE_MM):
                groups = [groups[one] if g == groups[other] else g for g in groups]
        merged = [
            _as_one([p for p, g in zip(pieces, groups, strict=True) if g == group])
            for group in dict.fromkeys(groups)
        ]
        if len(merged) == len(pieces):
            return merged
        pieces = merged


def _runs_on(one: Piece, other: Piece, aside_mm: float) -> bool:
    """Whether two pieces lie in one line without a gap to walk through."""
    longer, shorter = (one, other) if one.length >= other.length else (other, one)
    if longer.meeting(shorter) is not None:
        return False
    near, far = sorted(longer.beside(end)[0] for end in shorter.ends)
    return (
        abs(longer.beside(shorter.middle)[1]) <= aside_mm
        and near <= longer.length + REACH_MM
        and far >= -REACH_MM
    )


def _as_one(pieces: list[Piece]) -> Piece:
    """One piece along all of these; the longer weigh more. Along the paper it lies on a whole
    millimetre, so that its ends do too."""
    ux = uy = x = y = weight = 0.0
    first = pieces[0].direction
    for piece in pieces:
        (vx, vy), (mx, my), length = piece.direction, piece.middle, piece.length
        same_way = 1 if vx * first[0] + vy * first[1] > 0 else -1
        ux, uy = ux + same_way * vx * length, uy + same_way * vy * length
        x, y, weight = x + mx * length, y + my * length, weight + length
    size = hypot(ux, uy)
    ux, uy, x, y = ux / size, uy / size, x / weight, y / weight
    if ux == 0:
        x = whole(x)
    elif uy == 0:
        y = whole(y)
    along = [
        ((px - x) * ux + (py - y) * uy, free)
        for piece in pieces
        for (px, py), free in zip(piece.ends, piece.free, strict=True)
    ]
    (near, near_free), (far, far_free) = min(along), max(along)
    start, end = ((x + ux * place, y + uy * place) for place in (near, far))
    return Piece(start, end, (near_free, far_free))


def beside_walls(pieces: list[Piece], walls: Sequence[Wall]) -> list[Piece]:
    """What was drawn along a wall that is there goes; what goes on from it lies in its line."""
    axes = [Piece(wall.start, wall.end) for wall in walls]
    halves = [wall.thickness_mm / 2 for wall in walls]
    within = REACH_MM + max(halves, default=0)
    beside: dict[int, list[int]] = {}
    for number, wall in neighbours(lines_of(pieces), lines_of(axes), within):
        if _runs_on(pieces[number], axes[wall], SAME_LINE_MM + halves[wall]):
            beside.setdefault(number, []).append(wall)
    kept = []
    for number, piece in enumerate(pieces):
        left = [piece]
        for wall in sorted(beside.get(number, ())):
            left = [rest for part in left for rest in _past(part, axes[wall])]
        kept += left
    return kept


def _past(piece: Piece, axis: Piece) -> Iterator[Piece]:
    """What of a piece along a wall lies before and after that wall. Where it goes on from the end
    of the wall, it has met it there."""
    ends = sorted(
        (axis.beside(end)[0], free) for end, free in zip(piece.ends, piece.free, strict=True)
    )
    (near, near_free), (far, far_free) = ends
    if near < -REACH_MM:
        meets = far >= -REACH_MM
        end, is_free = (0.0, False) if meets else (far, far_free)
        yield Piece(axis.at(near), axis.at(end), (near_free, is_free))
    if far > axis.length + REACH_MM:
        meets = near <= axis.length + REACH_MM
        start, is_free = (axis.length, False) if meets else (near, near_free)
        yield Piece(axis.at(start), axis.at(far), (is_free, far_free))


def at_wall_ends(pieces: list[Piece], walls: Sequence[Wall]) -> tuple[list[Piece], list[Piece]]:
    """A piece that just misses the end of a wall that is there moves aside to meet it. Where its
    other end keeps it in its line already, a short piece goes on from the wall to it instead:
    those pieces come second."""
    axes = [Piece(wall.start, wall.end) for wall in walls]
    passed: list[PastEnd] = []
    for number, wall in neighbours(ends_of(pieces), ends_of(axes), 2 * REACH_MM):
        passed += _past_the_end(number, pieces[number], wall, axes[wall])
    moved = list(pieces)
    added: list[Piece] = []
    for _off, number, which, wall, place in sorted(passed):
        piece = moved[number]
        if all(piece.free):
            moved[number] = piece.through(place).joined(which, place)
        elif piece.free[which] and (along := piece.meeting(axes[wall])) is not None:
            crossing = piece.at(along)
            if dist(crossing, place) >= SHORTEST_WALL_MM:
                moved[number] = piece.joined(which, crossing)
                added.append(Piece(place, crossing, (False, False)))
            else:
                moved[number] = piece.joined(which, place)
    return moved, added


def _past_the_end(number: int, piece: Piece, wall: int, axis: Piece) -> Iterator[PastEnd]:
    along = piece.meeting(axis)
    if along is None:
        return
    crossing = piece.at(along)
    which, far = _nearest_end(piece, crossing)
    on_axis = axis.beside(crossing)[0]
    off = max(-on_axis, on_axis - axis.length)
    if far <= REACH_MM and 1 < off <= REACH_MM:
        yield off, number, which, wall, axis.start if on_axis < 0 else axis.end


def meeting(pieces: list[Piece]) -> list[Piece]:
    """Two ends that nearly meet are joined where their lines cross, the nearest first; where two
    lines hardly differ in direction, halfway."""
    corners: list[Corner] = []
    for one, other in neighbours(ends_of(pieces), ends_of(pieces), 2 * REACH_MM):
        if one != other:
            corners += _corners_of(one, pieces[one], other, pieces[other])
    joined = list(pieces)
    for _cost, one, which, other, other_which, place in sorted(corners):
        if joined[one].free[which] and joined[other].free[other_which]:
            joined[one] = joined[one].joined(which, place)
            joined[other] = joined[other].joined(other_which, place)
    return joined


def _corners_of(one: int, first: Piece, other: int, second: Piece) -> Iterator[Corner]:
    """The corner that two pieces can make, with how far an end must go for it."""
    along = first.meeting(second)
    if along is None:
        return
    crossing = first.at(along)
    which, far = _nearest_end(first, crossing)
    other_which, other_far = _nearest_end(second, crossing)
    if max(far, other_far) <= REACH_MM:
        yield max(far, other_far), one, which, other, other_which, crossing
        return
    for which, end in enumerate(first.ends):
        for other_which, other_end in enumerate(second.ends):
            gap = dist(end, other_end)
            if gap <= REACH_MM and not are_square(first, second):
                halfway = (end[0] + other_end[0]) / 2, (end[1] + other_end[1]) / 2
                yield gap, one, which, other, other_which, halfway


def _nearest_end(piece: Piece, place: Place) -> tuple[int, float]:
    away = [dist(end, place) for end in piece.ends]
    which = 0 if away[0] <= away[1] else 1
    return which, away[which]


def reaching(pieces: list[Piece], walls: Sequence[Wall]) -> list[Piece]:
    """Ends that are still free go on to the wall they nearly reach, or back to the one they just
    crossed. Of a wall that is there the reach counts from its face."""
    axes = [Piece(wall.start, wall.end) for wall in walls]
    halves = [0.0] * len(pieces) + [wall.thickness_mm / 2 for wall in walls]
    targets = pieces + axes
    within = max(halves, default=0) + REACH_MM
    steps: list[Step] = []
    for number, target in neighbours(ends_of(pieces), lines_of(targets), within):
        if number != target:
            reach = REACH_MM + halves[target]
            steps += _steps_to(number, pieces[number], targets[target], reach)
    reached = list(pieces)
    for _cost, number, which, place in sorted(steps):
        piece = reached[number]
        if piece.free[which] and dist(piece.ends[1 - which], place) >= SHORTEST_RUN_MM:
            reached[number] = piece.joined(which, place)
    return reached


def _steps_to(number: int, piece: Piece, target: Piece, reach: float) -> Iterator[Step]:
    """How far the nearest free end must go to end on another wall, if it is within reach."""
    along = piece.meeting(target)
    if along is None:
        return
    crossing = piece.at(along)
    which, far = _nearest_end(piece, crossing)
    on_target = target.beside(crossing)[0]
    if piece.free[which] and far <= reach and -1 <= on_target <= target.length + 1:
        yield far, number, which, crossing
