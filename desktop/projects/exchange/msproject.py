"""Plans of Microsoft Project, saved as XML (MSPDI).

Durations are working minutes there, lags tenths of them, and a day has as many as the file says. A
task without a bound begins as soon as what it waits for allows; a link stands with the task that
waits. Source: Microsoft, "Project XML Data Interchange Schema".
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from xml.etree.ElementTree import Element

from desktop.language import _
from desktop.projects.exchange.elements import children, fields, name_of
from desktop.projects.exchange.msproject_bounds import bounded, group_bounded
from desktop.projects.exchange.msproject_calendar import calendar_of
from desktop.projects.exchange.msproject_time import (
    Clock,
    Counted,
    finish_day,
    minutes_per_day,
)
from desktop.projects.exchange.values import day_of, percentage, unknown_link, whole
from desktop.projects.rules.plan_file import PlanDays, PlanFile, PlanTask
from desktop.projects.rules.schedule import Link, LinkKind
from desktop.refused import Refused

KINDS = {
    "0": LinkKind.FINISH_FINISH,
    "1": LinkKind.FINISH_START,
    "2": LinkKind.START_FINISH,
    "3": LinkKind.START_START,
}


@dataclass(frozen=True)
class _Row:
    """A task as it stands in the file, with its parent."""

    element: Element
    found: Mapping[str, str]
    id: str
    parent: str | None

    @property
    def name(self) -> str:
        return " ".join(self.found.get("Name", "").split()) or self.id

    @property
    def is_active(self) -> bool:
        return self.found.get("Active") != "0"


def is_plan(root: Element) -> bool:
    return name_of(root) == "Project" and bool(children(root, "Tasks"))


def plan_of(root: Element, name: str) -> PlanFile:
    """The plan in a file; `name` is for a plan without one. Refused: what is no day, no number or
    no duration, a task without a number or below 0 days, and an unknown kind of link."""
    project = fields(root)
    minutes = minutes_per_day(project.get("MinutesPerDay"))
    calendar, remarks = calendar_of(root, project.get("CalendarUID", ""), minutes)
    every = list(_rows(root))
    rows = [row for row in every if row.is_active]
    left_out = [row for row in every if not row.is_active]
    remarks += [
        _("“{task}” is not active in the file. It was left out.").format(task=row.name)
        for row in left_out
    ]
    first = day_of(_("plan"), project.get("StartDate"))
    starts = [day_of(row.id, row.found.get("Start")) for row in rows]
    begins = min((day for day in (first, *starts) if day is not None), default=None)
    clock = Clock(minutes, PlanDays(begins or date.max, calendar))
    tasks, said = _tasks(rows, clock, project, _owners(root))
    links, more = _links(rows, clock, tasks, {row.id for row in left_out})
    return PlanFile(
        project.get("Title") or project.get("Name", "").removesuffix(".xml") or name,
        begins,
        calendar,
        tuple(tasks),
        tuple(links),
        (*remarks, *said, *more),
    )


def _rows(root: Element) -> Iterator[_Row]:
    """Every task with its parent: the nearest one above it that stands less deep. Left out are
    empty lines, and the line that stands for the whole project."""
    above: list[tuple[int, str]] = []
    for element in children(root, "Tasks", "Task"):
        found = fields(element)
        if found.get("IsNull") == "1":
            continue
        id = found.get("UID", "")
        if not id:
            sentence = _("Task “{task}” has no number. Nothing was read in.")
            raise Refused(sentence.format(task=found.get("Name", "")), "file")
        depth = whole(id, found.get("OutlineLevel") or "1")
        if id == "0" and depth <= 0:
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        yield _Row(element, found, id, above[-1][1] if above else None)
        above.append((depth, id))


def _tasks(
    rows: Sequence[_Row], clock: Clock, project: Mapping[str, str], owners: Mapping[str, str]
) -> tuple[list[PlanTask], list[str]]:
    groups = {row.parent for row in rows}
    tasks: list[PlanTask] = []
    remarks: list[str] = []
    for row in rows:
        task = PlanTask(
            row.id,
            row.name,
            0,
            row.parent,
            row.found.get("Milestone") == "1",
            day_of(row.id, row.found.get("Start")),
            finish_day(row.id, row.found.get("Finish")),
            done=percentage(row.found.get("PercentComplete")),
            owner=owners.get(row.id, ""),
        )
        if row.id in groups:
            task, said = group_bounded(task, row.found)
        else:
            counted = clock.duration(row.id, row.name, row.found)
            task, said = bounded(replace(task, days=counted.days), row.found, project)
            remarks += filter(None, [counted.remark])
        tasks.append(task)
        remarks += said
    return tasks, remarks


def _links(
    rows: Iterable[_Row], clock: Clock, tasks: Iterable[PlanTask], left_out: Container[str]
) -> tuple[list[Link], list[str]]:
    known = {task.id: task for task in tasks}
    links: list[Link] = []
    remarks: list[str] = []
    for row in rows:
        for element in children(row.element, "PredecessorLink"):
            found = fields(element)
            before = found.get("PredecessorUID", "")
            if found.get("CrossProject") == "1":
                sentence = _("“{task}” waits for a task in another file. That link is left out.")
                remarks.append(sentence.format(task=row.name))
            elif before not in left_out:
                kind = _kind(found, before, row.id)
                lag = Counted(0)
                if before in known:  # who is not there is named when all links are
                    lag = clock.lag(row.name, found, kind, known[before])
                links.append(Link(before, row.id, kind, lag.days))
                remarks += filter(None, [lag.remark])
    return links, remarks


def _kind(found: Mapping[str, str], before: str, after: str) -> LinkKind:
    kind = KINDS.get(found.get("Type", "1"))
    if kind is None:
        raise unknown_link(before, after)
    return kind


def _owners(root: Element) -> dict[str, str]:
    """Who does each task, by name and nothing else: the first who was given it."""
    names = {
        found.get("UID"): " ".join(found.get("Name", "").split())
        for found in map(fields, children(root, "Resources", "Resource"))
    }
    owners: dict[str, str] = {}
    for found in map(fields, children(root, "Assignments", "Assignment")):
        if name := names.get(found.get("ResourceUID")):
            owners.setdefault(found.get("TaskUID", ""), name)
    return owners
