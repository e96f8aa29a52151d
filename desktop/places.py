"""Where the program keeps its files on this computer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from platformdirs import user_data_path, user_log_path

NAME = "Samenspraak"


def own_database() -> Path:
    """The database of this user, unless another one was chosen."""
    return user_data_path(NAME, appauthor=False) / "samenspraak.db"


def demo_database(day: date) -> Path:
    """The demo world as it stands on a day: made anew each day, since its terms run on."""
    return own_database().with_name(f"demo {day.isoformat()}.db")


def log_file() -> Path:
    """Where the details of trouble go; `desktop.log` keeps everything personal out of it."""
    return user_log_path(NAME, appauthor=False) / "samenspraak.log"
