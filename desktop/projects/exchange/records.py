"""What is kept of a project beside its tasks, as sheets: findings, promises, budget and costs.

Who reported a finding is not in them: a file goes from hand to hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.exchange.tables import SheetOut, read_sheets, write_sheets
from desktop.language import _
from desktop.language.fold import fold
from desktop.projects.exchange.sheets import (
    Column,
    Holds,
    Row,
    SheetKind,
    SheetRow,
    rows_of,
    sheet_of,
)
from desktop.projects.exchange.tasks import TASKS, TaskList, TaskRow, task_list
from desktop.projects.states import CostKind, FindingKind, FindingState, PromiseState, Severity
from desktop.refused import Refused


@dataclass(frozen=True)
class FindingRow(SheetRow):
    """Something that was found on a walk; a route and a day name the walk."""

    route: str
    held_on: date
    number: int
    kind: FindingKind
    severity: Severity = Severity.MEDIUM
    place: str = ""
    what: str = ""
    state: FindingState = FindingState.REPORTED
    owner: str = ""
    due_on: date | None = None
    solved_on: date | None = None
    referred_to: str = ""
    referred_on: date | None = None
    their_answer: str = ""
    reason: str = ""
    handed_to: str = ""


@dataclass(frozen=True)
class PromiseRow(SheetRow):
    """What tenants were promised, by whom and when it is done, and what they say to it when that
    changes."""

    what: str
    made_on: date
    due_on: date
    owner: str
    to_whom: str = ""
    state: PromiseState = PromiseState.OPEN
    settled_on: date | None = None
    evidence: str = ""
    agreed_with: str = ""
    reason: str = ""
    reaction: str = ""
    handed_to: str = ""


@dataclass(frozen=True)
class BudgetRow(SheetRow):
    """A line of the budget, in whole cents."""

    name: str
    planned_cents: int
    phase: str = ""


@dataclass(frozen=True)
class CostRow(SheetRow):
    """Money that was committed or spent on a line, in whole cents."""

    line: str
    kind: CostKind
    booked_on: date
    cents: int
    what: str = ""
    note: str = ""


FINDINGS = SheetKind(
    "Bevindingen",
    FindingRow,
    (
        Column("route", "Route", needed=True, width=28),
        Column("held_on", "Datum", Holds.DAY, needed=True),
        Column("number", "Nr", Holds.WHOLE, ("nummer",), needed=True, width=8),
        Column("kind", "Soort", Holds.CHOICE, needed=True, choices={
            FindingKind.LITTER: "afval", FindingKind.GREEN: "groen",
            FindingKind.LIGHTING: "verlichting", FindingKind.DAMAGE: "schade",
            FindingKind.UNSAFE: "onveilig", FindingKind.OTHER: "anders",
        }),
        Column("severity", "Ernst", Holds.CHOICE, choices={
            Severity.LOW: "laag", Severity.MEDIUM: "midden", Severity.HIGH: "hoog",
        }),
        Column("place", "Plaats", also=("adres",), width=28),
        Column("what", "Wat", also=("omschrijving",), width=44),
        Column("state", "Staat", Holds.CHOICE, choices={
            FindingState.REPORTED: "gemeld", FindingState.TAKEN_UP: "opgepakt",
            FindingState.SOLVED: "opgelost", FindingState.CHECKED: "gecontroleerd",
            FindingState.REFERRED: "doorverwezen", FindingState.NOT_DONE: "doen we niet",
        }),
        Column("owner", "Wie"),
        Column("due_on", "Klaar voor", Holds.DAY),
        Column("solved_on", "Opgelost op", Holds.DAY),
        Column("referred_to", "Doorverwezen naar"),
        Column("referred_on", "Doorverwezen op", Holds.DAY),
        Column("their_answer", "Hun antwoord", width=28),
        Column("reason", "Reden", width=28),
        Column("handed_to", "Overgedragen aan"),
    ),
)  # fmt: skip
PROMISES = SheetKind(
    "Toezeggingen",
    PromiseRow,
    (
        Column("what", "Wat", also=("toezegging", "belofte"), needed=True, width=44),
        Column("to_whom", "Aan wie"),
        Column("made_on", "Gedaan op", Holds.DAY, needed=True),
        Column("due_on", "Klaar voor", Holds.DAY, needed=True),
        Column("owner", "Wie", needed=True),
        Column("state", "Staat", Holds.CHOICE, choices={
            PromiseState.OPEN: "open", PromiseState.KEPT: "nagekomen",
            PromiseState.CHANGED: "gewijzigd", PromiseState.BROKEN: "niet nagekomen",
        }),
        Column("settled_on", "Afgerond op", Holds.DAY),
        Column("evidence", "Waaruit het blijkt", width=28),
        Column("agreed_with", "Afgesproken met"),
        Column("reason", "Reden", width=28),
        Column("reaction", "Reactie van huurders", width=28),
        Column("handed_to", "Overgedragen aan"),
    ),
)  # fmt: skip
BUDGET = SheetKind(
    "Begroting",
    BudgetRow,
    (
        Column("name", "Post", also=("regel",), needed=True, width=28),
        Column("phase", "Fase"),
        Column("planned_cents", "Begroot", Holds.EUROS, ("bedrag",), needed=True),
    ),
)
COSTS = SheetKind(
    "Kosten",
    CostRow,
    (
        Column("line", "Post", also=("regel",), needed=True, width=28),
        Column("kind", "Soort", Holds.CHOICE, needed=True, choices={
            CostKind.COMMITTED: "verplicht", CostKind.SPENT: "besteed",
        }),
        Column("booked_on", "Datum", Holds.DAY, needed=True),
        Column("cents", "Bedrag", Holds.EUROS, needed=True),
        Column("what", "Wat", width=28),
        Column("note", "Toelichting", width=28),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class ProjectSheets:
    """A project as a workbook; None is a sheet that a file does not have."""

    tasks: TaskList | None = None
    findings: tuple[FindingRow, ...] | None = None
    promises: tuple[PromiseRow, ...] | None = None
    budget: tuple[BudgetRow, ...] | None = None
    costs: tuple[CostRow, ...] | None = None


def write_project(
    path: Path,
    tasks: Sequence[TaskRow] = (),
    findings: Sequence[FindingRow] = (),
    promises: Sequence[PromiseRow] = (),
    budget: Sequence[BudgetRow] = (),
    costs: Sequence[CostRow] = (),
) -> int:
    """Write a workbook with a sheet for each; one without rows has its headings. Reading it in
    again gives the same rows. Returns how many there are."""
    sheets: list[SheetOut] = [
        sheet_of(TASKS, tasks),
        sheet_of(FINDINGS, findings),
        sheet_of(PROMISES, promises),
        sheet_of(BUDGET, budget),
        sheet_of(COSTS, costs),
    ]
    return write_sheets(path, sheets)


def write_findings(path: Path, rows: Sequence[FindingRow]) -> int:
    """Write a workbook with the sheet of findings only. Returns how many there are."""
    return write_sheets(path, [sheet_of(FINDINGS, rows)])


def read_project(path: Path) -> ProjectSheets:
    """Read the sheets of a workbook by their names. Refused, with the row: what `rows_of` and
    `task_list` refuse, and a cost on a line that is not in the same file; and a file without any of
    the sheets."""
    sheets = {fold(sheet.name): sheet for sheet in read_sheets(path)}

    def rows(kind: SheetKind[Row]) -> tuple[Row, ...] | None:
        sheet = sheets.get(fold(kind.name))
        return rows_of(path, kind, sheet) if sheet is not None else None

    tasks = sheets.get(fold(TASKS.name))
    found = ProjectSheets(
        task_list(path, tasks) if tasks is not None else None,
        rows(FINDINGS),
        rows(PROMISES),
        rows(BUDGET),
        rows(COSTS),
    )
    if found == ProjectSheets():
        names = ", ".join(kind.name for kind in (TASKS, FINDINGS, PROMISES, BUDGET, COSTS))
        sentence = _("{name} has none of the sheets {sheets}. Nothing was read in.")
        raise Refused(sentence.format(name=path.name, sheets=names), "file")
    _check_lines(found)
    return found


def _check_lines(found: ProjectSheets) -> None:
    if found.budget is None:
        return
    lines = {row.name for row in found.budget}
    for cost in found.costs or ():
        if cost.line not in lines:
            sentence = _(
                "There is a cost on “{line}”, but no such line in the budget. Nothing was read in."
            )
            raise Refused(sentence.format(line=cost.line), "file")
