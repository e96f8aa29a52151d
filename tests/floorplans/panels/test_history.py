"""A long undo shows small pictures to go back to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.floorplans.editing import Editing
from desktop.floorplans.edits import add_wall
from desktop.floorplans.panels.history import MOST, PICTURE, HistoryList, show_history
from desktop.floorplans.panels.pad import DrawingPad
from desktop.floorplans.plan import Point
from desktop.language import _
from desktop.widgets.desk import Desk
from tests.support.dialogs import opened
from tests.support.drawing import editing
from tests.support.homes import furnished_plan
from tests.support.plans import rectangle


def drawn(walls: int) -> Editing:
    """A room with so many inner walls, drawn one after the other."""
    made = editing(rectangle(9_000, 6_000, 100))
    for n in range(walls):
        x = 100 + n * 80
        made.commit(f"Muur {n + 1}", add_wall(made.plan, Point(x, 500), Point(x, 2_000))[0])
    return made


def words(pictures: HistoryList) -> list[str]:
    return [pictures.item(row).text() for row in range(pictures.count())]


def test_every_step_has_a_picture_and_the_newest_comes_first(qtbot: QtBot) -> None:
    made = drawn(3)
    made.undo()
    pictures = HistoryList(made)
    qtbot.addWidget(pictures)
    now = _("{name} (now)").format(name="Muur 2")
    assert words(pictures) == ["Muur 3", now, "Muur 1", _("The beginning")]
    assert pictures.currentItem().text() == now
    assert not pictures.item(0).icon().isNull()


def test_a_picture_shows_the_furniture(qtbot: QtBot) -> None:
    made = editing(furnished_plan())
    made.commit("Leeg", replace(made.plan, furniture=type(made.plan.furniture)()))
    pictures = HistoryList(made)
    qtbot.addWidget(pictures)
    empty, furnished = (pictures.item(row).icon().pixmap(PICTURE).toImage() for row in range(2))
    assert empty != furnished


def test_a_long_history_has_no_more_pictures_than_can_be_looked_at(qtbot: QtBot) -> None:
    pictures = HistoryList(drawn(90))
    qtbot.addWidget(pictures)
    assert pictures.count() <= MOST + 2
    assert words(pictures)[-1] == _("The beginning")


@pytest.mark.parametrize("row", [1, 3])
def test_one_goes_back_to_a_picture_and_forward_again(desk: Desk, qtbot: QtBot, row: int) -> None:
    made = drawn(3)
    pad = DrawingPad(desk, made, frozenset())
    qtbot.addWidget(pad)
    pad.show()
    for chosen, walls in ((row, 7 - row), (0, 7)):
        show_history(desk, made, pad)
        dialog = opened(pad)
        (pictures,) = dialog.findChildren(HistoryList)
        pictures.setCurrentRow(chosen)
        dialog.do()
        assert len(made.plan.walls) == walls
