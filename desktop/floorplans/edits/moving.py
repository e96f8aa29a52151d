"""Moving and turning whatever is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.floorplans.edits.openings import flip_door
from desktop.floorplans.edits.things import change, find
from desktop.floorplans.edits.walls import move_wall
from desktop.floorplans.edits.whole import placed
from desktop.floorplans.plan import Furniture, Opening, Plan, Stair, Wall


def move_things(plan: Plan, ids: Iterable[int], dx: int, dy: int) -> Plan:
    """Move what stands free: furniture, stairs, labels, texts, dimension lines. Walls stretch
    their neighbours and move one at a time, with `move_wall`; openings slide."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Wall):
            plan = move_wall(plan, id, dx, dy)
        elif not isinstance(thing, Opening):
            plan = change(plan, id, placed(thing, lambda p: p.moved(dx, dy)))
    return plan


def turn(plan: Plan, ids: Iterable[int]) -> Plan:
    """Turn furniture, stairs and doors a quarter further, counter-clockwise."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Furniture | Stair):
            plan = change(plan, id, replace(thing, angle=(thing.angle + 90) % 360))
        elif isinstance(thing, Opening):
            plan = flip_door(plan, id)
    return plan
