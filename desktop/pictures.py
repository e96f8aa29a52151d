"""Pictures of every tab and the papers of the demo, for a computer without a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import features, open_demo
from desktop.application import make_application
from desktop.estate.login import ensure_user
from desktop.feature import Place
from desktop.language.format import local
from desktop.store import Store
from desktop.widgets.desk import Desk
from desktop.widgets.screen import HasParts
from desktop.window import Window

SMALLEST_SCREEN = (1366, 768)
# Words over several lines get their height only after their width.
LAYOUT_TURNS = 5


def pictures(folder: Path) -> Iterator[Path]:
    """Write a PNG of each screen and a PDF of each demo paper; gives each path when it is there.
    The Qt platform must be "offscreen"."""
    store = open_demo(local(datetime.now(UTC)).date())
    yield from pictures_of(store, folder)
    store.close()


def pictures_of(store: Store, folder: Path) -> Iterator[Path]:
    """As `pictures`, of a database that is open."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or make_application(sys.argv[:1])
    window = Window(Desk(store, ensure_user(store)), features())
    # The screen that is not there may be smaller than the one that is meant.
    window.showNormal()
    window.resize(*SMALLEST_SCREEN)
    for name, place in _screens(window):
        window.show_place(place)
        window.desk.wait_for_jobs()
        for _turn in range(LAYOUT_TURNS):
            application.processEvents()
        path = folder / f"{name}.png"
        window.grab().save(str(path))
        yield path
    yield from _papers(store, folder)
    window.close()


def _screens(window: Window) -> Iterator[tuple[str, Place]]:
    """Every tab with its place, and every part of a tab that has several: there where most is to
    see, as the first thing in a list may have next to nothing yet."""
    for number, feature in enumerate(window.features, start=1):
        name, tab = f"{number} {feature.title()}", Place(feature.key)
        window.show_place(tab)
        if isinstance(window.current, HasParts):
            with window.desk.reading() as session:
                sights = feature.sights(session)
            for words, part in window.current.part_places():
                yield f"{name}, {words}", sights.get(part.part, part)
        else:
            yield name, tab


def _papers(store: Store, folder: Path) -> Iterator[Path]:
    with store.reading() as session:
        for feature in features():
            for printable in feature.prints():
                numbers = printable.example(session)
                if numbers is not None:
                    paper = printable.make(session, numbers, store.now())
                    path = folder / paper.file_name
                    path.write_bytes(paper.pdf)
                    yield path
