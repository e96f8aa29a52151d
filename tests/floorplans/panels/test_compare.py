"""Drawings beside each other: chosen with a tap, a storey at a time, and versions of one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions, queries, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.documents.papers import compared_paper
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.panels.compare import Comparison, SideBySide
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.panels.evening import EveningScreen
from desktop.floorplans.panels.relatives import compare_relatives
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from tests.support import world
from tests.support.pdf import words_of
from tests.support.screens import said_by

HOME = templates.demonstration()
(ROW_HOUSE,) = (shell.home for shell in templates.shells() if shell.key == "row-house")


@pytest.fixture
def evening(store: Store, who: Actor) -> int:
    facts = EveningFacts("Houbenstaete", "type B", store.now().date())
    made = actions.plan_evening(store, who, facts)
    for title in ("Sara", "Ali"):
        actions.begin_sketch(store, who, NewSketch(title, HOME, evening_id=made))
    return made


def compared(desk: Desk, sketch_id: int) -> tuple[queries.Compared, ...]:
    with desk.reading() as session:
        return queries.relatives(session, sketch_id)


def opened(screen: object) -> Comparison:
    assert isinstance(screen, EveningScreen | DrawingScreen)
    (made,) = screen.window().findChildren(Comparison)
    return made


def test_a_tap_on_two_drawings_is_enough_to_compare_them(
    desk: Desk, evening: int, qtbot: QtBot
) -> None:
    screen = EveningScreen(desk)
    qtbot.addWidget(screen)
    screen.show_evening(evening)
    screen.resize(1_000, 700)
    screen.show()
    wall = screen.drawings
    assert not screen.compare_button.isEnabled()
    for row in range(2):
        where = wall.visualItemRect(wall.item(row)).center()
        qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert screen.compare_button.text() == "Vergelijk 2"
    qtbot.mouseClick(screen.compare_button, Qt.MouseButton.LeftButton)
    assert opened(screen).part.accessibleName().endswith("Sara, Ali")
    # A second tap takes a drawing out again.
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not screen.compare_button.isEnabled()


def test_the_rooms_are_written_in_each_drawing(qtbot: QtBot) -> None:
    plans = [derive_home(HOME)[0]] * 2
    with_names = SideBySide(["Sara", "Ali"], plans)
    qtbot.addWidget(with_names)
    with_names.resize(900, 500)
    picture = with_names.grab().toImage()
    dark = QColor("#1d2733").lightness() + 40
    # Below the titles, letters are the only thing as dark as ink between the walls of a room.
    living = [
        (x, y)
        for x in range(60, 200)
        for y in range(150, 300)
        if picture.pixelColor(x, y).lightness() < dark
    ]
    assert living


def test_versions_of_a_drawing_stand_beside_what_it_is_now(
    desk: Desk, store: Store, who: Actor, evening: int, qtbot: QtBot
) -> None:
    screen = DrawingScreen(desk, 1)
    qtbot.addWidget(screen)
    assert not screen.compare_button.isEnabled()
    actions.keep_version(store, who, 1, "Voor het gesprek")
    desk.look_outside()
    qtbot.waitUntil(screen.compare_button.isEnabled)
    screen.compare_button.click()
    assert "Sara, Sara · Voor het gesprek" in opened(screen).part.accessibleName()


def test_a_variant_stands_beside_the_first_drawing(
    desk: Desk, store: Store, who: Actor, evening: int
) -> None:
    variant = actions.begin_variant(store, who, 1)
    assert [one.line.id for one in compared(desk, 1)] == [1, variant]
    assert [one.line.id for one in compared(desk, variant)] == [variant, 1]


def test_of_more_than_six_is_asked_which(
    desk: Desk, store: Store, who: Actor, evening: int, qtbot: QtBot
) -> None:
    for n in range(6):
        actions.keep_version(store, who, 1, f"versie {n}")
    screen = DrawingScreen(desk, 1)
    qtbot.addWidget(screen)
    compare_relatives(desk, 1, screen)
    assert not screen.findChildren(Comparison)
    (asked,) = screen.findChildren(Dialog)
    boxes = asked.findChildren(QCheckBox)
    assert ["versie 0" in box.text() for box in boxes] == [False] * 6 + [True]
    assert sum(box.isChecked() for box in boxes) == 6
    boxes[0].setChecked(False)
    asked.do()
    assert "versie 1" in opened(screen).part.accessibleName()


def test_homes_with_storeys_are_compared_a_storey_at_a_time(
    desk: Desk, store: Store, who: Actor, evening: int, qtbot: QtBot
) -> None:
    actions.begin_sketch(store, who, NewSketch("Bo", ROW_HOUSE, evening_id=evening))
    with desk.reading() as session:
        views = [queries.sketch(session, id) for id in (1, 3)]
    held = EveningScreen(desk)
    qtbot.addWidget(held)
    window = Comparison(desk, [queries.Compared(v.line, v.home) for v in views], held)
    window.open()
    assert "Zonder deze verdieping" not in said_by(window)
    window.levels.choose("1")
    assert "Zonder deze verdieping: Sara" in said_by(window)
    assert window.part.accessibleName().endswith("Bo")


def test_versions_are_printed_on_one_sheet(
    desk: Desk, store: Store, who: Actor, evening: int
) -> None:
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    actions.keep_version(store, who, 1, "Voor het gesprek")
    one, kept = compared(desk, 1)
    with desk.reading() as session:
        paper = compared_paper(session, [one, kept], store.now())
    assert "Voor het gesprek" in words_of(paper)
