from __future__ import annotations

from datetime import date

import pytest
import shapely

from desktop.floorplans.catalogue import item
from desktop.floorplans.checks.checker import check_home
from desktop.floorplans.checks.findings import Grade, Wish
from desktop.floorplans.checks.rules import rules_on
from desktop.floorplans.geometry import derive, derive_home
from desktop.floorplans.plan import Home, Plan, RoomType, WallKind
from desktop.floorplans.templates import NAMES, Template, demonstration, examples, shells
from desktop.language import _, in_language

TODAY = date(2026, 11, 25)
EACH = pytest.mark.parametrize("template", [*shells(), *examples()], ids=lambda t: t.key)
SHELL = pytest.mark.parametrize("shell", shells(), ids=lambda t: t.key)
EXAMPLE = pytest.mark.parametrize("example", examples(), ids=lambda t: t.key)
SIZES = {
    "row-house": (5_400, 9_000),
    "gallery-flat": (7_200, 10_200),
    "corner-flat": (9_000, 8_400),
    "life-long-home": (7_500, 10_500),
    "studio": (6_000, 5_400),
}


def outer_size(plan: Plan) -> tuple[float, float]:
    bodies = derive(plan).bodies
    outside = [body for id, body in bodies.items() if plan.walls[id].kind is WallKind.SHELL]
    left, bottom, right, top = shapely.total_bounds(outside)
    return right - left, top - bottom


def findings(home: Home, grade: Grade, wishes: frozenset[Wish] = frozenset()) -> list[str]:
    found = check_home(home, derive_home(home), rules_on(TODAY), wishes)
    return [finding.check for finding in found if finding.grade is grade]


def test_there_are_five_shells_and_three_examples() -> None:
    assert {shell.key for shell in shells()} == set(SIZES)
    assert len(examples()) == 3


@SHELL
def test_a_shell_has_the_outer_size_that_it_tells(shell: Template) -> None:
    for level in shell.home.levels:
        assert outer_size(level) == SIZES[shell.key]


@SHELL
def test_what_stands_in_a_shell_belongs_to_the_building(shell: Template) -> None:
    for level in shell.home.levels:
        things = (*level.walls.values(), *level.openings.values(), *level.stairs.values())
        assert all(thing.locked for thing in things)
        thick = [wall.thickness_mm for wall in level.walls.values() if wall.kind is WallKind.SHELL]
        assert thick == [300] * 4


@EACH
def test_a_home_has_one_front_door_on_the_ground_floor(template: Template) -> None:
    fronts = [door for door in template.home.levels[0].openings.values() if door.front]
    assert len(fronts) == 1


@EACH
def test_a_shaft_stands_on_every_storey_in_the_same_place(template: Template) -> None:
    shafts = [
        [room.polygon.wkt for room in derive(level).rooms if room.type is RoomType.SHAFT]
        for level in template.home.levels
    ]
    assert shafts[0]
    assert all(shaft == shafts[0] for shaft in shafts)


def test_the_row_house_has_two_storeys_and_an_attic_with_its_low_parts() -> None:
    (row_house,) = (shell for shell in shells() if shell.key == "row-house")
    ground, first, attic = row_house.home.levels
    assert len(ground.stairs) == len(first.stairs) == 1
    assert not attic.stairs
    assert len(attic.low_ceilings) == 2


@EXAMPLE
def test_nothing_fails_in_an_example(example: Template) -> None:
    assert findings(example.home, Grade.FAIL) == []


@SHELL
def test_no_door_of_a_shell_meets_anything(shell: Template) -> None:
    wrong = findings(shell.home, Grade.FAIL) + findings(shell.home, Grade.WARN)
    assert not {"door-wall", "door-clash", "door-furniture", "stair-door"} & set(wrong)
    assert "door-wall" in findings(shell.home, Grade.GOOD)


@EXAMPLE
def test_nothing_is_in_the_way_in_an_example(example: Template) -> None:
    assert findings(example.home, Grade.WARN) == []


def test_the_home_without_a_stair_suits_a_wheelchair() -> None:
    (home,) = (t.home for t in examples() if t.key == "life-long-home-one-storey")
    for grade in (Grade.FAIL, Grade.WARN):
        assert findings(home, grade, frozenset(Wish)) == []


@EXAMPLE
def test_an_example_stands_in_a_shell(example: Template) -> None:
    def building(home: Home) -> list[set[object]]:
        return [
            {wall for wall in level.walls.values() if wall.locked}
            | set(level.stairs.values())
            | set(level.low_ceilings.values())
            for level in home.levels
        ]

    assert building(example.home) in [building(shell.home) for shell in shells()]


@pytest.mark.parametrize(
    "home", [*(t.home for t in examples()), demonstration()], ids=lambda h: str(len(h.levels))
)
def test_furniture_is_of_the_catalogue(home: Home) -> None:
    for level in home.levels:
        for thing in level.furniture.values():
            assert item(thing.item) is not None


def test_the_demonstration_is_the_home_of_five_rooms() -> None:
    (level,) = demonstration().levels
    areas = {room.type: round(room.area_mm2 / 1e6, 1) for room in derive(level).rooms}
    assert areas == {
        RoomType.LIVING: 25.5,
        RoomType.KITCHEN: 8.6,
        RoomType.BEDROOM: 11.5,
        RoomType.HALL: 3.6,
        RoomType.BATHROOM: 2.3,
    }


def test_the_demonstration_shows_what_a_check_is_for() -> None:
    assert findings(demonstration(), Grade.FAIL) == ["daylight"]


@EACH
def test_a_template_is_told_in_dutch(template: Template) -> None:
    for words in (template.word, template.description):
        with in_language("nl"):
            assert _(words) != words or template.key == "studio"


@EACH
def test_the_names_in_a_template_are_in_the_language_in_use(template: Template) -> None:
    for code in ("nl", "en"):
        with in_language(code):
            words = {_(name) for name in NAMES}
            for level in template.home.levels:
                names = {level.name, *(label.name for label in level.labels.values())} - {""}
                assert names <= words
