from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse
from PySide6.QtCore import QSizeF
from PySide6.QtSvg import QSvgRenderer

from desktop.assets import resources
from desktop.floorplans.catalogue import Item, Use, item, items, items_for, keys_for
from desktop.floorplans.drawing.svg_shapes import read_picture
from desktop.floorplans.plan import Furniture, Point, RoomType
from desktop.language import in_language

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {f"{SVG}{tag}" for tag in ("svg", "g", "rect", "circle", "ellipse", "line", "path")}
EACH = pytest.mark.parametrize("thing", items(), ids=lambda thing: thing.key)


def shapes(thing: Item) -> list[Element]:
    return list(parse(thing.picture).getroot().iter())


def test_there_are_at_least_40_things_and_each_has_its_own_key() -> None:
    keys = [thing.key for thing in items()]
    assert len(keys) >= 40
    assert len(set(keys)) == len(keys)


def test_every_picture_is_of_a_thing() -> None:
    pictures = {path.stem for path in (resources() / "floorplans" / "furniture").iterdir()}
    assert pictures == {thing.key for thing in items()}


@EACH
def test_a_picture_is_as_big_as_the_thing(thing: Item) -> None:
    root = parse(thing.picture).getroot()
    assert root.attrib["viewBox"] == f"0 0 {thing.width_mm} {thing.depth_mm}"


@EACH
def test_a_picture_consists_of_plain_shapes_and_refers_to_nothing(thing: Item) -> None:
    for shape in shapes(thing):
        assert shape.tag in ALLOWED
        assert not any("href" in name or "url(" in value for name, value in shape.attrib.items())
        # Curves of circles are not understood by the papers.
        assert not re.search(r"[^MLQZ\d\s.\-]", shape.attrib.get("d", ""))


@EACH
def test_a_picture_holds_no_text(thing: Item) -> None:
    assert all(not f"{shape.text or ''}{shape.tail or ''}".strip() for shape in shapes(thing))


@EACH
def test_every_line_of_a_picture_has_one_weight(thing: Item) -> None:
    weights = [s.attrib["stroke-width"] for s in shapes(thing) if "stroke-width" in s.attrib]
    assert weights == ["16"]


@EACH
def test_a_picture_lies_within_its_box(thing: Item) -> None:
    picture = read_picture(thing.picture)
    places = [place for line in picture.lines for place in line.points]
    assert all(0 <= x <= thing.width_mm and 0 <= y <= thing.depth_mm for x, y in places)


@EACH
def test_the_screen_can_paint_it(thing: Item) -> None:
    painter = QSvgRenderer(str(thing.picture))
    assert painter.isValid()
    assert painter.viewBoxF().size() == QSizeF(thing.width_mm, thing.depth_mm)


@EACH
def test_a_thing_has_a_size_a_room_and_a_dutch_word(thing: Item) -> None:
    assert min(thing.width_mm, thing.depth_mm, thing.height_mm) > 0
    assert thing.rooms
    with in_language("nl"):
        dutch = thing.title
    with in_language("en"):
        assert thing.title != dutch or thing.key in {"piano"}


@pytest.mark.parametrize("room", [t for t in RoomType if t not in {RoomType.SHAFT, RoomType.OTHER}])
def test_there_is_something_for_every_room(room: RoomType) -> None:
    assert items_for(room)


@pytest.mark.parametrize("use", Use)
def test_there_is_something_for_every_use(use: Use) -> None:
    assert keys_for(use)


def test_a_thing_of_another_program_is_not_in_the_catalogue() -> None:
    assert item("eTeks#blackHole") is None


def test_a_thing_is_placed_in_its_usual_size() -> None:
    bed = item("bed-double")
    assert bed is not None
    assert bed.placed(Point(10, 20), 90) == Furniture("bed-double", Point(10, 20), 1700, 2100, 90)
