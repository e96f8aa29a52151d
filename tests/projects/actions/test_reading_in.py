"""A project goes to a workbook and comes back the same; plans of planning programs come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.projects.actions.findings import note_finding, refer_finding
from desktop.projects.actions.inspections import start_inspection
from desktop.projects.actions.money import add_line, book_cost
from desktop.projects.actions.promises import (
    break_promise,
    hand_over_promise,
    keep_promise,
    make_promise,
)
from desktop.projects.actions.reading_plans import look_at_plan, take_in_plan
from desktop.projects.actions.reading_sheets import Brought, look_at, take_in
from desktop.projects.actions.tasks import add_task, bring_task, change_task
from desktop.projects.exchange.records import (
    BUDGET,
    COSTS,
    FINDINGS,
    PROMISES,
    ProjectSheets,
    read_project,
)
from desktop.projects.exchange.tasks import TASKS
from desktop.projects.exchange.writing import write_whole_project
from desktop.projects.model import Promise, Task
from desktop.projects.queries.phases import phases_of
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.plan_file import PlanCalendar, PlanFile, PlanTask
from desktop.projects.rules.schedule import Link, LinkKind
from desktop.projects.rules.tasks import TaskState
from desktop.projects.states import CostKind, FindingKind
from desktop.refused import Refused
from desktop.store import Actor, Store

MONDAY = date(2026, 9, 7)


def written(store: Store, project_id: int, path: Path) -> Path:
    with store.reading() as session:
        write_whole_project(session, path, project_id)
    return path


def count(store: Store, kind: type[Task] | type[Promise]) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.fixture
def filled(store: Store, who: Actor, renovation: int) -> int:
    """The renovation with a summary, money and promises."""
    whole = add_task(store, who, renovation, name="Alles bij elkaar")
    change_task(store, who, whole, days=3)
    inside = add_task(store, who, renovation, name="Deel", parent_id=whole, days=2)
    bring_task(store, who, inside, TaskState.UNDER_WAY)
    line = add_line(store, who, renovation, "Gevel", 100_000, None)
    for _twice in range(2):
        book_cost(store, who, line, CostKind.SPENT, 12_345, "Steiger")
    promise = make_promise(store, who, renovation, "Folder", "Onderhoud", date(2026, 12, 1))
    for_later = make_promise(store, who, renovation, "Schone trap", "Onderhoud", date(2026, 12, 9))
    hand_over_promise(store, who, for_later, "Wijkbeheer")
    keep_promise(store, who, promise, "In de bus")
    return renovation


def test_what_goes_out_comes_in_without_changes(
    store: Store, who: Actor, filled: int, tmp_path: Path
) -> None:
    sheets = read_project(written(store, filled, tmp_path / "project.xlsx"))
    brought = take_in(store, who, filled, sheets)
    assert {name: (one.new, one.changed) for name, one in brought.items()} == dict.fromkeys(
        brought, (0, 0)
    )
    assert brought["tasks"].same == count(store, Task)
    assert brought["costs"] == Brought(same=2)


def test_what_a_file_has_no_column_for_stays_and_an_empty_cell_empties(
    store: Store, who: Actor, filled: int, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    for owner in ("Onderhoud", "Wijkbeheer"):  # of two dwellings
        twin = make_promise(store, who, filled, "Sleutel brengen", owner, date(2026, 12, 9))
    break_promise(store, who, twin, "Sleutel weg", "Teleurgesteld")
    walk = start_inspection(store, who, filled, "Rondje Noord")
    finding = note_finding(store, who, walk, kind=FindingKind.LITTER, place="Plein", what="Zak")
    refer_finding(store, who, finding, "Gemeente", "Volgende week")
    with store.reading() as session:
        phase = phases_of(session, filled)[0].id
    add_line(store, who, filled, "Dak", 50_000, phase)
    path = written(store, filled, tmp_path / "project.xlsx")
    sheets = read_project(path)
    book = load_workbook(path)
    for kind in (TASKS, FINDINGS, PROMISES, BUDGET, COSTS):
        for place, column in enumerate(kind.columns, start=1):
            if not column.needed:
                book[kind.name].cell(1, place).value = f"Iets anders {place}"
    book.save(path)
    brought = take_in(store, who, filled, read_project(path))
    assert {name: (one.new, one.changed) for name, one in brought.items()} == dict.fromkeys(
        brought, (0, 0)
    )
    days = [cell.value for cell in book["Taken"][1]].index("Duur") + 1
    book["Taken"].cell(2, days).value = 44
    book.save(path)
    assert take_in(store, who, filled, read_project(path))["tasks"].changed == 1
    store.undo(who)
    assert read_project(written(store, filled, path)) == sheets
    emptied = [replace(row, handed_to="", reaction="") for row in sheets.promises or ()]
    brought = take_in(store, who, filled, ProjectSheets(promises=tuple(emptied)))
    assert brought["promises"] == Brought(changed=2, same=2)


def test_rows_with_the_same_name_are_each_another_one(
    store: Store, who: Actor, filled: int, tmp_path: Path
) -> None:
    for cents in (5_000, 7_500):  # unforeseen costs of two phases
        add_line(store, who, filled, "Onvoorzien", cents, None)
    for owner in ("Onderhoud", "Wijkbeheer"):  # of two dwellings
        make_promise(store, who, filled, "Sleutel brengen", owner, date(2026, 12, 9))
    path = written(store, filled, tmp_path / "project.xlsx")
    sheets = read_project(path)
    brought = take_in(store, who, filled, sheets)
    assert (brought["budget"], brought["promises"]) == (Brought(same=3), Brought(same=4))
    assert read_project(written(store, filled, path)) == sheets


def test_a_workbook_fills_another_project(
    store: Store, who: Actor, filled: int, tmp_path: Path
) -> None:
    from desktop.projects.actions.projects import start_project
    from desktop.projects.states import Participation, ProjectKind

    sheets = read_project(written(store, filled, tmp_path / "project.xlsx"))
    other = start_project(
        store, who, "B", ProjectKind.RENOVATION, Participation.INFORM, date(2026, 9, 1)
    )
    take_in(store, who, other, sheets)
    with store.reading() as session:
        first, second = plan_of(session, filled), plan_of(session, other)
    assert [(b.name, b.start, b.finish, b.depth) for b in second.bars] == [
        (b.name, b.start, b.finish, b.depth) for b in first.bars
    ]
    again = look_at(store, who, other, sheets)
    assert all((one.new, one.changed) == (0, 0) for one in again.values())


def test_looking_changes_nothing(store: Store, who: Actor, filled: int, tmp_path: Path) -> None:
    path = written(store, filled, tmp_path / "project.xlsx")
    sheets = read_project(path)
    store.undo(who)  # the promise is open again
    assert look_at(store, who, filled, sheets)["promises"] == Brought(changed=1, same=1)
    assert look_at(store, who, filled, sheets)["promises"] == Brought(changed=1, same=1)


def test_a_wrong_row_is_named_and_nothing_is_read_in(
    store: Store, who: Actor, filled: int, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    path = written(store, filled, tmp_path / "project.xlsx")
    book = load_workbook(path)
    sheet = book["Toezeggingen"]
    headings = [cell.value for cell in sheet[1]]
    sheet.append(["Iets nieuws" if h == "Wat" else None for h in headings])
    sheet.cell(sheet.max_row, headings.index("Gedaan op") + 1).value = date(2026, 11, 2)
    sheet.cell(sheet.max_row, headings.index("Klaar voor") + 1).value = date(2026, 11, 1)
    sheet.cell(sheet.max_row, headings.index("Wie") + 1).value = "Onderhoud"
    book.save(path)
    with pytest.raises(Refused, match="Rij 4"):
        take_in(store, who, filled, read_project(path))
    assert count(store, Promise) == 2


def plan_file(*links: Link, done: int = 0) -> PlanFile:
    tasks = (
        PlanTask("g", "Groep", 0),
        PlanTask("a", "A", 5, parent="g", done=done),
        PlanTask("b", "B", 3, parent="g"),
        PlanTask("m", "Klaar", 0, is_milestone=True),
    )
    return PlanFile("plan", MONDAY, PlanCalendar(), tasks, links)


LINKS = (Link("a", "b", LinkKind.FINISH_START, 1), Link("b", "m"))


def test_a_plan_takes_the_place_of_tasks_that_nobody_worked_on(
    store: Store, who: Actor, renovation: int
) -> None:
    with store.reading() as session:
        work = next(one for one in phases_of(session, renovation) if one.name == "Uitvoering")
    add_line(store, who, renovation, "Steigers", 100, work.id)
    assert look_at_plan(store, who, renovation, plan_file(*LINKS)).replaces
    brought = take_in_plan(store, who, renovation, plan_file(*LINKS))
    assert (brought.tasks, brought.remarks) == (4, ())
    with store.reading() as session:
        plan = plan_of(session, renovation)
        # The phase on which money was planned is still there.
        assert [one.name for one in phases_of(session, renovation)] == ["Uitvoering"]
    assert plan.begins == MONDAY
    assert [(b.name, b.start, b.finish) for b in plan.bars if b.depth] == [
        ("A", date(2026, 9, 7), date(2026, 9, 11)),
        ("B", date(2026, 9, 15), date(2026, 9, 17)),
    ]
    store.undo(who)
    with store.reading() as session:
        assert len(plan_of(session, renovation).bars) > 4


def test_a_plan_comes_behind_work_that_was_begun(store: Store, who: Actor, renovation: int) -> None:
    with store.reading() as session:
        first = session.scalars(select(Task.id).order_by(Task.id)).first()
    assert first is not None
    bring_task(store, who, first, TaskState.UNDER_WAY)
    before = count(store, Task)
    assert not take_in_plan(store, who, renovation, plan_file(*LINKS)).replaces
    assert count(store, Task) == before + 4


def test_days_that_are_other_ones_here_are_told(store: Store, who: Actor, renovation: int) -> None:
    seven = PlanFile(
        "plan",
        MONDAY,
        PlanCalendar(weekend=frozenset()),
        (PlanTask("a", "A", 7),),
        (),
    )
    remarks = take_in_plan(store, who, renovation, seven).remarks
    assert len(remarks) == 1
    assert "A" in remarks[0]
    assert "15 sep 2026" in remarks[0]


def test_a_task_that_may_not_be_done_before_a_day_stays_there(
    store: Store, who: Actor, renovation: int
) -> None:
    last = date(2026, 10, 2)
    held = PlanTask("a", "A", 5, finish_not_before=last, finish=last)
    plan = PlanFile("plan", MONDAY, PlanCalendar(), (held,), ())
    assert take_in_plan(store, who, renovation, plan).remarks == ()
    with store.reading() as session:
        [bar] = plan_of(session, renovation).bars
    assert (bar.start, bar.finish) == (date(2026, 9, 28), last)


def test_a_plan_that_waits_for_itself_is_refused(store: Store, who: Actor, renovation: int) -> None:
    with pytest.raises(Refused, match="A → B → A"):
        take_in_plan(store, who, renovation, plan_file(Link("a", "b"), Link("b", "a")))
