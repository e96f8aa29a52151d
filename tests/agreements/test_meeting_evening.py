"""The evening of 9 July: measurements are entered in the window with the keyboard only, what turned
red is explained or put off, a light is changed, the round is closed and its report stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop import app
from desktop.agreements.actions.meetings import change_meeting
from desktop.agreements.model import Explanation, Meeting, Objection, Override, Snapshot
from desktop.agreements.panels.meeting.cells import Field
from desktop.agreements.panels.meeting.entry import Entry
from desktop.agreements.panels.meeting.evening import EveningScreen
from desktop.agreements.panels.meeting.projector import Projector
from desktop.agreements.queries.monitor import from_payload
from desktop.agreements.states import Light
from desktop.agreements.tab import AgreementsTab
from desktop.feature import Place
from desktop.language import _
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets import theme
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support import world
from tests.support.agreements import MORGENVELD_2026
from tests.support.clock import Clock
from tests.support.measured import Year, measurements, morgenveld
from tests.support.pdf import words_of
from tests.support.person import Person
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed

WINTER, MEASURED_ON, EVENING = date(2026, 1, 10), date(2026, 7, 1), date(2026, 7, 15)


@pytest.fixture
def year(store: Store, who: Actor, clock: Clock) -> Year:
    """The agreements of Morgenveld on the evening of 15 July, with what was measured in winter."""
    clock.move_to(datetime(2026, 7, 15, 19, 30, tzinfo=AMSTERDAM))
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    made = morgenveld(store, tuple(replace(row, measured_on=WINTER) for row in MORGENVELD_2026))
    change_meeting(store, who, made.meeting, measured_on=MEASURED_ON)
    return made


@pytest.fixture
def person(
    store: Store, who: Actor, year: Year, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    with qtbot.waitExposed(window):
        window.showNormal()
    window.setFixedSize(1366, 768)
    window.show_place(Place("agreements", "meeting", year.meeting))
    person = Person(qtbot, window)
    person.press("Enter measurements")
    qapp.processEvents()
    yield person
    person.close_previews()
    window.close()


def screen(person: Person) -> EveningScreen:
    tab = person.window.current
    assert isinstance(tab, AgreementsTab)
    assert tab.evening is not None
    return tab.evening


def key(person: Person, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for one in keys:
        focused = person.window.focusWidget()
        assert focused is not None
        person.qtbot.keyClick(focused, one)
        QApplication.processEvents()


def enter(person: Person, text: str) -> None:
    """Type a value in the cell with the cursor, and press Enter."""
    editor = person.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    person.qtbot.keyClicks(editor, text)
    key(person, Qt.Key.Key_Return)


def go_to(person: Person, year: Year, code: str) -> Entry:
    """Put the cursor in the value of an indicator."""
    grid = screen(person).measuring.grid
    grid.begin(year.indicators[code])
    QApplication.processEvents()
    entry = grid.entry
    assert entry is not None
    return entry


def asked(person: Person) -> str:
    """What the line under the grid says or asks."""
    return screen(person).measuring.question.words.text()


def test_a_column_of_values_is_typed_with_enter_alone(
    person: Person, year: Year, store: Store
) -> None:
    first = go_to(person, year, "BES-01")
    assert (first.typed, first.expected) == ("", "18")
    for value in ("18", "57", "4188"):
        enter(person, value)
    grid = screen(person).measuring.grid
    assert grid.entry is not None
    assert grid.entry.code == "BET-01"
    for code, value in (("BES-01", "18"), ("BES-02", "57"), ("BES-03", "4188")):
        newest = measurements(store, year.indicators[code])[-1]
        assert (newest.measured_on, newest.value) == (MEASURED_ON, Decimal(value))
        assert newest.meeting_id == year.meeting


def test_leaving_a_cell_shows_light_difference_and_chart_at_once(
    person: Person, year: Year
) -> None:
    entry = go_to(person, year, "BES-02")
    enter(person, "57")
    on_view = screen(person).measuring.on_view
    assert entry.light.light is Light.OFF
    assert entry.difference == "−1"
    assert on_view.entry is entry
    assert on_view.sign.text() == "Niet op koers"
    assert isinstance(on_view.chart, Chart)
    assert "57" in on_view.chart.accessibleDescription()


def test_a_value_that_is_no_number_stays_in_its_cell(person: Person, year: Year) -> None:
    entry = go_to(person, year, "BES-02")
    enter(person, "12,5,0")
    assert "12,5,0" in asked(person)
    assert not entry.is_filled
    assert isinstance(person.window.focusWidget(), QLineEdit)
    key(person, Qt.Key.Key_Escape)
    assert entry.typed == ""
    assert "12,5,0" not in asked(person)


def test_a_number_with_two_readings_is_asked(person: Person, year: Year) -> None:
    entry = go_to(person, year, "BES-03")
    enter(person, "4.188")
    assert asked(person) == "Bedoelt u 4188 of 4,188?"
    key(person, Qt.Key.Key_Return)
    assert entry.kept == Decimal(4188)


def test_a_jump_is_asked_once_and_the_answer_goes_on(person: Person, year: Year) -> None:
    entry = go_to(person, year, "BES-02")
    enter(person, "570")
    assert asked(person).startswith("Klopt 570?")
    assert not entry.is_filled
    key(person, Qt.Key.Key_Escape)
    assert screen(person).measuring.grid.entry is entry
    enter(person, "570")
    key(person, Qt.Key.Key_Return)
    assert entry.kept == Decimal(570)
    assert screen(person).measuring.grid.entry is not entry


def test_a_day_that_was_measured_is_corrected_and_the_old_value_stays(
    person: Person, year: Year, store: Store
) -> None:
    entry = go_to(person, year, "BES-02")
    enter(person, "57")
    go_to(person, year, "BES-02")
    enter(person, "56")
    assert asked(person).startswith("Voor 1 juli 2026 staat al een meting: 57.")
    key(person, Qt.Key.Key_Return)
    assert entry.kept == Decimal(56)
    rows = measurements(store, year.indicators["BES-02"])
    assert [row.value for row in rows[-2:]] == [Decimal(57), Decimal(56)]
    assert rows[-1].supersedes_id == rows[-2].id


def test_a_day_source_and_provisional_are_reached_with_the_arrows(
    person: Person, year: Year, store: Store
) -> None:
    go_to(person, year, "BES-02")
    enter(person, "57")
    go_to(person, year, "BES-02")
    key(person, Qt.Key.Key_Right, Qt.Key.Key_Right)
    editor = person.window.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    person.qtbot.keyClicks(editor, "jaarbericht")
    editor.deselect()
    key(person, Qt.Key.Key_Right)
    key(person, Qt.Key.Key_Space)
    newest = measurements(store, year.indicators["BES-02"])[-1]
    assert (newest.source, newest.provisional) == ("jaarbericht", True)


def test_a_deed_is_answered_with_yes(person: Person, year: Year) -> None:
    entry = go_to(person, year, "VER-03")
    enter(person, "misschien")
    assert "ja" in asked(person)
    key(person, Qt.Key.Key_Escape)
    go_to(person, year, "VER-03")
    enter(person, "ja")
    assert entry.light.light is Light.DONE
    assert entry.light.target.done_on == MEASURED_ON


def test_what_turned_red_is_explained_or_put_off(person: Person, year: Year, store: Store) -> None:
    for code, value in (("BES-02", "57"), ("VER-01", "610")):
        go_to(person, year, code)
        enter(person, value)
    shown = screen(person)
    shown.pages.choose("explaining")
    QApplication.processEvents()
    assert "BES-02" in said_by(shown.explaining)
    person.press(_("Explain {code}").format(code="BES-02"), shown.explaining)
    person.fill(cause="Er kwamen minder woningen vrij.", measure="Senioren krijgen voorrang.",
                who="beleidsadviseur", due_on=date(2026, 10, 1))  # fmt: skip
    person.confirm("Save")
    QApplication.processEvents()
    assert "BES-02" not in said_by(shown.explaining)
    person.press(_("Explain {code} later").format(code="VER-01"), shown.explaining)
    QApplication.processEvents()
    assert "VER-01" in said_by(shown.explaining)
    assert "uitgesteld" in said_by(shown.explaining)
    with store.reading() as session:
        rows = session.scalars(select(Explanation))
        said = {row.agreement_id: (row.cause, row.reference_date) for row in rows}
    assert said[year.agreements["BES-02"]] == ("Er kwamen minder woningen vrij.", EVENING)
    assert said[year.agreements["VER-01"]] == ("", EVENING)


def test_past_the_last_row_the_keyboard_explains_and_then_closes_the_round(
    person: Person, year: Year, store: Store
) -> None:
    go_to(person, year, "BES-02")
    enter(person, "57")
    go_to(person, year, "PAR-03")
    enter(person, "88")
    shown = screen(person)
    assert shown.pages.current == "explaining"
    while shown.window().focusWidget() is not shown.close_button:
        key(person, Qt.Key.Key_Return)
        person.fill(cause="Er kwamen minder woningen vrij.", measure="Senioren krijgen voorrang.")
        person.qtbot.keyClick(person.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    assert "Niets uit te leggen" in said_by(shown.explaining)
    key(person, Qt.Key.Key_Return)
    assert "Niet op koers" in words_of(person.wait_for_paper(1))


def test_tab_leaves_the_grid_at_its_ends(person: Person) -> None:
    grid = screen(person).measuring.grid
    for end, tab in ((0, Qt.Key.Key_Backtab), (len(grid.entries.entries) - 1, Qt.Key.Key_Tab)):
        grid.go(end, Field.VALUE)
        QApplication.processEvents()
        key(person, tab)
        left = person.window.focusWidget()
        assert left is not grid
        assert not grid.isAncestorOf(left)


def test_a_party_changes_a_light_at_the_meeting(person: Person, year: Year, store: Store) -> None:
    go_to(person, year, "ZOR-02")
    enter(person, "4")
    person.press("Change the light…")
    reason = "Vijf woningen zijn al toegewezen; de overdracht is in augustus."
    person.fill(light=Light.RISK, party_id=year.municipality, reason=reason,
                valid_until=date(2026, 9, 30))  # fmt: skip
    person.confirm("Change the light")
    with store.reading() as session:
        [override] = session.scalars(select(Override))
        assert (override.light, override.meeting_id) == (Light.RISK, year.meeting)
    entry = next(e for e in screen(person).entries if e.code == "ZOR-02")
    assert (entry.agreement_light, entry.light.light) == (Light.RISK, Light.OFF)
    go_to(person, year, "ZOR-02")
    person.press("Object…")
    person.fill(party_id=year.tenants, text="Wij willen rood laten staan tot de mensen er wonen.")
    person.confirm("Object")
    with store.reading() as session:
        [objection] = session.scalars(select(Objection))
        assert objection.party_id == year.tenants


def test_a_closed_round_keeps_its_report_whatever_is_corrected_later(
    person: Person, year: Year, store: Store, clock: Clock
) -> None:
    entry = go_to(person, year, "BES-02")
    enter(person, "57")
    person.press("Close the round")
    paper = person.wait_for_paper(1)
    assert "Niet op koers" in words_of(paper)
    with store.reading() as session:
        meeting = session.get_one(Meeting, year.meeting)
        snapshot = session.get_one(Snapshot, meeting.snapshot_id)
        before = (snapshot.payload, snapshot.digest)
    person.close_previews()
    clock.move_to(datetime(2026, 7, 20, 10, tzinfo=AMSTERDAM))
    go_to(person, year, "BES-02")
    enter(person, "56")
    key(person, Qt.Key.Key_Return)
    current = next(e for e in screen(person).entries if e.id == entry.id)
    assert current.kept == Decimal(56)
    with store.reading() as session:
        meeting = session.get_one(Meeting, year.meeting)
        snapshot = session.get_one(Snapshot, meeting.snapshot_id)
        assert (snapshot.payload, snapshot.digest) == before
    row = next(r for r in from_payload(before[0]).rows if r.code == "BES-02")
    assert row.light.light is Light.OFF
    assert _("The round is closed. A correction does not change its report.") in said_by(
        screen(person)
    )


def test_the_big_screen_goes_through_the_indicators_with_the_arrows(
    person: Person, year: Year
) -> None:
    go_to(person, year, "BES-02")
    key(person, Qt.Key.Key_F11)
    [projector] = person.window.findChildren(Projector)
    assert projector.id == year.indicators["BES-02"]
    assert "BES-02" in said_by(projector)
    person.qtbot.keyClick(projector, Qt.Key.Key_Right)
    assert "BES-03" in said_by(projector)
    person.qtbot.keyClick(projector, Qt.Key.Key_Left)
    assert "BES-02" in said_by(projector)
    person.qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_a_measurement_that_is_undone_leaves_the_grid(person: Person, year: Year) -> None:
    go_to(person, year, "BES-02")
    enter(person, "57")
    person.window.undo()
    QApplication.processEvents()
    entry = next(e for e in screen(person).entries if e.code == "BES-02")
    assert not entry.is_filled


def test_another_desk_measures_and_what_is_half_typed_stays(
    person: Person, year: Year, store: Store, who: Actor
) -> None:
    from desktop.agreements.actions.measuring import measure

    go_to(person, year, "BES-02")
    editor = person.window.focusWidget()
    person.qtbot.keyClicks(editor, "5")
    other = Store.open(store.address)
    other.now = store.now
    measure(other, who, year.indicators["BES-03"], MEASURED_ON, Decimal(4188), "telling")
    other.close()
    person.window.desk.look_outside()
    QApplication.processEvents()
    typed = person.window.focusWidget()
    assert isinstance(typed, QLineEdit)
    assert typed.text() == "5"
    there = next(e for e in screen(person).entries if e.code == "BES-03")
    assert there.kept == Decimal(4188)


def test_escape_leads_back_to_the_meeting(person: Person, year: Year) -> None:
    key(person, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    tab = person.window.current
    assert isinstance(tab, AgreementsTab)
    assert tab.evening is None
    place = tab.place_on_view()
    assert (place.kind, place.id) == ("meeting", year.meeting)


def test_the_evening_fits_on_the_smallest_screen_in_large_print(
    person: Person, year: Year, qapp: QApplication
) -> None:
    go_to(person, year, "BES-02")
    enter(person, "57")
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    person.window.show_place(Place("agreements", "meeting", year.meeting, "measuring"))
    QApplication.processEvents()
    shown = screen(person)
    for page in ("measuring", "explaining"):
        shown.pages.choose(page)
        QApplication.processEvents()
        assert cut_off(shown) == []
        assert unnamed(shown) == out_of_reach(shown) == []
    assert (person.window.width(), person.window.height()) == (1366, 768)
