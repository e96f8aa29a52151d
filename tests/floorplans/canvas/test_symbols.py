from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.floorplans.canvas.symbols import thing_symbol
from desktop.floorplans.catalogue import item
from desktop.floorplans.plan import Furniture, Point, Stair


def covers(thing: Furniture | Stair, x: float, y: float) -> bool:
    return thing_symbol(thing).ground.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (600, 300), (-320, 800), (320, -800)])
def test_a_table_and_each_of_its_chairs_cover_the_floor(x: float, y: float) -> None:
    table = item("table")
    assert table is not None
    assert covers(table.placed(Point(0, 0)), x, y)


def test_the_floor_shows_between_the_chairs_of_a_table() -> None:
    table = item("table")
    assert table is not None
    assert not covers(table.placed(Point(0, 0)), 0, 800)


def test_the_floor_shows_in_a_turning_circle() -> None:
    circle = item("wheelchair-circle")
    assert circle is not None
    assert not covers(circle.placed(Point(0, 0)), 600, 0)


def test_a_thing_of_another_program_and_a_stair_cover_the_floor() -> None:
    assert covers(Furniture("eTeks#aquarium", Point(0, 0), 800, 400), 300, 100)
    assert covers(Stair(Point(0, 0), 0), 1_000, 100)
