"""Each of the ten tools with a finger and with a pen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.catalogue import item
from desktop.floorplans.edits import add_wall
from desktop.floorplans.plan import Background, OpeningKind, Plan, Point
from desktop.floorplans.tools import TOOLS
from desktop.floorplans.tools.tool import Tool
from tests.floorplans.conftest import Opener
from tests.support.plans import rectangle
from tests.support.pointing import with_finger, with_pen

# A tap at one place, or a drag along several.
Hand = Callable[..., None]


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def home() -> Plan:
    """A shell of 6 by 4 m with a wall in the middle and a picture to trace."""
    plan, _id = add_wall(rectangle(6_000, 4_000, 100), Point(3_000, 0), Point(3_000, 4_000))
    return replace(plan, background=Background("a picture", Point(0, 0), 4_000, 3_000))


def answer(canvas: Canvas, words: str) -> None:
    field = canvas.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def select(canvas: Canvas, hand: Hand) -> None:
    hand((3_000, 2_000))
    hand((3_000, 2_000), (3_200, 2_000), (3_600, 2_000))


def wall(canvas: Canvas, hand: Hand) -> None:
    hand((0, 2_000), (1_000, 2_000), (3_000, 2_000))


def sketch(canvas: Canvas, hand: Hand) -> None:
    hand(*((x, 2_000 + 40 * (x % 200 == 0)) for x in range(100, 2_950, 100)))


def room(canvas: Canvas, hand: Hand) -> None:
    hand((0, 0), (1_000, 1_000), (2_000, 2_500))


def door(canvas: Canvas, hand: Hand) -> None:
    hand((3_000, 2_000))


def window(canvas: Canvas, hand: Hand) -> None:
    hand((1_500, 4_000))


def furniture(canvas: Canvas, hand: Hand) -> None:
    canvas.carry(item("table"))
    hand((1_500, 2_000))


def measure(canvas: Canvas, hand: Hand) -> None:
    hand((50, 2_000), (1_000, 2_000), (2_950, 2_000))


def text(canvas: Canvas, hand: Hand) -> None:
    hand((1_500, 2_000))
    answer(canvas, "Piano")


def underlay(canvas: Canvas, hand: Hand) -> None:
    hand((1_000, 1_000))
    hand((2_000, 1_000))
    answer(canvas, "2")


MADE: dict[str, tuple[Callable[[Canvas, Hand], None], Callable[[Plan], bool]]] = {
    "select": (select, lambda plan: plan.walls[5].start.x == 3_600),
    "wall": (wall, lambda plan: plan.walls[6].ends == ((0, 2_000), (3_000, 2_000))),
    "sketch": (sketch, lambda plan: plan.walls[6].start.y == plan.walls[6].end.y),
    "room": (room, lambda plan: len(plan.walls) == 7),
    "door": (door, lambda plan: _kinds(plan) == [OpeningKind.DOOR]),
    "window": (window, lambda plan: _kinds(plan) == [OpeningKind.WINDOW]),
    "furniture": (furniture, lambda plan: [t.item for t in plan.furniture.values()] == ["table"]),
    "measure": (measure, lambda plan: len(plan.dimensions) == 1),
    "text": (text, lambda plan: [t.words for t in plan.texts.values()] == ["Piano"]),
    "underlay": (underlay, lambda plan: abs(plan.background.width_mm - 8_000) < 200),
}


def _kinds(plan: Plan) -> list[OpeningKind]:
    return [opening.kind for opening in plan.openings.values()]


def test_no_tool_is_forgotten() -> None:
    assert list(MADE) == [tool.key for tool in TOOLS]


@pytest.mark.parametrize("with_hand", [with_finger, with_pen], ids=["finger", "pen"])
@pytest.mark.parametrize("tool", TOOLS, ids=[tool.key for tool in TOOLS])
def test_the_tool_does_its_work(
    draw: Opener, screen: QPointingDevice, tool: Tool, with_hand: Callable[..., None]
) -> None:
    canvas, drawing = draw(home())
    canvas.use(tool)
    do, is_made = MADE[tool.key]
    do(canvas, partial(with_hand, canvas, screen))
    assert is_made(drawing.kept_plan)
    assert len(drawing.steps) == 1
