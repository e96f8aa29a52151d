"""Where walls lie to each other and to a point."""

from __future__ import annotations

from desktop.floorplans.plan import JOIN_MM, SHORTEST_WALL_MM, Point, Wall


def direction(wall: Wall) -> tuple[float, float]:
    length = wall.length_mm
    return (wall.end.x - wall.start.x) / length, (wall.end.y - wall.start.y) / length


def on_line(start: Point, end: Point, along_mm: float) -> Point:
    part = along_mm / start.distance_mm(end)
    return Point(
        round(start.x + (end.x - start.x) * part), round(start.y + (end.y - start.y) * part)
    )


def is_on(wall: Wall, point: Point) -> bool:
    along, off = wall.beside(point)
    return abs(off) <= JOIN_MM and -JOIN_MM <= along <= wall.length_mm + JOIN_MM


def runs_along(one: Wall, other: Wall) -> bool:
    """Whether two walls lie in one line, so that the one cannot follow the other sideways."""
    return all(abs(other.beside(end)[1]) <= JOIN_MM for end in one.ends)


def in_one_line(one: Wall, other: Wall) -> bool:
    if not runs_along(one, other):
        return False
    near, far = sorted(other.beside(end)[0] for end in one.ends)
    return near <= other.length_mm + JOIN_MM and far >= -JOIN_MM


def lies_on(one: Wall, other: Wall) -> bool:
    """Whether two walls lie on top of each other over more than a joint."""
    if not _is_alongside(one, other) or not runs_along(one, other):
        return False
    near, far = sorted(other.beside(end)[0] for end in one.ends)
    return min(far, other.length_mm) - max(near, 0) > SHORTEST_WALL_MM


def _is_alongside(one: Wall, other: Wall) -> bool:
    """Whether they lie beside each other in nearly one direction. Of most walls that meet they do
    not, and this is seen at once."""
    (ax, ay), (bx, by) = one.start, one.end
    (cx, cy), (dx, dy) = other.start, other.end
    turned = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    longer = max(abs(bx - ax) + abs(by - ay), abs(dx - cx) + abs(dy - cy))
    if abs(turned) > 2 * JOIN_MM * longer:
        return False
    across = min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx))
    up = min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy))
    return max(across, up) > SHORTEST_WALL_MM / 2 and boxes_meet(one, other)


def crosses(one: Wall, other: Wall) -> bool:
    """Whether a wall goes through another: it ends beyond its body on both sides of it."""
    if not boxes_meet(one, other):
        return False
    offs = [other.beside(end)[1] for end in one.ends]
    if min(map(abs, offs)) <= other.thickness_mm / 2 + JOIN_MM or offs[0] * offs[1] > 0:
        return False
    crossing = [one.beside(end)[1] for end in other.ends]
    return crossing[0] * crossing[1] < 0


def boxes_meet(one: Wall, other: Wall) -> bool:
    left, bottom, right, top = box(one)
    (ax, ay), (bx, by) = other.start, other.end
    return not (
        (ax < left and bx < left)
        or (ax > right and bx > right)
        or (ay < bottom and by < bottom)
        or (ay > top and by > top)
    )


def box(wall: Wall) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of what a wall may join."""
    (ax, ay), (bx, by) = wall.start, wall.end
    return (
        min(ax, bx) - JOIN_MM,
        min(ay, by) - JOIN_MM,
        max(ax, bx) + JOIN_MM,
        max(ay, by) + JOIN_MM,
    )
