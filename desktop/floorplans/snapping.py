"""Where a point goes when somebody draws: to what is near it and probably meant.

The first that applies: the end of a wall, unless a level or upright line goes past it; the axis or
a face of a wall; in line with another point; 0, 45 or 90 degrees from where the line began; a round
length. Each says why, with the thin lines to show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import copysign, hypot, radians, tan

import numpy as np

from desktop.floorplans.plan import Point, Wall

Line = tuple[Point, Point]
Place = tuple[float, float]
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

COARSE_STEP_MM, FINE_STEP_MM = 100, 50
FINE_FROM_MM_A_PIXEL = 6.0
# A line drawn this near to a main direction is meant to run in it, however long it is.
ANGLE_TOLERANCE = tan(radians(3))
_HALF_ROOT = 0.5**0.5
DIRECTIONS = ((1.0, 0.0), (0.0, 1.0), (_HALF_ROOT, _HALF_ROOT), (_HALF_ROOT, -_HALF_ROOT))


class Reason(Enum):
    """Why a point went where it is."""

    END = "end"
    WALL = "wall"
    ALIGNED = "aligned"
    ANGLE = "angle"
    ROUND = "round"
    FREE = "free"


class Onto(Enum):
    """What of a wall a thing goes to: walls meet axes, furniture stands against faces."""

    AXIS = "axis"
    FACE = "face"


@dataclass(frozen=True, slots=True)
class Snap:
    """A place, why it is there, and the lines that show it."""

    at: Point
    reason: Reason
    guides: tuple[Line, ...] = ()


def step_mm(mm_a_pixel: float) -> int:
    """Lengths are rounded to 50 mm when zoomed in and to 100 mm when zoomed out."""
    return FINE_STEP_MM if mm_a_pixel <= FINE_FROM_MM_A_PIXEL else COARSE_STEP_MM


class Snapper:
    """The walls of a plan to snap to, prepared once for a whole gesture."""

    def __init__(self, walls: Iterable[Wall], onto: Onto = Onto.AXIS) -> None:
        walls = list(walls)
        self._onto = onto
        ends = [(*wall.start, *wall.end, wall.thickness_mm / 2) for wall in walls]
        table = np.array(ends, dtype=float).reshape(-1, 5)
        self._starts = table[:, 0:2]
        self._halves = table[:, 4]
        along = table[:, 2:4] - self._starts
        self._lengths = np.hypot(along[:, 0], along[:, 1])
        self._units = along / np.maximum(self._lengths, 1)[:, None]
        self._ends = np.unique(np.concatenate([table[:, 0:2], table[:, 2:4]]), axis=0)

    def snap(
        self,
        x: float,
        y: float,
        reach_mm: float,
        start: Point | None = None,
        corner: Point | None = None,
        step_mm: int = COARSE_STEP_MM,
        free: bool = False,
    ) -> Snap:
        """Where a point drawn at (x, y) goes. `start` is where its line began, if it is the end
        of one, and `corner` the other corner of its rectangle; `reach_mm` how far it may be
        pulled; `free` lets go of everything."""
        if free:
            return Snap(whole(x, y), Reason.FREE)
        end = self._to_end(x, y, reach_mm, start)
        if end is not None and not _passes_by(end.at, x, y, start):
            return end
        return (
            self._to_wall(x, y, reach_mm, start, step_mm)
            or self._in_line(x, y, reach_mm, start, corner, step_mm)
            or _at_angle(x, y, reach_mm, start, step_mm)
            or _at_round_length(x, y, start, corner, step_mm)
        )

    def _to_end(self, x: float, y: float, reach_mm: float, start: Point | None) -> Snap | None:
        if not len(self._ends):
            return None
        far = np.hypot(self._ends[:, 0] - x, self._ends[:, 1] - y)
        nearest = int(far.argmin())
        point = whole(*self._ends[nearest])
        if far[nearest] > reach_mm or point == start:
            return None
        return Snap(point, Reason.END)

    def _to_wall(
        self, x: float, y: float, reach_mm: float, start: Point | None, step: int
    ) -> Snap | None:
        if not len(self._starts):
            return None
        along, off = self._beside(x, y)
        if self._onto is Onto.AXIS:
            aside = np.zeros_like(off)
            # A thick wall is also reached from beside its face, where people point.
            reach = np.maximum(self._halves + reach_mm / 2, reach_mm)
        else:
            aside = np.copysign(self._halves, off)
            reach = np.full_like(off, reach_mm)
        miss = np.abs(off - aside)
        miss[(along < -reach_mm) | (along > self._lengths + reach_mm) | (miss > reach)] = np.inf
        nearest = int(miss.argmin())
        if not np.isfinite(miss[nearest]):
            return None
        ux, uy = self._units[nearest]
        sx, sy = self._starts[nearest]
        origin = (sx - uy * aside[nearest], sy + ux * aside[nearest])
        return self._along_line(
            origin, (ux, uy), self._lengths[nearest], along[nearest], reach_mm, start, step
        )

    def _beside(self, x: float, y: float) -> tuple[Numbers, Numbers]:
        """How far along each wall a place lies, and how far to the left of its axis."""
        dx, dy = x - self._starts[:, 0], y - self._starts[:, 1]
        along = dx * self._units[:, 0] + dy * self._units[:, 1]
        off = dy * self._units[:, 0] - dx * self._units[:, 1]
        return along, off

    def face_near(self, x: float, y: float, within_mm: float) -> tuple[Place, Place] | None:
        """The nearest place on the face of a wall, and the direction from there into the room;
        none when no face is so near. To stand furniture against it."""
        if not len(self._starts):
            return None
        along, off = self._beside(x, y)
        far = np.maximum(np.abs(off) - self._halves, 0)
        far[(along < 0) | (along > self._lengths)] = np.inf
        nearest = int(far.argmin())
        if far[nearest] > within_mm:
            return None
        ux, uy = (float(part) for part in self._units[nearest])
        side = copysign(1.0, off[nearest])
        into = (-uy * side, ux * side)
        half, at = float(self._halves[nearest]), float(along[nearest])
        sx, sy = (float(part) for part in self._starts[nearest])
        return (sx + ux * at + into[0] * half, sy + uy * at + into[1] * half), into

    def free_mm(self, x: float, y: float, direction: Place) -> float:
        """How far it is from a place in the room to the face of the first wall in a direction;
        infinite when there is none."""
        dx, dy = self._starts[:, 0] - x, self._starts[:, 1] - y
        ux, uy = self._units[:, 0], self._units[:, 1]
        cross = direction[0] * uy - direction[1] * ux
        with np.errstate(divide="ignore", invalid="ignore"):
            far = (dx * uy - dy * ux) / cross
            along = (dx * direction[1] - dy * direction[0]) / cross
            to_face = far - self._halves / np.abs(cross)
        on_wall = (along > -self._halves) & (along < self._lengths + self._halves)
        ahead = to_face[(np.abs(cross) > 0.05) & (far > 0) & on_wall]
        return max(float(ahead.min(initial=np.inf)), 0.0)

    def _along_line(
        self,
        origin: Place,
        unit: Place,
        length: float,
        along: float,
        reach_mm: float,
        start: Point | None,
        step: int,
    ) -> Snap:
        """A place on the line of a wall: straight from where the line began, in line with another
        point, or at a round distance from the wall's start."""
        along = min(max(along, 0.0), length)
        begun = [] if start is None else [start]
        for point, direction in [(p, d) for p in begun for d in DIRECTIONS]:
            crossing = _crossing(origin, unit, point, direction)
            if crossing is not None and abs(crossing - along) <= reach_mm:
                at = _on(origin, unit, crossing)
                return Snap(at, Reason.WALL, ((point, at),))
        for axis in (0, 1):
            if abs(unit[axis]) < 0.1 or not len(self._ends):
                continue
            places = (self._ends[:, axis] - origin[axis]) / unit[axis]
            nearest = int(np.abs(places - along).argmin())
            if abs(places[nearest] - along) <= reach_mm / 2 and 0 <= places[nearest] <= length:
                at = _on(origin, unit, places[nearest])
                return Snap(at, Reason.WALL, ((whole(*self._ends[nearest]), at),))
        return Snap(_on(origin, unit, min(rounded(along, step), length)), Reason.WALL)

    def _in_line(
        self,
        x: float,
        y: float,
        reach_mm: float,
        start: Point | None,
        corner: Point | None,
        step: int,
    ) -> Snap | None:
        points = self._ends if start is None else np.vstack([self._ends, [start]])
        beside = _nearest_in_line(points, (x, y), 0, reach_mm)
        level = _nearest_in_line(points, (x, y), 1, reach_mm)
        if beside is None and level is None:
            return None
        from_x, from_y = start or corner or (0, 0)
        to_x = beside.x if beside else from_x + rounded(x - from_x, step)
        to_y = level.y if level else from_y + rounded(y - from_y, step)
        at = whole(to_x, to_y)
        if at == start:
            return None
        return Snap(at, Reason.ALIGNED, tuple((point, at) for point in (beside, level) if point))


