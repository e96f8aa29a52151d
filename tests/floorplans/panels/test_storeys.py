"""Staff put a storey on top, mark shafts and go back to a version, in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions, journal, templates
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.checks import Grade
from desktop.floorplans.edits import Along
from desktop.floorplans.geometry import derive
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.panels.pad import DrawingPad
from desktop.floorplans.panels.side import FindingRow
from desktop.floorplans.panels.storeys import add_storey, change_storey, remove_storey
from desktop.floorplans.plan import Home, OpeningKind, RoomType, StairShape
from desktop.floorplans.wording import room_word
from desktop.language import _
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.checked import found
from tests.support.drawing import click, editing
from tests.support.homes import furnished_plan
from tests.support.plans import rectangle, with_label, with_shaft
from tests.support.screens import button, said_by


@pytest.fixture
def screen(desk: Desk, store: Store, who: Actor, qtbot: QtBot) -> DrawingScreen:
    new = NewSketch("Sara", Home((furnished_plan(),), wish="Licht"))
    made = DrawingScreen(desk, actions.begin_sketch(store, who, new))
    qtbot.addWidget(made)
    made.resize(1_300, 760)
    made.show()
    return made


def test_a_long_name_leaves_the_window_as_narrow_as_it_was(
    desk: Desk, store: Store, who: Actor, qtbot: QtBot
) -> None:
    new = NewSketch("Mevrouw Van den Heuvel " * 8, Home((furnished_plan(),)))
    made = DrawingScreen(desk, actions.begin_sketch(store, who, new))
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 992
    made.resize(992, 600)
    made.show()
    assert any(words.endswith("…") and "Heuvel" in words for words in said_by(made).split("\n"))


def asked(screen: DrawingScreen, desk: Desk) -> tuple[Dialog, Form]:
    add_storey(desk, screen.editing, screen)
    (dialog,) = [one for one in screen.findChildren(Dialog) if one.isVisible()]
    return dialog, dialog.findChildren(Form)[0]


def test_a_new_storey_asks_its_name_its_walls_and_its_stair(
    screen: DrawingScreen, desk: Desk
) -> None:
    dialog, form = asked(screen, desk)
    assert set(form.values()) == {"name", "along", "windows", "stair"}
    form.set_value("name", "Boven")
    dialog.do()
    below, above = screen.editing.home.levels
    assert (above.name, screen.editing.level) == ("Boven", 1)
    assert len(above.walls) == 4
    assert {o.kind for o in above.openings.values()} == {OpeningKind.WINDOW}
    (stair,) = below.stairs.values()
    assert stair.shape is StairShape.QUARTER
    assert button(screen, _("Ground floor")).isVisible()
    screen.undo()
    assert screen.editing.home.levels == (furnished_plan(),)


def test_the_stair_stands_where_it_fits(screen: DrawingScreen, desk: Desk) -> None:
    dialog, _form = asked(screen, desk)
    dialog.do()
    home = screen.editing.home
    for check in ("stair", "landing"):
        assert {one.grade for one in found(home, check)} == {Grade.GOOD}


@pytest.mark.parametrize(("along", "walls"), [("shell", 4), ("bearing", 4), ("all", 8)])
def test_as_many_walls_stand_there_as_were_asked_for(
    screen: DrawingScreen, desk: Desk, along: str, walls: int
) -> None:
    dialog, form = asked(screen, desk)
    form.set_value("along", Along(along))
    form.set_value("windows", False)
    form.set_value("stair", "")
    dialog.do()
    below, above = screen.editing.home.levels
    assert len(above.walls) == walls
    assert not above.openings
    assert not below.stairs


def test_under_an_attic_a_storey_comes_with_the_stair_once_more(desk: Desk, qtbot: QtBot) -> None:
    (row_house,) = (one.home for one in templates.shells() if one.key == "row-house")
    before = editing(row_house.levels[0])
    before.commit_home("", row_house)
    pad = DrawingPad(desk, before, frozenset())
    qtbot.addWidget(pad)
    pad.show()
    add_storey(desk, before, pad)
    (dialog,) = pad.findChildren(Dialog)
    form = dialog.findChildren(Form)[0]
    assert (form.value("name"), form.value("above"), form.value("stair")) == ("Verdieping 2", 1, "")
    dialog.do()
    names = [level.name for level in before.home.levels]
    assert names == ["Begane grond", "Verdieping", "Verdieping 2", "Zolder"]
    assert before.level == 2
    assert set(before.home.levels[2].stairs.values()) == set(row_house.levels[1].stairs.values())
    assert {one.grade for one in found(before.home, "reachable")} == {
        one.grade for one in found(row_house, "reachable")
    }


def test_a_storey_without_a_name_is_not_added(screen: DrawingScreen, desk: Desk) -> None:
    dialog, form = asked(screen, desk)
    form.set_value("name", "  ")
    dialog.do()
    assert len(screen.editing.home.levels) == 1
    assert _("What is this storey called? For example: Upstairs.") in said_by(dialog)


def test_a_home_without_room_for_a_stair_gets_its_storey_and_a_sentence(
    desk: Desk, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    small = editing(rectangle(2_000, 1_500, 100))
    pad = DrawingPad(desk, small, frozenset())
    qtbot.addWidget(pad)
    pad.show()
    add_storey(desk, small, pad)
    (dialog,) = pad.findChildren(Dialog)
    dialog.do()
    assert len(small.home.levels) == 2
    assert not small.home.levels[0].stairs
    sentence = "There is no free place for this stair. Put one in yourself with Furniture."
    assert _(sentence) in said


def press(screen: DrawingScreen, words: str) -> None:
    canvas = screen.pad.canvas
    (button,) = [
        one
        for one in canvas.findChildren(QPushButton)
        if one.accessibleName() == words and one.isVisible()
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_staff_mark_a_shaft_in_the_window(
    desk: Desk, store: Store, who: Actor, qtbot: QtBot
) -> None:
    new = NewSketch("Leeg huis", Home((with_shaft(),)))
    screen = DrawingScreen(desk, actions.begin_sketch(store, who, new))
    qtbot.addWidget(screen)
    screen.resize(1_300, 760)
    screen.show()
    click(screen.pad.canvas, (2_500, 2_000))
    press(screen, room_word(RoomType.SHAFT))
    types = {room.type for room in derive(screen.editing.plan).rooms}
    assert RoomType.SHAFT in types


def test_tenants_are_not_offered_a_shaft(desk: Desk, qtbot: QtBot) -> None:
    pad = DrawingPad(desk, editing(with_shaft()), frozenset())
    qtbot.addWidget(pad)
    pad.resize(1_300, 760)
    pad.show()
    click(pad.canvas, (2_500, 2_000))
    offered = {
        one.accessibleName() for one in pad.canvas.findChildren(QPushButton) if one.isVisible()
    }
    assert room_word(RoomType.STORAGE) in offered
    assert room_word(RoomType.SHAFT) not in offered


def test_going_back_to_a_version_leaves_the_wish_as_it_is_now(
    screen: DrawingScreen, store: Store, who: Actor
) -> None:
    actions.keep_version(store, who, screen.sketch_id, "eerst")
    editing = screen.editing
    editing.commit_home("", replace(editing.kept, wish="Liever een bad"))
    screen._back_to(1)
    assert editing.kept.wish == "Liever een bad"
    with store.reading() as session:
        assert journal.opened(session, screen.sketch_id).home.wish == "Liever een bad"


def with_storey(screen: DrawingScreen, desk: Desk) -> int:
    """A home of two storeys of which the lower is on view; an inner wall of that is chosen."""
    dialog, form = asked(screen, desk)
    form.set_value("stair", "")
    dialog.do()
    screen.editing.show_level(0)
    screen.pad.canvas.choose([5])
    return 5


def test_after_a_click_on_a_storey_the_letters_are_for_the_drawing(
    screen: DrawingScreen, desk: Desk, qtbot: QtBot
) -> None:
    with_storey(screen, desk)
    pad = screen.pad
    pad.checks.setFocus()
    for words in (_("Ground floor"), _("From above")):
        qtbot.mouseClick(button(screen, words), Qt.MouseButton.LeftButton)
        assert pad.canvas.hasFocus()
    with qtbot.waitSignal(pad.tool_taken, check_params_cb=lambda key: key == "door"):
        QTest.keyClick(pad.canvas, Qt.Key.Key_D)
    # Who got to the row by Tab stays in it, to go on to the next storey.
    by_keys = button(screen, _("Ground floor"))
    by_keys.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(by_keys, Qt.Key.Key_Space)
    assert by_keys.hasFocus()
    QTest.keyClick(by_keys, Qt.Key.Key_Right)
    assert (screen.editing.level, pad.canvas.hasFocus()) == (1, False)
    qtbot.mouseClick(by_keys, Qt.MouseButton.LeftButton)
    assert pad.canvas.hasFocus()


def test_a_wall_is_let_run_through_all_storeys_and_back(screen: DrawingScreen, desk: Desk) -> None:
    wall = with_storey(screen, desk)
    screen._let_run_through(True)
    below, above = screen.editing.home.levels
    assert below.walls[wall] == above.walls[wall]
    assert below.walls[wall].runs_through
    screen._let_run_through(False)
    assert not screen.editing.home.levels[0].walls[wall].runs_through


def test_with_nothing_chosen_it_says_what_to_choose(screen: DrawingScreen, desk: Desk) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    with_storey(screen, desk)
    screen.pad.canvas.choose([])
    screen._let_run_through(True)
    assert said[-1] == _("First choose the walls or the shaft.")


def test_a_storey_is_taken_away_and_comes_back_with_undo(screen: DrawingScreen, desk: Desk) -> None:
    with_storey(screen, desk)
    screen.editing.show_level(1)
    remove_storey(desk, screen.editing, screen)
    assert len(screen.editing.home.levels) == 1
    screen.undo()
    assert len(screen.editing.home.levels) == 2


def test_staff_set_the_heights_and_the_north_of_a_home(screen: DrawingScreen, desk: Desk) -> None:
    before = screen.editing.home
    change_storey(desk, screen.editing, screen)
    (dialog,) = [one for one in screen.findChildren(Dialog) if one.isVisible()]
    form = dialog.findChildren(Form)[0]
    assert (form.value("ceiling"), form.value("floor"), form.value("north")) == (260, 30, 90)
    for key, value in {"name": "Beneden", "ceiling": 280, "floor": 35, "north": 45}.items():
        form.set_value(key, value)
    dialog.do()
    home = screen.editing.home
    assert (home.levels[0].name, home.levels[0].ceiling_mm) == ("Beneden", 2_800)
    assert (home.floor_mm, home.north) == (350, 45)
    screen.undo()
    assert screen.editing.home == before


def test_a_north_between_the_eight_directions_is_kept(screen: DrawingScreen, desk: Desk) -> None:
    screen.editing.commit_home("", replace(screen.editing.kept, north=60))
    change_storey(desk, screen.editing, screen)
    (dialog,) = [one for one in screen.findChildren(Dialog) if one.isVisible()]
    dialog.do()
    assert screen.editing.home.north == 60


def test_a_mend_says_what_it_did_and_shows_the_storey_on_which_it_is_done(
    desk: Desk, qtbot: QtBot
) -> None:
    """The home has no washing machine; there is room for one in the bathroom upstairs."""
    below = with_label(rectangle(4_000, 3_000, 100), 2_000, 1_500, RoomType.LIVING)
    above = with_label(rectangle(4_000, 3_000, 100), 2_000, 1_500, RoomType.BATHROOM)
    home = editing(below)
    home.commit_home("", Home((below, above)))
    pad = DrawingPad(desk, home, frozenset())
    qtbot.addWidget(pad)
    pad.show()

    qtbot.waitUntil(lambda: any(" · " in one.text() for one in pad.findChildren(QPushButton)))
    (more,) = (one for one in pad.findChildren(QPushButton) if " · " in one.text())
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    def mend_button() -> QPushButton | None:
        rows = (row for row in pad.findChildren(FindingRow) if row.isVisible())
        asked = _("Where does the washing machine go?")
        found = (row.mend_button for row in rows if asked in row.accessibleName())
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: mend_button() is not None)
    with qtbot.waitSignal(pad.said) as said:
        qtbot.mouseClick(mend_button(), Qt.MouseButton.LeftButton)
    assert said.args == [home.undo_name]
    assert home.level == 1
    assert [one.item for one in home.plan.furniture.values()] == ["washing-machine"]
