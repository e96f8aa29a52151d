"""Where the name of a room is written, among what stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from immutables import Map
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QRegion

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.edits import add_opening
from desktop.floorplans.plan import Furniture, OpeningKind, Plan, Point, RoomType
from tests.floorplans.conftest import Opener
from tests.support.drawing import on_screen
from tests.support.plans import l_shape, rectangle, with_label

MIDDLE = Point(3_000, 2_000)


def picture(canvas: Canvas) -> QImage:
    canvas.sharpen()
    return canvas.picture.drawing.toImage()


def furnished(name: str, *things: Furniture, room: Plan | None = None) -> Plan:
    plan = with_label(room or rectangle(6_000, 4_000, 100), *MIDDLE, RoomType.LIVING, name)
    return replace(plan, furniture=Map(dict(enumerate(things, 90))))


def written(draw: Opener, *things: Furniture, room: Plan | None = None) -> tuple[QRect, Canvas]:
    """Where the name stands: where pictures with one name and with another differ."""
    canvas, _drawing = draw(furnished("Salon", *things, room=room))
    other, _drawing = draw(furnished("Opkamer", *things, room=room))
    one, two = picture(canvas), picture(other)
    dots = QRegion()
    for y in range(one.height()):
        for x in range(one.width()):
            if one.pixel(x, y) != two.pixel(x, y):
                dots += QRect(x, y, 1, 1)
    return dots.boundingRect(), canvas


def on_canvas(canvas: Canvas, thing: Furniture) -> QRect:
    half, deep = thing.width_mm / 2, thing.depth_mm / 2
    corners = ((thing.at.x - half, thing.at.y + deep), (thing.at.x + half, thing.at.y - deep))
    return QRect(*(on_screen(canvas, corner) for corner in corners))


def test_the_name_makes_way_for_a_table(draw: Opener) -> None:
    table = Furniture("table-six", MIDDLE, 2_000, 1_800)
    name, canvas = written(draw, table)
    assert not name.isEmpty()
    assert not name.intersects(on_canvas(canvas, table))


def test_in_a_corner_room_the_name_is_within_the_walls(draw: Opener) -> None:
    name, canvas = written(draw, room=l_shape())
    inside = QRect(on_screen(canvas, (100, 2_900)), on_screen(canvas, (5_900, 100)))
    upright = QRect(on_screen(canvas, (100, 5_900)), on_screen(canvas, (2_900, 100)))
    assert inside.contains(name) or upright.contains(name)


def test_in_a_full_room_the_name_reads_over_what_stands_there(draw: Opener) -> None:
    full = Furniture("wardrobe-wide", MIDDLE, 5_800, 3_800)
    name, canvas = written(draw, full)
    assert on_canvas(canvas, full).contains(name)
    bare, _drawing = draw(replace(furnished("", full), labels=Map()))
    # Letters only make darker; the edge above them makes the lines of the doors go.
    edge = QRect(name.topLeft(), QSize(name.width(), 3))
    assert any_lighter(picture(canvas), picture(bare), edge)


def any_lighter(image: QImage, other: QImage, rect: QRect) -> bool:
    dots = [
        (x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())
    ]
    return any(
        image.pixelColor(*dot).lightness() > other.pixelColor(*dot).lightness() + 40 for dot in dots
    )


@pytest.mark.parametrize("change", ["furniture", "door"])
def test_what_is_painted_step_by_step_is_what_is_painted_at_once(draw: Opener, change: str) -> None:
    table = Furniture("table-six", MIDDLE, 2_000, 1_800)
    plan, door = add_opening(furnished("Salon", table), 1, OpeningKind.DOOR, 500, 930)
    canvas, drawing = draw(plan)
    if change == "furniture":
        aside = replace(table, at=Point(1_200, 1_200))
        drawing.preview(replace(plan, furniture=plan.furniture.set(90, aside)))
    else:
        aside_door = replace(plan.openings[door], at_mm=2_600)
        drawing.preview(replace(plan, openings=plan.openings.set(door, aside_door)))
    fresh, _same = draw(drawing.plan)
    assert picture(fresh) == picture(canvas)
