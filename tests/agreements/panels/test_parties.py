"""Parties with their checks and contacts, policy with its goals, themes and priorities."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.contacts import add_contact
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.parties.panel import PAGES, PartiesPanel
from desktop.agreements.queries.parties import PartyCard, parties, policies, theme_cards
from desktop.agreements.states import PartyKind, PartyRole
from desktop.store import Actor, Store
from desktop.widgets.buttons import Button
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Table
from desktop.widgets.table_page import TablePage
from desktop.widgets.table_rows import TableModel
from tests.support.beleid import Table as World
from tests.support.dialogs import asked, fill, is_open, opened, press, refusal_at
from tests.support.screens import cut_off, said_by


@pytest.fixture
def panel(desk: Desk, table: World, qtbot: QtBot) -> PartiesPanel:
    cycle = ChosenCycle(desk)
    panel = PartiesPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 620)
    panel.show()
    return panel


def card_of(desk: Desk, table: World, party_id: int) -> PartyCard:
    with desk.reading() as session:
        return next(c for c in parties(session, table.cycle, desk.today()) if c.id == party_id)


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    assert isinstance(model, TableModel)
    return [[row.cell(n).text for n in range(len(row.cells))] for row in model.rows]


def step(panel: PartiesPanel, words: str) -> None:
    """Choose from the menu about a contact."""
    menu = panel.people.party.contacts.further.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    [entry] = [entry for entry in menu.actions() if entry.text() == words]
    entry.trigger()


def first_step(page: TablePage) -> None:
    """Press the button that a page offers while it is empty."""
    empty = page.findChild(Empty)
    assert empty is not None
    [button] = empty.findChildren(Button)
    button.click()


def test_the_parties_of_the_year_stand_in_their_order(panel: PartiesPanel) -> None:
    assert [row.title for row in panel.people.list.rows] == [
        "Gemeente Morgenveld",
        "Woonstichting Morgenwonen",
        "Huurdersvereniging Samen Morgenveld",
    ]
    assert panel.people.list.rows[2].chip_text == "kijk de eisen na"


def test_only_a_tenants_organisation_has_the_four_checks(panel: PartiesPanel, table: World) -> None:
    assert panel.people.party.checks.isHidden()
    panel.people.list.choose(table.tenants)
    assert panel.people.party.checks.isVisible()
    assert [chip.text() for chip in panel.people.party.checks.findChildren(Chip)] == [
        "niet nagegaan"
    ] * 4
    assert "Scholingsdagen per jaar: 4" in said_by(panel)


def test_the_checks_are_filled_in(
    panel: PartiesPanel, table: World, desk: Desk, qtbot: QtBot
) -> None:
    panel.people.list.choose(table.tenants)
    dialog = asked(
        panel,
        "Veranderen…",
        qtbot,
        {
            "board_of_tenants": True,
            "informs_tenants": True,
            "meets_yearly": True,
            "open_to_all": True,
            "last_annual_meeting_on": desk.today(),
            "training_days": "2",
        },
    )
    assert "3 scholingsdagen" in refusal_at(dialog, "training_days")
    fill(dialog, {"training_days": "drie"})
    dialog.do()
    assert refusal_at(dialog, "training_days")
    fill(dialog, {"training_days": "5"})
    dialog.do()
    card = card_of(desk, table, table.tenants)
    assert card.checks == (True, True, True, True)
    assert (card.training_days, card.meeting_due) == (5, False)
    assert panel.people.list.rows[2].chip_text == ""


def test_a_meeting_of_long_ago_is_told(panel: PartiesPanel, table: World, qtbot: QtBot) -> None:
    panel.people.list.choose(table.tenants)
    asked(panel, "Veranderen…", qtbot, {"last_annual_meeting_on": date(2020, 5, 1)})
    assert "langer dan een jaar geleden" in said_by(panel)


def test_a_new_party_takes_part_and_after_all_does_not(
    panel: PartiesPanel, table: World, desk: Desk, qtbot: QtBot
) -> None:
    press(panel, "Nieuwe partij…", qtbot)
    dialog = opened(panel)
    fill(dialog, {"name": "Gemeente Morgenveld", "kind": PartyKind.CARE})
    dialog.do()
    assert refusal_at(dialog, "name")
    fill(dialog, {"name": "Zorggroep De Brug", "role": PartyRole.ADVISER})
    dialog.do()
    assert panel.people.party.card is not None
    party = panel.people.party.card.id
    assert panel.people.party.card.name == "Zorggroep De Brug"
    press(panel, "Doet mee dit jaar", qtbot)
    assert card_of(desk, table, party).seated
    press(panel, "Doet toch niet mee", qtbot)
    assert not card_of(desk, table, party).seated


def test_a_contact_needs_a_function_and_no_name(panel: PartiesPanel, table: World) -> None:
    first_step(panel.people.party.contacts)
    dialog = opened(panel)
    fill(dialog, {"function": "", "email": "geen adres"})
    dialog.do()
    assert is_open(panel)
    fill(dialog, {"function": "beleidsadviseur wonen", "email": ""})
    dialog.do()
    [row] = cells(panel.people.party.contacts.table)
    assert row[:2] == ["beleidsadviseur wonen", ""]


def test_a_contact_leaves_and_its_name_can_go_at_once(
    panel: PartiesPanel, table: World, store: Store, who: Actor, desk: Desk
) -> None:
    add_contact(store, who, table.municipality, "wethouder", "Roos Aalders", "roos@morgenveld.nl")
    step(panel, "Weg…")
    opened(panel).do()
    [row] = cells(panel.people.party.contacts.table)
    assert row[3]
    step(panel, "Naam wissen…")
    opened(panel).do()
    [row] = cells(panel.people.party.contacts.table)
    assert row[:3] == ["wethouder", "", ""]


def test_policy_comes_with_its_goals(panel: PartiesPanel, table: World, desk: Desk) -> None:
    panel.show_page("policy")
    first_step(panel.policy.documents)
    dialog = opened(panel)
    fill(
        dialog,
        {"title": "Woonvisie", "valid_from": date(2024, 1, 1), "valid_to": date(2023, 1, 1),
         "goals": "Genoeg woningen\n\nWarme woningen"},
    )  # fmt: skip
    dialog.do()
    assert refusal_at(dialog, "valid_to")
    fill(dialog, {"valid_to": date(2028, 12, 31)})
    dialog.do()
    with desk.reading() as session:
        [card] = policies(session, table.cycle)
    assert [goal.words for goal in card.goals] == ["Genoeg woningen", "Warme woningen"]
    assert cells(panel.policy.goals.table) == [["Genoeg woningen", "0"], ["Warme woningen", "0"]]


def test_a_goal_gets_other_words(
    panel: PartiesPanel, table: World, store: Store, who: Actor, qtbot: QtBot
) -> None:
    add_policy(store, who, table.municipality, "Woonvisie", None, None, None, ["Genoeg woningen"])
    panel.show_page("policy")
    asked(panel, "Andere woorden…", qtbot, {"words": "Genoeg betaalbare woningen"})
    assert cells(panel.policy.goals.table)[0][0] == "Genoeg betaalbare woningen"
    asked(panel, "Doel…", qtbot, {"words": "Warme woningen"})
    assert len(cells(panel.policy.goals.table)) == 2


def test_a_theme_of_its_own_comes_after_the_others_and_can_go(
    panel: PartiesPanel, table: World, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_page("themes")
    dialog = asked(panel, "Thema…", qtbot, {"code": "1", "name": "Groen"})
    assert refusal_at(dialog, "code")
    fill(dialog, {"code": "GRO", "bid_letters": ["b", "d"]})
    dialog.do()
    assert cells(panel.themes.themes.table)[-1][:3] == ["GRO", "Groen", "b, d"]
    with desk.reading() as session:
        own = theme_cards(session, table.cycle)[-1]
    panel.themes.themes.table.choose(own.id)
    press(panel, "Weghalen", qtbot)
    with desk.reading() as session:
        assert "GRO" not in [card.code for card in theme_cards(session, table.cycle)]


def test_a_theme_gets_another_colour_and_its_words(
    panel: PartiesPanel, table: World, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_page("themes")
    panel.themes.themes.table.choose(table.theme("BES"))
    asked(panel, "Veranderen…", qtbot, {"colour": "purple", "plain_name": "Genoeg huizen"})
    with desk.reading() as session:
        first = theme_cards(session, table.cycle)[0]
    assert (first.colour, first.plain_name) == ("purple", "Genoeg huizen")


def test_a_theme_that_is_used_stays(
    panel: PartiesPanel, table: World, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_page("themes")
    panel.themes.themes.table.choose(table.theme("BES"))
    with qtbot.waitSignal(desk.said):
        press(panel, "Weghalen", qtbot)


def test_a_priority_of_a_later_period_is_added(panel: PartiesPanel, qtbot: QtBot) -> None:
    panel.show_page("themes")
    before = len(cells(panel.themes.priorities.table))
    dialog = asked(panel, "Rijksprioriteit…", qtbot, {"code": "R30", "name": "Bouwen voor ouderen"})
    assert refusal_at(dialog, "valid_from")
    fill(dialog, {"valid_from": date(2030, 1, 1)})
    dialog.do()
    assert len(cells(panel.themes.priorities.table)) == before + 1


def test_nothing_is_cut_off(panel: PartiesPanel, table: World) -> None:
    panel.people.list.choose(table.tenants)
    for page in PAGES:
        panel.show_page(page)
        QApplication.processEvents()
        assert cut_off(panel) == []


def test_a_corporation_says_when_others_last_looked_at_it(
    panel: PartiesPanel, table: World, qtbot: QtBot
) -> None:
    panel.people.list.choose(table.corporation)
    asked(panel, "Veranderen…", qtbot, {"visited_on": date(2024, 5, 1)})
    assert "laatste visitatie 1 mei 2024" in said_by(panel)
