"""Plans of planning programs: GanttProject (.gan) and Microsoft Project (.xml)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.exchange.files import cannot_read
from desktop.exchange.xml import EntitiesError, NotXmlError, root_of
from desktop.language import _
from desktop.language.format import number
from desktop.projects.exchange import gan, msproject
from desktop.projects.rules.plan_file import PlanFile, too_long
from desktop.projects.rules.schedule import OF_FINISH
from desktop.refused import Refused

SUFFIXES = (".gan", ".xml", ".mpp")
OWN_FORMAT = b"\xd0\xcf\x11\xe0"  # how Project saves by itself (.mpp)
# A task with everything around it takes some thousands of bytes in the wordiest of the two.
MOST_BYTES = 100 * 1024 * 1024
MOST_TASKS = 10_000


def read_plan_file(path: Path) -> PlanFile:
    """Read a plan; what it is stands in the file, not in its name.

    Refused, and then nothing is read: what is empty, larger than `MOST_BYTES` or than `MOST_TASKS`
    tasks, no XML or XML with entities, no plan of one of the two programs, a plan without tasks,
    two tasks with one number, a task that waits for one that is not there, a task below 0 days,
    and what is no day or no number."""
    try:
        plan = _plan(path, _content(path))
    except OverflowError as error:
        raise too_long() from error
    _check(path, plan)
    return _without_group_finishes(plan)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise cannot_read(path, error) from error
    if not content.strip():
        raise _refused(_("{name} is empty. Nothing was read in."), path)
    if len(content) > MOST_BYTES:
        sentence = _(
            "{name} is larger than {most} MB: too large for a plan. Save it again without old "
            "baselines. Nothing was read in."
        )
        raise _refused(sentence, path, most=MOST_BYTES // 1024**2)
    return content


def _plan(path: Path, content: bytes) -> PlanFile:
    if content.startswith(OWN_FORMAT):
        sentence = _(
            "{name} is in a format that only Microsoft Project can read. Save it there as XML. "
            "Nothing was read in."
        )
        raise _refused(sentence, path)
    try:
        root = root_of(content)
    except EntitiesError as error:
        sentence = _(
            "{name} has entities in it, which can make a computer hang or give away its files. No "
            "planning program writes those. Nothing was read in."
        )
        raise _refused(sentence, path) from error
    except NotXmlError as error:
        raise _no_plan(path) from error
    if gan.is_plan(root):
        return gan.plan_of(root, path.stem)
    if msproject.is_plan(root):
        return msproject.plan_of(root, path.stem)
    raise _no_plan(path)


def _no_plan(path: Path) -> Refused:
    sentence = _(
        "{name} is no plan of GanttProject (.gan) or Microsoft Project (.xml), or it is damaged. "
        "Save the plan again in that program. Nothing was read in."
    )
    return _refused(sentence, path)


def _check(path: Path, plan: PlanFile) -> None:
    if not plan.tasks:
        raise _refused(_("{name} has no tasks. Nothing was read in."), path)
    if len(plan.tasks) > MOST_TASKS:
        sentence = _(
            "{name} has more than {most} tasks. Divide the plan over more files. Nothing was read "
            "in."
        )
        raise _refused(sentence, path, most=number(MOST_TASKS))
    known: set[str] = set()
    for task in plan.tasks:
        if task.id in known:
            raise _refused(
                _("There are two tasks {id} in {name}. Nothing was read in."), path, id=task.id
            )
        known.add(task.id)
    for link in plan.links:
        for id in (link.before, link.after):
            if id not in known:
                sentence = _(
                    "Task {after} waits for task {before}, but task {missing} is not there. "
                    "Nothing was read in."
                )
                raise _refused(sentence, path, after=link.after, before=link.before, missing=id)


def _without_group_finishes(plan: PlanFile) -> PlanFile:
    """The finish of a group follows from its tasks: a link to it is left out, and named."""
    groups = {task.parent for task in plan.tasks}
    names = {task.id: task.name for task in plan.tasks}
    sentence = _(
        "In the file the finish of “{group}” waits for “{task}”. That link is left out: the finish "
        "of a group follows from the tasks inside."
    )
    kept, remarks = [], []
    for link in plan.links:
        if link.after in groups and link.kind in OF_FINISH:
            remarks.append(sentence.format(group=names[link.after], task=names[link.before]))
        else:
            kept.append(link)
    return replace(plan, links=tuple(kept), remarks=(*plan.remarks, *remarks))


def _refused(sentence: str, path: Path, **fields: object) -> Refused:
    return Refused(sentence.format(name=path.name, **fields), "file")
