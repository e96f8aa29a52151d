"""A file of a year in the window: looked at first, read in with one button, taken back with one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.exchange.given import read_given
from desktop.agreements.exchange.sheets import Key
from desktop.agreements.panels.import_preview import ImportPreview
from desktop.agreements.panels.importing import (
    fill_exchange,
    save_template,
    save_year,
    show_import,
)
from desktop.agreements.queries.cycles import cycles
from desktop.store import Store
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from tests.support.measured import Year, measurements, morgenveld
from tests.support.screens import cut_off, said_by
from tests.support.workbooks import AGREED, MEASURED, Rows, write_book

JULY = date(2026, 7, 1)
GOOD = ("VER-01", JULY, 605, "telling")
WRONG = ("VER-1", JULY, 605, "telling")


@pytest.fixture
def year(store: Store) -> Year:
    store.now = lambda: datetime(2026, 7, 15, 9, tzinfo=UTC)
    return morgenveld(store)


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    return screen


def look(desk: Desk, year: Year, screen: QWidget, path: Path) -> tuple[Dialog, ImportPreview]:
    show_import(desk, year.cycle, path, screen)
    desk.wait_for_jobs()
    QApplication.processEvents()
    [dialog] = [d for d in screen.findChildren(Dialog) if d.isVisible()]
    preview = dialog.findChild(ImportPreview)
    assert preview is not None
    return dialog, preview


def book(folder: Path, sheets: Mapping[str, Rows]) -> Path:
    return write_book(folder / "cijfers.xlsx", sheets)


def lines(preview: ImportPreview) -> list[list[str]]:
    model = preview.rows.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_file_is_shown_row_by_row_and_read_in_with_one_button(
    desk: Desk, store: Store, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    path = book(tmp_path, {"Metingen": [MEASURED, GOOD]})
    dialog, preview = look(desk, year, screen, path)
    assert lines(preview) == [
        [
            "Metingen",
            "2",
            "VER-01 · 2026-07-01",
            "gewijzigd",
            "waarde: 610 → 605 · bron: halfjaarbericht → telling",
        ]
    ]
    assert len(measurements(store, year.indicators["VER-01"])) == 1
    said: list[str] = []
    desk.said.connect(said.append)
    dialog.do()
    desk.wait_for_jobs()
    assert said == ["1 regel is ingelezen."]
    assert len(measurements(store, year.indicators["VER-01"])) == 2
    store.undo(desk.who)
    assert len(measurements(store, year.indicators["VER-01"])) == 1


def test_what_is_wrong_stands_first_and_keeps_its_sheet_out(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    steps = [("indicator_code", "datum", "waarde"), ("BES-01", JULY, 20)]
    path = book(tmp_path, {"Metingen": [MEASURED, GOOD, WRONG], "Tussendoelen": steps})
    dialog, preview = look(desk, year, screen, path)
    assert preview.shown.current == "wrong"
    [[sheet, row, *_rest, what]] = lines(preview)
    assert (sheet, row) == ("Metingen", "3")
    assert what == "indicator ‘VER-1’ bestaat niet. Bedoelt u ‘VER-01’?"
    assert "Er klopt iets niet in Metingen." in said_by(dialog)
    preview.shown.choose("changes")
    assert [line[0] for line in lines(preview)] == ["Tussendoelen", "Metingen"]
    preview.shown.choose("all")
    assert len(lines(preview)) == 3
    assert dialog.button.isEnabled()


def test_a_file_that_brings_nothing_cannot_be_read_in_and_says_why(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    dialog, _preview = look(desk, year, screen, book(tmp_path, {"Metingen": [MEASURED, WRONG]}))
    assert not dialog.button.isEnabled()
    assert "Verbeter eerst" in (dialog.button.reason or "")
    dialog.close()


def test_a_sheet_that_cannot_be_read_is_told_as_a_whole(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    sheets = {"Metingen": [MEASURED[:3], GOOD[:3]], "Tussendoelen": [("indicator_code",)]}
    _dialog, preview = look(desk, year, screen, book(tmp_path, sheets))
    assert [line[3] for line in lines(preview)] == ["fout", "fout"]
    preview.rows.selectRow(0)
    assert preview.whole.text().startswith("Blad Tussendoelen heeft geen kolom")


def test_a_text_that_may_tell_who_asked_catches_the_eye(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    head = ("inbreng_code", "datum", "kanaal", "tekst")
    row = ("INB-01", "2026-07-01", "brief", "Bel mij op 06 12345678.")
    _dialog, preview = look(desk, year, screen, book(tmp_path, {"Inbreng": [head, row]}))
    [line] = lines(preview)
    assert line[3] == "nieuw, maar kijk even"
    assert "telefoonnummer" in line[4]


def test_a_file_that_is_no_file_is_refused_in_words(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"PK\x03\x04")
    said: list[str] = []
    desk.said.connect(said.append)
    show_import(desk, year.cycle, path, screen)
    desk.wait_for_jobs()
    assert said == ["x.xlsx is kapot of maar half opgeslagen. Sla de werkmap opnieuw op."]


def test_nothing_is_cut_off_on_the_smallest_screen(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    path = book(tmp_path, {"Metingen": [MEASURED, GOOD, WRONG]})
    dialog, preview = look(desk, year, screen, path)
    for shown in ("wrong", "changes", "all"):
        preview.shown.choose(shown)
        QApplication.processEvents()
        assert cut_off(dialog) == []
    assert dialog.height() <= 768


def choose_name(path: Path, offered: list[str]) -> None:
    """Answer the question for a file name that comes next; tells the name that it began with."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        offered.extend(Path(name).name for name in dialog.selectedFiles())
        dialog.selectFile(str(path))
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_a_year_is_saved_and_can_be_read_in_again(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    offered: list[str] = []
    choose_name(tmp_path / "uit.xlsx", offered)
    save_year(desk, year.cycle, 2026, screen)
    desk.wait_for_jobs()
    assert offered == ["2026-07-15 Afspraken 2026.xlsx"]
    assert len(read_given(tmp_path / "uit.xlsx").sheets[Key.AGREEMENTS].rows) == 18


def test_an_empty_file_is_saved_to_be_filled_in(
    desk: Desk, year: Year, screen: QWidget, tmp_path: Path
) -> None:
    choose_name(tmp_path / "leeg.xlsx", [])
    save_template(desk, screen)
    assert read_given(tmp_path / "leeg.xlsx").sheets[Key.AGREEMENTS].rows == []


def test_the_menu_offers_the_way_in_and_out(desk: Desk, year: Year, screen: QWidget) -> None:
    menu = QMenu(screen)
    fill_exchange(menu, desk, year.cycle, 2026, screen)
    assert [entry.text() for entry in menu.actions()] == [
        "Bestand inlezen…",
        "Opslaan als Excel…",
        "Leeg bestand om in te vullen…",
    ]


def test_a_database_without_a_year_begins_one_with_a_file(
    desk: Desk, store: Store, screen: QWidget, tmp_path: Path
) -> None:
    ensure_seeds(store)
    agreed = [(*AGREED, "looptijd_van"), ("BES-01", "BES", "60 nieuwe woningen", date(2027, 1, 1))]
    show_import(desk, None, book(tmp_path, {"Afspraken": agreed}), screen)
    desk.wait_for_jobs()
    QApplication.processEvents()
    [dialog] = [d for d in screen.findChildren(Dialog) if d.isVisible()]
    assert "2027" in said_by(dialog)
    with desk.reading() as session:
        assert cycles(session) == []
    dialog.do()
    desk.wait_for_jobs()
    with desk.reading() as session:
        [begun] = cycles(session)
    assert begun.applies_in == 2027


def test_a_file_that_begins_no_year_says_what_to_do(
    desk: Desk, store: Store, screen: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    ensure_seeds(store)
    with qtbot.waitSignal(desk.said) as said:
        show_import(desk, None, book(tmp_path, {"Metingen": [MEASURED, GOOD]}), screen)
        desk.wait_for_jobs()
    assert "Begin een jaarronde" in said.args[0]
