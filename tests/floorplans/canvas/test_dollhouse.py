"""The home from above on the screen: it is painted, turns, and follows the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.floorplans.canvas.dollhouse import DollHouse
from desktop.floorplans.canvas.house_picture import above, beside, paint
from desktop.floorplans.canvas.inks import DARK, LIGHT
from desktop.floorplans.dollhouse import Angle, storeys
from desktop.floorplans.edits import remove
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.plan import Home, RoomType
from desktop.floorplans.templates import demonstration, examples
from desktop.language import _
from desktop.widgets import theme
from tests.support.plans import labelled_home
from tests.support.screens import said_by

Shower = Callable[[Home], DollHouse]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Shower]:
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))
    shown: list[DollHouse] = []

    def show_house(home: Home) -> DollHouse:
        house = DollHouse()
        house.resize(600, 500)
        house.show_home(home)
        house.show()
        house.activateWindow()
        house.setFocus()
        QTest.qWaitForWindowExposed(house)
        shown.append(house)
        return house

    yield show_house
    for house in shown:
        house.close()
        house.deleteLater()
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))


def picture(house: DollHouse) -> QImage:
    return house.grab().toImage()


def colours(house: DollHouse) -> set[str]:
    image = picture(house)
    places = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    return {QColor(image.pixel(x, y)).name() for x, y in places}


def test_every_room_shows_in_its_colour(show: Shower) -> None:
    floors = {LIGHT.rooms[t] for t in (RoomType.LIVING, RoomType.BEDROOM, RoomType.KITCHEN)}
    assert floors <= colours(show(demonstration()))


def test_dragging_turns_the_home(show: Shower) -> None:
    house = show(demonstration())
    before = picture(house)
    QTest.mousePress(house, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    QTest.mouseMove(house, QPoint(250, 200))
    QTest.mouseRelease(house, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))
    assert house.angle.turn_degrees == pytest.approx(Angle().turn_degrees + 60)
    assert picture(house) != before


def test_moving_without_holding_turns_nothing(show: Shower) -> None:
    house = show(demonstration())
    QTest.mouseMove(house, QPoint(50, 50))
    QTest.mouseMove(house, QPoint(250, 200))
    assert house.angle == Angle()


def test_the_arrow_keys_turn_it_and_home_turns_it_back(show: Shower) -> None:
    house = show(demonstration())
    QTest.keyClick(house, Qt.Key.Key_Right)
    QTest.keyClick(house, Qt.Key.Key_Right)
    QTest.keyClick(house, Qt.Key.Key_Left)
    assert house.angle.turn_degrees == Angle().turn_degrees + 15
    QTest.keyClick(house, Qt.Key.Key_Home)
    assert house.angle == Angle()


def test_it_follows_the_drawing(show: Shower) -> None:
    plan = labelled_home()
    house = show(Home((plan,)))
    before = picture(house)
    house.show_home(Home((remove(plan, [6]),)))
    assert picture(house) != before


def test_storeys_stand_together_or_one_alone(show: Shower) -> None:
    (family,) = [t.home for t in examples() if len(t.home.levels) == 3]
    house = show(family)
    all_of_them = picture(house)
    house.choose_level(1)
    one = picture(house)
    house.choose_level(None)
    assert one != all_of_them
    assert picture(house) == all_of_them


def test_no_storey_covers_another_and_the_colour_of_the_roof_is_explained(show: Shower) -> None:
    (family,) = [t.home for t in examples() if len(t.home.levels) == 3]
    house = show(family)
    shown = storeys(derive_home(family), Angle())
    for lay_out in (above, beside):
        boxes = [
            QRectF(QPointF(left + x, bottom + y), QPointF(right + x, top + y))
            for (left, bottom, right, top), (x, y) in zip(
                (storey.box for storey in shown), lay_out(shown), strict=True
            )
        ]
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert said_by(house).endswith("Sleep om het huis te draaien. Lichtrood is het schuine dak.")
    house.choose_level(0)
    assert "Lichtrood" not in said_by(house)


def test_buttons_choose_the_storey_where_there_are_more(show: Shower) -> None:
    (family,) = [t.home for t in examples() if len(t.home.levels) == 3]
    house = show(family)
    words = [button.text() for button in house.findChildren(QPushButton)]
    assert words == [_("All storeys"), _("Ground floor"), _("First floor"), _("Attic")]
    all_of_them = picture(house)
    QTest.mouseClick(house.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert picture(house) != all_of_them
    assert not show(demonstration()).findChildren(QPushButton)


def test_a_chosen_storey_that_goes_makes_place_for_all(show: Shower) -> None:
    (family,) = [t.home for t in examples() if len(t.home.levels) == 3]
    house = show(family)
    house.choose_level(2)
    house.show_home(demonstration())
    assert LIGHT.rooms[RoomType.LIVING] in colours(house)


@pytest.mark.parametrize(("wide", "high"), [(360, 460), (900, 460)])
def test_the_name_of_a_storey_covers_nothing_of_the_home(
    qapp: QApplication, wide: int, high: int
) -> None:
    """Whether the storeys stand above or beside each other."""
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))
    (home,) = (one.home for one in examples() if one.key == "row-house-family")
    named = storeys(derive_home(home), Angle())
    pictures = []
    for shown in (named, [replace(storey, name="") for storey in named]):
        picture = QImage(wide, high, QImage.Format.Format_RGB32)
        picture.fill(QColor("magenta"))
        painter = QPainter(picture)
        paint(painter, shown, QRectF(picture.rect()))
        painter.end()
        pictures.append(picture)
    with_names, without = pictures
    covered = {
        without.pixelColor(x, y).name()
        for x in range(wide)
        for y in range(high)
        if with_names.pixel(x, y) != without.pixel(x, y)
    }
    # What is under a name is ground, or the plate of the name that is not there.
    assert "#ff00ff" in covered
    assert covered <= {"#ff00ff", theme.colour("paper").name()}


def test_an_empty_sheet_is_painted(show: Shower) -> None:
    assert LIGHT.ground in colours(show(Home()))


def test_it_goes_dark_with_the_screen(show: Shower, qapp: QApplication) -> None:
    house = show(demonstration())
    theme.wear(qapp, theme.Look(theme.Scheme.DARK))
    assert {DARK.ground, DARK.rooms[RoomType.LIVING]} <= colours(house)
    assert LIGHT.ground not in colours(house)


def test_one_sees_that_the_keys_go_to_it(show: Shower) -> None:
    house = show(demonstration())
    assert theme.LIGHT.brand in colours(house)
    house.clearFocus()
    assert theme.LIGHT.brand not in colours(house)


def test_a_screen_reader_hears_what_it_is(show: Shower) -> None:
    house = show(demonstration())
    assert house.accessibleName()
    assert house.accessibleDescription()
