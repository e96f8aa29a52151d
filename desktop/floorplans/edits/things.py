"""Adding, changing and removing a thing of any kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.floorplans.bounds import must_be_few
from desktop.floorplans.edits.refusals import must_be_free, must_be_possible
from desktop.floorplans.plan import (
    ROOM_OF,
    THINGS,
    Furniture,
    Opening,
    Plan,
    Stair,
    Thing,
    Wall,
)


def put(plan: Plan, thing: Thing) -> tuple[Plan, int]:
    """Add a thing. Refused: where it cannot be (see `change`), and one more than a storey holds."""
    must_be_few(type(thing), len(getattr(plan, ROOM_OF[type(thing)])) + 1)
    must_be_possible(plan, None, thing)
    id = plan.next_id
    return replace(with_thing(plan, id, thing), next_id=id + 1), id


def change(plan: Plan, id: int, thing: Thing) -> Plan:
    """Put `thing` in the place of the one with this number, which is of the same kind.

    Refused: a locked thing; a wall under 50 mm or over 100 m, or on top of another; a wall too
    short for its openings; an opening that does not fit its wall or lies over another; anything
    beyond 1 km.
    """
    must_be_free(find(plan, id))
    must_be_possible(plan, id, thing)
    return with_thing(plan, id, thing)


def remove(plan: Plan, ids: Iterable[int]) -> Plan:
    """Take things away, a wall with its openings. Refused: a locked thing."""
    gone = set(ids)
    for id in gone:
        must_be_free(find(plan, id))
    return without(plan, gone)


def without(plan: Plan, gone: set[int]) -> Plan:
    gone = gone | {id for id, opening in plan.openings.items() if opening.wall in gone}
    for kind in THINGS:
        things = getattr(plan, kind)
        for id in gone:
            if id in things:
                things = things.delete(id)
        plan = replace(plan, **{kind: things})
    return plan


def find(plan: Plan, id: int) -> Thing:
    """The thing with a number; `KeyError` when there is none."""
    for kind in THINGS:
        thing: Thing | None = getattr(plan, kind).get(id)
        if thing is not None:
            return thing
    raise KeyError(id)


def lock(plan: Plan, ids: Iterable[int], locked: bool) -> Plan:
    """Staff say what belongs to the building and what is the tenant's to change. What cannot be
    locked stays as it is."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Wall | Opening | Furniture | Stair):
            plan = with_thing(plan, id, replace(thing, locked=locked))
    return plan


def with_thing(plan: Plan, id: int, thing: Thing) -> Plan:
    kind = ROOM_OF[type(thing)]
    return replace(plan, **{kind: getattr(plan, kind).set(id, thing)})
