"""Tables as people get them out of other programs."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.exchange.tables import MOST_ROWS, Table, read_table
from desktop.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lijst.csv"


def read(file: Path, content: bytes | str) -> Table:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(file)


def refusal(file: Path, content: bytes | str) -> str:
    with pytest.raises(Refused) as refused:
        read(file, content)
    assert refused.value.field == "file"
    assert file.name in refused.value.sentence
    return refused.value.sentence


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_separator_is_found(file: Path, separator: str) -> None:
    table = read(file, f"code{separator}straat\n1{separator}Kade 2\n")
    assert table.headings == ("code", "straat")
    assert table.rows == [("1", "Kade 2")]


def test_a_comma_inside_quotation_marks_is_no_separator(file: Path) -> None:
    table = read(file, '"straat, nummer, plaats, land";code\n"Kade, 2";1\n')
    assert table.headings == ("straat, nummer, plaats, land", "code")
    assert table.rows == [("Kade, 2", "1")]


def test_one_column_is_a_table_too(file: Path) -> None:
    assert read(file, "code\nA1\nA2\n").rows == [("A1",), ("A2",)]


def test_the_first_line_of_excel_that_names_the_separator_is_passed(file: Path) -> None:
    table = read(file, "sep=|\r\ncode|straat;deel\r\n1|Kade\r\n")
    assert table.headings == ("code", "straat;deel")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_with_marks_survive_every_encoding(file: Path, encoding: str) -> None:
    table = read(file, "naam;prijs\nZoë Çelik;€ 12\n".encode(encoding))
    assert table.headings == ("naam", "prijs")
    assert table.rows == [("Zoë Çelik", "€ 12")]


def test_a_line_break_inside_quotation_marks_stays_in_its_cell(file: Path) -> None:
    table = read(file, 'code;noot\n1;"eerste\ntweede"\n2;kort\n')
    assert table.rows == [("1", "eerste\ntweede"), ("2", "kort")]
    assert list(table.numbers) == [2, 3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(file: Path, end: str) -> None:
    assert read(file, end.join(["a;b", "1;2", "3;4"])).rows == [("1", "2"), ("3", "4")]


def test_spaces_around_cells_are_dropped(file: Path) -> None:
    table = read(file, " code ; straat\n 1 ; Kade \n")
    assert table.headings == ("code", "straat")
    assert table.rows == [("1", "Kade")]


def test_empty_rows_are_left_out_and_the_others_keep_their_number(file: Path) -> None:
    table = read(file, "\ncode;straat\n\n1;Kade\n;\n2;Dijk\n")
    assert table.rows == [("1", "Kade"), ("2", "Dijk")]
    assert list(table.numbers) == [4, 6]


def test_empty_cells_behind_the_last_heading_do_not_matter(file: Path) -> None:
    table = read(file, "code;straat;;\n1;Kade;;\n2;Dijk\n")
    assert table.headings == ("code", "straat")
    assert table.rows == [("1", "Kade"), ("2", "Dijk")]


@pytest.mark.parametrize("content", ["", "\n\n", ";;\n", "\ufeff"])
def test_an_empty_file_is_refused(file: Path, content: str) -> None:
    assert "leeg" in refusal(file, content)


def test_headings_without_rows_are_refused(file: Path) -> None:
    assert "geen rijen" in refusal(file, "code;straat\n\n")


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\x00\x00", b"code;straat\n\x00\x01;x\n", "a;b\n1;2\n".encode("utf-16-le")],
)
def test_a_file_that_is_no_text_is_refused(file: Path, content: bytes) -> None:
    assert "geen tabel" in refusal(file, content)


def test_a_row_that_was_cut_off_is_refused_with_its_number(file: Path) -> None:
    sentence = refusal(file, "a;b;c\n1;2;3\n4;5;6\n7;8")
    assert "Rij 4" in sentence
    assert "2 kolommen" in sentence


def test_a_row_with_too_many_cells_is_refused_with_its_number(file: Path) -> None:
    assert "Rij 3" in refusal(file, "a;b\n1;2\n3;4;5\n")


def test_a_quotation_mark_that_is_never_closed_is_refused(file: Path) -> None:
    assert "aanhalingsteken" in refusal(file, 'a;b\n1;2\n3;"vier\n5;6\n')


def test_an_unclosed_quotation_mark_in_a_long_file_names_the_last_good_row(file: Path) -> None:
    sentence = refusal(file, 'a;b\n1;2\n3;"vier\n' + "5;6\n" * 100_000)
    assert "na rij 2" in sentence


def test_a_file_in_two_encodings_is_refused(file: Path) -> None:
    mixed = "naam\nZoë\n".encode() + "Çelik\n".encode("cp1252")
    assert "CSV UTF-8" in refusal(file, mixed)


def test_a_letter_cut_in_half_is_refused(file: Path) -> None:
    assert "CSV UTF-8" in refusal(file, "naam\nZoë\nAnaïs".encode()[:-2])


def test_bytes_that_no_encoding_knows_are_refused(file: Path) -> None:
    assert "CSV UTF-8" in refusal(file, b"naam\nabc\x81\x8d\n")


@pytest.mark.parametrize("headings", ["code;straat;code", "code;straat;Code ", "straat;cödé;code"])
def test_a_heading_that_stands_there_twice_is_refused(file: Path, headings: str) -> None:
    assert "twee keer" in refusal(file, f"{headings}\n1;2;3\n")


def test_a_column_without_a_heading_is_refused_with_its_place(file: Path) -> None:
    assert "kolom 2" in refusal(file, "code;;straat\n1;2;3\n")


def test_more_rows_than_the_limit_are_refused_long_before_the_end(file: Path) -> None:
    assert str(MOST_ROWS) in refusal(file, "a;b\n" + "1;2\n" * 2_000_000)


def test_as_many_rows_as_the_limit_are_read(file: Path) -> None:
    assert len(read(file, "a;b\n" + "1;2\n" * MOST_ROWS).rows) == MOST_ROWS


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"nergens\.csv"):
        read_table(tmp_path / "nergens.csv")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="map"):
        read_table(tmp_path)


def test_a_workbook_reads_as_one_would_type_it(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "lijst.xlsx",
        [
            ["code", "kamers", "m²", "lift", "datum", "gemaakt"],
            ["A1", 3, 67.5, True, date(2026, 11, 23), datetime(2026, 11, 23, 9, 5)],  # noqa: DTZ001
            ["A2", None, 70.0, False, None, None],
        ],
    )
    table = read_table(path)
    assert table.headings == ("code", "kamers", "m²", "lift", "datum", "gemaakt")
    assert table.rows == [
        ("A1", "3", "67.5", "1", "2026-11-23", "2026-11-23 09:05"),
        ("A2", "", "70", "0", "", ""),
    ]


def test_a_workbook_with_empty_rows_keeps_the_row_numbers_of_the_screen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", [[], [], ["code"], ["A1"], [], ["A2"]])
    table = read_table(path)
    assert table.rows == [("A1",), ("A2",)]
    assert list(table.numbers) == [4, 6]


def test_what_a_file_is_shows_from_its_content_not_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", [["code"], ["A1"]])
    assert read_table(path.rename(tmp_path / "lijst.csv")).rows == [("A1",)]


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="leeg"):
        read_table(workbook(tmp_path / "lijst.xlsx", []))


def test_half_a_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "lijst.xlsx", [["code"], ["A1"]])
    content = path.read_bytes()
    assert "half" in refusal(path, content[: len(content) // 2])


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hallo.txt", "hallo")
    with pytest.raises(Refused, match=r"lijst\.xlsx"):
        read_table(path)


def test_a_workbook_that_unfolds_to_far_more_than_it_is_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as member,
    ):
        for _ in range(450):
            member.write(bytes(1024 * 1024))
    with pytest.raises(Refused, match="te groot"):
        read_table(path)


def test_the_old_excel_format_is_refused_with_what_to_do(file: Path) -> None:
    assert ".xlsx" in refusal(file, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
