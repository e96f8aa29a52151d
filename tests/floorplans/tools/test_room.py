"""Kamer, dragged with a real mouse and named with real buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shapely import Point as ShapelyPoint
from shapely import Polygon

from desktop.floorplans.canvas.bubble import Bubble
from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.plan import Point, RoomType
from desktop.floorplans.tools import room
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.support.drawing import begin_drag, click, drag, hover
from tests.support.plans import rectangle


def press(canvas: Canvas, words: str) -> None:
    [button] = [
        button
        for button in canvas.findChildren(QPushButton)
        if button.accessibleName() == words and button.isVisible()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_room_in_the_corner_of_the_shell_uses_its_walls(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    drag(canvas, (60, 5_950), (3_000, 3_000))
    assert len(drawing.kept_plan.walls) == 6
    assert len(drawing.derived().rooms) == 2


def test_the_bubble_after_it_names_the_room(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    drag(canvas, (0, 0), (3_000, 3_000))
    [outline] = canvas.hand.overlay().outlines
    assert Polygon(outline.corners).contains(ShapelyPoint(1_500, 1_500))
    press(canvas, _("Bedroom"))
    assert not canvas.hand.overlay().outlines
    [label] = drawing.kept_plan.labels.values()
    assert label.type is RoomType.BEDROOM
    assert [r.type for r in drawing.derived().rooms if r.label is not None] == [RoomType.BEDROOM]


def bubble(canvas: Canvas) -> QRect:
    """Where the card with the words is, in the canvas."""
    card = canvas.findChild(Bubble)
    assert card is not None
    buttons = card.findChildren(QPushButton)
    assert all(card.rect().contains(b.geometry()) for b in buttons)
    assert min(min(b.width(), b.height()) for b in buttons) >= 44
    return QRect(card.mapTo(canvas, QPoint(0, 0)), card.size())


@pytest.mark.parametrize(
    ("width", "depth"), [(5_400, 9_000), (7_200, 7_200), (12_000, 4_000)], ids=str
)
def test_the_words_stand_beside_the_home_and_leave_it_in_view(
    draw: Opener, width: int, depth: int
) -> None:
    canvas, _drawing = draw(rectangle(width, depth, 300))
    canvas.use(room.TOOL)
    drag(canvas, (0, 0), (2_500, 2_500))
    home = canvas.view.box_on_screen((-150, -150, width + 150, depth + 150)).toAlignedRect()
    assert canvas.rect().contains(bubble(canvas))
    assert not bubble(canvas).intersects(home)


def test_the_words_leave_the_room_in_view_where_the_home_fills_the_screen(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(10_000, 7_000, 300))
    canvas.zoom_at(canvas.middle, 1.3)
    canvas.use(room.TOOL)
    drag(canvas, (3_000, 2_000), (6_000, 5_000))
    drawn = canvas.view.box_on_screen((3_000, 2_000, 6_000, 5_000)).toAlignedRect()
    assert canvas.rect().contains(bubble(canvas))
    assert not bubble(canvas).intersects(drawn)


def test_who_does_not_name_the_room_draws_on(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    drag(canvas, (0, 0), (3_000, 3_000))
    drag(canvas, (8_000, 6_000), (5_000, 3_000))
    assert len(drawing.derived().rooms) == 3


def test_width_and_depth_are_typed(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    click(canvas, (0, 0))
    hover(canvas, (2_000, 2_000))
    QTest.keyClicks(canvas, "3,2")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClicks(canvas, "2,4")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    ends = {end for wall in drawing.kept_plan.walls.values() for end in wall.ends}
    assert (3_200, 2_400) in ends


def test_its_area_shows_while_it_is_dragged(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    begin_drag(canvas, (0, 0), (3_000, 3_000))
    areas = sorted(r.area_mm2 for r in drawing.derived().rooms)
    assert areas[0] == 2_800 * 2_800
    assert drawing.undo_name is None


def test_a_room_that_is_too_small_is_refused_in_words(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(room.TOOL)
    drag(canvas, (1_000, 1_000), (3_000, 1_100))
    assert len(drawing.kept_plan.walls) == 4
    assert len(said) == 1


def test_a_room_that_begins_just_inside_the_corner_of_the_shell_uses_its_walls(
    draw: Opener,
) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    drag(canvas, (310, 330), (2_000, 2_500))
    walls = [w for id, w in drawing.kept_plan.walls.items() if id > 4]
    ends = [{Point(2_000, 0), Point(2_000, 2_500)}, {Point(2_000, 2_500), Point(0, 2_500)}]
    assert [set(w.ends) for w in walls] == ends
