"""What one sees of a home from above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.catalogue import items
from desktop.floorplans.dollhouse import Angle, Face, Line, storeys
from desktop.floorplans.dollhouse.faces import Pane, Surface
from desktop.floorplans.dollhouse.furnishings import flat_parts, furniture_columns
from desktop.floorplans.dollhouse.walls import (
    CUT_MM,
    FRONT_MM,
    LOW_WALL_MM,
    RAIL_MM,
    wall_columns,
)
from desktop.floorplans.edits import put
from desktop.floorplans.geometry import derive, derive_home
from desktop.floorplans.plan import (
    Furniture,
    Home,
    LowCeiling,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Stair,
)
from desktop.floorplans.templates import Template, demonstration, examples, shells
from tests.support.plans import labelled_home, rectangle, wall, with_label, with_opening, with_walls

FROM_BELOW = Angle(0.0)  # the lower side on paper is in front
BOTTOM, RIGHT, TOP, LEFT = 1, 2, 3, 4  # the walls of `rectangle`


def heights(plan: Plan, angle: Angle = FROM_BELOW) -> list[float]:
    """How high each column of the walls stands."""
    return [column.high_mm for column in wall_columns(derive(plan), angle)]


def with_thing(plan: Plan, *things: Furniture | LowCeiling | Stair) -> Plan:
    for thing in things:
        plan, _id = put(plan, thing)
    return plan


def test_the_wall_at_the_back_stands_whole_and_the_one_in_front_is_lowest() -> None:
    bottom, _right, top, _left = heights(rectangle(4_000, 3_000, 100), Angle(10))
    assert (bottom, top) == (FRONT_MM, 2_600)


def test_turned_around_the_back_is_in_front() -> None:
    bottom, _right, top, _left = heights(rectangle(4_000, 3_000, 100), Angle(190))
    assert (bottom, top) == (2_600, FRONT_MM)


def test_a_wall_between_rooms_is_cut() -> None:
    plan = with_walls(rectangle(6_000, 3_000, 100), wall((3_000, 0), (3_000, 3_000)))
    assert heights(plan, Angle(40))[-1] == CUT_MM


def test_the_wall_around_an_outdoor_space_is_a_rail() -> None:
    fence = [wall((0, 3_000), (0, 5_000)), wall((0, 5_000), (4_000, 5_000))]
    plan = with_walls(rectangle(4_000, 3_000, 100), *fence, wall((4_000, 5_000), (4_000, 3_000)))
    plan = with_label(plan, 2_000, 4_000, RoomType.OUTDOOR)
    assert heights(plan)[-3:] == [RAIL_MM] * 3


def test_a_wall_under_a_sloping_roof_is_low() -> None:
    low = LowCeiling((Point(0, 2_000), Point(4_000, 2_000), Point(4_000, 3_000), Point(0, 3_000)))
    assert heights(with_thing(rectangle(4_000, 3_000, 100), low))[TOP - 1] == LOW_WALL_MM


def test_a_door_is_a_gap_with_wall_above_it() -> None:
    door = Opening(TOP, OpeningKind.DOOR, 1_000, 930, 0, 2_315)
    columns = list(wall_columns(derive(with_opening(rectangle(4_000, 3_000, 100), door)), Angle(9)))
    (lintel,) = [c for c in columns if c.pieces[0].low_mm > 0]
    assert (lintel.pieces[0].low_mm, lintel.high_mm) == (2_315, 2_600)
    assert len(columns) == 6


def test_a_window_at_the_back_has_wall_below_it_glass_and_wall_above_it() -> None:
    window = Opening(TOP, OpeningKind.WINDOW, 1_000, 1_200, 900, 2_300)
    plan = with_opening(rectangle(4_000, 3_000, 100), window)
    (column,) = [c for c in wall_columns(derive(plan), FROM_BELOW) if len(c.pieces) == 3]
    below, glass, above = column.pieces
    assert (below.low_mm, below.high_mm, above.low_mm, above.high_mm) == (0, 900, 2_300, 2_600)
    assert isinstance(glass, Pane)
    assert (glass.low_mm, glass.high_mm) == (900, 2_300)


def test_a_window_above_the_cut_shows_as_glass_on_the_wall() -> None:
    window = Opening(BOTTOM, OpeningKind.WINDOW, 1_000, 1_200, 900, 2_300)
    (storey,) = storeys([derive(with_opening(rectangle(4_000, 3_000, 100), window))], FROM_BELOW)
    glass = [p for p in storey.parts if isinstance(p, Face) and p.surface is Surface.GLASS]
    assert len(glass) == 1


def test_each_room_has_a_floor_in_its_own_colour() -> None:
    (storey,) = storeys([derive(labelled_home())], Angle())
    floors = [part for part in storey.parts if isinstance(part, Face) and part.room is not None]
    assert {floor.room for floor in floors} == {
        RoomType.LIVING,
        RoomType.BEDROOM,
        RoomType.KITCHEN,
        RoomType.TOILET,
        RoomType.HALL,
    }


def test_a_stair_leaves_its_hole_in_the_floor_above() -> None:
    ground = with_thing(rectangle(6_000, 5_000, 300), Stair(Point(1_000, 1_000), 0))
    above = rectangle(6_000, 5_000, 300)
    below, top = storeys(derive_home(Home((ground, above))), Angle())
    rings = [
        [len(part.rings) for part in storey.parts if isinstance(part, Face) and part.room]
        for storey in (below, top)
    ]
    assert rings == [[1], [2]]


def test_one_storey_can_be_chosen() -> None:
    (family,) = [t for t in examples() if len(t.home.levels) == 3]
    derived = derive_home(family.home)
    assert [storey.level for storey in storeys(derived, Angle())] == [0, 1, 2]
    assert [storey.level for storey in storeys(derived, Angle(), 1)] == [1]


def test_an_empty_sheet_shows_nothing() -> None:
    assert storeys([derive(Plan())], Angle()) == []


@pytest.mark.parametrize("thing", items(), ids=lambda thing: thing.key)
def test_everything_of_the_catalogue_is_seen_and_stays_within_its_box(thing: object) -> None:
    plan = with_thing(Plan(), thing.placed(Point(0, 0)))
    for column in furniture_columns(plan):
        for x, y in (place for piece in column.pieces for place in piece.ring):
            assert abs(x) <= thing.width_mm / 2 + 0.01
            assert abs(y) <= thing.depth_mm / 2 + 0.01
    assert [*furniture_columns(plan), *flat_parts(plan, Angle())]


def test_a_thing_of_another_program_is_a_block() -> None:
    plan = with_thing(Plan(), Furniture("eTeks#aquarium", Point(0, 0), 800, 400))
    assert len(list(furniture_columns(plan))) == 1


def test_a_rug_lies_on_the_floor_under_what_stands_on_it() -> None:
    plan = rectangle(6_000, 5_000, 300)
    rug = Furniture("rug", Point(3_000, 2_500), 2_000, 1_400)
    plan = with_thing(plan, Furniture("chair", Point(3_000, 2_500), 450, 450), rug)
    (storey,) = storeys([derive(plan)], Angle())
    surfaces = [part.surface for part in storey.parts if isinstance(part, Face)]
    assert surfaces.index(Surface.CLOTH) < surfaces.index(Surface.WOOD)


def test_a_mirrored_thing_shows_its_other_side() -> None:
    bath = Furniture("sofa-corner", Point(0, 0), 2_600, 1_700)
    one, other = (
        {column.ring for column in furniture_columns(with_thing(Plan(), thing))}
        for thing in (bath, replace(bath, mirrored=True))
    )
    assert one != other


@pytest.mark.parametrize("turn", [0, 28, 90, 135, 200, 315])
@pytest.mark.parametrize("template", [*shells(), *examples()], ids=lambda t: t.key)
def test_every_template_can_be_looked_at_from_all_sides(template: Template, turn: int) -> None:
    for storey in storeys(derive_home(template.home), Angle(turn)):
        left, bottom, right, top = storey.box
        assert right - left > 3_000
        assert top - bottom > 3_000
        assert any(isinstance(part, Line | Face) for part in storey.parts)


def test_turned_all_the_way_round_it_is_the_same_picture() -> None:
    derived = derive_home(demonstration())
    (one,), (other,) = (storeys(derived, Angle(turn)) for turn in (30, 390))
    assert len(one.parts) == len(other.parts)
    assert one.box == pytest.approx(other.box)
