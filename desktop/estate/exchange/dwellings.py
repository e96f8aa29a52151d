"""Reading dwellings, with their complexes, from a table.

All of the file or nothing. The same file twice changes nothing: a dwelling is known by its code,
and a cell that is empty in the file leaves what is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.estate.exchange.columns import COLUMNS, NEEDED, Column
from desktop.estate.facts import ComplexFacts, DwellingFacts, tidy
from desktop.estate.field_words import WORDING
from desktop.estate.model import Complex, Dwelling
from desktop.exchange.tables import Table, read_table
from desktop.feature import ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.store import Actor, Store

PROGRESS_ROWS = 500


@dataclass(frozen=True)
class Row:
    """A dwelling as the file has it, with what it says of its complex; a field that the file leaves
    empty is not in `values` or `of_complex`."""

    number: int
    code: str
    complex_code: str
    of_complex: dict[str, Any]
    values: dict[str, Any]


@dataclass
class Tally:
    """What reading brought, or would bring."""

    complexes: int = 0
    renamed: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    new: int = 0
    changed: int = 0
    same: int = 0


def read_dwellings(path: Path) -> tuple[list[Row], tuple[str, ...]]:
    """The dwellings in a file, and the headings that this program does not use.

    Refuses, naming row and column: a column that is needed and missing, a cell that cannot be
    read, and a code that stands in the file twice."""
    table = read_table(path)
    places, unused = _places(table)
    rows: list[Row] = []
    seen: dict[str, int] = {}
    told: dict[tuple[str, str], Any] = {}
    for number, cells in zip(table.numbers, table.rows, strict=True):
        row = _row(table, number, cells, places)
        if row.code in seen:
            raise Refused(
                _("In {name}, the code {code} stands in row {first} and in row {row}.").format(
                    name=table.name, code=row.code, first=seen[row.code], row=number
                ),
                "file",
            )
        seen[row.code] = number
        for name, value in row.of_complex.items():
            if told.setdefault((row.complex_code, name), value) != value:
                raise _otherwise_above(table, row, name)
        rows.append(row)
    return rows, unused


def _otherwise_above(table: Table, row: Row, name: str) -> Refused:
    """What a row says of its complex is not what stood at another of its dwellings."""
    if name == "name":
        sentence = _("In {name}, row {row}, complex {code} has another name than above it.")
    else:
        sentence = _("In {name}, row {row}, complex {code} has another “{field}” than above it.")
    return Refused(
        sentence.format(
            name=table.name,
            row=row.number,
            code=row.complex_code,
            field=WORDING.field("complex", name),
        ),
        "file",
    )


def _places(table: Table) -> tuple[list[tuple[int, Column]], tuple[str, ...]]:
    """Which column of the file is which of ours."""
    by_heading = {heading: column for column in COLUMNS for heading in column.headings}
    places: list[tuple[int, Column]] = []
    unused = []
    for place, heading in enumerate(table.headings):
        column = by_heading.get(fold(heading))
        if column is None:
            unused.append(heading)
        elif any(column is other for _place, other in places):
            raise Refused(
                _("{name} has two columns for the same: “{heading}” is the second.").format(
                    name=table.name, heading=heading
                ),
                "file",
            )
        else:
            places.append((place, column))
    present = {column.field for _place, column in places}
    for column in COLUMNS:
        if column.field in NEEDED and column.field not in present:
            raise Refused(
                _("{name} has no column “{heading}”. Without it dwellings cannot be read.").format(
                    name=table.name, heading=column.headings[0]
                ),
                "file",
            )
    return places, tuple(unused)


def _row(
    table: Table, number: int, cells: tuple[str, ...], places: list[tuple[int, Column]]
) -> Row:
    values: dict[str, Any] = {}
    of_complex: dict[str, Any] = {}
    for place, column in places:
        cell = cells[place]
        if not cell:
            if column.field in NEEDED:
                raise _in_cell(table, number, place, _("this cell is empty"))
            continue
        try:
            (of_complex if column.of_complex else values)[column.field] = column.read(cell)
        except ValueError as error:
            why = _("“{cell}” is not {what}").format(cell=cell, what=_(column.looks_like))
            raise _in_cell(table, number, place, why) from error
    row = Row(
        number,
        values.pop("code"),
        values.pop("complex_code"),
        of_complex,
        values,
    )
    _check(table, row, places)
    return row


def _check(table: Table, row: Row, places: list[tuple[int, Column]]) -> None:
    """Refuse here, with row and column, what would be refused when it is kept."""
    fields = [column.field for _place, column in places]
    try:
        tidied = tidy(Dwelling, DwellingFacts(code=row.code, **row.values))
        of_complex = {"name": row.complex_code, **row.of_complex}
        described = tidy(Complex, ComplexFacts(code=row.complex_code, **of_complex))
    except Refused as refused:
        place = places[fields.index(refused.field)][0] if refused.field in fields else 0
        raise _in_cell(table, row.number, place, refused.sentence) from refused
    row.values.update({name: getattr(tidied, name) for name in row.values})
    row.of_complex.update({name: getattr(described, name) for name in row.of_complex})


def _in_cell(table: Table, number: int, place: int, why: str) -> Refused:
    return Refused(
        _("In {name}, row {row}, column “{heading}”: {why}.").format(
            name=table.name, row=number, heading=table.headings[place], why=why.rstrip(".")
        ),
        "file",
    )


def import_dwellings(store: Store, who: Actor, path: Path, wish: ImportWish) -> ImportReport:
    """Read a file with dwellings in, or with `wish.dry_run` only say what it would bring."""
    rows, unused = read_dwellings(path)
    if wish.dry_run:
        with store.reading() as session:
            tally = _take(session, rows, wish)
        return _report(tally, unused, wish)
    with store.act(who, "estate.dwellings.import", undo=_("Read dwellings")) as act:
        tally = _take(act.session, rows, wish)
    return _report(tally, unused, wish)


def _take(session: Session, rows: list[Row], wish: ImportWish) -> Tally:
    """Put the rows in the session; what is there already and the same stays untouched."""
    tally = Tally()
    complexes = {c.code: c for c in session.scalars(select(Complex))}
    dwellings = {d.code: d for d in session.scalars(select(Dwelling))}
    for done, row in enumerate(rows):
        if done % PROGRESS_ROWS == 0:
            wish.progress(done, len(rows))
        complex_ = complexes.get(row.complex_code)
        if complex_ is None:
            complex_ = Complex(
                code=row.complex_code, **{"name": row.complex_code, **row.of_complex}
            )
            session.add(complex_)
            complexes[row.complex_code] = complex_
            tally.complexes += 1
        else:
            _describe(complex_, row, tally)
        dwelling = dwellings.get(row.code)
        if dwelling is None:
            session.add(Dwelling(code=row.code, complex=complex_, **row.values))
            tally.new += 1
        elif _change(dwelling, complex_, row.values):
            tally.changed += 1
        else:
            tally.same += 1
    wish.progress(len(rows), len(rows))
    return tally


def _describe(complex_: Complex, row: Row, tally: Tally) -> None:
    """Write what a row says of its complex and what differs."""
    for name, value in row.of_complex.items():
        if getattr(complex_, name) != value:
            setattr(complex_, name, value)
            (tally.renamed if name == "name" else tally.described).add(row.complex_code)


def _change(dwelling: Dwelling, complex_: Complex, values: dict[str, Any]) -> bool:
    """Write what differs; whether anything did."""
    differing = {k: v for k, v in values.items() if getattr(dwelling, k) != v}
    if dwelling.complex is not complex_:
        differing["complex"] = complex_
    for name, value in differing.items():
        setattr(dwelling, name, value)
    return bool(differing)


def _report(tally: Tally, unused: tuple[str, ...], wish: ImportWish) -> ImportReport:
    sentences = []
    if wish.dry_run:
        sentences.append(_("This is a try: nothing was changed."))
    if not (tally.complexes or tally.renamed or tally.described or tally.new or tally.changed):
        sentences.append(_("Everything in this file is already known. Nothing changes."))
    renamed, described = len(tally.renamed), len(tally.described)
    counted = (
        (tally.complexes, ngettext("{n} new complex.", "{n} new complexes.", tally.complexes)),
        (
            renamed,
            ngettext("{n} complex with another name.", "{n} complexes with another name.", renamed),
        ),
        (
            described,
            ngettext(
                "{n} complex described otherwise.", "{n} complexes described otherwise.", described
            ),
        ),
        (tally.new, ngettext("{n} new dwelling.", "{n} new dwellings.", tally.new)),
        (tally.changed, ngettext("{n} dwelling changed.", "{n} dwellings changed.", tally.changed)),
        (
            tally.same,
            ngettext("{n} dwelling stays as it is.", "{n} dwellings stay as they are.", tally.same),
        ),
    )
    sentences += [sentence.format(n=count) for count, sentence in counted if count]
    if unused:
        sentences.append(
            _("Not read, because this program does not use it: {headings}.").format(
                headings=", ".join(unused)
            )
        )
    return ImportReport(
        tuple(sentences),
        {
            "dry_run": wish.dry_run,
            "complexes_new": tally.complexes,
            "complexes_renamed": renamed,
            "complexes_described": described,
            "dwellings_new": tally.new,
            "dwellings_changed": tally.changed,
            "dwellings_same": tally.same,
            "columns_not_read": list(unused),
        },
    )
