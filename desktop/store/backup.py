"""Backups of a SQLite file: made while it is in use, checked, kept to a number, put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.language import _
from desktop.refused import Refused
from desktop.store.engine import MAGIC

KEEP = 14
SUFFIX = ".samenspraak-backup"


@dataclass(frozen=True)
class Backup:
    """A backup file: when it was made, and whether SQLite finds it whole."""

    path: Path
    made: datetime
    whole: bool


def folder_for(data: Path) -> Path:
    """Where backups go unless the user chose another place."""
    return data.parent / "backups"


def is_whole(path: Path) -> bool:
    """Whether the file is a SQLite database without damage."""
    try:
        with path.open("rb") as file:
            if file.read(16) != MAGIC:
                return False
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(found and found[0] == "ok")
    except (sqlite3.Error, OSError):
        return False


def back_up(data: Path, folder: Path | None, now: datetime, why: str = "") -> Path:
    """Copy the database with SQLite's own backup, check the copy, and keep the newest `KEEP`.

    The name sorts by time. Refuses when the copy is not whole or the place cannot be written.
    """
    folder = folder or folder_for(data)
    name = f"{data.stem} {now:%Y-%m-%d %H%M%S}{' ' + why if why else ''}{SUFFIX}"
    target = folder / name
    half = target.with_suffix(".half")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(data)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
            # One file, without a log beside it: a backup is carried elsewhere.
            copy.execute("PRAGMA journal_mode=DELETE")
        if not is_whole(half):
            raise Refused(_("The backup is not whole. The database itself was not touched."))
        os.replace(half, target)
    except (OSError, sqlite3.Error) as error:
        half.unlink(missing_ok=True)
        raise Refused(
            _("The backup could not be made in {folder}: {why}.").format(folder=folder, why=error),
            "backup",
        ) from error
    for old in sorted(folder.glob(f"{data.stem} *{SUFFIX}"))[:-KEEP]:
        old.unlink(missing_ok=True)
    return target


def backups(data: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of this database, newest first."""
    found = []
    for path in (folder or folder_for(data)).glob(f"{data.stem} *{SUFFIX}"):
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        found.append(Backup(path, made, is_whole(path)))
    return sorted(found, key=lambda b: b.path.name, reverse=True)


def newest_good(data: Path, folder: Path | None = None) -> Backup | None:
    """What to offer when the database is damaged."""
    return next((b for b in backups(data, folder) if b.whole), None)


def restore(backup: Path, data: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database. What was there is set aside, not thrown away;
    returns where. Refuses a backup that is not whole. The database must be closed."""
    if not is_whole(backup):
        raise Refused(
            _("{name} is not a whole backup. Choose another one.").format(name=backup.name)
        )
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        fresh = data.with_suffix(".restoring")
        with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(fresh)) as copy:
            source.backup(copy)
        aside = None
        if data.exists():
            aside = data.with_name(f"{data.stem} set aside {now:%Y-%m-%d %H%M%S}{data.suffix}")
            os.replace(data, aside)
            for tail in ("-wal", "-shm"):
                log = Path(f"{data}{tail}")
                if log.exists():
                    os.replace(log, Path(f"{aside}{tail}"))
        os.replace(fresh, data)
    except (OSError, sqlite3.Error) as error:
        raise Refused(
            _("The backup could not be put back: {why}.").format(why=error), "backup"
        ) from error
    return aside
