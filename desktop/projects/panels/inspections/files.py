"""Findings as a workbook: out, and in again after it was shown what that would change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.projects.actions.finding_rows import Brought, take_in_findings
from desktop.projects.exchange.finding_rows import FoundRow, compared, finding_rows
from desktop.projects.exchange.records import FindingRow, read_project, write_findings
from desktop.projects.wording import word
from desktop.refused import Refused
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.job import Progress
from desktop.widgets.table import Align, Cell, Column, Table, TableRow
from desktop.widgets.theme import Tone

EXCEL = "Excel (*.xlsx)"


def save_findings(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Write all findings of a project to a workbook, without who reported them."""
    name = f"{desk.today():%Y-%m-%d} {_('Findings')}.xlsx"
    path = desk.save_file(parent, _("Save as Excel"), name, EXCEL)
    if path is None:
        return

    def work() -> None:
        with desk.reading() as session:
            count = write_findings(path, finding_rows(session, project_id))
        words = ngettext("{file} is saved: {n} row.", "{file} is saved: {n} rows.", count)
        desk.said.emit(words.format(file=path.name, n=count))

    desk.did(work, parent)


def ask_findings(desk: Desk, project_id: int, parent: QWidget) -> None:
    """Ask for a workbook, then show what it would change."""
    path = desk.ask_file(parent, _("Read in a file"), EXCEL)
    if path is not None:
        show_findings(desk, project_id, path, parent)


def show_findings(desk: Desk, project_id: int, path: Path, parent: QWidget) -> None:
    """Read a workbook beside the window, and show what it would change."""

    def work(progress: Progress) -> tuple[tuple[FindingRow, ...], list[FoundRow]]:
        progress.step(0, 0, _("Reading the file"))
        rows = read_project(path).findings
        if rows is None:
            words = _("{name} has no sheet “{sheet}”. Nothing was read in.")
            raise Refused(words.format(name=path.name, sheet="Bevindingen"), "file")
        with desk.store.reading() as session:
            return rows, compared(finding_rows(session, project_id), rows)

    def show(looked: tuple[tuple[FindingRow, ...], list[FoundRow]]) -> None:
        rows, changes = looked
        dialog = Dialog(
            desk,
            _("Read in {file}").format(file=path.name),
            _Preview(changes),
            _("Read in"),
            lambda: _tell(desk, take_in_findings(desk.store, desk.who, project_id, rows)),
            parent,
            explanation=_beforehand(len(rows), changes),
            width=680,
        )
        dialog.button.set_reason(None if changes else _("Nothing in this file is new."))
        dialog.open()

    desk.run(_("The file is being read"), work, show, parent)


class _Preview(QWidget):
    """The findings that are new, and those that would change."""

    def __init__(self, changes: list[FoundRow]) -> None:
        super().__init__()
        table = Table(
            "findings-import",
            [
                Column(_("Walk"), 180),
                Column(_("Nr"), 50, Align.RIGHT),
                Column(_("Kind"), 100),
                Column(_("Place"), 0),
                Column("", 100),
            ],
            _("What this file changes"),
        )
        table.setMinimumHeight(240)
        table.show_rows([_row(at, change) for at, change in enumerate(changes)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)


def _row(at: int, change: FoundRow) -> TableRow:
    row = change.row
    chip = Cell(_("new"), Tone.GREEN) if change.is_new else Cell(_("changed"), Tone.BLUE)
    number = Cell(str(row.number), sort=row.number)
    return TableRow(at, (row.route, number, word(row.kind), row.place, chip))


def _beforehand(count: int, changes: list[FoundRow]) -> str:
    new = sum(change.is_new for change in changes)
    words = ngettext(
        "There is {n} finding in this file: {new} new, {changed} changed, {same} as it was.",
        "There are {n} findings in this file: {new} new, {changed} changed, {same} as they were.",
        count,
    )
    return words.format(n=count, new=new, changed=len(changes) - new, same=count - len(changes))


def _tell(desk: Desk, brought: Brought) -> None:
    words = _("Read in: {new} new, {changed} changed, {same} as they were.")
    desk.said.emit(words.format(new=brought.new, changed=brought.changed, same=brought.same))
