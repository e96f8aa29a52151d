"""A neighbourhood manager goes out with a tablet, and follows up what was found, through the real
window: three taps a finding, then owners and days, a photo after, the check and the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop import app
from desktop.feature import Place
from desktop.projects.actions.findings import change_finding, note_finding
from desktop.projects.actions.inspections import add_map, start_inspection
from desktop.projects.actions.projects import start_project
from desktop.projects.model import Finding
from desktop.projects.panels.dialogs.walks import HandingOut
from desktop.projects.panels.inspections.field import FieldMode
from desktop.projects.panels.inspections.files import show_findings
from desktop.projects.panels.inspections.page import InspectionsPage
from desktop.projects.panels.photo_choice import PhotoChoice
from desktop.projects.states import FindingKind, FindingState, Participation, ProjectKind
from desktop.projects.tab import ProjectsTab
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.window import Window
from tests.support import pictures
from tests.support.estate import make_organisations
from tests.support.pdf import words_of
from tests.support.person import Person
from tests.support.screens import button, cut_off, dress, out_of_reach, said_by, unnamed

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def project(store: Store, who: Actor) -> int:
    with store.act(who, "test.letterhead") as act:
        make_organisations(act.session)
    kind = ProjectKind.NEIGHBOURHOOD
    id = start_project(store, who, "Noord", kind, Participation.INFORM, date(2026, 11, 2))
    add_map(store, who, id, "Kaart van Noord", pictures.photo("white"), 400)
    return id


@pytest.fixture
def person(
    store: Store, who: Actor, project: int, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    person = Person(qtbot, window)
    yield person
    person.close_previews()
    window.close()


def page_of(person: Person, project: int) -> InspectionsPage:
    person.window.show_place(Place("projects", "project", project, "inspections"))
    tab = person.window.current
    assert isinstance(tab, ProjectsTab)
    assert isinstance(tab.chosen.panel, InspectionsPage)
    return tab.chosen.panel


def take(person: Person, choice: PhotoChoice, path: Path) -> None:
    """Choose a photo, as the system's own dialog would hand it over."""
    choice.take(path)
    person.window.desk.wait_for_jobs()


def tap(person: Person, field: FieldMode, x: int, y: int) -> None:
    """Touch the map at a place in ten-thousandths."""
    at = field.map.ground.point(x, y).toPoint()
    person.qtbot.mouseClick(field.map, LEFT, pos=QPoint(at))


