"""Training, budget and powers of tenants on their page, and the complexes beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.contacts import add_contact
from desktop.agreements.actions.parties import change_party
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.parties.panel import PartiesPanel
from desktop.agreements.panels.scans import ScanChoice
from desktop.agreements.queries.deliveries import delivery_matrix
from desktop.agreements.queries.means import MeansView
from desktop.agreements.states import DeliveryDocument, Expense
from desktop.documents.paper import Paper
from desktop.estate.actions import add_complex
from desktop.estate.facts import ComplexFacts
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.buttons import Button
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from tests.support.beleid import Table
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.estate import make_organisations
from tests.support.pdf import words_of
from tests.support.screens import cut_off, said_by

YEAR = 2026


@pytest.fixture
def panel(desk: Desk, table: Table, qtbot: QtBot) -> PartiesPanel:
    add_complex(desk.store, desk.who, ComplexFacts("HF", "Havenflat", dwelling_count=96))
    add_complex(desk.store, desk.who, ComplexFacts("AH", "Aanloophof", dwelling_count=24))
    cycle = ChosenCycle(desk)
    panel = PartiesPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 620)
    panel.show()
    return panel


@pytest.fixture
def means(panel: PartiesPanel, store: Store, who: Actor, table: Table) -> PartiesPanel:
    """On view: the means of an organisation with a chair."""
    add_contact(store, who, table.tenants, "voorzitter")
    panel.show_page("means")
    QApplication.processEvents()
    return panel


def shown(panel: PartiesPanel) -> MeansView:
    QApplication.processEvents()
    assert panel.means.view is not None
    return panel.means.view


def chips(panel: PartiesPanel) -> list[str]:
    QApplication.processEvents()
    return [chip.text() for chip in panel.findChildren(Chip) if chip.isVisible()]


def step(button: Button, words: str) -> None:
    """Choose from the menu of a button."""
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    [entry] = [entry for entry in menu.actions() if entry.text() == words]
    entry.trigger()


def test_training_is_written_down_and_taken_away(means: PartiesPanel, qtbot: QtBot) -> None:
    dialog = asked(means, "Scholing…", qtbot, {"subject": ""})
    assert refusal_at(dialog, "subject")
    fill(dialog, {"subject": "Cijfers lezen", "half_days": 3})
    dialog.do()
    assert shown(means).members[0].used == 3
    assert "1½ van 4 dagen" in chips(means)
    press(means, "Weghalen", qtbot)
    assert shown(means).training == ()


def test_a_budget_is_agreed_spent_and_accounted_for(means: PartiesPanel, qtbot: QtBot) -> None:
    dialog = asked(means, "Budget…", qtbot, {"amount": "veel"})
    assert refusal_at(dialog, "amount")
    fill(dialog, {"amount": "12.000"})
    dialog.do()
    asked(
        means,
        "Uitgave…",
        qtbot,
        {"what": "Adviseur", "kind": Expense.EXPERTS, "cents": "12.500,50"},
    )
    budget = shown(means).budget
    assert budget is not None
    assert budget.settled.of_tenants == 50_050
    step(means.means.budget.further, "Budget wijzigen…")
    fill(opened(means), {"consented": "500"})
    opened(means).do()
    assert "boven het budget" in said_by(means)
    step(means.means.budget.further, "Verantwoording ontvangen…")
    dialog = opened(means)
    dialog.do()
    assert "loopt tot en met 31 december 2026" in refusal_at(dialog, "on")
    dialog.reject()
    assert cut_off(means) == []


def test_a_power_comes_with_its_page(means: PartiesPanel, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "afspraak.pdf"
    page.write_bytes(b"%PDF-1.7 de afspraak")
    first = means.means.powers.findChild(Empty)
    assert first is not None
    press(first, "Bevoegdheid…", qtbot)
    dialog = opened(means)
    fill(dialog, {"what": "Instemming bij sloop."})
    choice = dialog.findChild(ScanChoice)
    assert choice is not None
    choice.take(page)
    dialog.do()
    [power] = shown(means).powers
    assert power.document_name == "afspraak.pdf"
    step(means.means.powers.further, "Afgelopen…")
    opened(means).do()
    assert shown(means).powers[0].ended_on == date(YEAR, 11, 23)


def test_a_committee_has_powers_but_no_board_or_budget(means: PartiesPanel, qtbot: QtBot) -> None:
    means.show_page("complexes")
    asked(means, "Nieuwe commissie…", qtbot, {})
    means.show_page("means")
    committee = means.complexes.lines[0].committees[0].party_id
    means.means.who.set_value(committee)
    QApplication.processEvents()
    assert shown(means).of.party_id == committee
    assert not means.means.budget.isVisible()
    assert "Scholing en een budget zijn voor huurdersorganisaties" in said_by(means)


def test_the_accounts_are_printed_and_else_who_is_at_the_table(
    means: PartiesPanel, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)

    def printed() -> Paper:
        with qtbot.waitSignal(desk.paper_ready, timeout=20_000) as ready:
            press(means, "Afdrukken", qtbot)
        assert ready.args is not None
        paper = ready.args[0]
        assert isinstance(paper, Paper)
        return paper

    table_paper = printed()
    assert table_paper.key == "agreements-parties"
    assert "voorzitter" in words_of(table_paper)
    asked(means, "Budget…", qtbot, {"amount": "12.000"})
    accounts = printed()
    assert accounts.key == "tenants-accounts"
    assert "€ 12.000,00" in words_of(accounts)


def test_complexes_say_where_a_committee_can_be_and_what_is_asked(
    panel: PartiesPanel, qtbot: QtBot
) -> None:
    panel.show_page("complexes")
    QApplication.processEvents()
    assert "Bewoners van Havenflat kunnen een commissie oprichten" in said_by(panel)
    assert panel.complexes.committee.reason == "Hier is nog geen commissie."
    asked(panel, "Nieuwe commissie…", qtbot, {})
    assert not is_open(panel)
    told = said_by(panel)
    assert "ten minste eens per jaar met haar overleggen" in told
    assert "nog niet in 2026" in chips(panel)
    panel.complexes.page.table.choose(panel.complexes.lines[1].id)
    QApplication.processEvents()
    assert "heeft minder dan 25 woningen" in said_by(panel)
    panel.complexes.page.table.choose(panel.complexes.lines[0].id)
    press(panel, "Toon de commissie", qtbot)
    assert panel.pages.current == "people"
    assert panel.people.party.card is not None
    assert panel.people.party.card.complex == "Havenflat"


def test_the_report_of_a_visitation_is_sent_from_the_corporation(
    panel: PartiesPanel, store: Store, who: Actor, table: Table, desk: Desk, qtbot: QtBot
) -> None:
    # The talks of the table are those of 2025.
    change_party(store, who, table.corporation, visited_on=date(2025, 10, 20))
    panel.people.list.choose(table.corporation)
    QApplication.processEvents()
    assert "uiterlijk 1 dec" in said_by(panel)
    asked(panel, "Versturen… Rapport van de visitatie", qtbot, {"sent_on": date(2025, 11, 3)})
    with desk.reading() as session:
        row = delivery_matrix(session, table.cycle, desk.today()).row(
            DeliveryDocument.VISITATION_REPORT
        )
    assert {cell.sent_on for cell in row.cells} == {date(2025, 11, 3)}
