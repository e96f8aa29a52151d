"""Plans as GanttProject and Microsoft Project write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

# Monday; Good Friday is 3 April 2026.
BEGINS = date(2026, 3, 2)
# Number, name, days, and what it waits for: the example of the notes on projects.
EXAMPLE = (
    ("1", "A", 5, ()), ("2", "B", 3, ("1",)), ("3", "C", 10, ("1",)), ("4", "D", 4, ("2",)),
    ("5", "E", 2, ("3", "4")), ("6", "F", 6, ("2",)),
)  # fmt: skip
# The days of the example from 2 March 2026 on, with an ordinary week.
EXAMPLE_DAYS = {
    "A": ("2026-03-02", "2026-03-06"), "B": ("2026-03-09", "2026-03-11"),
    "C": ("2026-03-09", "2026-03-20"), "D": ("2026-03-12", "2026-03-17"),
    "E": ("2026-03-23", "2026-03-24"), "F": ("2026-03-12", "2026-03-19"),
}  # fmt: skip

GAN = """<?xml version="1.0" encoding="UTF-8"?>
<project name="{name}" company="" webLink="" view-date="2026-03-02" view-index="0"
  gantt-divider-location="369" resource-divider-location="322" version="3.2.3200" locale="nl">
 <description/>
 <view zooming-state="default:7" id="gantt-chart"/>
 <!-- -->
 <calendars{base}>
  <day-types>
   <day-type id="0"/><day-type id="1"/>
   <default-week id="1" name="default" {week}/>
   <only-show-weekends value="{shown_only}"/>
   <overriden-day-types/><days/>
  </day-types>
  {dates}
 </calendars>
 <tasks empty-milestones="true">
  <taskproperties>
   <taskproperty id="tpd3" name="name" type="default" valuetype="text"/>
  </taskproperties>
  {tasks}
 </tasks>
 <resources>
  <resource id="1" name="Fatima  Yılmaz" function="Default:1" contacts="f@voorbeeld.nl" phone="1"/>
  <resource id="2" name="Joost Bakker" function="Default:0" contacts="" phone=""/>
 </resources>
 <allocations>
  <allocation task-id="1" resource-id="2" responsible="false" load="50.0"/>
  <allocation task-id="1" resource-id="1" responsible="true" load="100.0"/>
 </allocations>
 <vacations/><previous/><roles roleset-name="Default"/>
</project>
"""
GAN_WEEK = 'sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"'


def gan(
    tasks: str, week: str = GAN_WEEK, dates: str = "", shown_only: str = "false", base: str = ""
) -> str:
    return GAN.format(
        name="Zonneveld", tasks=tasks, week=week, dates=dates, shown_only=shown_only, base=base
    )


def gan_task(id: str, start: str, days: int, inside: str = "", more: str = "") -> str:
    return (
        f'<task id="{id}" name="Taak {id}" color="#8cb6ce" meeting="false" start="{start}" '
        f'duration="{days}" complete="0" expand="true" {more}>{inside}</task>'
    )


def gan_depend(after: str, kind: int = 2, lag: int = 0, hardness: str = "Strong") -> str:
    return f'<depend id="{after}" type="{kind}" difference="{lag}" hardness="{hardness}"/>'


def gan_example() -> str:
    tasks = []
    for id, name, days, _before in EXAMPLE:
        depends = "".join(gan_depend(other[0]) for other in EXAMPLE if id in other[3])
        task = gan_task(id, EXAMPLE_DAYS[name][0], days, depends)
        tasks.append(task.replace(f"Taak {id}", name))
    return gan("".join(tasks))


MSPDI = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
 <SaveVersion>14</SaveVersion><Name>zonneveld.xml</Name>{title}
 <ScheduleFromStart>{from_start}</ScheduleFromStart>
 <StartDate>2026-03-02T08:00:00</StartDate><FinishDate>2026-03-24T17:00:00</FinishDate>
 <CalendarUID>1</CalendarUID><DefaultStartTime>08:00:00</DefaultStartTime>
 <MinutesPerDay>{minutes}</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>
 <DaysPerMonth>20</DaysPerMonth>
 <Calendars>
  <Calendar><UID>1</UID><Name>Standaard</Name><IsBaseCalendar>1</IsBaseCalendar>
   <BaseCalendarUID>{base}</BaseCalendarUID><WeekDays>{week}</WeekDays>{exceptions}
  </Calendar>{calendars}
 </Calendars>
 <Tasks>
  <Task><UID>0</UID><ID>0</ID><Name>Zonneveld</Name><OutlineLevel>0</OutlineLevel>
   <Start>2026-03-02T08:00:00</Start><Finish>2026-03-24T17:00:00</Finish><Summary>1</Summary></Task>
  {tasks}
 </Tasks>
 <Resources>
  <Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>
  <Resource><UID>1</UID><ID>1</ID><Name>Fatima Yılmaz</Name><Type>1</Type></Resource>
 </Resources>
 <Assignments>
  <Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>0</ResourceUID></Assignment>
  <Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment>
 </Assignments>
</Project>
"""


