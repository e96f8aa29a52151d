"""Whatever somebody gives to read: a table comes out, or a sentence."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.exchange.tables import Table, read_table, write_csv, write_xlsx
from desktop.refused import Refused

# Letters, the signs that tables are made of, and a few that break bad readers.
SIGNS = st.sampled_from([*"ab1é€\"';,\t|= ", "\n", "\r", "\ufeff", "\x00", "\x1a", "\u2028"])
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n"),
    max_size=20,
)
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=8)
)


def read(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_bytes(content)
        with suppress(Refused):
            check(read_table(path))


def check(table: Table) -> None:
    assert table.rows
    assert len(table.numbers) == len(table.rows)
    assert {len(row) for row in table.rows} == {len(table.headings)}


@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"sep=;")
@example(b"sep=")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa;b\n1;2")
def test_any_bytes_give_a_table_or_a_sentence(content: bytes) -> None:
    read(content)


@given(st.text(SIGNS, max_size=60), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252"]))
def test_any_text_gives_a_table_or_a_sentence(content: str, encoding: str) -> None:
    read(content.encode(encoding, errors="replace"))


def kept(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What a reader keeps of rows: cells without space around them, and no empty rows."""
    stripped = [tuple(cell.strip() for cell in row) for row in rows]
    return [row for row in stripped if any(row)]


def unguarded(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without the mark that keeps a cell from being a formula."""
    return [tuple(cell[1:] if cell[:2] in GUARDED else cell for cell in row) for row in rows]


GUARDED = {f"'{sign}" for sign in "=+-@"}


@given(TABLES)
def test_what_is_written_as_csv_reads_back(rows: list[tuple[str, ...]]) -> None:
    headings = [f"kop {n}" for n in range(len(rows[0]))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        write_csv(path, headings, rows)
        if kept(rows):
            assert unguarded(list(read_table(path).rows)) == unguarded(kept(rows))


@given(TABLES)
def test_what_is_written_as_a_workbook_reads_back(rows: list[tuple[str, ...]]) -> None:
    headings = [f"kop {n}" for n in range(len(rows[0]))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        write_xlsx(path, headings, rows)
        if kept(rows):
            assert list(read_table(path).rows) == kept(rows)
