from __future__ import annotations

import json
from dataclasses import fields
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from desktop.assets import resources
from desktop.floorplans.codec import difference, from_json, patched, to_json
from desktop.floorplans.edits import put, storey_above
from desktop.floorplans.plan import (
    THINGS,
    Background,
    DimensionLine,
    Furniture,
    Hinge,
    Home,
    LowCeiling,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Side,
    Stair,
    StairShape,
    Text,
    Wall,
    WallKind,
)
from desktop.language.format import number
from desktop.refused import Refused
from tests.support.plans import labelled_home, with_opening

FULL = [
    Opening(1, OpeningKind.DOOR, 500, 930, hinge=Hinge.FAR, swing=Side.RIGHT, front=True),
    Opening(1, OpeningKind.WINDOW, 2_000, 1_200, sill_mm=900, locked=True),
    Furniture("bed-double", Point(1_000, 1_000), 1_600, 2_100, 90, mirrored=True),
    Stair(Point(3_000, 1_000), 180, 900, 3_000, 15),
    Stair(Point(3_000, 1_000), 90, shape=StairShape.QUARTER, mirrored=True),
    Text(Point(10, 20), "Hier graag een plank\n“é”"),
    DimensionLine(Point(0, 0), Point(5_200, 0), -400),
    LowCeiling((Point(0, 0), Point(8_600, 0), Point(8_600, 900))),
]


def full_plan() -> Plan:
    """A plan with everything in it that a plan can have."""
    plan = labelled_home()
    for thing in FULL:
        plan, _id = put(plan, thing)
    assert all(getattr(plan, room) for room in THINGS)
    return plan


FULL_HOME = Home((full_plan(), Plan(name="Zolder", background=None)), 45, 250, "Een grote tafel")


def through_text(data: Any) -> Any:
    return json.loads(json.dumps(data))


def test_a_home_comes_back_as_it_was() -> None:
    assert from_json(through_text(to_json(FULL_HOME))) == FULL_HOME


def test_the_file_is_what_its_schema_says() -> None:
    schema = json.loads((resources() / "floorplans" / "schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(through_text(to_json(FULL_HOME)), schema)


def test_the_schema_knows_every_kind_of_thing_and_each_of_its_fields() -> None:
    schema = json.loads((resources() / "floorplans" / "schema.json").read_text("utf-8"))
    kinds = {"wall": Wall, "opening": Opening, "label": RoomLabel, "furniture": Furniture}
    kinds |= {"stair": Stair, "text": Text, "dimension": DimensionLine}
    kinds |= {"low_ceiling": LowCeiling, "background": Background}
    for name, kind in kinds.items():
        told = schema["$defs"][name]["properties"]
        assert set(told) == {field.name for field in fields(kind)}
    words = schema["$defs"]["label"]["properties"]["type"]["enum"]
    assert words == [type.value for type in RoomType]
    assert schema["$defs"]["wall"]["properties"]["kind"]["enum"] == [k.value for k in WallKind]


def changed(**values: object) -> dict[str, Any]:
    return through_text(to_json(FULL_HOME)) | values


def in_wall(**values: object) -> dict[str, Any]:
    data = changed()
    data["levels"][0]["walls"]["1"] |= values
    return data


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        changed(format="other"),
        changed(levels=[]),
        changed(levels=None),
        changed(north=float("nan")),
        changed(wish=3),
        in_wall(start=[0.5, 0]),
        in_wall(start=[0, 0, 0]),
        in_wall(start=[2_000_000, 0]),
        in_wall(start=[float("inf"), 0]),
        in_wall(thickness_mm=0),
        in_wall(thickness_mm=True),
        in_wall(kind="paper"),
        in_wall(colour="red"),
        in_wall(end=[0, 0]),
    ],
    ids=str,
)
def test_what_is_no_drawing_is_refused(data: object) -> None:
    with pytest.raises(Refused):
        from_json(data)


def test_a_door_without_its_wall_is_refused() -> None:
    data = through_text(to_json(Home((with_opening(labelled_home(), FULL[0]),))))
    (door,) = data["levels"][0]["openings"].values()
    door["wall"] = 99
    with pytest.raises(Refused):
        from_json(data)


def test_doors_over_each_other_in_one_wall_are_refused_in_words() -> None:
    data = through_text(to_json(FULL_HOME))
    openings = data["levels"][0]["openings"]
    first, second = openings.values()
    second["at_mm"] = first["at_mm"] + 100
    with pytest.raises(Refused) as refusal:
        from_json(data)
    assert "over elkaar" in refusal.value.sentence


def test_doors_that_touch_come_in() -> None:
    data = through_text(to_json(FULL_HOME))
    first, second = data["levels"][0]["openings"].values()
    second["at_mm"] = first["at_mm"] + first["width_mm"]
    assert len(from_json(data).levels[0].openings) == 2


@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        ("low_ceilings", {"corners": [[0, 0], [1_000, 0]]}),
        ("stairs", {"at": [0, 0], "angle": 0, "run_mm": 0}),
        ("stairs", {"at": [0, 0], "angle": 0, "width_mm": -900}),
        ("stairs", {"at": [0, 0], "angle": 0, "shape": "escalator"}),
        ("furniture", {"item": "sofa", "at": [0, 0], "width_mm": 0, "depth_mm": 900}),
    ],
)
def test_a_thing_that_has_no_size_is_refused(kind: str, thing: dict[str, object]) -> None:
    data = through_text(to_json(Home()))
    data["levels"][0][kind] = {"1": thing}
    with pytest.raises(Refused):
        from_json(data)


