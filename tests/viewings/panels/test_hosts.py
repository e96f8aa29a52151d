"""Gastheren as staff use it: who receives, when they can, and whom they know."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.estate.model import Household
from desktop.store import Actor, Store
from desktop.viewings.actions.hosts import change_host
from desktop.viewings.panels.hosts.panel import HostsPanel
from desktop.viewings.queries.hosts import HostLine, host_line
from desktop.viewings.states import HostState
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.screens import button, cut_off, said_by
from tests.support.world import World, make_world


@pytest.fixture
def world(store: Store, who: Actor) -> World:
    return make_world(store, who)


@pytest.fixture
def panel(desk: Desk, world: World, qtbot: QtBot) -> HostsPanel:
    panel = HostsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1334, 660)
    panel.show()
    return panel


def host(desk: Desk, host_id: int) -> HostLine:
    with desk.reading() as session:
        return host_line(session, host_id, desk.now())


def press(screen: QWidget, words: str, qtbot: QtBot) -> None:
    """Press a button; what was just made is on view first."""
    QApplication.processEvents()
    qtbot.mouseClick(button(screen, words), Qt.MouseButton.LeftButton)


def dialog(screen: QWidget) -> Dialog:
    found = screen.findChild(Dialog)
    assert found is not None
    return found


def fill(screen: QWidget, **values: object) -> Dialog:
    """Fill in the fields of the open dialog and press its button."""
    asked = dialog(screen)
    form = asked.findChild(Form)
    assert form is not None
    for key, value in values.items():
        form.set_value(key, value)
    asked.do()
    return asked


def test_the_list_names_complex_and_turns(panel: HostsPanel) -> None:
    first = panel.list.rows[0]
    assert (first.title, first.chip_text) == ("Ahmed Yilmaz", "Actief")
    assert (first.detail, first.right_text) == ("Kadeflat · portiek B", "1 beurt")


def test_typing_finds_a_host_by_name(panel: HostsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.list.filter, "truus")
    assert [row.title for row in panel.list.rows] == ["Truus van Dam"]


def test_a_new_host_of_a_household_gets_its_address(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    ria = host(desk, world.hosts[0])
    press(panel, "Nieuwe gastheer", qtbot)
    fill(
        panel,
        complex=world.kadeflat,
        household_id=ria.household_id,
        first_name="Jan",
        last_name="Smit",
    )
    assert panel.list.chosen_id is not None
    added = host(desk, panel.list.chosen_id)
    assert (added.name, added.address) == ("Jan Smit", "Kadeflat 12")
    assert added.household_id == ria.household_id
    assert added.state is HostState.APPLIED


def test_a_household_says_who_of_it_is_host_already(
    panel: HostsPanel, world: World, qtbot: QtBot
) -> None:
    press(panel, "Nieuwe gastheer", qtbot)
    asked = dialog(panel)
    form = asked.findChild(Form)
    assert form is not None
    form.set_value("complex", world.kadeflat)
    boxes = asked.findChildren(QComboBox)
    words = [box.itemText(n) for box in boxes for n in range(box.count())]
    assert "Kadeflat 12 · Fam. Smit · al gastheer: Ria Smit" in words


def test_changing_a_phone_number_leaves_language_and_age_as_they_were(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    known = {"languages": ["nl", "so"], "age_band": "70-79"}
    change_host(desk.store, desk.who, world.hosts[0], known)
    panel.list.choose(world.hosts[0])
    press(panel.host_screen.contact, "Veranderen…", qtbot)
    fill(panel, phone="0500 – 12 34 56")
    changed = host(desk, world.hosts[0])
    assert changed.phone == "0500 – 12 34 56"
    assert (changed.languages, changed.age_band) == (("nl", "so"), "70-79")


def test_a_household_that_moved_out_stays_with_its_host(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    household_id = host(desk, world.hosts[0]).household_id
    with desk.store.act(desk.who, "test.move") as act:
        household = act.session.get(Household, household_id)
        assert household is not None
        household.until = date(2026, 11, 1)
    panel.list.choose(world.hosts[0])
    press(panel.host_screen.contact, "Veranderen…", qtbot)
    fill(panel, phone="0500 – 12 34 56")
    assert host(desk, world.hosts[0]).household_id == household_id


def test_a_host_without_a_name_is_refused_at_the_field(panel: HostsPanel, qtbot: QtBot) -> None:
    press(panel, "Nieuwe gastheer", qtbot)
    asked = fill(panel, first_name="", last_name="Smit")
    assert asked.isVisible()
    assert "Vul de voornaam en de achternaam in." in said_by(asked)


def test_from_applying_to_active_is_two_steps(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    press(panel, "Nieuwe gastheer", qtbot)
    fill(panel, complex=world.kadeflat, first_name="Hatice", last_name="Kaya")
    press(panel, "Uitleg noteren…", qtbot)
    fill(panel, instructed_on=date(2026, 11, 2), secrecy_on=date(2026, 11, 2))
    press(panel, "Activeren", qtbot)
    assert panel.list.chosen_id is not None
    assert host(desk, panel.list.chosen_id).state is HostState.ACTIVE


def test_a_day_that_cannot_be_read_is_refused_and_stays_on_the_screen(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[0])
    before = host(desk, world.hosts[0]).instructed_on
    press(panel.host_screen.contact, "Datums…", qtbot)
    typed = dialog(panel).findChild(QLineEdit)
    assert typed is not None
    typed.clear()
    qtbot.keyClicks(typed, "31-31-2026")
    dialog(panel).do()
    assert "Dit is geen dag. Typ de dag zo: 26-11-2026." in said_by(dialog(panel))
    assert typed.text() == "31-31-2026"
    assert host(desk, world.hosts[0]).instructed_on == before


def test_a_host_with_a_planned_shift_cannot_stop(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[0])
    with qtbot.waitSignal(desk.said) as said:
        press(panel, "Stoppen", qtbot)
    assert "Ria Smit heeft een dienst" in said.args[0]
    assert host(desk, world.hosts[0]).state is HostState.ACTIVE


def test_a_click_on_a_part_of_the_week_is_kept_at_once(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[2])
    grid = panel.host_screen.availability.grid
    qtbot.mouseClick(grid.buttons["wed-afternoon"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(grid.buttons["mon-morning"], Qt.MouseButton.LeftButton)
    assert host(desk, world.hosts[2]).availability == ("mon-morning", "wed-afternoon")


def test_arrows_go_through_the_week_and_space_ticks(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[2])
    grid = panel.host_screen.availability.grid
    first = grid.buttons["mon-morning"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(grid.buttons["tue-morning"], Qt.Key.Key_Down)
    qtbot.keyClick(grid.buttons["tue-afternoon"], Qt.Key.Key_Space)
    assert host(desk, world.hosts[2]).availability == ("tue-afternoon",)


def test_undo_brings_the_ticks_back(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[2])
    grid = panel.host_screen.availability.grid
    qtbot.mouseClick(grid.buttons["wed-afternoon"], Qt.MouseButton.LeftButton)
    desk.store.undo(desk.who)
    assert grid.value() == []


def test_a_period_away_is_added_and_removed(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[0])
    press(panel.host_screen.away, "Toevoegen…", qtbot)
    fill(panel, away_from=date(2026, 12, 20), away=date(2027, 1, 4))
    assert "20 dec 2026 tot en met 4 jan 2027" in said_by(panel)
    press(panel.host_screen.away, "Weghalen", qtbot)
    assert host(desk, world.hosts[0]).away == ()


def test_a_period_that_ends_before_it_begins_is_refused(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[0])
    press(panel.host_screen.away, "Toevoegen…", qtbot)
    asked = fill(panel, away_from=date(2026, 12, 20), away=date(2026, 12, 1))
    assert asked.isVisible()
    assert host(desk, world.hosts[0]).away == ()


def test_a_declared_relation_shows_with_its_day(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[1])
    press(panel.host_screen.relations, "Toevoegen…", qtbot)
    fill(panel, person="Sanne Visser")
    assert "Sanne Visser · vriend of bekende, opgegeven 23 nov 2026" in said_by(panel)
    press(panel.host_screen.relations, "Weghalen", qtbot)
    assert host(desk, world.hosts[1]).relations == ()


def test_a_shift_opens_its_viewing(
    panel: HostsPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    panel.list.choose(world.hosts[0])
    table = panel.host_screen.shifts.table
    table.choose(world.viewing)
    with qtbot.waitSignal(desk.place_asked) as asked:
        table.activated_row.emit(world.viewing)
    assert (asked.args[0].kind, asked.args[0].id) == ("viewing", world.viewing)


def test_nothing_is_cut_off_on_the_smallest_screen(panel: HostsPanel, world: World) -> None:
    panel.list.choose(world.hosts[0])
    assert cut_off(panel) == []


def test_the_paper_of_the_screen_is_the_statement_of_this_host(
    panel: HostsPanel, desk: Desk, world: World
) -> None:
    panel.list.choose(world.hosts[0])
    make = panel.print_what()
    assert make is not None
    with desk.reading() as session:
        paper = make(session)
    assert paper.pdf.startswith(b"%PDF")
