"""The files of Beleid that come in and go out, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.actions.imports import look_at, take_in
from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.exchange.calendars import export_calendar
from desktop.agreements.exchange.given import GivenFile, read_given
from desktop.agreements.exchange.new_year import NewYear, new_year
from desktop.agreements.exchange.plan import Plan, RowPlan, RowState, SheetPlan, placed
from desktop.agreements.exchange.sheets import Key, kind_named
from desktop.agreements.exchange.writing import write_template, write_year
from desktop.agreements.exchange.years import cycle_of_file
from desktop.agreements.model import Cycle
from desktop.agreements.queries.years import asked_cycle
from desktop.feature import Exportable, Importable, ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store

MOST_SHOWN = 20  # sentences on the error stream; `--json` has all


def importables() -> Sequence[Importable]:
    """What `samenspraak import` knows of Beleid."""
    return (
        Importable("agreements", lambda: _("Agreements of a year (xlsx, csv)"), import_file),
        Importable(
            "measurements",
            lambda: _("Measurements of agreements (xlsx, csv)"),
            partial(import_file, only=Key.MEASUREMENTS),
        ),
    )


def exportables() -> Sequence[Exportable]:
    """What `samenspraak export` knows of Beleid."""
    return (
        Exportable("agreements", lambda: _("Agreements of a year (xlsx, csv)"), export_year),
        Exportable(
            "measurements",
            lambda: _("Measurements of agreements (xlsx, csv)"),
            partial(export_year, only=Key.MEASUREMENTS),
        ),
        Exportable(
            "agreements-template", lambda: _("Empty file for agreements (xlsx)"), export_template
        ),
        Exportable(
            "agreements-days", lambda: _("Days of a year for calendars (ics)"), export_calendar
        ),
    )


def import_file(
    store: Store, who: Actor, path: Path, wish: ImportWish, only: Key | None = None
) -> ImportReport:
    """Read a file in under the year `wish.into`, or under the year that it is about."""
    ensure_seeds(store)
    given = read_given(path, only)
    into = _year_of(store, given, wish.into)
    work = look_at if wish.dry_run else take_in
    return report(work(store, who, given, into, wish.progress), wish.dry_run)


def _year_of(store: Store, given: GivenFile, asked: str | None) -> int | NewYear:
    """The cycle that a file is about; in a database without any the year that it begins."""
    with store.reading() as session:
        if session.scalar(select(Cycle.id).limit(1)) is None:
            new = new_year(given, asked)
            if new is not None:
                return new
        return cycle_of_file(session, given, asked, local(store.now()).date()).id


def report(plan: Plan, dry_run: bool) -> ImportReport:
    """What a file brought, sheet by sheet; what was wrong is the trouble of it."""
    sentences = [_about(plan)]
    if dry_run:
        sentences.append(_("This is a try: nothing was changed."))
    elif plan.fine and not plan.brings:
        sentences.append(_("Everything in this file is already known. Nothing changes."))
    if plan.begun:
        sentence = _("The year begins with this file. Check the names and kinds of: {parties}.")
        sentences.append(sentence.format(parties=", ".join(plan.begun)))
    for sheet in plan.sheets:
        sentences.append(_counted(sheet))
        sentences += _notes(sheet)
    if plan.unread:
        sentence = _("Not read, because nobody knows these sheets: {names}.")
        sentences.append(sentence.format(names=", ".join(plan.unread)))
    return ImportReport(tuple(sentences), _values(plan, dry_run), _trouble(plan))


def _about(plan: Plan) -> str:
    sentence = _("{file}: yearly cycle {year}, agreements for {applies}.")
    return sentence.format(file=plan.file, year=plan.year, applies=plan.applies_in)


def _counted(sheet: SheetPlan) -> str:
    words = {
        RowState.NEW: _("{n} new"),
        RowState.CHANGED: _("{n} changed"),
        RowState.SAME: _("{n} unchanged"),
        RowState.WRONG: _("{n} with an error"),
    }
    counted = [words[s].format(n=sheet.counts[s]) for s in RowState if sheet.counts.get(s)]
    shown = ", ".join(counted) or _("no rows")
    return f"{sheet.key.value}: {shown}"


def _notes(sheet: SheetPlan) -> list[str]:
    notes = [placed(sheet.key, row.number, row.note) for row in sheet.rows if row.note]
    if sheet.unused:
        sentence = _("Not read, because this program does not use it: {headings}.")
        notes.append(sentence.format(headings=", ".join(sheet.unused)))
    return notes


def _trouble(plan: Plan) -> str:
    """Every sentence about what is wrong, and that nothing was read in (E10)."""
    wrong = plan.wrong()
    if not wrong:
        return ""
    if not any(sheet.fine for sheet in plan.sheets):
        end = _("Nothing was read in.")
    else:
        names = ", ".join(sheet.key.value for sheet in plan.sheets if not sheet.fine)
        end = _("Nothing was read in of: {sheets}.").format(sheets=names)
    return "\n".join([*wrong[:MOST_SHOWN], *_more(len(wrong) - MOST_SHOWN)]) + f" {end}"


def _more(count: int) -> tuple[str, ...]:
    if count <= 0:
        return ()
    return (ngettext("And {n} more.", "And {n} more.", count).format(n=count),)


def _values(plan: Plan, dry_run: bool) -> dict[str, Any]:
    return {
        "file": plan.file,
        "cycle": plan.year,
        "agreements_for": plan.applies_in,
        "dry_run": dry_run,
        "cycle_begun_with": list(plan.begun),
        "fine": plan.fine,
        "sheets": {sheet.key.value: _sheet_values(sheet) for sheet in plan.sheets},
        "sheets_not_read": list(plan.unread),
        "errors": list(plan.wrong()),
    }


def _sheet_values(sheet: SheetPlan) -> dict[str, Any]:
    counts = {state.value: sheet.counts.get(state, 0) for state in RowState}
    told = [_row_values(row) for row in sheet.rows if row.state is not RowState.SAME or row.note]
    return {
        **counts,
        "read_in": sheet.fine,
        "error": sheet.error,
        "columns_not_read": list(sheet.unused),
        "rows": told,
    }


def _row_values(row: RowPlan) -> dict[str, Any]:
    return {
        "row": row.number,
        "key": row.key,
        "state": row.state.value,
        "changes": {c.column: [c.old, c.new] for c in row.changes},
        "errors": list(row.wrong),
        "note": row.note,
    }


def export_year(
    session: Session, path: Path, numbers: Sequence[str], now: datetime, only: Key | None = None
) -> int:
    """Write a year: `numbers` may name the year and one sheet. A CSV file holds one sheet."""
    years = [word for word in numbers if word.isdecimal()]
    for word in numbers:
        if not word.isdecimal():
            only = _sheet_named(word)
    if path.suffix.lower() == ".csv" and only is None:
        only = Key.AGREEMENTS
    cycle = asked_cycle(session, years[0] if years else None, local(now).date())
    return write_year(session, path, cycle.id, only)


def export_template(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """Write an empty file; `numbers` may name one sheet."""
    return write_template(path, _sheet_named(numbers[0]) if numbers else None)


def _sheet_named(word: str) -> Key:
    kind = kind_named(word)
    if kind is None:
        names = ", ".join(key.value for key in Key)
        sentence = _("There is no sheet “{name}”. Choose from: {names}.")
        raise Refused(sentence.format(name=word, names=names), "sheet")
    return kind.key
