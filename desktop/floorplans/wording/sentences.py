"""Title and sentence of each finding, by check and case.

The numbers of a finding are filled in by their name without the unit; lengths also with `_cm`.
"""

from __future__ import annotations

from desktop.floorplans.checks.findings import WELL
from desktop.language import N_

SENTENCES = {
    ("front-door", WELL): (
        N_("The home has a front door"),
        N_("From there we look whether you can get everywhere."),
    ),
    ("front-door", "missing"): (
        N_("There is no front door yet"),
        N_("Put a door in an outer wall and say that it is the front door."),
    ),
    ("reachable", WELL): (
        N_("All rooms can be reached"),
        N_("From the front door, through doors of {width_cm} or wider."),
    ),
    ("reachable", "none"): (
        N_("Cannot be reached: {rooms}"),
        N_("There is no way from the front door. Put a door in a wall, or a stair."),
    ),
    ("reachable", "narrow"): (
        N_("Hard to reach: {rooms}"),
        N_("Somewhere on the way from the front door it is less than {needed_cm} wide."),
    ),
    ("living-room", WELL): (
        N_("{room} is big enough"),
        N_("{area} where it is at least {needed_width} wide; {needed} is needed."),
    ),
    ("living-room", "missing"): (
        N_("There is no living room yet"),
        N_("Draw a room of at least {area}, at least {width} wide."),
    ),
    ("living-room", "narrow"): (
        N_("{room} is too narrow"),
        N_("{width} wide; one living room or kitchen must be at least {needed_width} wide."),
    ),
    ("living-room", "small"): (
        N_("{room} is too small"),
        N_("{area} where it is at least {needed_width} wide; {needed} is needed."),
    ),
    ("kitchen", WELL): (
        N_("There is a place to cook"),
        N_("With a sink, in a room to live in."),
    ),
    ("kitchen", "missing"): (
        N_("There is no kitchen yet"),
        N_("Draw a kitchen, or put a sink and a cooker in the living room."),
    ),
    ("bathroom", WELL): (
        N_("The bathroom is big enough"),
        N_("At least {area} and {width} wide."),
    ),
    ("bathroom", "missing"): (
        N_("There is no bathroom yet"),
        N_("Draw a room of at least {area}, at least {width} wide."),
    ),
    ("bathroom", "small"): (
        N_("{room} is too small"),
        N_("{area}; a bathroom like this is at least {needed}."),
    ),
    ("bathroom", "narrow"): (
        N_("{room} is too narrow"),
        N_("{width} wide; a bathroom like this is at least {needed} wide."),
    ),
    ("toilet", WELL): (
        N_("The toilet is big enough"),
        N_("At least {width} by {depth}."),
    ),
    ("toilet", "missing"): (
        N_("There is no toilet yet"),
        N_("Draw a toilet of at least {width} by {depth}, or put one in the bathroom."),
    ),
    ("toilet", "tight"): (
        N_("{room} is too small"),
        N_("Now {width} by {depth}; {needed_width} by {needed_depth} must be free."),
    ),
    ("living-space", WELL): (
        N_("There is enough room to live in"),
        N_("{area} in all rooms to live in together."),
    ),
    ("living-space", "small"): (
        N_("There is too little room to live in"),
        N_("{area} in living room, kitchen and bedrooms together; {needed} is needed."),
    ),
    ("living-space", "missing"): (
        N_("There is no room to live in yet"),
        N_("{needed} is needed in living room, kitchen and bedrooms together."),
    ),
    ("living-space", "share"): (
        N_("Much room goes to halls and storage"),
        N_("{area} is to live in; of {usable} at least {needed_share} must be."),
    ),
    ("living-area", WELL): (
        N_("All rooms are big enough"),
        N_("Every room to live in is at least {area}."),
    ),
    ("living-area", "small"): (
        N_("{room} is too small"),
        N_("{area}; a room to live in is at least {needed}."),
    ),
    ("room-width", WELL): (
        N_("All rooms are wide enough"),
        N_("Every room to live in is at least {width} wide."),
    ),
    ("room-width", "narrow"): (
        N_("{room} is too narrow"),
        N_("{width} wide; a room to live in is at least {needed} wide."),
    ),
    ("daylight", WELL): (
        N_("There is enough daylight"),
        N_("Every room to live in has windows of a tenth of its floor. This is an indication."),
    ),
    ("daylight", "dark"): (
        N_("{room} gets no daylight"),
        N_("Put a window of at least {needed_windows} in an outer wall."),
    ),
    ("daylight", "small"): (
        N_("{room} gets little light"),
        N_("The window is too small for {area}: make it {wider_cm} wider."),
    ),
    ("daylight", "fixed"): (
        N_("{room} gets little light"),
        N_("The windows of the building are enough for {most}; this room is {area}."),
    ),
    ("door-width", WELL): (
        N_("All doors are wide enough"),
        N_("You have at least {width_cm} to go through."),
    ),
    ("door-width", "door"): (
        N_("{room}: the door is narrow"),
        N_("You have {width_cm} to go through; {needed_cm} is needed."),
    ),
    ("door-width", "passage"): (
        N_("{room}: the passage is narrow"),
        N_("You have {width_cm} to go through; {needed_cm} is needed."),
    ),
    ("route-width", WELL): (
        N_("You can walk everywhere"),
        N_("Between the doors of a room it is at least {width_cm} wide."),
    ),
    ("route-width", "narrow"): (
        N_("{room} is narrow to walk through"),
        N_("At the narrowest {width_cm} from door to door; {needed_cm} is needed."),
    ),
    ("stair", WELL): (
        N_("The stair is good to walk on"),
        N_("Wide enough and not too steep."),
    ),
    ("stair", "narrow"): (
        N_("The stair is too narrow"),
        N_("{width_cm} wide; {needed_width_cm} is needed."),
    ),
    ("stair", "steep"): (
        N_("The stair is too steep"),
        N_("Each step goes up {riser_cm}; at most {most_riser_cm}. Use more steps."),
    ),
    ("stair", "short"): (
        N_("The steps of the stair are too short"),
        N_("Each step is {tread_cm} deep; {needed_tread_cm} is needed. Make the stair longer."),
    ),
    ("stair", "out"): (
        N_("The stair does not fit here"),
        N_("It needs {run} by {width} in one room. Move it, or move a wall."),
    ),
    ("landing", WELL): (
        N_("There is room at the top of the stair"),
        N_("At least {width_cm} by {depth_cm}."),
    ),
    ("landing", "none"): (
        N_("There is no room at the top of the stair"),
        N_("Keep {width_cm} by {depth_cm} free there to step off."),
    ),
    ("stair-door", WELL): (
        N_("No door leads against a stair or into its hole"),
        N_("Before each door there is {free_cm} of floor, or the lowest steps."),
    ),
    ("stair-door", "side"): (
        N_("{room}: a door against the stair"),
        N_("Who comes in walks against the side of the stair. Keep {free_cm} free."),
    ),
    ("stair-door", "hole"): (
        N_("{room}: a door before the stairwell"),
        N_("Who comes in steps into the hole of the stair. Keep {free_cm} of floor free."),
    ),
    ("stair-door", "leaf"): (
        N_("{room}: a door opens over the stair"),
        N_("Let the door open another way, or put it elsewhere."),
    ),
    ("ceiling", WELL): (
        N_("The ceiling is high enough"),
        N_("At least {lived_in} in rooms, {wet_room} in toilet and bathroom."),
    ),
    ("ceiling", "room"): (
        N_("The ceiling is low"),
        N_("{height} high; rooms to live in are at least {needed} high."),
    ),
    ("ceiling", "wet"): (
        N_("The ceiling of toilet and bathroom is low"),
        N_("{height} high; at least {needed} is needed."),
    ),
    ("accessible-bathroom", WELL): (
        N_("Bathroom and toilet are accessible"),
        N_("They are as big as you asked."),
    ),
    ("accessible-bathroom", "tight"): (
        N_("{room} is not accessible"),
        N_("Now {width} by {depth}; {needed_width} by {needed_depth} must be free."),
    ),
    ("turning", WELL): (
        N_("A wheelchair can turn in every room"),
        N_("There is a circle of {width} free."),
    ),
    ("turning", "narrow"): (
        N_("{room} is narrow"),
        N_("{width} wide; a wheelchair needs {needed} to turn."),
    ),
    ("door-furniture", WELL): (
        N_("All doors open freely"),
        N_("No furniture is in the way."),
    ),
    ("door-furniture", "hit"): (
        N_("{room}: door hits {item}"),
        N_("Let the door open another way, or move the furniture."),
    ),
    ("door-wall", WELL): (
        N_("No door opens against a wall"),
        N_("Every door can be opened all the way."),
    ),
    ("door-wall", "hit"): (
        N_("{room}: a door opens against a wall"),
        N_("Let the door open another way, or put it elsewhere."),
    ),
    ("door-wall", "fixed"): (
        N_("{room}: a door opens against a wall"),
        N_("This door cannot be moved. Put the wall farther from the door."),
    ),
    ("door-clash", WELL): (
        N_("Doors do not hit each other"),
        N_("They can be open at the same time."),
    ),
    ("door-clash", "hit"): (
        N_("{room}: two doors hit each other"),
        N_("Let one of them open another way."),
    ),
    ("walking-room", WELL): (
        N_("You can walk past the furniture"),
        N_("Beside beds, around tables and before sofas."),
    ),
    ("walking-room", "bed"): (
        N_("{room}: little room beside the bed"),
        N_("Keep {needed_cm} free to get in; on both sides of a bed for two."),
    ),
    ("walking-room", "table"): (
        N_("{room}: little room around the table"),
        N_("Keep {needed_cm} free on at least {sides} sides to sit down."),
    ),
    ("walking-room", "sofa"): (
        N_("{room}: little room before the sofa"),
        N_("Keep {needed_cm} free to walk."),
    ),
    ("double-wall", WELL): (
        N_("No walls lie over each other"),
        N_("Each wall moves as a whole."),
    ),
    ("double-wall", "double"): (
        N_("Two walls lie over each other"),
        N_("If you move one, the other stays. Make one wall of the two."),
    ),
    ("toilet-kitchen", WELL): (
        N_("The toilet does not open into the kitchen"),
        N_("That is how most people like it."),
    ),
    ("toilet-kitchen", "door"): (
        N_("The toilet opens into the kitchen"),
        N_("Put the door in another wall, to the hall if you can."),
    ),
    ("washing-machine", WELL): (
        N_("There is a place for a washing machine"),
        N_("Think of water and a socket there."),
    ),
    ("washing-machine", "missing"): (
        N_("Where does the washing machine go?"),
        N_("It needs {width_cm} by {depth_cm}, in the bathroom or the storage room."),
    ),
    ("storage", WELL): (
        N_("The storage room is big enough"),
        N_("{area} and {width} wide."),
    ),
    ("storage", "shared"): (
        N_("A storage room may be shared"),
        N_("That is allowed for a home of at most {shared_up_to}."),
    ),
    ("storage", "missing"): (
        N_("There is no storage room in the drawing"),
        N_("It is at least {area} and {width} wide. Perhaps it is elsewhere in the building."),
    ),
    ("storage", "small"): (
        N_("{room} is too small"),
        N_("{area}; a storage room is at least {needed}."),
    ),
    ("storage", "narrow"): (
        N_("{room} is too narrow"),
        N_("{width} wide; a storage room is at least {needed_width} wide."),
    ),
    ("outdoor", WELL): (
        N_("The outdoor space is big enough"),
        N_("{area} and {width} wide."),
    ),
    ("outdoor", "shared"): (
        N_("An outdoor space may be shared"),
        N_("That is allowed for a home of at most {shared_up_to}."),
    ),
    ("outdoor", "missing"): (
        N_("There is no outdoor space in the drawing"),
        N_("It is at least {area} and {width} wide. Perhaps it lies outside the drawing."),
    ),
    ("outdoor", "small"): (
        N_("{room} is too small"),
        N_("{area}; an outdoor space is at least {needed}."),
    ),
    ("outdoor", "narrow"): (
        N_("{room} is too narrow"),
        N_("{width} wide; an outdoor space is at least {needed_width} wide."),
    ),
}
