"""The corners around many joints at once, as at opening, when all of a plan is new.

Nearly all corners are the point where two faces cut, or none, as walls run on in one line: these
are worked out in rows of numbers, in half the time, by the very sums of `corners`, so that the
outcome is the same to the last bit. The others - square ends, steps, corners that are cut off -
are left to `corners`.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import Arm, JointKey, Network

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Rows:
    """The arms of joints, one after the other, counter-clockwise around each: its `axis`, how far
    to the left of the joint that lies, and its direction away from the joint.

    A joint `is_plain` when at each of its arms the next one, walking in, `runs_on` as this one,
    walking out, or else their faces cut in a `point`. The walls are long enough for it where it is
    `reached`. Of the plain joints those are `crowded` where a wall does not reach its corner, or
    covers a corner of others.
    """

    joints: Sequence[JointKey]
    sizes: Sequence[int]
    arms: Sequence[Arm]
    axes: Sequence[Axis]
    off: Sequence[float]
    out: Sequence[tuple[float, float, float]]
    into: Sequence[tuple[float, float, float]]
    runs_on: Sequence[bool]
    point: Sequence[XY]
    reached: Sequence[bool]
    is_plain: Sequence[bool]
    crowded: Set[JointKey]


def rows_of(network: Network, joints: Sequence[JointKey], mitre_limit: float) -> Rows:
    """The rows of these joints, of which each has an arm at least."""
    sizes = [len(network.arms[joint]) for joint in joints]
    arms = list(chain.from_iterable([network.arms[joint] for joint in joints]))
    axes = [network.axes[arm.wall] for arm in arms]
    line = np.fromiter(
        chain.from_iterable([(a.x, a.y, a.ux, a.uy, a.length, a.half) for a in axes]),
        np.float64,
        6 * len(axes),
    ).reshape(-1, 6)
    start_x, start_y, ux, uy, length, half = line.T
    sign = np.array([arm.sign for arm in arms])
    wall = np.array([arm.wall for arm in arms])
    places = chain.from_iterable([network.joints[joint][:2] for joint in joints])
    at = np.fromiter(places, np.float64, 2 * len(joints)).reshape(-1, 2)
    x, y = np.repeat(at, sizes, axis=0).T
    size = np.repeat(sizes, sizes)
    begins = np.cumsum([0, *sizes[:-1]], dtype=np.intp)
    first = np.repeat(begins, sizes)
    place = np.arange(len(arms)) - first

    def turned(by: int) -> NDArray[np.intp]:
        """For each row that of the arm so many farther around the joint."""
        rows: NDArray[np.intp] = first + (place + by) % size
        return rows

    def beside(rows: NDArray[np.intp]) -> tuple[Numbers, Numbers]:
        """How far along and off the axes of these rows the points lie: `Axis.beside`."""
        dx, dy = point_x - start_x[rows], point_y - start_y[rows]
        return dx * ux[rows] + dy * uy[rows], dy * ux[rows] - dx * uy[rows]

    def reaches(rows: NDArray[np.intp]) -> Flags:
        along, _off = beside(rows)
        return np.where(sign[rows] == 1, along <= length[rows], along >= 0)

    dx, dy = ux * sign, uy * sign
    off = (start_y - y) * dx - (start_x - x) * dy
    out_off, here, came = half + off, turned(0), turned(1)
    into_x, into_y, into_off = -dx[came], -dy[came], (half - off)[came]
    cross, dot = into_x * dy - into_y * dx, into_x * dx + into_y * dy
    with np.errstate(divide="ignore", invalid="ignore"):
        away_x = (into_off * dx - out_off * into_x) / cross
        away_y = (into_off * dy - out_off * into_y) / cross
        point_x, point_y = x + away_x, y + away_y
        inside = (cross > 0) & ((dot < 0) | (size != 2))
        limit = mitre_limit * np.maximum(half, half[came])
        parallel, one_wall = np.abs(cross) < SAME_DIRECTION, wall == wall[came]
        runs_on = parallel & (dot >= 0) & (np.abs(into_off - out_off) < SAME_PLACE_MM)
        runs_on = np.where(one_wall, size > 1, runs_on)
        cuts = ~parallel & ~one_wall & (inside | (np.hypot(away_x, away_y) <= limit))
        reached = reaches(here) & reaches(came)
        covered = np.zeros(len(arms), np.bool_)
        for by in range(2, max(sizes, default=0)):
            rows = turned(by)
            along, aside = beside(rows)
            within = (np.abs(aside) < half[rows] - SAME_PLACE_MM) & (along >= 0)
            others = (by < size) & (wall[rows] != wall) & (wall[rows] != wall[came])
            covered |= within & (along <= length[rows]) & others
    is_plain = np.logical_and.reduceat(cuts | runs_on, begins)
    crowded = np.logical_or.reduceat(cuts & (covered | ~reached), begins) & is_plain
    return Rows(
        joints,
        sizes,
        arms,
        axes,
        off.tolist(),
        list(zip(dx.tolist(), dy.tolist(), out_off.tolist(), strict=True)),
        list(zip((-dx).tolist(), (-dy).tolist(), (half - off).tolist(), strict=True)),
        runs_on.tolist(),
        list(zip(point_x.tolist(), point_y.tolist(), strict=True)),
        reached.tolist(),
        is_plain.tolist(),
        set(compress(joints, crowded.tolist())),
    )
