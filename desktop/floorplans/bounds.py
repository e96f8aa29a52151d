"""How much a home can hold. No dwelling comes near it; a file of a whole building, or one made to
do harm, would stop the program for minutes."""

from __future__ import annotations

from desktop.floorplans.plan import (
    MOST_WALLS,
    ROOM_OF,
    DimensionLine,
    Furniture,
    Home,
    LowCeiling,
    Opening,
    RoomLabel,
    Stair,
    Text,
    Wall,
)
from desktop.language import N_, _
from desktop.language.format import number
from desktop.refused import Refused

MOST_LEVELS = 20
# On one storey.
MOST_OF: dict[type, int] = {
    Wall: MOST_WALLS,
    Opening: 5_000,
    RoomLabel: 2_000,
    Furniture: 1_000,
    Stair: 20,
    Text: 1_000,
    DimensionLine: 1_000,
    LowCeiling: 100,
}
MOST_CORNERS = 200  # of a low ceiling
_WORDS: dict[type, str] = {
    Opening: N_("doors and windows"),
    RoomLabel: N_("names of rooms"),
    Furniture: N_("pieces of furniture"),
    Stair: N_("stairs"),
    Text: N_("texts"),
    DimensionLine: N_("dimension lines"),
    LowCeiling: N_("low ceilings"),
}


def must_be_few(kind: type, count: int) -> None:
    """Refuses more of one kind of thing than a storey holds."""
    if count <= MOST_OF[kind]:
        return
    if kind is Wall:
        raise Refused(_("This drawing has more than 5,000 walls. Keep only the layer with walls."))
    raise Refused(
        _("This drawing has more than {n} {things} on one storey. Keep only what you need.").format(
            n=number(MOST_OF[kind]), things=_(_WORDS[kind])
        )
    )


def must_be_a_dwelling(storeys: int) -> None:
    """Refuses more storeys than a home has."""
    if storeys > MOST_LEVELS:
        raise Refused(
            _("This drawing has more than {n} storeys. Keep only those of one home.").format(
                n=number(MOST_LEVELS)
            )
        )


def must_have_few_corners(low: LowCeiling) -> None:
    """Refuses an outline that nobody draws."""
    if len(low.corners) > MOST_CORNERS:
        raise Refused(
            _("A low ceiling has more than {n} corners here. Draw its outline more simply.").format(
                n=number(MOST_CORNERS)
            )
        )


def must_be_within_bounds(home: Home) -> None:
    """Refuses a home that holds more than a home can."""
    must_be_a_dwelling(len(home.levels))
    for level in home.levels:
        for kind, room in ROOM_OF.items():
            must_be_few(kind, len(getattr(level, room)))
        for low in level.low_ceilings.values():
            must_have_few_corners(low)
