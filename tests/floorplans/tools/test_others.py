"""Schetsen, Meubels, Meten, Tekst and Ondergrond, with a real mouse and real keys."""

from __future__ import annotations

from dataclasses import replace
from math import sin

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.floorplans.canvas.bubble import Bubble
from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.catalogue import item, items
from desktop.floorplans.geometry.stairs import footprint, halfway
from desktop.floorplans.plan import Background, Plan, Point, StairShape
from desktop.floorplans.tools import measure, select, sketch, text, underlay
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.floorplans.tools.test_room import press
from tests.support.drawing import begin_drag, click, drag, let_go
from tests.support.plans import rectangle


def answer(canvas: Canvas, words: str) -> None:
    field = canvas.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_trembling_line_becomes_a_wall_and_stays_faintly(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(sketch.TOOL)
    stroke = [(2_500 + 40 * sin(y / 90), y) for y in range(100, 3_950, 50)]
    drag(canvas, *stroke)
    assert len(drawing.derived().rooms) == 2
    assert len(canvas.hand.overlay().faint_strokes) == 1
    assert drawing.undo_name == _("Sketched")
    drawing.undo()
    assert len(drawing.derived().rooms) == 1


def test_the_button_of_a_pencil_line_stands_by_that_line(draw: Opener) -> None:
    canvas, _drawing = draw(rectangle(6_000, 4_000, 300))
    canvas.use(sketch.TOOL)
    drag(canvas, (2_000, 2_000), (3_000, 2_040), (4_000, 2_000))
    card = canvas.findChild(Bubble)
    assert card is not None
    line = canvas.view.box_on_screen((2_000, 2_000, 4_000, 2_040)).toAlignedRect()
    assert card.geometry().adjusted(-20, -20, 20, 20).intersects(line)
    assert not card.geometry().intersects(line)


def test_furniture_in_hand_is_put_with_its_back_to_the_wall(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    sofa = next(item for item in items() if "sofa" in item.key)
    canvas.carry(sofa)
    click(canvas, (2_500, 3_500))
    [thing] = drawing.kept_plan.furniture.values()
    assert thing.item == sofa.key
    assert thing.at.y == 3_950 - sofa.depth_mm // 2
    assert thing.angle == 0


def test_furniture_that_is_put_near_a_corner_slides_until_it_stands_in_the_room(
    draw: Opener,
) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    sofa = item("sofa")
    canvas.carry(sofa)
    click(canvas, (500, 3_700))
    [thing] = drawing.kept_plan.furniture.values()
    assert thing.at == (50 + sofa.width_mm // 2, 3_950 - sofa.depth_mm // 2)


def test_furniture_amid_a_room_does_not_go_through_a_wall(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.carry(item("sofa"))
    click(canvas, (850, 2_000))
    [thing] = drawing.kept_plan.furniture.values()
    assert thing.at == (50 + thing.width_mm // 2, 2_000)


def test_furniture_in_hand_turns_by_a_key(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(9_000, 9_000, 100))
    canvas.carry(items()[0])
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    click(canvas, (4_500, 4_500))
    [thing] = drawing.kept_plan.furniture.values()
    assert thing.angle == 90


def test_without_furniture_in_hand_it_says_to_choose_some(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    said: list[str] = []
    canvas.said.connect(said.append)
    canvas.carry(None)
    click(canvas, (2_500, 2_000))
    assert said == [_("First choose a piece of furniture.")]
    assert not drawing.kept_plan.furniture


def test_a_measure_goes_from_face_to_face_and_stays(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(measure.TOOL)
    begin_drag(canvas, (60, 2_000), (4_960, 2_010))
    assert [m.words for m in canvas.hand.overlay().measures] == ["4,90 m"]
    let_go(canvas, (4_960, 2_010))
    [line] = drawing.kept_plan.dimensions.values()
    assert line.start.distance_mm(line.end) == 4_900


def test_a_text_is_typed_where_it_was_tapped_and_can_be_changed(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(text.TOOL)
    click(canvas, (2_000, 2_000))
    answer(canvas, "Hier de piano")
    [written] = drawing.kept_plan.texts.values()
    assert written.words == "Hier de piano"
    click(canvas, (2_300, 2_060))
    answer(canvas, "Hier de kast")
    assert [t.words for t in drawing.kept_plan.texts.values()] == ["Hier de kast"]


def test_escape_leaves_the_text_unwritten(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(5_000, 4_000, 100))
    canvas.use(text.TOOL)
    click(canvas, (2_000, 2_000))
    QTest.keyClick(canvas.focusWidget(), Qt.Key.Key_Escape)
    assert canvas.focusWidget() is canvas
    assert not drawing.kept_plan.texts


def with_picture(plan: Plan) -> Plan:
    return replace(plan, background=Background("a picture", Point(0, 0), 4_000, 3_000))


def test_two_points_and_a_length_give_the_picture_its_size(draw: Opener) -> None:
    canvas, drawing = draw(with_picture(rectangle(5_000, 4_000, 100)))
    canvas.use(underlay.TOOL)
    click(canvas, (1_000, 1_000))
    click(canvas, (3_000, 1_000))
    answer(canvas, "3")
    background = drawing.kept_plan.background
    assert abs(background.width_mm - 6_000) <= 30
    assert abs(background.at.x + 500) <= 10
    # Enter ended the length: it was no tap on the drawing as well.
    assert canvas.hand.overlay().hint != _("Tap the second point.")


def test_the_picture_is_dragged_to_its_place_and_made_fainter(draw: Opener) -> None:
    canvas, drawing = draw(with_picture(rectangle(5_000, 4_000, 100)))
    canvas.use(underlay.TOOL)
    drag(canvas, (1_000, 1_000), (2_000, 1_500))
    assert abs(drawing.kept_plan.background.at.x - 1_000) <= 10
    press(canvas, _("Fainter"))
    assert drawing.kept_plan.background.opacity_percent == 25
    press(canvas, _("Take the picture away"))
    assert drawing.kept_plan.background is None


def test_a_straight_stair_goes_up_along_the_wall_to_the_next_storey(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(6_000, 5_000, 100))
    canvas.carry(item("stair-straight"))
    click(canvas, (3_000, 400))
    [stair] = drawing.kept_plan.stairs.values()
    assert (stair.at, stair.angle) == (Point(3_000 - stair.run_mm // 2, 50 + 450), 0)
    assert not drawing.kept_plan.furniture
    assert drawing.undo_name == _("Stair placed")


def test_a_stair_turned_in_the_hand_keeps_going_up_that_way(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(6_000, 5_000, 100))
    canvas.carry(item("stair-straight"))
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    click(canvas, (3_000, 400))
    [stair] = drawing.kept_plan.stairs.values()
    assert (stair.at.x, stair.angle) == (3_000 + stair.run_mm // 2, 180)


def test_a_stair_amid_the_room_lies_where_it_is_put(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(9_000, 9_000, 100))
    canvas.carry(item("stair-straight"))
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    click(canvas, (4_500, 4_500))
    [stair] = drawing.kept_plan.stairs.values()
    assert stair.angle == 90
    assert abs(stair.at.x - 4_500) <= 10
    assert abs(stair.at.y - (4_500 - stair.run_mm // 2)) <= 10


def test_a_stair_with_a_turn_turns_away_from_the_wall_it_stands_along(draw: Opener) -> None:
    for place, mirrored in (((3_000, 400), False), ((3_000, 4_600), True)):
        canvas, drawing = draw(rectangle(6_000, 5_000, 100))
        canvas.carry(item("stair-quarter"))
        click(canvas, place)
        [stair] = drawing.kept_plan.stairs.values()
        assert (stair.shape, stair.angle, stair.mirrored) == (StairShape.QUARTER, 0, mirrored)
        [room] = drawing.derived().rooms
        assert room.polygon.buffer(1).covers(footprint(stair))


def test_a_spiral_stair_is_put_against_a_wall_and_taken_by_its_middle(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(6_000, 5_000, 100))
    canvas.carry(item("stair-spiral"))
    click(canvas, (3_000, 800))
    [stair] = drawing.kept_plan.stairs.values()
    left, bottom, right, _top = footprint(stair).bounds
    assert stair.shape is StairShape.SPIRAL
    assert (left + right) / 2 == pytest.approx(3_000, abs=5)
    assert bottom == pytest.approx(50, abs=5)


def test_a_stair_with_a_turn_is_mirrored_with_a_click(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(6_000, 5_000, 100))
    canvas.carry(item("stair-quarter"))
    click(canvas, (3_000, 2_500))
    canvas.use(select.TOOL)
    [stair] = drawing.kept_plan.stairs.values()
    click(canvas, halfway(stair))
    press(canvas, _("Mirror"))
    [stair] = drawing.kept_plan.stairs.values()
    assert stair.mirrored
