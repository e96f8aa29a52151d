"""The papers of a year from the screens: every one that the menu offers opens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.documents import printables
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.papers import MAKERS, paper_of_year, print_menu
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import Direction
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.widgets.desk import Desk
from tests.support.agreed import Year, make_year
from tests.support.estate import make_corporation

NEW_HOMES = IndicatorWish(
    name="opgeleverde woningen",
    unit="aantal",
    direction=Direction.UP,
    cumulative=True,
    baseline=Decimal(0),
    baseline_on=date(2025, 12, 31),
    goal=Decimal(60),
    goal_on=date(2026, 12, 31),
    source="kwartaalrapport",
)


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    """A signed year of a corporation with a letterhead, in which something is measured."""
    make_corporation(store, PROGRAM)
    year = make_year(store, who)
    add_indicator(store, who, year.agreements["BES-01"], NEW_HOMES)
    year.sign(year.seal())
    return year


@pytest.fixture
def cycle(desk: Desk, year: Year) -> ChosenCycle:
    return ChosenCycle(desk, desk)


# Nothing to print here: no bid was made, no text changed, nobody asked anything.
NOTHING = {
    "bid",
    "bid-letters",
    "agreements-changes",
    "tenant-questions",
    "tenant-questions-poster",
}


@pytest.mark.parametrize("key", sorted(MAKERS.keys() - NOTHING))
def test_a_paper_of_the_year_is_made(desk: Desk, cycle: ChosenCycle, key: str) -> None:
    make = paper_of_year(desk, cycle, key)
    assert make is not None
    with desk.reading() as session:
        assert make(session).pdf.startswith(b"%PDF")


def test_every_paper_in_the_menu_has_its_words(
    desk: Desk, cycle: ChosenCycle, qtbot: QtBot
) -> None:
    button = print_menu(desk, cycle)
    qtbot.addWidget(button)
    button.menu().aboutToShow.emit()
    titles = {printable.title() for printable in printables() if printable.key in MAKERS}
    assert {action.text() for action in button.menu().actions()} == titles
    assert len(titles) == len(MAKERS)


def test_without_a_year_there_is_no_paper(desk: Desk) -> None:
    assert paper_of_year(desk, ChosenCycle(desk, desk), "bid") is None
