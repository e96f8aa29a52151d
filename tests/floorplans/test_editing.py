from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans import actions, edits, journal
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.editing import Editing
from desktop.floorplans.journal import SketchJournal
from desktop.floorplans.plan import Home, Plan, Point, RoomType
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.plans import second_oracle_plan

HOME = Home((second_oracle_plan(), Plan(name="Zolder")))


@pytest.fixture
def sketch(store: Store, who: Actor) -> int:
    return actions.begin_sketch(store, who, NewSketch("Sara", HOME))


def opened(store: Store, who: Actor, sketch: int) -> Editing:
    """The drawing as somebody who opens it has it in hand."""
    with store.reading() as session:
        found = journal.opened(session, sketch)
    return Editing(found.home, SketchJournal(store, who, sketch), found.cursor, found.steps)


@pytest.fixture
def editing(store: Store, who: Actor, sketch: int) -> Editing:
    return opened(store, who, sketch)


def wall_more(plan: Plan, n: int) -> Plan:
    return edits.add_wall(plan, Point(300, 300 + 100 * n), Point(900, 300 + 100 * n))[0]


def draw(editing: Editing, steps: int) -> list[Home]:
    homes = [editing.home]
    for n in range(steps):
        editing.commit(f"Stap {n + 1}", wall_more(editing.plan, n))
        homes.append(editing.home)
    return homes


def test_undo_all_the_way_gives_the_first_home_back(editing: Editing) -> None:
    homes = draw(editing, 6)
    for home in reversed(homes[:-1]):
        editing.undo()
        assert editing.home == home
    assert editing.undo_name is None
    editing.undo()
    assert editing.home == HOME


def test_redo_goes_the_same_way_back(editing: Editing) -> None:
    homes = draw(editing, 4)
    editing.go_to(0)
    for home in homes[1:]:
        editing.redo()
        assert editing.home == home
    assert editing.redo_name is None


def test_undo_says_what_it_undoes(editing: Editing) -> None:
    draw(editing, 2)
    assert (editing.undo_name, editing.redo_name) == ("Stap 2", None)
    editing.undo()
    assert (editing.undo_name, editing.redo_name) == ("Stap 1", "Stap 2")


def test_a_preview_is_shown_and_not_kept(
    editing: Editing, store: Store, who: Actor, sketch: int
) -> None:
    editing.preview(wall_more(editing.plan, 0))
    assert editing.home != HOME
    assert editing.kept == HOME
    assert opened(store, who, sketch).home == HOME
    editing.preview(None)
    assert editing.home == HOME


def test_an_edit_that_changes_nothing_is_no_step(editing: Editing) -> None:
    editing.commit("Niets", editing.plan)
    assert editing.steps == ()


def test_a_new_edit_takes_the_place_of_what_was_undone(editing: Editing) -> None:
    draw(editing, 3)
    editing.go_to(1)
    editing.commit("Anders", wall_more(editing.plan, 9))
    assert editing.steps == ("Stap 1", "Anders")
    assert editing.redo_name is None


def test_who_opens_the_drawing_later_undoes_on(
    editing: Editing, store: Store, who: Actor, sketch: int
) -> None:
    homes = draw(editing, 5)
    editing.undo()
    later = opened(store, who, sketch)
    assert later.home == homes[4]
    later.redo()
    assert later.home == homes[5]
    for home in reversed(homes[:-1]):
        later.undo()
        assert later.home == home


def test_when_it_cannot_be_written_the_drawing_stays_as_it_was(
    editing: Editing, store: Store, who: Actor, sketch: int
) -> None:
    other = opened(store, who, sketch)
    draw(other, 1)
    with pytest.raises(Refused):
        editing.commit("Te laat", wall_more(editing.plan, 5))
    assert editing.home == HOME
    assert editing.steps == ()


def test_an_edit_belongs_to_the_storey_on_view(editing: Editing) -> None:
    editing.show_level(1)
    editing.commit("Op zolder", wall_more(editing.plan, 0))
    assert editing.home.levels[0] == HOME.levels[0]
    assert len(editing.home.levels[1].walls) == 1
    assert editing.below == HOME.levels[0]


def test_a_storey_that_is_undone_is_no_longer_on_view(editing: Editing) -> None:
    editing.commit_home("Verdieping", replace(HOME, levels=(*HOME.levels, Plan(name="Vliering"))))
    editing.show_level(2)
    editing.undo()
    assert editing.level == 1


def test_what_follows_is_worked_out_for_what_is_shown(editing: Editing) -> None:
    assert len(editing.derived().rooms) == 5
    divided, _id = edits.add_wall(editing.plan, Point(0, 2_000), Point(5_200, 2_000))
    editing.preview(divided)
    assert len(editing.derived().rooms) == 6
    assert editing.derived() is editing.derived()
    assert len(editing.derived(1).rooms) == 0


def test_listeners_hear_of_everything_that_is_shown(editing: Editing) -> None:
    heard: list[int] = []
    editing.listeners.append(lambda: heard.append(len(editing.plan.walls)))
    editing.preview(wall_more(editing.plan, 0))
    editing.commit("Muur", wall_more(editing.kept_plan, 0))
    editing.undo()
    assert heard == [9, 9, 8]


def test_a_room_is_called_the_same_when_it_is_opened_again_after_a_wall_passed_its_label(
    editing: Editing, store: Store, who: Actor, sketch: int
) -> None:
    across = 6  # between two rooms on the right, at y = 2,900
    editing.commit("Kamer", edits.name_room(editing.plan, Point(7_000, 2_500), RoomType.BEDROOM))
    editing.commit("Muur", edits.move_wall(editing.plan, across, 0, -1_000))

    again = opened(store, who, sketch).derived()
    areas = {round(r.area_mm2 / 1e6, 2): r.type for r in again.rooms}
    assert areas[5.44] is RoomType.BEDROOM
    assert list(areas.values()).count(RoomType.BEDROOM) == 1
    editing.undo()
    editing.undo()
    assert editing.home == HOME
