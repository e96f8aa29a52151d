"""What all tools do alike: what they say and when that is over, what is one step of undo, and the
pencil lines that stay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.plan import Furniture, Plan, Point
from desktop.floorplans.tools import door, room, select, sketch, wall
from desktop.floorplans.tools.select.idle import Idle
from desktop.floorplans.tools.sheet import ONE_MOVE_S, Sheet
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.floorplans.tools.test_room import press
from tests.floorplans.tools.test_select import locked
from tests.support.drawing import begin_drag, click, drag, editing, hover, let_go
from tests.support.plans import rectangle, second_oracle_plan

STANDS_FAST = "Deze muur is van het gebouw en staat vast."


def said_on(canvas: Canvas) -> list[str]:
    said: list[str] = []
    canvas.said.connect(said.append)
    return said


def with_bed(plan: Plan) -> Plan:
    bed = Furniture("bed", Point(2_500, 2_500), 900, 2_000)
    return replace(plan, furniture=plan.furniture.set(99, bed), next_id=100)


# What is said -------------------------------------------------------------------------------


def test_what_cannot_be_is_over_when_the_hand_goes_where_it_can(draw: Opener) -> None:
    canvas, _drawing = draw(locked(second_oracle_plan()))
    said = said_on(canvas)
    begin_drag(canvas, (0, 2_000), (700, 2_000))
    assert said == [STANDS_FAST]
    QTest.mouseMove(canvas, canvas.view.to_screen(10, 2_000).toPoint())
    assert said == [STANDS_FAST, ""]
    let_go(canvas, (10, 2_000))


def test_what_cannot_be_can_still_be_read_after_letting_go(draw: Opener) -> None:
    canvas, _drawing = draw(locked(second_oracle_plan()))
    said = said_on(canvas)
    drag(canvas, (0, 2_000), (700, 2_000))
    hover(canvas, (2_000, 2_000))
    assert said == [STANDS_FAST]


def test_escape_takes_what_was_said_away(draw: Opener) -> None:
    canvas, _drawing = draw(locked(second_oracle_plan()))
    said = said_on(canvas)
    drag(canvas, (0, 2_000), (700, 2_000))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert said[-1] == ""


def test_a_room_that_is_let_go_too_small_does_not_stick_to_the_pointer(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(room.TOOL)
    drag(canvas, (4_000, 3_000), (4_200, 3_150))
    hover(canvas, (6_000, 5_000))
    assert canvas.hand.overlay().outlines == ()
    assert drawing.plan is drawing.kept_plan


def test_a_wall_that_is_let_go_on_another_does_not_stick_to_the_pointer(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(wall.TOOL)
    said = said_on(canvas)
    drag(canvas, (0, 1_000), (0, 5_000))
    hover(canvas, (4_000, 3_000))
    assert canvas.hand.overlay().ghosts == ()
    assert drawing.undo_name is None
    assert said == [_("There is a wall here already. Use that one, or make one of the two.")]


# Hints for the first time -------------------------------------------------------------------


def test_the_hint_of_a_tool_goes_after_the_first_success(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(wall.TOOL)
    assert canvas.hand.overlay().hint == _("Drag from one wall to the other.")
    drag(canvas, (4_000, 0), (4_000, 6_000))
    assert canvas.hand.overlay().hint == ""


def test_a_drag_that_fails_leaves_the_hint_on(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(wall.TOOL)
    drag(canvas, (0, 1_000), (0, 5_000))
    assert canvas.hand.overlay().hint == _("Drag from one wall to the other.")


def test_each_tool_has_its_own_first_time(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(8_000, 6_000, 300))
    canvas.use(wall.TOOL)
    drag(canvas, (4_000, 0), (4_000, 6_000))
    canvas.use(door.TOOL)
    assert canvas.hand.overlay().hint
    canvas.use(wall.TOOL)
    assert not canvas.hand.overlay().hint


# Moves by key -------------------------------------------------------------------------------


def test_moves_by_key_that_follow_each_other_are_one_step(draw: Opener) -> None:
    canvas, drawing = draw(with_bed(second_oracle_plan()))
    click(canvas, (2_500, 2_500))
    for _press in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert drawing.kept_plan.furniture[99].at.x == 2_500 + 5 * canvas.step_mm
    assert drawing.steps == (_("Moved"),)
    drawing.undo()
    assert drawing.kept_plan.furniture[99].at.x == 2_500


def test_moves_of_another_thing_are_a_step_of_their_own(draw: Opener) -> None:
    canvas, drawing = draw(with_bed(second_oracle_plan()))
    for place in ((2_500, 2_500), (5_200, 4_000)):
        click(canvas, place)
        QTest.keyClick(canvas, Qt.Key.Key_Left)
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert drawing.steps == (_("Moved"),) * 2


def test_a_move_after_another_edit_is_a_step_of_its_own(draw: Opener) -> None:
    canvas, drawing = draw(with_bed(second_oracle_plan()))
    click(canvas, (2_500, 2_500))
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert drawing.steps == (_("Moved"), _("Turned"), _("Moved"))


def test_a_move_after_a_pause_is_a_step_of_its_own() -> None:
    drawing = editing(with_bed(second_oracle_plan()))
    now = [100.0]
    sheet = Sheet(drawing, lambda _sentence: None, lambda: None, clock=lambda: now[0])
    sheet.choose((99,))
    state = Idle(sheet)
    for pause in (0.0, ONE_MOVE_S, ONE_MOVE_S + 0.1):
        now[0] += pause
        state.nudge(100, 0)
    assert len(drawing.steps) == 2
    assert drawing.kept_plan.furniture[99].at.x == 2_800


# Pencil lines -------------------------------------------------------------------------------


def test_pencil_lines_stay_when_another_tool_is_taken(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(sketch.TOOL)
    drag(canvas, (2_500, 60), (2_500, 3_960))
    canvas.use(select.TOOL)
    assert len(canvas.hand.overlay().faint_strokes) == 1


def test_undo_takes_the_walls_and_leaves_the_pencil_lines(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(sketch.TOOL)
    drag(canvas, (2_500, 60), (2_500, 3_960))
    canvas.let_go()
    drawing.undo()
    assert len(drawing.kept_plan.walls) == 4
    assert len(canvas.hand.overlay().faint_strokes) == 1


def test_pencil_lines_go_when_they_are_taken_away(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(sketch.TOOL)
    drag(canvas, (2_500, 60), (2_500, 3_960))
    press(canvas, _("Take the pencil lines away"))
    assert canvas.hand.overlay().faint_strokes == ()
    assert len(drawing.kept_plan.walls) == 5


def test_a_tap_with_the_pencil_leaves_nothing_to_take_away(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(sketch.TOOL)
    click(canvas, (2_500, 2_000))
    assert canvas.hand.overlay().choices == ()
