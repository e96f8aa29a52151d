"""Files as they come: right, half right, and made to break things."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.sheets import MEASUREMENTS, SHEETS, Key
from desktop.agreements.exchange.vocabulary import WORD_OF, nearest
from desktop.refused import Refused
from tests.support.workbooks import AGREED, MEASURED, write_book

ROW = ("VER-01", date(2026, 7, 1), 605, "telling")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "jaar.xlsx"


def refusal(path: Path, only: Key | None = None) -> str:
    with pytest.raises(Refused) as refused:
        read_given(path, only)
    return refused.value.sentence


def test_a_sheet_is_known_by_its_name_and_a_column_by_its_heading(path: Path) -> None:
    head = ("Bron", "WAARDE*", "Meetdatum", "indicator code")
    given = read_given(write_book(path, {"metingen": [head, ("x", 1, "1-7-2026", "VER-01")]}))
    (row,) = given.sheets[Key.MEASUREMENTS].rows
    assert row.values == {
        "indicator_code": "VER-01",
        "meetdatum": date(2026, 7, 1),
        "waarde": 1,
        "bron": "x",
    }


def test_a_table_that_stands_alone_is_known_by_its_headings(path: Path, tmp_path: Path) -> None:
    assert list(read_given(write_book(path, {"Blad1": [MEASURED, ROW]})).sheets) == [
        Key.MEASUREMENTS
    ]
    text = tmp_path / "lijst.csv"
    text.write_text("afspraak_code;thema_code;titel\nVER-09;VER;Zonnepanelen\n", encoding="utf-8")
    assert list(read_given(text).sheets) == [Key.AGREEMENTS]


def test_a_sheet_with_a_wrong_name_is_asked_back(path: Path) -> None:
    write_book(path, {"Metingn": [("iets",)], "Los": [("iets",)]})
    assert refusal(path) == (
        "jaar.xlsx heeft een blad ‘Metingn’. Bedoelt u ‘Metingen’? Er is niets ingelezen."
    )


def test_a_file_without_any_of_the_sheets_is_refused(path: Path) -> None:
    write_book(path, {"Kas": [("x",)], "Zzz": [("x",)]})
    assert "Afspraken, Inzet, Indicatoren" in refusal(path)


def test_sheets_that_nobody_knows_are_named(path: Path) -> None:
    given = read_given(write_book(path, {"Metingen": [MEASURED, ROW], "Kas": [("x",), (1,)]}))
    assert given.unread == ("Kas",)


def test_measurements_alone_leave_the_other_sheets_out(path: Path) -> None:
    write_book(path, {"Metingen": [MEASURED, ROW], "Afspraken": [AGREED]})
    given = read_given(path, Key.MEASUREMENTS)
    assert (list(given.sheets), given.unread) == ([Key.MEASUREMENTS], ())


def test_a_missing_column_is_named_with_what_was_probably_meant(path: Path) -> None:
    head = ("indicator_code", "meetdatum", "waarde", "bronn")
    given = read_given(write_book(path, {"Metingen": [head, ROW], "Kas": [("x",)]}))
    sentence = given.sheets[Key.MEASUREMENTS].error
    assert "geen kolom ‘bron’. Is dat ‘bronn’?" in sentence


def test_a_csv_of_measurements_without_a_column_says_which(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("indicator_code;meetdatum;waarde\nVER-01;1-7-2026;3\n", encoding="utf-8")
    assert refusal(path, Key.MEASUREMENTS) == "Blad m heeft geen kolom ‘bron’. Voeg die toe."


def test_a_column_that_stands_there_twice_is_refused(path: Path) -> None:
    write_book(path, {"Metingen": [(*MEASURED, "Waarde"), (*ROW, 3)]})
    assert "‘waarde’ twee keer" in read_given(path).sheets[Key.MEASUREMENTS].error


def test_columns_that_nobody_uses_are_named(path: Path) -> None:
    write_book(path, {"Metingen": [(*MEASURED, "kleur"), (*ROW, "groen")]})
    assert read_given(path).sheets[Key.MEASUREMENTS].unused == ("kleur",)


def test_joined_cells_are_refused(path: Path) -> None:
    book = Workbook()
    book.active.title = "Metingen"
    for row in (MEASURED, ROW, ROW):
        book.active.append(list(row))
    book.active.merge_cells("A2:A3")
    book.save(path)
    assert "(A2:A3)" in read_given(path).sheets[Key.MEASUREMENTS].error


def test_a_hundred_thousand_empty_rows_are_no_rows(path: Path) -> None:
    book = Workbook()
    book.active.title = "Metingen"
    book.active.append(list(MEASURED))
    book.active["A100000"] = " "
    book.active["B100001"] = "1-7-2026"
    book.save(path)
    started = time.perf_counter()
    (row,) = read_given(path).sheets[Key.MEASUREMENTS].rows
    assert row.number == 100_001
    assert time.perf_counter() - started < 5


def test_every_mistake_of_a_row_is_told(path: Path) -> None:
    write_book(path, {"Metingen": [MEASURED, ("VER-01", "ooit", "veel", None)]})
    (row,) = read_given(path).sheets[Key.MEASUREMENTS].rows
    assert len(row.errors) == 3


def test_a_formula_without_a_value_is_an_empty_cell(path: Path) -> None:
    write_book(path, {"Metingen": [MEASURED, ("VER-01", date(2026, 7, 1), "=1+1", "x")]})
    (row,) = read_given(path).sheets[Key.MEASUREMENTS].rows
    assert row.errors == ("‘waarde’ is leeg. Vul dit in.",)


def test_the_year_of_a_file_stands_on_its_page_to_read(path: Path) -> None:
    sheets = {"Metingen": [MEASURED], "Lees mij": [("Blad", "Kolom"), ("Jaarronde", 2025)]}
    given = read_given(write_book(path, sheets))
    assert (given.year, given.unread) == (2025, ())


def test_only_the_same_file_has_the_same_digest(path: Path, tmp_path: Path) -> None:
    one = read_given(write_book(path, {"Metingen": [MEASURED, ROW]}))
    other = read_given(write_book(tmp_path / "a.xlsx", {"Metingen": [MEASURED]}))
    assert one.digest == read_given(path).digest != other.digest


def test_a_code_is_near_another_by_its_number() -> None:
    assert nearest("VER-1", ["VER-10", "VER-01", "BES-01"]) == "VER-01"
    assert nearest("zzz", ["VER-10"]) is None


def test_every_state_has_its_own_word() -> None:
    for kind in {type(member) for member in WORD_OF}:
        assert set(kind) <= set(WORD_OF), kind
    for sheet in SHEETS:
        for column in sheet.columns:
            assert len(set(column.choices)) == len(column.choices)


def test_the_key_of_a_sheet_must_be_filled() -> None:
    for kind in SHEETS:
        assert all(kind.column(name).needed for name in kind.identity)
    assert MEASUREMENTS.identity == ("indicator_code", "meetdatum")
