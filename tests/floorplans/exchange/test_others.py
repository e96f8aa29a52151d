"""Sweet Home 3D, floorspace.js, our own JSON, and what is none of them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop.floorplans.exchange.reading import home_in, read_home
from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.plan import Hinge, Home, OpeningKind, Plan, RoomType, Side, WallKind
from desktop.language import _
from desktop.refused import Refused
from tests.support.homes import areas_m2, furnished_home, two_storeys
from tests.support.plans import grid

UNREADABLE = "This file cannot be read: there is no drawing in it. Your drawing has not changed."

LEVELS = """
  <level id='boven' name='Verdieping' elevation='280.0' floorThickness='30.0' height='250.0'/>
  <level id='onder' name='Begane grond' elevation='0.0' floorThickness='30.0' height='260.0'/>
"""
ROOM = """
  <wall id='w0' level='onder' xStart='0' yStart='0' xEnd='400' yEnd='0' thickness='10'/>
  <wall id='w1' level='onder' xStart='400' yStart='0' xEnd='400' yEnd='300' thickness='10'/>
  <wall id='w2' level='onder' xStart='400' yStart='300' xEnd='0' yEnd='300' thickness='10'/>
  <wall id='w3' level='onder' xStart='0' yStart='300' xEnd='0' yEnd='0' thickness='10'/>
  <wall id='w4' level='boven' xStart='0' yStart='0' xEnd='400' yEnd='0' thickness='25'/>
  <room id='r0' level='onder' name='Master bedroom'>
    <point x='5' y='5'/><point x='395' y='5'/><point x='395' y='295'/><point x='5' y='295'/>
  </room>
"""
DOOR = """
  <doorOrWindow id='d0' level='onder' catalogId='eTeks#door' name='Deur' x='100' y='300'
     width='90' depth='10' height='208' angle='0'>
    <sash xAxis='0.0' yAxis='0.5' width='0.9' startAngle='0.0' endAngle='1.5707964'/>
  </doorOrWindow>
  <doorOrWindow id='d1' level='onder' catalogId='eTeks#window85x123' name='Raam' x='200' y='0'
     elevation='88' width='120' depth='10' height='123' angle='0'/>
"""


def sweet_home(xml: str, name: str = "Home.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, xml)
    return packed.getvalue()


def home(inside: str) -> bytes:
    return sweet_home(f"<?xml version='1.0'?><home version='7200'>{inside}</home>")


def refusal_of(content: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        home_in(content)
    return refusal.value.sentence


# Sweet Home 3D ------------------------------------------------------------------------------


def test_levels_walls_and_rooms_of_sweet_home_come_in() -> None:
    below, above = home_in(home(LEVELS + ROOM)).home.levels
    assert (below.name, below.ceiling_mm) == ("Begane grond", 2_600)
    assert areas_m2(below) == [11.31]
    assert above.name == "Verdieping"
    (wall,) = above.walls.values()
    assert (wall.thickness_mm, wall.kind) == (250, WallKind.SHELL)
    (label,) = below.labels.values()
    assert (label.type, label.name) == (RoomType.BEDROOM, "Master bedroom")


def test_y_runs_up_so_the_home_is_not_mirrored() -> None:
    (below, _above) = home_in(home(LEVELS + ROOM)).home.levels
    assert min(wall.start.y for wall in below.walls.values()) == -3_000


def test_doors_hang_and_swing_as_they_did_and_windows_keep_their_height() -> None:
    below = home_in(home(LEVELS + ROOM + DOOR)).home.levels[0]
    door, window = sorted(below.openings.values(), key=lambda one: one.kind.value)
    assert (door.kind, door.width_mm) == (OpeningKind.DOOR, 900)
    # Its wall runs from right to left: the hinge at the left is at the far side, and the room lies
    # to the right of it.
    assert (door.hinge, door.swing) == (Hinge.FAR, Side.RIGHT)
    assert (window.kind, window.sill_mm, window.head_mm) == (OpeningKind.WINDOW, 880, 2_110)


def test_a_door_that_stands_in_no_wall_is_left_out_and_counted() -> None:
    read = home_in(home(LEVELS + ROOM + DOOR.replace("y='300'", "y='150'")))
    assert read.left_out == 1
    assert len(read.home.levels[0].openings) == 1


PIECES = """
<pieceOfFurniture level='onder' catalogId='eTeks#bed140x190' name='Bed' x='200' y='110'
 angle='1.5707964' width='158' depth='204' height='70'/>
<pieceOfFurniture level='onder' name='Aquarium' x='300' y='200' width='120' depth='50' height='60'
 modelMirrored='true'/>
