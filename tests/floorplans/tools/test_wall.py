"""Muur, drawn with a real mouse and real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.floorplans import templates
from desktop.floorplans.edits import add_wall
from desktop.floorplans.plan import Plan, Point, Wall
from desktop.floorplans.tools import sketch, wall
from desktop.floorplans.tools.tool import Tool
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.floorplans.tools.test_room import press
from tests.support.drawing import begin_drag, click, drag, hover
from tests.support.plans import rectangle


def newest(plan: Plan) -> Wall:
    return plan.walls[max(plan.walls)]


def test_a_wall_is_dragged_from_one_wall_to_the_other(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    drag(canvas, (2_010, 40), (1_980, 2_950))
    assert newest(drawing.kept_plan).ends == (Point(2_000, 0), Point(2_000, 3_000))
    assert len(drawing.derived().rooms) == 2
    assert drawing.undo_name == _("Wall drawn")


def test_a_wall_is_drawn_by_tapping_its_ends(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    click(canvas, (0, 1_000))
    click(canvas, (4_000, 1_000))
    assert newest(drawing.kept_plan).ends == (Point(0, 1_000), Point(4_000, 1_000))


def test_walls_tapped_in_the_open_go_on_from_each_other_until_escape(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(9_000, 9_000, 100))
    canvas.use(wall.TOOL)
    for place in [(2_000, 2_000), (4_000, 2_000), (4_000, 4_000)]:
        click(canvas, place)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    click(canvas, (6_000, 6_000))
    drawn = [drawing.kept_plan.walls[id].ends for id in sorted(drawing.kept_plan.walls)[4:]]
    assert drawn == [
        (Point(2_000, 2_000), Point(4_000, 2_000)),
        (Point(4_000, 2_000), Point(4_000, 4_000)),
    ]


def test_a_number_typed_while_drawing_is_the_length(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(9_000, 9_000, 100))
    canvas.use(wall.TOOL)
    for typed, length in [("3,2", 3_200), ("2750", 2_750)]:
        click(canvas, (2_000, 2_000))
        hover(canvas, (4_000, 2_010))
        QTest.keyClicks(canvas, typed)
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        assert newest(drawing.kept_plan).ends == (Point(2_000, 2_000), Point(2_000 + length, 2_000))
        drawing.undo()


def test_the_new_rooms_show_before_the_wall_is_let_go(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    begin_drag(canvas, (2_000, 0), (2_000, 3_000))
    assert len(drawing.derived().rooms) == 2
    assert len(drawing.kept_plan.walls) == 4
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert len(drawing.derived().rooms) == 1


def test_alt_lets_go_of_everything_it_would_snap_to(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    drag(canvas, (1_000, 1_000), (2_030, 1_040), keys=Qt.KeyboardModifier.AltModifier)
    start, end = newest(drawing.kept_plan).ends
    assert start.y != end.y


def test_a_wall_is_drawn_without_a_mouse(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(canvas, key)
    for _step in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    start, end = newest(drawing.kept_plan).ends
    assert start.x == end.x
    assert end.y - start.y >= 250


def test_a_wall_over_another_is_refused_in_words(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.use(wall.TOOL)
    drag(canvas, (0, 0), (4_000, 0))
    assert len(drawing.kept_plan.walls) == 4
    assert said == ["Hier staat al een muur. Gebruik die, of maak er één muur van."]


def test_a_wall_along_another_that_goes_on_is_offered_to_become_one(draw: Opener) -> None:
    plan = add_wall(rectangle(8_000, 6_000, 100), Point(4_000, 0), Point(4_000, 3_000))[0]
    canvas, drawing = draw(plan)
    canvas.use(wall.TOOL)
    drag(canvas, (4_000, 1_000), (4_000, 6_000))
    assert drawing.undo_name is None
    press(canvas, "Maak er één muur van")
    assert newest(drawing.kept_plan).ends == (Point(4_000, 0), Point(4_000, 6_000))
    assert len(drawing.kept_plan.walls) == 5
    assert len(drawing.derived().rooms) == 2


def test_who_does_not_want_one_wall_draws_on(draw: Opener) -> None:
    plan = add_wall(rectangle(8_000, 6_000, 100), Point(4_000, 0), Point(4_000, 3_000))[0]
    canvas, drawing = draw(plan)
    canvas.use(wall.TOOL)
    drag(canvas, (4_000, 1_000), (4_000, 6_000))
    drag(canvas, (0, 4_000), (8_000, 4_000))
    assert newest(drawing.kept_plan).ends == (Point(0, 4_000), Point(8_000, 4_000))


def row_house() -> Plan:
    (shell,) = (one for one in templates.shells() if one.key == "row-house")
    return shell.home.levels[0]


@pytest.mark.parametrize("tool", [wall.TOOL, sketch.TOOL])
def test_a_wall_that_is_drawn_over_a_shaft_of_the_building_stops_there(
    draw: Opener, tool: Tool
) -> None:
    canvas, drawing = draw(row_house())
    canvas.use(tool)
    drag(canvas, (150, 4_650), (5_250, 4_650))
    assert [end.x for end in newest(drawing.kept_plan).ends] == [150, 4_550]
