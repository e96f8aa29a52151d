"""What follows from a plan is the same whether it is worked out anew or from the plan before."""

from __future__ import annotations

from dataclasses import astuple, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.floorplans.edits import WallMove
from desktop.floorplans.geometry import Derived, derive
from desktop.floorplans.geometry.corners import Corners
from desktop.floorplans.plan import Plan, Point, Wall
from desktop.refused import Refused
from tests.support import plans

# Few places, some of them within a joint of each other, so that walls meet in all ways.
COORDINATES = st.sampled_from([0, 4, 9, 15, 60, 1_000, 1_007, 2_000, 2_050, 3_000])
POINTS = st.builds(Point, COORDINATES, COORDINATES)
WALLS = st.builds(Wall, POINTS, POINTS, st.sampled_from([70, 100, 300])).filter(
    lambda wall: wall.length_mm >= 50
)
# Put a wall in the place of the one with this number, or take that away.
EDITS = st.lists(st.tuples(st.integers(1, 12), st.none() | WALLS), min_size=1, max_size=4)


def after(plan: Plan, id: int, wall: Wall | None) -> Plan:
    if wall is not None:
        return replace(plan, walls=plan.walls.set(id, wall))
    return replace(plan, walls=plan.walls.delete(id)) if id in plan.walls else plan


def facts(derived: Derived) -> object:
    """All that follows, but for names that depend on what was before."""
    rooms = [(r.polygon.wkb, r.axes.wkb, r.area_mm2, r.walls, r.face.edges) for r in derived.rooms]
    bodies = {id: body.wkb for id, body in derived.bodies.items()}
    network = derived.layout.network
    hulls = [hull.wkb for hull in derived.outlines]
    return rooms, bodies, hulls, dict(network.arms), dict(network.joints), dict(network.chains)


@settings(max_examples=100, deadline=None)
@given(st.lists(WALLS, max_size=12), EDITS)
def test_any_walls_that_change_give_what_a_new_start_gives(
    walls: list[Wall], edits: list[tuple[int, Wall | None]]
) -> None:
    plan = plans.with_walls(Plan(), *walls)
    derived = derive(plan)
    for id, wall in edits:
        plan = after(plan, id, wall)
        derived = derive(plan, derived)

        assert facts(derived) == facts(derive(plan))


@settings(max_examples=100, deadline=None)
@example([Wall(Point(0, 0), Point(1_000, 9), 70), Wall(Point(1_000, 9), Point(2_000, 0), 300)])
@given(st.lists(WALLS, min_size=1, max_size=12))
def test_corners_at_once_are_those_that_are_found_one_by_one(walls: list[Wall]) -> None:
    network = derive(plans.with_walls(Plan(), *walls)).layout.network
    one_by_one, at_once = Corners(network), Corners(network)
    crowded = {joint for joint in network.joints if one_by_one.are_crowded(joint)}

    assert set(at_once.crowded_among(list(network.joints), many=1)) == crowded
    for joint in network.joints:
        for corners in zip(at_once.around(joint), one_by_one.around(joint), strict=True):
            mine, expected = (corner and astuple(corner) for corner in corners)
            assert mine == expected
        for arms in zip(at_once.leaving(joint), one_by_one.leaving(joint), strict=True):
            assert astuple(arms[0]) == astuple(arms[1])


@settings(max_examples=50, deadline=None)
@given(st.lists(WALLS, max_size=12), EDITS)
def test_it_is_known_which_walls_have_another_body(
    walls: list[Wall], edits: list[tuple[int, Wall | None]]
) -> None:
    first = before = derive(plans.with_walls(Plan(), *walls))
    for id, wall in edits:
        now = derive(after(before.plan, id, wall), before)
        for earlier in (before, first):
            others = {
                id
                for id in {*earlier.bodies, *now.bodies}
                if earlier.bodies.get(id) is not now.bodies.get(id)
            }
            assert others <= now.layout.bodies_unlike(earlier.layout)
        before = now


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 47), st.lists(st.integers(-2_999, 2_999), min_size=1, max_size=4))
def test_a_wall_that_is_dragged_gives_what_a_new_start_gives(which: int, shifts: list[int]) -> None:
    """Over its neighbours too, until they are too short for the corners between them."""
    plan = replace(plans.grid(3), openings=Plan().openings)
    walls = sorted(plan.walls)
    id = walls[which % len(walls)]
    upright = plan.walls[id].start.x == plan.walls[id].end.x
    derived, move = derive(plan), WallMove(plan, id)
    for shift in shifts:
        try:
            moved = move.by(shift, 0) if upright else move.by(0, shift)
        except Refused:
            continue
        derived = derive(moved, derived)

        assert facts(derived) == facts(derive(moved))


def test_walls_that_meet_one_that_only_gets_longer_keep_their_bodies() -> None:
    plan = plans.grid(3)
    ends = ((3_000, 3_000), (3_000, 6_000))
    middle = next(id for id, wall in plan.walls.items() if wall.ends == ends)
    move = WallMove(plan, middle)
    before = derive(move.by(200, 0))

    after = derive(move.by(250, 0), before)

    other = [id for id, body in after.bodies.items() if body is not before.bodies[id]]
    assert middle in other
    assert len(other) == 5
