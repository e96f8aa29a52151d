"""Days of a year, advice of tenants and disputes on screen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.agreements.actions.advices import advice_received, ask_advice
from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.actions.disputes import file_dispute, open_dispute
from desktop.agreements.actions.requests import ask_information
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines.panel import PAGES, DeadlinesPanel
from desktop.agreements.queries.advices import AdviceLine, advices
from desktop.agreements.queries.disputes import DisputeLine, disputes
from desktop.agreements.states import DisputeKind
from desktop.documents.paper import Paper
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from desktop.widgets.table import Table
from desktop.widgets.table_rows import TableModel
from tests.support.clock import Clock
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.estate import make_organisations
from tests.support.screens import cut_off, said_by
from tests.support.statutory import Talks, begin_talks

AUTUMN = date(2026, 10, 1)
SENT = date(2026, 8, 3)


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    """The talks of 2026, in their autumn."""
    talks = begin_talks(store, who, clock)
    talks.on(AUTUMN)
    return talks


@pytest.fixture
def panel(desk: Desk, talks: Talks, qtbot: QtBot) -> DeadlinesPanel:
    cycle = ChosenCycle(desk)
    panel = DeadlinesPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 620)
    panel.show()
    return panel


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    assert isinstance(model, TableModel)
    return [[row.cell(n).text for n in range(len(row.cells))] for row in model.rows]


def day_of(panel: DeadlinesPanel, what: str) -> list[str]:
    """The row of a day, by a part of its words."""
    return next(row for row in cells(panel.days.table) if what in row[2])


def step(button: Button, words: str) -> None:
    """Choose from the menu of a button."""
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    [entry] = [entry for entry in menu.actions() if entry.text() == words]
    assert entry.isEnabled(), words
    entry.trigger()


def ask(talks: Talks, sent_on: date = SENT, consent: bool = False) -> int:
    return ask_advice(
        talks.store, talks.who, talks.cycle, talks.tenants, "Andere huurregeling",
        "De regels zijn oud.", "De huur verandert voor 40 mensen.", sent_on,
        consent_required=consent,
    )  # fmt: skip


def advice(talks: Talks) -> AdviceLine:
    with talks.store.reading() as session:
        [line] = advices(session, talks.cycle, AUTUMN)
    return line


def dispute(talks: Talks) -> DisputeLine:
    with talks.store.reading() as session:
        [line] = disputes(session, talks.cycle)
    return line


# Days ----------------------------------------------------------------------------------------


def test_each_day_stands_with_its_article_and_what_is_left(panel: DeadlinesPanel) -> None:
    row = day_of(panel, "Stukken bij minister")
    assert row[0] == "14 dec 2026"
    assert row[1] == "nog 74 dagen"
    assert "art. 44a" in row[3]


def test_the_cursor_begins_on_what_must_be_done_first_and_tells_its_rule(
    panel: DeadlinesPanel,
) -> None:
    chosen = panel.days.table.chosen_id
    assert chosen is not None
    assert panel.days.hint.text()
    assert "Eerst: " in said_by(panel)


def test_without_policy_it_says_what_lapses(panel: DeadlinesPanel, talks: Talks) -> None:
    assert panel.no_policy.isHidden()
    policy_received(talks.store, talks.who, talks.cycle, None)
    assert panel.no_policy.isVisible()
    assert "art. 44 lid 3" in panel.no_policy.text()
    assert day_of(panel, "Uitnodiging")[1] == "Vervalt"


def test_the_days_are_saved_for_a_calendar(
    panel: DeadlinesPanel, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "termijnen.ics"
    monkeypatch.setattr(desk, "save_file", lambda *_asked: target)
    with qtbot.waitSignal(desk.said):
        press(panel, "Opslaan voor agenda…", qtbot)
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_list_of_days_is_printed(panel: DeadlinesPanel, store: Store, desk: Desk) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)
    make = panel.print_what()
    assert make is not None
    with desk.reading() as session:
        assert make(session).key == "agreements-deadlines"


# Advice --------------------------------------------------------------------------------------


def test_a_request_for_advice_has_at_least_six_weeks_its_reasons_and_consequences(
    panel: DeadlinesPanel, talks: Talks, qtbot: QtBot
) -> None:
    panel.show_page("advices")
    press(panel, "Advies vragen…", qtbot)
    dialog = opened(panel)
    fill(
        dialog,
        {"subject": "Andere huurregeling", "reasons": "De regels zijn oud.", "sent_on": SENT,
         "weeks": 4, "consequences": "De huur verandert."},
    )  # fmt: skip
    dialog.do()
    assert "ten minste zes weken" in refusal_at(dialog, "weeks")
    fill(dialog, {"weeks": 6, "consequences": ""})
    dialog.do()
    assert refusal_at(dialog, "consequences")
    fill(dialog, {"consequences": "De huur verandert voor 40 mensen."})
    dialog.do()
    assert not is_open(panel)
    assert advice(talks).due_on == date(2026, 9, 14)
    assert cells(panel.advices.table)[0][4] == "Termijn verstreken"


def test_advice_that_is_not_followed_goes_its_whole_way(
    panel: DeadlinesPanel, talks: Talks
) -> None:
    ask(talks)
    panel.show_page("advices")
    step(panel.advices.further, "Advies ontvangen…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 10), "advice": "Doe dit niet."})
    dialog.do()
    assert "De redenen gaan uiterlijk" in panel.advices.hint.text()
    step(panel.advices.further, "Besluiten…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 18), "decision": AdviceDecision.NOT, "reasons": ""})
    dialog.do()
    assert refusal_at(dialog, "reasons")
    fill(dialog, {"reasons": "De regels moeten dit jaar veranderen."})
    dialog.do()
    step(panel.advices.further, "Huurders hebben de redenen…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 21)})
    dialog.do()
    line = advice(talks)
    assert line.starts_on == date(2026, 9, 24)
    assert line.state is AdviceState.EXECUTABLE
    assert cells(panel.advices.table)[0][4] == "Mag worden uitgevoerd"


def test_a_plan_that_needs_consent_asks_for_consent(panel: DeadlinesPanel, talks: Talks) -> None:
    ask(talks, consent=True)
    panel.show_page("advices")
    assert cells(panel.advices.table)[0][5] == "nog niet"
    step(panel.advices.further, "Instemming…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 1)})
    dialog.do()
    assert advice(talks).starts_on == date(2026, 9, 1)


def test_nothing_is_decided_while_tenants_can_still_advise(
    panel: DeadlinesPanel, talks: Talks
) -> None:
    ask(talks, AUTUMN - timedelta(days=3))
    panel.show_page("advices")
    step(panel.advices.further, "Besluiten…")
    dialog = opened(panel)
    dialog.do()
    assert is_open(panel)
    assert "Wacht" in said_by(dialog)


def test_what_was_decided_cannot_be_decided_again(panel: DeadlinesPanel, talks: Talks) -> None:
    request = ask(talks)
    advice_received(talks.store, talks.who, request, date(2026, 9, 10), "Goed plan.")
    panel.show_page("advices")
    step(panel.advices.further, "Besluiten…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 20), "decision": AdviceDecision.FOLLOWED})
    dialog.do()
    with pytest.raises(AssertionError):
        step(panel.advices.further, "Besluiten…")


# Data ----------------------------------------------------------------------------------------


def test_data_are_asked_and_given(
    panel: DeadlinesPanel, talks: Talks, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_page("requests")
    dialog = asked(panel, "Nieuwe vraag om gegevens…", qtbot, {})
    assert refusal_at(dialog, "what")
    fill(dialog, {"what": "De energielabels", "asked_on": date(2026, 9, 1)})
    dialog.do()
    [row] = cells(panel.requests.table)
    assert row[:2] == ["De energielabels", "Huurdersvereniging Samen Morgenveld"]
    assert row[4] == "Te laat"
    dialog = asked(panel, "Beantwoorden…", qtbot, {"given": False})
    assert refusal_at(dialog, "answer")
    fill(dialog, {"given": True, "answer": "Een lijst per straat."})
    dialog.do()
    [row] = cells(panel.requests.table)
    assert row[4].startswith("gegeven")
    assert "Een lijst per straat." in said_by(panel)
    assert panel.requests.answer.reason == "Dit is al beantwoord."


def test_without_requests_it_says_who_may_ask(panel: DeadlinesPanel) -> None:
    panel.show_page("requests")
    assert "Wie vraagt, bepaalt of ze nodig zijn" in said_by(panel)


# Disputes ------------------------------------------------------------------------------------


def test_a_dispute_shows_its_last_day_and_what_the_request_must_hold(
    panel: DeadlinesPanel, talks: Talks, qtbot: QtBot
) -> None:
    panel.show_page("disputes")
    asked(
        panel,
        "Nieuw geschil…",
        qtbot,
        {"arisen_on": date(2026, 9, 28), "points": "Het aantal woningen."},
    )
    assert dispute(talks).file_by == date(2026, 10, 26)
    told = said_by(panel)
    assert "waar het geschil over gaat" in told
    assert "de adressen van de partijen" in told


def test_a_dispute_is_filed_and_ends(panel: DeadlinesPanel, talks: Talks) -> None:
    open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 9, 28), "Verkoop."
    )
    panel.show_page("disputes")
    step(panel.disputes.further, "Ingediend…")
    dialog = opened(panel)
    fill(dialog, {"on": date(2026, 9, 30)})
    dialog.do()
    assert cells(panel.disputes.page.table)[0][4].startswith("ingediend")
    step(panel.disputes.further, "Afgelopen…")
    dialog = opened(panel)
    fill(dialog, {"outcome": "De partijen werden het eens."})
    dialog.do()
    assert cells(panel.disputes.page.table)[0][4] == "Afgelopen"


def test_the_minister_takes_longer_and_decides(panel: DeadlinesPanel, talks: Talks) -> None:
    filed = open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 9, 7), "Verkoop."
    )
    file_dispute(talks.store, talks.who, filed, date(2026, 9, 14))
    panel.show_page("disputes")
    assert "Vul in tot wanneer" in said_by(panel)
    for words, values in (
        ("Termijn van de minister…", {"decide_by": date(2026, 10, 6)}),
        ("Minister heeft langer nodig…", {"weeks": 5}),
    ):
        step(panel.disputes.further, words)
        dialog = opened(panel)
        fill(dialog, values)
        dialog.do()
    assert "hoogstens vier weken" in refusal_at(dialog, "weeks")
    fill(dialog, {"weeks": 3})
    dialog.do()
    assert "uiterlijk 27 oktober 2026 uitspraak" in said_by(panel)
    assert "Verlengd met 3 weken" in said_by(panel)
    panel.show_page("days")
    assert day_of(panel, "Langer over een geschil")[3] == "Btiv 2015, art. 40 lid 2"
    panel.show_page("disputes")
    step(panel.disputes.further, "Uitspraak…")
    dialog = opened(panel)
    fill(dialog, {"decision": "Er worden 20 woningen verkocht."})
    dialog.do()
    assert cells(panel.disputes.page.table)[0][4].startswith("uitspraak")
    assert dispute(talks).outcome == "Er worden 20 woningen verkocht."


def test_the_file_of_a_dispute_is_printed(
    panel: DeadlinesPanel, talks: Talks, store: Store, desk: Desk, qtbot: QtBot
) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)
    open_dispute(store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 9, 28), "Geld.")
    panel.show_page("disputes")
    with qtbot.waitSignal(desk.paper_ready, timeout=20_000) as ready:
        press(panel, "Dossier afdrukken", qtbot)
    assert ready.args is not None
    [paper] = ready.args
    assert isinstance(paper, Paper)
    assert paper.key == "dispute-file"


def test_nothing_is_cut_off(panel: DeadlinesPanel, talks: Talks) -> None:
    ask(talks)
    ask_information(talks.store, talks.who, talks.cycle, talks.tenants, "De labels", SENT)
    open_dispute(
        talks.store, talks.who, talks.cycle, DisputeKind.HOUSING_ACT, date(2026, 9, 28), "Verkoop."
    )
    for page in PAGES:
        panel.show_page(page)
        QApplication.processEvents()
        assert cut_off(panel) == []
