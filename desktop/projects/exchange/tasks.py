"""The tasks of a plan as a list: number, name, working days, what each waits for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.exchange.tables import Sheet, read_table
from desktop.language import _
from desktop.projects.exchange.sheets import Column, Holds, SheetKind, SheetRow, rows_of
from desktop.projects.rules.schedule import Link, LinkKind, Task
from desktop.projects.rules.working_days import WorkingDays
from desktop.refused import Refused

# `3`, `3 FS`, `3SS+2`, `3 FF -1`; in Dutch BE, BB, EE and EB are not used by planning programs.
WAITS = re.compile(r"(?P<id>.+?)\s*(?P<kind>FS|SS|FF|SF)?\s*(?P<lag>[+-]\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class TaskRow(SheetRow):
    """A task in a list. `inside` is the number of the task that it is a part of, `waits_for` reads
    as `3, 4 SS+2`; `start` and `finish` follow from the rest, and are there to be read."""

    number: str
    days: int
    name: str = ""
    phase: str = ""
    inside: str = ""
    waits_for: str = ""
    not_before: date | None = None
    started_on: date | None = None
    finished_on: date | None = None
    done: int = 0
    owner: str = ""
    start: date | None = None
    finish: date | None = None


TASKS = SheetKind(
    "Taken",
    TaskRow,
    (
        Column("number", "Nr", also=("nummer", "id", "code"), needed=True, width=8),
        Column("name", "Taak", also=("naam", "name", "task"), width=40),
        Column("phase", "Fase"),
        Column("inside", "Onderdeel van"),
        Column(
            "days", "Duur", Holds.WHOLE, ("dagen", "duur (werkdagen)", "duration"), needed=True,
            width=8,
        ),
        Column("waits_for", "Wacht op", also=("voorgangers", "voorganger", "predecessors")),
        Column("not_before", "Niet voor", Holds.DAY),
        Column("started_on", "Begonnen op", Holds.DAY),
        Column("finished_on", "Klaar op", Holds.DAY),
        Column("done", "Gereed (%)", Holds.WHOLE),
        Column("owner", "Wie"),
        Column("start", "Start", Holds.DAY, ("begin", "startdatum")),
        Column("finish", "Einde", Holds.DAY, ("einddatum", "finish")),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class TaskList:
    """A list as it stands in a file; `begins` is its first day, when the file names one."""

    rows: tuple[TaskRow, ...]
    links: tuple[Link, ...]
    begins: date | None


def read_tasks(path: Path) -> TaskList:
    """Read a list of tasks. Refused, with the row: what `rows_of` refuses, and a task that waits
    for one, or is a part of one, that is not there."""
    table = read_table(path)
    return task_list(path, Sheet(table.name, table.headings, table.rows, table.numbers))


def task_list(path: Path, sheet: Sheet) -> TaskList:
    """The same from a sheet of a workbook that was read."""
    rows = rows_of(path, TASKS, sheet)
    known = {row.number for row in rows}
    links: list[Link] = []
    for number, row in zip(sheet.numbers, rows, strict=True):
        links += (_link(number, row.number, words, known) for words in _split(row.waits_for))
        if row.inside and row.inside not in known:
            sentence = _("Row {n}: task {id} is a part of task {parent}, but that is not there.")
            raise Refused(sentence.format(n=number, id=row.number, parent=row.inside), "file")
    begins = min((row.start for row in rows if row.start is not None), default=None)
    return TaskList(rows, tuple(links), begins)


def tasks_of(rows: Iterable[TaskRow], begins: date) -> tuple[Task, ...]:
    """The tasks of a list, to be counted from a first day on."""
    days = WorkingDays(begins)
    return tuple(
        Task(
            row.number,
            row.name or row.number,
            row.days,
            days.number(row.not_before) if row.not_before is not None else 0,
            row.inside or None,
        )
        for row in rows
    )


def waiting(links: Iterable[Link]) -> str:
    """What a task waits for, as it stands in a list: `3, 4 SS+2`."""
    return ", ".join(map(_words, links))


def _words(link: Link) -> str:
    if link.kind is LinkKind.FINISH_START and not link.lag:
        return link.before
    return f"{link.before} {link.kind.value}" + (f"{link.lag:+}" if link.lag else "")


def _split(words: str) -> list[str]:
    return [one.strip() for one in re.split("[,;]", words) if one.strip()]


def _link(number: int, id: str, words: str, known: Collection[str]) -> Link:
    """`3`, `3FS+2` or `3 SS -1`. A number that is a task as it stands is that task."""
    before, kind, lag = words, None, None
    if words not in known and (found := WAITS.fullmatch(words)):
        before, kind, lag = found["id"], found["kind"], found["lag"]
    if before not in known:
        sentence = _("Row {n}: task {id} waits for task {before}, but that one is not there.")
        raise Refused(sentence.format(n=number, id=id, before=before), "file")
    days = int(lag.replace(" ", "")) if lag else 0
    return Link(before, id, LinkKind(kind.upper()) if kind else LinkKind.FINISH_START, days)
