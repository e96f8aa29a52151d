from __future__ import annotations

from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.estate.actions import add_complex, add_organisation
from desktop.estate.facts import ComplexFacts, OrganisationFacts
from desktop.estate.model import OrganisationKind
from desktop.feature import Due, Figure, Place, Urgency, WeekItem
from desktop.today.rows import FigureCard, WeekLink
from desktop.today.tab import TodayTab
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.scroll import Scroll
from tests.support.features import Made
from tests.support.screens import button, cut_off, said_by

OFFER = Place("buren", "offer", 4)


def due(desk: Desk, title: str, urgency: Urgency, days: float, article: str = "") -> Due:
    return Due(
        badge="!",
        title=title,
        detail="binnen 14 dagen",
        urgency=urgency,
        action="Openen",
        place=OFFER,
        when=desk.now() + timedelta(days=days),
        article=article,
    )


@pytest.fixture
def buren(desk: Desk) -> Made:
    return Made(
        "buren",
        due=[
            due(desk, "Gastheren kiezen", Urgency.SOON, 2),
            due(desk, "Antwoord op klacht", Urgency.LATE, -3, "Klachtenreglement art. 6"),
            due(desk, "Kandidaat beslist", Urgency.TODAY, 0.2),
        ],
        week=[WeekItem(desk.now() + timedelta(days=2), "Kennismaking Kadeflat 88", OFFER)],
        figures=[Figure("19 dagen", "gemiddeld leeg", Place("buren"))],
    )


@pytest.fixture
def tab(desk: Desk, buren: Made, qtbot: QtBot) -> TodayTab:
    made = TodayTab(desk, (buren.feature(),))
    made.resize(1366, 720)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.buttons) == 3)
    return made


def test_what_is_late_comes_first_then_today_then_the_rest(tab: TodayTab) -> None:
    words = said_by(tab)
    places = [words.index(x) for x in ("Antwoord op klacht", "Kandidaat beslist", "Gastheren")]
    assert places == sorted(places)


def test_the_heading_counts_what_there_is(tab: TodayTab) -> None:
    assert tab.header.title.text() == "Maandag 23 november"
    assert tab.header.subtitle.text() == "1 ding vandaag · 1 afspraak deze week · 1 te laat"


def test_a_row_tells_its_article_and_its_term_in_words(tab: TodayTab) -> None:
    words = said_by(tab)
    assert "binnen 14 dagen · Klachtenreglement art. 6" in words
    assert "3 dagen te laat" in words
    assert "over 2 dagen" in words


def test_the_one_action_opens_the_right_place(tab: TodayTab, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.mouseClick(button(tab, "Openen: Antwoord op klacht"), Qt.MouseButton.LeftButton)
    assert asked.args == [OFFER]


def test_arrows_go_from_action_to_action_and_enter_opens(
    tab: TodayTab, desk: Desk, qtbot: QtBot
) -> None:
    tab.buttons[0].setFocus()
    qtbot.keyClick(tab.buttons[0], Qt.Key.Key_Down)
    assert tab.buttons[1].hasFocus()
    qtbot.keyClick(tab.buttons[1], Qt.Key.Key_Up)
    assert tab.buttons[0].hasFocus()
    with qtbot.waitSignal(desk.place_asked):
        qtbot.keyClick(tab.buttons[0], Qt.Key.Key_Space)


def test_what_is_done_goes_from_the_list_by_itself(
    tab: TodayTab, buren: Made, desk: Desk, qtbot: QtBot
) -> None:
    buren.due.pop(1)
    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    qtbot.waitUntil(lambda: "Antwoord op klacht" not in said_by(tab))
    assert tab.header.subtitle.text() == "1 ding vandaag · 1 afspraak deze week"


def test_what_changes_while_the_features_are_asked_is_asked_after_that(
    tab: TodayTab, buren: Made, desk: Desk, qtbot: QtBot
) -> None:
    tab.refresh()
    buren.due.append(due(desk, "Nieuw", Urgency.SOON, 1))
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.buttons) == 4)


