"""What can be done to a plan: each a pure function from a plan to the next.

What cannot be is refused with a sentence that says what to do; the plan given is untouched, as
always. Where a function makes a new thing it returns the plan and the number of the thing.
"""

from desktop.floorplans.edits.joining import draw_along, merge_walls, split_wall
from desktop.floorplans.edits.moving import move_things, turn
from desktop.floorplans.edits.new_storey import Along, below_the_roof, storey_above
from desktop.floorplans.edits.openings import add_opening, flip_door, slide_opening
from desktop.floorplans.edits.refusals import is_locked
from desktop.floorplans.edits.rooms import add_room, name_room
from desktop.floorplans.edits.stair_places import stair_that_fits
from desktop.floorplans.edits.storeys import on_all_storeys, run_through
from desktop.floorplans.edits.things import change, find, lock, put, remove
from desktop.floorplans.edits.walls import (
    Reshape,
    WallMove,
    add_wall,
    draw_wall,
    move_end,
    move_wall,
    set_length,
)
from desktop.floorplans.edits.whole import mirror_plan, move_plan, turn_plan

__all__ = [
    "Along",
    "Reshape",
    "WallMove",
    "add_opening",
    "add_room",
    "add_wall",
    "below_the_roof",
    "change",
    "draw_along",
    "draw_wall",
    "find",
    "flip_door",
    "is_locked",
    "lock",
    "merge_walls",
    "mirror_plan",
    "move_end",
    "move_plan",
    "move_things",
    "move_wall",
    "name_room",
    "on_all_storeys",
    "put",
    "remove",
    "run_through",
    "set_length",
    "slide_opening",
    "split_wall",
    "stair_that_fits",
    "storey_above",
    "turn",
    "turn_plan",
]
