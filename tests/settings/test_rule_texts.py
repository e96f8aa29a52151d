"""The settings page with the rules that the program computes with."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.estate.checked_rules import confirm_rule, rule_in_force, rule_lines
from desktop.estate.model import Role, StaffUser
from desktop.refused import Refused
from desktop.settings.rule_texts import RulesPanel
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.screens import said_by

DAY = date(2026, 11, 25)


def become_manager(store: Store, who: Actor) -> Actor:
    with store.act(who, "test.manager") as act:
        act.session.get_one(StaffUser, who.id).role = Role.MANAGER
    return who


def caution(store: Store, id: str) -> str:
    with store.reading() as session:
        return rule_in_force(session, id, DAY).caution


def test_a_statute_that_nobody_compared_asks_to_check_the_text_in_force(store: Store) -> None:
    assert caution(store, "priority-decision").endswith("Controleer de geldende tekst.")
    assert "24 november 2026" in caution(store, "priority-decision")


def test_a_working_agreement_asks_nothing(store: Store) -> None:
    assert caution(store, "letters") == ""


def test_once_a_manager_compared_it_nothing_is_asked_any_more(store: Store, who: Actor) -> None:
    manager = become_manager(store, who)
    confirm_rule(store, manager, "priority-decision@2015-01-01")
    assert caution(store, "priority-decision") == ""
    assert caution(store, "permit") != ""
    with store.reading() as session:
        line = next(x for x in rule_lines(session) if x.rule.id == "priority-decision")
    assert (line.checked_by, line.rule.checked_on) == (manager.name, store.now().date())


def test_only_a_manager_compares(store: Store, who: Actor) -> None:
    with store.act(who, "test.consultant") as act:
        act.session.get_one(StaffUser, who.id).role = Role.CONSULTANT
    with pytest.raises(Refused) as refused:
        confirm_rule(store, who, "priority-decision@2015-01-01")
    assert refused.value.field == "role"


@pytest.mark.parametrize("key", ["letters@2015-01-01", "unknown@2015-01-01"])
def test_a_working_agreement_has_no_text_to_compare_with(
    store: Store, who: Actor, key: str
) -> None:
    with pytest.raises(Refused):
        confirm_rule(store, become_manager(store, who), key)


def test_the_page_says_of_each_rule_what_it_says_and_where_it_was_read(
    desk: Desk, qtbot: QtBot
) -> None:
    become_manager(desk.store, desk.who)
    panel = RulesPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    assert "Controleer de geldende tekst." in said_by(panel)
    panel.confirm()
    assert desk.who.name in said_by(panel)
    assert "Controleer de geldende tekst." not in said_by(panel)
