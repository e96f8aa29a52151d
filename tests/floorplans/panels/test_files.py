"""Staff save a drawing, read one in and put a picture under it; only the choice of a file, which is
a window of the system, is answered here."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import ezdxf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions, catalogue
from desktop.floorplans.actions import NewSketch
from desktop.floorplans.documents.papers import plan_paper
from desktop.floorplans.exchange.backdrop import read_backdrop
from desktop.floorplans.exchange.reading import read_home
from desktop.floorplans.exchange.writing import write_home
from desktop.floorplans.panels import files
from desktop.floorplans.panels.drawing import DrawingScreen
from desktop.floorplans.panels.pdf_page import PageList
from desktop.floorplans.plan import Furniture, Home, Plan, Point
from desktop.language import _
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from tests.support.dialogs import fill, is_open, opened
from tests.support.homes import areas_m2, furnished_home, two_storeys
from tests.support.plans import rectangle
from tests.support.screens import said_by


@pytest.fixture
def screen(desk: Desk, store: Store, who: Actor, qtbot: QtBot) -> DrawingScreen:
    new = NewSketch("Sara", Home((rectangle(4_000, 3_000, 100),), wish="Licht"))
    made = DrawingScreen(desk, actions.begin_sketch(store, who, new))
    qtbot.addWidget(made)
    made.resize(1_300, 760)
    made.show()
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the user chooses, one after the other."""
    chosen: list[Path] = []
    for name in ("file_to_read", "file_to_write"):
        monkeypatch.setattr(f"desktop.widgets.desk.{name}", lambda *_asked: str(chosen.pop(0)))
    return chosen


def architects(path: Path, unit: int) -> Path:
    """A drawing of 6 by 4 with walls of lines on one layer and other lines on another."""
    document = ezdxf.new("R2010")
    document.units = unit
    size = 1 if unit == 6 else 1_000
    for inset in (0, 0.2):
        low, right, top = inset * size, (6 - inset) * size, (4 - inset) * size
        corners = [(low, low), (right, low), (right, top), (low, top)]
        document.modelspace().add_lwpolyline(corners, close=True, dxfattribs={"layer": "A-MUUR"})
    document.modelspace().add_line((0, -3 * size), (9 * size, -3 * size), {"layer": "assen"})
    text = io.StringIO()
    document.write(text)
    path.write_bytes(document.encode(text.getvalue()))
    return path


