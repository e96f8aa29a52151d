from __future__ import annotations

import io
from dataclasses import replace

import ezdxf
import pytest
from ezdxf import recover

from desktop.floorplans import templates
from desktop.floorplans.edits import add_opening, add_wall
from desktop.floorplans.exchange.dxf_in import NoUnit, layers_of, read_dxf
from desktop.floorplans.exchange.reading import home_in
from desktop.floorplans.exchange.writing import FORMATS
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Home, OpeningKind, Plan, Point, RoomType, StairShape
from desktop.language import _
from desktop.refused import Refused
from tests.support import plans
from tests.support.homes import areas_m2, furnished_home, furnished_plan, two_storeys


def written(home: Home) -> bytes:
    return FORMATS[".dxf"](home, "huis")


def drawn(unit: int = 4) -> ezdxf.document.Drawing:
    document = ezdxf.new("R2010")
    document.units = unit
    return document


def saved(document: ezdxf.document.Drawing) -> bytes:
    text = io.StringIO()
    document.write(text)
    return document.encode(text.getvalue())


def plan_of(content: bytes, **how: object) -> Plan:
    (plan,) = read_dxf(content, **how).home.levels  # type: ignore[arg-type]
    return plan


def refusal_of(content: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_dxf(content)
    return refusal.value.sentence


def add_rectangle(document: ezdxf.document.Drawing, *corners: float, layer: str = "0") -> None:
    left, bottom, right, top = corners
    document.modelspace().add_lwpolyline(
        [(left, bottom), (right, bottom), (right, top), (left, top)],
        close=True,
        dxfattribs={"layer": layer},
    )


UNREADABLE = "This file cannot be read: there is no drawing in it. Your drawing has not changed."


# Out ----------------------------------------------------------------------------------------


def test_the_file_is_sound_and_in_millimetres_with_a_layer_for_each_kind() -> None:
    document, auditor = recover.read(io.BytesIO(written(furnished_home())))
    assert not auditor.has_errors
    assert not auditor.has_fixes
    assert document.dxfversion == "AC1024"
    assert document.units == ezdxf.units.MM
    used = {entity.dxf.layer for entity in document.modelspace()}
    assert {"walls", "doors", "windows", "furniture", "rooms", "dimensions"} <= used


def test_storeys_stand_side_by_side_with_their_names() -> None:
    document, _auditor = recover.read(io.BytesIO(written(two_storeys())))
    texts = {entity.dxf.text for entity in document.modelspace().query("TEXT")}
    assert {"Begane grond", "Verdieping", "Woonkamer", "Slaapkamer"} <= texts


# Out and in ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "plan",
    [
        plans.rectangle(4_000, 3_000, 100),
        plans.second_oracle_plan(),
        plans.l_shape(),
        plans.with_shaft(),
        plans.slanted(),
        plans.open_corner(4),
        plans.grid(3),
        furnished_plan(),
    ],
    ids=["rectangle", "five rooms", "L", "shaft", "slanted", "open corner", "grid", "furnished"],
)
def test_what_goes_out_comes_in_with_the_same_rooms(plan: Plan) -> None:
    back = plan_of(written(Home((plan,))))
    assert areas_m2(back) == pytest.approx(areas_m2(plan), abs=0.01)


def test_doors_windows_and_passages_come_back_as_they_were() -> None:
    back = plan_of(written(furnished_home()))

    def shown(plan: Plan) -> list[tuple[object, ...]]:
        return sorted(
            (o.kind.value, *plan.walls[o.wall].along(o.at_mm), o.width_mm, o.hinge.value)
            for o in plan.openings.values()
            if o.kind is OpeningKind.DOOR
        )

    assert shown(back) == shown(furnished_plan())
    assert len(back.openings) == len(furnished_plan().openings)


def test_rooms_keep_what_they_are_for() -> None:
    back = plan_of(written(furnished_home()))
    types = {label.type for label in back.labels.values()}
    assert types == {label.type for label in furnished_plan().labels.values()}


# In -----------------------------------------------------------------------------------------


def test_two_parallel_lines_become_one_wall_of_their_distance() -> None:
    document = drawn()
    for y in (0, 120):
        document.modelspace().add_line((0, y), (4_000, y))
    (wall,) = plan_of(saved(document)).walls.values()
    assert wall.thickness_mm == 120
    assert {wall.start, wall.end} == {(0, 60), (4_000, 60)}


def test_single_lines_become_walls_too() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 4_000, 3_000)
    assert areas_m2(plan_of(saved(document))) == [11.31]


@pytest.mark.parametrize(("unit", "metre"), [(4, 1000.0), (5, 100.0), (6, 1.0)])
def test_the_unit_of_the_file_counts(unit: int, metre: float) -> None:
    document = drawn(unit)
    add_rectangle(document, 0, 0, 4 * metre, 3 * metre)
    assert areas_m2(plan_of(saved(document))) == [11.31]


