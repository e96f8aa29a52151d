"""Working days of the Netherlands: no weekend, no holiday, and 5 May as a project chooses."""

from __future__ import annotations

from datetime import date

from desktop.projects.rules.schedule import Link, Task, schedule
from desktop.projects.rules.working_days import WorkingDays, dated


def days_of(tasks: list[Task], links: list[Link], begins: date, free: bool = True) -> list[date]:
    return [
        day
        for one in dated(schedule(tasks, links), begins, free)
        for day in (one.start, one.finish)
    ]


def test_a_week_of_work_skips_the_weekend():
    assert days_of([Task("1", "Slopen", 6)], [], date(2026, 11, 23)) == [
        date(2026, 11, 23), date(2026, 11, 30),
    ]  # fmt: skip


def test_a_project_begins_on_its_first_working_day():
    assert days_of([Task("1", "Slopen", 1)], [], date(2026, 11, 21))[0] == date(2026, 11, 23)


def test_5_may_is_free_or_not_as_the_project_chooses():
    task = [Task("1", "Slopen", 2)]
    assert days_of(task, [], date(2026, 5, 4))[1] == date(2026, 5, 6)
    assert days_of(task, [], date(2026, 5, 4), free=False)[1] == date(2026, 5, 5)


def test_a_milestone_is_on_the_day_on_which_what_it_waits_for_is_done():
    tasks = [Task("1", "Slopen", 3), Task("2", "Klaar", 0)]
    assert days_of(tasks, [Link("1", "2")], date(2026, 11, 23))[2:] == [date(2026, 11, 25)] * 2


def test_working_days_have_a_number_and_come_back_from_it():
    days = WorkingDays(date(2026, 12, 23))
    assert [days.day(n) for n in range(4)] == [
        date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 29),
    ]  # fmt: skip
    assert days.number(date(2026, 12, 25)) == 2  # Christmas: the next one counts
    assert days.number(date(2026, 1, 1)) == 0
