"""A look at the whole program: every screen, every paper, on the demo world, without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop.cli.report import Report
from desktop.language import _, ngettext
from desktop.places import demo_database


def run() -> Report:
    """Open every screen of every tab and print every paper of the demo. Names the papers for which
    the demo has no case; the report has trouble when anything fails."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.pictures import pictures

    with _errors_in_screens() as failed, tempfile.TemporaryDirectory() as folder:
        made = list(pictures(Path(folder)))
        failed += [path.name for path in made if path.stat().st_size == 0]
    screens = sum(path.suffix == ".png" for path in made)
    papers = sum(path.suffix == ".pdf" for path in made)
    not_shown = _without_example()
    lines = [
        ngettext("{n} screen opened.", "{n} screens opened.", screens).format(n=screens),
        ngettext("{n} paper printed.", "{n} papers printed.", papers).format(n=papers),
    ]
    if not_shown:
        lines.append(
            _("Not printed, since the demo has no case for it: {papers}.").format(
                papers=", ".join(not_shown)
            )
        )
    return Report(
        tuple(lines),
        {"screens": screens, "papers": papers, "not_shown": not_shown, "failed": failed},
        _("The self-test failed: {what}.").format(what=", ".join(failed)) if failed else "",
    )


@contextmanager
def _errors_in_screens() -> Iterator[list[str]]:
    """The kinds of the errors in code that Qt called: Qt cannot pass them on."""
    found: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        found.append(kind.__name__)
        sys.__excepthook__(kind, error, trace)

    before, sys.excepthook = sys.excepthook, note
    try:
        yield found
    finally:
        sys.excepthook = before


def _without_example() -> list[str]:
    """The papers for which the demo has nothing to print."""
    from desktop.app import features
    from desktop.language.format import local
    from desktop.store import Store

    store = Store.open(demo_database(local(datetime.now(UTC)).date()))
    try:
        with store.reading() as session:
            return [
                printable.key
                for feature in features()
                for printable in feature.prints()
                if printable.example(session) is None
            ]
    finally:
        store.close()
