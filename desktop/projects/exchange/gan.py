"""Plans of GanttProject (.gan).

A task there stands where it was put, until a hard link moves it: so one without such a link begins
on the day that the file states. Durations and lags are working days of the plan's own calendar. A
link stands with the task that comes first.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from desktop.language import _
from desktop.projects.exchange.values import (
    at_least_none,
    day_of,
    percentage,
    unknown_link,
    whole,
)
from desktop.projects.rules.plan_file import WEEKEND, PlanCalendar, PlanDays, PlanFile, PlanTask
from desktop.projects.rules.schedule import Link, LinkKind
from desktop.refused import Refused

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS = {
    "1": LinkKind.START_START,
    "2": LinkKind.FINISH_START,
    "3": LinkKind.FINISH_FINISH,
    "4": LinkKind.START_FINISH,
}
SOFT = "Rubber"  # a link that only pushes: the task may come later than it asks
FREE, WORKED = "HOLIDAY", "WORKING_DAY"


def is_plan(root: Element) -> bool:
    return root.tag == "project" and root.find("tasks") is not None


def plan_of(root: Element, name: str) -> PlanFile:
    """The plan in a file; `name` is for a plan without one. Refused: what is no day or no whole
    number, a task without a number or below 0 days, and an unknown kind of link."""
    calendar = _calendar(root)
    owners = _owners(root)
    found = list(_tasks(root))
    groups = {task.parent for _element, task in found if task.parent is not None}
    links, held = [], set()
    for element, task in found:
        for depend in element.iterfind("depend"):
            link = _link(depend, task.id)
            links.append(link)
            if depend.get("hardness") != SOFT:
                held.add(link.after)
    begins = min((task.start for _element, task in found if task.start), default=None)
    days = PlanDays(begins or date.max, calendar)
    tasks = tuple(
        replace(_settled(task, days, groups, held), owner=owners.get(task.id, ""))
        for _element, task in found
    )
    return PlanFile(
        (root.get("name") or "").strip() or name,
        begins,
        calendar,
        tasks,
        tuple(links),
        tuple(_unknown_holidays(root)),
    )


# Tasks ---------------------------------------------------------------------------------------


def _tasks(root: Element) -> Iterator[tuple[Element, PlanTask]]:
    """Every task, those inside it behind it."""
    for tasks in root.iterfind("tasks"):
        empty_milestones = tasks.get("empty-milestones") == "true"
        waiting: list[tuple[Element, str | None]] = [
            (element, None) for element in reversed(tasks.findall("task"))
        ]
        while waiting:
            element, parent = waiting.pop()
            task = _task(element, parent, empty_milestones)
            yield element, task
            waiting += [(inside, task.id) for inside in reversed(element.findall("task"))]


def _task(element: Element, parent: str | None, empty_milestones: bool) -> PlanTask:
    id = (element.get("id") or "").strip()
    name = " ".join((element.get("name") or "").split()) or id
    if not id:
        sentence = _("Task “{task}” has no number. Nothing was read in.")
        raise Refused(sentence.format(task=name), "file")
    days = at_least_none(id, whole(id, element.get("duration") or ""))
    is_milestone = element.get("meeting") == "true"
    is_bound = element.get("thirdDate-constraint") == "1"
    return PlanTask(
        id,
        name,
        0 if is_milestone and empty_milestones else days,  # old plans give a milestone a day
        parent,
        is_milestone,
        day_of(id, element.get("start")),
        not_before=day_of(id, element.get("thirdDate")) if is_bound else None,
        done=percentage(element.get("complete")),
    )


def _settled(
    task: PlanTask, days: PlanDays, groups: Container[str], held: Container[str]
) -> PlanTask:
    """A group with the day on which it is done; any other task that no hard link moves with its
    start as a bound."""
    if task.start is None or (task.id in held and task.id not in groups):
        return task
    if task.id in groups:
        last = days.number(task.start) + max(task.days - 1, 0)
        return replace(task, finish=days.day(last))
    return replace(task, not_before=max(task.start, task.not_before or task.start))


def _owners(root: Element) -> dict[str, str]:
    """Who does each task, by name and nothing else: who is responsible, or else the first."""
    names = {
        resource.get("id"): " ".join((resource.get("name") or "").split())
        for resource in root.iterfind("resources/resource")
    }
    owners: dict[str, str] = {}
    given = root.findall("allocations/allocation")
    for allocation in sorted(given, key=lambda one: one.get("responsible") != "true"):
        if name := names.get(allocation.get("resource-id")):
            owners.setdefault(allocation.get("task-id") or "", name)
    return owners


def _link(depend: Element, before: str) -> Link:
    after = (depend.get("id") or "").strip()
    kind = KINDS.get(depend.get("type") or "2")
    if kind is None:
        raise unknown_link(before, after)
    return Link(before, after, kind, whole(after, depend.get("difference") or "0"))


# Calendar ------------------------------------------------------------------------------------


def _calendar(root: Element) -> PlanCalendar:
    weekend = WEEKEND
    for week in root.iterfind("calendars//default-week"):
        weekend = frozenset(n for n, day in enumerate(WEEKDAYS) if week.get(day) == "1")
    for shown in root.iterfind("calendars//only-show-weekends"):
        if shown.get("value") == "true":
            weekend = frozenset()  # weekends have another colour, but people work
    free, free_each_year, worked = set(), set(), set()
    for one in root.iterfind("calendars/date"):
        month_day = (one.get("month") or "").zfill(2), (one.get("date") or "").zfill(2)
        year = (one.get("year") or "").strip()
        # A day of every year has none; 2000 has a 29 February.
        day = day_of(_("calendar"), "-".join((year.zfill(4) if year else "2000", *month_day)))
        kind = one.get("type") or FREE
        if day is None:
            continue
        if kind == WORKED:
            worked.add(day)
        elif kind == FREE and year:
            free.add(day)
        elif kind == FREE:
            free_each_year.add((day.month, day.day))
    return PlanCalendar(weekend, frozenset(free), frozenset(free_each_year), frozenset(worked))


def _unknown_holidays(root: Element) -> Iterator[str]:
    """A list of holidays that GanttProject keeps itself is named in the file, but may not be in
    it."""
    for calendars in root.iterfind("calendars"):
        base = (calendars.get("base-id") or "").strip()
        if base and calendars.find("date") is None:
            yield _(
                "The file names the list of holidays “{name}”, but the days are not in it. They "
                "count as working days here."
            ).format(name=base)
