"""The parts of the tab Beleid. Each is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.language import _
from desktop.widgets.desk import Desk

Build = Callable[[Desk, ChosenCycle], QWidget]


@dataclass(frozen=True)
class Part:
    """A part of the tab: its words, the screen that is built when it is first shown, its manual
    page, the kinds of things that it shows, whether it is there without a cycle too, and whether
    it is one of the steps to signed agreements, which stand together."""

    words: Callable[[], str]
    build: Build
    manual: str
    kinds: frozenset[str] = frozenset()
    without_cycle: bool = False
    is_step: bool = False


def _agreements(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.agreements import AgreementsPanel

    return AgreementsPanel(desk, cycle)


def _bid(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.bid.panel import BidPanel

    return BidPanel(desk, cycle)


def _signing(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.signing.panel import SigningPanel

    return SigningPanel(desk, cycle)


def _positions(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.positions import PositionsPanel

    return PositionsPanel(desk, cycle)


def _looking_back(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.looking_back import LookingBackPanel

    return LookingBackPanel(desk, cycle)


def _voices(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.voices.panel import VoicesPanel

    return VoicesPanel(desk, cycle)


def _meetings(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.meetings.panel import MeetingsPanel

    return MeetingsPanel(desk, cycle)


def _monitor(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.monitor.panel import MonitorPanel

    return MonitorPanel(desk, cycle)


def _deadlines(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.deadlines.panel import DeadlinesPanel

    return DeadlinesPanel(desk, cycle)


def _parties(desk: Desk, cycle: ChosenCycle) -> QWidget:
    from desktop.agreements.panels.parties.panel import PartiesPanel

    return PartiesPanel(desk, cycle)


# Pages of an agreement that have a page of the manual of their own.
MANUAL_OF_PAGE = {"text": "agreements-texts", "measuring": "agreements-measuring"}

PARTS = {
    "agreements": Part(
        lambda: _("Agreements"), _agreements, "agreements", frozenset({"agreement"})
    ),
    "monitor": Part(lambda: _("Monitor"), _monitor, "agreements-monitor"),
    "meetings": Part(lambda: _("Talks"), _meetings, "agreements-meetings", frozenset({"meeting"})),
    "voices": Part(
        lambda: _("Questions"), _voices, "agreements-questions", frozenset({"tenant_input"})
    ),
    "deadlines": Part(lambda: _("Deadlines"), _deadlines, "agreements-deadlines"),
    "parties": Part(lambda: _("Parties"), _parties, "agreements-parties"),
    "bid": Part(lambda: _("Bid"), _bid, "agreements-bid", is_step=True),
    "positions": Part(lambda: _("Positions"), _positions, "agreements-texts", is_step=True),
    "signing": Part(lambda: _("Sign"), _signing, "agreements-signing", is_step=True),
    "look_back": Part(lambda: _("Look back"), _looking_back, "agreements-look-back", is_step=True),
}
