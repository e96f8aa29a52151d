"""A storey comes in a home: what of the one below stands there too."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from immutables import Map

from desktop.floorplans.bounds import must_be_a_dwelling
from desktop.floorplans.edits.storeys import run_through
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Home, OpeningKind, Plan, RoomType, WallKind


class Along(Enum):
    """Which walls stand on a new storey too. Shafts always go on up."""

    SHELL = "shell"
    BEARING = "bearing"  # and those that carry
    ALL = "all"  # and all inner walls, each storey its own


def storey_above(
    home: Home, level: int, name: str, along: Along = Along.BEARING, windows: bool = False
) -> Home:
    """The home with a storey over this one. The shell goes on up, without what stands outside;
    shafts and the walls that carry run through from now on. `windows`: those of the storey below
    stand there too. Where there was a storey above already, as an attic, the stair that went up
    to it stands once more on the new one. Refused: more storeys than a home has."""
    must_be_a_dwelling(len(home.levels) + 1)
    home = run_through(home, level, _running_up(home.levels[level], along), True)
    below = home.levels[level]
    outside = _outside(below)
    walls = {
        id: w
        for id, w in below.walls.items()
        if w.kind is WallKind.SHELL or w.runs_through or (along is Along.ALL and id not in outside)
    }
    openings = {
        id: replace(opening, front=False)
        for id, opening in below.openings.items()
        if windows and opening.kind is OpeningKind.WINDOW and opening.wall in walls
    }
    labels = {id: label for id, label in below.labels.items() if label.runs_through}
    above = Plan(
        name=name,
        ceiling_mm=below.ceiling_mm,
        walls=Map(walls),
        openings=Map(openings),
        labels=Map(labels),
        stairs=below.stairs if level + 1 < len(home.levels) else Map(),
        next_id=below.next_id,
    )
    return replace(home, levels=(*home.levels[: level + 1], above, *home.levels[level + 1 :]))


def below_the_roof(home: Home) -> int:
    """The highest storey that one stands upright on everywhere: a new one comes above that, and
    the roof stays on top."""
    top = len(home.levels) - 1
    while top and home.levels[top].low_ceilings:
        top -= 1
    return top


def _running_up(plan: Plan, along: Along) -> set[int]:
    """The numbers of walls that carry, and of the labels of shafts."""
    shafts = {id for id, label in plan.labels.items() if label.type is RoomType.SHAFT}
    if along is Along.SHELL:
        return shafts
    return shafts | {id for id, w in plan.walls.items() if w.kind is WallKind.LOAD_BEARING}


def _outside(plan: Plan) -> set[int]:
    """The walls around gardens and balconies that are of no room."""
    rooms = derive(plan).rooms
    indoors = {id for room in rooms if room.type is not RoomType.OUTDOOR for id in room.walls}
    outdoors = {id for room in rooms if room.type is RoomType.OUTDOOR for id in room.walls}
    return outdoors - indoors
