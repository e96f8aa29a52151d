"""A project leader takes a renovation from a new project to the result of a consent round, through
the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.model import BuildingKind, Complex, Dwelling, Household, Organisation
from desktop.estate.model import OrganisationKind as Kind
from desktop.feature import Place
from desktop.projects.actions.tasks import change_task
from desktop.projects.panels.consulting.page import ConsultingPage
from desktop.projects.panels.plan.page import PlanPage
from desktop.projects.panels.promises.page import PromisesPage
from desktop.projects.panels.residents.page import ResidentsPage
from desktop.projects.queries.consent import round_on
from desktop.projects.queries.plan import baselines_of
from desktop.projects.states import (
    ConsentState,
    Participation,
    ProjectKind,
    ProjectState,
    ProposalAnswer,
    SessionKind,
)
from desktop.projects.tab import ProjectsTab
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.window import Window
from tests.support.person import Person
from tests.support.screens import dress

HOMES = 12
TODAY = date(2026, 11, 23)


@pytest.fixture
def person(
    store: Store, who: Actor, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    with store.act(who, "test.estate") as act:
        place = Complex(code="ZON", name="Zonneveld", building=BuildingKind.STAIRWELL)
        act.session.add(place)
        act.session.add(Organisation(kind=Kind.TENANTS, name="Huurdersvereniging Samen"))
        for number in range(1, HOMES + 1):
            home = Dwelling(
                complex=place,
                code=f"Z{number}",
                street="Zonneveld",
                house_number=str(number),
                stairwell="AB"[number > HOMES // 2],
            )
            act.session.add(home)
            act.session.add(Household(dwelling=home, name=f"Fam. {number}"))
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    person = Person(qtbot, window)
    yield person
    person.close_previews()
    window.close()


def tab_of(person: Person) -> ProjectsTab:
    tab = person.window.current
    assert isinstance(tab, ProjectsTab)
    return tab


def first_step(person: Person, page: QWidget, words: str) -> None:
    """Press the button that stands where there is nothing yet."""
    nothing = next(e for e in page.findChildren(Empty) if e.isVisible())
    person.press(words, nothing)


def begin(person: Person) -> ProjectsTab:
    person.window.show_place(Place("projects"))
    tab = tab_of(person)
    first_step(person, tab.list, "New project…")
    person.fill(
        name="Renovatie Zonneveld",
        kind=ProjectKind.RENOVATION,
        starts_on=date(2026, 11, 23),
        participation=Participation.ADVISE,
        complex_ids=[1],
    )
    person.confirm("Make")
    person.press("Begin the preparation", tab)
    person.press("To the tenants", tab)
    return tab


def plan(person: Person, tab: ProjectsTab) -> None:
    """The plan by keyboard: a task a day later, what it does in words, and the plan kept."""
    tab.chosen.parts.choose("plan")
    page = tab.chosen.panel
    assert isinstance(page, PlanPage)
    view = page.timeline.view
    before = view.plan.end
    view.setFocus()
    page.timeline.choose(view.plan.bars[2].id)
    person.qtbot.keyClick(view, Qt.Key.Key_Right)
    person.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.timeline.view.plan.end > before
    person.press("Keep the plan…", page)
    person.confirm("Keep")


def talk(person: Person, tab: ProjectsTab) -> None:
    """A gathering is planned and held; what was said there gets its answer; a promise is made."""
    tab.chosen.parts.choose("residents")
    page = tab.chosen.panel
    assert isinstance(page, ResidentsPage)
    page.pages.choose("gatherings")
    first_step(person, page, "Plan a gathering…")
    person.fill(
        kind=SessionKind.CONSULTATION,
        held_on=TODAY,
        title="Eerste avond",
        place="Buurthuis",
    )
    person.confirm("Plan")
    person.press("How was it…", page)
    person.fill(present=9)
    person.confirm("Save")
    page.pages.choose("proposals")
    first_step(person, page, "New proposal…")
    person.fill(text="Graag drie keukens", session_id=1)
    person.confirm("Add")
    person.press("Answer…", page)
    person.fill(answer=ProposalAnswer.DO, reason="U kiest er een.", answered_by="Onderhoud")
    person.confirm("Give this answer")
    tab.chosen.parts.choose("promises")
    promises = tab.chosen.panel
    assert isinstance(promises, PromisesPage)
    first_step(person, promises, "New promise…")
    person.fill(what="Folder in de bus", owner="Onderhoud", due_on=TODAY + timedelta(days=30))
    person.confirm("Promise it")


def ask_advice(person: Person, tab: ProjectsTab) -> None:
    tab.chosen.parts.choose("consulting")
    page = tab.chosen.panel
    assert isinstance(page, ConsultingPage)
    page.parts.choose("advice")
    first_step(person, page.advice, "Ask for advice…")
    person.fill(subject="Renovatie", reasons="Het dak lekt.", consequences="Zes weken steigers.")
    person.confirm("Make the draft")
    person.press("Send the request…", page.advice)
    person.confirm("Save")
    person.pick("More", "No objection…", page.advice)
    person.confirm("Save")


def ask_consent(person: Person, tab: ProjectsTab) -> None:
    """All tenants get the proposal; answers come in by keyboard; a second one is asked about."""
    page = tab.chosen.panel
    assert isinstance(page, ConsultingPage)
    page.parts.choose("consent")
    first_step(person, page.consent, "New round…")
    person.fill(proposal="Wij isoleren het dak en de gevel.")
    person.confirm("Make the draft")
    person.press("Send the proposal…", page.consent)
    person.confirm("Sent")
    entry = page.consent.entry
    for number in range(1, HOMES + 1):
        entry.line.setText(f"{number} {'j' if number <= 9 else 'n'}")
        person.qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    entry.line.setText("3 n")
    person.qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert "Van nummer 3 staat al een antwoord: ja" in entry.said.text()
    person.qtbot.keyClick(entry.line, Qt.Key.Key_Escape)
    person.press("Send the result…", page.consent)
    person.confirm("Sent")


def test_from_a_new_project_to_the_result_of_a_consent_round(person: Person, store: Store) -> None:
    tab = begin(person)
    plan(person, tab)
    talk(person, tab)
    header = tab.chosen.header
    assert header.view is not None
    assert "Overlegwet" in header.view.why_not[0]
    ask_advice(person, tab)
    ask_consent(person, tab)
    person.press("Take the decision", header)
    assert header.view.state is ProjectState.DECISION
    with store.reading() as session:
        found = round_on(session, tab.project.number, TODAY)
        assert found is not None
        assert found.state is ConsentState.NOTICES_SENT
        assert found.stands is not None
        assert (found.stands.agreed, found.stands.needed, found.stands.reached) == (9, 9, True)
        assert len(baselines_of(session, tab.project.number)) == 1
    assert header.view.shown.is_kept is False  # nobody wrote an advice: they had no objection


def test_what_is_undone_at_the_window_is_undone(person: Person, store: Store, who: Actor) -> None:
    tab = begin(person)
    tab.chosen.parts.choose("plan")
    page = tab.chosen.panel
    assert isinstance(page, PlanPage)
    first = page.timeline.view.plan.bars[0]
    change_task(store, who, int(first.id), days=40)
    assert page.timeline.view.plan.bars[0].days == 40
    person.qtbot.keyClick(person.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.timeline.view.plan.bars[0].days == first.days
