"""One click mends what can be mended, and makes nothing else worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from desktop.floorplans import edits
from desktop.floorplans.checks import Finding, Grade, Wish
from desktop.floorplans.plan import Home, Opening, OpeningKind, Plan, Point, RoomType, Side, Stair
from desktop.refused import Refused
from tests.support import plans
from tests.support.checked import (
    checked,
    complete_home,
    found,
    locked,
    room,
    row,
    with_door,
    with_furniture,
    with_window,
    wrong,
)

LIVING, BEDROOM, HALL = RoomType.LIVING, RoomType.BEDROOM, RoomType.HALL
KITCHEN, TOILET, BATHROOM = RoomType.KITCHEN, RoomType.TOILET, RoomType.BATHROOM


def narrow_door() -> Plan:
    plan = with_door(row(3_000, (3_000, LIVING), (3_000, HALL)), 1, 4_000, front=True)
    return with_door(plan, 5, 1_000, width_mm=830)


def narrow_door_in_a_corner() -> Plan:
    plan = with_door(row(3_000, (3_000, LIVING), (3_000, HALL)), 1, 4_000, front=True)
    return with_door(plan, 5, 50, width_mm=830)


def little_light() -> Plan:
    return with_window(room(3_000, 4_000), 1, 500, 700, 1_400)


def little_light_in_a_narrow_wall() -> Plan:
    """The window is as wide as the wall: it can only go up."""
    plan = replace(room(2_000, 5_500), ceiling_mm=2_700)
    return with_window(plan, 1, 150, 1_800, 500)


def no_light() -> Plan:
    return room(3_000, 4_000)


def windows_of_the_building() -> Plan:
    """A room that is too big for a window that cannot be changed."""
    plan = row(4_000, (3_000, BEDROOM), (4_000, HALL))
    window = Opening(1, OpeningKind.WINDOW, 500, 800, 900, 2_300, locked=True)
    return plans.with_opening(plan, window)


def narrow_bedroom() -> Plan:
    plan = row(4_000, (4_000, LIVING), (1_700, BEDROOM))
    return with_door(with_door(plan, 5, 1_000), 1, 500, front=True)


def small_living_room() -> Plan:
    return row(3_500, (2_900, LIVING), (4_000, BEDROOM))


def small_toilet() -> Plan:
    return row(1_500, (800, TOILET), (3_000, HALL))


def bathroom_for_a_wheelchair() -> Plan:
    return row(2_000, (1_400, BATHROOM), (4_000, HALL))


def room_without_a_door() -> Plan:
    plan = row(3_000, (3_000, HALL), (3_000, BEDROOM), (3_000, LIVING))
    plan = with_door(plan, 1, 500, front=True)
    return with_door(plan, 5, 500)


def no_front_door() -> Plan:
    return with_door(room(4_000, 4_000), 1, 500)


def toilet_in_the_kitchen() -> Plan:
    """From left to right kitchen, toilet, hall; the toilet opens into the kitchen."""
    plan = row(3_000, (3_000, KITCHEN), (1_300, TOILET), (3_000, HALL))
    return with_door(with_door(plan, 5, 1_000), 1, 5_000, front=True)


def doors_that_clash() -> Plan:
    """Both open into the living room, in its corner."""
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    plan = with_door(plan, 5, 200, swing=Side.LEFT)
    return with_door(plan, 1, 1_900, swing=Side.LEFT, front=True)


def door_against_a_wall() -> Plan:
    """The door of the living room opens into a closet that is not as deep as the door is wide."""
    plan = with_door(row(3_000, (3_000, LIVING), (800, HALL)), 1, 500, front=True)
    return with_door(plan, 5, 1_000, swing=Side.RIGHT)


def door_on_a_wardrobe() -> Plan:
    plan = with_door(room(3_000, 3_000, HALL), 1, 500, swing=Side.LEFT, locked=True)
    return with_furniture(plan, "wardrobe", 1_500, 1_000, 1_000, 600)


def bed_against_the_wall() -> Plan:
    return with_furniture(room(4_000, 3_000, BEDROOM), "bed-double", 900, 1_500, 1_600, 2_000)


def walls_over_each_other() -> Plan:
    """The wall between two rooms is drawn twice over a part, with a door in the second one."""
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    middle = plan.walls[5]
    below = replace(middle, end=Point(middle.start.x, 1_800), thickness_mm=150)
    above = replace(middle, start=Point(middle.start.x, 1_400))
    plan = replace(plan, walls=plan.walls.set(5, below))
    plan = plans.with_walls(plan, above)
    return with_door(plan, plan.next_id - 1, 500, width_mm=930)


def no_washing_machine() -> Plan:
    return row(3_000, (3_000, BATHROOM), (3_000, HALL))


def steep_stair() -> Home:
    below = room(8_000, 3_000, HALL)
    stair = Stair(Point(500, 1_500), 0, width_mm=700, run_mm=3_000, risers=15)
    below = replace(below, stairs=below.stairs.set(below.next_id, stair), next_id=below.next_id + 1)
    return Home((below, room(8_000, 3_000, HALL)))


def door_against_a_stair(level: int = 0, swing: Side = Side.RIGHT) -> Home:
    """A stair along the wall in which the door is, half a metre from it."""
    stair = Stair(Point(500, 1_000), 0)
    levels = [edits.put(room(8_000, 3_000, HALL), stair)[0], room(8_000, 3_000, HALL)]
    levels[level] = with_door(levels[level], 1, 2_000, swing=swing)
    return Home(tuple(levels))


MENDED: dict[str, tuple[str, Callable[[], Home | Plan]]] = {
    "a narrow door": ("door-width", narrow_door),
    "a narrow door in a corner": ("door-width", narrow_door_in_a_corner),
    "a window that is too small": ("daylight", little_light),
    "a window that can only go up": ("daylight", little_light_in_a_narrow_wall),
    "a room without a window": ("daylight", no_light),
    "a room too big for the windows of the building": ("daylight", windows_of_the_building),
    "a narrow bedroom": ("room-width", narrow_bedroom),
    "a living room that is too narrow": ("living-room", small_living_room),
    "a small toilet": ("toilet", small_toilet),
    "a room without a door": ("reachable", room_without_a_door),
    "no front door": ("front-door", no_front_door),
    "a toilet in the kitchen": ("toilet-kitchen", toilet_in_the_kitchen),
    "doors that clash": ("door-clash", doors_that_clash),
    "a door against a wall": ("door-wall", door_against_a_wall),
    "a door that hits a wardrobe": ("door-furniture", door_on_a_wardrobe),
    "a bed against the wall": ("walking-room", bed_against_the_wall),
    "walls over each other": ("double-wall", walls_over_each_other),
    "no washing machine": ("washing-machine", no_washing_machine),
    "a steep stair": ("stair", steep_stair),
    "a door against a stair": ("stair-door", door_against_a_stair),
    "a door before a stairwell": ("stair-door", partial(door_against_a_stair, 1)),
}


@pytest.mark.parametrize(("check", "made"), MENDED.values(), ids=MENDED)
def test_a_mend_really_mends_and_makes_nothing_else_worse(
    check: str, made: Callable[[], Home | Plan]
) -> None:
    home = as_home(made())
    finding = bad(home, check)

    assert finding.mend is not None
    mended = finding.mend.apply(home)

    assert {f.grade for f in found(mended, check)} <= {Grade.GOOD}
    assert not Counter(wrong(checked(mended))) - Counter(wrong(checked(home)))


# All but the washing machine, which is put beside what is there.
CHANGED = {name: mended for name, mended in MENDED.items() if mended[0] != "washing-machine"}


@pytest.mark.parametrize(("check", "made"), CHANGED.values(), ids=CHANGED)
def test_what_belongs_to_the_building_is_not_mended(
    check: str, made: Callable[[], Home | Plan]
) -> None:
    home = as_home(made())
    home = replace(home, levels=tuple(locked(level) for level in home.levels))

    assert bad(home, check).mend is None


def test_a_bathroom_gets_room_for_a_wheelchair_where_that_is_wished() -> None:
    home = as_home(bathroom_for_a_wheelchair())
    (finding,) = [
        f
        for f in checked(home, Wish.WHEELCHAIR)
        if f.check == "turning" and f.grade is not Grade.GOOD
    ]

    assert finding.mend is not None
    mended = finding.mend.apply(home)

    assert {f.grade for f in found(mended, "turning", Wish.WHEELCHAIR)} == {Grade.GOOD}


def test_a_new_door_does_not_lead_onto_the_side_of_a_stair() -> None:
    plan = room_without_a_door()
    wall = plan.walls[6]
    near, far = sorted((wall.start.y, wall.end.y))
    # A stair in the room before it, along the first half of the wall between.
    stair = Stair(Point(wall.start.x - 500, near + 50), 90, width_mm=800, run_mm=1_500)
    plan, _stair = edits.put(plan, stair)
    home = as_home(plan)
    finding = bad(home, "reachable")
    assert finding.mend is not None
    mended = finding.mend.apply(home).levels[0]
    (new,) = (o for id, o in mended.openings.items() if id not in plan.openings)
    middle = mended.walls[new.wall].along((new.at_mm + new.until_mm) / 2)[1]
    assert middle > (near + far) / 2


def test_a_wall_is_not_moved_when_the_neighbour_would_be_too_small() -> None:
    """Both bedrooms are as narrow as can be, between walls of the building."""
    plan = row(4_000, (1_800, BEDROOM), (1_700, BEDROOM), (1_800, BEDROOM))
    for id in range(1, 5):
        plan = replace(plan, walls=plan.walls.set(id, replace(plan.walls[id], locked=True)))
    home = as_home(plan)
    finding = bad(home, "room-width")

    assert finding.mend is not None
    assert not finding.mend.works(home)
    with pytest.raises(Refused):
        finding.mend.apply(home)


def test_a_mended_home_can_be_mended_on_until_all_is_well() -> None:
    """The complete home with three things wrong at once."""
    home = complete_home()
    plan = home.levels[0]
    doors = {id: o for id, o in plan.openings.items() if o.kind is OpeningKind.DOOR}
    windows = {id: o for id, o in plan.openings.items() if o.kind is OpeningKind.WINDOW}
    openings = plan.openings
    narrow, small = min(id for id in doors if not doors[id].front), min(windows)
    openings = openings.set(narrow, replace(doors[narrow], width_mm=800))
    openings = openings.set(small, replace(windows[small], width_mm=600))
    plan = replace(plan, openings=openings)
    plan = replace(plan, furniture=plan.furniture.delete(max(plan.furniture)))
    home = replace(home, levels=(plan,))

    while trouble := [f for f in checked(home) if f.grade is not Grade.GOOD and f.mend]:
        assert trouble[0].mend is not None
        home = trouble[0].mend.apply(home)

    assert wrong(checked(home)) == []


def test_a_mend_that_waited_mends_the_home_as_it_is_now() -> None:
    """Somebody moved the door between the finding and the click."""
    home = as_home(narrow_door())
    mend = bad(home, "door-width").mend
    plan = home.levels[0]
    (door,) = [id for id, one in plan.openings.items() if one.width_mm == 830]
    flipped = edits.flip_door(edits.flip_door(plan, door), door)

    assert mend is not None
    mended = mend.apply(Home((flipped,))).levels[0]

    assert mended.openings[door].swing is flipped.openings[door].swing
    assert mended.openings[door].width_mm == 930


def test_a_mend_of_what_is_no_longer_wrong_is_refused() -> None:
    home = as_home(narrow_door())
    mend = bad(home, "door-width").mend

    assert mend is not None
    with pytest.raises(Refused):
        mend.apply(mend.apply(home))


def test_a_window_as_wide_as_the_sentence_says() -> None:
    home = as_home(little_light())
    finding = bad(home, "daylight")
    (before,) = home.levels[0].openings.values()

    assert finding.mend is not None
    (after,) = finding.mend.apply(home).levels[0].openings.values()

    assert after.width_mm - before.width_mm == finding.numbers["wider_mm"]


def test_walls_over_each_other_become_one_with_the_door_where_it_was() -> None:
    before = walls_over_each_other()
    finding = bad(as_home(before), "double-wall")

    assert finding.mend is not None
    (after,) = finding.mend.apply(as_home(before)).levels

    assert len(after.walls) == len(before.walls) - 1
    (door,) = after.openings.values()
    (was,) = before.openings.values()
    assert after.walls[door.wall].along(door.at_mm) == before.walls[was.wall].along(was.at_mm)
    assert after.walls[door.wall].thickness_mm == 150


def test_a_wall_over_one_of_the_building_goes_and_that_of_the_building_stays() -> None:
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    plan = plans.with_walls(edits.lock(plan, [5], True), replace(plan.walls[5], thickness_mm=50))
    finding = bad(as_home(plan), "double-wall")

    assert finding.mend is not None
    assert finding.mend.apply(as_home(plan)).levels[0].walls == plan.walls.delete(6 + 2)


def as_home(home: Home | Plan) -> Home:
    return Home((home,)) if isinstance(home, Plan) else home


def bad(home: Home, check: str) -> Finding:
    """The worst finding of a check with which something is wrong."""
    finding = found(home, check)[0]
    assert finding.grade is not Grade.GOOD
    return finding
