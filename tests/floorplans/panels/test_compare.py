"""Drawings beside each other: chosen with a tap, a storey at a time, and versions of one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop.documents.charts import Tone
from desktop.floorplans import actions, queries, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.documents.papers import compared_paper
from desktop.floorplans.edits import move_wall
from desktop.floorplans.geometry import derive, derive_home
from desktop.floorplans.panels.compare import Comparison, SideBySide
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.panels.evening import EveningScreen
from desktop.floorplans.panels.heat_map import HeatMap
from desktop.floorplans.panels.overlaid import Overlaid
from desktop.floorplans.panels.relatives import compare_relatives
from desktop.floorplans.panels.shared import SharedPart, WhereCard
from desktop.floorplans.plan import RoomType
from desktop.language import _
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from tests.support import world
from tests.support.pdf import colours_before, words_of
from tests.support.plans import rectangle
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


def test_what_is_on_view_is_printed(
    desk: Desk, store: Store, who: Actor, evening: int, qtbot: QtBot
) -> None:
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    with desk.reading() as session:
        views = [queries.sketch(session, id) for id in (1, 2)]
    held = EveningScreen(desk)
    qtbot.addWidget(held)
    window = Comparison(desk, [queries.Compared(v.line, v.home) for v in views], held)

    def printed() -> str:
        with desk.reading() as session:
            return words_of(window.print_what()(session))

    assert "Vergeleken" in printed()
    window.parts.choose("over")
    assert "Grijs: in alle hetzelfde" in printed()
    with desk.reading() as session:
        paper = window.print_what()(session)
    legend = {"Sara": Tone.BRAND, "Ali": Tone.AMBER, "Grijs": Tone.GREY}
    assert all(tone.value in colours_before(paper, line) for line, tone in legend.items())
    window.parts.choose("heat")
    assert isinstance(window.part, HeatMap)
    window.part.choice.set_value(RoomType.KITCHEN)
    words = " ".join(printed().split())
    assert "Keuken" in words
    assert "2 van 2 tekeningen" in words
    assert "Vergeleken" not in words


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


def test_over_each_other_what_is_the_same_is_grey_and_what_differs_has_its_own_colour(
    qtbot: QtBot,
) -> None:
    plan = HOME.levels[0]
    inner = next(id for id, wall in plan.walls.items() if not wall.locked)
    other = move_wall(plan, inner, 400, 0)
    over = Overlaid(["Sara", "Ali"], [derive(plan), derive(other)])
    qtbot.addWidget(over)
    over.resize(900, 600)
    picture = over.grab().toImage()
    colours = {picture.pixelColor(x, 300).name() for x in range(20, 660)}
    assert theme.colour("grey").name() in colours
    assert len(colours) >= 4  # ground, grey, and two drawings
    first, second = over.number_places(QRectF(0, 0, 680, 600))
    assert first is not None
    assert second is not None
    # Each number stands on a part of its own, apart from the other.
    assert picture.pixelColor((first + QPointF(5, 0)).toPoint()) == theme.colour("brand")
    assert picture.pixelColor((second + QPointF(5, 0)).toPoint()) == theme.colour("amber")


def test_what_is_the_same_in_all_has_no_number(qtbot: QtBot) -> None:
    over = Overlaid(["Sara", "Ali"], [derive(HOME.levels[0])] * 2)
    qtbot.addWidget(over)
    assert over.number_places(QRectF(0, 0, 680, 600)) == [None, None]


def test_the_map_is_darkest_where_all_have_the_room(qtbot: QtBot) -> None:
    heat = HeatMap([derive(HOME.levels[0])] * 3)
    qtbot.addWidget(heat)
    heat.choice.set_value(RoomType.KITCHEN)
    words = said_of(heat)
    assert "3 van 3" in words
    once = HeatMap([derive(HOME.levels[0]), derive(rectangle(8_900, 7_000, 300))])
    qtbot.addWidget(once)
    once.choice.set_value(RoomType.KITCHEN)
    assert "1 van 2" in said_of(once)
    assert darkest(heat) < darkest(once)


def test_each_of_many_drawings_counts_in_the_map(qtbot: QtBot) -> None:
    few, many = (HeatMap([derive(HOME.levels[0])] * count) for count in (3, 120))
    for heat in (few, many):
        qtbot.addWidget(heat)
    assert darkest(many) == pytest.approx(darkest(few), abs=12)


def test_where_the_rooms_of_all_drawings_of_an_evening_lie(
    desk: Desk, store: Store, who: Actor, evening: int, qtbot: QtBot
) -> None:
    actions.begin_sketch(store, who, NewSketch("Bo", ROW_HOUSE, evening_id=evening))
    variant = actions.begin_variant(store, who, 1)
    with desk.reading() as session:
        views = [queries.sketch(session, id) for id in (1, 2, 3, variant)]
    part = SharedPart(desk, views)
    qtbot.addWidget(part)
    part.show()
    assert f"3 tekeningen · {_('of variants the newest counts')}" in said_by(part)
    (where,) = part.findChildren(WhereCard)
    assert where.map is not None
    assert "2 van 3" in said_of(where.map)
    where.levels.choose("1")
    assert "1 van 1" in said_of(where.map)


def said_of(heat: HeatMap) -> str:
    return heat._legend.text()


def darkest(heat: HeatMap) -> int:
    """How light the darkest green is that is no wall."""
    heat.resize(700, 500)
    picture = heat.grab().toImage()
    colours = [picture.pixelColor(x, y) for x in range(0, 700, 4) for y in range(80, 500, 4)]
    return min(c.lightness() for c in colours if c.green() > c.red() + 12)
