from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ifcopenshell
import ifcopenshell.geom
import ifcopenshell.util.element
import ifcopenshell.validate
import numpy as np
import pytest
from immutables import Map

from desktop.floorplans import catalogue, templates
from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.plan import Home, Point, StairShape
from tests.support.homes import furnished_home, two_storeys


def model(home: Home, folder: Path) -> ifcopenshell.file:
    path = folder / "huis.ifc"
    write_home(home, path)
    return ifcopenshell.open(str(path))


def family() -> Home:
    """A home of three storeys with stairs, and with much furniture."""
    return next(one.home for one in templates.examples() if one.key == "row-house-family")


@pytest.mark.parametrize(
    "home", [furnished_home(), two_storeys(), family()], ids=["one", "two", "family"]
)
def test_the_model_keeps_the_rules_of_ifc4(home: Home, tmp_path: Path) -> None:
    log = ifcopenshell.validate.json_logger()
    ifcopenshell.validate.validate(model(home, tmp_path), log, express_rules=True)
    assert log.statements == []


def test_walls_openings_doors_windows_and_spaces_are_all_there(tmp_path: Path) -> None:
    made = model(furnished_home(), tmp_path)
    counts = {
        kind: len(made.by_type(kind))
        for kind in ("IfcWall", "IfcOpeningElement", "IfcDoor", "IfcWindow", "IfcSpace")
    }
    assert counts == {
        "IfcWall": 8,
        "IfcOpeningElement": 6,
        "IfcDoor": 4,
        "IfcWindow": 1,
        "IfcSpace": 5,
    }


def test_doors_fill_a_hole_in_a_wall_and_say_how_wide_they_are(tmp_path: Path) -> None:
    made = model(furnished_home(), tmp_path)
    for door in made.by_type("IfcDoor"):
        hole = door.FillsVoids[0].RelatingOpeningElement
        assert hole.VoidsElements[0].RelatingBuildingElement.is_a("IfcWall")
        assert door.OverallWidth == 930


def test_spaces_are_called_as_rooms_and_belong_to_their_storey(tmp_path: Path) -> None:
    made = model(two_storeys(), tmp_path)
    whole = {
        space.Name: ifcopenshell.util.element.get_aggregate(space).Name
        for space in made.by_type("IfcSpace")
    }
    assert whole == {"Woonkamer": "Begane grond", "Slaapkamer": "Verdieping"}
    heights = [storey.Elevation for storey in made.by_type("IfcBuildingStorey")]
    assert heights == [0.0, 2_900.0]


@pytest.mark.parametrize("shape", StairShape)
def test_a_stair_goes_up_step_by_step_to_the_floor_above(tmp_path: Path, shape: StairShape) -> None:
    home = two_storeys()
    stair = replace(home.levels[0].stairs[50], shape=shape, at=Point(2_000, 2_000))
    below = replace(home.levels[0], stairs=home.levels[0].stairs.set(50, stair))
    made = model(replace(home, levels=(below, home.levels[1])), tmp_path)
    (found,) = made.by_type("IfcStair")
    assert shape.value.upper() in found.PredefinedType
    assert ifcopenshell.util.element.get_container(found).Name == "Begane grond"
    (body,) = found.Representation.Representations
    tops = [step.Position.Location.Coordinates[2] + step.Depth for step in body.Items]
    assert len(tops) == stair.risers - 1
    riser = (home.levels[0].ceiling_mm + home.floor_mm) / stair.risers
    assert tops == pytest.approx([riser * n for n in range(1, stair.risers)])


def test_furniture_stands_where_it_stood_and_is_as_high_as_it_is(tmp_path: Path) -> None:
    made = model(furnished_home(), tmp_path)
    (sofa,) = made.by_type("IfcFurniture")
    assert (sofa.Name, sofa.PredefinedType) == (catalogue.item("sofa").title, "SOFA")
    shape = ifcopenshell.geom.create_shape(ifcopenshell.geom.settings(), sofa)
    metres = np.array(shape.geometry.verts).reshape(-1, 3)
    assert metres.min(axis=0) == pytest.approx([1.6, 0.55, 0.0])
    assert metres.max(axis=0) == pytest.approx([3.8, 1.45, 0.85])


def test_sanitary_is_told_as_such_and_a_turning_circle_is_no_thing(tmp_path: Path) -> None:
    plan = furnished_home().levels[0]
    things = ("toilet", "washbasin", "wheelchair-circle")
    placed = {
        n: catalogue.item(key).placed(Point(2_000, 2_000)) for n, key in enumerate(things, 910)
    }
    made = model(Home((replace(plan, furniture=Map(placed)),)), tmp_path)
    kinds = [thing.PredefinedType for thing in made.by_type("IfcSanitaryTerminal")]
    assert sorted(kinds) == ["TOILETPAN", "WASHHANDBASIN"]
    assert not made.by_type("IfcFurniture")
