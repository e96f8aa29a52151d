"""The disk is full while somebody draws: it is said on the drawing, what was drawn stays, and when
there is room again one draws on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from desktop.floorplans import actions, journal
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.exchange.reading import read_home
from desktop.floorplans.panels import files
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.plan import Home
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.drawing import drag
from tests.support.plans import rectangle

FULL = "De schijf is vol. Uw tekening staat nog op het scherm. Maak ruimte of sla op een stick op."
# More walls than fit in the pages that the file has.
MANY = 60


@pytest.fixture
def sketch(store: Store, who: Actor) -> int:
    return actions.begin_sketch(
        store, who, NewSketch("Sara", Home((rectangle(20_000, 9_000, 100),)))
    )


@pytest.fixture
def screen(desk: Desk, sketch: int, qtbot: QtBot) -> DrawingScreen:
    made = DrawingScreen(desk, sketch)
    qtbot.addWidget(made)
    made.resize(1_300, 760)
    made.show()
    made.pad.take("wall")
    return made


def fill_disk(store: Store) -> Callable[[], None]:
    """From now on the file cannot grow: SQLite gives the same error as at the end of the disk.
    What is returned makes room again."""

    def no_room(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    def room(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA max_page_count=1000000")

    event.listen(store.engine, "checkout", no_room)

    def make_room() -> None:
        event.remove(store.engine, "checkout", no_room)
        event.listen(store.engine, "checkout", room)

    return make_room


def draw_wall(screen: DrawingScreen, number: int) -> None:
    x = 300 * (number + 1)
    drag(screen.pad.canvas, (x, 0), (x, 9_000))


def kept(store: Store, sketch: int) -> Home:
    with store.reading() as session:
        return journal.opened(session, sketch).home


def test_it_is_said_on_the_drawing_and_nothing_that_was_drawn_is_lost(
    screen: DrawingScreen, store: Store, sketch: int
) -> None:
    said: list[str] = []
    screen.pad.canvas.said.connect(said.append)
    make_room = fill_disk(store)
    drawn = 0
    while FULL not in said and drawn < MANY:
        draw_wall(screen, drawn)
        drawn += 1
    assert said[-1] == FULL
    walls = len(screen.editing.home.levels[0].walls)
    assert walls == 4 + drawn - 1
    assert kept(store, sketch) == screen.editing.home

    make_room()
    draw_wall(screen, drawn - 1)
    assert len(kept(store, sketch).levels[0].walls) == walls + 1


def test_what_is_on_the_screen_can_be_saved_elsewhere(
    screen: DrawingScreen, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_wall(screen, 0)
    fill_disk(desk.store)
    stick = tmp_path / "stick.json"
    monkeypatch.setattr("desktop.widgets.desk.file_to_write", lambda *_asked: str(stick))
    files.save(desk, screen._view, screen.editing, screen)
    desk.wait_for_jobs()
    assert read_home(stick).home == screen.editing.home
