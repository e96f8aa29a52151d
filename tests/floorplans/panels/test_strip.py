"""The furniture under the drawing: what it is called, and dragging it onto the paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.floorplans.catalogue import items, items_for
from desktop.floorplans.panels.pad import DrawingPad
from desktop.floorplans.panels.strip import HIGH, NAME_PX, WIDE, WRAPPED, FurnitureStrip, words_box
from desktop.floorplans.plan import RoomType
from desktop.language import _, use_language
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.drawing import editing
from tests.support.plans import labelled_home
from tests.support.screens import button, dress

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(desk: Desk, qtbot: QtBot, qapp: QApplication) -> DrawingPad:
    dress(qapp)
    made = DrawingPad(desk, editing(labelled_home()), frozenset())
    qtbot.addWidget(made)
    made.resize(1_200, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.take("furniture")
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_name_of_furniture_is_cut_off(qapp: QApplication, language: str) -> None:
    dress(qapp)
    use_language(language)
    strip = FurnitureStrip()
    cell = strip.list.visualItemRect(strip.list.item(0)).size()
    assert (cell.width(), cell.height()) == (theme.scaled(WIDE), theme.scaled(HIGH))
    metrics = QFontMetrics(theme.font(NAME_PX))
    for row in range(strip.list.count()):
        box = words_box(strip.list.visualItemRect(strip.list.item(row)).adjusted(2, 2, -2, -2))
        words = strip.list.item(row).text()
        needs = metrics.boundingRect(box, WRAPPED, words)
        assert box.contains(needs), words


def test_a_tap_takes_a_thing_in_hand_and_a_tap_on_the_paper_puts_it_down(pad: DrawingPad) -> None:
    entry = pad.strip.list.visualItemRect(pad.strip.list.item(0)).center()
    QTest.mouseClick(pad.strip.list.viewport(), LEFT, pos=entry)
    place = pad.canvas.view.to_screen(2_600, 2_000).toPoint()
    QTest.mouseClick(pad.canvas, LEFT, pos=place)
    [thing] = pad.editing.plan.furniture.values()
    assert thing.item == items()[0].key


def drag_from_strip(pad: DrawingPad, row: int, place: tuple[int, int]) -> Qt.DropAction:
    """What the list of Qt does while a thing is dragged with Shift, with what that list gives
    along; returns what was done with the thing."""
    things = pad.strip.list
    at = things.visualItemRect(things.item(row)).center()
    QTest.mousePress(things.viewport(), LEFT, pos=at)
    given = things.model().mimeData([things.model().index(row, 0)])
    action = things.model().supportedDragActions()
    over, keys = pad.canvas.view.to_screen(*place), Qt.KeyboardModifier.ShiftModifier
    enter = QDragEnterEvent(over.toPoint(), action, given, LEFT, keys)
    QApplication.sendEvent(pad.canvas, enter)
    assert enter.isAccepted()
    drop = QDropEvent(over, action, given, LEFT, keys)
    QApplication.sendEvent(pad.canvas, drop)
    QTest.mouseRelease(things.viewport(), LEFT, pos=at)
    return drop.dropAction()


def test_a_thing_is_dragged_from_the_strip_onto_the_paper(pad: DrawingPad) -> None:
    drag_from_strip(pad, 3, (2_600, 2_000))
    [thing] = pad.editing.plan.furniture.values()
    assert thing.item == items()[3].key
    assert abs(thing.at.x - 2_600) < 100


def test_the_same_thing_is_dragged_again_after_it_was_put_away(pad: DrawingPad) -> None:
    drag_from_strip(pad, 3, (2_600, 2_000))
    pad.canvas.carry(None)
    drag_from_strip(pad, 3, (1_400, 3_600))
    assert len(pad.editing.plan.furniture) == 2


def test_what_is_dragged_away_with_shift_stays_in_the_strip(pad: DrawingPad) -> None:
    # Qt takes away from a list what was moved out of it.
    assert drag_from_strip(pad, 3, (2_600, 2_000)) == Qt.DropAction.CopyAction


def test_the_strip_shows_what_belongs_in_a_room(pad: DrawingPad) -> None:
    pad.strip.rooms.set_value(RoomType.BEDROOM)
    names = {pad.strip.list.item(row).text() for row in range(pad.strip.list.count())}
    assert names == {one.title for one in items() if RoomType.BEDROOM in one.rooms}


def test_a_finger_goes_on_to_more_furniture_and_back(pad: DrawingPad, qtbot: QtBot) -> None:
    pad.take("furniture")
    bar = pad.strip.list.horizontalScrollBar()
    on, back = (button(pad.strip, _(words)) for words in ("More furniture", "Furniture before"))
    assert on.height() >= 44
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    first = pad.strip.list.itemAt(10, 30)
    assert pad.strip.list.row(first) > 0
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert bar.value() == 0


def test_what_belongs_in_a_room_before_all_comes_first() -> None:
    assert [one.key for one in items_for(RoomType.KITCHEN)][:2] == ["kitchen-block", "kitchen-sink"]
