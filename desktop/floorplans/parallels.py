"""The walls that run along a wall, to move it sideways between them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from desktop.floorplans.plan import Point, Wall
from desktop.floorplans.snapping import rounded, whole


class Parallels:
    """The walls that run along a wall, to move it sideways between them.

    Distances are from axis to axis, measured at right angles; left (of the wall, seen from its
    start) is positive.
    """

    def __init__(self, walls: Iterable[Wall], wall: Wall) -> None:
        """`walls` are the others, without `wall` itself."""
        length = wall.length_mm
        ux, uy = (wall.end.x - wall.start.x) / length, (wall.end.y - wall.start.y) / length
        self._origin = wall.start
        self._normal = (-uy, ux)
        ends = np.array([(*other.start, *other.end) for other in walls], dtype=float)
        ends = ends.reshape(-1, 2, 2) - np.array(wall.start, dtype=float)
        along = ends[:, :, 0] * ux + ends[:, :, 1] * uy
        off = ends[:, :, 1] * ux - ends[:, :, 0] * uy
        parallel = np.abs(np.diff(off)) <= np.abs(np.diff(along)) * 0.02
        along, off = along[parallel[:, 0]], off[parallel[:, 0]]
        near, far = along.min(axis=1, initial=np.inf), along.max(axis=1, initial=-np.inf)
        beside = np.minimum(far, length) - np.maximum(near, 0) > 1
        opposite = (near <= length / 2) & (far >= length / 2)
        # A wall that is beside all others, but opposite the middle of none, has the nearest ones.
        self._opposite = off[opposite if opposite.any() else beside, 0]
        self._elsewhere = np.column_stack([along[:, 0], off[:, 0]])[~beside]
        self._unit = (ux, uy)

    def snap(
        self, shift_mm: float, reach_mm: float, step_mm: int, free: bool = False
    ) -> tuple[int, Point | None]:
        """How far the wall goes sideways, and the wall elsewhere that it is then in line with."""
        if free:
            return round(shift_mm), None
        if len(self._elsewhere):
            nearest = int(np.abs(self._elsewhere[:, 1] - shift_mm).argmin())
            along, off = self._elsewhere[nearest]
            if abs(off - shift_mm) <= reach_mm / 2:
                return round(float(off)), self._placed(along, off)
        left, right = self.distances(shift_mm)
        if right is not None:
            return round(shift_mm - right + rounded(right, step_mm)), None
        if left is not None:
            return round(shift_mm + left - rounded(left, step_mm)), None
        return round(rounded(shift_mm, step_mm)), None

    def distances(self, shift_mm: float = 0) -> tuple[float | None, float | None]:
        """How far it is to the next wall at the left and at the right, where there is one."""
        left = self._opposite[self._opposite > shift_mm] - shift_mm
        right = shift_mm - self._opposite[self._opposite < shift_mm]
        return (
            float(left.min()) if len(left) else None,
            float(right.min()) if len(right) else None,
        )

    def _placed(self, along: float, off: float) -> Point:
        (ux, uy), (nx, ny) = self._unit, self._normal
        return whole(self._origin.x + ux * along + nx * off, self._origin.y + uy * along + ny * off)
