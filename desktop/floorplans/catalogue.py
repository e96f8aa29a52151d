"""The furniture: what it is called, how big it is, and in which rooms it is offered.

The sizes are those of things that are sold in the Netherlands. A table and a desk are as big as
they are with their chairs. The pictures (`resources/floorplans/furniture`) were drawn for this
program: seen from above, with the back along the upper side, in a box as big as the thing in
millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from desktop.assets import resources
from desktop.floorplans.plan import Furniture, Point, RoomType
from desktop.language import N_, _


class Use(Enum):
    """What a check must know of a thing."""

    TOILET = "toilet"
    SINK = "sink"
    COOKER = "cooker"
    WASHING_MACHINE = "washing_machine"
    BED = "bed"
    TABLE = "table"
    SOFA = "sofa"
    FLAT = "flat"  # one walks over it, or it only shows a size
    LIGHT = "light"  # moved in passing


@dataclass(frozen=True)
class Item:
    """A thing of the catalogue. `word` is in English, to be translated."""

    key: str
    word: str
    rooms: tuple[RoomType, ...]
    width_mm: int
    depth_mm: int
    height_mm: int
    uses: frozenset[Use] = frozenset()

    @property
    def title(self) -> str:
        """What it is called in the language in use."""
        return _(self.word)

    @property
    def picture(self) -> Path:
        return resources() / "floorplans" / "furniture" / f"{self.key}.svg"

    def placed(self, at: Point, angle: int = 0) -> Furniture:
        """Such a thing in a plan, in its usual size."""
        return Furniture(self.key, at, self.width_mm, self.depth_mm, angle)


def items() -> tuple[Item, ...]:
    """All of them, in the order in which they are offered."""
    return _ITEMS


def items_for(room: RoomType) -> tuple[Item, ...]:
    """What is offered for a room of this type: first what belongs there before all."""
    offered = (item for item in _ITEMS if room in item.rooms)
    return tuple(sorted(offered, key=lambda item: item.rooms.index(room)))


def item(key: str) -> Item | None:
    """The thing with a key; None when the catalogue has none, as for a thing that came with a
    file of another program."""
    return _by_key().get(key)


def keys_for(use: Use) -> frozenset[str]:
    """The keys of the things that serve for something."""
    return frozenset(item.key for item in _ITEMS if use in item.uses)


@cache
def _by_key() -> dict[str, Item]:
    return {item.key: item for item in _ITEMS}


_LIVING = (RoomType.LIVING,)
_EATING = (RoomType.LIVING, RoomType.KITCHEN)
_COOKING = (RoomType.KITCHEN, RoomType.LIVING)
_SLEEPING = (RoomType.BEDROOM,)
_WASHING = (RoomType.BATHROOM,)
_STORING = (RoomType.STORAGE, RoomType.HALL)
_OUTSIDE = (RoomType.OUTDOOR,)
_MACHINES = (RoomType.BATHROOM, RoomType.STORAGE, RoomType.KITCHEN)
_TURNING = (RoomType.LIVING, RoomType.BEDROOM, RoomType.BATHROOM, RoomType.HALL)
_CLIMBING = (RoomType.HALL, RoomType.LIVING)


def _used(*uses: Use) -> frozenset[Use]:
    return frozenset(uses)


# Key, word, rooms; width, depth and height in millimetres.
_ITEMS = (
    Item("sofa", N_("Sofa for three"), _LIVING, 2200, 900, 850, _used(Use.SOFA)),
    Item("sofa-two", N_("Sofa for two"), _LIVING, 1700, 900, 850, _used(Use.SOFA)),
    Item("sofa-corner", N_("Corner sofa"), _LIVING, 2600, 1700, 850, _used(Use.SOFA)),
    Item("armchair", N_("Armchair"), (*_LIVING, *_SLEEPING), 850, 850, 850),
    Item("coffee-table", N_("Coffee table"), _LIVING, 1100, 600, 420, _used(Use.LIGHT)),
    Item("coffee-table-round", N_("Round coffee table"), _LIVING, 800, 800, 420, _used(Use.LIGHT)),
    Item("tv-unit", N_("Television"), (*_LIVING, *_SLEEPING), 1600, 420, 1100),
    Item("bookcase", N_("Bookcase"), (*_LIVING, *_SLEEPING, RoomType.HALL), 900, 300, 2000),
    Item("table", N_("Table for four"), _EATING, 1400, 1800, 750, _used(Use.TABLE)),
    Item("table-six", N_("Table for six"), _EATING, 2000, 1800, 750, _used(Use.TABLE)),
    Item("table-two", N_("Table for two"), _EATING, 800, 1700, 750, _used(Use.TABLE)),
    Item("table-round", N_("Round table"), _EATING, 1900, 1900, 750, _used(Use.TABLE)),
    Item("chair", N_("Chair"), (*_EATING, *_SLEEPING), 450, 450, 850, _used(Use.LIGHT)),
    Item("bar-stool", N_("Bar stool"), _EATING, 400, 400, 750, _used(Use.LIGHT)),
    Item("rug", N_("Rug"), (*_LIVING, *_SLEEPING), 2000, 1400, 10, _used(Use.FLAT)),
    Item("plant", N_("Plant"), (*_LIVING, RoomType.HALL, *_OUTSIDE), 600, 600, 1200),
    Item("piano", N_("Piano"), _LIVING, 1500, 600, 1200),
    Item(
        "kitchen-block",
        N_("Kitchen unit 2.40 m"),
        _COOKING,
        2400,
        600,
        900,
        _used(Use.SINK, Use.COOKER),
    ),
    Item("kitchen-sink", N_("Sink unit"), _COOKING, 1000, 600, 900, _used(Use.SINK)),
    Item("cooker", N_("Cooker"), _COOKING, 600, 600, 900, _used(Use.COOKER)),
    Item("fridge", N_("Fridge"), _COOKING, 600, 650, 1850),
    Item("dishwasher", N_("Dishwasher"), _COOKING, 600, 600, 850),
    Item("oven-tower", N_("Oven in a tall cabinet"), _COOKING, 600, 600, 2100),
    Item("kitchen-cabinet", N_("Kitchen cabinet"), _COOKING, 600, 600, 900),
    Item("kitchen-drawers", N_("Kitchen drawers"), _COOKING, 900, 600, 900),
    Item("kitchen-corner", N_("Kitchen corner cabinet"), _COOKING, 900, 900, 900),
    Item(
        "kitchen-island",
        N_("Kitchen island"),
        _COOKING,
        1800,
        900,
        900,
        _used(Use.SINK, Use.COOKER),
    ),
    Item("bed-double", N_("Double bed"), _SLEEPING, 1700, 2100, 500, _used(Use.BED)),
    Item("bed-queen", N_("Double bed, narrow"), _SLEEPING, 1450, 2080, 500, _used(Use.BED)),
    Item("bed-single", N_("Single bed"), _SLEEPING, 950, 2080, 500, _used(Use.BED)),
    Item("bunk-bed", N_("Bunk bed"), _SLEEPING, 1000, 2080, 1650, _used(Use.BED)),
    Item("cot", N_("Cot"), _SLEEPING, 650, 1250, 900),
    Item("nightstand", N_("Bedside table"), _SLEEPING, 450, 400, 500, _used(Use.LIGHT)),
    Item("wardrobe", N_("Wardrobe"), (*_SLEEPING, *_STORING), 1000, 600, 2100),
    Item("wardrobe-wide", N_("Wide wardrobe"), _SLEEPING, 2000, 600, 2100),
    Item("chest-of-drawers", N_("Chest of drawers"), _SLEEPING, 900, 450, 850),
    Item("desk", N_("Desk with chair"), (*_SLEEPING, *_LIVING), 1400, 1250, 750),
    Item("office-chair", N_("Office chair"), (*_SLEEPING, *_LIVING), 620, 620, 1000),
    Item(
        "toilet", N_("Toilet bowl"), (RoomType.TOILET, *_WASHING), 400, 700, 420, _used(Use.TOILET)
    ),
    Item(
        "toilet-accessible",
        N_("Toilet with grab bars"),
        (RoomType.TOILET, *_WASHING),
        900,
        750,
        480,
        _used(Use.TOILET),
    ),
    Item("hand-basin", N_("Hand basin"), (RoomType.TOILET, *_WASHING), 400, 260, 850),
    Item("washbasin", N_("Washbasin"), _WASHING, 600, 480, 850),
    Item("washbasin-double", N_("Double washbasin"), _WASHING, 1300, 500, 850),
    Item("shower", N_("Shower"), _WASHING, 900, 900, 30, _used(Use.FLAT)),
    Item("shower-wide", N_("Walk-in shower"), _WASHING, 1400, 900, 30, _used(Use.FLAT)),
    Item("shower-seat", N_("Shower with a seat"), _WASHING, 1000, 1000, 480),
    Item("bath", N_("Bath"), _WASHING, 1700, 750, 580),
    Item(
        "washing-machine",
        N_("Washing machine"),
        _MACHINES,
        600,
        600,
        850,
        _used(Use.WASHING_MACHINE),
    ),
    Item("tumble-dryer", N_("Tumble dryer"), _MACHINES, 600, 600, 850),
    Item("heat-pump", N_("Heat pump or boiler"), _STORING, 600, 650, 1900),
    Item("coat-rack", N_("Coat rack"), (RoomType.HALL,), 1000, 350, 1900),
    Item("shoe-cabinet", N_("Shoe cabinet"), (RoomType.HALL,), 900, 300, 1000),
    Item("bicycle", N_("Bicycle"), (RoomType.STORAGE, *_OUTSIDE), 1800, 600, 1050),
    Item("pram", N_("Pram"), _STORING, 620, 1050, 1050),
    Item("mobility-scooter", N_("Mobility scooter"), _STORING, 700, 1400, 1000),
    Item("wheelchair", N_("Wheelchair"), _TURNING, 700, 1100, 950, _used(Use.LIGHT)),
    Item(
        "wheelchair-circle",
        N_("Turning circle of a wheelchair"),
        _TURNING,
        1500,
        1500,
        1,
        _used(Use.FLAT),
    ),
    Item("stair-straight", N_("Straight stair"), _CLIMBING, 900, 3300, 2600),
    Item("stair-quarter", N_("Stair with a turn"), _CLIMBING, 2200, 2200, 2600),
    Item("stair-spiral", N_("Spiral stair"), _CLIMBING, 1800, 1800, 2600),
    Item("garden-table", N_("Garden table"), _OUTSIDE, 1600, 1800, 750, _used(Use.TABLE)),
    Item("lounger", N_("Lounger"), _OUTSIDE, 700, 1900, 400),
    Item("planter", N_("Planter"), _OUTSIDE, 1000, 400, 500),
)
