"""Every tool with keys alone: the arrows move a cross, Enter taps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.catalogue import items
from desktop.floorplans.editing import Editing
from desktop.floorplans.plan import Background, OpeningKind, Plan, Point
from desktop.floorplans.tools import door, measure, room, sketch, text, underlay, wall, window
from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.support.plans import rectangle

MIDDLE = (2_000.0, 1_500.0)


def at_the_middle(canvas: Canvas) -> None:
    canvas.setFocus()
    canvas.cross = canvas.view.to_screen(*MIDDLE)


def go(canvas: Canvas, key: Qt.Key, length_mm: int) -> None:
    for _step in range(length_mm // canvas.step_mm):
        QTest.keyClick(canvas, key)


def enter(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Return)


def test_a_room(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(room.TOOL)
    at_the_middle(canvas)
    enter(canvas)
    go(canvas, Qt.Key.Key_Right, 2_000)
    go(canvas, Qt.Key.Key_Up, 1_500)
    enter(canvas)
    assert len(drawing.derived().rooms) == 2


@pytest.mark.parametrize(
    ("tool", "kind"), [(door.TOOL, OpeningKind.DOOR), (window.TOOL, OpeningKind.WINDOW)]
)
def test_a_door_and_a_window(draw: Opener, tool: Tool, kind: OpeningKind) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(tool)
    at_the_middle(canvas)
    go(canvas, Qt.Key.Key_Down, 1_500)
    enter(canvas)
    [made] = drawing.kept_plan.openings.values()
    assert made.kind is kind


def test_walls_of_typed_lengths_go_around_a_home_that_is_larger_than_the_screen(
    draw: Opener,
) -> None:
    canvas, drawing = draw(Plan())
    canvas.use(wall.TOOL)
    at_the_middle(canvas)
    enter(canvas)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down)
    for key, length in zip(keys, ("8", "19", "8", "19"), strict=True):
        go(canvas, key, 2 * canvas.step_mm)
        QTest.keyClicks(canvas, length)
        enter(canvas)
    [room_around] = drawing.derived().rooms
    assert round(room_around.area_mm2 / 1e6, 1) == round(7.9 * 18.9, 1)


def choose(canvas: Canvas, number: int) -> None:
    """Choose a thing with Page Down."""
    canvas.setFocus()
    while list(canvas.chosen) != [number]:
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)


def test_a_wall_is_moved_by_arrows_or_by_a_length(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    choose(canvas, 2)
    go(canvas, Qt.Key.Key_Right, 500)
    assert {end.x for end in drawing.kept_plan.walls[2].ends} == {4_500}
    QTest.keyClicks(canvas, "3,9")
    enter(canvas)
    assert {end.x for end in drawing.kept_plan.walls[2].ends} == {3_900}


def test_tab_comes_to_the_length_of_the_wall_itself(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    choose(canvas, 2)
    QTest.keyClicks(canvas, "3,5")
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    enter(canvas)
    assert drawing.kept_plan.walls[2].length_mm == 3_500


def test_furniture(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.carry(items()[0])
    at_the_middle(canvas)
    enter(canvas)
    assert len(drawing.kept_plan.furniture) == 1


def test_a_measure(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(measure.TOOL)
    at_the_middle(canvas)
    enter(canvas)
    go(canvas, Qt.Key.Key_Right, 1_000)
    enter(canvas)
    [line] = drawing.kept_plan.dimensions.values()
    assert line.start.y == line.end.y


def test_a_text(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(text.TOOL)
    at_the_middle(canvas)
    enter(canvas)
    field = canvas.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Piano")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [written.words for written in drawing.kept_plan.texts.values()] == ["Piano"]


def test_a_sketched_wall(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(sketch.TOOL)
    at_the_middle(canvas)
    go(canvas, Qt.Key.Key_Down, 1_400)
    enter(canvas)
    go(canvas, Qt.Key.Key_Up, 2_800)
    assert len(drawing.kept_plan.walls) == 4
    enter(canvas)
    assert drawing.kept_plan.walls[5].ends == (Point(2_000, 0), Point(2_000, 3_000))
    go(canvas, Qt.Key.Key_Left, 500)
    assert len(drawing.kept_plan.walls) == 5


def test_a_sketched_line_that_is_not_meant(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(sketch.TOOL)
    at_the_middle(canvas)
    enter(canvas)
    go(canvas, Qt.Key.Key_Up, 1_500)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    enter(canvas)
    assert drawing.undo_name is None


def traced(draw: Opener) -> tuple[Canvas, Editing]:
    picture = Background("a picture", Point(0, 0), 4_000, 3_000)
    canvas, drawing = draw(replace(rectangle(4_000, 3_000, 100), background=picture))
    canvas.use(underlay.TOOL)
    at_the_middle(canvas)
    return canvas, drawing


def test_the_size_of_the_picture(draw: Opener) -> None:
    canvas, drawing = traced(draw)
    enter(canvas)
    go(canvas, Qt.Key.Key_Right, 1_000)
    enter(canvas)
    field = canvas.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drawing.kept_plan.background.width_mm == pytest.approx(8_000, abs=80)


def test_the_place_of_the_picture_is_one_step_of_undo(draw: Opener) -> None:
    canvas, drawing = traced(draw)
    reach(canvas, _("Move with the arrow keys"))
    go(canvas, Qt.Key.Key_Left, 600)
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert drawing.kept_plan.background.at == (-600, 10)
    enter(canvas)
    go(canvas, Qt.Key.Key_Left, 600)
    assert drawing.kept_plan.background.at == (-600, 10)
    drawing.undo()
    assert drawing.undo_name is None


def test_how_strong_the_picture_is_and_taking_it_away(draw: Opener) -> None:
    canvas, drawing = traced(draw)
    reach(canvas, _("Stronger"))
    assert drawing.kept_plan.background.opacity_percent == 55
    reach(canvas, _("Take the picture away"))
    assert drawing.kept_plan.background is None


def reach(canvas: Canvas, words: str) -> None:
    """Go with Tab to a button that floats over the drawing, and press it with a key."""
    canvas.setFocus()
    for _tab in range(12):
        QTest.keyClick(canvas.window().focusWidget(), Qt.Key.Key_Tab)
        reached = canvas.window().focusWidget()
        if isinstance(reached, QPushButton) and reached.accessibleName() == words:
            QTest.keyClick(reached, Qt.Key.Key_Space)
            return
    raise AssertionError(words)


def test_one_sees_where_the_cross_is(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(sketch.TOOL)
    at_the_middle(canvas)
    before = canvas.grab().toImage()
    go(canvas, Qt.Key.Key_Right, 1_000)
    at = canvas.view.to_screen(3_000, 1_500).toPoint()
    assert canvas.grab().toImage().pixel(at) != before.pixel(at)


def test_the_paper_goes_along_when_the_cross_comes_to_the_edge(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(room.TOOL)
    at_the_middle(canvas)
    before = canvas.view
    go(canvas, Qt.Key.Key_Right, 6_000)
    assert canvas.view.left_mm > before.left_mm
    assert canvas.rect().contains(canvas.cross.toPoint())
