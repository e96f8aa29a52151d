"""Kiezen, with a real mouse and real keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.edits import add_opening
from desktop.floorplans.plan import (
    Furniture,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
    WallKind,
)
from desktop.language import _
from tests.floorplans.conftest import Opener
from tests.floorplans.tools.test_room import press
from tests.support.drawing import begin_drag, click, drag, let_go
from tests.support.plans import labelled_home, rectangle, second_oracle_plan, with_opening

MIDDLE = 5  # the wall from (5200, 0) to (5200, 6700)


def locked(plan: Plan) -> Plan:
    """With its outer walls locked."""
    walls = plan.walls
    for id in range(1, 5):
        walls = walls.set(id, replace(walls[id], locked=True))
    return replace(plan, walls=walls)


def areas(derived: object) -> list[float]:
    return sorted(round(room.area_mm2 / 1e6, 2) for room in derived.rooms)


def test_a_tap_on_a_wall_chooses_it(draw: Opener) -> None:
    canvas, _drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    assert canvas.chosen == (MIDDLE,)
    assert "6,70 m" in canvas.accessibleDescription()


def test_a_wall_that_is_dragged_takes_its_neighbours_along(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    drag(canvas, (5_200, 4_000), (4_190, 4_000))
    assert drawing.kept_plan.walls[MIDDLE].start == Point(4_200, 0)
    assert drawing.kept_plan.walls[6].ends == (Point(4_200, 2_900), Point(8_600, 2_900))
    assert len(drawing.derived().rooms) == 5
    assert drawing.undo_name == _("Wall moved")


def test_both_lengths_show_while_a_wall_is_dragged(draw: Opener) -> None:
    canvas, _drawing = draw(second_oracle_plan())
    begin_drag(canvas, (5_200, 4_000), (4_200, 4_000))
    assert [measure.words for measure in canvas.hand.overlay().measures] == ["4,20 m", "4,40 m"]
    let_go(canvas, (4_200, 4_000))


def test_a_length_typed_during_the_drag_is_set(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    begin_drag(canvas, (5_200, 4_000), (4_500, 4_000))
    QTest.keyClicks(canvas, "3,75")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert drawing.kept_plan.walls[MIDDLE].start.x == 3_750


def test_tab_takes_the_other_length(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    begin_drag(canvas, (5_200, 4_000), (4_500, 4_000))
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    QTest.keyClicks(canvas, "3,6")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert drawing.kept_plan.walls[MIDDLE].start.x == 5_000


def test_a_length_that_is_tapped_can_be_typed_over(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    pill = next(m.pill for m in canvas.marks if m.pill is not None and m.measure.set is not None)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=pill.center().toPoint())
    field = canvas.focusWidget()
    assert field is not canvas
    assert field.geometry().contains(pill.toAlignedRect())  # in its place, not beside it
    QTest.keyClicks(field, "4,1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drawing.kept_plan.walls[MIDDLE].start.x == 4_100


def test_escape_during_a_drag_puts_everything_back(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    before = drawing.kept_plan
    begin_drag(canvas, (5_200, 4_000), (4_200, 4_000))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    let_go(canvas, (4_200, 4_000))
    assert drawing.plan is before
    assert areas(drawing.derived()) == [2.28, 3.6, 8.64, 11.52, 25.5]


def test_a_wall_of_the_building_refuses_kindly(draw: Opener) -> None:
    canvas, drawing = draw(locked(second_oracle_plan()))
    said: list[str] = []
    canvas.said.connect(said.append)
    drag(canvas, (0, 2_000), (700, 2_000))
    assert said == ["Deze muur is van het gebouw en staat vast."]
    assert drawing.undo_name is None


def test_who_prepares_the_building_unlocks_and_locks_a_wall_beside_it(draw: Opener) -> None:
    canvas, drawing = draw(locked(second_oracle_plan()))
    click(canvas, (0, 2_000))
    assert not canvas.hand.overlay().choices  # for tenants it stays as it is
    canvas.offer_shafts()
    click(canvas, (0, 2_000))
    press(canvas, _("Unlock"))
    [chosen] = canvas.chosen
    assert not drawing.kept_plan.walls[chosen].locked
    QApplication.processEvents()  # the other buttons come
    press(canvas, _("Lock"))
    assert drawing.kept_plan.walls[chosen].locked


def test_who_prepares_the_building_makes_an_outer_wall_of_a_wall(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    canvas.offer_shafts()
    click(canvas, (5_200, 4_000))
    press(canvas, _("Make it an outer wall"))
    wall = drawing.kept_plan.walls[MIDDLE]
    assert (wall.kind, wall.thickness_mm) == (WallKind.SHELL, 300)
    QApplication.processEvents()
    press(canvas, _("Make it a wall that carries"))
    assert drawing.kept_plan.walls[MIDDLE].kind is WallKind.LOAD_BEARING


def test_an_end_is_dragged_with_all_walls_that_meet_there(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (8_600, 5_000))
    drag(canvas, (8_600, 6_700), (9_600, 6_700))
    walls = drawing.kept_plan.walls
    assert walls[2].end == walls[3].start == Point(9_600, 6_700)


def test_a_door_slides_along_its_wall(draw: Opener) -> None:
    plan = with_opening(second_oracle_plan(), Opening(MIDDLE, OpeningKind.DOOR, 3_500, 930))
    canvas, drawing = draw(plan)
    drag(canvas, (5_200, 3_900), (5_900, 4_500))
    [door] = drawing.kept_plan.openings.values()
    assert door.at_mm == 4_100


def test_a_door_never_leaves_its_wall(draw: Opener) -> None:
    plan = with_opening(second_oracle_plan(), Opening(MIDDLE, OpeningKind.DOOR, 3_500, 930))
    canvas, drawing = draw(plan)
    drag(canvas, (5_200, 3_900), (5_200, 7_500))
    [door] = drawing.kept_plan.openings.values()
    assert door.until_mm == 6_700


def test_one_click_makes_a_door_open_the_other_way(draw: Opener) -> None:
    plan = with_opening(second_oracle_plan(), Opening(MIDDLE, OpeningKind.DOOR, 3_500, 930))
    canvas, drawing = draw(plan)
    click(canvas, (5_200, 3_900))
    press(canvas, _("Open the other way"))
    press(canvas, _("Open the other way"))
    [door] = drawing.kept_plan.openings.values()
    assert door.swing is Side.RIGHT


def test_one_click_splits_a_wall_where_it_was_tapped(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    press(canvas, _("Split"))
    lengths = sorted(wall.length_mm for wall in drawing.kept_plan.walls.values())
    assert 4_000 in [round(length, -2) for length in lengths]
    assert areas(drawing.derived()) == [2.28, 3.6, 8.64, 11.52, 25.5]


def test_two_halves_become_one_wall_again(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    press(canvas, _("Split"))
    click(canvas, (5_200, 1_500))
    click(canvas, (5_200, 4_800), Qt.KeyboardModifier.ShiftModifier)
    press(canvas, _("Make one wall"))
    assert len(drawing.kept_plan.walls) == 8


def test_one_click_changes_the_thickness(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    press(canvas, _("Other thickness"))
    assert drawing.kept_plan.walls[MIDDLE].thickness_mm == 150


def test_delete_takes_away_what_is_chosen(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (1_000, 5_300))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert 7 not in drawing.kept_plan.walls
    assert canvas.chosen == ()


def test_arrows_move_what_is_chosen(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (5_200, 4_000))
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert drawing.kept_plan.walls[MIDDLE].start.x == 5_200 - canvas.step_mm - 10


def test_page_down_goes_from_thing_to_thing(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    seen = set()
    for _step in range(13):
        QTest.keyClick(canvas, Qt.Key.Key_PageDown)
        seen.add(canvas.chosen)
    assert len(seen) == len(drawing.plan.walls) + len(drawing.plan.labels)


def test_furniture_moves_and_goes_against_the_wall_it_comes_near(draw: Opener) -> None:
    plan = second_oracle_plan()
    bed = Furniture("bed", Point(2_500, 2_500), 900, 2_000)
    plan = replace(plan, furniture=plan.furniture.set(99, bed), next_id=100)
    canvas, drawing = draw(plan)
    drag(canvas, (2_500, 2_500), (1_100, 2_500))
    moved = drawing.kept_plan.furniture[99]
    assert moved.at.x == 150 + 1_000
    assert moved.angle == 90


def test_furniture_turns_by_its_handle_and_by_a_key(draw: Opener) -> None:
    plan = second_oracle_plan()
    bed = Furniture("bed", Point(2_500, 2_500), 900, 2_000)
    plan = replace(plan, furniture=plan.furniture.set(99, bed), next_id=100)
    canvas, drawing = draw(plan)
    click(canvas, (2_500, 2_500))
    drag(canvas, (2_500, 3_850), (1_000, 2_480))
    assert drawing.kept_plan.furniture[99].angle == 90
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    assert drawing.kept_plan.furniture[99].angle == 180


def test_a_room_without_a_name_asks_for_one_when_it_is_tapped(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    click(canvas, (2_500, 2_500))
    press(canvas, _("Living room"))
    assert len(drawing.kept_plan.labels) == 1


def test_a_room_is_tapped_but_not_dragged(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    drag(canvas, (2_600, 2_600), (4_000, 1_200))
    assert drawing.undo_name is None
    [chosen] = canvas.chosen
    assert chosen in drawing.plan.labels
    press(canvas, _("Bedroom"))
    assert drawing.kept_plan.labels[chosen].type is RoomType.BEDROOM


def test_one_click_makes_a_door_the_front_door_and_no_other_is(draw: Opener) -> None:
    plan, first = add_opening(rectangle(6_000, 4_000, 100), 1, OpeningKind.DOOR, 1_000)
    plan, second = add_opening(plan, 2, OpeningKind.DOOR, 1_000)
    canvas, drawing = draw(plan)
    for door in (first, second):
        opening = plan.openings[door]
        click(canvas, plan.walls[opening.wall].along(opening.at_mm + opening.width_mm / 2))
        press(canvas, _("Front door"))
        fronts = [id for id, o in drawing.kept_plan.openings.items() if o.front]
        assert fronts == [door]