def test_a_file_without_unit_asks_how_long_its_longest_line_is() -> None:
    document = drawn(0)
    add_rectangle(document, 0, 0, 4, 3)
    with pytest.raises(NoUnit) as question:
        read_dxf(saved(document))
    assert question.value.longest == 4.0
    assert question.value.sentence == _(
        "This file does not say whether 1 stroke is a millimetre or a metre. How long is this "
        "wall in reality?"
    )
    assert areas_m2(plan_of(saved(document), mm_a_unit=1000.0)) == [11.31]


def test_the_layer_that_is_called_after_walls_is_read() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 4_000, 3_000, layer="A-WALL")
    add_rectangle(document, 500, 500, 1_500, 1_500, layer="meubels")
    assert dict(layers_of(saved(document))) == {"A-WALL": 4, "meubels": 4}
    assert areas_m2(plan_of(saved(document))) == [11.31]
    assert len(plan_of(saved(document), layers=["A-WALL", "meubels"]).walls) == 8


def test_what_stands_in_blocks_is_read() -> None:
    document = drawn()
    block = document.blocks.new("KAMER")
    block.add_lwpolyline([(0, 0), (4_000, 0), (4_000, 3_000), (0, 3_000)], close=True)
    document.modelspace().add_blockref("KAMER", (10_000, 0))
    assert areas_m2(plan_of(saved(document))) == [11.31]


def test_a_name_in_a_room_says_what_it_is_for() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 4_000, 3_000, layer="muren")
    document.modelspace().add_text("Slaapkamer 2", height=200).set_placement((2_000, 1_500))
    (label,) = plan_of(saved(document)).labels.values()
    assert label.type is RoomType.BEDROOM


# Refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"geen tekening",
        b"0\nSECTION\n",
        b"  0\nSECTION\n  2\nENTITIES\n  0\n",
    ],
)
def test_what_is_no_dxf_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        home_in(content)
    assert refusal.value.sentence == _(UNREADABLE)


def test_a_drawing_without_lines_is_refused() -> None:
    assert refusal_of(saved(drawn())) == _(UNREADABLE)


def test_coordinates_that_are_no_numbers_are_refused() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 4_321, 3_000)
    content = saved(document).replace(b"4321.0", b"nan")
    assert refusal_of(content) == _(UNREADABLE)


def test_a_drawing_beyond_a_kilometre_is_refused() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 1_500_000, 3_000)
    assert "kilometer" in refusal_of(saved(document))


def test_more_than_5000_walls_are_refused() -> None:
    document = drawn()
    for place in range(5_001):
        x, y = place % 1_251 * 700, place // 1_251 * 9_000
        document.modelspace().add_line((x, y), (x, y + 1_000))
    assert "5.000" in refusal_of(saved(document))


def test_blocks_within_blocks_without_end_are_refused() -> None:
    document = drawn()
    for depth in range(12):
        block = document.blocks.new(f"B{depth}")
        if depth == 0:
            block.add_line((0, 0), (1_000, 0))
        for copy in range(10 if depth else 0):
            block.add_blockref(f"B{depth - 1}", (copy * 10, 0))
    document.modelspace().add_blockref("B11", (0, 0))
    assert refusal_of(saved(document)) == _(UNREADABLE)


def test_a_wall_of_more_than_100_metres_becomes_several() -> None:
    document = drawn()
    add_rectangle(document, 0, 0, 120_000, 3_000)
    plan = plan_of(saved(document))
    assert len(plan.walls) == 6
    assert areas_m2(plan) == [round(119.9 * 2.9, 3)]


# Storeys, furniture and stairs --------------------------------------------------------------


PREPARED = [
    level
    for template in (*templates.shells(), *templates.examples())
    for level in template.home.levels
]


@pytest.mark.parametrize("plan", PREPARED)
def test_every_prepared_home_comes_back_with_the_same_rooms(plan: Plan) -> None:
    back = plan_of(written(Home((plan,))))
    assert areas_m2(back) == pytest.approx(areas_m2(plan), abs=0.01)


def row_house() -> Home:
    (made,) = (t.home for t in templates.examples() if len(t.home.levels) == 3)
    return made


@pytest.mark.parametrize("home", [two_storeys(), row_house()], ids=["two", "row house"])
def test_storeys_come_back_over_each_other(home: Home) -> None:
    back = home_in(written(home)).home
    assert [level.name for level in back.levels] == [level.name for level in home.levels]
    for level, before in zip(back.levels, home.levels, strict=True):
        assert areas_m2(level) == pytest.approx(areas_m2(before), abs=0.01)
        corners = [end for wall in level.walls.values() for end in wall.ends]
        meant = [end for wall in before.walls.values() for end in wall.ends]
        assert min(corners)[0] == pytest.approx(min(meant)[0], abs=2)


def test_each_storey_has_layers_of_its_own() -> None:
    document, auditor = recover.read(io.BytesIO(written(two_storeys())))
    assert not auditor.has_errors
    used = {entity.dxf.layer for entity in document.modelspace()}
    assert {"0 walls", "1 walls", "0 storey", "1 storey"} <= used
    assert "walls" not in used


