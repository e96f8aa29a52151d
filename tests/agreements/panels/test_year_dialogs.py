"""What can be done with a year beside its next step: policy, period, stages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.cycles import policy_received
from desktop.agreements.panels.dialogs.move import move_agreement_by_hand, move_cycle_by_hand
from desktop.agreements.panels.dialogs.period import ask_period
from desktop.agreements.panels.dialogs.policy import ask_policy
from desktop.agreements.queries.cycles import CycleView, cycle_view
from desktop.agreements.queries.detail import agreement_view
from desktop.agreements.queries.policy import goals_of_cycle
from desktop.agreements.states import AgreementState, CycleState
from desktop.widgets.desk import Desk
from tests.support.beleid import Table
from tests.support.dialogs import fill, opened, press, refusal_at


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(1334, 590)
    screen.show()
    return screen


def view(table: Table, desk: Desk) -> CycleView:
    with desk.reading() as session:
        return cycle_view(session, table.cycle, desk.today())


def test_the_policy_with_its_goals_comes_in(
    table: Table, desk: Desk, screen: QWidget, qtbot: QtBot
) -> None:
    ask_policy(desk, view(table, desk), screen)
    asking = opened(screen)
    press(asking, "Nieuw stuk…", qtbot)
    document = next(d for d in screen.findChildren(type(asking)) if d is not asking)
    fill(
        document,
        {
            "title": "Woonvisie Morgenveld 2024–2028",
            "received_on": date(2024, 2, 12),
            "goals": "Genoeg woningen\n\nOud worden in de eigen buurt",
        },
    )
    document.do()
    fill(asking, {"on": date(2025, 2, 12)})
    asking.do()
    assert view(table, desk).policy_received_on == date(2025, 2, 12)
    with desk.reading() as session:
        goals = [words for _id, words in goals_of_cycle(session, table.cycle)]
    assert goals == ["Genoeg woningen", "Oud worden in de eigen buurt"]


def test_a_period_that_is_too_short_is_refused_in_its_dialog(
    table: Table, desk: Desk, screen: QWidget
) -> None:
    policy_received(table.store, table.who, table.cycle, date(2025, 2, 12))
    ask_period(desk, view(table, desk), screen)
    dialog = opened(screen)
    fill(dialog, {"applies_to": date(2026, 9, 30)})
    dialog.do()
    assert "ten minste heel 2026" in refusal_at(dialog, "applies_to")
    fill(dialog, {"applies_to": date(2027, 12, 31)})
    dialog.do()
    assert view(table, desk).applies_to == date(2027, 12, 31)


def test_a_step_back_asks_its_reason(table: Table, desk: Desk, screen: QWidget) -> None:
    for state in (CycleState.NO_POLICY, CycleState.TALKS, CycleState.DRAFT, CycleState.TALKS):
        move_cycle_by_hand(desk, view(table, desk), screen)
        dialog = opened(screen)
        fill(dialog, {"state": state})
        dialog.do()
    assert refusal_at(dialog, "reason")
    fill(dialog, {"reason": "De gemeente wil opnieuw praten."})
    dialog.do()
    assert view(table, desk).state is CycleState.TALKS


def test_an_agreement_that_lapses_says_why(table: Table, desk: Desk, screen: QWidget) -> None:
    with desk.reading() as session:
        agreement = agreement_view(session, table.agreement, desk.today())
    move_agreement_by_hand(desk, agreement, screen)
    dialog = opened(screen)
    fill(dialog, {"state": AgreementState.LAPSED, "reason": "De grond is verkocht."})
    dialog.do()
    with desk.reading() as session:
        agreement = agreement_view(session, table.agreement, desk.today())
    assert agreement.state is AgreementState.LAPSED
