"""What doors, rooms, furniture and lengths look like, whoever draws them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from immutables import Map

from desktop.floorplans.catalogue import items
from desktop.floorplans.drawing.furniture import furniture_marks
from desktop.floorplans.drawing.look import LOOKS
from desktop.floorplans.drawing.marks import Arc, Area, Ink, Mark, Stroke, Words
from desktop.floorplans.drawing.measures import Measure, measure_marks
from desktop.floorplans.drawing.openings import opening_marks
from desktop.floorplans.drawing.storey import Storey
from desktop.floorplans.drawing.svg_shapes import read_picture
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import (
    Furniture,
    Hinge,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
    Wall,
)
from tests.support.homes import furnished_plan
from tests.support.plans import rectangle, with_label

WALL = Wall(Point(0, 0), Point(4_000, 0), 100)


def drawn(plan: Plan, scale: int = 50) -> tuple[Mark, ...]:
    return Storey(derive(plan)).at(scale).marks


# Doors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hinge", "swing", "shut", "opened"),
    [
        (Hinge.NEAR, Side.LEFT, (1_900, 50), (1_000, 950)),
        (Hinge.FAR, Side.LEFT, (1_000, 50), (1_900, 950)),
        (Hinge.NEAR, Side.RIGHT, (1_900, -50), (1_000, -950)),
        (Hinge.FAR, Side.RIGHT, (1_000, -50), (1_900, -950)),
    ],
)
def test_a_door_swings_from_its_frame_to_where_its_leaf_stands_open(
    hinge: Hinge, swing: Side, shut: tuple[int, int], opened: tuple[int, int]
) -> None:
    door = Opening(1, OpeningKind.DOOR, 1_000, 900, hinge=hinge, swing=swing)
    leaf, arc = opening_marks(door, WALL)
    assert isinstance(leaf, Stroke)
    assert isinstance(arc, Arc)
    assert leaf.points[1] == pytest.approx(opened)
    ends = sorted((arc.at(arc.start), arc.at(arc.start + arc.sweep)))
    assert ends == [pytest.approx(place) for place in sorted((shut, opened))]


def test_walls_are_open_where_a_door_stands() -> None:
    plan = replace(
        rectangle(4_000, 3_000, 100),
        openings=Map({9: Opening(1, OpeningKind.DOOR, 1_000, 900)}),
    )
    walls = [mark for mark in drawn(plan) if isinstance(mark, Area) and mark.ink is Ink.SHELL]
    bodies = shapely.union_all([shapely.Polygon(area.rings[0], area.rings[1:]) for area in walls])
    assert not bodies.intersects(shapely.Point(1_450, 0))
    assert bodies.intersects(shapely.Point(950, 0))


# Words --------------------------------------------------------------------------------------


def test_the_name_of_a_room_stands_beside_the_furniture() -> None:
    plan = with_label(rectangle(6_000, 4_000, 100), 3_000, 2_000, RoomType.LIVING)
    table = Furniture("table-six", Point(3_000, 2_000), 1_800, 1_400)
    plan = replace(plan, furniture=Map({90: table}))
    (name, size) = [mark for mark in drawn(plan) if mark.ink is Ink.ROOM_WORDS]
    box = shapely.box(2_100, 1_300, 3_900, 2_700)
    for words in (name, size):
        assert isinstance(words, Words)
        assert not box.intersects(shapely.Point(words.at))


def test_letters_are_as_large_on_paper_to_every_scale() -> None:
    for scale in (50, 100):
        heights = {mark.height for mark in drawn(furnished_plan(), scale) if mark.ink is Ink.TEXT}
        assert heights == {200.0}
        names = {mark.height / scale for mark in drawn(furnished_plan(), scale) if _is_name(mark)}
        assert max(names) == pytest.approx(2.9)


def _is_name(mark: Mark) -> bool:
    return isinstance(mark, Words) and mark.ink is Ink.ROOM_WORDS and mark.bold


# Lengths ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "angle"),
    [
        ((0, 0), (2_000, 0), 0),
        ((2_000, 0), (0, 0), 0),
        ((0, 0), (0, 2_000), 90),
        ((0, 2_000), (0, 0), 90),
    ],
)
def test_a_length_is_read_from_below_or_from_the_right(
    start: tuple[float, float], end: tuple[float, float], angle: int
) -> None:
    *_lines, words = measure_marks(Measure(start, end, 300), 50)
    assert isinstance(words, Words)
    assert words.angle == pytest.approx(angle)
    assert words.text == "2,00 m"


# Furniture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("item", items(), ids=lambda item: item.key)
def test_furniture_keeps_within_its_size(item: object) -> None:
    placed = item.placed(Point(5_000, 5_000))  # type: ignore[attr-defined]
    lines = list(furniture_marks(placed))
    assert lines
    xs = [x for line in lines for x, _y in line.points]
    ys = [y for line in lines for _x, y in line.points]
    assert max(xs) - min(xs) <= placed.width_mm + 1
    assert max(ys) - min(ys) <= placed.depth_mm + 1


def test_the_back_of_a_thing_lies_along_its_upper_side_until_it_is_turned() -> None:
    sofa = Furniture("sofa", Point(0, 0), 2_200, 900)
    upright = _centre_of_lines(sofa)
    turned = _centre_of_lines(replace(sofa, angle=180))
    assert upright == pytest.approx(-turned)


def _centre_of_lines(thing: Furniture) -> float:
    ys = [y for line in furniture_marks(thing) for _x, y in line.points]
    return sum(ys) / len(ys)


def test_a_thing_that_the_catalogue_does_not_have_is_a_box() -> None:
    (box,) = furniture_marks(Furniture("vreemd", Point(0, 0), 800, 400))
    assert sorted(box.points) == [(-400, -200), (-400, 200), (400, -200), (400, 200)]


def test_curves_of_a_picture_become_short_lines(tmp_path: Path) -> None:
    path = tmp_path / "boog.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 100 50">'
        '<path d="M10 20 L110 20 Q110 70 60 70 C40 70 10 60 10 20 Z"/>'
        '<path d="m10 20 h50 v10 l-5 5" fill="none"/></svg>'
    )
    picture = read_picture(path)
    assert (picture.width, picture.height) == (100, 50)
    curved, straight = picture.lines
    assert (curved.closed, curved.filled, len(curved.points)) == (True, True, 22)
    assert straight.points == ((0, 0), (50, 0), (50, 10), (45, 15))
    assert not straight.filled


def test_every_ink_has_a_look() -> None:
    assert set(LOOKS) == set(Ink)
