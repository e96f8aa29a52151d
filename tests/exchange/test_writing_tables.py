"""Tables that open in a spreadsheet program without questions, and files that are whole."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.exchange.files import write_whole
from desktop.exchange.tables import read_table, write_csv, write_xlsx
from desktop.refused import Refused

HEADINGS = ("naam", "bedrag", "dag", "om", "klopt", "leeg")
ROW = (
    "Zoë",
    Decimal("12.50"),
    date(2026, 11, 23),
    datetime(2026, 11, 23, 9, tzinfo=UTC),
    True,
    None,
)
FORMULAS = ["=1+1", "+31 6", "-2", "@SUM(A1)", "\tx", "\rx"]


def test_a_csv_file_is_as_a_dutch_spreadsheet_program_expects_it(tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    assert write_csv(path, HEADINGS, [ROW]) == 1
    assert (
        path.read_bytes()
        == (
            "\ufeffnaam;bedrag;dag;om;klopt;leeg\r\nZoë;12,50;2026-11-23;2026-11-23 10:00;ja;\r\n"
        ).encode()
    )


def test_a_csv_file_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    rows = [("a;b", 'c"d', "e\nf"), ("1", "2", "3")]
    write_csv(path, ("x", "y", "z"), rows)
    assert read_table(path).rows == rows


@pytest.mark.parametrize("text", FORMULAS)
def test_text_in_a_csv_file_never_runs_as_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "uit.csv"
    write_csv(path, (text,), [(text,)])
    assert path.read_bytes().decode().count(f"'{text}") == 2


def test_a_number_below_zero_stays_a_number(tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    write_csv(path, ("a", "b"), [(-2, -0.5)])
    assert read_table(path).rows == [("-2", "-0,5")]


def test_a_workbook_holds_values_and_not_their_pictures(tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    assert write_xlsx(path, HEADINGS, [ROW]) == 1
    sheet = load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert [cell.value for cell in sheet[2]] == [
        "Zoë",
        12.5,
        datetime(2026, 11, 23),  # noqa: DTZ001
        datetime(2026, 11, 23, 10),  # noqa: DTZ001
        "ja",
        None,
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:F2"


@pytest.mark.parametrize("text", FORMULAS)
def test_text_in_a_workbook_never_runs_as_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "uit.xlsx"
    write_xlsx(path, ("x",), [(text,)])
    assert load_workbook(path).active["A2"].data_type == "s"


def test_signs_that_a_workbook_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    write_xlsx(path, ("x",), [("a\x00b\x0bc",)])
    assert load_workbook(path).active["A2"].value == "abc"


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"oud")
    write_whole(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="de plek bestaat niet"):
        write_whole(tmp_path / "nergens" / "a.txt", b"x")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(Refused, match="het is een map"):
        write_whole(tmp_path / "a", b"x")
    assert os.listdir(tmp_path) == ["a"]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    """A process that may write no file above 4 kB gets the same error as on a full disk."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"oud")
    program = (
        "import sys, pathlib\n"
        "from desktop.exchange.files import write_whole\n"
        "from desktop.refused import Refused\n"
        "try:\n"
        "    write_whole(pathlib.Path(sys.argv[1]), bytes(100_000))\n"
        "except Refused as refused:\n"
        "    print(refused.sentence)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert "de schijf is vol" in ended.stdout
    assert path.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["a.txt"]
