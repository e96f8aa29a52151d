"""What may never change a check, and what is looked at again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.floorplans import edits, wording
from desktop.floorplans.checks import Checker, Finding, Grade, Wish
from desktop.floorplans.checks.survey import Survey
from desktop.floorplans.edits import WallMove
from desktop.floorplans.geometry import Derived, derive
from desktop.floorplans.plan import (
    Furniture,
    Home,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Stair,
    Thing,
    Wall,
)
from desktop.refused import Refused
from tests.support import plans
from tests.support.checked import RULES, checked, complete_home, row, with_door, with_furniture

EVERY_WISH = frozenset(Wish)


def furnished() -> Plan:
    """A home with something wrong of most kinds."""
    plan = row(3_000, (3_500, RoomType.LIVING), (1_700, RoomType.BEDROOM), (2_000, RoomType.TOILET))
    plan = with_door(with_door(plan, 5, 1_000, 800), 1, 500, front=True)
    plan = with_furniture(plan, "table", 1_500, 1_400, 1_600, 900)
    return with_furniture(plan, "bed-single", 4_200, 1_500, 900, 2_000, 90)


PLANS: dict[str, Callable[[], Plan]] = {
    "complete": lambda: complete_home().levels[0],
    "furnished": furnished,
    "oracle": plans.labelled_home,
    "slanted": lambda: plans.with_label(plans.slanted(), 2_000, 1_000, RoomType.LIVING),
}
TURNS: dict[str, Callable[[Plan], Plan]] = {
    "moved": lambda plan: edits.move_plan(plan, 12_345, -678),
    "turned": edits.turn_plan,
    "turned twice": lambda plan: edits.turn_plan(edits.turn_plan(plan)),
    "mirrored": edits.mirror_plan,
    "mirrored and turned": lambda plan: edits.turn_plan(edits.mirror_plan(plan)),
}


@pytest.mark.parametrize("turned", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize("made", PLANS.values(), ids=PLANS)
def test_moving_turning_and_mirroring_changes_no_check(
    made: Callable[[], Plan], turned: Callable[[Plan], Plan]
) -> None:
    plan = made()

    assert outcome(checked(turned(plan), *Wish)) == outcome(checked(plan, *Wish))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_checking_on_finds_what_checking_anew_finds(data: st.DataObject) -> None:
    checker = Checker(RULES, EVERY_WISH)
    home = complete_home()
    derived: list[Derived] = []
    for _step in range(4):
        home = Home((edited(home.levels[0], data),))
        derived = [derive(home.levels[0], derived[0] if derived else None)]

        again = checker.check(home, derived)

        anew = Checker(RULES, EVERY_WISH).check(home, derived)
        assert again == anew


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 23), st.lists(st.integers(-2_900, 2_900), min_size=2, max_size=5))
def test_while_a_wall_is_dragged_is_found_what_checking_anew_finds(
    which: int, shifts: list[int]
) -> None:
    plan = plans.grid(3)
    move, checker = WallMove(plan, sorted(plan.walls)[which]), Checker(RULES, EVERY_WISH)
    derived: list[Derived] = []
    for shift in shifts:
        with suppress(Refused):
            moved = move.by(shift, shift)
            derived = [derive(moved, derived[0] if derived else None)]
            home = Home((moved,))

            again = checker.check(home, derived)

            assert again == Checker(RULES, EVERY_WISH).check(home, derived)


def test_rooms_of_which_a_wall_only_becomes_longer_are_not_looked_at_again() -> None:
    plan = plans.grid(3)
    middle = next(id for id, w in plan.walls.items() if w.ends == ((3_000, 3_000), (3_000, 6_000)))
    move, survey = WallMove(plan, middle), Survey(0)
    before = derive(move.by(200, 0))
    survey.update(before)

    _gone, views = survey.update(derive(move.by(300, 0), before))

    assert len(views) == 2
    assert all(middle in view.room.walls for view in views)


def edited(plan: Plan, data: st.DataObject) -> Plan:
    """The plan after one edit, or the same when that is refused."""
    step = st.integers(-400, 400)
    kind = data.draw(st.sampled_from(["wall", "slide", "flip", "remove", "furniture", "label"]))
    try:
        if kind == "wall":
            id = data.draw(st.sampled_from(sorted(plan.walls)))
            return edits.move_wall(plan, id, data.draw(step), data.draw(step))
        if kind == "remove":
            things = sorted({*plan.walls, *plan.openings, *plan.furniture})
            return edits.remove(plan, [data.draw(st.sampled_from(things))])
        if kind == "furniture" and plan.furniture:
            id = data.draw(st.sampled_from(sorted(plan.furniture)))
            return edits.move_things(plan, [id], 4 * data.draw(step), data.draw(step))
        if kind == "label":
            id = data.draw(st.sampled_from(sorted(plan.labels)))
            return edits.move_things(plan, [id], data.draw(step), data.draw(step))
        id = data.draw(st.sampled_from(sorted(plan.openings)))
        if kind == "flip":
            return edits.flip_door(plan, id)
        return edits.slide_opening(plan, id, plan.openings[id].at_mm + data.draw(step))
    except Refused:
        return plan


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_mend_makes_nothing_worse_and_leaves_the_building_alone(data: st.DataObject) -> None:
    plan = complete_home().levels[0]
    building = [1, 2, 3, 4, *(id for id, o in plan.openings.items() if o.wall <= 4)]
    plan = edits.lock(plan, building, True)
    for _step in range(4):
        plan = edited(plan, data)
    home = Home((plan,))
    mends = [finding.mend for finding in checked(home) if finding.mend is not None]
    if not mends:
        return
    mend = data.draw(st.sampled_from(mends))

    with suppress(Refused):
        mended = mend.apply(home)

        before, after = trouble(home), trouble(mended)
        assert after[mend.check] < before[mend.check]
        assert all(after[check] <= before[check] for check in after if check != mend.check)
        now = mended.levels[0]
        assert all(edits.find(now, id) == edits.find(plan, id) for id in building)


def trouble(home: Home) -> dict[str, tuple[int, int]]:
    """For each check how often something cannot be, and how often it is to think about."""
    grades: dict[str, list[Grade]] = {rule.id: [] for rule in RULES}
    for finding in checked(home):
        grades[finding.check].append(finding.grade)
    return {check: (of.count(Grade.FAIL), of.count(Grade.WARN)) for check, of in grades.items()}


COORDINATE = st.integers(0, 12).map(lambda step: step * 500)
POINT = st.builds(Point, COORDINATE, COORDINATE)
THING = st.one_of(
    st.builds(Wall, POINT, POINT, st.sampled_from([1, 100, 700])),
    st.builds(RoomLabel, POINT, st.sampled_from(RoomType)),
    st.builds(
        Furniture,
        st.sampled_from(["bed-double", "toilet", "table", "sofa", "unheard-of"]),
        POINT,
        st.integers(1, 9_000),
        st.integers(1, 9_000),
        st.integers(0, 359),
    ),
    st.builds(Stair, POINT, st.integers(0, 359), st.integers(1, 2_000), risers=st.integers(0, 20)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(THING, max_size=30), st.lists(st.integers(0, 3_000), max_size=8), st.data())
def test_no_drawing_makes_the_checks_stumble(
    things: list[Thing], places: list[int], data: st.DataObject
) -> None:
    plan = Plan()
    for thing in things:
        with suppress(Refused):
            plan, _id = edits.put(plan, thing)
    for at_mm in places if plan.walls else []:
        wall = data.draw(st.sampled_from(sorted(plan.walls)))
        with suppress(Refused):
            kind = data.draw(st.sampled_from(OpeningKind))
            plan, id = edits.add_opening(plan, wall, kind, at_mm)
            opening = replace(plan.openings[id], front=at_mm % 2 == 0)
            plan = edits.change(plan, id, opening)
    home = Home((plan, plan))

    for finding in checked(home, *Wish):
        assert wording.title(finding)
        assert wording.sentence(finding)


def test_storeys_that_go_are_not_told_of() -> None:
    checker = Checker(RULES)
    home = complete_home()
    one = [derive(home.levels[0])]
    two = Home((*home.levels, furnished()))

    checker.check(two, [*one, derive(two.levels[1])])

    assert outcome(checker.check(home, one)) == outcome(checked(home))


def test_the_worst_comes_first_and_what_is_good_is_told_once_for_each_check() -> None:
    findings = checked(furnished())

    grades = [finding.grade for finding in findings]
    assert grades == sorted(grades, key=list(Grade).index)
    good = [finding.check for finding in findings if finding.grade is Grade.GOOD]
    bad = {finding.check for finding in findings} - set(good)
    assert len(good) == len(set(good))
    assert not bad & set(good)


def test_with_a_complete_home_nothing_is_wrong() -> None:
    assert {finding.grade for finding in checked(complete_home())} == {Grade.GOOD}


def outcome(findings: tuple[Finding, ...]) -> Counter[tuple[str, Grade, str, tuple[object, ...]]]:
    """What is found, without where."""
    return Counter(
        (
            finding.check,
            finding.grade,
            finding.case,
            tuple(round(v, 3) for v in finding.numbers.values() if not isinstance(v, str)),
        )
        for finding in findings
    )
