"""`samenspraak project`: planning, consent and budget without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.exchange.tables.workbook_writing import write_xlsx
from desktop.language import in_language
from tests.support.plan_files import EXAMPLE_DAYS, gan_example, ms_example, written

BUDGET = (
    """idee;kosten
Bankjes;3000
Groene gevel;3000
Buurtfeest;4000
Verlichting;4000

huishouden;ideeën
"""
    + "".join(f"{n};Bankjes, Groene gevel, Buurtfeest\n" for n in range(1, 13))
    + "".join(f"{n};Verlichting\n" for n in range(13, 21))
)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", [(), ("schedule",), ("consent",), ("budget",)], ids=str)
def test_every_command_says_how_it_is_used(
    command: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
):
    with in_language(language), pytest.raises(SystemExit) as ended:
        main(["project", *command, "--help"])
    assert ended.value.code == 0
    assert "project" in capsys.readouterr().out


class TestSchedule:
    @pytest.fixture
    def plan(self, tmp_path: Path) -> Path:
        path = tmp_path / "plan.xlsx"
        rows = [
            ("A", "Slopen", 5, ""), ("B", "Ontwerp", 3, "A"), ("C", "Bouwen", 10, "A"),
            ("D", "Keuze", 4, "B"), ("E", "Schoonmaken", 2, "C, D"), ("F", "Tuin", 6, "B FS+0"),
        ]  # fmt: skip
        write_xlsx(path, ("nr", "taak", "duur", "wacht op"), rows)
        return path

    def test_a_workbook_gives_the_days_of_every_task(
        self, plan: Path, capsys: pytest.CaptureFixture[str]
    ):
        told = said(capsys, "project", "schedule", str(plan), "--start", "2026-11-23")
        tasks = {one["id"]: one for one in told["tasks"]}  # type: ignore[attr-defined]
        assert [id for id, one in tasks.items() if one["critical"]] == ["A", "C", "E"]
        assert (tasks["F"]["es"], tasks["F"]["ef"], tasks["F"]["float"]) == (8, 14, 3)
        assert (tasks["E"]["start"], tasks["E"]["finish"]) == ("2026-12-14", "2026-12-15")

    def test_a_row_that_waits_for_nobody_is_named(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        path = tmp_path / "plan.csv"
        path.write_text("nr;duur;wacht op\n7;3;99\n", "utf-8")
        words = refused(capsys, "project", "schedule", str(path))
        assert "Rij 2: taak 7 wacht op taak 99" in words

    @pytest.mark.parametrize("days", ["drie", "1,5", "1e9", ""])
    def test_what_is_no_number_of_days_is_named(
        self, days: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        path = tmp_path / "plan.csv"
        path.write_text(f"nr;duur;taak\n7;{days};Bouwen\n", "utf-8")
        assert "Rij 2" in refused(capsys, "project", "schedule", str(path))

    @pytest.mark.parametrize(
        ("name", "content"), [("plan.gan", gan_example()), ("plan.XML", ms_example())]
    )
    def test_a_plan_of_a_planning_program_gives_the_days_that_it_states(
        self, name: str, content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        told = said(capsys, "project", "schedule", str(written(tmp_path, content, name)))
        tasks = {one["name"]: one for one in told["tasks"]}  # type: ignore[attr-defined]
        assert {name: (one["start"], one["finish"]) for name, one in tasks.items()} == EXAMPLE_DAYS
        assert [name for name, one in tasks.items() if one["critical"]] == ["A", "C", "E"]
        assert max(one["ef"] for one in tasks.values()) == 17
        assert told["remarks"] == []

    def test_what_such_a_plan_states_otherwise_is_said(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        later = gan_example().replace('start="2026-03-23"', 'start="2026-03-25"')
        assert main(["project", "schedule", str(written(tmp_path, later))]) == 0
        assert "‘E’ begint in het bestand op 25 mrt 2026; hier op 23 mrt" in capsys.readouterr().out

    def test_what_is_no_plan_is_refused(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        words = refused(capsys, "project", "schedule", str(written(tmp_path, "nr;duur\n1;2\n")))
        assert "geen planning van GanttProject" in words


def test_consent_counts_in_whole_numbers(capsys: pytest.CaptureFixture[str]):
    told = said(
        capsys, "project", "consent", "--yes", "30", "--no", "5", "--open", "13",
        "--dwellings", "48",
    )  # fmt: skip
    assert told == {
        "tenancies": 48, "agreed": 30, "needed": 34, "reached": False, "still_possible": True,
        "presumption_applies": True,
    }  # fmt: skip


def test_consent_of_nine_dwellings_says_that_there_is_no_presumption(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["project", "consent", "--yes", "9", "--no", "0", "--open", "0",
                 "--dwellings", "9"]) == 0  # fmt: skip
    assert "pas vanaf tien woningen" in capsys.readouterr().out


class TestBudget:
    def test_a_file_is_divided_by_equal_shares(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        path = tmp_path / "budget.csv"
        path.write_text(BUDGET, "utf-8")
        told = said(capsys, "project", "budget", str(path), "--amount", "10000")
        assert sorted(told["funded"]) == ["Bankjes", "Groene gevel", "Verlichting"]  # type: ignore[call-overload]
        assert told["left"] == 0
        assert "Buurtfeest" in str(told["explanation"])

    def test_a_household_that_votes_twice_is_refused_with_its_line(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        path = tmp_path / "budget.csv"
        path.write_text(BUDGET + "3;Bankjes\n", "cp1252")
        assert "huishouden 3" in refused(capsys, "project", "budget", str(path), "--amount", "9")

    def test_an_idea_that_is_not_there_is_named(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ):
        path = tmp_path / "budget.csv"
        path.write_text(BUDGET + "99;Zwembad\n", "utf-8")
        assert "Zwembad" in refused(capsys, "project", "budget", str(path), "--amount", "9")