def test_a_storey_without_walls_comes_back_empty() -> None:
    below, _above = two_storeys().levels
    back = home_in(written(Home((below, Plan(name="Zolder"))))).home
    assert [len(level.walls) for level in back.levels] == [4, 0]


def test_stairs_come_back_as_they_were() -> None:
    (stair,) = home_in(written(two_storeys())).home.levels[0].stairs.values()
    assert stair == two_storeys().levels[0].stairs[50]
    turning = replace(stair, angle=90, shape=StairShape.QUARTER, mirrored=True)
    home = two_storeys()
    below = replace(home.levels[0], stairs=home.levels[0].stairs.set(50, turning))
    back = home_in(written(replace(home, levels=(below, home.levels[1])))).home
    assert list(back.levels[0].stairs.values()) == [turning]


def test_furniture_comes_back_as_it_stood() -> None:
    def standing(home: Home) -> list[str]:
        things = [thing for level in home.levels for thing in level.furniture.values()]
        return sorted(str(replace(thing, locked=False)) for thing in things)

    assert standing(home_in(written(row_house())).home) == standing(row_house())


def test_where_the_ceiling_is_low_comes_back_under_its_own_roof() -> None:
    def low(home: Home) -> list[list[tuple[Point, ...]]]:
        return [sorted(c.corners for c in level.low_ceilings.values()) for level in home.levels]

    assert low(row_house())[2]
    back = home_in(written(row_house())).home
    assert low(back) == low(row_house())
    attic = derive(back.levels[2]).usable_mm2
    assert attic == pytest.approx(derive(row_house().levels[2]).usable_mm2, abs=20_000)


def test_an_architect_can_move_our_furniture() -> None:
    document, _auditor = recover.read(io.BytesIO(written(furnished_home())))
    (sofa,) = document.modelspace().query("INSERT")
    sofa.dxf.insert = (3_000, 2_000)
    sofa.dxf.rotation = 90
    (thing,) = plan_of(saved(document)).furniture.values()
    assert (thing.item, thing.at, thing.angle) == ("sofa", (3_000, 2_000), 90)


def test_a_block_of_an_architect_on_a_layer_for_furniture_is_furniture() -> None:
    document = drawn(unit=6)
    add_rectangle(document, 0, 0, 5, 4, layer="muren")
    block = document.blocks.new("Tweepersoonsbed 180")
    block.add_lwpolyline([(0, 0), (1.8, 0), (1.8, 2.1), (0, 2.1)], close=True)
    document.modelspace().add_blockref("Tweepersoonsbed 180", (1, 1), {"layer": "I-meubels"})
    lamp = document.blocks.new("Ornament")
    lamp.add_circle((0, 0), 0.4)
    turned = {"layer": "I-meubels", "rotation": 30, "xscale": 2, "yscale": 2}
    document.modelspace().add_blockref("Ornament", (4, 3), turned)
    plan = plan_of(saved(document))
    bed, other = plan.furniture.values()
    assert (bed.item, bed.at, bed.width_mm, bed.depth_mm) == (
        "bed-double",
        (1_900, 2_050),
        1_800,
        2_100,
    )
    assert (other.item, other.at, other.width_mm, other.angle) == (
        "Ornament",
        (4_000, 3_000),
        1_600,
        30,
    )
    assert len(plan.walls) == 4


def test_a_block_as_large_as_a_building_is_no_furniture() -> None:
    document = drawn()
    block = document.blocks.new("woning")
    block.add_lwpolyline([(0, 0), (9_000, 0), (9_000, 7_000), (0, 7_000)], close=True)
    document.modelspace().add_blockref("woning", (0, 0), {"layer": "inrichting"})
    plan = plan_of(saved(document), layers=["inrichting"])
    assert not plan.furniture
    assert len(plan.walls) == 4


@pytest.mark.parametrize("from_corner_mm", [250, 230, 200, 320])
def test_a_door_a_wall_s_thickness_from_the_corner_comes_back(from_corner_mm: int) -> None:
    """The rest of the wall beside it is a square: it runs on, and is no wall across."""
    plan = plans.rectangle(5_100, 8_700, 300)
    plan, wall = add_wall(plan, Point(0, 5_850), Point(5_100, 5_850))
    plan, _door = add_opening(plan, wall, OpeningKind.DOOR, from_corner_mm, 930)
    again = plan_of(written(Home((plan,))))
    assert areas_m2(again) == areas_m2(plan)
    (door,) = again.openings.values()
    assert (door.at_mm, door.width_mm) == (from_corner_mm, 930)


def test_a_short_wall_that_is_nearly_all_door_still_closes_its_room() -> None:
    """Beside the door a square of wall is left, and above it less than the thickest wall."""
    plan = plans.rectangle(8_600, 6_700, 300)
    plan, _across = add_wall(plan, Point(0, 1_400), Point(8_600, 1_400))
    plan, short = add_wall(plan, Point(2_100, 0), Point(2_100, 1_400))
    plan, _door = add_opening(plan, short, OpeningKind.DOOR, 250, 930)
    again = plan_of(written(Home((plan,))))
    assert areas_m2(again) == areas_m2(plan)
    assert len(again.walls) == len(plan.walls)
