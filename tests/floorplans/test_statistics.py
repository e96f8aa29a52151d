from __future__ import annotations

import pytest

from desktop.floorplans import edits
from desktop.floorplans.catalogue import Use, item, keys_for
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import OpeningKind, Plan, Point, RoomType
from desktop.floorplans.statistics import SketchFacts, facts_of, pair, shared, spread
from tests.support.plans import labelled_home


def facts(plan: Plan) -> SketchFacts:
    return facts_of(1, [derive(plan)])


def sketch(id: int, living_m2: float, usable_m2: float = 53.0) -> SketchFacts:
    return SketchFacts(id, usable_m2, {RoomType.LIVING: (living_m2,)}, frozenset(), None)


def test_a_sketch_is_told_in_areas_by_type() -> None:
    found = facts(labelled_home())
    assert found.usable_m2 == pytest.approx(53.12)
    assert {t: round(a, 2) for t, (a,) in found.areas_m2.items()} == {
        RoomType.LIVING: 25.5,
        RoomType.KITCHEN: 11.52,
        RoomType.BEDROOM: 8.64,
        RoomType.TOILET: 2.28,
        RoomType.HALL: 3.6,
    }


def test_rooms_that_share_a_wall_lie_next_to_each_other() -> None:
    touching = facts(labelled_home()).touching
    assert pair(RoomType.LIVING, RoomType.KITCHEN) in touching
    assert pair(RoomType.TOILET, RoomType.HALL) in touching
    # They meet in a corner at most.
    assert pair(RoomType.TOILET, RoomType.KITCHEN) not in touching
    assert pair(RoomType.TOILET, RoomType.BEDROOM) not in touching


def test_a_kitchen_with_a_door_is_closed_and_one_with_a_passage_open() -> None:
    plan = labelled_home()
    wall = next(id for id, w in plan.walls.items() if {p.x for p in w.ends} == {5_200})
    closed, _door = edits.add_opening(plan, wall, OpeningKind.DOOR, 1_000)
    assert facts(closed).open_kitchen is False
    opened, _passage = edits.add_opening(plan, wall, OpeningKind.PASSAGE, 1_000)
    assert facts(opened).open_kitchen is True


def test_who_cooks_in_the_living_room_has_an_open_kitchen() -> None:
    (cooker, *_more) = sorted(keys_for(Use.COOKER))
    thing = item(cooker)
    assert thing is not None
    plan, _id = edits.put(labelled_home(), thing.placed(Point(2_000, 2_000)))
    assert facts(plan).open_kitchen is True


def test_a_home_without_a_kitchen_has_no_open_or_closed_one() -> None:
    assert facts(Plan()).open_kitchen is None


def test_quartiles_are_those_of_a_spreadsheet() -> None:
    found = spread([10, 20, 30, 40])
    assert (found.least, found.lower, found.median, found.upper, found.most) == (
        10,
        17.5,
        25,
        32.5,
        40,
    )


def test_one_value_is_its_own_spread() -> None:
    assert spread([7.5]).lower == spread([7.5]).most == 7.5


def test_shares_count_sketches() -> None:
    found = shared([sketch(1, 20), sketch(2, 30), SketchFacts(3, 40, {}, frozenset(), None)])
    (living,) = found.rooms
    assert (living.homes, found.sketches) == (2, 3)
    assert living.area_m2.median == 25


def test_adjoining_counts_only_sketches_that_have_both() -> None:
    touch = pair(RoomType.LIVING, RoomType.KITCHEN)
    both = {RoomType.LIVING: (20.0,), RoomType.KITCHEN: (8.0,)}
    found = shared(
        [
            SketchFacts(1, 50, both, frozenset({touch}), False),
            SketchFacts(2, 50, both, frozenset(), True),
            sketch(3, 20),
        ]
    )
    assert found.touching[touch] == (1, 2)
    assert (found.open_kitchens, found.kitchens) == (1, 2)


def test_what_lies_far_from_the_others_stands_out() -> None:
    found = shared([sketch(n, 20 + n / 10) for n in range(1, 7)] + [sketch(9, 45)])
    assert [(one.sketch_id, one.type) for one in found.outliers] == [(9, RoomType.LIVING)]


def test_with_few_sketches_nothing_stands_out() -> None:
    assert not shared([sketch(1, 20), sketch(2, 20), sketch(3, 90)]).outliers


def test_no_sketches_share_nothing() -> None:
    found = shared([])
    assert (found.sketches, found.usable_m2, found.rooms) == (0, None, ())
