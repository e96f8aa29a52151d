"""The phases of a project as people arrange them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop.projects.actions.money import add_line, remove_line
from desktop.projects.actions.phases import WishedPhase, arrange_phases
from desktop.projects.actions.tasks import change_task
from desktop.projects.model import Task
from desktop.projects.queries.money import money_of
from desktop.projects.queries.phases import PhaseLine, phases_of
from desktop.projects.queries.plan import plan_of
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store

NAMES = ["Voorbereiding", "Met bewoners", "Uitvoering", "Nazorg"]


def phases(store: Store, project: int) -> list[PhaseLine]:
    with store.reading() as session:
        return phases_of(session, project)


def names(store: Store, project: int) -> list[str]:
    return [line.name for line in phases(store, project)]


def as_is(line: PhaseLine, name: str = "") -> WishedPhase:
    return WishedPhase(name or line.name, line.id, line.version)


def test_phases_get_another_order_and_name_in_one_step_that_can_be_undone(
    store: Store, who: Actor, renovation: int
) -> None:
    first, second, third, last = phases(store, renovation)
    line = add_line(store, who, renovation, "Steigers", 100, third.id)
    wished = [as_is(second), as_is(first), WishedPhase("Proef"), as_is(third, "Het werk")]
    arrange_phases(store, who, renovation, [*wished, as_is(last)])
    assert names(store, renovation) == [
        "Met bewoners", "Voorbereiding", "Proef", "Het werk", "Nazorg",
    ]  # fmt: skip
    with store.reading() as session:
        [money] = money_of(session, renovation).lines
        bars = plan_of(session, renovation).bars
    # What is of a phase goes along: the money under its new name, the tasks to its new place.
    assert (money.id, money.phase) == (line, "Het werk")
    assert bars[0].phase == "Met bewoners"
    store.undo(who)
    assert names(store, renovation) == NAMES
    store.redo(who)
    assert names(store, renovation)[2] == "Proef"


def test_a_phase_goes_when_nothing_is_in_it_any_more(
    store: Store, who: Actor, renovation: int
) -> None:
    *others, last = phases(store, renovation)
    line = add_line(store, who, renovation, "Nazorg", 100, last.id)

    def without_last() -> None:
        arrange_phases(store, who, renovation, [as_is(one) for one in others], [last.id])

    with pytest.raises(Refused, match="In “Nazorg” zit nog: 2 taken en 1 begrotingspost"):
        without_last()
    with store.reading() as session:
        tasks = session.scalars(select(Task.id).where(Task.phase_id == last.id)).all()
    for task in tasks:
        change_task(store, who, task, phase_id=None)
    with pytest.raises(Refused, match="zit nog: 1 begrotingspost"):
        without_last()
    remove_line(store, who, line)
    without_last()
    assert names(store, renovation) == NAMES[:-1]
    store.undo(who)
    assert names(store, renovation) == NAMES


def test_a_phase_needs_a_name_of_its_own(store: Store, who: Actor, renovation: int) -> None:
    there = [as_is(line) for line in phases(store, renovation)]
    for name in ("", "uitvoering"):
        with pytest.raises(Refused) as refused:
            arrange_phases(store, who, renovation, [*there, WishedPhase(name)])
        assert refused.value.field == "phase-4"
    assert names(store, renovation) == NAMES


def test_what_a_colleague_did_meanwhile_is_not_lost(
    store: Store, who: Actor, renovation: int
) -> None:
    seen = phases(store, renovation)
    renamed = [as_is(seen[0], "Start"), *(as_is(line) for line in seen[1:])]
    arrange_phases(store, who, renovation, [*renamed, WishedPhase("Garantie")])
    with pytest.raises(Conflict):
        arrange_phases(store, who, renovation, [as_is(seen[0], "Begin"), *renamed[1:]])
    arrange_phases(store, who, renovation, [as_is(line) for line in reversed(seen[1:])])
    assert names(store, renovation) == ["Nazorg", "Uitvoering", "Met bewoners", "Start", "Garantie"]