def _passes_by(end: Point, x: float, y: float, start: Point | None) -> bool:
    """Whether a level or upright line goes past an end of a wall that lies a little beside it:
    the hand kept to the line, and a wall to that end would be crooked."""
    if start is None:
        return False
    away = hypot(end.x - x, end.y - y)
    return any(
        end_off > 0 and 2 * off < away
        for off, end_off in (
            (abs(x - start.x), abs(end.x - start.x)),
            (abs(y - start.y), abs(end.y - start.y)),
        )
    )


def _nearest_in_line(
    points: Numbers,
    place: Place,
    axis: int,
    reach_mm: float,
) -> Point | None:
    """The point that is in line with a place; of several, the nearest one."""
    if not len(points):
        return None
    miss = np.abs(points[:, axis] - place[axis])
    if (best := miss.min()) > reach_mm:
        return None
    in_line = points[miss <= best + 1]
    far = np.abs(in_line[:, 1 - axis] - place[1 - axis])
    return whole(*in_line[int(far.argmin())])


def _at_angle(x: float, y: float, reach_mm: float, start: Point | None, step: int) -> Snap | None:
    if start is None:
        return None
    dx, dy = x - start.x, y - start.y
    for ux, uy in DIRECTIONS:
        along, off = dx * ux + dy * uy, dy * ux - dx * uy
        if abs(off) <= max(reach_mm, abs(along) * ANGLE_TOLERANCE):
            length = rounded(along, step) or copysign(step, along)
            at = _on(start, (ux, uy), length)
            return Snap(at, Reason.ANGLE, ((start, at),))
    return None


