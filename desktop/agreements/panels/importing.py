"""Files of a year in the window: reading one in, writing the year to one, and one to fill in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from desktop.agreements.actions.imports import look_at, take_in
from desktop.agreements.exchange.given import GivenFile, read_given
from desktop.agreements.exchange.new_year import NewYear, new_year
from desktop.agreements.exchange.plan import Plan
from desktop.agreements.exchange.writing import write_template, write_year
from desktop.agreements.panels.import_preview import ImportPreview
from desktop.language import _, ngettext
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.job import Progress
from desktop.widgets.menu_button import add_entry

Into = int | NewYear


def fill_exchange(menu: QMenu, desk: Desk, cycle_id: int, year: int, parent: QWidget) -> None:
    """The entries of a menu for files: in, out, and one to fill in. `year` is of the agreements."""
    add_entry(menu, _("Read in a file…"), lambda: ask_import(desk, cycle_id, parent))
    add_entry(menu, _("Save as Excel…"), lambda: save_year(desk, cycle_id, year, parent))
    add_entry(menu, _("Empty file to fill in…"), lambda: save_template(desk, parent))


def ask_import(desk: Desk, cycle_id: int | None, parent: QWidget) -> None:
    """Ask for the file, then show what it would change in the year; without a year, in the one
    that it begins."""
    kinds = _("Workbooks and lists (*.xlsx *.csv)")
    path = desk.ask_file(parent, _("Read in a file"), kinds)
    if path is not None:
        show_import(desk, cycle_id, path, parent)


def show_import(desk: Desk, cycle_id: int | None, path: Path, parent: QWidget) -> None:
    """Open the preview of a file, once a worker has looked at it."""

    def work(progress: Progress) -> tuple[GivenFile, Into, Plan]:
        progress.step(0, 0, _("Reading the file"))
        given = read_given(path)
        into = _begun_by(given) if cycle_id is None else cycle_id
        return given, into, look_at(desk.store, desk.who, given, into, _telling(progress))

    def show(looked: tuple[GivenFile, Into, Plan]) -> None:
        given, into, plan = looked
        preview = ImportPreview(plan)
        dialog = Dialog(
            desk,
            _("Read in {file}").format(file=plan.file),
            preview,
            _("Read in"),
            lambda: _take(desk, given, into),
            parent,
            explanation=_beforehand(plan),
            width=940,
        )
        dialog.button.set_reason(_why_not(plan))
        dialog.open()

    desk.run(_("The file is being read"), work, show, parent)


def save_year(desk: Desk, cycle_id: int, year: int, parent: QWidget) -> None:
    """Write the year to a workbook that can be changed and read in again."""
    words = _("Agreements {year}").format(year=year)
    name = f"{desk.today():%Y-%m-%d} {words}.xlsx"
    path = desk.save_file(parent, _("Save as Excel"), name, "Excel (*.xlsx)")
    if path is None:
        return

    def work(progress: Progress) -> int:
        progress.step(0, 0, _("Writing the file"))
        with desk.store.reading() as session:
            return write_year(session, path, cycle_id)

    desk.run(_("The file is being written"), work, partial(_tell_saved, desk, path), parent)


def save_template(desk: Desk, parent: QWidget) -> None:
    """Write a file to fill in, with an explanation of every column."""
    name = _("Agreements to fill in") + ".xlsx"
    path = desk.save_file(parent, _("Empty file to fill in"), name, "Excel (*.xlsx)")
    if path is not None and desk.did(lambda: write_template(path), parent):
        desk.said.emit(_("{file} is saved.").format(file=path.name))


def _tell_saved(desk: Desk, path: Path, count: int) -> None:
    words = ngettext("{file} is saved: {n} row.", "{file} is saved: {n} rows.", count)
    desk.said.emit(words.format(file=path.name, n=count))


def _begun_by(given: GivenFile) -> NewYear:
    begun = new_year(given, None)
    if begun is None:
        raise Refused(
            _("This file does not tell which year it is of. Begin a year, and read it in there."),
            "file",
        )
    return begun


def _take(desk: Desk, given: GivenFile, into: Into) -> None:
    """Read the file in, in a worker with Stop: then nothing of it stays."""

    def work(progress: Progress) -> Plan:
        return take_in(desk.store, desk.who, given, into, _telling(progress))

    def tell(done: Plan) -> None:
        words = ngettext("{n} row was read in.", "{n} rows were read in.", done.brings)
        desk.said.emit(words.format(n=done.brings))

    desk.run(_("The file is being read in"), work, tell)


def _telling(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress.step(done, total, _("Looking at the rows"))


def _beforehand(plan: Plan) -> str:
    words = _("Nothing has been read in yet. These are the agreements for {year}.")
    told = [words.format(year=plan.applies_in)]
    wrong = [sheet.key.value for sheet in plan.sheets if not sheet.fine]
    if wrong and plan.brings:
        sentence = _("Something is wrong in {sheets}. Of that nothing is read in; the rest is.")
        told.append(sentence.format(sheets=", ".join(wrong)))
    if plan.unread:
        sentence = _("Not read, because nobody knows these sheets: {names}.")
        told.append(sentence.format(names=", ".join(plan.unread)))
    told.append(_why_not(plan) or "")
    return " ".join(told).strip()


def _why_not(plan: Plan) -> str | None:
    if plan.brings:
        return None
    if plan.fine:
        return _("Everything in this file is already known. Nothing changes.")
    return _("Mend what is wrong in the file first, and choose it again.")
