"""A policy adviser takes the agreements of Morgenveld for 2027 through a whole year, in the real
window: from a database without any year to the talks about 2029. Days pass by the clock; the
rest is what a person clicks and fills in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.looking_back import LookingBackPanel
from desktop.agreements.panels.monitor.panel import MonitorPanel
from desktop.agreements.panels.voices.panel import VoicesPanel
from desktop.agreements.states import (
    AgreementState,
    CycleState,
    Light,
    ReplyDecision,
)
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from tests.support.adviser import Adviser
from tests.support.clock import Clock
from tests.support.estate import make_organisations
from tests.support.pdf import words_of
from tests.support.screens import dress, said_by
from tests.support.year_made import (
    CORPORATION,
    PARTIES,
    SECOND,
    TENANTS,
    TITLE,
    answer,
    answer_before_signing,
    ask,
    begin_the_year,
    make_an_agreement,
    printed,
    send_the_bid,
    settle_the_text,
    sign,
    talk_with_tenants,
    tell,
)

CAUSE = "De grond was pas in maart bouwrijp."
MEASURE = "De aannemer zet vanaf juli een tweede ploeg in."
LATER_QUESTION = "Wanneer gaan de hekken om de bouw weg?"


@pytest.fixture
def adviser(
    store: Store, who: Actor, clock: Clock, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Adviser]:
    dress(qapp)
    with store.act(PROGRAM, "test.letterhead") as act:
        make_organisations(act.session)
    adviser = Adviser(store, who, clock, qtbot)
    yield adviser
    adviser.go_home()


def measure(adviser: Adviser) -> None:
    """The year runs: a measurement a quarter, of which one is too low for the way agreed."""
    adviser.come_in(date(2027, 1, 4))
    adviser.next_step("Begin the year")
    adviser.come_in(date(2027, 4, 5))
    assert measured(adviser, "15", date(2027, 3, 31)) is Light.ON
    adviser.come_in(date(2027, 7, 5))
    assert measured(adviser, "20", date(2027, 6, 30)) is Light.OFF


def measured(adviser: Adviser, value: str, on: date) -> Light:
    """Enter a value as it was on a day; gives the light that it brings."""
    adviser.page("Overview")
    button_words = f"{_('Enter measurement…')} Opgeleverde woningen"
    adviser.person.press(button_words, adviser.agreement)
    adviser.person.fill(value=value, measured_on=on)
    adviser.person.confirm("Save")
    assert adviser.agreement.view is not None
    return adviser.agreement.view.light.light


def disagree_about_the_light(adviser: Adviser) -> None:
    """The corporation decides on another light, the tenants object, and the cause is explained."""
    adviser.person.pick("More", "Change the light…", adviser.agreement)
    adviser.person.fill(light=Light.RISK, reason="Veertig woningen zijn bijna klaar.")
    adviser.choose(party_id=CORPORATION)
    adviser.person.confirm("Change the light")
    assert adviser.agreement.view is not None
    light = adviser.agreement.view.light
    assert (light.light, light.computed) == (Light.RISK, Light.OFF)
    adviser.person.press("Object…", adviser.agreement)
    adviser.choose(party_id=TENANTS)
    adviser.person.fill(text="Er staat nog geen kozijn in.")
    adviser.person.confirm("Object")
    adviser.person.press("Explain…", adviser.agreement)
    adviser.person.fill(cause=CAUSE, measure=MEASURE, who="projectleider", due_on=date(2027, 9, 1))
    adviser.person.confirm("Save")
    said = said_by(adviser.agreement)
    assert "Er staat nog geen kozijn in." in said
    assert CAUSE in said


def report(adviser: Adviser) -> None:
    """A report that was kept stays as it was, also when a measurement is corrected after it."""
    monitor = adviser.go_to("monitor", MonitorPanel)
    adviser.person.press("Keep this report…", monitor)
    adviser.person.confirm("Keep")
    kept = words_of(printed_again(adviser, monitor))
    assert CAUSE in kept
    adviser.go_to("agreements", AgreementsPanel)
    adviser.page("Measuring")
    page = adviser.agreement.measuring
    adviser.click_row(page.table, "20")
    adviser.person.press("Correct…", adviser.agreement)
    adviser.person.fill(value="22")
    adviser.person.confirm("Correct")
    monitor = adviser.go_to("monitor", MonitorPanel)
    assert "22" in words_of(printed(adviser))
    assert words_of(printed_again(adviser, monitor)) == kept


def printed_again(adviser: Adviser, monitor: MonitorPanel) -> Paper:
    """Print the one report that was kept."""
    count = len(adviser.person.papers)
    adviser.person.press("Kept reports", monitor)
    adviser.click_row(monitor.reports.table, "5 juli 2027")
    adviser.person.press("Print again", monitor)
    paper = adviser.person.wait_for_paper(count + 1)
    adviser.person.close_previews()
    return paper


def hear_tenants(adviser: Adviser) -> None:
    """A question that came in the running year is answered, told, and stands on the paper."""
    adviser.come_in(date(2027, 9, 13))
    ask(adviser, LATER_QUESTION)
    adviser.come_in(date(2027, 9, 20))
    voices = adviser.go_to("voices", VoicesPanel)
    answer(adviser, voices, ReplyDecision.ALREADY, "De hekken gaan in oktober weg.")
    tell(adviser, voices, "bewonersavond")
    words = words_of(printed(adviser))
    assert LATER_QUESTION in words
    assert "De hekken gaan in oktober weg." in words


def look_back(adviser: Adviser) -> None:
    """In January people look back on what became of it, and close the year."""
    adviser.come_in(date(2028, 1, 10))
    assert measured(adviser, "60", date(2027, 12, 31)) is Light.DONE
    adviser.next_step("Look back")
    looking = adviser.tab.panel
    assert isinstance(looking, LookingBackPanel)
    assert not looking.done.isEnabled()
    adviser.click_row(looking.table, TITLE)
    adviser.person.press("Look back…", looking)
    adviser.person.fill(result="De 60 woningen zijn er.", lesson="Begin op tijd.", goes_on=True)
    adviser.person.confirm("Save")
    adviser.person.press("We have looked back", looking)
    adviser.click_row(looking.table, TITLE)
    adviser.person.pick("It ended…", word(AgreementState.ACHIEVED), looking)
    adviser.person.press("Close this year", looking)
    adviser.go_to("agreements", AgreementsPanel)
    assert adviser.state is CycleState.CLOSED


def begin_again(adviser: Adviser) -> None:
    """The next year takes over what goes on, with its text and how it is measured."""
    looking = adviser.go_to("look_back", LookingBackPanel)
    adviser.person.press("Next year…", looking)
    adviser.person.confirm("Make")
    adviser.go_to("agreements", AgreementsPanel)
    assert adviser.state is CycleState.PREPARING
    adviser.page("Text")
    copied = adviser.agreement.view
    assert copied is not None
    assert copied.title == TITLE
    assert copied.newest is not None
    assert copied.newest.text == SECOND
    assert [one.name for one in copied.light.indicators] == ["Opgeleverde woningen"]
    assert len(copied.commitments) == len(PARTIES)


def test_a_year_from_the_first_talk_to_the_next_one(adviser: Adviser) -> None:
    begin_the_year(adviser)
    talk_with_tenants(adviser)
    send_the_bid(adviser)
    make_an_agreement(adviser)
    settle_the_text(adviser)
    answer_before_signing(adviser)
    sign(adviser)
    measure(adviser)
    disagree_about_the_light(adviser)
    report(adviser)
    hear_tenants(adviser)
    look_back(adviser)
    begin_again(adviser)
