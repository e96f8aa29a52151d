"""In which walls of the building a door or a window can come."""

from __future__ import annotations

from desktop.floorplans.plan import Plan, WallKind
from desktop.language import _
from desktop.refused import Refused


def must_not_be_shared(plan: Plan, wall: int) -> None:
    """Refused: a wall that the home shares with the neighbours. Of a locked outer wall the
    building itself shows it: its facades have windows or doors of their own, a wall in between
    has none. Where no wall has any, as under a roof, nothing is known."""
    with_openings = {o.wall for o in plan.openings.values() if o.locked}
    of_building = {
        id for id, one in plan.walls.items() if one.kind is WallKind.SHELL and one.locked
    }
    facades = of_building & with_openings
    if facades and wall in of_building - facades:
        raise Refused(
            _(
                "This wall has no windows: behind it are the neighbours. "
                "Choose a wall with daylight."
            )
        )
