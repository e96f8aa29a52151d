"""Advies en akkoord as a project leader works with it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.advice.states import AdviceDecision
from desktop.feature import Place
from desktop.projects.actions.advice import (
    advice_received,
    draft_advice,
    no_objection,
    send_advice,
)
from desktop.projects.actions.projects import change_project
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.consulting.page import ConsultingPage
from desktop.projects.queries.advice import advices
from desktop.projects.rules.advice_points import Point
from desktop.projects.states import ConsentAnswer, ConsentState
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Table
from tests.support.consent import TODAY, Asking, begin_asking, make_homes
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.screens import cut_off, unnamed

A = ConsentAnswer


@pytest.fixture
def asking(desk: Desk) -> Asking:
    return begin_asking(desk.store, desk.who)


@pytest.fixture
def page(desk: Desk, asking: Asking, qtbot: QtBot) -> ConsultingPage:
    project = ChosenProject()
    page = ConsultingPage(desk, project)
    qtbot.addWidget(page)
    page.resize(980, 540)
    page.show()
    project.choose(asking.project)
    page.parts.choose("consent")
    return page


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def type_in(page: ConsultingPage, words: str, qtbot: QtBot) -> None:
    line = page.consent.entry.line
    line.clear()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_pile_of_cards_is_typed_one_after_another(
    page: ConsultingPage, asking: Asking, qtbot: QtBot
) -> None:
    for typed in ("1 j", "2j", "3 n", "4 d", "5 b"):
        type_in(page, typed, qtbot)
    answers = {home.number: home.answer for home in asking.view().homes[:5]}
    assert answers == {"1": A.YES, "2": A.YES, "3": A.NO, "4": A.THINKING, "5": A.NOT_SPOKEN}
    assert page.consent.card.meter.accessibleDescription() == "2 akkoord (17 %). 70 % = 9"
    assert "Nog 7 huishoudens nodig. 1 zei nee, 9 hebben" in page.consent.card.sentences.text()
    assert page.consent.entry.line.text() == ""
    assert cells(page.consent.homes.table)[4][4] == "niet thuis 23 nov"


def test_a_second_answer_asks_first_and_can_be_left(
    page: ConsultingPage, asking: Asking, qtbot: QtBot
) -> None:
    asking.say("3", A.YES, date(2026, 11, 12))
    entry = page.consent.entry
    type_in(page, "3 n", qtbot)
    assert entry.said.text() == (
        "Van nummer 3 staat al een antwoord: ja, 12 november. Wilt u dit wijzigen?"
    )
    press(entry, "Zo laten", qtbot)
    assert asking.view().homes[2].answer is A.YES
    type_in(page, "3 n", qtbot)
    press(entry, "Wijzigen", qtbot)
    assert asking.view().homes[2].answer is A.NO


def test_what_cannot_be_typed_says_what_can(page: ConsultingPage, qtbot: QtBot) -> None:
    type_in(page, "99 j", qtbot)
    assert page.consent.entry.said.text() == "Nummer 99 zit niet in deze ronde. Kijk in de lijst."


def test_the_list_shows_who_was_not_visited(
    page: ConsultingPage, asking: Asking, qtbot: QtBot
) -> None:
    asking.say_all([str(n) for n in range(1, 10)], A.YES)
    assert page.consent.card.visits.text() == (
        "3 huishoudens zijn nog niet bezocht. Per portiek: C 3."
    )
    press(page.consent, "Niet bezocht (3)", qtbot)
    assert [row[1] for row in cells(page.consent.homes.table)] == ["10", "11", "12"]


def test_the_result_waits_in_words_and_then_goes_out_with_notices(
    page: ConsultingPage, asking: Asking, qtbot: QtBot
) -> None:
    assert "De uitslag is er nog niet" in page.consent.reason.text()
    asking.say_all([str(n) for n in range(1, 10)], A.YES)
    asked(page.consent, "Uitslag versturen…", qtbot, {"on": TODAY})
    view = asking.view()
    assert view.state is ConsentState.NOTICES_SENT
    assert sum(home.notice_sent_on == TODAY for home in view.homes) == 3
    assert "18 januari 2027" in page.consent.reason.text()
    assert not page.consent.entry.isVisible()


def test_a_result_that_is_not_enough_leads_to_another_proposal(
    page: ConsultingPage, asking: Asking, qtbot: QtBot
) -> None:
    asking.say_all(["1", "2", "3", "4"], A.NO)
    asked(page.consent, "Uitslag versturen…", qtbot, {"on": TODAY})
    assert "Doe een ander voorstel, of schrijf bij ‘Project wijzigen’" in page.consent.reason.text()
    asked(page.consent, "Ander voorstel doen…", qtbot, {"proposal": "Alleen het dak."})
    view = page.consent.view
    assert view is not None
    assert (view.number, view.state) == (2, ConsentState.DRAFT)
    assert asking.view().result_sent_on == TODAY


def test_a_round_begins_as_a_draft_and_is_sent(desk: Desk, qtbot: QtBot, renovation: int) -> None:
    complex_id, _homes = make_homes(desk.store, desk.who, ["1", "2"], vacant=["2"])
    change_project(desk.store, desk.who, renovation, complex_ids=(complex_id,))
    project = ChosenProject()
    page = ConsultingPage(desk, project)
    qtbot.addWidget(page)
    page.show()
    project.choose(renovation)
    page.parts.choose("consent")
    asked(page.consent, "Nieuwe ronde…", qtbot, {"proposal": "Een nieuw dak."})
    assert page.consent.card.sentences.text() == (
        "1 huishouden krijgt het voorstel. 1 woning staat leeg en antwoordt niet."
    )
    press(page.consent, "Voorstel versturen…", qtbot)
    dialog = opened(page)
    fill(dialog, {"on": TODAY, "answer_by": TODAY})
    dialog.do()
    assert "kies een dag na" in refusal_at(dialog, "answer_by")
    fill(dialog, {"answer_by": date(2026, 12, 14)})
    dialog.do()
    view = page.consent.view
    assert view is not None
    assert view.state is ConsentState.RUNNING
    assert view.unit == "Zonneveld"  # nobody typed it: all homes stand there
    assert "Het vermoeden van 70 % geldt pas vanaf tien woningen" in page.consent.card.rule.text()


def test_advice_is_asked_about_the_project_itself_unless_somebody_types_another_plan(
    page: ConsultingPage, desk: Desk, asking: Asking, qtbot: QtBot
) -> None:
    page.parts.choose("advice")
    empty = page.advice.findChild(Empty)
    assert empty is not None
    values = {"asked_of": "Huurders", "reasons": "Koud.", "consequences": "Overlast."}
    asked(empty, "Advies vragen…", qtbot, values)
    with desk.reading() as session:
        [made] = advices(session, asking.project, TODAY)
    assert made.subject == made.project


def test_an_advice_is_decided_point_by_point(
    page: ConsultingPage, desk: Desk, asking: Asking, qtbot: QtBot
) -> None:
    request = draft_advice(
        desk.store, desk.who, asking.project, asked_of="Huurdersvereniging", subject="Renovatie",
        reasons="Koud.", consequences="Overlast.",
    )  # fmt: skip
    send_advice(desk.store, desk.who, request, date(2026, 9, 1))
    advice_received(desk.store, desk.who, request, date(2026, 10, 6), "Wacht tot april.")
    page.show_place(Place("projects", "project_advice", request))
    QApplication.processEvents()
    assert "uiterlijk 20 oktober 2026" in page.advice.page.hint.text()
    press(page.advice, "Besluiten…", qtbot)
    dialog = opened(page)
    fill(dialog, {"points": [Point("Wacht tot april.", AdviceDecision.NOT)]})
    dialog.do()
    fill(dialog, {"points": [Point("Wacht tot april.", AdviceDecision.NOT, "Dan is het dak lek.")]})
    dialog.do()
    with desk.reading() as session:
        [view] = advices(session, asking.project, TODAY)
    assert (view.decision, len(view.points)) == (AdviceDecision.NOT, 1)
    press(page.advice, "Redenen verstuurd…", qtbot)
    opened(page).do()
    assert cells(page.advice.page.table)[0][4] == "Redenen verzonden"


def test_it_opens_where_the_decision_waits_and_then_where_the_user_was(
    page: ConsultingPage, desk: Desk, asking: Asking, renovation: int
) -> None:
    def opens(project_id: int) -> str:
        page.hide()
        page._project.choose(project_id)
        page.show()
        return page.parts.current

    assert opens(renovation) == "advice"  # as the header asks: nobody asked for it yet
    assert opens(asking.project) == "advice"
    page.parts.choose("consent")
    assert opens(asking.project) == "consent"  # it waits for the same as before
    request = draft_advice(
        desk.store, desk.who, asking.project, asked_of="Huurdersvereniging", subject="Renovatie",
        reasons="Koud.", consequences="Overlast.",
    )  # fmt: skip
    assert opens(asking.project) == "advice"
    send_advice(desk.store, desk.who, request, date(2026, 9, 1))
    no_objection(desk.store, desk.who, request, date(2026, 10, 6))
    assert opens(asking.project) == "consent"  # the round runs
    page.show_place(Place("projects", "project_advice", request))
    assert page.parts.current == "advice"


def test_nothing_is_cut_off_and_everything_has_a_name(page: ConsultingPage) -> None:
    QApplication.processEvents()
    assert cut_off(page) == []
    assert unnamed(page) == []


def test_the_smallest_screen_has_room_for_all_of_it(page: ConsultingPage) -> None:
    QApplication.processEvents()
    assert page.minimumSizeHint().height() <= 540