def _at_round_length(
    x: float, y: float, start: Point | None, corner: Point | None, step: int
) -> Snap:
    if start is None:
        from_x, from_y = corner or (0, 0)
        at = whole(from_x + rounded(x - from_x, step), from_y + rounded(y - from_y, step))
        return Snap(at, Reason.ROUND)
    dx, dy = x - start.x, y - start.y
    length = hypot(dx, dy)
    part = max(rounded(length, step), step) / length if length else 0.0
    return Snap(whole(start.x + dx * part, start.y + dy * part), Reason.ROUND)


def _crossing(origin: Place, unit: Place, point: Point, direction: Place) -> float | None:
    """How far along a line another line crosses it; none when they run the same way."""
    cross = unit[0] * direction[1] - unit[1] * direction[0]
    if abs(cross) < 0.05:
        return None
    dx, dy = point.x - origin[0], point.y - origin[1]
    return (dx * direction[1] - dy * direction[0]) / cross


def _on(origin: Place, unit: Place, along: float) -> Point:
    return whole(origin[0] + unit[0] * along, origin[1] + unit[1] * along)


def whole(x: float, y: float) -> Point:
    """A place in whole millimetres."""
    return Point(round(float(x)), round(float(y)))


def rounded(length_mm: float, step: int) -> float:
    """A length to whole steps."""
    return round(length_mm / step) * step