def test_a_number_that_is_used_twice_is_refused() -> None:
    data = through_text(to_json(FULL_HOME))
    data["levels"][0]["texts"] = {"1": {"at": [0, 0], "words": "x"}}
    with pytest.raises(Refused):
        from_json(data)


def test_a_drawing_of_a_newer_program_says_so() -> None:
    with pytest.raises(Refused) as refusal:
        from_json(changed(version=2))
    assert "nieuwere versie" in refusal.value.sentence


def test_more_than_5000_walls_are_refused() -> None:
    data = through_text(to_json(Home()))
    data["levels"][0]["walls"] = {
        str(n): {"start": [0, n * 100], "end": [1_000, n * 100]} for n in range(1, 5_002)
    }
    with pytest.raises(Refused) as refusal:
        from_json(data)
    assert "5.000" in refusal.value.sentence


FEW: dict[str, dict[str, Any]] = {
    "openings": {"wall": 1, "kind": "window", "at_mm": 0, "width_mm": 1},
    "furniture": {"item": "sofa", "at": [0, 0], "width_mm": 900, "depth_mm": 900},
    "stairs": {"at": [0, 0], "angle": 0},
    "texts": {"at": [0, 0], "words": "x"},
    "dimensions": {"start": [0, 0], "end": [900, 0]},
    "labels": {"at": [0, 0], "type": "hall"},
    "low_ceilings": {"corners": [[0, 0], [900, 0], [0, 900]]},
}
SCHEMA = json.loads((resources() / "floorplans" / "schema.json").read_text("utf-8"))


@pytest.mark.parametrize("room", FEW)
def test_more_of_a_kind_than_a_storey_holds_is_refused_in_words(room: str) -> None:
    most = SCHEMA["$defs"]["level"]["properties"][room]["maxProperties"]
    data = through_text(to_json(Home((labelled_home(),))))
    level = data["levels"][0]
    level[room] = {str(100 + n): dict(FEW[room]) for n in range(most)}
    if room == "openings":
        for at_mm, opening in enumerate(level[room].values()):
            opening["at_mm"] = at_mm
    assert len(getattr(from_json(data).levels[0], room)) == most
    level[room]["9999"] = FEW[room]
    with pytest.raises(Refused) as refusal:
        from_json(data)
    assert number(most) in refusal.value.sentence


def test_more_storeys_than_a_home_has_are_refused_in_words() -> None:
    most = SCHEMA["properties"]["levels"]["maxItems"]
    assert len(from_json(to_json(Home((Plan(),) * most))).levels) == most
    with pytest.raises(Refused) as refusal:
        from_json(to_json(Home((Plan(),) * (most + 1))))
    assert f"meer dan {most} bouwlagen" in refusal.value.sentence
    with pytest.raises(Refused):
        storey_above(Home((Plan(),) * most), 0, "Vliering")


def test_a_low_ceiling_with_more_corners_than_one_draws_is_refused() -> None:
    most = SCHEMA["$defs"]["low_ceiling"]["properties"]["corners"]["maxItems"]
    corners = tuple(Point(n, n * n) for n in range(most + 1))
    some, too_many = (
        Home((Plan(low_ceilings=Map({1: LowCeiling(corners[:count])}), next_id=2),))
        for count in (most, most + 1)
    )
    assert from_json(through_text(to_json(some))) == some
    with pytest.raises(Refused) as refusal:
        from_json(through_text(to_json(too_many)))
    assert str(most) in refusal.value.sentence


@given(st.data())
def test_a_patch_makes_the_one_home_of_the_other_and_back(data: st.DataObject) -> None:
    before = FULL_HOME
    plan = before.levels[0]
    for room in THINGS:
        things = getattr(plan, room)
        gone = data.draw(st.sets(st.sampled_from(sorted(things)), max_size=2))
        if room == "walls":
            gone = set()  # their openings would stay behind
        for id in gone:
            things = things.delete(id)
        plan = Plan(**{f.name: getattr(plan, f.name) for f in fields(plan)} | {room: things})
    if data.draw(st.booleans()):
        plan, _id = put(plan, Text(Point(1, 1), data.draw(st.text(max_size=20))))
    after = Home((plan, *before.levels[1:]), data.draw(st.integers(0, 359)), 250, "Anders")
    assert patched(before, [through_text(difference(before, after))]) == after
    assert patched(after, [through_text(difference(after, before))]) == before


def test_a_storey_more_comes_and_goes_with_a_patch() -> None:
    more = Home((*FULL_HOME.levels, Plan(name="Vliering")))
    assert patched(FULL_HOME, [through_text(difference(FULL_HOME, more))]) == more
    assert patched(more, [through_text(difference(more, FULL_HOME))]) == FULL_HOME


def test_patches_in_a_row_make_the_last_home() -> None:
    """What came and went is gone, what came after a storey was put in is in that storey."""
    kitchen = Home((put(FULL_HOME.levels[0], Text(Point(1, 1), "keuken"))[0], FULL_HOME.levels[1]))
    loft = Home((*FULL_HOME.levels, Plan(name="Vliering")))
    desk = Home((*FULL_HOME.levels, put(loft.levels[2], Text(Point(5, 5), "bureau"))[0]), 7)
    homes = [FULL_HOME, kitchen, FULL_HOME, loft, desk, loft, desk]
    patches = [through_text(difference(*pair)) for pair in pairwise(homes)]
    for last in range(len(homes)):
        assert patched(FULL_HOME, patches[:last]) == homes[last]


def test_nothing_changed_is_an_empty_patch() -> None:
    assert difference(FULL_HOME, FULL_HOME) == {}
