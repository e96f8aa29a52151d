"""The drawing tools: one file each, one class a state. None knows the screen.

To add a tool: one file with a `TOOL`, and its place in `TOOLS`.
"""

from desktop.floorplans.tools import room, select, wall

TOOLS = (select.TOOL, wall.TOOL, room.TOOL)
