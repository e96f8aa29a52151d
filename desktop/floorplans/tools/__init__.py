"""The drawing tools: one file each, one class a state. None knows the screen.

To add a tool: one file with a `TOOL`, and its place in `TOOLS`.
"""

from desktop.floorplans.tools import (
    door,
    furniture,
    measure,
    room,
    select,
    sketch,
    text,
    underlay,
    wall,
    window,
)

TOOLS = (
    select.TOOL,
    wall.TOOL,
    sketch.TOOL,
    room.TOOL,
    door.TOOL,
    window.TOOL,
    furniture.TOOL,
    measure.TOOL,
    text.TOOL,
    underlay.TOOL,
)