def photo(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def too_small_for_a_finger(field: FieldMode) -> list[str]:
    targets = [*field.findChildren(QPushButton), *field.findChildren(QLineEdit)]
    return [one.accessibleName() for one in targets if one.isVisible() and one.height() < 48]


def walk(person: Person, page: InspectionsPage, folder: Path) -> None:
    """The round itself: four findings, of which two are one."""
    nothing = next(e for e in page.findChildren(Empty) if e.isVisible())
    person.press("Start a walk…", nothing)
    person.fill(route="Rondje Noord", walkers=5)
    person.confirm("Start")
    field, key = page.field, person.qtbot.keyClick
    assert field is not None
    for _turn in range(4):
        QApplication.processEvents()
    assert [*cut_off(field), *unnamed(field), *out_of_reach(field)] == []
    assert too_small_for_a_finger(field) == []

    tap(person, field, 3000, 3000)
    assert "Kies eerst wat het is" in said_by(field)
    take(person, field.photo, photo(folder, "vuil.jpg", pictures.telephone_jpeg()))
    person.press("Litter", field)
    tap(person, field, 3000, 3000)
    assert "1 bevinding" in said_by(field)

    take(person, field.photo, photo(folder, "vuil2.png", pictures.png()))
    person.press("Litter", field)
    tap(person, field, 3200, 3000)  # 8 metres of 400
    assert "Is dit dezelfde?" in said_by(field)
    person.press("Yes, the same", field)
    assert "1 bevinding" in said_by(field)

    key(field.tiles, Qt.Key.Key_4)  # by keyboard only: damage
    assert field.tiles.kind is FindingKind.DAMAGE
    field.map.setFocus()
    for _step in range(3):
        key(field.map, Qt.Key.Key_Right)
    key(field.map, Qt.Key.Key_Return)

    take(person, field.photo, photo(folder, "kapot.jpg", b"\xff\xd8 geen foto"))
    assert "geen foto (of is beschadigd)" in said_by(field)
    person.press("Lighting", field)
    field.place.setText("Noordpad 12")
    key(field.place, Qt.Key.Key_Return)
    assert "3 bevindingen" in said_by(field)
    person.press("Lighting", field)
    field.place.setText("noordpad  12")
    field.what.setText("Twee lampen uit")
    person.press("Note at this address", field)
    assert "Nummer 3, op hetzelfde adres: Verlichting, Noordpad 12." in said_by(field)
    person.press("Yes, the same", field)
    assert "3 bevindingen" in said_by(field)
    with person.window.desk.reading() as session:
        assert [one.what for one in session.scalars(select(Finding)) if one.number == 3] == [
            "Twee lampen uit"
        ]
    person.press("Finish the walk", field)


def test_a_walk_from_the_first_tap_to_the_report(
    person: Person, project: int, store: Store, tmp_path: Path
) -> None:
    page = page_of(person, project)
    walk(person, page, tmp_path)

    dialog = person.dialog
    form = dialog.findChild(HandingOut)
    assert form is not None
    litter, damage, light = sorted(page.lines.values(), key=lambda line: line.number)
    assert (len(litter.before), light.place) == (2, "Noordpad 12")
    assert damage.x == pytest.approx(3500, abs=30)  # three steps from the last tap
    assert litter.kind is FindingKind.LITTER
    form.set_value(f"owner-{litter.id}", "Schoonmaak")
    for_all, before, *_ = form.findChildren(QLineEdit)
    for_all.setText("Onderhoud")
    before.setText("4-12-2026")
    person.press("Fill in where it is empty", dialog)
    person.confirm("Hand out")
    assert [line.owner for line in page.lines.values()] == ["Schoonmaak", "Onderhoud", "Onderhoud"]

    page.page.table.choose(damage.id)
    person.press("Solved…", page.chosen)
    [choice] = person.dialog.findChildren(PhotoChoice)
    take(person, choice, photo(tmp_path, "klaar.jpg", pictures.jpeg(colour="yellow")))
    person.confirm("Solved")
    person.press("Checked", page.chosen)
    assert page.lines[damage.id].state is FindingState.CHECKED
    change_finding(store, person.window.desk.who, light.id, reporter="mw. Bakker")

    person.pick("More", "Print the report", page.card)
    paper = words_of(person.wait_for_paper(1))
    assert "3 bevindingen: opgepakt 2, gecontroleerd 1." in paper
    assert "5 mensen liepen mee" in paper
    assert "Noordpad 12" in paper
    assert "Bakker" not in paper


def test_findings_go_out_and_come_in_without_changes(
    person: Person, project: int, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = person.window.desk.who
    round_ = start_inspection(store, who, project, "Rondje Noord")
    for number in range(3):
        note_finding(store, who, round_, kind=FindingKind.GREEN, place=f"Plein {number}")
    page = page_of(person, project)
    person.pick("More", "Finish the walk", page.card)
    person.dialog.reject()  # the list to hand out
    path = tmp_path / "bevindingen.xlsx"
    monkeypatch.setattr(person.window.desk, "save_file", lambda *_asked: path)
    person.pick("More", "Save as Excel…", page.card)
    assert person.said[-1] == "bevindingen.xlsx is opgeslagen: 3 regels."
    show_findings(person.window.desk, project, path, page)
    person.window.desk.wait_for_jobs()
    assert "0 nieuw, 0 gewijzigd, 3 zoals ze waren" in said_by(person.dialog)
    assert not button(person.dialog, "Inlezen").isEnabled()
