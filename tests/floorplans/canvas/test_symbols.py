from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.symbols import opening_symbol, paint_openings, thing_symbol
from desktop.floorplans.catalogue import item
from desktop.floorplans.plan import Furniture, Opening, OpeningKind, Point, Stair, Wall


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


@pytest.mark.parametrize(("end", "cut"), [(Point(350, 50), True), (Point(350, 350), False)])
def test_the_hole_of_a_passage_lies_along_its_wall(
    end: Point, cut: bool, qapp: QApplication
) -> None:
    """All of the box around it is cut in a straight wall, not in a slanted one."""
    wall = Wall(Point(50, 50), end, thickness_mm=40)
    symbol = opening_symbol(Opening(1, OpeningKind.PASSAGE, 100, 150), wall)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_openings(painter, [symbol], 1)
    painter.end()
    box = symbol.bounds
    red = image.pixelColor(QPoint(0, 0))
    assert image.pixelColor(box.center().toPoint()) != red
    assert (image.pixelColor(box.topLeft().toPoint() + QPoint(4, 4)) != red) is cut
