"""The backup: where it goes, when it was made last, one now; and where the log file is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import moment_short
from desktop.places import log_file
from desktop.store.backup import back_up, backups, folder_for
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card
from desktop.widgets.choose_file import folder_to_use
from desktop.widgets.desk import Desk
from desktop.widgets.job import Progress
from desktop.widgets.remembered import remembered
from desktop.widgets.words import Words


def backup_folder(data: Path) -> Path:
    """Where backups of this database go: the place that was chosen, or beside it."""
    kept = str(remembered().value("backups", ""))
    return Path(kept) if kept else folder_for(data)


class BackupPanel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._data = desk.store.path
        self._where = Words("", wraps=True)
        self._last = Words("", "soft", wraps=True)
        card = Card(_("Backup"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        if self._data is None:
            words = _("The database is on a server. Whoever keeps the server makes the backups.")
            card.add(Words(words, wraps=True))
        else:
            card.add(self._where)
            card.add(self._last)
            row = QHBoxLayout()
            row.setSpacing(theme.SMALL)
            row.addWidget(primary(_("Back up now"), self.make))
            row.addWidget(secondary(_("Choose another place…"), self._choose))
            row.addStretch(1)
            card.add_layout(row)
        column.addWidget(card)
        help_card = Card(_("Help"))
        help_card.add(
            Words(
                _("The details of trouble are in {file}. Nothing about persons is in it.").format(
                    file=log_file()
                ),
                wraps=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(secondary(_("Open the folder"), self._open_log))
        row.addStretch(1)
        help_card.add_layout(row)
        column.addWidget(help_card)
        column.addStretch(1)
        self.reload()

    def reload(self) -> None:
        if self._data is None:
            return
        folder = backup_folder(self._data)
        self._where.setText(_("Backups go to {folder}").format(folder=folder))
        found = backups(self._data, folder)
        good = next((b for b in found if b.whole), None)
        self._last.setText(
            _("The newest good one is of {moment}.").format(moment=moment_short(good.made))
            if good
            else _("There is no backup yet.")
        )

    def make(self) -> None:
        """Make one beside the work."""
        data = self._data
        if data is None:
            return
        folder, now = backup_folder(data), self._desk.now()

        def work(progress: Progress) -> Path:
            progress.step(0, 0, _("Copying and checking"))
            return back_up(data, folder, now)

        def done(path: Path) -> None:
            self.reload()
            self._desk.said.emit(_("Backup made: {name}").format(name=path.name))

        self._desk.run(_("Making a backup"), work, done, self)

    def _choose(self) -> None:
        name = folder_to_use(self, _("Where the backups go"))
        if name:
            remembered().setValue("backups", name)
            self.reload()

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
