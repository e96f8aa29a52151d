"""Which walls are near each other, or near a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from desktop.floorplans.geometry.lines import Axis
from desktop.floorplans.plan import JOIN_MM

# So many changed walls are compared with all; for more, a tree of all boxes is quicker.
FEW = 200


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """Which walls are near: the box around each axis, in rows."""

    ids: NDArray[np.int64]
    sides: NDArray[np.float64]  # left, bottom, right, top
    halves: NDArray[np.float64]  # half the thickness

    def after(self, gone: Iterable[int], axes: Mapping[int, Axis]) -> Boxes:
        lost = np.fromiter(gone, np.int64)
        few = len(lost) <= FEW  # as when a wall is dragged
        kept = (self.ids != lost[:, None]).all(axis=0) if few else ~np.isin(self.ids, lost)
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
        found: list[int] = self.ids[self._hits(np.array(box), within_mm)].tolist()
        return found

    def _hits(self, boxes: NDArray[np.float64], within_mm: float) -> NDArray[np.bool_]:
        """Which walls come near a box; near each of many, when these stand in rows."""
        left, bottom, right, top = boxes.T if boxes.ndim == 1 else boxes.T[:, :, None]
        hits: NDArray[np.bool_] = (
            (self.sides[:, 0] <= right + within_mm)
            & (self.sides[:, 2] >= left - within_mm)
            & (self.sides[:, 1] <= top + within_mm)
            & (self.sides[:, 3] >= bottom - within_mm)
        )
        return hits

    def pairs(self, of: Mapping[int, Axis]) -> Iterator[tuple[int, int]]:
        """Each pair of walls that may meet and of which one is among `of`, once."""
        if len(of) > FEW:
            around = shapely.box(*(self.sides + np.array([-1, -1, 1, 1]) * JOIN_MM).T)
            rows, others = shapely.STRtree(around).query(around)
            once = rows < others
            pairs = zip(self.ids[rows[once]].tolist(), self.ids[others[once]].tolist(), strict=True)
            yield from (pair for pair in pairs if pair[0] in of or pair[1] in of)
            return
        ends = np.array([axis.ends for axis in of.values()]).reshape(-1, 2, 2)
        hits = self._hits(np.hstack((ends.min(axis=1), ends.max(axis=1))), JOIN_MM)
        ids, (rows, columns) = list(of), hits.nonzero()
        for row, other in zip(rows.tolist(), self.ids[columns].tolist(), strict=True):
            id = ids[row]
            if other != id and not (other in of and other < id):
                yield id, other


NO_BOXES = Boxes(np.empty(0, np.int64), np.empty((0, 4)), np.empty(0))
