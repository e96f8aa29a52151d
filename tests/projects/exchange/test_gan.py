"""Plans of GanttProject: what is read of them, and the days that come of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.projects.exchange.plans import read_plan_file
from desktop.projects.rules.plan_file import LaidOut, laid_out
from tests.support.plan_files import (
    BEGINS,
    EXAMPLE_DAYS,
    gan,
    gan_depend,
    gan_example,
    gan_task,
    written,
)


def laid(folder: Path, content: str) -> LaidOut:
    plan = read_plan_file(written(folder, content))
    assert plan.begins is not None
    return laid_out(plan, plan.begins)


def days_of(plan: LaidOut) -> dict[str, tuple[str, str]]:
    return {
        one.planned.task.name: (one.start.isoformat(), one.finish.isoformat()) for one in plan.days
    }


def test_the_example_has_the_days_of_the_file_and_the_room_of_the_notes(tmp_path: Path):
    plan = laid(tmp_path, gan_example())
    assert days_of(plan) == EXAMPLE_DAYS
    assert {one.planned.task.name: one.planned.slack for one in plan.days} == {
        "A": 0, "B": 3, "C": 0, "D": 3, "E": 0, "F": 3,
    }  # fmt: skip
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [
        (1, 0, "2026-03-02"), (1, 2, "2026-03-04"), (1, -1, "2026-03-02"),
        (2, 0, "2026-03-09"), (2, 2, "2026-03-11"), (2, -2, "2026-03-05"),
        (3, 0, "2026-03-05"), (3, 2, "2026-03-09"), (3, -2, "2026-03-03"),
        (4, 3, "2026-03-03"), (4, 0, "2026-03-02"), (4, -3, "2026-03-02"),
    ],
)  # fmt: skip
def test_each_kind_of_link_with_its_lag(kind: int, lag: int, start: str, tmp_path: Path):
    # Taak 1: Monday to Friday; taak 2 takes two days and has no day before the start of the plan.
    tasks = gan_task("1", "2026-03-02", 5, gan_depend("2", kind, lag)) + gan_task("2", start, 2)
    plan = laid(tmp_path, gan(tasks))
    assert days_of(plan)["Taak 2"][0] == start
    assert plan.remarks == ()


def test_tasks_inside_others_milestones_owner_and_what_is_done(tmp_path: Path):
    milestone = (
        '<task id="3" name="Klaar" meeting="true" start="2026-03-09" duration="0" complete="0"/>'
    )
    inside = gan_task("1", "2026-03-02", 5, gan_depend("3")) + milestone
    tasks = gan_task("9", "2026-03-02", 5, inside, 'webLink="x"').replace(
        'complete="0"', 'complete="40"', 1
    )
    file = read_plan_file(written(tmp_path, gan(tasks)))
    assert file.name == "Zonneveld"
    assert [(task.id, task.parent, task.days) for task in file.tasks] == [
        ("9", None, 5), ("1", "9", 5), ("3", "9", 0),
    ]  # fmt: skip
    assert [task.is_milestone for task in file.tasks] == [False, False, True]
    assert (file.tasks[0].done, file.tasks[1].owner) == (40, "Fatima Yılmaz")
    plan = laid_out(file, BEGINS)
    # GanttProject shows a milestone on the morning after what it waits for.
    assert days_of(plan)["Klaar"] == ("2026-03-09", "2026-03-09")
    assert days_of(plan)["Taak 9"] == ("2026-03-02", "2026-03-06")
    assert plan.remarks == ()


def test_its_own_week_and_holidays_count_and_those_of_the_law_do_not(tmp_path: Path):
    dates = (
        '<date year="2026" month="3" date="4" type="HOLIDAY"><![CDATA[Inspectie]]></date>'
        '<date year="" month="3" date="5" type="HOLIDAY"/>'
        '<date year="2026" month="3" date="6" type="WORKING_DAY"/>'
    )
    # Free: Friday and Sunday; Saturday is worked.
    week = 'sun="1" mon="0" tue="0" wed="0" thu="0" fri="1" sat="0"'
    plan = laid(tmp_path, gan(gan_task("1", "2026-03-02", 5), week, dates))
    assert days_of(plan)["Taak 1"] == ("2026-03-02", "2026-03-09")  # ma, di, vr, za, ma
    good_friday = laid(tmp_path, gan(gan_task("1", "2026-04-03", 1)))
    assert days_of(good_friday)["Taak 1"] == ("2026-04-03", "2026-04-03")


def test_weekends_that_are_only_shown_are_worked(tmp_path: Path):
    plan = laid(tmp_path, gan(gan_task("1", "2026-03-06", 4), shown_only="true"))
    assert days_of(plan)["Taak 1"] == ("2026-03-06", "2026-03-09")


def test_a_task_without_a_hard_link_stays_where_it_was_put(tmp_path: Path):
    tasks = (
        gan_task("1", "2026-03-02", 2, gan_depend("3", hardness="Rubber"))
        + gan_task("2", "2026-03-11", 1)
        + gan_task("3", "2026-03-16", 1)
    )
    plan = laid(tmp_path, gan(tasks))
    assert [start for start, _finish in days_of(plan).values()] == [
        "2026-03-02", "2026-03-11", "2026-03-16",
    ]  # fmt: skip


def test_an_earliest_start_is_kept_and_one_that_is_switched_off_is_not(tmp_path: Path):
    bound = 'thirdDate="2026-03-10" thirdDate-constraint="{}"'
    for switch, start in ((1, "2026-03-10"), (0, "2026-03-04")):
        tasks = gan_task("1", "2026-03-02", 2, gan_depend("2")) + gan_task(
            "2", start, 1, more=bound.format(switch)
        )
        plan = laid(tmp_path, gan(tasks))
        assert (days_of(plan)["Taak 2"][0], plan.remarks) == (start, ())


def test_days_that_are_other_than_the_file_states_are_said_with_the_reason(tmp_path: Path):
    tasks = (
        gan_task("1", "2026-03-02", 5, gan_depend("2") + gan_depend("3"))
        + gan_task("2", "2026-03-04", 2)
        + gan_task("3", "2026-03-12", 1)
        + gan_task("4", "2026-03-07", 1)
    )
    assert laid(tmp_path, gan(tasks)).remarks == (
        "‘Taak 2’ begint in het bestand op 4 mrt 2026; hier op 9 mrt 2026: de taak wacht op "
        "‘Taak 1’.",
        "‘Taak 3’ begint in het bestand op 12 mrt 2026; hier op 9 mrt 2026: in het bestand staat "
        "niets waardoor de taak zo lang wacht.",
        "‘Taak 4’ begint in het bestand op 7 mrt 2026; hier op 9 mrt 2026: op die dag werkt "
        "niemand in deze planning.",
    )


def test_on_another_first_day_the_plan_moves_with_its_own_week(tmp_path: Path):
    file = read_plan_file(written(tmp_path, gan_example()))
    plan = laid_out(file, date(2026, 6, 1))
    assert days_of(plan)["E"] == ("2026-06-22", "2026-06-23")
    assert plan.remarks == ()


def test_a_list_of_holidays_that_is_not_in_the_file_is_named(tmp_path: Path):
    plan = laid(tmp_path, gan(gan_task("1", "2026-03-02", 1), base=' base-id="Nederland.calendar"'))
    assert "Nederland.calendar" in plan.remarks[0]


def test_a_link_to_the_finish_of_a_group_is_left_out_and_named(tmp_path: Path):
    tasks = gan_task("1", "2026-03-02", 5, gan_depend("9", 3)) + gan_task(
        "9", "2026-03-02", 2, gan_task("2", "2026-03-02", 2)
    )
    file = read_plan_file(written(tmp_path, gan(tasks)))
    assert file.links == ()
    assert "het einde van ‘Taak 9’ op ‘Taak 1’" in file.remarks[0]


def test_a_group_that_waits_pushes_what_is_inside(tmp_path: Path):
    tasks = gan_task("1", "2026-03-02", 5, gan_depend("9")) + gan_task(
        "9", "2026-03-09", 2, gan_task("2", "2026-03-09", 2)
    )
    moved = tasks.replace('duration="5"', 'duration="7"')
    assert days_of(laid(tmp_path, gan(tasks)))["Taak 2"][0] == "2026-03-09"
    assert days_of(laid(tmp_path, gan(moved)))["Taak 9"] == ("2026-03-11", "2026-03-12")
