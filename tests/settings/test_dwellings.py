from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from desktop.estate.actions import add_complex, add_dwelling, add_household, change_dwelling
from desktop.estate.facts import ComplexFacts, DwellingFacts, HouseholdFacts
from desktop.estate.model import Dwelling
from desktop.estate.queries import DwellingLine, dwellings
from desktop.settings.dwellings import Dwellings
from desktop.settings.estate import EstatePanel
from desktop.widgets.desk import Desk
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.screens import button, said_by
from tests.support.steps import statements

HOME = DwellingFacts("KF-88", "Kadeflat", "88", "1234 AB", "Morgenveld", "GAL", floor=0, rooms=3)
SMIT = HouseholdFacts("Fam. Smit", since=date(2020, 1, 1))


@pytest.fixture
def kadeflat(desk: Desk) -> int:
    return add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat", "Morgenveld"))


@pytest.fixture
def panel(desk: Desk, kadeflat: int, qtbot: QtBot) -> EstatePanel:
    made = EstatePanel(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(panel: EstatePanel, qtbot: QtBot) -> Dwellings:
    """The dwellings of the complex that the cursor is on."""
    press(panel, "Woningen…", qtbot)
    screen = panel.findChild(Dwellings)
    assert screen is not None
    return screen


def row(screen: Dwellings, place: int = 0) -> list[str]:
    model = screen.table.model()
    return [model.index(place, column).data() for column in range(model.columnCount())]


def kept(desk: Desk) -> tuple[DwellingLine, ...]:
    with desk.reading() as session:
        return dwellings(session)


def test_the_first_dwelling_of_a_complex_is_added_by_hand(
    panel: EstatePanel, desk: Desk, qtbot: QtBot
) -> None:
    screen = shown(panel, qtbot)
    assert "Nog geen woningen" in said_by(screen)
    typed = {
        "street": "Kadeflat",
        "house_number": "88",
        "postcode": "1234ab",
        "code": "KF-88",
        "kind": "GAL",
        "floor": "begane grond",
        "rooms": "drie",
    }
    dialog = asked(screen, "Nieuwe woning…", qtbot, typed)
    assert refusal_at(dialog, "rooms") == "‘drie’ is geen heel getal."
    fill(dialog, {"rooms": "3"})
    dialog.do()
    assert [line.facts for line in kept(desk)] == [HOME]
    assert row(screen) == ["Kadeflat 88", "Galerijflat", "begane grond", "3", "", ""]
    assert "Hier is geen bewoner bekend" in said_by(screen)


def test_a_dwelling_next_door_has_the_same_street(
    panel: EstatePanel, desk: Desk, kadeflat: int, qtbot: QtBot
) -> None:
    add_dwelling(desk.store, desk.who, kadeflat, HOME)
    screen = shown(panel, qtbot)
    asked(screen, "Nieuwe woning…", qtbot, {"house_number": "90", "code": "KF-90"})
    assert kept(desk)[1].facts == DwellingFacts(
        "KF-90", "Kadeflat", "90", "1234 AB", "Morgenveld", "GAL"
    )
    assert screen.table.chosen_id == kept(desk)[1].id


def test_a_kind_that_vera_does_not_have_stays_when_something_else_changes(
    panel: EstatePanel, desk: Desk, kadeflat: int, qtbot: QtBot
) -> None:
    add_dwelling(desk.store, desk.who, kadeflat, replace(HOME, kind="LOFT"))
    asked(shown(panel, qtbot), "Woning veranderen…", qtbot, {"rent_cents": "641,20"})
    assert [line.facts for line in kept(desk)] == [replace(HOME, kind="LOFT", rent_cents=64120)]


def test_after_the_last_day_of_a_tenancy_the_next_resident_moves_in(
    panel: EstatePanel, desk: Desk, kadeflat: int, qtbot: QtBot
) -> None:
    home = add_dwelling(desk.store, desk.who, kadeflat, HOME)
    add_household(desk.store, desk.who, home, SMIT)
    screen = shown(panel, qtbot)
    assert row(screen)[4:] == ["Fam. Smit", "1 jan 2020"]
    newcomers = {"name": "Fam. Bakker", "since": date(2026, 11, 20)}
    dialog = asked(screen, "Nieuwe bewoner…", qtbot, newcomers)
    assert "ander huishouden" in refusal_at(dialog, "since")
    dialog.close()
    qtbot.keyClick(screen.tenancies.page.table, Qt.Key.Key_Return)
    dialog = opened(screen)
    fill(dialog, {"until": date(2026, 11, 19)})
    dialog.do()
    assert row(screen)[4:] == ["", ""]
    asked(screen, "Nieuwe bewoner…", qtbot, newcomers)
    assert row(screen)[4:] == ["Fam. Bakker", "20 nov 2026"]
    assert len(screen.tenancies.page.table.ids) == 2
    assert desk.store.undo(desk.who) == "Nieuw huishouden"
    assert row(screen)[4:] == ["", ""]


def test_what_a_colleague_changed_meanwhile_is_not_lost_unasked(
    panel: EstatePanel, desk: Desk, kadeflat: int, qtbot: QtBot
) -> None:
    home = add_dwelling(desk.store, desk.who, kadeflat, HOME)
    screen = shown(panel, qtbot)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    dialog = opened(screen)
    theirs = DwellingFacts("KF-88", "Kadeflat", "88", rooms=4)
    change_dwelling(desk.store, desk.who, home, theirs)

    def keep_theirs() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.findChild(QPushButton, "theirs").click()

    QTimer.singleShot(0, keep_theirs)
    fill(dialog, {"rooms": "2"})
    dialog.do()
    assert kept(desk)[0].facts == theirs
    assert row(screen)[3] == "4"
    dialog.close()


def test_one_of_three_hundred_dwellings_is_found_by_keys(
    panel: EstatePanel, desk: Desk, kadeflat: int, qtbot: QtBot
) -> None:
    with desk.store.act(desk.who, "test.dwellings") as act:
        act.session.execute(
            insert(Dwelling),
            [
                {"complex_id": kadeflat, "code": f"K{n}", "street": "Kade", "house_number": f"{n}"}
                for n in range(1, 301)
            ],
        )
    panel.reload()
    with statements(desk.store) as asked_of_the_database:
        screen = shown(panel, qtbot)
    assert len(asked_of_the_database) <= 3
    assert "300 woningen" in said_by(screen)
    qtbot.keyClicks(screen.filter, "kade 25")
    assert [row(screen, place)[0] for place in range(3)] == ["Kade 25", "Kade 125", "Kade 225"]
    with qtbot.waitSignal(screen.filter.left):
        qtbot.keyClick(screen.filter, Qt.Key.Key_Down)
    assert screen.focusWidget() is screen.table
    qtbot.keyClicks(screen.filter, "x")
    assert "Geen woning gevonden" in said_by(screen)
    assert not button(screen, "Woning veranderen…").isEnabled()
    qtbot.keyClick(screen.filter, Qt.Key.Key_Escape)
    assert len(screen.table.ids) == 300
    assert screen.isVisible()
