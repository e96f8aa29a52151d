"""The screens when the chosen candidate does not take the dwelling after the decision."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.language import _
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.offers import make_offer
from desktop.viewings.actions.withdrawals import back_out as record
from desktop.viewings.panels.decision import DecisionPart
from desktop.viewings.panels.dialogs.back_out import back_out
from desktop.viewings.panels.dialogs.draft_decision import draft_decision
from desktop.viewings.panels.offers import OffersPart
from desktop.viewings.queries.due import due
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import DecisionState, Level
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Field
from desktop.widgets.words import Words
from tests.support import steps
from tests.support.clock import Clock
from tests.support.estate import make_corporation
from tests.support.steps import Letting, bring


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    make_corporation(store, PROGRAM)
    return steps.begin(store, clock)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def opened(parent: QWidget) -> Dialog:
    QApplication.processEvents()
    found = parent.findChild(Dialog)
    assert found is not None
    return found


def field(dialog: Dialog, key: str) -> Field:
    found = dialog.findChild(Field, key)
    assert found is not None
    return found


def buttons(part: QWidget) -> list[str]:
    return [b.text() for b in part.findChildren(QPushButton) if b.isVisibleTo(part)]


def said(part: QWidget) -> str:
    return " ".join(w.text() for w in part.findChildren(Words))


def titles(letting: Letting) -> list[str]:
    with letting.store.reading() as session:
        return [row.title for row in due(session, letting.clock())]


def test_the_offer_of_a_settled_decision_has_its_own_way_back(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    part = OffersPart(desk)
    qtbot.addWidget(part)
    bring(letting, steps.settle)
    part.show_view(letting.view())
    assert _("Backs out after the decision…") in buttons(part)
    bring(letting, steps.lease, after=steps.settle)
    part.show_view(letting.view())
    assert _("Backs out after the decision…") not in buttons(part)


def test_recording_it_shows_the_letter_that_confirms_it(
    letting: Letting, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    bring(letting, steps.letters)
    view = letting.view()
    back_out(desk, view, view.offers[0], parent)
    dialog = opened(parent)
    dialog.do()
    QApplication.processEvents()
    assert field(dialog, "reason").refusal
    field(dialog, "reason").input.set_value("HUU")
    with qtbot.waitSignal(desk.paper_ready):
        dialog.do()
    decision = letting.view().decision
    assert decision is not None
    assert decision.lapsed is not None
    assert decision.lapsed.code == "HUU"


def test_vandaag_asks_for_the_next_offer_until_it_is_made(letting: Letting) -> None:
    bring(letting, steps.settle)
    record(letting.store, letting.author, letting.decision, "PER")
    row = _("Offer {address} to the next in order").format(address="Kadeflat 214")
    letters = _("Send the letters about {address}").format(address="Kadeflat 214")
    assert row in titles(letting)
    assert letters not in titles(letting)
    steps.offer(letting)
    assert row not in titles(letting)


def test_both_decisions_can_be_read_the_first_with_why_it_lapsed(
    letting: Letting, desk: Desk, qtbot: QtBot
) -> None:
    bring(letting, steps.letters)
    first = letting.decision
    record(letting.store, letting.author, first, "HUU")
    bring(letting, steps.draft, after=steps.close_viewing)
    part = DecisionPart(desk)
    qtbot.addWidget(part)
    part.show_view(letting.view())
    assert _("the chosen candidate backed out") not in said(part)
    assert _("Change draft…") in buttons(part)
    part.choose(first)
    assert _("the chosen candidate backed out") in said(part)
    assert "huur" in said(part)
    assert _("Change draft…") not in buttons(part)


def test_why_somebody_was_passed_over_stands_filled_in_and_can_be_changed(
    letting: Letting, desk: Desk, parent: QWidget
) -> None:
    letting.policy_values = {"level": Level.B}
    bring(letting, steps.close_viewing)
    first, second = letting.candidates[1], letting.candidates[2]
    given = {first: PassCode.NOT_ELIGIBLE}
    letting.offer = make_offer(
        letting.store, letting.author, letting.vacancy, second, deviations=given
    )
    steps.accept(letting)
    draft_decision(desk, letting.view(), parent)
    dialog = opened(parent)
    assert field(dialog, f"code:{first}").input.value() is PassCode.NOT_ELIGIBLE
    field(dialog, "motivation").input.set_value(
        "Nummer 1 reageerde op een woning voor een kleiner huishouden."
    )
    dialog.do()
    decision = letting.view().decision
    assert decision is not None
    assert (decision.state, decision.deviations) == (DecisionState.DRAFT, given)


def test_c5_where_a_permit_is_needed_the_draft_cannot_say_that_none_is(
    letting: Letting, desk: Desk, parent: QWidget
) -> None:
    letting.policy_values = {"permit_needed": True}
    bring(letting, steps.accept)
    draft_decision(desk, letting.view(), parent)
    assert field(opened(parent), "permit_checked").input.value() is False
