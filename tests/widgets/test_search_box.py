from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.estate.actions import add_complex, add_dwelling
from desktop.estate.facts import ComplexFacts, DwellingFacts
from desktop.feature import Place
from desktop.widgets.desk import Desk
from desktop.widgets.search_box import Findable, SearchBox


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def box(desk: Desk, window: QWidget) -> SearchBox:
    complex_id = add_complex(desk.store, desk.who, ComplexFacts(code="KF", name="Kadeflat"))
    for number in ("88", "214"):
        home = DwellingFacts(code=f"KF-{number}", street="Kadeflat", house_number=number)
        add_dwelling(desk.store, desk.who, complex_id, home)
    made = SearchBox(
        desk,
        [
            Findable("dwelling", lambda: "Woningen", "viewings"),
            Findable("complex", lambda: "Complexen", "estate"),
        ],
    )
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(800, 600)
    window.show()
    return made


def shown(box: SearchBox) -> list[str]:
    return [box.results.item(n).text().split("  ")[0] for n in range(box.results.count())]


def test_results_stand_by_kind_under_their_plural(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "kade")
    assert shown(box) == ["Woningen", "Kadeflat 88", "Kadeflat 214", "Complexen", "Kadeflat"]


def test_enter_opens_the_first_result(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "kade 214")
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == [Place("viewings", "dwelling", 2)]
    assert not box.is_open


def test_arrows_go_over_the_headings(box: SearchBox, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "kade")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == [Place("estate", "complex", 1)]


def test_nothing_found_says_what_to_try(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "zzz")
    assert shown(box) == ["Niets gevonden. Probeer een naam, een adres of een nummer."]


def test_escape_closes_and_empties(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "kade")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.is_open) == ("", False)


def test_the_keys_are_named_whole_or_not_at_all(desk: Desk, qtbot: QtBot) -> None:
    box = SearchBox(desk, [])
    qtbot.addWidget(box)
    box.show()
    told = set()
    for width in range(130, 300, 10):
        box.resize(width, box.height())
        words = box.placeholderText()
        told.add(words)
        if "Ctrl" in words:
            assert box.cursorRect().x() + box.fontMetrics().horizontalAdvance(words) < width
    assert told == {"Zoeken in alles", "Zoeken in alles   Ctrl+K"}