def test_nothing_to_do_explains_itself(
    tab: TodayTab, buren: Made, desk: Desk, qtbot: QtBot
) -> None:
    buren.due.clear()
    tab.refresh()
    qtbot.waitUntil(lambda: "U hoeft nu niets te doen" in said_by(tab))


def test_a_figure_opens_where_it_comes_from(tab: TodayTab, desk: Desk, qtbot: QtBot) -> None:
    card = tab.findChild(FigureCard)
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == [Place("buren")]


def test_a_long_list_shows_the_first_and_then_the_rest(
    tab: TodayTab, buren: Made, desk: Desk, qtbot: QtBot
) -> None:
    buren.due += [due(desk, f"Kandidaat {n}", Urgency.LATER, 9) for n in range(50)]
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.buttons) == 40)
    QApplication.processEvents()
    qtbot.mouseClick(button(tab, "Nog 13 tonen"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(tab.buttons) == 53)


def test_the_week_goes_on_paper(tab: TodayTab, desk: Desk, qtbot: QtBot) -> None:
    facts = OrganisationFacts(OrganisationKind.CORPORATION, "Woonstichting Morgenwonen")
    add_organisation(desk.store, desk.who, facts)
    with qtbot.waitSignal(desk.paper_ready) as ready:
        qtbot.mouseClick(button(tab, "Week afdrukken"), Qt.MouseButton.LeftButton)
    text = pypdfium2.PdfDocument(ready.args[0].pdf)[0].get_textpage().get_text_range()
    assert "Antwoord op klacht" in text
    assert "Kennismaking Kadeflat 88" in text


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_words_are_cut_off(
    desk: Desk, buren: Made, qtbot: QtBot, qapp: QApplication, large: bool, language: str
) -> None:
    from desktop.language import use_language

    use_language(language)
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=large))
    buren.due += [due(desk, f"Kandidaat {n} beslist", Urgency.LATER, 9) for n in range(20)]
    made = TodayTab(desk, (buren.feature(),))
    made.resize(1366, 720)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.buttons) == 23)
    qtbot.waitUntil(lambda: cut_off(made) == [])


def test_looking_again_leaves_the_list_where_it_was(
    tab: TodayTab, desk: Desk, buren: Made, qtbot: QtBot
) -> None:
    buren.due = [due(desk, f"Kandidaat {n}", Urgency.TODAY, 0.2) for n in range(30)]
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.buttons) == 30)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.buttons[1].setFocus()
    assert tab.buttons[1].hasFocus()
    before = tab.buttons[1]
    tab.refresh()
    qtbot.waitUntil(lambda: tab.buttons[1] is not before)
    QApplication.processEvents()
    scroll = tab.list.findChild(Scroll)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.verticalScrollBar().value() == 0
    assert tab.buttons[1].hasFocus()


def test_looking_again_leaves_the_side_where_it_was(
    tab: TodayTab, desk: Desk, buren: Made, qtbot: QtBot
) -> None:
    buren.week = [
        WeekItem(desk.now() + timedelta(hours=n), f"Kennismaking {n}", OFFER) for n in range(60)
    ]
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.findChildren(WeekLink)) == 60)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    before = tab.findChild(FigureCard)
    before.setFocus()
    assert before.hasFocus()
    tab.refresh()
    qtbot.waitUntil(lambda: tab.findChild(FigureCard) is not before)
    QApplication.processEvents()
    side = next(scroll for scroll in tab.findChildren(Scroll) if scroll.isAncestorOf(shown(tab)))
    assert side.verticalScrollBar().maximum() > 0
    assert side.verticalScrollBar().value() == 0
    assert shown(tab).hasFocus()


def shown(tab: TodayTab) -> FigureCard:
    return next(card for card in tab.findChildren(FigureCard) if card.isVisible())
