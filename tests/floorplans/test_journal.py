from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select, text, update

from desktop.floorplans import actions, edits, journal
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.codec import difference
from desktop.floorplans.model import SketchDrawing, SketchStep
from desktop.floorplans.plan import Home, Point
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.plans import rectangle

HOME = Home((rectangle(4_000, 3_000, 100),))


@pytest.fixture
def sketch(any_store: Store, any_who: Actor) -> int:
    return actions.begin_sketch(any_store, any_who, NewSketch("Sara", HOME))


def wider(home: Home, by_mm: int) -> Home:
    """The home with its right wall further to the right."""
    plan = home.levels[0]
    right = next(id for id, wall in plan.walls.items() if wall.start.x == wall.end.x > 0)
    return replace(home, levels=(edits.move_wall(plan, right, by_mm, 0),))


def draw(store: Store, who: Actor, sketch: int, steps: int) -> list[Home]:
    """The home before, and after each of so many steps."""
    homes = [HOME]
    for number in range(steps):
        homes.append(wider(homes[-1], 10))
        journal.append(store, who, sketch, number, f"Stap {number + 1}", *homes[-2:])
    return homes


def test_a_sketch_opens_where_it_was_left(any_store: Store, any_who: Actor, sketch: int) -> None:
    homes = draw(any_store, any_who, sketch, 5)
    with any_store.reading() as session:
        opened = journal.opened(session, sketch)
    assert opened.home == homes[5]
    assert opened.cursor == 5
    assert opened.steps == tuple(f"Stap {n}" for n in range(1, 6))


def test_opening_reads_a_snapshot_and_the_steps_after_it(store: Store, who: Actor) -> None:
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", HOME))
    homes = draw(store, who, sketch, journal.STEPS_A_SNAPSHOT + 3)
    with store.reading() as session:
        drawing = session.get_one(SketchDrawing, sketch)
        assert drawing.at_step == journal.STEPS_A_SNAPSHOT
        assert journal.opened(session, sketch).home == homes[-1]


def test_undone_steps_stay_undone_after_opening(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    homes = draw(any_store, any_who, sketch, 5)
    journal.move(any_store, any_who, sketch, 5, 2)
    with any_store.reading() as session:
        opened = journal.opened(session, sketch)
        assert opened.home == homes[2]
        assert len(opened.steps) == 5
        assert journal.home_at(session, sketch, opened.home, 2, 5) == homes[5]
        assert journal.home_at(session, sketch, opened.home, 2, 0) == homes[0]


def test_going_back_before_the_snapshot_finds_every_home(store: Store, who: Actor) -> None:
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", HOME))
    homes = draw(store, who, sketch, journal.STEPS_A_SNAPSHOT + 2)
    journal.move(store, who, sketch, journal.STEPS_A_SNAPSHOT + 2, 7)
    with store.reading() as session:
        assert journal.opened(session, sketch).home == homes[7]


def test_a_new_step_takes_the_place_of_what_was_undone(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    homes = draw(any_store, any_who, sketch, 5)
    journal.move(any_store, any_who, sketch, 5, 2)
    other = wider(homes[2], 500)
    journal.append(any_store, any_who, sketch, 2, "Anders", homes[2], other)
    with any_store.reading() as session:
        opened = journal.opened(session, sketch)
    assert opened.steps == ("Stap 1", "Stap 2", "Anders")
    assert opened.home == other


def test_drawing_on_from_before_a_snapshot_keeps_what_is_on_view(store: Store, who: Actor) -> None:
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", HOME))
    last = journal.STEPS_A_SNAPSHOT
    homes = draw(store, who, sketch, last)
    journal.move(store, who, sketch, last, last - 5)
    other = wider(homes[last - 5], 500)
    journal.append(store, who, sketch, last - 5, "Anders", homes[last - 5], other)
    with store.reading() as session:
        opened = journal.opened(session, sketch)
        assert opened.home == other
        assert journal.home_at(session, sketch, other, last - 4, 0) == HOME


def test_undoing_a_wall_leaves_the_words_of_the_wish(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    homes = draw(any_store, any_who, sketch, 3)
    journal.write_wish(any_store, any_who, sketch, "Licht in de ochtend")
    journal.move(any_store, any_who, sketch, 3, 1)
    with any_store.reading() as session:
        opened = journal.opened(session, sketch)
    assert opened.home == replace(homes[1], wish="Licht in de ochtend")
    assert opened.steps == ("Stap 1", "Stap 2", "Stap 3")


def test_drawing_on_after_the_wish_keeps_the_words(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    homes = draw(any_store, any_who, sketch, 3)
    journal.write_wish(any_store, any_who, sketch, "Licht in de ochtend")
    journal.move(any_store, any_who, sketch, 3, 1)
    other = wider(homes[1], 500)
    journal.append(any_store, any_who, sketch, 1, "Anders", homes[1], other)
    with any_store.reading() as session:
        assert journal.opened(session, sketch).home == replace(other, wish="Licht in de ochtend")


def test_a_snapshot_keeps_the_wish_that_another_window_does_not_know(
    store: Store, who: Actor
) -> None:
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", HOME))
    journal.write_wish(store, who, sketch, "Licht in de ochtend")
    homes = draw(store, who, sketch, journal.STEPS_A_SNAPSHOT)
    with store.reading() as session:
        kept = journal.opened(session, sketch).home
    assert kept == replace(homes[-1], wish="Licht in de ochtend")


def test_the_words_of_a_wish_go_past_the_trail(store: Store, who: Actor) -> None:
    sketch = actions.begin_sketch(store, who, NewSketch("Sara", HOME))
    with store.reading() as session:
        before = session.scalar(text("select count(*) from audit_entry"))
    journal.write_wish(store, who, sketch, "Licht in de ochtend")
    with store.reading() as session:
        assert session.scalar(text("select count(*) from audit_entry")) == before


def test_a_second_window_on_the_same_sketch_is_told(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    homes = draw(any_store, any_who, sketch, 1)
    with pytest.raises(Refused):
        journal.append(any_store, any_who, sketch, 0, "Ook", HOME, wider(HOME, 700))
    with any_store.reading() as session:
        assert journal.opened(session, sketch).home == homes[1]


def test_a_step_is_a_few_hundred_bytes_in_a_home_of_any_size() -> None:
    plan = rectangle(40_000, 30_000, 300)
    for x in range(1_000, 39_000, 1_000):
        plan, _id = edits.add_wall(plan, Point(x, 5_000), Point(x, 9_000))
    home = Home((plan,))
    moved = replace(home, levels=(edits.move_wall(plan, 20, 50, 0),))
    assert len(json.dumps(difference(home, moved))) < 300


def test_a_journal_that_cannot_be_read_is_refused_and_kept(
    any_store: Store, any_who: Actor, sketch: int
) -> None:
    draw(any_store, any_who, sketch, 2)
    with any_store.engine.begin() as connection:
        connection.execute(
            update(SketchStep)
            .where(SketchStep.number == 2)
            .values(forward={"changed": {"0": {"walls": {"1": {"start": [0]}}}}})
        )
    with any_store.reading() as session:
        with pytest.raises(Refused):
            journal.opened(session, sketch)
        assert len(session.scalars(select(SketchStep)).all()) == 2
