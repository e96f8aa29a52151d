"""The search index: what Ctrl+K finds. Kept in the same transaction as the rows themselves.

SQLite uses FTS5 with prefix indexes; PostgreSQL a `tsvector` with a GIN index. Both index the
same normalised words (lower case, no accents), so that both find the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from desktop.language.fold import fold

SPAN = 1 << 40
# Beginnings of a word that stand in the index themselves. Of a longer one SQLite reads every word
# that begins so: few, while "jans" may begin five thousand names, and that took 150 ms.
PREFIXES = "1 2 3 4 5 6 7 8"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found. `words` is all text it can be found by."""

    kind: str
    id: int
    title: str
    subtitle: str
    words: str


class Searchable(Protocol):
    """A mapped class that can be found."""

    def search_entry(self) -> SearchEntry | None:
        """What to index, or None when this row must not be found."""


def row_of(kind: str, id: int) -> int:
    """The index row of a thing: its kind in the high bits, so that one kind is one range."""
    return (zlib.crc32(kind.encode()) & 0x3FFFFF) * SPAN + id


def create(connection: Connection) -> None:
    """Make the index; part of the first migration. Which words a thing holds is enough to know,
    not where they stand in it (`detail=none`): a smaller index, and a quicker one."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "kind UNINDEXED, title UNINDEXED, subtitle UNINDEXED, words, "
            f"prefix='{PREFIXES}', detail=none, tokenize='unicode61')"
        )
    else:
        connection.exec_driver_sql(
            "CREATE TABLE search_index (rowid bigint PRIMARY KEY, kind text NOT NULL, "
            "title text NOT NULL, subtitle text NOT NULL, words text NOT NULL)"
        )
        connection.exec_driver_sql(
            "CREATE INDEX ix_search_index_words ON search_index "
            "USING gin (to_tsvector('simple', words))"
        )


def put(session: Session, entries: Iterable[SearchEntry]) -> None:
    """Index these things, in place of what was there of them."""
    rows = [_row(entry) for entry in entries]
    _delete(session, [row["rowid"] for row in rows])
    _insert(session, rows)


def add(session: Session, entries: Iterable[SearchEntry]) -> None:
    """Index things that are not in the index yet, as many at once as there are in a long list."""
    _insert(session, [_row(entry) for entry in entries])


def remove(session: Session, kind: str, ids: Iterable[int]) -> None:
    """Nothing of these things can be found any more."""
    _delete(session, [row_of(kind, i) for i in ids])


def _row(entry: SearchEntry) -> dict[str, Any]:
    return {
        "rowid": row_of(entry.kind, entry.id),
        "kind": entry.kind,
        "title": entry.title,
        "subtitle": entry.subtitle,
        "words": fold(entry.words),
    }


def _delete(session: Session, rowids: Sequence[int]) -> None:
    _many(session, "DELETE FROM search_index WHERE rowid = {rowid}", [{"rowid": r} for r in rowids])


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    _many(
        session,
        "INSERT INTO search_index (rowid, kind, title, subtitle, words) "
        "VALUES ({rowid}, {kind}, {title}, {subtitle}, {words})",
        rows,
    )


def _many(session: Session, statement: str, rows: Sequence[dict[str, Any]]) -> None:
    """One statement for many rows, without SQLAlchemy between: of a list of 100,000 it would take
    more time than the database does."""
    if not rows:
        return
    sign = ":{}" if session.get_bind().dialect.name == "sqlite" else "%({})s"
    marks = {key: sign.format(key) for key in rows[0]}
    session.connection().exec_driver_sql(statement.format(**marks), rows)


def find(session: Session, words: str, kinds: list[str], most: int = 8) -> list[SearchEntry]:
    """Things whose words begin with each of the words asked, `most` of each kind at the most,
    in the order of `kinds`; those that hold the very words come first ("Havenflat 7" before
    "Havenflat 78"). Nothing for an empty question."""
    asked = fold(words).split()
    if not asked:
        return []
    if session.get_bind().dialect.name == "sqlite":
        sign, whole, begun, condition = " ", '"{}"', '"{}"*', "search_index MATCH :match"
    else:
        sign, whole, begun = " & ", "'{}'", "'{}':*"
        condition = "to_tsvector('simple', words) @@ to_tsquery('simple', :match)"
    last = len(asked) - 1
    # The very words first, then all of them begun. Between these, when a house number stands
    # before it, the last word still being typed: "7 haven" is not 78.
    numbered = any(w.isdigit() for w in asked[:-1])
    matches = dict.fromkeys(
        sign.join((begun if n >= first_begun else whole).format(w) for n, w in enumerate(asked))
        for first_begun in (last + 1, *([last] if numbered else []), 0)
    )
    statement = text(
        f"SELECT rowid, kind, title, subtitle FROM search_index WHERE {condition} "
        "AND rowid BETWEEN :low AND :high ORDER BY rowid LIMIT :most"
    )
    found: list[SearchEntry] = []
    for kind in kinds:
        low = row_of(kind, 0)
        # Reads that the index answers at once; sorting everything that begins so would take
        # longer than a keystroke may.
        of_kind: dict[int, SearchEntry] = {}
        for match in matches:
            if len(of_kind) >= most:
                break
            values = {"match": match, "low": low, "high": low + SPAN - 1, "most": most}
            for rowid, kind_found, title, subtitle in session.execute(statement, values):
                entry = SearchEntry(kind_found, rowid - low, title, subtitle, "")
                of_kind.setdefault(rowid, entry)
        found.extend(list(of_kind.values())[:most])
    return found


def forget_deleted(session: Session) -> None:
    """Rewrite the full-text index so that no deleted word is left in the file (SQLite)."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))
        session.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))
