"""The tasks of a plan from a workbook or CSV: number, name, working days, what it waits for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.exchange.tables.reading import read_table
from desktop.language import _
from desktop.language.fold import fold
from desktop.projects.rules.schedule import Link, LinkKind, Task
from desktop.refused import Refused

COLUMNS = {
    "nr": ("nr", "nummer", "id", "code"),
    "name": ("taak", "naam", "name", "task"),
    "days": ("duur", "dagen", "duur (werkdagen)", "duration"),
    "before": ("wacht op", "voorgangers", "voorganger", "predecessors"),
    "not_before": ("niet voor", "niet voor dag"),
    "start": ("start", "begin", "startdatum"),
}
NEEDED = ("nr", "days")
# `3`, `3 FS`, `3SS+2`, `3 FF -1`; in Dutch BE, BB, EE and EB are not used by planning programs.
WAITS = re.compile(r"(?P<id>.+?)\s*(?P<kind>FS|SS|FF|SF)?\s*(?P<lag>[+-]\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Plan:
    """A plan as it stands in a file; `begins` is its first day, when the file names one."""

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    begins: date | None


def read_plan(path: Path) -> Plan:
    """Read a list of tasks. Refused, with the row: no whole number of days, and a task that waits
    for one that is not there; and a file without the columns `nr` and `duur`."""
    table = read_table(path)
    places = _places(path, table.headings)
    tasks: list[Task] = []
    waits: list[tuple[int, str, str]] = []
    begins: list[date] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {name: row[place] for name, place in places.items()}
        task = _task(number, cells)
        tasks.append(task)
        begins += _first_day(number, cells.get("start", ""))
        waits += [(number, task.id, one) for one in _split(cells.get("before", ""))]
    known = {task.id for task in tasks}
    links = tuple(_link(number, id, words, known) for number, id, words in waits)
    return Plan(tuple(tasks), links, min(begins, default=None))


def _places(path: Path, headings: Sequence[str]) -> dict[str, int]:
    """At which place each column stands."""
    folded = [fold(heading) for heading in headings]
    places = {}
    for name, words in COLUMNS.items():
        found = next((folded.index(fold(word)) for word in words if fold(word) in folded), None)
        if found is not None:
            places[name] = found
        elif name in NEEDED:
            sentence = _("“{file}” has no column “{column}”. Add it and read the file again.")
            raise Refused(sentence.format(file=path.name, column=words[0]), "file")
    return places


def _task(number: int, cells: Mapping[str, str]) -> Task:
    id = cells["nr"]
    if not id:
        raise Refused(_("Row {n}: the task has no number.").format(n=number), "file")
    return Task(
        id,
        cells.get("name", "") or id,
        _whole(number, cells["days"]),
        _whole(number, cells.get("not_before", "") or "0"),
    )


def _whole(number: int, words: str) -> int:
    plain = words.replace("−", "-").removesuffix(".0").removesuffix(",0")
    if not re.fullmatch(r"-?[0-9]{1,6}", plain):
        sentence = _("Row {n}: “{words}” is no whole number of days.")
        raise Refused(sentence.format(n=number, words=words), "file")
    return int(plain)


def _first_day(number: int, words: str) -> list[date]:
    if not words:
        return []
    turned = re.sub(r"^(\d{2})-(\d{2})-(\d{4})$", r"\3-\2-\1", words)
    with suppress(ValueError):
        return [date.fromisoformat(turned[:10])]
    sentence = _("Row {n}: “{words}” is no day. Write it as 2026-03-02.")
    raise Refused(sentence.format(n=number, words=words), "file")


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
