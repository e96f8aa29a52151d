from __future__ import annotations

from pathlib import Path

import ifcopenshell
import ifcopenshell.util.element
import ifcopenshell.validate
import pytest

from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.plan import Home
from tests.support.homes import furnished_home, two_storeys


def model(home: Home, folder: Path) -> ifcopenshell.file:
    path = folder / "huis.ifc"
    write_home(home, path)
    return ifcopenshell.open(str(path))


@pytest.mark.parametrize("home", [furnished_home(), two_storeys()], ids=["one", "two"])
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
