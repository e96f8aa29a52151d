"""Which walls are near each other, or near a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from desktop.floorplans.geometry.lines import Axis
from desktop.floorplans.plan import JOIN_MM

# So many changed walls are found one by one; for more, a tree of all boxes is quicker.
FEW = 200


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
