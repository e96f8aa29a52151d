"""A look at the whole program: every tab, every paper, on the demo world, without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from types import TracebackType

from desktop.cli.report import Report
from desktop.language import _, ngettext


def run() -> Report:
    """Open every tab and print every paper of the demo. The report has trouble when something
    fails, or when the demo has nothing to show for a paper."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.app import features
    from desktop.pictures import pictures

    failed: list[str] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # Qt calls our code and cannot pass an error on: it ends up here.
        failed.append(kind.__name__)
        sys.__excepthook__(kind, error, trace)

    previous, sys.excepthook = sys.excepthook, note
    try:
        with tempfile.TemporaryDirectory() as folder:
            made = list(pictures(Path(folder)))
            empty = [path.name for path in made if path.stat().st_size == 0]
    finally:
        sys.excepthook = previous
    tabs = sum(path.suffix == ".png" for path in made)
    papers = sum(path.suffix == ".pdf" for path in made)
    wanted = sum(len(feature.prints) for feature in features())
    trouble = ""
    if failed or empty or papers < wanted:
        trouble = _("The self-test failed: {what}.").format(
            what=", ".join([*failed, *empty])
            or _("{papers} of {wanted} papers").format(papers=papers, wanted=wanted)
        )
    return Report(
        (
            ngettext("{n} tab opened.", "{n} tabs opened.", tabs).format(n=tabs),
            ngettext("{n} paper printed.", "{n} papers printed.", papers).format(n=papers),
        ),
        {"tabs": tabs, "papers": papers, "papers_wanted": wanted, "failed": failed + empty},
        trouble,
    )
