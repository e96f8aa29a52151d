"""Small floor plans whose areas are known, and square grids of many walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from immutables import Map

from desktop.floorplans.plan import (
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Wall,
    WallKind,
)

Corner = tuple[int, int]

# How many rooms a side of the square grid has that has so many walls.
GRID_SIDES = {24: 3, 220: 10, 1_012: 22, 3_280: 40}
GRID_CELL_MM = 3_000


def with_walls(plan: Plan, *walls: Wall) -> Plan:
    """The plan with more walls, numbered from the first free number on."""
    numbered = dict(enumerate(walls, plan.next_id))
    return replace(plan, walls=plan.walls.update(numbered), next_id=plan.next_id + len(walls))


def with_label(plan: Plan, x: int, y: int, type: RoomType, name: str = "") -> Plan:
    """The plan with a room label at a point."""
    labels = plan.labels.set(plan.next_id, RoomLabel(Point(x, y), type, name))
    return replace(plan, labels=labels, next_id=plan.next_id + 1)


def with_opening(plan: Plan, opening: Opening) -> Plan:
    openings = plan.openings.set(plan.next_id, opening)
    return replace(plan, openings=openings, next_id=plan.next_id + 1)


def wall(
    start: Corner,
    end: Corner,
    thickness_mm: int = 100,
    kind: WallKind = WallKind.PARTITION,
) -> Wall:
    return Wall(Point(*start), Point(*end), thickness_mm, kind)


def ring(corners: Sequence[Corner], thickness_mm: int, kind: WallKind = WallKind.SHELL) -> Plan:
    """A plan of walls around, corner after corner."""
    ends = zip(corners, [*corners[1:], corners[0]], strict=True)
    return with_walls(Plan(), *(wall(start, end, thickness_mm, kind) for start, end in ends))


def rectangle(width_mm: int, depth_mm: int, thickness_mm: int) -> Plan:
    """A shell whose wall axes form a rectangle with its lower left corner at the origin."""
    return ring([(0, 0), (width_mm, 0), (width_mm, depth_mm), (0, depth_mm)], thickness_mm)


def second_oracle_plan() -> Plan:
    """Five rooms of 25.50, 8.64, 11.52, 2.28 and 3.60 m² in a shell with 53.12 m² usable."""
    return with_walls(
        rectangle(8_600, 6_700, 300),
        wall((5_200, 0), (5_200, 6_700)),
        wall((5_200, 2_900), (8_600, 2_900)),
        wall((0, 5_300), (5_200, 5_300)),
        wall((2_100, 5_300), (2_100, 6_700)),
    )


def labelled_home() -> Plan:
    """The second oracle plan with a label in each room."""
    plan = second_oracle_plan()
    for x, y, type in [
        (2_600, 2_600, RoomType.LIVING),
        (6_900, 1_450, RoomType.BEDROOM),
        (6_900, 4_800, RoomType.KITCHEN),
        (1_000, 6_000, RoomType.TOILET),
        (3_600, 6_000, RoomType.HALL),
    ]:
        plan = with_label(plan, x, y, type)
    return plan


def l_shape() -> Plan:
    """One room of 24.64 m²."""
    corners = [(0, 0), (6_000, 0), (6_000, 3_000), (3_000, 3_000), (3_000, 6_000), (0, 6_000)]
    return ring(corners, 200)


def with_shaft() -> Plan:
    """A room of 17.90 m² around a shaft of 0.81 m² that stands free in it."""
    shaft = [(2_000, 1_500), (3_000, 1_500), (3_000, 2_500), (2_000, 2_500)]
    sides = zip(shaft, [*shaft[1:], shaft[0]], strict=True)
    return with_walls(rectangle(5_000, 4_000, 100), *(wall(*side) for side in sides))


def slanted() -> Plan:
    """One room of 12.025 m² with a wall that is not square to the others."""
    return ring([(0, 0), (5_000, 0), (4_000, 3_000), (0, 3_000)], 200)


def open_corner(gap_mm: int) -> Plan:
    """The rectangle of 11.31 m² with one corner this far open."""
    plan = rectangle(4_000, 3_000, 100)
    last = plan.walls[4]
    shorter = replace(last, end=Point(last.end.x, last.end.y + gap_mm))
    return replace(plan, walls=plan.walls.set(4, shorter))


def grid(side: int) -> Plan:
    """`side` times `side` rooms of 3 x 3 m, a wall of its own between every two crossings: a label
    in every room, a window in every outer wall and a door in every other."""
    types = [type for type in RoomType if type is not RoomType.OUTDOOR]
    walls, openings, labels = {}, {}, {}
    id = 1
    for row in range(side + 1):
        for column in range(side + 1):
            here = Point(column * GRID_CELL_MM, row * GRID_CELL_MM)
            for dx, dy, outer in [(1, 0, row in (0, side)), (0, 1, column in (0, side))]:
                if column + dx > side or row + dy > side:
                    continue
                there = here.moved(dx * GRID_CELL_MM, dy * GRID_CELL_MM)
                if outer:
                    walls[id] = Wall(here, there, 300, WallKind.SHELL)
                    openings[id + 1] = Opening(id, OpeningKind.WINDOW, 900, 1_200, sill_mm=900)
                else:
                    walls[id] = Wall(here, there)
                    openings[id + 1] = Opening(id, OpeningKind.DOOR, 1_000, 930)
                id += 2
    for row in range(side):
        for column in range(side):
            middle = Point(column * GRID_CELL_MM + 1_500, row * GRID_CELL_MM + 1_500)
            labels[id] = RoomLabel(middle, types[(row * side + column) % len(types)])
            id += 1
    return Plan(walls=Map(walls), openings=Map(openings), labels=Map(labels), next_id=id)