<pieceOfFurniture level='onder' name='Lamp' x='300' y='200' elevation='200' width='30'
 depth='30' height='40'/>
<furnitureGroup level='onder' name='Eethoek' x='0' y='0' width='1' depth='1' height='1'>
 <pieceOfFurniture level='onder' catalogId='eTeks#chair' name='Chair' x='100' y='200'
  width='40' depth='42'
  height='90'/>
</furnitureGroup>
<pieceOfFurniture level='onder' catalogId='eTeks#staircase' name='Staircase' x='100' y='150'
 width='90' depth='330' height='290' staircaseCutOutShape='M0,0 h1 v1 h-1 z'/>
"""


def test_furniture_stands_where_it_stood_and_stairs_go_up() -> None:
    read = home_in(home(LEVELS + ROOM + PIECES))
    assert read.unknown == ("Aquarium",)
    below = read.home.levels[0]
    bed, aquarium, chair = below.furniture.values()
    assert (bed.item, bed.at) == ("bed-queen", (2_000, -1_100))
    # Angles run clockwise there.
    assert (bed.angle, bed.width_mm, bed.depth_mm) == (270, 1_580, 2_040)
    assert (aquarium.item, aquarium.mirrored) == ("Aquarium", True)
    assert (chair.item, chair.at) == ("chair", (1_000, -2_000))
    (stair,) = below.stairs.values()
    assert (stair.at, stair.angle) == ((1_000, -1_500 - 1_650), 90)
    assert (stair.width_mm, stair.run_mm) == (900, 3_300)


@pytest.mark.parametrize("size", ["nan", "1e9", "veel"])
def test_furniture_without_a_size_that_can_be_is_refused(size: str) -> None:
    piece = f"<pieceOfFurniture level='onder' name='Bed' x='1' y='1' width='{size}' depth='1'/>"
    with pytest.raises(Refused):
        home_in(home(LEVELS + ROOM + piece))


def test_a_home_without_levels_is_one_storey() -> None:
    (plan,) = home_in(home(ROOM.replace(" level='onder'", ""))).home.levels
    assert areas_m2(plan) == [11.31]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04geen zip",
        home("<wall"),
        home(""),
        sweet_home("<plan/>"),
        home(ROOM.replace("400", "nan")),
        home(ROOM.replace("400", "vier")),
    ],
    ids=["no zip", "no XML", "no walls", "another XML", "NaN", "words"],
)
def test_what_is_no_home_of_sweet_home_is_refused(content: bytes) -> None:
    assert refusal_of(content) == _(UNREADABLE)


def test_a_file_of_an_old_sweet_home_asks_to_save_it_again() -> None:
    assert "Home.xml" in refusal_of(sweet_home("oud", name="Home"))


def test_xml_entities_are_refused() -> None:
    bomb = (
        "<?xml version='1.0'?><!DOCTYPE home [<!ENTITY a 'aaaaaaaaaa'>"
        "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><home name='&b;'/>"
    )
    assert refusal_of(sweet_home(bomb)) == _(UNREADABLE)


def test_entities_that_read_other_files_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    attack = (
        f"<?xml version='1.0'?><!DOCTYPE home [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
        "<home name='&x;'/>"
    )
    assert refusal_of(sweet_home(attack)) == _(UNREADABLE)


def test_a_zip_that_unfolds_without_end_is_refused() -> None:
    bomb = sweet_home("<home>" + " " * 150_000_000 + "</home>")
    assert len(bomb) < 1_000_000
    assert refusal_of(bomb) == _(
        "This file is too large to be a drawing. Your drawing has not changed."
    )


def test_coordinates_beyond_a_kilometre_are_refused() -> None:
    assert "kilometer" in refusal_of(home(ROOM.replace("400", "400000")))


def test_a_wall_of_more_than_100_metres_is_refused() -> None:
    assert "100 meter" in refusal_of(home(ROOM.replace("400", "12000")))


def test_more_than_5000_walls_are_refused() -> None:
    wall = "<wall xStart='0' yStart='{y}' xEnd='400' yEnd='{y}' thickness='10'/>"
    walls = "".join(wall.format(y=y * 11) for y in range(5_001))
    assert "5.000" in refusal_of(home(walls))


def test_a_building_of_more_storeys_than_a_home_has_is_refused() -> None:
    levels = "".join(
        f"<level id='n{n}' name='{n}' elevation='{n * 300}' floorThickness='30' height='260'/>"
        f"<wall id='w{n}' level='n{n}' xStart='0' yStart='0' xEnd='400' yEnd='0' thickness='10'/>"
        for n in range(21)
    )
    assert "meer dan 20 bouwlagen" in refusal_of(home(levels))


# floorspace.js ------------------------------------------------------------------------------


def floorspace(**changes: Any) -> dict[str, Any]:
    """Two rooms of 4 × 3 m side by side."""
    places = [(0, 0), (4, 0), (8, 0), (8, 3), (4, 3), (0, 3)]
    edges = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (1, 4)]
    faces = {"left": [0, 6, 4, 5], "right": [1, 2, 3, 6]}
    story = {
        "id": "1",
        "name": "Begane grond",
        "floor_to_ceiling_height": 2.6,
        "geometry": {
            "vertices": [{"id": f"v{n}", "x": x, "y": y} for n, (x, y) in enumerate(places)],
            "edges": [
                {
                    "id": f"e{n}",
                    "vertex_ids": [f"v{a}", f"v{b}"],
                    "face_ids": [face for face, around in faces.items() if n in around],
                }
                for n, (a, b) in enumerate(edges)
            ],
            "faces": [
                {"id": face, "edge_ids": [f"e{n}" for n in around]}
                for face, around in faces.items()
            ],
        },
        "spaces": [{"id": "s1", "name": "Woonkamer", "face_id": "left"}],
        "windows": [{"id": "r", "window_definition_id": "w", "edge_id": "e0", "alpha": [0.5]}],
        "doors": [{"id": "d", "door_definition_id": "d", "edge_id": "e6", "alpha": 0.5}],
    }
    return {
        "version": "0.7.0",
        "project": {"config": {"units": "m"}},
        "stories": [story],
        "window_definitions": [{"id": "w", "width": 1.2, "height": 1.4, "sill_height": 0.9}],
        "door_definitions": [{"id": "d", "width": 0.93, "height": 2.3}],
        **changes,
    }


def packed(data: object) -> bytes:
    return json.dumps(data).encode()


def test_stories_of_floorspace_come_in_with_doors_windows_and_names() -> None:
    (plan,) = home_in(packed(floorspace())).home.levels
    assert plan.name == "Begane grond"
    assert areas_m2(plan) == [10.26, 10.26]
    kinds = {opening.kind: opening for opening in plan.openings.values()}
    assert kinds[OpeningKind.DOOR].width_mm == 930
    assert kinds[OpeningKind.WINDOW].sill_mm == 900
    (label,) = plan.labels.values()
    assert label.type is RoomType.LIVING


def test_a_wall_between_two_faces_is_a_partition() -> None:
    (plan,) = home_in(packed(floorspace())).home.levels
    kinds = [wall.kind for wall in plan.walls.values()]
    assert kinds.count(WallKind.PARTITION) == 1
    assert kinds.count(WallKind.SHELL) == 6


def test_feet_become_millimetres() -> None:
    (plan,) = home_in(packed(floorspace(project={"config": {"units": "ft"}}))).home.levels
    assert max(wall.end.x for wall in plan.walls.values()) == 2_438


@pytest.mark.parametrize(
    "data",
    [
        floorspace(stories=[]),
        floorspace(stories=[{"geometry": None}]),
        floorspace(project={}),
        floorspace(window_definitions=[]),
    ],
    ids=["no stories", "no geometry", "no unit", "unknown window"],
)
def test_half_a_floorspace_file_is_refused(data: dict[str, Any]) -> None:
    assert refusal_of(packed(data)) == _(UNREADABLE)


# Our own ------------------------------------------------------------------------------------


@pytest.mark.parametrize("home", [furnished_home(), two_storeys()], ids=["one", "two"])
def test_our_own_file_gives_the_same_home_back(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "huis.json"
    write_home(home, path)
    assert read_home(path).home == home


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[1, 2]",
        b'{"format": "anders"}',
        b'{"format": "samenspraak-floorplan", "version": 1, "levels": [{"ceiling_mm": NaN}]}',
        b"{" + b'"a":{' * 100_000,
        '{"naam": "\udc80"}'.encode("utf-8", "surrogatepass"),
    ],
    ids=["half", "a list", "another format", "NaN", "without end", "no text"],
)
def test_json_that_is_no_drawing_is_refused(content: bytes) -> None:
    assert refusal_of(content) == _(UNREADABLE)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        read_home(tmp_path / "weg.json")
    assert "weg.json" in refusal.value.sentence


def test_a_large_plan_goes_through_a_file_whole(tmp_path: Path) -> None:
    plan: Plan = grid(22)
    write_home(Home((plan,)), tmp_path / "rooster.json")
    assert read_home(tmp_path / "rooster.json").home.levels == (plan,)
