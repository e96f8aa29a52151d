"""Signing on screen: what stops it and the way there, the frozen text, and each signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.bids import start_bid
from desktop.agreements.actions.clauses import write_clause
from desktop.agreements.actions.deliveries import deliver
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.scans import ScanChoice
from desktop.agreements.panels.signing.panel import SigningPanel
from desktop.agreements.queries.cycles import cycle_view
from desktop.agreements.queries.judgement import judgement_of
from desktop.agreements.states import CycleState, DeliveryDocument
from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.agreed import Year, make_year
from tests.support.beleid import Table
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.screens import button, cut_off, said_by

PDF = b"%PDF-1.7 handtekening"
WHERE = {"place": "Morgenveld", "function": "wethouder wonen"}


def panel_of(desk: Desk, cycle_id: int, qtbot: QtBot) -> SigningPanel:
    cycle = ChosenCycle(desk)
    panel = SigningPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    cycle.choose(cycle_id)
    panel.resize(1334, 600)
    panel.show()
    return panel


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


@pytest.fixture
def panel(desk: Desk, year: Year, qtbot: QtBot) -> SigningPanel:
    """A year on which everybody agrees."""
    return panel_of(desk, year.cycle, qtbot)


def state(year: Year, desk: Desk) -> CycleState:
    with desk.reading() as session:
        return cycle_view(session, year.cycle, desk.today()).state


def signed_by(panel: SigningPanel, party: str, qtbot: QtBot) -> None:
    asked(panel, f"Handtekening van {party}", qtbot, WHERE)


def everybody(panel: SigningPanel, qtbot: QtBot) -> None:
    press(panel, "Klaarmaken om te tekenen", qtbot)
    for party in (
        "Gemeente Morgenveld",
        "Woonstichting Morgenwonen",
        "Huurdersvereniging Samen Morgenveld",
    ):
        signed_by(panel, party, qtbot)


def test_what_stops_is_said_with_the_way_to_it(desk: Desk, table: Table, qtbot: QtBot) -> None:
    panel = panel_of(desk, table.cycle, qtbot)
    assert not panel.seal.isEnabled()
    assert panel.seal.reason
    with qtbot.waitSignal(desk.place_asked) as where:
        press(panel, f"Ga erheen: {panel.view.checks[0].sentence}", qtbot)  # type: ignore[union-attr]
    assert where.args == [Place("agreements", "agreement", table.agreement)]


def test_nobody_signs_before_the_text_is_frozen(panel: SigningPanel, qtbot: QtBot) -> None:
    assert "Maak de tekst eerst klaar" in said_by(panel)
    press(panel, "Klaarmaken om te tekenen", qtbot)
    assert "Klaar om te tekenen sinds 23 november 2026" in said_by(panel)
    assert panel.seal.isHidden()
    assert button(panel, "Handtekening van Gemeente Morgenveld").isEnabled()


def test_with_the_last_signature_the_year_is_signed(
    panel: SigningPanel, year: Year, desk: Desk, qtbot: QtBot
) -> None:
    everybody(panel, qtbot)
    assert state(year, desk) is CycleState.SIGNED
    assert "Ondertekend op 23 november 2026" in said_by(panel)


def test_a_signature_without_a_place_is_refused_at_its_field(
    panel: SigningPanel, qtbot: QtBot
) -> None:
    press(panel, "Klaarmaken om te tekenen", qtbot)
    dialog = asked(
        panel, "Handtekening van Gemeente Morgenveld", qtbot, {"function": "wethouder wonen"}
    )
    assert refusal_at(dialog, "place")


def test_a_scan_goes_with_the_signature(panel: SigningPanel, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "handtekening.pdf"
    file.write_bytes(PDF)
    press(panel, "Klaarmaken om te tekenen", qtbot)
    press(panel, "Handtekening van Gemeente Morgenveld", qtbot)
    dialog = opened(panel)
    fill(dialog, WHERE)
    choice = dialog.findChild(ScanChoice)
    assert choice is not None
    choice.take(file)
    dialog.do()
    assert button(panel, "Scan van Gemeente Morgenveld bewaren").isEnabled()


def test_a_file_that_is_no_scan_is_refused_in_the_dialog(
    panel: SigningPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("geen scan")
    press(panel, "Klaarmaken om te tekenen", qtbot)
    press(panel, "Handtekening van Gemeente Morgenveld", qtbot)
    dialog = opened(panel)
    fill(dialog, WHERE)
    choice = dialog.findChild(ScanChoice)
    assert choice is not None
    choice.take(file)
    dialog.do()
    assert dialog.isVisible()
    assert "PDF, PNG" in said_by(dialog)


def test_a_signature_that_was_written_down_wrongly_is_struck_out(
    panel: SigningPanel, qtbot: QtBot
) -> None:
    press(panel, "Klaarmaken om te tekenen", qtbot)
    signed_by(panel, "Gemeente Morgenveld", qtbot)
    press(panel, "Handtekening van Gemeente Morgenveld doorhalen", qtbot)
    assert button(panel, "Handtekening van Gemeente Morgenveld").isEnabled()


def test_after_a_change_of_the_text_the_signatures_are_void_and_it_says_which(
    panel: SigningPanel, year: Year, qtbot: QtBot
) -> None:
    press(panel, "Klaarmaken om te tekenen", qtbot)
    signed_by(panel, "Gemeente Morgenveld", qtbot)
    code, agreement = next(iter(year.agreements.items()))
    write_clause(year.store, year.who, agreement, "Een andere tekst.", "Anders.", year.corporation)
    assert "na de handtekening van Gemeente Morgenveld" in said_by(panel)
    assert f"Veranderd: {code}" in said_by(panel)
    assert "Opnieuw klaarmaken om te tekenen" in panel.seal.text()


def test_nothing_is_cut_off(panel: SigningPanel, qtbot: QtBot) -> None:
    everybody(panel, qtbot)
    assert cut_off(panel) == []


def test_the_judgement_of_the_minister_is_written_down_once_he_has_the_bid(
    panel: SigningPanel, year: Year, store: Store, who: Actor, qtbot: QtBot
) -> None:
    assert not panel.judgement.ask.isVisible()
    bid = start_bid(store, who, year.cycle)
    deliver(store, who, year.cycle, DeliveryDocument.YEAR_BID, [None])
    assert "nog niet ontvangen. De wet noemt geen dag" in said_by(panel)
    dialog = asked(panel, "Oordeel…", qtbot, {"judgement": ""})
    assert refusal_at(dialog, "judgement")
    fill(dialog, {"judgement": "Het bod is voldoende."})
    dialog.do()
    assert "Het bod is voldoende." in said_by(panel)
    with store.reading() as session:
        line = judgement_of(session, year.cycle)
    assert line is not None
    assert line.bid_id == bid
