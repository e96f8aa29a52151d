"""Pages with a signature, as files: chosen for a form, added later, and saved again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.exchange.files import read_whole, write_whole
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words

SCANS = "*.pdf *.png *.jpg *.jpeg"


class ScanChoice(QWidget):
    """The file with the signature; it may come later."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("scan")
        self._desk = desk
        self.path: Path | None = None
        self._words = Words(_("No scan yet; you can add it later."), "soft", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(secondary(_("Choose scan…"), self._choose))
        row.addWidget(self._words, 1)

    def _choose(self) -> None:
        chosen = ask_scan(self._desk, self)
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Use this file."""
        self.path = path
        self._words.setText(path.name)

    def content(self) -> bytes | None:
        """The file as it is now; None without one. Refuses one that cannot be read."""
        return read_whole(self.path) if self.path is not None else None


def ask_scan(desk: Desk, parent: QWidget) -> Path | None:
    """Ask for a scanned page; None when nobody chooses one."""
    return desk.ask_file(parent, _("Choose scan"), _kinds())


def save_scan(desk: Desk, title: str, name: str, scan: bytes | None, parent: QWidget) -> None:
    """Ask where to save a page, with a file name to begin with; nothing when there is none."""
    if scan is None:
        return
    path = desk.save_file(parent, title, name, _kinds())
    if path is not None:
        desk.did(lambda: write_whole(path, scan), parent)


def _kinds() -> str:
    return _("Scans") + f" ({SCANS})"
