"""Lists of a project go out and come back the same; what cannot be is refused with its row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.exchange.tables import write_xlsx
from desktop.projects.exchange.records import (
    BudgetRow,
    CostRow,
    FindingRow,
    ProjectSheets,
    PromiseRow,
    read_project,
    write_project,
)
from desktop.projects.exchange.tasks import (
    TaskList,
    TaskRow,
    read_tasks,
    tasks_of,
    waiting,
)
from desktop.projects.rules.schedule import Link, LinkKind, Task
from desktop.projects.states import CostKind, FindingKind, FindingState, PromiseState, Severity
from desktop.refused import Refused

MONDAY = date(2026, 3, 2)
LINKS = (
    Link("1", "3"),
    Link("2", "3", LinkKind.START_START, 2),
    Link("1", "2", LinkKind.FINISH_FINISH, -1),
    Link("2", "4", LinkKind.START_FINISH),
)
TASKS = (
    TaskRow("1", 5, "=Slopen", "Voorbereiding", start=MONDAY, finish=date(2026, 3, 6)),
    TaskRow("2", 3, "'s Avonds keuren", waits_for="1 FF-1", done=40, owner="Team Noord"),
    TaskRow("3", 0, "- Klaar; of niet", waits_for="1, 2 SS+2", not_before=date(2026, 3, 12)),
    TaskRow("4", 2, "Nazorg", inside="3", waits_for="2 SF", started_on=MONDAY, finished_on=MONDAY),
)
FINDINGS = (
    FindingRow("Rondje plein", MONDAY, 1, FindingKind.LITTER, place="Plein 3"),
    FindingRow(
        "Rondje plein", MONDAY, 2, FindingKind.UNSAFE, Severity.HIGH, "Steeg", "Lamp\nkapot",
        FindingState.REFERRED, "Wijkbeheer", date(2026, 3, 9), None, "Gemeente", MONDAY, "Komt",
        "Grond van de gemeente", "Team Noord",
    ),
)  # fmt: skip
PROMISES = (
    PromiseRow(
        "Verlichting in de gang", MONDAY, date(2026, 5, 1), "Opzichter", "portiek 3",
        handed_to="Wijkbeheer",
    ),
    PromiseRow(
        "Nieuwe bel", MONDAY, date(2026, 4, 1), "Opzichter", "nr. 12", PromiseState.CHANGED,
        date(2026, 3, 20), "", "bewonerscommissie", "Bel niet leverbaar",
        "Jammer,\nmaar goed",
    ),
)  # fmt: skip
BUDGET = (BudgetRow("Bouw", 123_456_789, "Uitvoering"), BudgetRow("Communicatie", 0))
COSTS = (CostRow("Bouw", CostKind.SPENT, MONDAY, -1050, "Creditnota", "=terug"),)


def test_a_list_of_tasks_is_read_from_a_plain_file_too(tmp_path: Path):
    path = tmp_path / "taken.csv"
    path.write_text(
        "Nr;Taak;Duur;Wacht op;Start\n1;Slopen;5;;2-3-2026\n2;Keuren;3;1 ff -1;3-3-2026\n"
        "3;Klaar;0;1, 2SS+2;\n4;Nazorg;2;2 SF;\n",
        "utf-8",
    )
    read = read_tasks(path)
    assert [(row.number, row.name, row.days) for row in read.rows] == [
        ("1", "Slopen", 5), ("2", "Keuren", 3), ("3", "Klaar", 0), ("4", "Nazorg", 2),
    ]  # fmt: skip
    assert set(read.links) == set(LINKS)
    assert read.begins == MONDAY


def test_what_a_task_waits_for_is_written_as_it_is_read():
    assert [row.waits_for for row in TASKS] == [
        waiting(link for link in LINKS if link.after == row.number) for row in TASKS
    ]


def test_tasks_of_a_list_are_counted_from_the_first_day_on():
    assert tasks_of(TASKS, MONDAY)[2] == Task("3", "- Klaar; of niet", 0, 8)
    assert tasks_of(TASKS, date(2026, 3, 9))[2].not_before == 3


def test_a_workbook_of_a_whole_project_comes_back_the_same(tmp_path: Path):
    path = tmp_path / "project.xlsx"
    rows = write_project(path, TASKS, FINDINGS, PROMISES, BUDGET, COSTS)
    assert rows == sum(map(len, (TASKS, FINDINGS, PROMISES, BUDGET, COSTS)))
    read = read_project(path)
    assert isinstance(read.tasks, TaskList)
    assert read == ProjectSheets(read.tasks, FINDINGS, PROMISES, BUDGET, COSTS)
    assert read.tasks.rows == TASKS
    assert set(read.tasks.links) == set(LINKS)


def test_a_file_without_one_of_the_sheets_says_so(tmp_path: Path):
    write_xlsx(tmp_path / "iets.xlsx", ("nr", "duur"), [(1, 2)])
    with pytest.raises(Refused, match="Bevindingen, Toezeggingen"):
        read_project(tmp_path / "iets.xlsx")


def test_a_cost_on_a_line_that_is_not_there_is_refused(tmp_path: Path):
    path = tmp_path / "project.xlsx"
    write_project(path, budget=BUDGET[1:], costs=COSTS)
    with pytest.raises(Refused, match="‘Bouw’"):
        read_project(path)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("1", "vijf", "", ""), "Rij 2: ‘vijf’ bij ‘Duur’ is geen heel getal"),
        (("", "5", "", ""), "Rij 2: vul ‘Nr’ in"),
        (("1", "5", "99", ""), "Rij 2: taak 1 wacht op taak 99"),
        (("1", "5", "", "31-2-2026"), "Rij 2: ‘31-2-2026’ bij ‘Niet voor’ is geen dag"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_its_row(
    row: tuple[str, ...], words: str, tmp_path: Path
):
    path = tmp_path / "taken.csv"
    path.write_text(f"Nr;Duur;Wacht op;Niet voor\n{';'.join(row)}\n", "utf-8")
    with pytest.raises(Refused, match=words):
        read_tasks(path)


@pytest.mark.parametrize(
    ("cell", "cents"),
    [("€ 1.234,50", 123450), ("€\xa01.234,50", 123450), ("1234.5", 123450), (1234.5, 123450),
     (7, 700)],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(cell: object, cents: int, tmp_path: Path):
    write_project(tmp_path / "p.xlsx", budget=BUDGET)
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "p.xlsx")
    book["Begroting"]["C2"] = cell
    book.save(tmp_path / "p.xlsx")
    budget = read_project(tmp_path / "p.xlsx").budget
    assert budget is not None
    assert budget[0].planned_cents == cents


def test_a_word_that_is_no_choice_is_refused_with_those_that_are(tmp_path: Path):
    write_project(tmp_path / "p.xlsx", findings=FINDINGS)
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "p.xlsx")
    book["Bevindingen"]["D3"] = "rommel"
    book.save(tmp_path / "p.xlsx")
    with pytest.raises(Refused, match="Rij 3: ‘rommel’ bij ‘Soort’ is niet een van: afval, groen"):
        read_project(tmp_path / "p.xlsx")
