"""A letting consultant takes a dwelling from notice to letters, through the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.pins import set_pin
from desktop.language import _, use_language
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.panels.dialogs.import_candidates import show_import
from desktop.viewings.panels.dialogs.report import ReportSheet
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.viewings.panels.vacancy import VacancyScreen
from desktop.viewings.states import (
    Answer,
    DecisionState,
    Presence,
    VacancyState,
    ViewingState,
    Want,
)
from desktop.viewings.tab import ViewingsTab
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.window import Window
from tests.support import steps, world
from tests.support.clock import Clock
from tests.support.pdf import words_of
from tests.support.person import WAIT_MS, Person
from tests.support.screens import dress

PIN = "2580"
LIST = """Volgorde;Voornaam;Achternaam;E-mail;Voorrang;BSN;Inkomen;Taal
1;Johan;de Boer;johan@zoekt.voorbeeld;nee;111222333;21000;nl
2;Maria;Santos;maria@zoekt.voorbeeld;nee;123456782;19000;en
3;Fatima;el Bakkali;fatima@zoekt.voorbeeld;ja;111222333;20000;nl
"""


@pytest.fixture
def ground(store: Store, clock: Clock) -> steps.Letting:
    """A complex with a fixed way of working and three active hosts; a colleague with a PIN."""
    letting = steps.begin(store, clock)
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    steps.fix_policy(letting)
    set_pin(store, letting.reader, PIN)
    return letting


@pytest.fixture
def person(
    ground: steps.Letting, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    dress(qapp)
    window = Window(Desk(ground.store, ground.author), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    person = Person(qtbot, window)
    yield person
    person.close_previews()
    window.close()


def screen_of(person: Person) -> VacancyScreen:
    """The vacancy screen of the tab Buren, on view."""
    keys = [f.key for f in person.window.features]
    person.window.tabs.setCurrentIndex(keys.index("viewings"))
    tab = person.window.current
    assert isinstance(tab, ViewingsTab)
    assert isinstance(tab.panel, VacanciesPanel)
    return tab.panel.vacancy


def walk(person: Person, ground: steps.Letting, tmp_path: Path) -> VacancyScreen:
    """The whole way, as somebody clicks it; ends when the letters went out."""
    screen = screen_of(person)
    announce_and_publish(person, ground, screen)
    read_in(person, screen, tmp_path)
    plan_with_hosts(person, screen)
    invite_all(person, screen)
    answer_and_remind(person, ground, screen)
    ground.clock.move_on(days=4)
    report(person, ground, screen)
    offer_until_taken(person, screen)
    decide(person, ground, screen)
    return screen


def announce_and_publish(person: Person, ground: steps.Letting, screen: VacancyScreen) -> None:
    tab = person.window.current
    assert isinstance(tab, ViewingsTab)
    first_step = next(e for e in tab.panel.list.findChildren(Empty) if e.isVisible())
    person.press("New vacancy", first_step)
    person.fill(dwelling=ground.dwelling, code="PUB-1")
    person.confirm("Add")
    person.press("Choose way of working…")
    person.confirm("Use this one")
    person.press("Publish…")
    person.confirm("Publish")
    assert screen.view is not None
    assert screen.view.state is VacancyState.PUBLISHED


def read_in(person: Person, screen: VacancyScreen, tmp_path: Path) -> None:
    path = tmp_path / "kandidaten.csv"
    path.write_text(LIST, "utf-8")
    assert screen.view is not None
    show_import(person.window.desk, screen.view, path, screen)
    person.confirm("Import")
    person.qtbot.waitUntil(lambda: len(screen.view.candidates) == 3, timeout=WAIT_MS)
    assert screen.view.state is VacancyState.CLOSED
    # Priority comes first, whatever the rank of the list.
    assert [c.rank for c in screen.view.candidates] == [3, 1, 2]


def plan_with_hosts(person: Person, screen: VacancyScreen) -> None:
    person.press("Plan viewing…")
    person.fill(**{"from": time(14, 0), "ends_at": time(16, 0)})
    person.confirm("Plan")
    person.press("Choose hosts…", screen.header)
    person.confirm("Choose")
    screen.show_part("viewings")
    person.press("Ask hosts", on=screen.visits)
    for still_asked in (2, 1):
        say_yes(person, screen, still_asked)
    assert screen.view is not None
    assert screen.view.viewings[0].state is ViewingState.STAFFED


def say_yes(person: Person, screen: VacancyScreen, still_asked: int) -> None:
    """The first host of those who have not answered says yes."""

    def waiting() -> list[QPushButton]:
        buttons = screen.visits.findChildren(QPushButton)
        return [b for b in buttons if b.text() == _("Says yes") and b.isVisible()]

    person.qtbot.waitUntil(lambda: len(waiting()) == still_asked, timeout=WAIT_MS)
    person.qtbot.mouseClick(waiting()[0], Qt.MouseButton.LeftButton)


def invite_all(person: Person, screen: VacancyScreen) -> None:
    person.press("Invite…", screen.header)
    person.confirm("Invite and show letters")
    letters = person.wait_for_paper(1)
    words = words_of(letters)
    assert "de Boer" in words
    assert "el Bakkali" in words
    # Maria reads English.
    assert "Dear" in words
    person.close_previews()


def answer_and_remind(person: Person, ground: steps.Letting, screen: VacancyScreen) -> None:
    screen.show_part("candidates")
    assert screen.view is not None
    for line in screen.view.candidates:
        screen.candidates.table.choose(line.id)
        person.press("Is coming", screen.candidates)
    assert all(c.invitation.answer is Answer.COMING for c in screen.view.candidates if c.invitation)
    ground.clock.move_to(screen.view.viewings[0].starts_at - timedelta(days=1))
    screen.reload()
    person.press("Remind", screen.header)


def report(person: Person, ground: steps.Letting, screen: VacancyScreen) -> None:
    screen.reload()
    person.press("Enter tour report…")
    sheet = person.dialog.findChild(ReportSheet)
    assert isinstance(sheet, ReportSheet)
    answers = {3: Want.NO, 1: Want.YES, 2: Want.THINKS}
    for row, line in zip(sheet.visitors, visitors(screen), strict=True):
        row.form.set_value("presence", Presence.PRESENT)
        row.form.set_value("want", answers[line])
        for tick in row.ticks.values():
            tick.setChecked(True)
        if line == 3:
            row.guard.set_value("caused_by_tour", False)
    person.confirm("Save")
    assert screen.view is not None
    # The no of a candidate with priority waits for a colleague (C3).
    assert screen.view.candidates[0].want is None
    assert len(screen.view.guards) == 1
    screen.show_part("offers")
    person.press("Read along…", screen.offers)
    person.fill(verdict="counts", reader=ground.reader.id, pin=PIN)
    person.confirm("Record")
    assert screen.view.candidates[0].want is Want.NO


def visitors(screen: VacancyScreen) -> list[int]:
    """The ranks of the invited, by their time."""
    assert screen.view is not None
    invited = [c for c in screen.view.candidates if c.invitation is not None]
    return [c.rank for c in sorted(invited, key=lambda c: c.invitation.slot_at)]


def offer_until_taken(person: Person, screen: VacancyScreen) -> None:
    screen.show_part("viewings")
    person.press("Complete", screen.visits)
    person.press("Make offer…")
    person.confirm("Offer and show letter")
    assert "de Boer" in words_of(person.wait_for_paper(2))
    person.close_previews()
    screen.show_part("offers")
    person.press("Takes it", screen.offers)


def decide(person: Person, ground: steps.Letting, screen: VacancyScreen) -> None:
    person.press("Write decision…")
    person.confirm("Save draft")
    person.press("Submit decision")
    person.press("Read along…", screen.header)
    person.fill(verdict="agree", reader=ground.reader.id, pin=PIN)
    person.confirm("Record")
    assert screen.view is not None
    assert screen.view.state is VacancyState.DECIDED
    person.press("Letters…")
    person.press("Letters to the others", person.dialog)
    others = words_of(person.wait_for_paper(3))
    assert "Boer" not in others
    person.close_previews()
    person.fill(printed=True)
    person.confirm("They have been sent")


def test_from_the_list_to_the_letters(
    person: Person, ground: steps.Letting, tmp_path: Path
) -> None:
    screen = walk(person, ground, tmp_path)
    assert screen.view is not None
    assert screen.view.decision is not None
    assert screen.view.decision.state is DecisionState.LETTERS_SENT
    assert screen.view.decision.chosen_rank == 1


def test_the_same_way_in_english(person: Person, ground: steps.Letting, tmp_path: Path) -> None:
    use_language("en")
    person.window.close()
    english = Window(Desk(ground.store, ground.author), app.features())
    english.resize(1366, 768)
    with person.qtbot.waitExposed(english):
        english.show()
    reader = Person(person.qtbot, english)
    screen = walk(reader, ground, tmp_path)
    assert screen.view is not None
    assert screen.view.decision is not None
    assert screen.view.decision.state is DecisionState.LETTERS_SENT
    english.close()
