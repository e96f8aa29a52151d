"""Backups of a SQLite file: made while it is in use, checked, kept to a number, put back."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.exchange.files import why_not
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store.engine import (
    MAGIC,
    CannotOpen,
    Trouble,
    refuse,
    sentence_for,
)
from desktop.store.forgetting import forget, to_forget

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
            if file.read(len(MAGIC)) != MAGIC:
                return False
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(found and found[0] == "ok")
    except (sqlite3.Error, OSError):
        return False


def back_up(data: Path, folder: Path | None, now: datetime, why: str = "") -> Path:
    """Copy the database with SQLite's own backup, check the copy, and keep the newest `KEEP`.

    The name sorts by time. Refuses when there is nothing to copy, the copy shows that the
    database is damaged, or the place cannot be written."""
    if not data.exists():
        raise CannotOpen(Trouble.UNREACHABLE, sentence_for(Trouble.UNREACHABLE, data))
    folder = folder or folder_for(data)
    name = f"{data.stem} {local(now):%Y-%m-%d %H%M%S}{' ' + why if why else ''}{SUFFIX}"
    target = folder / name
    half = target.with_suffix(".half")
    with _reasons(_("The backup could not be made: {why}."), data):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _copy(data, half)
            if not is_whole(half):
                raise CannotOpen(Trouble.DAMAGED, sentence_for(Trouble.DAMAGED, data))
            os.replace(half, target)
        finally:
            half.unlink(missing_ok=True)
        for old in _newest_first(data, folder)[KEEP:]:
            old.unlink(missing_ok=True)
    return target


def backups(data: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of this database, newest first."""
    return [_look_at(path) for path in _newest_first(data, folder)]


def newest_good(data: Path, folder: Path | None = None) -> Backup | None:
    """What to offer when the database is damaged."""
    looked_at = map(_look_at, _newest_first(data, folder))
    return next((backup for backup in looked_at if backup.whole), None)


def was_emptied(data: Path, folder: Path | None = None) -> bool:
    """Whether a file without any bytes once held something: backups of it were made."""
    return data.exists() and data.stat().st_size == 0 and bool(_newest_first(data, folder))


def restore(backup: Path, data: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database, without the values of persons that were wiped
    since. What was there is set aside, not thrown away; returns where. Refuses a backup that is
    not whole, and a database that is in use."""
    if not is_whole(backup):
        raise Refused(
            _("{name} is not a whole backup. Choose another one.").format(name=backup.name)
        )
    fresh = data.with_name(f"{data.name}.restoring")
    with _reasons(_("The backup could not be restored: {why}."), data):
        try:
            data.parent.mkdir(parents=True, exist_ok=True)
            _refuse_in_use(data)
            fresh.unlink(missing_ok=True)
            _copy(backup, fresh)
            if is_whole(data):
                forget(fresh, to_forget(fresh, data))
            aside = _set_aside(data, now) if data.exists() else None
            os.replace(fresh, data)
        finally:
            fresh.unlink(missing_ok=True)
    return aside


def forget_in_backups(data: Path, folder: Path | None = None) -> int:
    """Empty in every backup of a database what was wiped from the database since; returns how many
    held something. Each is written anew beside itself and checked before it takes its own place,
    with its name and its time. Copies that somebody carried elsewhere are out of reach."""
    return sum(_forget(path, data) for path in _newest_first(data, folder) if is_whole(path))


def _forget(backup: Path, data: Path) -> bool:
    rows = to_forget(backup, data)
    if not rows:
        return False
    half = backup.with_suffix(".half")
    with _reasons(_("The backup could not be cleared of wiped persons: {why}."), data):
        try:
            shutil.copy2(backup, half)
            forget(half, rows)
            if not is_whole(half):
                raise CannotOpen(Trouble.DAMAGED, sentence_for(Trouble.DAMAGED, backup))
            shutil.copystat(backup, half)
            os.replace(half, backup)
        finally:
            half.unlink(missing_ok=True)
    return True


def _newest_first(data: Path, folder: Path | None) -> list[Path]:
    found = (folder or folder_for(data)).glob(f"{glob.escape(data.stem)} *{SUFFIX}")
    return sorted(found, key=lambda path: path.name, reverse=True)


def _look_at(path: Path) -> Backup:
    return Backup(
        path, local(datetime.fromtimestamp(path.stat().st_mtime).astimezone()), is_whole(path)
    )


def _copy(source: Path, target: Path) -> None:
    """One file, without a log beside it: a backup is carried elsewhere."""
    with (
        closing(sqlite3.connect(source)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")


def _set_aside(data: Path, now: datetime) -> Path:
    """Move a database with its log out of the way."""
    aside = data.with_name(f"{data.stem} set aside {local(now):%Y-%m-%d %H%M%S}{data.suffix}")
    for tail in ("", "-wal", "-shm"):
        part = Path(f"{data}{tail}")
        if part.exists():
            os.replace(part, f"{aside}{tail}")
    return aside


def _refuse_in_use(data: Path) -> None:
    """Refuse while another window has the database open. A damaged one can be replaced."""
    if not data.exists():
        return
    with closing(sqlite3.connect(data, timeout=0, isolation_level=None)) as connection:
        try:
            # In exclusive mode SQLite asks for the file as a whole: nobody else may have it open.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise CannotOpen(Trouble.LOCKED, sentence_for(Trouble.LOCKED, data)) from error


@contextmanager
def _reasons(sentence: str, data: Path) -> Iterator[None]:
    """Turn an error of disk or database into a refusal: `sentence` with the reason in it."""
    try:
        yield
    except OSError as error:
        raise Refused(sentence.format(why=why_not(error)), "backup") from error
    except sqlite3.Error as error:
        known = refuse(error, data)
        if known is None:
            raise
        raise known from error
