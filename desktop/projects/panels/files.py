"""Files of a project in the window: what a file would bring, before it is read in; and out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from desktop.feature import ImportReport, ImportWish
from desktop.language import _, ngettext
from desktop.projects.exchange.offered import import_file
from desktop.projects.exchange.writing import write_whole_project
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.job import Progress
from desktop.widgets.menu_button import add_entry
from desktop.widgets.words import Words

KINDS = "*.xlsx *.gan *.xml *.mpp"


def fill_files(menu: QMenu, desk: Desk, project_id: int, code: str, parent: QWidget) -> None:
    """The entries of a menu for files: in and out."""
    add_entry(menu, _("Read in a file…"), lambda: ask_import(desk, code, parent))
    add_entry(menu, _("Save as Excel…"), lambda: save(desk, project_id, code, parent))


def ask_import(desk: Desk, code: str, parent: QWidget) -> None:
    """Ask for a workbook or a plan, then show what it would bring."""
    kinds = _("Workbooks and plans ({kinds})").format(kinds=KINDS)
    path = desk.ask_file(parent, _("Read in a file"), kinds)
    if path is not None:
        show_import(desk, code, path, parent)


def show_import(desk: Desk, code: str, path: Path, parent: QWidget) -> None:
    """Open what a file would bring, once a worker has looked at it."""

    def work(progress: Progress) -> ImportReport:
        progress.step(0, 0, _("Reading the file"))
        return import_file(desk.store, desk.who, path, ImportWish(dry_run=True, into=code))

    def show(report: ImportReport) -> None:
        Dialog(
            desk,
            _("Read in {file}").format(file=path.name),
            Words("\n".join(report.sentences), wraps=True),
            _("Read in"),
            lambda: _take(desk, code, path, parent),
            parent,
            width=640,
        ).open()

    desk.run(_("The file is being read"), work, show, parent)


def _take(desk: Desk, code: str, path: Path, parent: QWidget) -> None:
    """Read the file in, in a worker; what went wrong leaves nothing of it."""

    def work(progress: Progress) -> ImportReport:
        progress.step(0, 0, _("Reading the file"))
        return import_file(desk.store, desk.who, path, ImportWish(into=code))

    def tell(report: ImportReport) -> None:
        desk.said.emit(report.sentences[0])

    desk.run(_("The file is being read in"), work, tell, parent)


def save(desk: Desk, project_id: int, code: str, parent: QWidget) -> None:
    """Write the project to a workbook that can be changed and read in again."""
    name = f"{desk.today():%Y-%m-%d} {code}.xlsx"
    path = desk.save_file(parent, _("Save as Excel"), name, "Excel (*.xlsx)")
    if path is None:
        return

    def work(progress: Progress) -> int:
        progress.step(0, 0, _("Writing the file"))
        with desk.store.reading() as session:
            return write_whole_project(session, path, project_id)

    def tell(count: int) -> None:
        words = ngettext("{file} is saved: {n} row.", "{file} is saved: {n} rows.", count)
        desk.said.emit(words.format(file=path.name, n=count))

    desk.run(_("The file is being written"), work, tell, parent)
