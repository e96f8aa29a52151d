"""From a stroke to its straight runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import atan2, ceil, cos, hypot, radians, sin

import numpy as np
from numpy.typing import NDArray

from desktop.floorplans.strokes.pieces import (
    REACH_MM,
    SHORTEST_RUN_MM,
    Piece,
    Place,
    are_square,
)

ROUGH_MM, FINE_MM = 300, 120  # how far a hand may be off its line, before and after smoothing
SMOOTHED_MM = 240  # over so much of the way the stroke is averaged
STEP_MM, MOST_STEPS = 30, 2_000
PULL_DEGREES = 12
ROUNDED_CORNER_MM = 600  # a slanted run this short between two square ones is a rounded corner


def runs_of(stroke: Sequence[Place], directions: Sequence[Place]) -> list[Piece]:
    """The straight parts of a stroke, one after another."""
    smooth = _smoothed(np.array(stroke, dtype=np.float64))
    runs = []
    for first, last in pairwise(_corners(smooth, FINE_MM)):
        if hypot(*(smooth[last] - smooth[first])) >= SHORTEST_RUN_MM:
            runs.append(_fitted(smooth[first : last + 1], directions))
    return _with_sharp_corners(_without_hooks(runs, directions), directions)


def _without_hooks(runs: list[Piece], directions: Sequence[Place]) -> list[Piece]:
    """A pen that comes down or lifts often slips aside a little."""
    kept = list(runs)
    for at in (0, -1):
        if len(kept) > 1 and kept[at].length <= REACH_MM and not _is_main(kept[at], directions):
            del kept[at]
    return kept


def _smoothed(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The stroke as places at even steps, each the average of the stroke around it. The ends stay
    where they are. A trembling line is longer than the way it goes, and a step on it as well."""
    way = points[_corners(points, ROUGH_MM)]
    way_mm = float(np.hypot(*np.diff(way, axis=0).T).sum())
    if way_mm < SHORTEST_RUN_MM:
        return way
    steps = np.diff(points, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    sums = np.cumsum(lengths[:, None] * (points[:-1] + points[1:]) / 2, axis=0)
    sums = np.concatenate([np.zeros((1, 2)), sums])
    headings = steps / lengths[:, None]

    def summed(at: NDArray[np.float64]) -> NDArray[np.float64]:
        """The integral of the places from the start."""
        part = np.clip(np.searchsorted(along, at, side="right") - 1, 0, len(steps) - 1)
        rest = (at - along[part])[:, None]
        total: NDArray[np.float64] = sums[part] + rest * points[part] + rest**2 / 2 * headings[part]
        return total

    length = float(along[-1])
    at = np.linspace(0.0, length, min(ceil(way_mm / STEP_MM), MOST_STEPS) + 1)[1:-1]
    half = np.minimum(SMOOTHED_MM / 2 * length / way_mm, np.minimum(at, length - at))
    averages = (summed(at + half) - summed(at - half)) / (2 * half[:, None])
    return np.concatenate([points[:1], averages, points[-1:]])


def _corners(points: NDArray[np.float64], off_mm: float) -> list[int]:
    """Ramer-Douglas-Peucker: the numbers of the points from which the others nowhere lie farther
    off. Distances are to the piece between two points and not to its line, so that a hand that
    turns back leaves a corner."""
    kept = {0, len(points) - 1}
    pending = [(0, len(points) - 1)]
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        base = points[last] - points[first]
        off = points[first + 1 : last] - points[first]
        square = float(base @ base)
        if square:
            part = np.clip(off @ base / square, 0.0, 1.0)
            off = off - part[:, None] * base
        away = (off * off).sum(axis=1)
        at = int(away.argmax())
        if away[at] > off_mm**2:
            middle = first + 1 + at
            kept.add(middle)
            pending += [(first, middle), (middle, last)]
    return sorted(kept)


def _fitted(points: NDArray[np.float64], directions: Sequence[Place]) -> Piece:
    """The straight line that lies best along places at even steps, in a main direction if it is
    nearly so. Near its ends, where a hand turns, a longer line is not looked at."""
    turn = min(SMOOTHED_MM // STEP_MM, len(points) // 4)
    middle = points[turn : len(points) - turn]
    x, y = (float(c) for c in middle.mean(axis=0))
    xx, xy, _yx, yy = (float(c) for c in np.cov(middle.T).flat)
    angle = atan2(2 * xy, xx - yy) / 2
    ux, uy = _pulled((cos(angle), sin(angle)), directions)
    along = [float((px - x) * ux + (py - y) * uy) for px, py in (points[0], points[-1])]
    start, end = ((x + ux * far, y + uy * far) for far in along)
    return Piece(start, end)


def _pulled(direction: Place, directions: Sequence[Place]) -> Place:
    ux, uy = direction
    nearest = min(directions, key=lambda main: abs(ux * main[1] - uy * main[0]))
    if abs(ux * nearest[1] - uy * nearest[0]) <= sin(radians(PULL_DEGREES)):
        return nearest
    return direction


def _with_sharp_corners(runs: list[Piece], directions: Sequence[Place]) -> list[Piece]:
    """A short slanted run between two that are square to each other goes: they meet instead."""
    kept: list[Piece] = []
    following = list(runs)
    while following:
        run = following.pop(0)
        is_slanted = run.length <= ROUNDED_CORNER_MM and not _is_main(run, directions)
        sharp = _met(kept[-1], following[0]) if is_slanted and kept and following else None
        if sharp is None:
            kept.append(run)
        else:
            kept[-1], following[0] = sharp
    return kept


def _met(before: Piece, after: Piece) -> tuple[Piece, Piece] | None:
    """Two runs up to where their lines cross, if they are square and enough is left of them."""
    along = before.meeting(after)
    if along is None or not are_square(before, after):
        return None
    corner = before.at(along)
    made = replace(before, end=corner), replace(after, start=corner)
    return made if min(piece.length for piece in made) >= SHORTEST_RUN_MM else None


def _is_main(run: Piece, directions: Sequence[Place]) -> bool:
    ux, uy = run.direction
    return any(abs(ux * vy - uy * vx) < 1e-9 for vx, vy in directions)
