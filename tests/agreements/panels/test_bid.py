"""The bid on screen: six parts, who has it, and what stops it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.bid.panel import BidPanel
from desktop.agreements.panels.bid.rows import PART_IDS
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.queries.bid import BidView, bid_view
from desktop.agreements.states import BidLetter
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.table_rows import TableModel
from tests.support.clock import Clock
from tests.support.dialogs import asked, is_open, opened, press, refusal_at
from tests.support.screens import cut_off, said_by
from tests.support.statutory import APPROVED_ON, SENT_ON, Talks, begin_talks


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


@pytest.fixture
def panel(desk: Desk, talks: Talks, qtbot: QtBot) -> BidPanel:
    cycle = ChosenCycle(desk)
    panel = BidPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    cycle.choose(talks.cycle)
    panel.resize(1334, 600)
    panel.show()
    return panel


@pytest.fixture
def begun(panel: BidPanel, qtbot: QtBot) -> BidPanel:
    """A bid with nothing in it but what the test adds."""
    press(panel, "Begin het bod", qtbot)
    return panel


def view(talks: Talks) -> BidView:
    with talks.store.reading() as session:
        return bid_view(session, talks.cycle, SENT_ON)


def cells(panel: BidPanel) -> str:
    model = panel.table.model()
    assert isinstance(model, TableModel)
    return "\n".join(" | ".join(r.cell(n).text for n in range(len(r.cells))) for r in model.rows)


def choose_part(panel: BidPanel, letter: BidLetter) -> None:
    panel.table.choose(next(id for id, one in PART_IDS.items() if one is letter))


def not_foreseen_but_a(panel: BidPanel, qtbot: QtBot) -> None:
    for letter in list(BidLetter)[1:]:
        choose_part(panel, letter)
        press(panel, "Niet voorzien", qtbot)


def test_a_bid_that_nobody_began_offers_the_first_step(panel: BidPanel, qtbot: QtBot) -> None:
    assert "Nog geen bod" in said_by(panel)
    press(panel, "Begin het bod", qtbot)
    assert panel.view is not None
    assert panel.view.id is not None


def test_every_part_that_misses_says_so(begun: BidPanel) -> None:
    assert cells(begun).count("Ontbreekt") == 6


def test_it_cannot_be_sent_while_something_misses_and_says_what(begun: BidPanel) -> None:
    assert not begun.send.isEnabled()
    assert begun.send.reason
    assert begun.send.reason in said_by(begun)


def test_work_is_added_to_the_part_that_is_chosen(begun: BidPanel, qtbot: QtBot) -> None:
    choose_part(begun, BidLetter.D)
    asked(
        begun,
        "Werk toevoegen…",
        qtbot,
        {"what": "Woningen isoleren", "year:2027": "80", "year:2028": "100"},
    )
    assert "d  Kwaliteit en duurzaamheid | Woningen isoleren |  | 80 | 100" in cells(begun)


def test_part_c_without_postcode_is_refused_at_its_field(begun: BidPanel, qtbot: QtBot) -> None:
    dialog = asked(
        begun, "Werk toevoegen…", qtbot, {"letter": BidLetter.C, "what": "Verkoop van woningen"}
    )
    assert refusal_at(dialog, "postcode")
    assert is_open(begun)


def test_a_part_without_work_is_not_foreseen_and_foreseen_after_all(
    begun: BidPanel, qtbot: QtBot
) -> None:
    choose_part(begun, BidLetter.F)
    press(begun, "Niet voorzien", qtbot)
    assert cells(begun).count("Niet voorzien") == 1
    choose_part(begun, BidLetter.F)
    press(begun, "Toch voorzien", qtbot)
    assert cells(begun).count("Niet voorzien") == 0


def test_enter_on_work_opens_it(begun: BidPanel, talks: Talks, qtbot: QtBot) -> None:
    asked(begun, "Werk toevoegen…", qtbot, {"letter": BidLetter.A, "what": "Bouwen"})
    [work] = view(talks).parts[0].works
    begun.table.choose(work.id)
    begun.table.activated_row.emit(work.id)
    [what] = [edit.toPlainText() for edit in opened(begun).findChildren(QPlainTextEdit)]
    assert what == "Bouwen"


def test_a_whole_bid_is_sent_and_shows_who_has_it(
    begun: BidPanel, talks: Talks, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    asked(
        begun,
        "Werk toevoegen…",
        qtbot,
        {"letter": BidLetter.A, "what": "Bouwen"} | {f"year:{y}": "60" for y in view(talks).years},
    )
    not_foreseen_but_a(begun, qtbot)
    asked(begun, "Goedgekeurd door toezicht…", qtbot, {"on": APPROVED_ON})
    assert begun.send.isEnabled(), begun.send.reason
    asked(begun, "Bod versturen…", qtbot, {"on": SENT_ON})
    assert view(talks).sent_on == SENT_ON
    assert begun.send.isHidden()
    assert "Wie heeft het bod" in said_by(begun)
    press(begun, "Ontvangen… Bod", qtbot)
    opened(begun).do()
    assert all(cell.received_on == SENT_ON for cell in view(talks).receipts.cells)


def test_nothing_is_cut_off(begun: BidPanel) -> None:
    assert cut_off(begun) == []
