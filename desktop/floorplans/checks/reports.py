"""What was found of one room: its findings, and what the home as a whole needs to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.floorplans.checks import doors, furnishing, light, rooms, routes
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import LIVED_IN, Finding
from desktop.floorplans.checks.survey import Facing, RoomView
from desktop.floorplans.geometry.width import area_at_width_mm2
from desktop.floorplans.plan import OpeningKind, RoomType

# None: the check says nothing of such a room; empty: nothing is wrong.
RoomCheck = Callable[[RoomView, Asked], list[Finding] | None]

ROOM_CHECKS: dict[str, RoomCheck] = {
    "living-area": rooms.living_area,
    "room-width": rooms.room_width,
    "toilet": rooms.toilet,
    "bathroom": rooms.bathroom,
    "accessible-bathroom": rooms.accessible,
    "turning": rooms.turning,
    "daylight": light.daylight,
    "door-width": doors.door_width,
    "door-furniture": doors.door_furniture,
    "door-wall": doors.door_wall,
    "door-clash": doors.door_clash,
    "toilet-kitchen": doors.toilet_kitchen,
    "route-width": routes.route_width,
    "walking-room": furnishing.walking_room,
}


@dataclass(frozen=True, eq=False)
class Report:
    """`applied` are the checks that say something of the room; `lived_in_mm2` its floor when it is
    lived in, `roomy_mm2` that of it which is as wide as a living room must be; `parts` the ways
    into it, and `ways_out` its doors to the open air."""

    view: RoomView
    findings: tuple[Finding, ...]
    applied: frozenset[str]
    lived_in_mm2: float
    roomy_mm2: float
    parts: routes.Parts
    ways_out: tuple[Facing, ...]


def report_of(view: RoomView, asked: Asked) -> Report:
    """Check one room."""
    findings, applied = [], []
    for id, check in ROOM_CHECKS.items():
        found = check(view, asked)
        if found is not None:
            applied.append(id)
            findings += found
    lived_in = view.room.area_mm2 if view.type in LIVED_IN else 0.0
    roomy = 0.0
    if view.type in (RoomType.LIVING, RoomType.KITCHEN):
        width = asked.rule("living-room")["width_mm"]
        roomy = area_at_width_mm2(view.room.polygon, width)
    return Report(
        view,
        tuple(findings),
        frozenset(applied),
        lived_in,
        roomy,
        routes.parts_of(view, asked),
        tuple(
            facing
            for facing in view.openings
            if facing.opening.kind is OpeningKind.DOOR and facing.leads_out
        ),
    )
