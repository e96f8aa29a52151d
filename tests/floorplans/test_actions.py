from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from desktop.floorplans import actions, journal, queries
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.model import SketchDrawing, SketchRole, SketchStep
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.backup import back_up, forget_in_backups
from desktop.store.verify import verify
from tests.support.clock import Clock
from tests.support.plans import rectangle

HOME = Home((rectangle(4_000, 3_000, 100),))
EVENING = EveningFacts("Nieuwbouw Houbenstaete", "woning type B", date(2026, 12, 3))


def sketch(store: Store, who: Actor, title: str = "Sara en Ali", **more: object) -> int:
    return actions.begin_sketch(store, who, NewSketch(title, HOME, **more))  # type: ignore[arg-type]


def test_a_sketch_belongs_to_its_evening(any_store: Store, any_who: Actor) -> None:
    evening = actions.plan_evening(any_store, any_who, EVENING)
    sketch(any_store, any_who, evening_id=evening)
    with any_store.reading() as session:
        (line,) = queries.sketches(session, evening)
        assert line.title == "Sara en Ali"
        assert queries.evening(session, evening).sketches == 1
        assert queries.sketch(session, line.id).home == HOME


def test_a_sketch_needs_a_name(store: Store, who: Actor) -> None:
    with pytest.raises(Refused) as refusal:
        sketch(store, who, "  ")
    assert refusal.value.sentence == _(
        "What is your drawing called? A first name or house number is enough."
    )
    assert refusal.value.field == "title"


def test_an_evening_needs_the_name_of_its_project(store: Store, who: Actor) -> None:
    with pytest.raises(Refused) as refusal:
        actions.plan_evening(store, who, EveningFacts(" ", "", date(2026, 12, 3)))
    assert refusal.value.field == "project"


def test_nobody_begins_in_an_evening_that_is_closed(store: Store, who: Actor) -> None:
    evening = actions.plan_evening(store, who, EVENING)
    actions.close_evening(store, who, evening)
    with pytest.raises(Refused):
        sketch(store, who, evening_id=evening)
    actions.open_evening(store, who, evening)
    sketch(store, who, evening_id=evening)


def test_a_variant_is_a_copy_with_the_next_number(store: Store, who: Actor) -> None:
    first = sketch(store, who)
    second = actions.begin_variant(store, who, first)
    third = actions.begin_variant(store, who, second)
    with store.reading() as session:
        lines = {line.id: line for line in queries.sketches(session)}
        assert [lines[id].variant for id in (first, second, third)] == [1, 2, 3]
        assert {line.variants for line in lines.values()} == {3}
        assert queries.sketch(session, third).home == HOME


def test_a_shell_is_not_among_the_sketches(store: Store, who: Actor) -> None:
    sketch(store, who, "Type B", role=SketchRole.SHELL)
    with store.reading() as session:
        assert queries.sketches(session) == ()
        assert [s.title for s in queries.sketches(session, role=SketchRole.SHELL)] == ["Type B"]


def test_a_kept_version_stays_what_it_was(store: Store, who: Actor) -> None:
    id = sketch(store, who)
    assert actions.keep_version(store, who, id, "Voor het gesprek") == 1
    other = Home((rectangle(5_000, 3_000, 100),))
    journal.append(store, who, id, 0, "Groter", HOME, other)
    assert actions.keep_version(store, who, id, "Erna") == 2
    with store.reading() as session:
        assert [line.name for line in queries.versions(session, id)] == ["Erna", "Voor het gesprek"]
        assert queries.version_home(session, id, 1) == HOME
        assert queries.version_home(session, id, 2) == other


def test_what_is_removed_can_be_put_back(store: Store, who: Actor) -> None:
    evening = actions.plan_evening(store, who, EVENING)
    id = sketch(store, who, evening_id=evening)
    actions.remove_sketch(store, who, id)
    with store.reading() as session:
        assert queries.sketches(session) == ()
        assert [line.id for line in queries.removed(session, evening)] == [id]
    actions.put_back(store, who, id)
    with store.reading() as session:
        assert [line.id for line in queries.sketches(session)] == [id]
        assert queries.removed(session, evening) == ()


