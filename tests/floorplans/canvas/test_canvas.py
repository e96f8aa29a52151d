"""The drawing on the screen: what is painted, how it moves, and what a screen reader hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.canvas.inks import DARK, LIGHT
from desktop.floorplans.canvas.lettering import words_box
from desktop.floorplans.canvas.signs import ABOVE_PX, hint_mark
from desktop.floorplans.catalogue import items
from desktop.floorplans.checks import Finding, Grade, check_home, rules_on
from desktop.floorplans.edits import add_opening, add_wall, change, move_wall
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Background, OpeningKind, Point, RoomLabel, RoomType
from desktop.floorplans.tools import TOOLS
from desktop.language import _, ngettext
from desktop.widgets import theme
from tests.floorplans.conftest import Opener
from tests.support.drawing import click, drag, hover, on_screen
from tests.support.plans import grid, labelled_home, rectangle, second_oracle_plan, with_label

MIDDLE_WALL = ((6_000, 3_000), (6_000, 6_000))


def painted(canvas: Canvas) -> QImage:
    canvas.sharpen()
    return canvas.grab().toImage()


def colour_at(canvas: Canvas, place: tuple[int, int]) -> str:
    return QColor(painted(canvas).pixel(on_screen(canvas, place))).name()


def test_walls_and_rooms_are_where_the_plan_says(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    assert colour_at(canvas, (0, 3_000)) == LIGHT.shell
    assert colour_at(canvas, (5_200, 1_000)) == LIGHT.partition
    assert colour_at(canvas, (1_000, 1_000)) == LIGHT.rooms[RoomType.LIVING]
    assert colour_at(canvas, (8_000, 6_000)) == LIGHT.rooms[RoomType.KITCHEN]


def test_what_is_painted_step_by_step_is_what_is_painted_at_once(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    drag(canvas, (5_200, 4_500), (4_600, 4_500))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    fresh, _same = draw(drawing.kept_plan)
    assert fresh.view == canvas.view
    assert fresh.picture.drawing.toImage() == canvas.picture.drawing.toImage()


def test_rooms_that_kept_their_shape_are_painted_as_at_once(draw: Opener) -> None:
    """Beside a wall that moves, rooms on the same floor get other walls, names and types."""
    canvas, drawing = draw(grid(4))
    middle = next(id for id, wall in drawing.plan.walls.items() if wall.ends == MIDDLE_WALL)
    above = next(id for id, label in drawing.plan.labels.items() if label.at == (4_500, 7_500))
    for shift in (60, 120, -80):
        drawing.preview(move_wall(drawing.kept_plan, middle, shift, 0))
    drawing.commit("", drawing.plan)
    drawing.commit("", change(drawing.plan, above, RoomLabel(Point(4_500, 7_500), RoomType.TOILET)))
    drawing.undo()
    drawing.redo()
    drawing.commit("", move_wall(drawing.plan, middle, 200, 0))
    fresh, _same = draw(drawing.kept_plan)
    assert fresh.picture.drawing.toImage() == canvas.picture.drawing.toImage()


def test_rooms_on_the_same_floor_beside_a_wall_that_moves_are_not_painted_again(
    draw: Opener,
) -> None:
    canvas, drawing = draw(grid(4))
    drawing.listeners.clear()
    middle = next(id for id, wall in drawing.plan.walls.items() if wall.ends == MIDDLE_WALL)
    for shift in (60, 120):
        drawing.preview(move_wall(drawing.kept_plan, middle, shift, 0))
        changed = canvas.picture.show(drawing.derived())
    assert changed.contains(on_screen(canvas, (4_500, 4_500)))
    assert not changed.contains(on_screen(canvas, (4_500, 7_500)))


def test_only_what_changed_is_painted_again(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    assert canvas.picture.show(drawing.derived()).isEmpty()
    narrower, _id = add_opening(drawing.kept_plan, 7, OpeningKind.DOOR, 3_000)
    drawing.listeners.clear()
    drawing.preview(narrower)
    changed = canvas.picture.show(drawing.derived())
    assert changed.contains(on_screen(canvas, (3_400, 5_300)))
    assert not changed.contains(on_screen(canvas, (1_000, 1_000)))


def test_panning_paints_the_same_as_painting_anew(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    canvas.pan_by(37, -21)
    canvas.pan_by(-80, 44)
    moved = canvas.grab().toImage()
    canvas.picture.paint(canvas.view)
    canvas.update()
    assert canvas.grab().toImage() == moved


def test_the_wheel_zooms_to_where_the_pointer_is(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    at = QPointF(300, 200)
    before, scale = canvas.view.to_plan(at), canvas.view.scale
    canvas.zoom_at(at, 1.5)
    after = canvas.view.to_plan(at)
    assert canvas.view.scale == pytest.approx(scale * 1.5)
    assert after == pytest.approx(before)


@pytest.mark.parametrize("space", [False, True])
def test_the_middle_button_and_space_move_the_paper(draw: Opener, space: bool) -> None:
    canvas, drawing = draw(labelled_home())
    before = canvas.view
    button = Qt.MouseButton.LeftButton if space else Qt.MouseButton.MiddleButton
    if space:
        QTest.keyPress(canvas, Qt.Key.Key_Space)
    start = on_screen(canvas, (5_200, 3_000))
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(canvas, start + QPointF(50, 20).toPoint())
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    assert canvas.view == before.moved(50, 20)
    assert drawing.undo_name is None


def test_keys_zoom_pan_and_show_all(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    whole = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.scale > whole.scale
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(whole.scale)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.view.left_mm < whole.left_mm
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.view == whole


def test_a_place_out_of_sight_comes_to_the_middle(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    canvas.pan_by(5_000, 0)
    canvas.go_to(Point(2_600, 2_600))
    assert canvas.rect().contains(on_screen(canvas, (2_600, 2_600)))


def test_the_dark_theme_paints_in_its_own_colours(draw: Opener, qapp: QApplication) -> None:
    canvas, _drawing = draw(labelled_home())
    theme.wear(qapp, theme.Look(theme.Scheme.DARK))
    assert colour_at(canvas, (0, 3_000)) == DARK.shell
    assert colour_at(canvas, (1_000, 1_000)) == DARK.rooms[RoomType.LIVING]
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))
    assert colour_at(canvas, (0, 3_000)) == LIGHT.shell


def test_the_storey_below_shows_faintly(draw: Opener) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    before = colour_at(canvas, (2_000, 1_000))
    canvas.show_storey(drawing.derived(), derive(rectangle(2_000, 1_500, 100)))
    assert colour_at(canvas, (2_000, 1_000)) not in (before, LIGHT.shell)


def test_the_picture_to_trace_lies_under_the_grid(draw: Opener) -> None:
    plan = rectangle(4_000, 3_000, 100)
    background = Background("red", Point(-500, -500), 400, 400, opacity_percent=100)
    canvas, _drawing = draw(replace(plan, background=background))
    picture = QPixmap(10, 10)
    picture.fill(QColor("#ff0000"))
    canvas.show_background(background, picture)
    assert colour_at(canvas, (-300, -310)) == "#ff0000"
    canvas.show_background(None, None)
    assert colour_at(canvas, (-300, -310)) == LIGHT.ground


def test_a_screen_reader_hears_the_rooms_and_what_is_chosen(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    assert ngettext("{n} room", "{n} rooms", 5).format(n=5) in canvas.accessibleName()
    assert "25,5 m²" in canvas.accessibleDescription()
    click(canvas, (5_200, 4_000))
    assert "6,70 m" in canvas.accessibleDescription()


def test_findings_are_marked_and_a_tap_goes_to_them(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    findings = check_home(drawing.home, [drawing.derived()], rules_on(date(2026, 11, 23)))
    canvas.show_findings(findings)
    assert canvas.finding_marks
    found: list[object] = []
    canvas.found.connect(found.append)
    mark = canvas.finding_marks[0]
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=mark.rect.center().toPoint())
    assert found == [mark.finding]


def test_a_sign_near_the_upper_wall_of_a_room_stands_in_that_room(draw: Opener) -> None:
    canvas, drawing = draw(second_oracle_plan())
    low = Finding("kitchen", Grade.FAIL, "missing", {}, place=Point(6_900, 2_500))
    high = Finding("front-door", Grade.WARN, "missing", {}, place=Point(2_600, 2_600))
    canvas.show_findings([low, high])
    below, in_living = (canvas.view.to_plan(m.rect.center()) for m in canvas.finding_marks)
    room = drawing.derived().room_at(*below)
    assert room is drawing.derived().room_at(6_900, 1_450)
    assert in_living[1] - 2_600 == pytest.approx(ABOVE_PX * canvas.view.mm_a_pixel)


@pytest.mark.parametrize("y", [3_000, 3_300, 3_600])
def test_a_sign_lies_beside_the_words_of_its_room(draw: Opener, y: int) -> None:
    canvas, _drawing = draw(with_label(second_oracle_plan(), 2_600, 4_000, RoomType.LIVING))
    place = Point(2_600, y)
    canvas.show_findings([Finding("kitchen", Grade.FAIL, "missing", {}, place=place)])
    [mark], shapes = canvas.finding_marks, canvas.picture.shapes
    [room] = (one for one in shapes.rooms.within((*place, *place)) if one.room.is_around(*place))
    words = words_box(room, shapes, canvas.view)
    assert words is not None
    assert not words.intersects(mark.rect)
    assert canvas.view.box_on_screen(room.box).contains(mark.rect)


def test_a_long_hint_goes_over_two_lines_on_a_narrow_screen(draw: Opener) -> None:
    draw(second_oracle_plan())
    hint = _("Tap a wall, a door or a room to change it.")
    wide, narrow = (hint_mark(hint, QSize(side, 500), is_refusal=False) for side in (900, 300))
    assert narrow.rect.height() > 1.4 * wide.rect.height()
    assert narrow.rect.left() >= 0
    assert narrow.rect.right() <= 300


def test_a_plan_to_look_at_needs_no_editor(qapp: QApplication, draw: Opener) -> None:
    _canvas, drawing = draw(labelled_home())
    view = Canvas()
    view.resize(400, 300)
    view.show()
    view.show_storey(drawing.derived())
    hover(view, (2_000, 2_000))
    click(view, (5_200, 4_000))
    assert view.chosen == ()
    view.close()


def test_a_name_that_does_not_fit_its_room_is_left_out(draw: Opener) -> None:
    plan = with_label(second_oracle_plan(), 1_000, 6_000, RoomType.TOILET, "Een heel lange naam")
    canvas, _drawing = draw(plan)
    before = painted(canvas)
    canvas.zoom_at(canvas.middle, 3)
    assert painted(canvas) != before


def test_each_tool_is_taken_by_its_letter(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    taken: list[str] = []
    canvas.took.connect(taken.append)
    for tool in TOOLS:
        QTest.keyClicks(canvas, tool.letter.lower())
        assert canvas.hand.tool is tool
    assert taken == [tool.key for tool in TOOLS]


def test_a_tool_that_is_not_offered_has_no_letter(draw: Opener) -> None:
    _canvas, drawing = draw(labelled_home())
    canvas = Canvas(drawing, TOOLS[:2])
    QTest.keyClicks(canvas, TOOLS[2].letter.lower())
    assert canvas.hand.tool is TOOLS[0]


def test_furniture_that_is_dragged_from_elsewhere_is_put_down(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    at, nothing = canvas.view.to_screen(2_600, 2_000), QMimeData()
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    canvas.carry(items()[0])
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.MoveAction, nothing, left, no_keys)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(at, Qt.DropAction.MoveAction, nothing, left, no_keys))
    [thing] = drawing.kept_plan.furniture.values()
    assert thing.item == items()[0].key


def test_both_parts_of_a_room_that_is_split_keep_its_colour(draw: Opener) -> None:
    canvas, drawing = draw(labelled_home())
    drawing.preview(add_wall(drawing.kept_plan, Point(2_000, 0), Point(2_000, 5_300))[0])
    colours = {colour_at(canvas, (x, 1_000)) for x in (1_000, 4_000)}
    assert colours == {LIGHT.rooms[RoomType.LIVING]}


def test_a_fine_screen_gets_finer_dots(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    at = on_screen(canvas, (0, 3_000))
    canvas.picture.resize(canvas.size(), 2.0)
    fine = canvas.picture.drawing.toImage()
    assert fine.size() == canvas.size() * 2
    assert QColor(fine.pixel(at * 2)).name() == LIGHT.shell
