"""The log file: the details of trouble, and nothing personal."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path


def log_file() -> Path:
    """Where the details of trouble go."""
    return user_log_path("Samenspraak", appauthor=False) / "samenspraak.log"


def keep_log() -> None:
    """Write to the log file from here on; four files of 1 MB at the most."""
    log_file().parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(log_file(), maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
