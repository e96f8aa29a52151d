"""What is said of a home as a whole waits until it can be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.floorplans import edits
from desktop.floorplans.checks import Finding, check_home, rules_on
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.plan import Home, Plan, Point, RoomType
from tests.support.plans import labelled_home


def found(plan: Plan) -> dict[str, Finding]:
    home = Home((plan,))
    return {f.check: f for f in check_home(home, derive_home(home), rules_on(date(2026, 11, 25)))}


def living_room_as(type: RoomType | None) -> Plan:
    """The labelled home, whose living room is called something else, or nothing."""
    plan = labelled_home()
    (id,) = [id for id, label in plan.labels.items() if label.type is RoomType.LIVING]
    if type is None:
        return edits.remove(plan, [id])
    return edits.change(plan, id, replace(plan.labels[id], type=type))


def test_too_little_space_to_live_in_is_said_when_every_room_has_a_name() -> None:
    assert found(living_room_as(RoomType.STORAGE))["living-space"].case == "share"


def test_a_room_without_a_name_may_still_become_one_to_live_in() -> None:
    assert "living-space" not in found(living_room_as(None))


def test_a_washing_machine_is_put_where_the_sentence_says() -> None:
    plan = edits.name_room(living_room_as(RoomType.STORAGE), Point(100, 100), RoomType.STORAGE)
    mend = found(plan)["washing-machine"].mend
    assert mend is not None
    mended = mend.apply(Home((plan,)))
    (machine,) = mended.levels[0].furniture.values()
    room = derive_home(mended)[0].room_at(*machine.at)
    assert room is not None
    assert room.type is RoomType.STORAGE


def test_without_a_bathroom_or_a_storage_room_it_is_put_nowhere() -> None:
    assert found(labelled_home())["washing-machine"].mend is None
