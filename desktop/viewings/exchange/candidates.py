"""A candidate list from a table (CSV or workbook): only whitelisted columns enter.

Reading is pure: it gives plain rows or refuses the whole file, and touches no database.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from desktop.exchange.files import read_whole
from desktop.exchange.tables import Table, read_table
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.exchange import values
from desktop.viewings.exchange.dropped import Dropped, reason_for
from desktop.viewings.exchange.mapping import check_mapping, check_no_bsn, guess_mapping
from desktop.viewings.exchange.values import WrongValueError, field_word


class CandidateRow(NamedTuple):
    """A candidate as a list gives it, under the names of the columns; a tuple, as one list may
    hold 100,000. `number` is empty when the list gives none; `language` is "nl" or "en";
    `visit_need` is the candidate's own wish for the visit."""

    rank: int
    last_name: str
    number: str = ""
    external_ref: str = ""
    initials: str = ""
    first_name: str = ""
    prefix: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    language: str = "nl"
    visit_need: str = ""
    registered_on: date | None = None
    priority: bool = False
    protected: bool = False
    persons: int = 1


@dataclass(frozen=True)
class CandidateList:
    """A whole list: its rows as they stand in the file, what did not enter, and a digest that is
    the same only for the same file, read the same way."""

    rows: tuple[CandidateRow, ...]
    dropped: tuple[Dropped, ...]
    digest: str


def read_candidates(path: Path, mapping: Mapping[str, str] | None = None) -> CandidateList:
    """Read a table of candidates. `mapping` says which heading means which field; without one it
    is guessed. Refuses the whole file, naming the row, for a rank or name that is missing, a rank
    that is doubled or no whole number from 1, an impossible date, or a value that is too long."""
    table = read_table(path)
    chosen = dict(mapping) if mapping is not None else guess_mapping(table.headings)
    check_mapping(table.headings, chosen)
    check_no_bsn(table, chosen)
    read_row = _reader(table, chosen)
    rows = []
    for number, cells in zip(table.numbers, table.rows, strict=True):
        try:
            rows.append(read_row(cells))
        except WrongValueError as wrong:
            raise Refused(
                _("{name}, row {row}: {wrong}").format(
                    name=table.name, row=number, wrong=wrong.sentence
                ),
                wrong.field,
            ) from wrong
    check_no_doubles(rows, table.numbers, table.name)
    used = set(chosen.values())
    dropped = tuple(Dropped(h, reason_for(h)) for h in table.headings if h not in used)
    return CandidateList(tuple(rows), dropped, digest_of(path, chosen))


def check_no_doubles(rows: Sequence[CandidateRow], numbers: Sequence[int], name: str) -> None:
    """Refuses two candidates with one rank or one number, naming both rows."""
    for field, value_of in (("rank", _rank_of), ("number", _number_of)):
        seen: dict[object, int] = {}
        for at, row in zip(numbers, rows, strict=True):
            value = value_of(row)
            if value is None:
                continue
            earlier = seen.setdefault(value, at)
            if earlier != at:
                raise Refused(
                    _(
                        "{name}: the {field} {value} stands there twice, in row {one} and "
                        "row {other}."
                    ).format(
                        name=name, field=field_word(field), value=value, one=earlier, other=at
                    ),
                    field,
                )


def _rank_of(row: CandidateRow) -> object:
    return row.rank


def _number_of(row: CandidateRow) -> object:
    return row.number or None


def digest_of(path: Path, mapping: Mapping[str, str]) -> str:
    """SHA-256 of a file and of how it was read."""
    how = json.dumps(mapping, sort_keys=True).encode()
    return hashlib.sha256(hashlib.sha256(how).digest() + read_whole(path)).hexdigest()


# In the order in which a row is looked at.
READERS: Mapping[str, Callable[[str], Any]] = {
    "rank": values.rank,
    **{field: partial(values.text, field) for field in ("last_name", *values.LONGEST)},
    "language": values.letter_language,
    "registered_on": partial(values.day, "registered_on"),
    "priority": partial(values.yes_no, "priority"),
    "protected": partial(values.yes_no, "protected"),
    "persons": values.persons,
}


def _reader(table: Table, mapping: Mapping[str, str]) -> Callable[[tuple[str, ...]], CandidateRow]:
    """A function that makes a candidate of the cells of one row. Texts whose whole column is fine
    are taken as they are; of the other columns it looks at every cell."""
    place = {field: table.headings.index(heading) for field, heading in mapping.items()}
    columns = list(zip(*table.rows, strict=True))
    fine = [
        (field, at)
        for field, at in place.items()
        if field in values.LONGEST and values.all_fine(field, columns[at])
    ]
    looked_at = [
        (field, place[field], read)
        for field, read in READERS.items()
        if field in place and field not in dict(fine)
    ]
    at_name, at_house_number = place["last_name"], place.get("house_number")

    def read_row(cells: tuple[str, ...]) -> CandidateRow:
        read: dict[str, Any] = {field: reads(cells[at]) for field, at, reads in looked_at}
        read.update([(field, cells[at]) for field, at in fine])
        if not cells[at_name]:
            raise WrongValueError("last_name", _("the last name is missing."))
        if at_house_number is not None:
            street = f"{read.get('street', '')} {cells[at_house_number]}"
            read["street"] = values.text("street", street)
        return CandidateRow(**read)

    return read_row