def test_after_a_month_nothing_is_left_of_what_was_removed(
    any_store: Store, any_who: Actor, clock: Clock
) -> None:
    store, who = any_store, any_who
    evening = actions.plan_evening(store, who, EVENING)
    id = sketch(store, who, evening_id=evening)
    other = sketch(store, who, "Buurvrouw", origin_id=id)
    journal.append(store, who, id, 0, "Groter", HOME, Home((rectangle(5_000, 3_000, 100),)))
    actions.keep_version(store, who, id, "Eerste")
    actions.remove_sketch(store, who, id)
    assert actions.wipe_removed(store, who) == 0
    clock.move_on(days=31)
    assert actions.wipe_removed(store, who) == 1
    with store.reading() as session:
        assert [line.id for line in queries.sketches(session)] == [other]
        assert queries.removed(session, evening) == ()
        assert session.scalar(select(func.count()).select_from(SketchStep)) == 0
        assert session.scalars(select(SketchDrawing.id)).all() == [other]
        assert verify(session).broken_at is None


def test_an_evening_that_was_a_mistake_goes_with_its_shells(
    any_store: Store, any_who: Actor
) -> None:
    evening = actions.plan_evening(any_store, any_who, EVENING)
    sketch(any_store, any_who, "Type B", role=SketchRole.SHELL, evening_id=evening)
    actions.remove_evening(any_store, any_who, evening)
    with any_store.reading() as session:
        assert queries.evenings(session) == ()
        assert queries.sketches(session, role=SketchRole.SHELL) == ()
        assert session.scalar(select(func.count()).select_from(SketchDrawing)) == 0


def test_an_evening_at_which_somebody_drew_stays(store: Store, who: Actor) -> None:
    evening = actions.plan_evening(store, who, EVENING)
    sketch(store, who, evening_id=evening)
    with pytest.raises(Refused):
        actions.remove_evening(store, who, evening)
    with store.reading() as session:
        assert [line.id for line in queries.evenings(session)] == [evening]


def test_of_a_home_only_the_newest_variant_counts(store: Store, who: Actor) -> None:
    first = sketch(store, who)
    newest = actions.begin_variant(store, who, actions.begin_variant(store, who, first))
    other = sketch(store, who, "Buurvrouw")
    with store.reading() as session:
        views = [queries.sketch(session, line.id) for line in queries.sketches(session)]
    assert [view.line.id for view in queries.one_a_home(views)] == [newest, other]


def test_a_wish_that_was_wiped_is_in_no_backup(store: Store, who: Actor, clock: Clock) -> None:
    wish = "Een kamer voor Fenneke"
    id = actions.begin_sketch(store, who, NewSketch("Fenneke", replace(HOME, wish=wish)))
    journal.append(store, who, id, 0, "Wens", HOME, replace(HOME, wish=wish + "!"))
    actions.keep_version(store, who, id, "Van Fenneke")
    actions.remove_sketch(store, who, id)
    assert store.path is not None
    made = back_up(store.path, None, clock(), "dag")
    assert b"Fenneke" in made.read_bytes()
    clock.move_on(days=31)
    actions.wipe_removed(store, who)
    forget_in_backups(store.path)
    assert b"Fenneke" not in made.read_bytes()
    assert b"Fenneke" not in store.path.read_bytes()


def test_a_picture_is_kept_once(store: Store, who: Actor) -> None:
    digest = actions.keep_picture(store, who, b"picture")
    assert actions.keep_picture(store, who, b"picture") == digest
    with store.reading() as session:
        assert queries.picture(session, digest) == b"picture"
        assert queries.picture(session, "0" * 64) is None
