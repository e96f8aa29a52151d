"""The whole plan moved, turned and mirrored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.floorplans.plan import (
    THINGS,
    DimensionLine,
    Furniture,
    LowCeiling,
    Opening,
    Plan,
    Point,
    Stair,
    StairShape,
    Thing,
    Wall,
)

Place = Callable[[Point], Point]


def move_plan(plan: Plan, dx: int, dy: int) -> Plan:
    """The same plan elsewhere on the paper."""
    return _all_placed(plan, lambda point: point.moved(dx, dy), lambda angle: angle)


def turn_plan(plan: Plan) -> Plan:
    """The plan a quarter further, counter-clockwise around the origin."""
    return _all_placed(plan, lambda p: Point(-p.y, p.x), lambda angle: (angle + 90) % 360)


def mirror_plan(plan: Plan) -> Plan:
    """The plan as in a mirror: left is right."""
    plan = _all_placed(plan, lambda p: Point(-p.x, p.y), lambda angle: (180 - angle) % 360)
    openings, furniture, dimensions = plan.openings, plan.furniture, plan.dimensions
    stairs = plan.stairs
    for id, opening in plan.openings.items():
        openings = openings.set(id, replace(opening, swing=opening.swing.other))
    for id, thing in plan.furniture.items():
        turned = replace(thing, mirrored=not thing.mirrored, angle=(thing.angle - 180) % 360)
        furniture = furniture.set(id, turned)
    for id, stair in plan.stairs.items():
        if stair.shape is not StairShape.STRAIGHT:
            stairs = stairs.set(id, replace(stair, mirrored=not stair.mirrored))
    for id, line in plan.dimensions.items():
        dimensions = dimensions.set(id, replace(line, offset_mm=-line.offset_mm))
    return replace(
        plan, openings=openings, furniture=furniture, stairs=stairs, dimensions=dimensions
    )


def _all_placed(plan: Plan, place: Place, angle: Callable[[int], int]) -> Plan:
    for kind in THINGS:
        with getattr(plan, kind).mutate() as things:
            for id, thing in getattr(plan, kind).items():
                moved = placed(thing, place)
                if isinstance(moved, Furniture | Stair):
                    moved = replace(moved, angle=angle(moved.angle))
                things[id] = moved
            plan = replace(plan, **{kind: things.finish()})
    if plan.background is not None:
        plan = replace(plan, background=replace(plan.background, at=place(plan.background.at)))
    return plan


def placed(thing: Thing, place: Place) -> Thing:
    if isinstance(thing, Wall | DimensionLine):
        return replace(thing, start=place(thing.start), end=place(thing.end))
    if isinstance(thing, LowCeiling):
        return replace(thing, corners=tuple(place(corner) for corner in thing.corners))
    if isinstance(thing, Opening):
        return thing
    return replace(thing, at=place(thing.at))
