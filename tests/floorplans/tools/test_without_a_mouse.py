"""Every tool with keys alone: the arrows move a cross, Enter taps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.catalogue import items
from desktop.floorplans.plan import OpeningKind
from desktop.floorplans.tools import door, measure, room, text
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


def test_a_door(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(door.TOOL)
    at_the_middle(canvas)
    go(canvas, Qt.Key.Key_Down, 1_500)
    enter(canvas)
    [made] = drawing.kept_plan.openings.values()
    assert made.kind is OpeningKind.DOOR


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


def test_the_paper_goes_along_when_the_cross_comes_to_the_edge(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(room.TOOL)
    at_the_middle(canvas)
    before = canvas.view
    go(canvas, Qt.Key.Key_Right, 6_000)
    assert canvas.view.left_mm > before.left_mm
    assert canvas.rect().contains(canvas.cross.toPoint())
