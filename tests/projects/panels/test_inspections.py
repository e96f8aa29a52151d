"""The page of walks: what is on view, the map by key, and the step that follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.projects.actions.findings import (
    note_finding,
    remove_finding_photo,
    take_up_finding,
)
from desktop.projects.actions.inspections import add_map, start_inspection
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.inspections.chosen_finding import PhotoView
from desktop.projects.panels.inspections.field import FieldMode
from desktop.projects.panels.inspections.page import InspectionsPage
from desktop.projects.queries.inspections import findings_of
from desktop.projects.states import FindingKind
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from tests.support import pictures
from tests.support.dialogs import asked, opened, press, refusal_at
from tests.support.screens import button, cut_off, out_of_reach, said_by, unnamed

K = FindingKind


@pytest.fixture
def page(desk: Desk, renovation: int, qtbot: QtBot) -> Iterator[InspectionsPage]:
    """Three findings in a row on the map, and one at an address; the second was to be done."""
    store, who = desk.store, desk.who
    map_id = add_map(store, who, renovation, "Noord", pictures.photo("white"), 400)
    walk = start_inspection(store, who, renovation, "Rondje Noord", map_id=map_id)
    for number, kind in enumerate((K.LITTER, K.GREEN, K.DAMAGE)):
        x = 2000 + 2500 * number
        note_finding(store, who, walk, pictures.photo(), kind=kind, x=x, y=5000 + 10 * number)
    note_finding(store, who, walk, kind=K.LITTER, place="Noordpad 12", reporter="mw. Bakker")
    with store.reading() as session:
        ids = [line.id for line in findings_of(session, renovation, desk.today())]
    take_up_finding(store, who, ids[1], "Groen", desk.today())
    desk.store.now.move_on(days=2)  # type: ignore[attr-defined]
    project = ChosenProject()
    made = InspectionsPage(desk, project)
    made.resize(950, 560)
    qtbot.addWidget(made)
    made.show()
    project.choose(renovation)
    QApplication.processEvents()
    yield made
    made.close()


def numbers(page: InspectionsPage) -> list[int]:
    return [page.lines[id].number for id in page.page.table.ids]


def amiss(page: InspectionsPage) -> list[str]:
    for _turn in range(6):  # words over several lines get their height only after their width
        QApplication.processEvents()
    return [*cut_off(page), *unnamed(page), *out_of_reach(page)]


def test_the_list_shows_what_was_asked_and_the_counts_add_up(page: InspectionsPage) -> None:
    assert numbers(page) == [1, 2, 3, 4]
    assert "4 bevindingen · 4 open · 1 te laat" in said_by(page)
    words = [button(page, name).text() for name in ("Alles 4", "Open 4", "Te laat 1", "Nieuw 3")]
    assert len(words) == 4
    page.filters.shown.choose("late")
    assert numbers(page) == [2]
    page.filters.shown.choose("all")
    page.filters.kind.set_value(K.LITTER)
    assert numbers(page) == [1, 4]
    assert button(page, "Nieuw 2").isVisible()
    assert amiss(page) == []


def test_filters_that_leave_nothing_say_so_and_go_with_one_press(
    page: InspectionsPage, qtbot: QtBot
) -> None:
    page.filters.kind.set_value(K.GREEN)
    page.filters.shown.choose("new")
    green = [one for one in page.findChildren(Button) if one.property("look") == "primary"]
    assert [one for one in green if one.isVisible()] == [page.go]
    assert "Geen bevinding past bij uw keuze" in said_by(page)
    assert "Nog geen bevindingen" not in said_by(page)
    assert amiss(page) == []
    press(page, "Alle bevindingen tonen", qtbot)
    assert numbers(page) == [1, 2, 3, 4]
    assert "past bij uw keuze" not in said_by(page)
    assert page.page.table.hasFocus()


def test_a_row_shows_its_photo_until_somebody_takes_that_away(
    desk: Desk, page: InspectionsPage
) -> None:
    table = page.page.table
    photo = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)].index("Foto")

    def painted(row: int) -> str:
        middle = table.visualRect(table.model().index(row, photo)).center()
        return table.viewport().grab().toImage().pixelColor(middle).name()

    with_photo = [numbers(page).index(n) for n in (1, 2, 3)]
    without = numbers(page).index(4)
    colours = [painted(row) for row in with_photo]
    assert len(set(colours)) == 1
    assert painted(without) not in colours
    line = page.lines[table.ids[with_photo[1]]]
    remove_finding_photo(desk.store, desk.who, line.id, line.before[0])
    QApplication.processEvents()
    assert [painted(row) == colours[0] for row in with_photo] == [True, False, True]


def test_a_finding_is_chosen_on_the_map_by_key(page: InspectionsPage, qtbot: QtBot) -> None:
    page.view.choose("map")
    QApplication.processEvents()
    chosen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(page.map, key)
        assert page.chosen.line is not None
        chosen.append(page.chosen.line.number)
    assert chosen == [2, 3, 3, 1]
    assert page.map.accessibleDescription() == "1 Afval, gemeld"
    at = page.map.ground.point(4500, 5010).toPoint()
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at)
    assert page.chosen.line.number == 2
    assert amiss(page) == []


def test_the_step_that_follows_is_beside_the_finding(page: InspectionsPage, qtbot: QtBot) -> None:
    last = page.page.table.ids[3]
    page.show_place(Place("projects", "finding", last))
    assert "Gemeld door mw. Bakker; die wacht op antwoord." in said_by(page.chosen)
    press(page.chosen, "Oppakken…", qtbot)
    dialog = opened(page)
    dialog.do()
    assert refusal_at(dialog, "owner") == "Wie doet dit, en wanneer is het klaar?"
    dialog.done(0)
    asked(page.chosen, "Oppakken…", qtbot, {"owner": "Schoonmaak", "due_on": date(2026, 12, 4)})
    assert page.lines[last].owner == "Schoonmaak"
    words = [words for words, _do in page.chosen.other_steps()]
    assert "De melder heeft antwoord" in words
    dict(page.chosen.other_steps())["De melder heeft antwoord"]()
    assert not page.lines[last].has_reporter
    press(page.chosen, "Opgelost…", qtbot)
    dialog = opened(page)
    dialog.do()
    assert refusal_at(dialog, "note").startswith("Voeg een foto toe")
    dialog.done(0)


def test_what_is_new_is_handed_out_at_once(page: InspectionsPage, qtbot: QtBot) -> None:
    press(page, "Verdelen…", qtbot)
    dialog = opened(page)
    dialog.do()
    assert "Wie doet dit, en wanneer is het klaar?" in said_by(dialog)
    first = page.page.table.ids[0]
    dialog.done(0)
    asked(page, "Verdelen…", qtbot, {f"owner-{first}": "Schoonmaak"})
    assert "Nummer 1: Wie doet dit, en wanneer is het klaar?" in said_by(opened(page))
    opened(page).done(0)
    day = {f"owner-{first}": "Schoonmaak", f"due_on-{first}": date(2026, 12, 4)}
    asked(page, "Verdelen…", qtbot, day)
    assert button(page, "Nieuw 2").isVisible()


def test_a_photo_opens_in_large_and_can_be_taken_away(page: InspectionsPage, qtbot: QtBot) -> None:
    first = page.page.table.ids[0]
    page.page.table.choose(first)
    QApplication.processEvents()
    qtbot.mouseClick(button(page.chosen, "Foto: Vóór"), Qt.MouseButton.LeftButton)
    [shown] = page.findChildren(PhotoView)
    assert [*cut_off(shown), *unnamed(shown), *out_of_reach(shown)] == []
    press(shown, "Deze foto weghalen", qtbot)
    assert page.lines[first].before == ()


def test_outside_without_a_map_the_address_is_asked_and_no_tap_on_what_is_not_there(
    desk: Desk, renovation: int, qtbot: QtBot
) -> None:
    walk = start_inspection(desk.store, desk.who, renovation, "Rondje park")
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1366, 722)
    field = FieldMode(desk, walk, over)
    over.show()
    field.show()
    QApplication.processEvents()
    assert "3. Waar is het? Typ het adres." in said_by(field)
    assert field.where.mapTo(field, QPoint()).y() < 200  # beside the first question
    assert (cut_off(field), out_of_reach(field)) == ([], [])
    field.tiles.choose(K.LITTER)
    qtbot.keyClicks(field.place, "Parkpad 3")
    qtbot.keyClick(field.place, Qt.Key.Key_Return)
    with desk.reading() as session:
        [found] = findings_of(session, renovation, desk.today())
    assert (found.kind, found.place) == (K.LITTER, "Parkpad 3")


def test_a_walk_that_goes_on_is_not_begun_again_from_the_empty_list(
    desk: Desk, renovation: int, qtbot: QtBot
) -> None:
    project = ChosenProject()
    page = InspectionsPage(desk, project)
    qtbot.addWidget(page)
    page.show()
    project.choose(renovation)
    nothing = page.page.findChild(Empty)
    assert nothing is not None
    assert button(nothing, "Schouw beginnen…").isVisible()
    start_inspection(desk.store, desk.who, renovation, "Rondje park")
    assert button(nothing, "Verder met de schouw").isVisible()
