"""Reading in a file with a look beforehand, such as a publication of the allocation system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.feature import Importable, ImportReport, ImportWish
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.job import Progress
from desktop.widgets.words import Words


def ask_import(desk: Desk, kind: Importable, patterns: str, parent: QWidget) -> None:
    """Ask for the file; `patterns` as Qt writes them: "*.csv *.xlsx"."""
    path = desk.ask_file(parent, kind.title(), _("Files ({patterns})").format(patterns=patterns))
    if path is not None:
        look_and_import(desk, kind, path, parent)


def look_and_import(desk: Desk, kind: Importable, path: Path, parent: QWidget) -> None:
    """Show what reading the file in would do, and do it when the user says so."""

    def show(report: ImportReport) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        for sentence in report.sentences:
            words = Words(sentence, wraps=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        column.addStretch(1)
        Dialog(
            desk,
            kind.title(),
            content,
            _("Import"),
            lambda: _run(desk, kind, path, dry_run=False, done=told),
            parent,
            explanation=_("Nothing has been imported yet. First check whether this is right."),
        ).open()

    def told(report: ImportReport) -> None:
        desk.said.emit(report.sentences[0] if report.sentences else _("Nothing changed."))

    _run(desk, kind, path, dry_run=True, done=show)


def _run(
    desk: Desk,
    kind: Importable,
    path: Path,
    dry_run: bool,
    done: Callable[[ImportReport], object],
) -> None:
    def work(progress: Progress) -> ImportReport:
        progress.step(0, 0, _("Reading the file"))
        wish = ImportWish(
            dry_run=dry_run,
            progress=lambda at, total: progress.step(at, total, _("Reading the file")),
        )
        return kind.read(desk.store, desk.who, path, wish)

    desk.run(kind.title(), work, done)
