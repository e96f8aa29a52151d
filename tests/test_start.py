from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import open_demo
from desktop.estate.actions import add_complex
from desktop.estate.facts import ComplexFacts
from desktop.estate.queries import complexes
from desktop.feature import Place
from desktop.pictures import pictures_of
from desktop.places import demo_database
from desktop.settings.appearance import AppearancePanel
from desktop.settings.dialog import Settings
from desktop.start import ShownWindow, has_screen
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.store.backup import back_up, folder_for
from desktop.store.engine import CannotOpen, Trouble
from desktop.widgets.first_start import FirstStart, Start, WayOut, offer_way_out
from desktop.widgets.remembered import remembered
from desktop.widgets.theme import Scheme
from tests.support.screens import button, cut_off, is_dead
from tests.support.world import make_world

DAMAGED = CannotOpen(Trouble.DAMAGED, "De database is beschadigd.")


def press(words: str) -> None:
    """Press a button of the dialog that comes next."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(10, look)
            return
        next(b for b in box.findChildren(QPushButton) if b.text() == words).click()

    QTimer.singleShot(0, look)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "what"), [("Demo openen", Start.DEMO), ("Database maken", Start.NEW)]
)
def test_the_first_start_offers_ways_to_begin(
    qtbot: QtBot, tmp_path: Path, words: str, what: Start
) -> None:
    dialog = FirstStart(tmp_path / "own.db")
    qtbot.addWidget(dialog)
    dialog.show()
    assert cut_off(dialog) == []
    qtbot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)
    assert dialog.chosen is not None
    assert dialog.chosen.what is what


def test_a_damaged_database_offers_its_newest_good_backup(
    store: Store, who: Actor, data: Path, qapp: QApplication
) -> None:
    add_complex(store, who, ComplexFacts("KF", "Kadeflat"))
    back_up(data, None, store.now())
    store.close()
    data.write_bytes(b"SQLite format 3\x00" + b"rommel" * 100)
    press("Deze back-up terugzetten")
    assert offer_way_out(DAMAGED, data) == data
    again = Store.open(data)
    with again.reading() as session:
        assert [line.facts.name for line in complexes(session)] == ["Kadeflat"]
    again.close()


def test_a_backup_that_is_damaged_too_is_not_offered(data: Path, qapp: QApplication) -> None:
    folder_for(data).mkdir()
    (folder_for(data) / f"{data.stem} 2026-11-22 100000.samenspraak-backup").write_bytes(b"x")
    box = WayOut(DAMAGED, data)
    assert "geen goede back-up" in box.informativeText()
    assert "Deze back-up terugzetten" not in [b.text() for b in box.buttons()]


def test_a_locked_database_is_tried_again(data: Path, qapp: QApplication) -> None:
    press("Opnieuw proberen")
    assert offer_way_out(CannotOpen(Trouble.LOCKED, "In gebruik."), data) == data


def test_giving_up_ends_the_program(data: Path, qapp: QApplication) -> None:
    press("Sluiten")
    assert offer_way_out(CannotOpen(Trouble.NEWER, "Nieuwer."), data) is None


@pytest.mark.parametrize(
    ("display", "platform", "expected"),
    [(None, None, False), (None, "", False), (":0", None, True), (None, "offscreen", True)],
)
def test_linux_without_a_display_has_no_screen(
    monkeypatch: pytest.MonkeyPatch, display: str | None, platform: str | None, expected: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name, value in (
        ("DISPLAY", display),
        ("WAYLAND_DISPLAY", None),
        ("QT_QPA_PLATFORM", platform),
    ):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert has_screen() is expected


def test_the_demo_of_today_is_made_once_and_that_of_another_day_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill(store: Store, day: date) -> None:  # all of the demo takes long
        add_complex(store, PROGRAM, ComplexFacts("KF", f"Kadeflat {day:%d-%m}"))

    monkeypatch.setattr("desktop.app.fill_demo", fill)
    for day in (date(2026, 11, 22), date(2026, 11, 23)):
        open_demo(day).close()
    assert [path.name for path in demo_database(day).parent.iterdir()] == [demo_database(day).name]
    store = open_demo(day)
    with store.reading() as session:
        assert [line.facts.name for line in complexes(session)] == ["Kadeflat 23-11"]
    store.close()


def test_without_a_screen_there_are_pictures_of_every_screen_and_the_papers(
    own_settings: Path, tmp_path: Path, qapp: QApplication, demo_file: Path
) -> None:
    path = shutil.copy(demo_file, tmp_path / "demo.db")
    store = open_demo(date(2026, 11, 23), path)
    with store.reading() as session:
        assert complexes(session)
    made = list(pictures_of(store, tmp_path / "out"))
    store.close()
    shots = {p.stem: QImage(str(p)) for p in made if p.suffix == ".png"}
    assert {shot.size().toTuple() for shot in shots.values()} == {(1366, 768)}
    assert {"1 Vandaag", "2 Buren, Woningen", "2 Buren, Gastheren", "2 Buren, Agenda"} <= {*shots}
    papers = [p for p in made if p.suffix == ".pdf"]
    assert len(papers) >= 16
    assert all(p.read_bytes().startswith(b"%PDF") for p in papers)


def test_another_language_opens_the_window_anew_in_it(
    store: Store, who: Actor, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shown = ShownWindow(qapp, store)
    first = shown.window
    remembered().setValue("language", "en")
    first.desk.ask_to_open_anew()
    qtbot.waitUntil(lambda: shown.window is not first)
    titles = [shown.window.tabs.tabText(n) for n in range(shown.window.tabs.count())]
    assert titles[:2] == ["Today", "Neighbours"]
    assert is_dead(first)
    shown.window.close()


def test_another_look_comes_back_at_the_same_place_and_in_the_settings(
    store: Store, who: Actor, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    world = make_world(store, who)
    shown = ShownWindow(qapp, store)
    first = shown.window
    place = Place("viewings", "vacancy", world.vacancy, "history")
    first.show_place(place)
    first.open_settings(4)
    settings = first.findChild(Settings)
    settings.panel.form.set_value("scheme", Scheme.DARK)
    qtbot.waitUntil(lambda: shown.window is not first)
    assert shown.window.place_on_view() == place
    assert isinstance(shown.window.findChild(Settings).panel, AppearancePanel)
    shown.window.close()


def test_what_nobody_caught_is_told_in_words(
    store: Store, who: Actor, own_settings: Path, qapp: QApplication
) -> None:
    shown = ShownWindow(qapp, store)
    shown.show_trouble(ZeroDivisionError, ZeroDivisionError(), None)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "niets kwijt" in box.informativeText()
    box.close()
    shown.window.close()
