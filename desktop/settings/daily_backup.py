"""A backup a day, and what was wiped out of the older ones, beside the work."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from desktop.language import _
from desktop.settings.backups import backup_folder
from desktop.store.backup import back_up, backups, forget_in_backups
from desktop.widgets.desk import Desk
from desktop.widgets.job import Progress

OFTEN_ENOUGH = timedelta(hours=20)


def back_up_when_due(desk: Desk) -> None:
    """Make a backup unless there is a whole one that is young enough, and leave nothing of wiped
    persons in the database file and in its backups. A server keeps its own."""
    data = desk.store.path
    if data is None:
        return
    folder, now = backup_folder(data), desk.now()

    def work(progress: Progress) -> None:
        progress.step(0, 0, _("Copying and checking"))
        desk.store.catch_up_forgetting()
        forget_in_backups(data, folder)
        if _is_due(data, folder, now):
            back_up(data, folder, now)

    desk.run(_("Making a backup"), work, lambda _nothing: None)


def _is_due(data: Path, folder: Path, now: datetime) -> bool:
    youngest = max((b.made for b in backups(data, folder) if b.whole), default=None)
    return youngest is None or now - youngest > OFTEN_ENOUGH
