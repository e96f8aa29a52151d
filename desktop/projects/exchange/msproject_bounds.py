"""What holds a task of Microsoft Project on its days, besides the tasks that it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from desktop.language import _
from desktop.language.format import day_year
from desktop.projects.exchange.msproject_time import finish_day
from desktop.projects.exchange.values import day_of
from desktop.projects.rules.plan_file import PlanTask

AS_LATE, START_ON, FINISH_ON, START_FROM, START_BY, FINISH_FROM, FINISH_BY = "1234567"
PROJECT_CALENDAR = ("", "-1")


def bounded(
    task: PlanTask, found: Mapping[str, str], project: Mapping[str, str]
) -> tuple[PlanTask, list[str]]:
    """A task with its bounds, and a sentence for each that a plan here does not guard. What was
    begun, delayed, put there by hand or planned from the finish back stays on its day."""
    first = day_of(_("plan"), project.get("StartDate"))
    calendar = found.get("CalendarUID", "")
    if calendar not in (*PROJECT_CALENDAR, project.get("CalendarUID")):
        task = replace(task, because=_("it has a calendar of its own in the file."))
    if found.get("Manual") == "1":
        because = _("it was planned by hand in the file.")
        return replace(task, not_before=task.start or first, because=because), []
    if "ActualStart" in found:
        return replace(task, not_before=task.start or first, because=_("it was begun already.")), []
    if found.get("ConstraintType") == AS_LATE or project.get("ScheduleFromStart") == "0":
        sentence = _(
            "“{task}” is planned as late as possible in the file. Here its day is one that it "
            "may not begin before."
        )
        return replace(task, not_before=task.start or first), [sentence.format(task=task.name)]
    return _with_bound(replace(task, not_before=_delayed(task, found) or first), found)


def group_bounded(task: PlanTask, found: Mapping[str, str]) -> tuple[PlanTask, list[str]]:
    """A group with its bounds: of those only one on its start holds for what is inside."""
    kind, on = found.get("ConstraintType"), day_of(task.id, found.get("ConstraintDate"))
    if kind == START_FROM and on is not None:
        return replace(task, not_before=on), []
    return task, _not_guarded(task, kind, on) if on and kind not in (None, "0", AS_LATE) else []


def _delayed(task: PlanTask, found: Mapping[str, str]) -> date | None:
    """The day to which a task was put off because the same people do something else first."""
    return task.start if found.get("LevelingDelay", "0") != "0" else None


def _with_bound(task: PlanTask, found: Mapping[str, str]) -> tuple[PlanTask, list[str]]:
    kind, words = found.get("ConstraintType"), found.get("ConstraintDate")
    on = day_of(task.id, words)
    if on is None:
        return task, []
    if kind in (START_FROM, START_ON):
        return replace(task, not_before=on), []
    if kind in (FINISH_FROM, FINISH_ON):
        return replace(task, finish_not_before=finish_day(task.id, words)), []
    return task, _not_guarded(task, kind, on)


def _not_guarded(task: PlanTask, kind: str | None, on: date) -> list[str]:
    sentence = {
        START_ON: _("“{task}” must begin on {day} in the file. That is not guarded here."),
        FINISH_ON: _("“{task}” must be done on {day} in the file. That is not guarded here."),
        START_BY: _("“{task}” must begin by {day} in the file. That is not guarded here."),
        FINISH_FROM: _(
            "“{task}” may not be done before {day} in the file. That is not guarded here."
        ),
        FINISH_BY: _("“{task}” must be done by {day} in the file. That is not guarded here."),
    }.get(kind or "")
    return [sentence.format(task=task.name, day=day_year(on))] if sentence else []
