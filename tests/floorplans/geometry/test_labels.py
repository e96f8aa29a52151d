"""What rooms are called while walls move."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans import edits
from desktop.floorplans.geometry import Derived, derive, derive_home, settle
from desktop.floorplans.geometry.labels import settled
from desktop.floorplans.plan import Home, Plan, Point, RoomType
from tests.support import plans

INNER_WALL = 5


def two_rooms() -> Plan:
    """A living room of 6 m and a bedroom of 4 m along x, with a wall at x = 6,000 between."""
    plan = plans.rectangle(10_000, 4_000, 100)
    plan = plans.with_walls(plan, plans.wall((6_000, 0), (6_000, 4_000)))
    plan = plans.with_label(plan, 5_000, 2_000, RoomType.LIVING)
    return plans.with_label(plan, 7_000, 2_000, RoomType.BEDROOM, "Noor")


def called(derived: Derived) -> list[tuple[float, RoomType, str]]:
    """The rooms from left to right: width in metres, type and name."""
    rooms = sorted(derived.rooms, key=lambda room: room.polygon.bounds[0])
    return [
        (round((room.polygon.bounds[2] - room.polygon.bounds[0]) / 1_000, 2), room.type, room.name)
        for room in rooms
    ]


def settled_anew(derived: Derived) -> Derived:
    """What follows from the settled plan alone, as when it is opened again."""
    return derive(settled(derived.plan, derived.rooms))


def test_a_room_is_called_by_the_label_in_it() -> None:
    assert called(derive(two_rooms())) == [
        (5.9, RoomType.LIVING, ""),
        (3.9, RoomType.BEDROOM, "Noor"),
    ]


def test_a_room_without_a_label_is_other() -> None:
    (room,) = derive(plans.rectangle(4_000, 3_000, 100)).rooms

    assert (room.label, room.type, room.name) == (None, RoomType.OTHER, "")


def test_rooms_keep_their_names_when_a_wall_moves_past_a_label() -> None:
    plan = two_rooms()
    derived = derive(plan)
    for x in range(0, 3_001, 500):
        derived = derive(edits.move_wall(plan, INNER_WALL, -x, 0), derived)

    expected = [(2.9, RoomType.LIVING, ""), (6.9, RoomType.BEDROOM, "Noor")]
    assert called(derived) == expected
    assert called(settled_anew(derived)) == expected


def test_a_wall_that_jumps_past_a_label_in_one_edit_does_the_same() -> None:
    plan = two_rooms()
    moved = edits.move_wall(plan, INNER_WALL, -2_500, 0)

    assert called(derive(moved, derive(plan))) == [
        (3.4, RoomType.LIVING, ""),
        (6.4, RoomType.BEDROOM, "Noor"),
    ]


def test_both_parts_of_a_room_that_is_split_keep_its_type() -> None:
    plan = two_rooms()
    split, _id = edits.add_wall(plan, Point(3_000, 0), Point(3_000, 4_000))
    derived = derive(split, derive(plan))

    expected = [
        (2.9, RoomType.LIVING, ""),
        (2.9, RoomType.LIVING, ""),
        (3.9, RoomType.BEDROOM, "Noor"),
    ]
    assert called(derived) == expected
    assert called(settled_anew(derived)) == expected


def test_the_other_part_of_a_room_with_a_name_is_numbered() -> None:
    plan = two_rooms()
    split, _id = edits.add_wall(plan, Point(8_000, 0), Point(8_000, 4_000))

    assert called(derive(split, derive(plan)))[1:] == [
        (1.9, RoomType.BEDROOM, "Noor"),
        (1.9, RoomType.BEDROOM, "Noor 2"),
    ]


def test_rooms_that_become_one_are_called_as_the_largest_was() -> None:
    plan = two_rooms()
    open_plan = edits.remove(plan, [INNER_WALL])
    derived = derive(open_plan, derive(plan))

    assert called(derived) == [(9.9, RoomType.LIVING, "")]
    assert called(settled_anew(derived)) == [(9.9, RoomType.LIVING, "")]


def test_undo_gives_both_names_back() -> None:
    plan = two_rooms()
    before = derive(plan)
    merged = derive(edits.remove(plan, [INNER_WALL]), before)
    kept = settled(merged.plan, merged.rooms)

    assert called(derive(plan, derive(kept, merged))) == called(before)


def test_what_was_said_last_of_a_room_counts() -> None:
    plan = two_rooms()
    renamed = edits.name_room(plan, Point(1_000, 1_000), RoomType.KITCHEN)

    for derived in (derive(renamed), derive(renamed, derive(plan))):
        assert called(derived)[0] == (5.9, RoomType.KITCHEN, "")
        assert called(settled_anew(derived))[0] == (5.9, RoomType.KITCHEN, "")


def test_a_label_that_is_changed_shows_at_once_and_leaves_other_rooms_alone() -> None:
    plan = two_rooms()
    before = derive(plan)
    (living,) = [id for id, label in plan.labels.items() if label.type is RoomType.LIVING]
    label = replace(plan.labels[living], type=RoomType.KITCHEN, name="Samen")
    after = derive(replace(plan, labels=plan.labels.set(living, label)), before)

    assert called(after)[0] == (5.9, RoomType.KITCHEN, "Samen")
    assert after.rooms[1] is before.rooms[1] or after.rooms[0] is before.rooms[0]


def test_a_label_that_is_taken_away_leaves_a_room_without_a_name() -> None:
    plan = two_rooms()
    (bedroom,) = [id for id, label in plan.labels.items() if label.type is RoomType.BEDROOM]
    after = derive(edits.remove(plan, [bedroom]), derive(plan))

    assert called(after)[1] == (3.9, RoomType.OTHER, "")


def test_a_label_waits_until_walls_close_around_it() -> None:
    whole = plans.with_label(plans.rectangle(4_000, 3_000, 100), 2_000, 1_500, RoomType.BATHROOM)
    open_walls = replace(whole, walls=whole.walls.delete(4))
    before = derive(open_walls)

    assert before.rooms == ()
    assert settled(open_walls, before.rooms) == open_walls
    assert called(derive(whole, before)) == [(3.9, RoomType.BATHROOM, "")]


def test_a_label_in_a_shaft_is_not_of_the_room_around_it() -> None:
    plan = plans.with_label(plans.with_shaft(), 2_500, 2_000, RoomType.SHAFT)

    assert sorted((round(r.area_mm2 / 1e6, 2), r.type.value) for r in derive(plan).rooms) == [
        (0.81, "shaft"),
        (17.9, "other"),
    ]


def test_a_settled_plan_stays_as_it_is() -> None:
    derived = derive(plans.labelled_home())

    assert settled(derived.plan, derived.rooms) == derived.plan


def test_rooms_and_bodies_that_a_drag_does_not_touch_stay_the_same_objects() -> None:
    plan = plans.grid(10)
    before = derive(plan)
    middle = next(
        id for id, w in plan.walls.items() if w.ends == ((15_000, 15_000), (18_000, 15_000))
    )
    after = derive(edits.move_wall(plan, middle, 0, 300), before)

    old_rooms, old_bodies = set(map(id, before.rooms)), set(map(id, before.bodies.values()))
    new_rooms = [room for room in after.rooms if id(room) not in old_rooms]
    new_bodies = [body for body in after.bodies.values() if id(body) not in old_bodies]
    assert len(after.rooms) == 100
    assert len(new_rooms) <= 6
    assert len(new_bodies) <= 25
    assert [room.type for room in after.rooms] == [room.type for room in before.rooms]


def test_nothing_is_done_again_when_furniture_moves() -> None:
    plan = plans.labelled_home()
    before = derive(plan)
    after = derive(replace(plan, name="Zolder"), before)

    assert after.rooms is before.rooms
    assert after.layout is before.layout


def test_a_home_is_settled_storey_by_storey() -> None:
    ground, attic = two_rooms(), plans.rectangle(4_000, 3_000, 100)
    before = derive_home(Home((ground, attic)))
    moved = Home((edits.move_wall(ground, INNER_WALL, -2_500, 0), attic))

    kept = settle(moved, before)

    assert kept.levels[1] is attic
    assert called(derive(kept.levels[0])) == [
        (3.4, RoomType.LIVING, ""),
        (6.4, RoomType.BEDROOM, "Noor"),
    ]
    assert settle(kept, derive_home(kept)) is kept


def test_a_room_without_a_name_that_grows_over_a_label_takes_no_name() -> None:
    plan = two_rooms()
    (bedroom,) = [id for id, label in plan.labels.items() if label.type is RoomType.BEDROOM]
    plan = edits.remove(plan, [bedroom])
    derived = derive(edits.move_wall(plan, INNER_WALL, -2_500, 0), derive(plan))

    expected = [(3.4, RoomType.LIVING, ""), (6.4, RoomType.OTHER, "")]
    assert called(derived) == expected
    assert called(settled_anew(derived)) == expected
