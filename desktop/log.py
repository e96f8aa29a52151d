"""The log file: where in the program trouble came from, and never anything about a person.

Errors carry values in their words: what somebody typed, the row that did not fit. So of an error
only its kind and its places in the source are written. Only loggers of the program itself come
here: what a library would say about its data is not ours to judge.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desktop.places import log_file

PACKAGE = Path(__file__).resolve().parent
MOST_BYTES = 1_000_000
OLDER_FILES = 3


class Discreet(logging.Formatter):
    """Time, level, place and our own words; of errors only kinds and places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        discreet = logging.makeLogRecord(record.__dict__)
        discreet.args = _kinds_for_errors(record.args)
        discreet.exc_text = None
        return super().format(discreet)

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines += [f"  {_kind(error)}", *_places(error)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _kinds_for_errors(arguments: object) -> tuple[object, ...]:
    """An error among the words stands there as its kind."""
    if isinstance(arguments, Mapping):
        arguments = (arguments,)
    given = arguments if isinstance(arguments, tuple) else ()
    return tuple(_kind(a) if isinstance(a, BaseException) else a for a in given)


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _places(error: BaseException) -> list[str]:
    places = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        with suppress(ValueError):
            path = path.relative_to(PACKAGE.parent)
        places.append(f"    {path.as_posix()}:{frame.lineno} {frame.name}")
    return places


def keep_log() -> None:
    """Write to the log file from here on; four files of 1 MB at the most. Where no file can be
    kept the program works without: a log is no reason to refuse anything."""
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    handler = RotatingFileHandler(
        log_file(), maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(Discreet())
    stop_log()
    logging.getLogger(PACKAGE.name).addHandler(handler)


def stop_log() -> None:
    """Write no longer, and let go of the file."""
    ours = logging.getLogger(PACKAGE.name)
    for handler in list(ours.handlers):
        ours.removeHandler(handler)
        handler.close()
