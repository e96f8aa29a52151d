"""Cutting a wall in two and making one of two; the doors stay where they are."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.edits.places import in_one_line, lies_on
from desktop.floorplans.edits.refusals import must_be_free, must_be_possible, wrong_length
from desktop.floorplans.edits.things import with_thing, without
from desktop.floorplans.plan import SHORTEST_WALL_MM, Opening, Plan, Point, Wall
from desktop.language import _
from desktop.refused import Refused


def split_wall(plan: Plan, id: int, at_mm: int) -> tuple[Plan, int]:
    """Cut a wall in two at a distance along it; the number is that of the second half.

    Nothing that is shown changes. Refused: a cut through an opening, or within 50 mm of an end.
    """
    wall = plan.walls[id]
    must_be_free(wall)
    cut = Point(*(round(c) for c in wall.along(at_mm)))
    if any(o.at_mm < at_mm < o.until_mm for _id, o in plan.openings_of(id)):
        raise Refused(_("There is a door or a window here. Split the wall beside it."))
    nearest_end = min(cut.distance_mm(end) for end in wall.ends)
    if not 0 < at_mm < wall.length_mm or nearest_end < SHORTEST_WALL_MM:
        raise wrong_length()
    first, second = replace(wall, end=cut), replace(wall, start=cut)
    far = plan.next_id
    openings = list(plan.openings_of(id))
    plan = replace(with_thing(plan, id, first), next_id=far + 1)
    plan = with_thing(plan, far, second)
    for opening_id, opening in openings:
        if opening.at_mm >= at_mm:
            moved = replace(opening, wall=far, at_mm=opening.at_mm - at_mm)
            plan = with_thing(plan, opening_id, moved)
    return plan, far


def merge_walls(plan: Plan, first: int, second: int) -> Plan:
    """Make one wall of two that lie in one line and touch or overlap; the first keeps its number.

    Refused: walls that do not lie in one line, and openings that would overlap.
    """
    kept, gone = plan.walls[first], plan.walls[second]
    for wall in (kept, gone):
        must_be_free(wall)
    if not in_one_line(kept, gone):
        raise Refused(_("These walls do not lie in one line. Only then they can become one."))
    along = {point: kept.beside(point)[0] for point in (*kept.ends, *gone.ends)}
    start, end = min(along, key=along.__getitem__), max(along, key=along.__getitem__)
    whole = replace(kept, start=start, end=end)
    moved = {}
    for id in (first, second):
        wall = plan.walls[id]
        for opening_id, opening in plan.openings_of(id):
            moved[opening_id] = on_other_wall(opening, wall, first, whole)
    plan = with_thing(plan, first, whole)
    for opening_id, opening in moved.items():
        plan = with_thing(plan, opening_id, opening)
    plan = without(plan, {second})
    for opening_id, opening in moved.items():
        must_be_possible(plan, opening_id, opening)
    return plan


def draw_along(plan: Plan, start: Point, end: Point) -> Plan:
    """Draw a wall where others lie already: with these it becomes one, as thick as the first.

    Refused: where none lies, or one of the building; and as in `merge_walls`.
    """
    drawn = Wall(start, end)
    there = [id for id, w in plan.walls.items() if lies_on(drawn, w) or lies_on(w, drawn)]
    if not there:
        raise Refused(_("These walls do not lie in one line. Only then they can become one."))
    first, id = there[0], plan.next_id
    plan = replace(with_thing(plan, id, drawn), next_id=id + 1)
    for other in (*there[1:], id):
        plan = merge_walls(plan, first, other)
    must_be_possible(plan, first, plan.walls[first])
    return plan


def on_other_wall(opening: Opening, wall: Wall, id: int, other: Wall) -> Opening:
    """The same hole, told along another wall in the same line."""
    ends = [
        other.beside(Point(*(round(c) for c in wall.along(at))))[0]
        for at in (opening.at_mm, opening.until_mm)
    ]
    moved = replace(opening, wall=id, at_mm=round(min(ends)))
    return moved if ends[0] <= ends[1] else _seen_from_the_other_end(moved)


def _seen_from_the_other_end(opening: Opening) -> Opening:
    return replace(opening, hinge=opening.hinge.other, swing=opening.swing.other)
