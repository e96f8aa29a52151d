"""A furnished home of one storey, and one of two, to put on paper and in files."""

from __future__ import annotations

from dataclasses import replace

from immutables import Map

from desktop.floorplans.plan import (
    DimensionLine,
    Furniture,
    Hinge,
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
    Stair,
    Text,
)
from tests.support.plans import labelled_home, rectangle, with_label, with_opening


def furnished_plan() -> Plan:
    """The second oracle plan with doors that swing each way, a window, a passage and furniture."""
    plan = labelled_home()
    for opening in (
        Opening(1, OpeningKind.DOOR, 6_800, 930, front=True),
        Opening(3, OpeningKind.WINDOW, 900, 2_200, sill_mm=900),
        Opening(5, OpeningKind.DOOR, 1_000, 930, swing=Side.RIGHT),
        Opening(5, OpeningKind.DOOR, 3_300, 930, hinge=Hinge.FAR),
        Opening(7, OpeningKind.DOOR, 3_000, 930, hinge=Hinge.FAR),
        Opening(8, OpeningKind.PASSAGE, 200, 900),
    ):
        plan = with_opening(plan, opening)
    return replace(
        plan,
        furniture=Map({900: Furniture("sofa", Point(2_700, 1_000), 2_200, 900, 180)}),
        texts=Map({901: Text(Point(900, 4_600), "Hier de piano")}),
        dimensions=Map({902: DimensionLine(Point(150, 2_600), Point(5_150, 2_600))}),
        next_id=903,
    )


def furnished_home() -> Home:
    return Home((furnished_plan(),), north=60, wish="Een keuken waar we met z'n vieren eten.")


def two_storeys() -> Home:
    """A room with a stair, and one above it."""
    below = with_label(rectangle(6_000, 5_000, 200), 3_000, 3_500, RoomType.LIVING)
    stair = Stair(Point(1_000, 1_000), 0)
    below = replace(below, name="Begane grond", stairs=Map({50: stair}), next_id=51)
    above = with_label(rectangle(6_000, 5_000, 200), 3_000, 3_500, RoomType.BEDROOM)
    return Home((below, replace(above, name="Verdieping")))


def areas_m2(plan: Plan) -> list[float]:
    """The areas of the rooms, smallest first, in square metres with three decimals."""
    from desktop.floorplans.geometry import derive

    return sorted(round(room.area_mm2 / 1_000_000, 3) for room in derive(plan).rooms)
