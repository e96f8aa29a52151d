"""What runs through all storeys of a home: shafts, and walls that carry.

It is drawn once: it has one number, and what becomes of it on one storey becomes of it on all. The
doors in it and the walls that meet it are those of their own storey, and go along with it there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from immutables import Map

from desktop.floorplans.edits.joining import on_other_wall
from desktop.floorplans.edits.openings import shift_mm, slid_by
from desktop.floorplans.edits.refusals import must_be_possible
from desktop.floorplans.edits.things import find, with_thing, without
from desktop.floorplans.edits.walls import Reshape, WallMove
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import (
    JOIN_MM,
    ROOM_OF,
    Home,
    Opening,
    Plan,
    RoomLabel,
    RoomType,
    Wall,
    WallKind,
)
from desktop.language import _
from desktop.refused import Refused

Through: TypeAlias = Wall | RoomLabel


class Change(NamedTuple):
    """A thing that runs through, before and after an edit of one storey; None: it is not there, or
    is a thing of that storey alone."""

    before: Through | None
    after: Through | None


def run_through(home: Home, level: int, ids: Iterable[int], through: bool) -> Home:
    """Say which walls of a storey run through all of them, and by their labels which shafts with
    the inner walls around them. What no longer does stays on each storey, as a thing of its own.
    Refused: where it cannot be on another storey."""
    plan = home.levels[level]
    chosen = set(ids)
    for id in chosen | _around_shafts(plan, chosen):
        thing = find(plan, id)
        if isinstance(thing, Wall | RoomLabel):
            plan = with_thing(plan, id, replace(thing, runs_through=through))
    levels = (*home.levels[:level], plan, *home.levels[level + 1 :])
    return on_all_storeys(home, replace(home, levels=levels))


def _around_shafts(plan: Plan, labels: Collection[int]) -> set[int]:
    """The walls around shafts with these labels; the shell is that of each storey."""
    shafts = [room for room in derive(plan).rooms if room.type is RoomType.SHAFT]
    around = {id for room in shafts if room.label in labels for id in room.walls}
    return {id for id in around if plan.walls[id].kind is not WallKind.SHELL}


def on_all_storeys(before: Home, after: Home) -> Home:
    """The home after an edit of one storey, with the same change of what runs through on the
    others. An edit of more storeys, as when a file is read in, is left as it is. Refused: a change
    that cannot be on another storey, with the name of that storey."""
    if len(before.levels) != len(after.levels):
        return after
    pairs = enumerate(zip(before.levels, after.levels, strict=True))
    edited = [level for level, (old, new) in pairs if old is not new]
    if len(edited) != 1:
        return after
    (level,) = edited
    changes = _changes(before.levels[level], after.levels[level])
    if not changes:
        return after
    return replace(
        after,
        levels=tuple(
            plan if number == level else _carried(plan, changes)
            for number, plan in enumerate(after.levels)
        ),
    )


def _changes(before: Plan, after: Plan) -> dict[int, Change]:
    changes = {}
    for room in ("walls", "labels"):
        old, new = getattr(before, room), getattr(after, room)
        if old is new:
            continue
        for id in {*old, *new}:
            change = Change(old.get(id), new.get(id))
            through = any(thing is not None and thing.runs_through for thing in change)
            if through and change.before != change.after:
                changes[id] = _as_through(change)
    return changes


def _as_through(change: Change) -> Change:
    """A thing that begins to run through is a new one on the other storeys."""
    if change.before is not None and not change.before.runs_through:
        return Change(None, change.after)
    return change


# On another storey --------------------------------------------------------------------------


def _carried(plan: Plan, changes: Mapping[int, Change]) -> Plan:
    """Another storey, after these changes of what runs through."""
    try:
        return _changed(plan, changes)
    except Refused as refused:
        if not plan.name:
            raise
        raise Refused(_about(changes, plan.name, refused.sentence)) from refused


def _about(changes: Mapping[int, Change], storey: str, why: str) -> str:
    """Of which thing that runs through it is said, and on which storey."""
    shaft = any(isinstance(thing, RoomLabel) for change in changes.values() for thing in change)
    words = (
        _("This shaft runs through all storeys. On “{storey}”: {why}")
        if shaft
        else _("This wall runs through all storeys. On “{storey}”: {why}")
    )
    return words.format(storey=storey, why=why)


def _changed(plan: Plan, changes: Mapping[int, Change]) -> Plan:
    plan = _with_moved_walls(plan, changes)
    plan, held = _without_openings(plan, _reshaped(plan, changes))
    plan = without(plan, {id for id, (_b, after) in changes.items() if _gone(plan, id, after)})
    plan = _with_ends(plan, changes)
    for id, (_before, after) in changes.items():
        if after is not None:
            plan = _with_through(plan, id, after)
    return _with_openings(plan, held, changes)


def _wall_here(plan: Plan, id: int) -> Wall | None:
    """The wall with a number, when it is the one that runs through."""
    wall = plan.walls.get(id)
    return wall if wall is not None and wall.runs_through else None


def _with_moved_walls(plan: Plan, changes: Mapping[int, Change]) -> Plan:
    """Walls that moved as a whole take along what meets them here."""
    for id, (_before, after) in changes.items():
        here = _wall_here(plan, id)
        if here is None or not isinstance(after, Wall) or here.locked:
            continue
        dx, dy = after.start.x - here.start.x, after.start.y - here.start.y
        if (dx or dy) and here.end.moved(dx, dy) == after.end:
            plan = WallMove(plan, id).by(dx, dy)
    return plan


def _reshaped(plan: Plan, changes: Mapping[int, Change]) -> set[int]:
    """The walls here that get other ends, or go."""
    found = set()
    for id, (_before, after) in changes.items():
        here = _wall_here(plan, id)
        if here is not None and not (isinstance(after, Wall) and after.ends == here.ends):
            found.add(id)
    return found


def _gone(plan: Plan, id: int, after: Through | None) -> bool:
    label = plan.labels.get(id)
    is_here = _wall_here(plan, id) is not None or (label is not None and label.runs_through)
    return after is None and is_here


def _without_openings(plan: Plan, walls: set[int]) -> tuple[Plan, dict[int, tuple[Opening, Wall]]]:
    """The storey without the openings of these walls, and those with the wall they were in."""
    held = {
        id: (opening, plan.walls[opening.wall])
        for id, opening in plan.openings.items()
        if opening.wall in walls
    }
    return without(plan, set(held)), held


def _with_ends(plan: Plan, changes: Mapping[int, Change]) -> Plan:
    after = {id: changes[id].after for id in _reshaped(plan, changes)}
    ends = {id: wall.ends for id, wall in after.items() if isinstance(wall, Wall)}
    return Reshape(plan, ends).to(ends) if ends else plan


def _with_through(plan: Plan, id: int, thing: Through) -> Plan:
    """With a thing under the number that it has on all storeys. One that is here already in the
    same place becomes it; something else under that number gets another."""
    here: Map[int, Through] = getattr(plan, ROOM_OF[type(thing)])
    if id not in here or not (here[id].runs_through or _is_same(here[id], thing)):
        plan = _freed(plan, id)
        same = next((key for key, other in here.items() if _is_same(other, thing)), None)
        if same is None:
            must_be_possible(plan, None, thing)
            return replace(with_thing(plan, id, thing), next_id=max(plan.next_id, id + 1))
        plan = _renumbered(plan, same, id)
    if isinstance(thing, Wall):
        for key, opening in list(plan.openings_of(id)):
            plan = with_thing(plan, key, on_other_wall(opening, plan.walls[id], id, thing))
    return with_thing(plan, id, thing)


def _is_same(here: Through, thing: Through) -> bool:
    if isinstance(here, Wall) and isinstance(thing, Wall):
        return set(here.ends) == set(thing.ends)
    return isinstance(here, RoomLabel) and isinstance(thing, RoomLabel) and here.at == thing.at


def _freed(plan: Plan, id: int) -> Plan:
    """The storey with the number free."""
    try:
        find(plan, id)
    except KeyError:
        return plan
    return _renumbered(replace(plan, next_id=max(plan.next_id, id) + 1), id, plan.next_id)


def _renumbered(plan: Plan, id: int, number: int) -> Plan:
    """The storey with a thing under another number, a wall with its openings."""
    plan = with_thing(plan, number, find(plan, id))
    for key, opening in list(plan.openings_of(id)):
        plan = with_thing(plan, key, replace(opening, wall=number))
    return replace(without(plan, {id}), next_id=max(plan.next_id, number + 1))


def _with_openings(
    plan: Plan, held: Mapping[int, tuple[Opening, Wall]], changed: Iterable[int]
) -> Plan:
    """Doors and windows back where they were in the room: in their own wall, or in the one that
    came in its place, as when it was cut in two. One whose wall is gone goes with it."""
    for id, (opening, before) in held.items():
        after = _in_place(plan, opening, before, [opening.wall, *changed])
        if after is None and opening.wall in plan.walls:
            wall = plan.walls[opening.wall]
            after = slid_by(opening, shift_mm(before, wall), wall)
        if after is not None:
            must_be_possible(plan, None, after)
            plan = with_thing(plan, id, after)
    return plan


def _in_place(plan: Plan, opening: Opening, before: Wall, walls: Iterable[int]) -> Opening | None:
    """The opening in the first of these walls that is where it was."""
    for id in walls:
        wall = plan.walls.get(id)
        if wall is None or any(abs(wall.beside(end)[1]) > JOIN_MM for end in before.ends):
            continue
        moved = on_other_wall(opening, before, id, wall)
        if moved.at_mm >= 0 and moved.until_mm <= wall.length_mm:
            return moved
    return None
