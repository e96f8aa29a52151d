"""What runs through the storeys of a home is drawn once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans import edits
from desktop.floorplans.codec import difference, from_json, patched, to_json
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import (
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Wall,
    WallKind,
)
from desktop.floorplans.templates import shells
from desktop.refused import Refused
from tests.support.plans import rectangle, wall, with_label, with_opening, with_shaft, with_walls


def carried() -> Plan:
    """A room of 5 by 4 m with a shaft in it and a wall that carries at its right."""
    plan = with_label(with_shaft(), 2_500, 2_000, RoomType.SHAFT)
    bearing = wall((4_000, 0), (4_000, 4_000), 200, WallKind.LOAD_BEARING)
    return with_walls(plan, bearing)


def two_storeys() -> Home:
    return edits.storey_above(Home((carried(),)), 0, "Boven")


def bearing_of(plan: Plan) -> int:
    (id,) = (id for id, w in plan.walls.items() if w.kind is WallKind.LOAD_BEARING)
    return id


def edited(home: Home, level: int, plan: Plan) -> Home:
    """The home after an edit of one storey, as the program keeps it."""
    levels = (*home.levels[:level], plan, *home.levels[level + 1 :])
    return edits.on_all_storeys(home, replace(home, levels=levels))


def test_a_storey_on_top_has_the_shell_the_shaft_and_the_walls_that_carry() -> None:
    below, above = two_storeys().levels
    assert above.walls == below.walls
    assert {room.type for room in derive(above).rooms} == {RoomType.SHAFT, RoomType.OTHER}
    assert not above.openings


def test_the_shell_is_that_of_each_storey() -> None:
    home = two_storeys()
    moved = edits.move_wall(home.levels[1], 2, -500, 0)
    below, above = edited(home, 1, moved).levels
    assert below.walls[2] != above.walls[2]


@pytest.mark.parametrize("level", [0, 1])
def test_a_wall_that_carries_moves_on_all_storeys(level: int) -> None:
    home = two_storeys()
    id = bearing_of(home.levels[0])
    below, above = edited(home, level, edits.move_wall(home.levels[level], id, -300, 0)).levels
    assert below.walls[id] == above.walls[id]
    assert below.walls[id].start == Point(3_700, 0)


def test_walls_of_the_other_storey_go_along_with_it() -> None:
    home = two_storeys()
    id = bearing_of(home.levels[0])
    above, inner = edits.add_wall(home.levels[1], Point(4_000, 2_000), Point(5_000, 2_000))
    home = edited(home, 1, above)
    home = edited(home, 0, edits.move_wall(home.levels[0], id, -300, 0))
    assert home.levels[1].walls[inner].start == Point(3_700, 2_000)
    assert inner not in home.levels[0].walls


def test_a_shaft_that_moves_is_a_shaft_on_all_storeys() -> None:
    home = two_storeys()
    plan = home.levels[0]
    for id in (id for id, w in plan.walls.items() if w.runs_through and w.length_mm < 2_000):
        plan = edits.change(plan, id, replace(plan.walls[id], thickness_mm=70))
    home = edited(home, 0, plan)
    for level in home.levels:
        (shaft,) = (room for room in derive(level).rooms if room.type is RoomType.SHAFT)
        assert shaft.area_mm2 == pytest.approx(930 * 930)


def test_a_door_in_such_a_wall_is_on_one_storey_alone() -> None:
    home = two_storeys()
    id = bearing_of(home.levels[0])
    plan, _door = edits.add_opening(home.levels[0], id, OpeningKind.DOOR, 500)
    below, above = edited(home, 0, plan).levels
    assert len(below.openings) == 1
    assert not above.openings


def with_door_above() -> tuple[Home, int, int]:
    home = two_storeys()
    id = bearing_of(home.levels[0])
    above, door = edits.add_opening(home.levels[1], id, OpeningKind.DOOR, 2_800)
    return edited(home, 1, above), id, door


def test_a_wall_that_is_cut_in_two_is_so_everywhere_and_the_doors_stay() -> None:
    home, id, door = with_door_above()
    cut, second = edits.split_wall(home.levels[0], id, 2_000)
    below, above = edited(home, 0, cut).levels
    assert above.walls[id] == below.walls[id]
    assert above.walls[second] == below.walls[second]
    assert (above.openings[door].wall, above.openings[door].at_mm) == (second, 800)


def test_two_halves_that_become_one_keep_the_doors_of_each_storey() -> None:
    home, id, door = with_door_above()
    cut, second = edits.split_wall(home.levels[0], id, 2_000)
    home = edited(home, 0, cut)
    home = edited(home, 0, edits.merge_walls(home.levels[0], id, second))
    above = home.levels[1]
    assert second not in above.walls
    assert (above.openings[door].wall, above.openings[door].at_mm) == (id, 2_800)


def test_a_wall_that_goes_is_gone_everywhere_with_its_doors() -> None:
    home, id, _door = with_door_above()
    below, above = edited(home, 0, edits.remove(home.levels[0], [id])).levels
    assert id not in below.walls
    assert id not in above.walls
    assert not above.openings


def test_what_cannot_be_on_another_storey_is_refused_with_its_name() -> None:
    home, id, door = with_door_above()
    above = edits.put(home.levels[1], Opening(id, OpeningKind.DOOR, 100, 2_600))[0]
    home = edited(home, 1, above)
    shorter = edits.change(
        home.levels[0], id, replace(home.levels[0].walls[id], end=Point(4_000, 2_000))
    )
    with pytest.raises(Refused) as refused:
        edited(home, 0, shorter)
    assert "Boven" in refused.value.sentence
    assert door in home.levels[1].openings


def test_staff_say_that_a_wall_runs_through() -> None:
    home = Home((rectangle(5_000, 4_000, 100), Plan(name="Boven", next_id=9)))
    below, id = edits.add_wall(home.levels[0], Point(2_000, 0), Point(2_000, 4_000))
    home = edits.run_through(edited(home, 0, below), 0, [id], True)
    assert home.levels[1].walls[id] == home.levels[0].walls[id]
    home = edited(home, 1, edits.remove(home.levels[1], [id]))
    assert id not in home.levels[0].walls


def test_copies_of_older_drawings_become_the_one_wall_with_its_doors() -> None:
    """The same wall drawn on each storey, under other numbers and from the other end."""
    below, one = edits.add_wall(rectangle(5_000, 4_000, 100), Point(2_000, 0), Point(2_000, 4_000))
    above = with_walls(Plan(next_id=30), wall((2_000, 4_000), (2_000, 0)))
    above = with_opening(above, Opening(30, OpeningKind.DOOR, 500, 900))
    home = edits.run_through(Home((below, above)), 0, [one], True)
    assert dict(home.levels[1].walls) == {one: home.levels[0].walls[one]}
    (door,) = home.levels[1].openings.values()
    assert (door.wall, door.at_mm) == (one, 2_600)


def test_another_thing_with_that_number_gets_another() -> None:
    below, one = edits.add_wall(rectangle(5_000, 4_000, 100), Point(2_000, 0), Point(2_000, 4_000))
    above = with_walls(Plan(next_id=one), wall((0, 9_000), (4_000, 9_000)))
    above = with_opening(above, Opening(one, OpeningKind.DOOR, 500, 900))
    home = edits.run_through(Home((below, above)), 0, [one], True)
    walls = home.levels[1].walls
    assert walls[one] == home.levels[0].walls[one]
    (door,) = home.levels[1].openings.values()
    assert walls[door.wall] == Wall(Point(0, 9_000), Point(4_000, 9_000))


def test_what_no_longer_runs_through_stays_on_each_storey() -> None:
    home = two_storeys()
    id = bearing_of(home.levels[0])
    home = edits.run_through(home, 0, [id], False)
    below, above = edited(home, 0, edits.remove(home.levels[0], [id])).levels
    assert id not in below.walls
    assert above.walls[id].kind is WallKind.LOAD_BEARING


def test_a_home_with_what_runs_through_comes_back_from_its_file_and_its_journal() -> None:
    home = two_storeys()
    assert from_json(to_json(home)) == home
    after = edited(home, 0, edits.move_wall(home.levels[0], bearing_of(home.levels[0]), 100, 0))
    assert patched(home, [difference(home, after)]) == after


def test_the_shaft_of_the_row_house_runs_through() -> None:
    (row_house,) = (shell.home for shell in shells() if shell.key == "row-house")
    through = [
        {id: w for id, w in level.walls.items() if w.runs_through} for level in row_house.levels
    ]
    assert len(through[0]) == 3
    assert through[0] == through[1] == through[2]
    assert all(
        any(label.runs_through for label in level.labels.values()) for level in row_house.levels
    )


def test_a_change_of_a_shaft_that_cannot_be_says_that_it_is_the_shaft() -> None:
    home = two_storeys()
    below, above = home.levels
    blocked = with_walls(above, wall((2_000, 1_400), (3_000, 1_400)))
    home = replace(home, levels=(below, blocked))
    shaft = {id for id, label in below.labels.items() if label.type is RoomType.SHAFT}
    sides = {id for id, w in below.walls.items() if w.runs_through and w.length_mm == 1_000}
    lower = next(id for id in sides if {end.y for end in below.walls[id].ends} == {1_500})
    label = next(iter(shaft))
    moved = edits.change(below, label, replace(below.labels[label], at=Point(2_500, 1_900)))
    moved = edits.change(
        moved,
        lower,
        replace(below.walls[lower], start=Point(2_000, 1_400), end=Point(3_000, 1_400)),
    )
    with pytest.raises(Refused) as refusal:
        edited(home, 0, moved)
    assert refusal.value.sentence.startswith("Deze schacht loopt door op alle verdiepingen.")


def test_what_stands_outside_does_not_go_up_with_the_inner_walls() -> None:
    (row_house,) = (shell.home for shell in shells() if shell.key == "row-house")
    home = edits.storey_above(Home(row_house.levels[:1]), 0, "Boven", edits.Along.ALL)
    assert RoomType.OUTDOOR not in {room.type for room in derive(home.levels[1]).rooms}
    assert len(home.levels[1].walls) == len(row_house.levels[0].walls) - 3
