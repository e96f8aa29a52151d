"""Plans of Microsoft Project: what is read of them, and the days that come of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.projects.exchange.plans import read_plan_file
from desktop.projects.rules.plan_file import LaidOut, laid_out
from tests.support.plan_files import (
    BEGINS,
    EXAMPLE_DAYS,
    exception,
    ms_example,
    ms_link,
    ms_task,
    mspdi,
    week_days,
    written,
)

DAY, TENTHS = "PT8H0M0S", 4800
FIVE = "PT40H0M0S"


def laid(folder: Path, content: str) -> LaidOut:
    return laid_out(read_plan_file(written(folder, content, "plan.xml")), BEGINS)


def days_of(plan: LaidOut) -> dict[str, tuple[str, str]]:
    return {
        one.planned.task.name: (one.start.isoformat(), one.finish.isoformat()) for one in plan.days
    }


def test_the_example_has_the_days_of_the_file_and_the_room_of_the_notes(tmp_path: Path):
    plan = laid(tmp_path, ms_example())
    assert days_of(plan) == EXAMPLE_DAYS
    assert {one.planned.task.name: one.planned.slack for one in plan.days} == {
        "A": 0, "B": 3, "C": 0, "D": 3, "E": 0, "F": 3,
    }  # fmt: skip
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("kind", "lag", "start"),
    [
        (3, 0, "2026-03-02"), (3, 2, "2026-03-04"), (3, -1, "2026-03-02"),
        (1, 0, "2026-03-09"), (1, 2, "2026-03-11"), (1, -2, "2026-03-05"),
        (0, 0, "2026-03-05"), (0, 2, "2026-03-09"), (0, -2, "2026-03-03"),
        (2, 3, "2026-03-03"), (2, 0, "2026-03-02"), (2, -3, "2026-03-02"),
    ],
)  # fmt: skip
def test_each_kind_of_link_with_its_lag(kind: int, lag: int, start: str, tmp_path: Path):
    link = ms_link("1", kind, lag * TENTHS)
    tasks = ms_task("1", FIVE, "2026-03-02", "2026-03-06") + ms_task(
        "2", "PT16H0M0S", start, more=link
    )
    plan = laid(tmp_path, mspdi(tasks))
    assert (days_of(plan)["Taak 2"][0], plan.remarks) == (start, ())


def test_tasks_inside_others_milestones_owner_and_what_is_done(tmp_path: Path):
    done = "<PercentComplete>40</PercentComplete><Summary>1</Summary>"
    milestone = ms_task("3", "PT0H0M0S", level=2, more="<Milestone>1</Milestone>" + ms_link("1"))
    # Project has a milestone on the evening on which what it waits for is done.
    stated = "<Start>2026-03-06T17:00:00</Start><Finish>2026-03-06T17:00:00</Finish>"
    tasks = (
        ms_task("9", FIVE, "2026-03-02", "2026-03-06", done)
        + ms_task("1", FIVE, "2026-03-02", "2026-03-06", level=2)
        + "<Task><UID>7</UID><ID>7</ID><IsNull>1</IsNull></Task>"
        + milestone.replace("<Duration>", stated + "<Duration>")
        + ms_task("4", DAY, "2026-03-09", "2026-03-09", ms_link("9"))
    )
    file = read_plan_file(written(tmp_path, mspdi(tasks, title="<Title>Noord</Title>"), "p.xml"))
    assert file.name == "Noord"
    assert [(task.id, task.parent) for task in file.tasks] == [
        ("9", None), ("1", "9"), ("3", "9"), ("4", None),
    ]  # fmt: skip
    assert (file.tasks[0].done, file.tasks[1].owner) == (40, "Fatima Yılmaz")
    assert [task.is_milestone for task in file.tasks] == [False, False, True, False]
    plan = laid_out(file, BEGINS)
    assert days_of(plan)["Taak 3"] == ("2026-03-06", "2026-03-06")
    assert days_of(plan)["Taak 9"] == ("2026-03-02", "2026-03-06")
    assert days_of(plan)["Taak 4"][0] == "2026-03-09"
    assert plan.remarks == ()


def test_a_day_is_as_long_as_the_file_says(tmp_path: Path):
    tasks = ms_task("1", "PT14H0M0S", "2026-03-02", "2026-03-03") + ms_task(
        "2", "PT7H0M0S", more=ms_link("1", lag=4200)
    )
    plan = laid(tmp_path, mspdi(tasks, week=week_days().replace("17:", "16:"), minutes=420))
    assert days_of(plan)["Taak 2"] == ("2026-03-05", "2026-03-05")
    assert plan.remarks == ()


def test_a_part_of_a_day_takes_the_day_and_is_said(tmp_path: Path):
    tasks = ms_task("1", "PT12H0M0S") + ms_task("2", DAY, more=ms_link("1", lag=TENTHS // 2))
    plan = laid(tmp_path, mspdi(tasks))
    assert days_of(plan) == {
        "Taak 1": ("2026-03-02", "2026-03-03"), "Taak 2": ("2026-03-05", "2026-03-05"),
    }  # fmt: skip
    assert plan.remarks == (
        "‘Taak 1’ duurt in het bestand 1,5 dagen. Hier tellen hele dagen: 2 werkdagen.",
        "‘Taak 2’ wacht in het bestand 0,5 dagen na ‘Taak 1’. Hier tellen hele dagen: 1 werkdag.",
    )


def test_a_lag_that_counts_days_off_becomes_working_days(tmp_path: Path):
    # Seven days of drying, from Friday evening on: the next task begins on Monday in a week.
    tasks = ms_task("1", FIVE, "2026-03-02", "2026-03-06") + ms_task(
        "2", DAY, "2026-03-16", "2026-03-16", ms_link("1", lag=7 * 14400, format=8)
    )
    plan = laid(tmp_path, mspdi(tasks))
    assert days_of(plan)["Taak 2"][0] == "2026-03-16"
    assert plan.remarks == (
        "‘Taak 2’ wacht in het bestand 7 dagen na ‘Taak 1’, vrije dagen meegeteld. Hier zijn dat "
        "5 werkdagen.",
    )


def test_a_task_that_goes_on_day_and_night_takes_the_working_days_in_it(tmp_path: Path):
    task = ms_task("1", "PT96H0M0S", "2026-03-05", "2026-03-08")
    elapsed = task.replace("<DurationFormat>7", "<DurationFormat>8")
    file = read_plan_file(written(tmp_path, mspdi(elapsed), "plan.xml"))
    assert (file.tasks[0].days, "4 dagen lang" in file.remarks[0]) == (2, True)


def test_a_lag_can_be_a_part_of_what_comes_before(tmp_path: Path):
    tasks = ms_task("1", FIVE) + ms_task("2", DAY, more=ms_link("1", lag=-40, format=19))
    assert days_of(laid(tmp_path, mspdi(tasks)))["Taak 2"][0] == "2026-03-05"


def test_days_off_come_from_the_calendar_and_from_the_one_below_it(tmp_path: Path):
    below = (
        "<Calendar><UID>2</UID><BaseCalendarUID>-1</BaseCalendarUID>"
        f"<WeekDays>{week_days((1, 4, 7))}</WeekDays>"  # no work on Wednesday
        f"<Exceptions>{exception('2026-03-03', '2026-03-03')}</Exceptions></Calendar>"
    )
    own = exception("2026-03-05", "2026-03-06") + exception("2026-03-07", "2026-03-07", works=1)
    saturday = "<WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>"
    tasks = ms_task("1", "PT24H0M0S")
    plan = laid(tmp_path, mspdi(tasks, own, saturday, base="2", calendars=below))
    # Monday, Saturday (worked), Monday
    assert days_of(plan)["Taak 1"] == ("2026-03-02", "2026-03-09")


@pytest.mark.parametrize(
    ("more", "finish"),
    [
        ("<Type>2</Type><Month>2</Month><MonthDay>4</MonthDay>", "2026-03-09"),
        ("<Type>6</Type><Period>2</Period><DaysOfWeek>32</DaysOfWeek>", "2026-03-09"),
        ("<Type>3</Type><Month>2</Month><MonthItem>3</MonthItem>", "2026-03-06"),
    ],
)
def test_days_off_that_come_back_are_followed_or_named(more: str, finish: str, tmp_path: Path):
    # On 4 March every year; on Friday every other week; on a first Sunday, which is not followed.
    plan = laid(tmp_path, mspdi(ms_task("1", FIVE), exception("2026-01-05", "2028-12-31", 0, more)))
    assert days_of(plan)["Taak 1"][1] == finish
    assert bool(plan.remarks) == ("<Type>3" in more)


def test_days_off_that_are_written_out_for_older_programs_count(tmp_path: Path):
    older = (
        "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>"
        "2026-03-04T00:00:00</FromDate><ToDate>2026-03-04T23:59:00</ToDate></TimePeriod></WeekDay>"
    )
    first_wednesday = (
        "<Type>5</Type><Period>1</Period><MonthItem>6</MonthItem><MonthPosition>0</MonthPosition>"
    )
    for exceptions in ("", exception("2026-01-01", "2026-12-31", more=first_wednesday)):
        plan = laid(tmp_path, mspdi(ms_task("1", FIVE), exceptions, week_days() + older))
        assert (days_of(plan)["Taak 1"][1], plan.remarks) == ("2026-03-09", ())


def test_days_on_which_people_work_shorter_are_said(tmp_path: Path):
    afternoon = "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>"
    week = "".join(week_days().rsplit(afternoon, 1))  # Friday has none
    assert "korter" in laid(tmp_path, mspdi(ms_task("1", FIVE), week=week)).remarks[0]


@pytest.mark.parametrize(
    ("kind", "start"),
    [(2, "2026-03-11"), (3, "2026-03-10"), (4, "2026-03-11"), (6, "2026-03-10")],
)
def test_bounds_on_a_start_or_finish_are_kept(kind: int, start: str, tmp_path: Path):
    bound = (
        f"<ConstraintType>{kind}</ConstraintType>"
        "<ConstraintDate>2026-03-11T17:00:00</ConstraintDate>"
    )
    plan = laid(tmp_path, mspdi(ms_task("1", "PT16H0M0S", start, more=bound)))
    assert (days_of(plan)["Taak 1"][0], plan.remarks) == (start, ())


@pytest.mark.parametrize(("kind", "words"), [(5, "uiterlijk 11 mrt 2026 beginnen"),
                                             (7, "uiterlijk 11 mrt 2026 klaar zijn")])  # fmt: skip
def test_bounds_that_a_plan_does_not_guard_are_named(kind: int, words: str, tmp_path: Path):
    bound = (
        f"<ConstraintType>{kind}</ConstraintType>"
        "<ConstraintDate>2026-03-11T17:00:00</ConstraintDate>"
    )
    assert words in laid(tmp_path, mspdi(ms_task("1", DAY, "2026-03-02", more=bound))).remarks[0]


@pytest.mark.parametrize(
    "more",
    [
        "<ConstraintType>1</ConstraintType>",
        "<LevelingDelay>48000</LevelingDelay>",
        "<ActualStart>2026-03-11T08:00:00</ActualStart>",
    ],
)
def test_what_was_put_on_a_day_stays_there(more: str, tmp_path: Path):
    plan = laid(tmp_path, mspdi(ms_task("1", DAY, "2026-03-11", "2026-03-11", more)))
    assert days_of(plan)["Taak 1"] == ("2026-03-11", "2026-03-11")


def test_a_plan_counted_from_its_finish_keeps_the_days_of_the_file(tmp_path: Path):
    tasks = ms_task("1", DAY, "2026-03-11", "2026-03-11")
    plan = laid(tmp_path, mspdi(tasks, from_start=0))
    assert days_of(plan)["Taak 1"][0] == "2026-03-11"
    assert "zo laat mogelijk" in plan.remarks[0]


def test_days_that_are_other_than_the_file_states_are_said_with_the_reason(tmp_path: Path):
    own = "<CalendarUID>3</CalendarUID>"
    by_hand = ms_task("4", DAY, "2026-03-03", "2026-03-03", ms_link("1"))
    tasks = (
        ms_task("1", FIVE, "2026-03-02", "2026-03-06")
        + ms_task("2", DAY, "2026-03-12", "2026-03-12", ms_link("1"))
        + ms_task("3", "PT16H0M0S", "2026-03-09", "2026-03-12", ms_link("1") + own)
        + by_hand.replace("<Manual>0", "<Manual>1")
    )
    assert laid(tmp_path, mspdi(tasks)).remarks == (
        "‘Taak 2’ begint in het bestand op 12 mrt 2026; hier op 9 mrt 2026: in het bestand staat "
        "niets waardoor de taak zo lang wacht.",
        "‘Taak 3’ is in het bestand klaar op 12 mrt 2026; hier op 10 mrt 2026: de taak heeft in "
        "het bestand een eigen kalender.",
        "‘Taak 4’ begint in het bestand op 3 mrt 2026; hier op 9 mrt 2026: de taak is in het "
        "bestand met de hand gepland.",
    )


def test_what_is_not_active_or_in_another_file_is_left_out_and_named(tmp_path: Path):
    tasks = (
        ms_task("1", FIVE).replace("<Active>1", "<Active>0")
        + ms_task("2", DAY, more=ms_link("1"))
        + ms_task("3", DAY, more=ms_link("99").replace("<CrossProject>0", "<CrossProject>1"))
    )
    file = read_plan_file(written(tmp_path, mspdi(tasks), "plan.xml"))
    assert ([task.id for task in file.tasks], file.links) == (["2", "3"], ())
    assert [remark.split("’")[0] for remark in file.remarks] == ["‘Taak 1", "‘Taak 3"]


def test_a_plan_without_a_single_date_is_counted_from_the_day_that_is_asked(tmp_path: Path):
    dateless = mspdi(
        ms_task("1", FIVE) + ms_task("2", DAY, more=ms_link("1", lag=100800, format=8))
    )
    content = dateless.replace("<StartDate>2026-03-02T08:00:00</StartDate>", "")
    file = read_plan_file(written(tmp_path, content, "plan.xml"))
    assert file.begins is None
    assert days_of(laid_out(file, BEGINS))["Taak 2"][0] == "2026-03-16"
