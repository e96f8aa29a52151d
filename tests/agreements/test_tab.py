"""The tab Beleid: its cycle, its parts, and the way from a place to the thing on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.actions.voices import add_input
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.parts import PARTS
from desktop.agreements.queries.cycles import cycles
from desktop.agreements.queries.next_cycle import party_choices
from desktop.agreements.queries.overview import agreement_rows
from desktop.agreements.states import InputChannel, MeetingKind
from desktop.agreements.tab import AgreementsTab
from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Field, Form
from desktop.widgets.theme import Look, Scheme
from tests.support.beleid import Table
from tests.support.screens import button, cut_off, dress, said_by


def tab_of(desk: Desk, qtbot: QtBot) -> AgreementsTab:
    tab = AgreementsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1366, 700)
    tab.show()
    return tab


@pytest.fixture
def tab(desk: Desk, table: Table, qtbot: QtBot) -> AgreementsTab:
    return tab_of(desk, qtbot)


@pytest.fixture
def empty_tab(desk: Desk, store: Store, qtbot: QtBot) -> AgreementsTab:
    """As on the first day: nothing but the themes that come with the program."""
    ensure_seeds(store)
    return tab_of(desk, qtbot)


def test_agreements_in_a_workbook_can_be_read_in_before_there_is_a_year(
    empty_tab: AgreementsTab,
) -> None:
    assert button(empty_tab, "Bestand inlezen…").isEnabled()


def test_with_a_year_a_file_is_read_in_there(tab: AgreementsTab) -> None:
    assert tab.read_in.isHidden()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_whole_on_the_smallest_window(tab: AgreementsTab, part: str) -> None:
    tab.resize(1024, 700)
    tab.parts.choose(part)
    QApplication.processEvents()
    assert tab.minimumSizeHint().width() <= 1024
    assert cut_off(tab) == []


def test_a_text_that_was_found_is_shown_with_its_agreement(
    tab: AgreementsTab, table: Table
) -> None:
    tab.show_place(Place("agreements", "clause", table.clause))
    assert tab.place_on_view() == Place("agreements", "agreement", table.agreement, "text")


def opened(tab: AgreementsTab) -> Dialog:
    """The dialog that opened over the tab."""
    QApplication.processEvents()
    [dialog] = [d for d in tab.findChildren(Dialog) if d.isVisible()]
    return dialog


def fill(dialog: Dialog, **values: object) -> None:
    form = dialog.findChild(Form)
    assert form is not None
    for key, value in values.items():
        form.set_value(key, value)


def test_without_a_cycle_the_first_step_is_offered(empty_tab: AgreementsTab) -> None:
    assert "Nog geen jaarronde" in said_by(empty_tab)


def test_the_first_cycle_is_made_with_the_names_of_three_parties(
    empty_tab: AgreementsTab, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(empty_tab.panel, "Nieuwe jaarronde…"), Qt.MouseButton.LeftButton)
    dialog = opened(empty_tab)
    names = {
        "new:municipality": "Gemeente Morgenveld",
        "new:corporation": "Woonstichting Morgenwonen",
        "new:tenants' organisation": "Samen Morgenveld",
    }
    fill(dialog, **names)
    dialog.do()
    with desk.reading() as session:
        [cycle] = cycles(session)
    assert empty_tab.cycle.id == cycle.id
    assert isinstance(empty_tab.panel, AgreementsPanel)
    assert "Nog geen afspraken" in said_by(empty_tab)


def test_a_party_without_a_name_is_refused_at_its_field(
    empty_tab: AgreementsTab, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(empty_tab.panel, "Nieuwe jaarronde…"), Qt.MouseButton.LeftButton)
    dialog = opened(empty_tab)
    fill(dialog, **{"new:municipality": "Gemeente Morgenveld"})
    dialog.do()
    field = dialog.findChild(Field, "new:corporation")
    assert field is not None
    assert field.refusal
    with desk.reading() as session:
        assert cycles(session) == []
        assert party_choices(session) == []


def test_the_year_that_runs_is_on_view(tab: AgreementsTab, table: Table) -> None:
    assert tab.cycle.id == table.cycle
    assert "Prestatieafspraken 2026" in said_by(tab)


def test_another_year_is_one_choice_away(
    tab: AgreementsTab, table: Table, store: Store, who: Actor
) -> None:
    later = start_cycle(store, who, 2026, table.municipality, table.parties)
    assert tab.cycle.id == table.cycle
    tab.picker.set_value(later)
    assert tab.cycle.id == later
    assert "Prestatieafspraken 2027" in said_by(tab)


def test_the_next_year_takes_over_what_is_ticked(
    tab: AgreementsTab, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    table.add("Buurtkamer in Oosterhof", "LEE")
    qtbot.mouseClick(button(tab, "Nieuwe jaarronde…"), Qt.MouseButton.LeftButton)
    dialog = opened(tab)
    fill(dialog, copy_from=table.cycle)
    QApplication.processEvents()
    [off] = [box for box in dialog.findChildren(QCheckBox) if "Buurtkamer" in box.text()]
    off.setChecked(False)
    dialog.do()
    assert tab.cycle.id != table.cycle
    with desk.reading() as session:
        assert [row.code for row in agreement_rows(session, tab.cycle.number, desk.today())] == [
            "BES-01"
        ]


def test_an_agreement_opens_in_its_year_and_on_its_page(
    tab: AgreementsTab, table: Table, store: Store, who: Actor
) -> None:
    later = start_cycle(store, who, 2026, table.municipality, table.parties)
    tab.cycle.choose(later)
    tab.show_place(Place("agreements", "agreement", table.agreement, "text"))
    assert tab.cycle.id == table.cycle
    assert isinstance(tab.panel, AgreementsPanel)
    assert tab.panel.list.chosen_id == table.agreement
    assert tab.panel.agreement.pages.current == "text"


def test_a_thing_that_is_gone_says_so(tab: AgreementsTab, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.said):
        tab.show_place(Place("agreements", "agreement", 9999))


def test_every_part_can_be_opened(tab: AgreementsTab) -> None:
    places = [place for _words, place in tab.part_places() if place.part in PARTS]
    assert len(places) == len(PARTS)
    for place in places:
        tab.show_place(place)
        assert tab.parts.current == place.part
        assert tab.manual_page()


def test_another_window_shows_what_was_on_view_in_the_first(
    tab: AgreementsTab, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    tab.show_place(Place("agreements", "agreement", table.agreement, "commitments"))
    other = tab_of(desk, qtbot)
    other.show_place(tab.place_on_view())
    assert other.place_on_view() == tab.place_on_view()


def test_what_vandaag_points_at_is_on_view_after_one_press(
    tab: AgreementsTab, table: Table, store: Store, who: Actor, desk: Desk
) -> None:
    meeting = plan_meeting(store, who, table.cycle, desk.today(), MeetingKind.TRIPARTITE)
    question = add_input(store, who, table.cycle, "Meer groen.", InputChannel.MEETING)
    for kind, id, part, key in (
        ("cycle", table.cycle, "bid", "bid"),
        ("cycle", table.cycle, "deadlines", "deadlines"),
        ("cycle", table.cycle, "agreements", "agreements"),
        ("meeting", meeting, "", "meetings"),
        ("tenant_input", question, "", "voices"),
        ("agreement", table.agreement, "measuring", "agreements"),
    ):
        tab.show_place(Place("agreements", kind, id, part))
        assert tab.parts.current == key
        shown = tab.place_on_view()
        assert shown.id == id, kind


@pytest.mark.parametrize("large", [False, True])
def test_all_parts_stand_in_one_row_also_in_large_print(
    table: Table, desk: Desk, qtbot: QtBot, qapp: QApplication, large: bool
) -> None:
    dress(qapp, Look(Scheme.LIGHT, large_print=large))
    tab = tab_of(desk, qtbot)
    QApplication.processEvents()
    assert cut_off(tab.parts) == []
    first, last = button(tab.parts, "Afspraken"), button(tab.parts, "Terugblik")
    assert (
        last.mapTo(tab, last.rect().topLeft()).y() == first.mapTo(tab, first.rect().topLeft()).y()
    )
    assert last.mapTo(tab, last.rect().bottomRight()).x() < tab.width()