def test_a_drawing_is_saved_in_the_format_of_its_name(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    answers.append(tmp_path / "sara.dxf")
    files.save(desk, screen._view, screen.editing, screen)
    desk.wait_for_jobs()
    (level,) = read_home(tmp_path / "sara.dxf").home.levels
    assert areas_m2(level) == [11.31]


def test_the_layers_of_an_architect_are_asked_and_undo_brings_the_drawing_back(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    before = screen.editing.home
    answers.append(architects(tmp_path / "huis.dxf", 6))
    files.read_in(desk, screen.editing, screen)
    dialog = opened(screen)
    (form,) = dialog.findChildren(Form)
    assert form.values() == {"0": True, "1": False}
    dialog.do()
    desk.wait_for_jobs()
    assert areas_m2(screen.editing.plan) == pytest.approx([5.6 * 3.6], abs=0.01)
    assert screen.editing.home.wish == "Licht"
    screen.undo()
    assert screen.editing.home == before


def test_a_drawing_without_unit_asks_how_long_a_line_is(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    answers.append(architects(tmp_path / "huis.dxf", 0))
    files.read_in(desk, screen.editing, screen)
    opened(screen).do()
    desk.wait_for_jobs()
    dialog = opened(screen)
    assert _(
        "This file does not say whether 1 stroke is a millimetre or a metre. How long is this "
        "wall in reality?"
    ) in said_by(dialog)
    # The longest line, of 9,000 in the file, is 9 metres.
    fill(dialog, {"length": 900})
    dialog.do()
    desk.wait_for_jobs()
    assert areas_m2(screen.editing.plan) == pytest.approx([5.6 * 3.6], abs=0.01)


def test_a_file_that_cannot_be_read_leaves_the_drawing_as_it_was(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    before = screen.editing.home
    broken = tmp_path / "stuk.json"
    broken.write_bytes(b'{"format": "samenspraak-floorplan", "levels": 3')
    answers.append(broken)
    files.read_in(desk, screen.editing, screen)
    desk.wait_for_jobs()
    assert screen.editing.home == before


def test_a_home_of_our_own_comes_in_whole(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    answers += [tmp_path / "huis.json"] * 2
    screen.editing.commit_home("", furnished_home())
    files.save(desk, screen._view, screen.editing, screen)
    desk.wait_for_jobs()
    screen.editing.commit_home("", Home((Plan(),)))
    files.read_in(desk, screen.editing, screen)
    desk.wait_for_jobs()
    assert screen.editing.home == furnished_home()


def test_a_picture_is_put_under_the_drawing_to_trace(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#aa0000"))
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(content, "PNG")  # type: ignore[call-overload]
    path = tmp_path / "schets.png"
    path.write_bytes(bytes(content.data().data()))
    answers.append(path)
    files.put_under(desk, screen.editing, screen)
    desk.wait_for_jobs()
    background = screen.editing.plan.background
    assert background is not None
    assert background.width_mm / background.height_mm == pytest.approx(1.5, abs=0.01)
    screen.undo()
    assert screen.editing.plan.background is None


def pdf_of_two_pages(path: Path) -> Path:
    path.write_bytes(plan_paper(two_storeys(), "huis", date(2026, 11, 25)).pdf)
    return path


def test_of_a_pdf_of_more_pages_is_asked_which_and_to_what_scale(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    path = pdf_of_two_pages(tmp_path / "huis.pdf")
    answers.append(path)
    files.put_under(desk, screen.editing, screen)
    desk.wait_for_jobs()
    dialog = opened(screen)
    (pages,) = dialog.findChildren(PageList)
    assert [pages.item(n).text() for n in range(pages.count())] == ["Bladzijde 1", "Bladzijde 2"]
    qtbot.keyClick(pages, Qt.Key.Key_Right)
    fill(dialog, {"scale": 50})
    dialog.do()
    desk.wait_for_jobs()
    background = screen.editing.plan.background
    assert background is not None
    second = read_backdrop(path.read_bytes(), page=1)
    assert background.digest == second.digest
    # As large as A4 or A3 is at 1:50.
    assert background.width_mm == pytest.approx(second.width_px * 25.4 / 150 * 50, abs=1)


def test_a_pdf_of_one_page_without_a_scale_says_how_to_give_it_its_size(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "huis.pdf"
    path.write_bytes(plan_paper(furnished_home(), "huis", date(2026, 11, 25)).pdf)
    answers.append(path)
    files.put_under(desk, screen.editing, screen)
    desk.wait_for_jobs()
    assert not opened(screen).findChild(PageList)
    opened(screen).do()
    with qtbot.waitSignal(desk.said) as said:
        desk.wait_for_jobs()
    assert said.args is not None
    assert "Ondergrond" in said.args[0]


def test_a_broken_pdf_is_refused_before_anything_is_asked(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(b"%PDF-1.7 kapot")
    answers.append(path)
    files.put_under(desk, screen.editing, screen)
    desk.wait_for_jobs()
    assert not is_open(screen)
    assert screen.editing.plan.background is None


def test_what_did_not_come_over_as_it_was_is_named(
    screen: DrawingScreen, desk: Desk, answers: list[Path], tmp_path: Path
) -> None:
    plan = furnished_home().levels[0]
    organ = Furniture("Kerkorgel", Point(2_000, 3_000), 2_000, 900)
    path = tmp_path / "huis.json"
    write_home(Home((replace(plan, furniture=plan.furniture.set(950, organ)),)), path)
    answers.append(path)
    files.read_in(desk, screen.editing, screen)
    desk.wait_for_jobs()
    (box,) = screen.findChildren(QMessageBox)
    assert "Kerkorgel" in box.informativeText()
    assert catalogue.item("sofa").title not in box.informativeText()
    box.close()