def week_days(free: Iterable[int] = (1, 7)) -> str:
    """A week with Sunday as its first day, and eight hours on each that is not free."""
    times = (
        "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime>"
        "</WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime>"
        "</WorkingTime></WorkingTimes>"
    )
    return "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(day not in free)}</DayWorking>"
        f"{'' if day in free else times}</WeekDay>"
        for day in range(1, 8)
    )


def exception(first: str, last: str, works: int = 0, more: str = "<Type>1</Type>") -> str:
    return (
        f"<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>{first}"
        f"T00:00:00</FromDate><ToDate>{last}T23:59:00</ToDate></TimePeriod><Occurrences>1"
        f"</Occurrences><Name>Vrij</Name>{more}<DayWorking>{works}</DayWorking></Exception>"
    )


def mspdi(
    tasks: str,
    exceptions: str = "",
    week: str = "",
    minutes: int = 480,
    base: str = "-1",
    calendars: str = "",
    from_start: int = 1,
    title: str = "",
) -> str:
    return MSPDI.format(
        tasks=tasks, exceptions=f"<Exceptions>{exceptions}</Exceptions>" if exceptions else "",
        week=week or week_days(), minutes=minutes, base=base, calendars=calendars,
        from_start=from_start, title=title,
    )  # fmt: skip


def ms_task(
    id: str, duration: str, start: str = "", finish: str = "", more: str = "", level: int = 1
) -> str:
    stated = f"<Start>{start}T08:00:00</Start>" if start else ""
    stated += f"<Finish>{finish}T17:00:00</Finish>" if finish else ""
    return (
        f"<Task><UID>{id}</UID><ID>{id}</ID><Name>Taak {id}</Name><Active>1</Active>"
        f"<Manual>0</Manual><OutlineLevel>{level}</OutlineLevel>{stated}"
        f"<Duration>{duration}</Duration><DurationFormat>7</DurationFormat>{more}</Task>"
    )


def ms_link(before: str, kind: int = 1, lag: int = 0, format: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{before}</PredecessorUID><Type>{kind}</Type>"
        f"<CrossProject>0</CrossProject><LinkLag>{lag}</LinkLag><LagFormat>{format}</LagFormat>"
        "</PredecessorLink>"
    )


def ms_example() -> str:
    tasks = []
    for id, name, days, before in EXAMPLE:
        links = "".join(map(ms_link, before))
        task = ms_task(id, f"PT{8 * days}H0M0S", *EXAMPLE_DAYS[name], links)
        tasks.append(task.replace(f"Taak {id}", name))
    return mspdi("".join(tasks))


def written(folder: Path, content: str | bytes, name: str = "plan.gan") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
