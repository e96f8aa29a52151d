"""Workbooks of several sheets: read as they are, written as a spreadsheet program shows them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from desktop.exchange.tables import (
    Heading,
    SheetOut,
    guarded,
    read_sheets,
    read_table,
    unguarded,
    words_of,
    write_csv,
    write_sheets,
)
from desktop.refused import Refused


def saved(path: Path, fill: Callable[[Workbook], object]) -> Path:
    book = Workbook()
    fill(book)
    book.save(path)
    return path


def patched(path: Path, old: bytes, new: bytes) -> Path:
    """The workbook with other bytes in its first sheet, as no spreadsheet program writes them."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_every_sheet_is_read_with_numbers_and_days_as_they_are(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active.title = "Een"
        book.active.append(["code", "waarde", "dag"])
        book.active.append(["A", 97.2, datetime(2026, 7, 1)])  # noqa: DTZ001
        book.create_sheet("Twee").append(["leeg"])

    one, two = read_sheets(saved(tmp_path / "a.xlsx", fill))
    assert (one.name, one.headings) == ("Een", ("code", "waarde", "dag"))
    assert list(one.rows[0]) == ["A", 97.2, date(2026, 7, 1)]
    assert (two.headings, two.rows) == (("leeg",), [])


def test_a_csv_file_is_one_sheet_of_words(tmp_path: Path) -> None:
    path = tmp_path / "metingen.csv"
    write_csv(path, ("a", "b"), [("x", Decimal("1.5"))])
    (sheet,) = read_sheets(path)
    assert (sheet.name, list(sheet.rows[0])) == ("metingen", ["x", "1,5"])


def test_empty_rows_are_left_out_and_the_others_keep_their_number(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active["A3"] = "code"
        book.active["A5"] = "X"
        book.active["A100000"] = "Y"

    (sheet,) = read_sheets(saved(tmp_path / "a.xlsx", fill))
    assert (sheet.rows, sheet.numbers) == ([["X"], ["Y"]], [5, 100_000])


def test_a_formula_is_the_value_that_the_file_has_for_it(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["waarde"])
        book.active.append(["=1+2"])

    path = saved(tmp_path / "a.xlsx", fill)
    patched(path, b"<v />", b"<v>3</v>")
    assert read_sheets(path)[0].rows == [[3.0]]


def test_joined_cells_below_the_headings_are_named(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["a", "b"])
        book.active.append(["x", "y"])
        book.active.merge_cells("A2:B3")

    assert read_sheets(saved(tmp_path / "a.xlsx", fill))[0].merged == "A2:B3"


@pytest.mark.parametrize("place", [b'r="XFD1048576"', b"r = 'XFD1048576'", b'r="Z9999999"'])
def test_a_cell_in_the_far_corner_is_refused_before_it_fills_the_memory(
    tmp_path: Path, place: bytes
) -> None:
    def fill(book: Workbook) -> None:
        book.active["A1"] = "code"
        book.active["B2"] = 1

    path = patched(saved(tmp_path / "a.xlsx", fill), b'r="B2"', place)
    for read in (read_sheets, read_table):
        with pytest.raises(Refused, match="te groot"):
            read(path)


def test_bytes_that_were_never_packed_are_a_broken_workbook(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.active["A1"] = "code"

    path = saved(tmp_path / "a.xlsx", fill)
    with zipfile.ZipFile(path) as archive:
        begin = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    content = bytearray(path.read_bytes())
    content[begin + 60 : begin + 160] = b"\xff" * 100
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"a\.xlsx"):
        read_sheets(path)


def test_a_written_workbook_explains_and_offers_words(tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    column = Heading("richting", "Waar het heen moet.", 20, ("omhoog", "omlaag"), filled=True)
    days = Heading("dag")
    assert write_sheets(path, [SheetOut("Blad", [column, days], [("omhoog", date(2026, 7, 1))])])
    sheet = load_workbook(path)["Blad"]
    assert sheet["A1"].comment.text == "Waar het heen moet."
    assert sheet.data_validations.dataValidation[0].formula1 == '"omhoog,omlaag"'
    assert (sheet["B2"].value.date(), sheet["B2"].is_date) == (date(2026, 7, 1), True)
    assert sheet.freeze_panes == "A2"


def test_a_number_that_excel_would_round_is_written_as_words(tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    long, short = Decimal("1234567890.1234567890"), Decimal("97.2")
    write_sheets(path, [SheetOut("Blad", [Heading("a"), Heading("b")], [(long, short)])])
    assert list(read_sheets(path)[0].rows[0]) == ["1234567890,1234567890", 97.2]


def test_a_text_that_excel_would_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="CSV"):
        write_sheets(tmp_path / "uit.xlsx", [SheetOut("Blad", [Heading("a")], [("x" * 32_768,)])])
    assert not (tmp_path / "uit.xlsx").exists()


@given(st.text(st.sampled_from("'=+-@\tab"), max_size=6))
def test_a_guarded_text_is_never_a_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


def test_signs_that_stand_for_others_in_a_workbook_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "uit.xlsx"
    write_sheets(path, [SheetOut("Blad", [Heading("a")], [("a_x0041_b",)])])
    assert read_sheets(path)[0].rows == [["a_x0041_b"]]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (" a ", "a"),
        ("'=1+1", "=1+1"),
        (9871.0, "9871"),
        (0.1 + 0.2, "0.3"),
        (date(2026, 7, 1), "2026-07-01"),
        (datetime(2026, 7, 1), "2026-07-01"),  # noqa: DTZ001
        (datetime(2026, 7, 1, 9, 5), "2026-07-01 09:05"),  # noqa: DTZ001
    ],
)
def test_a_cell_reads_as_somebody_would_type_it(cell: object, words: str) -> None:
    assert words_of(cell) == words  # type: ignore[arg-type]
