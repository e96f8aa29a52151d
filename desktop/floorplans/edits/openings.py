"""Doors, windows and passages: they lie in a wall and slide along it."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.edits.things import change, put
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Plan, Wall


def add_opening(
    plan: Plan, wall: int, kind: OpeningKind, at_mm: int, width_mm: int | None = None
) -> tuple[Plan, int]:
    """Make a door, window or passage, with its near side at a distance along the wall; near an
    end it slides until it fits. Usual widths when none is given: a door of 930 mm (clear 850), a
    window of 1,200, a passage of 900.

    Refused: a wall that is too short for it, and another opening in that place.
    """
    usual = {OpeningKind.DOOR: 930, OpeningKind.WINDOW: 1_200, OpeningKind.PASSAGE: 900}
    opening = Opening(wall, kind, at_mm, width_mm or usual[kind])
    if kind is OpeningKind.WINDOW:
        opening = replace(opening, sill_mm=900)
    return put(plan, _slid_into(plan, opening))


def slide_opening(plan: Plan, id: int, at_mm: int) -> Plan:
    """Move an opening along its wall, as far as it goes. Refused: over another opening."""
    return change(plan, id, _slid_into(plan, replace(plan.openings[id], at_mm=at_mm)))


def flip_door(plan: Plan, id: int) -> Plan:
    """The next of the four ways in which a door can open."""
    door = plan.openings[id]
    swing = door.swing if door.hinge is Hinge.NEAR else door.swing.other
    return change(plan, id, replace(door, hinge=door.hinge.other, swing=swing))


def _slid_into(plan: Plan, opening: Opening) -> Opening:
    return slid_by(opening, 0, plan.walls[opening.wall])


def shift_mm(before: Wall, after: Wall) -> int:
    """How far an opening slides along its wall to stay where it is in the room; a wall that moves
    as a whole takes its openings along."""
    if before.end.moved(-before.start.x, -before.start.y) == after.end.moved(
        -after.start.x, -after.start.y
    ):
        return 0
    return round(after.beside(before.start)[0])


def slid_by(opening: Opening, shift_mm: int, wall: Wall) -> Opening:
    room = int(wall.length_mm) - opening.width_mm
    return replace(opening, at_mm=max(0, min(opening.at_mm + shift_mm, room)))
