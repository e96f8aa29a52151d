"""What can be and what cannot: each check refuses with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from desktop.floorplans.edits.places import crosses, lies_on
from desktop.floorplans.plan import (
    FARTHEST_MM,
    LONGEST_WALL_MM,
    SHORTEST_WALL_MM,
    DimensionLine,
    Furniture,
    LowCeiling,
    Opening,
    OpeningKind,
    Plan,
    Point,
    Stair,
    Thing,
    Wall,
)
from desktop.language import _
from desktop.language.format import number
from desktop.refused import Refused

NARROWEST_OPENING_MM = 100
# No thing in a home is larger, and no stair has more steps: drawing a million takes minutes.
LARGEST_THING_MM, MOST_RISERS = 100_000, 100


def is_locked(thing: Thing) -> bool:
    """Whether it belongs to the building."""
    return isinstance(thing, Wall | Opening | Furniture | Stair) and thing.locked


def must_be_free(thing: Thing) -> None:
    if is_locked(thing):
        if isinstance(thing, Wall):
            raise Refused(_("This wall belongs to the building and cannot be moved."))
        raise Refused(_("This belongs to the building and cannot be changed."))


def must_be_possible(plan: Plan, id: int | None, thing: Thing) -> None:
    must_be_within(thing)
    if isinstance(thing, Wall):
        must_lie_on_none(thing, (other for key, other in plan.walls.items() if key != id))
        mine = [] if id is None else list(plan.openings_of(id))
        for key, opening in mine:
            must_fit(opening, thing, (other for other_key, other in mine if other_key != key))
    elif isinstance(thing, Opening):
        others = (other for key, other in plan.openings_of(thing.wall) if key != id)
        must_fit(thing, plan.walls[thing.wall], others)


def must_be_within(thing: Thing) -> None:
    """Sizes and places that can be, whatever else is in the plan."""
    for point in _points(thing):
        if max(abs(point.x), abs(point.y)) > FARTHEST_MM:
            raise Refused(_("This is too far away. A drawing is at most 1 kilometre wide."))
    if isinstance(thing, Wall):
        if not SHORTEST_WALL_MM <= thing.length_mm <= LONGEST_WALL_MM or thing.thickness_mm <= 0:
            raise wrong_length()
    elif isinstance(thing, Furniture | Stair):
        if min(_sizes(thing)) <= 0:
            raise Refused(_("This has no size. Give a width and a depth in centimetres."))
        if max(_sizes(thing)) > LARGEST_THING_MM:
            raise Refused(_("This is larger than a home. Check its width and its depth."))
        if isinstance(thing, Stair) and not 1 <= thing.risers <= MOST_RISERS:
            raise Refused(_("A stair has 1 to 100 steps. Check how many there are."))


def _points(thing: Thing) -> tuple[Point, ...]:
    if isinstance(thing, Wall | DimensionLine):
        return thing.start, thing.end
    if isinstance(thing, LowCeiling):
        return thing.corners
    return () if isinstance(thing, Opening) else (thing.at,)


def _sizes(thing: Furniture | Stair) -> tuple[int, int]:
    depth = thing.depth_mm if isinstance(thing, Furniture) else thing.run_mm
    return thing.width_mm, depth


def must_lie_on_none(wall: Wall, others: Iterable[Wall]) -> None:
    for other in others:
        if other.locked and (lies_on(wall, other) or crosses(wall, other)):
            raise Refused(_("This wall belongs to the building and cannot be moved."))
        if lies_on(wall, other):
            raise Refused(_("There is a wall here already. Use that one, or make one of the two."))


def must_fit(opening: Opening, wall: Wall, others: Iterable[Opening]) -> None:
    """`others` are the other openings of the wall."""
    if opening.width_mm < NARROWEST_OPENING_MM or opening.head_mm <= opening.sill_mm:
        raise Refused(_("A door or window is at least 10 cm wide and high."))
    if opening.at_mm < 0 or opening.until_mm > ceil(wall.length_mm):
        raise Refused(_too_wide(opening).format(**_widths(opening, wall)))
    for other in others:
        if opening.at_mm < other.until_mm and other.at_mm < opening.until_mm:
            raise Refused(_("There is a door or a window here already. Slide it aside first."))


def _too_wide(opening: Opening) -> str:
    if opening.kind is OpeningKind.WINDOW:
        return _("This window is {opening} cm, the wall is {wall} cm here. Choose a longer wall.")
    return _("This door is {opening} cm, the wall is {wall} cm here. Choose a longer wall.")


def _widths(opening: Opening, wall: Wall) -> dict[str, str]:
    return {
        "opening": number(round(opening.width_mm / 10)),
        "wall": number(int(wall.length_mm / 10)),
    }


def wrong_length() -> Refused:
    return Refused(_("A wall is at least 5 cm and at most 100 metres long."))
