from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.floorplans import templates, wording
from desktop.floorplans.checks import Finding, check_home, rules_on
from desktop.floorplans.geometry import derive_home
from desktop.floorplans.panels.pad import SIDE_WIDTH
from desktop.floorplans.panels.side import (
    FIRST_ROWS,
    AreaCard,
    ChecksCard,
    FindingRow,
    RoomsCard,
)
from desktop.floorplans.plan import Home, Plan
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.desk import Desk
from tests.support.screens import dress, said_by

HOME = templates.demonstration()


def findings(home: Home, desk: Desk) -> tuple[Finding, ...]:
    return check_home(home, derive_home(home), rules_on(desk.today()))


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> ChecksCard:
    made = ChecksCard(lambda _finding: None, lambda _finding: None)
    qtbot.addWidget(made)
    made.show_findings(findings(HOME, desk), HOME)
    made.show()
    return made


def rows(card: ChecksCard) -> list[FindingRow]:
    """The rows on view; those of before go a moment later."""
    return [row for row in card.findChildren(FindingRow) if row.isVisibleTo(card)]


def test_what_can_be_mended_says_so_once_it_was_tried(card: ChecksCard, qtbot: QtBot) -> None:
    light = next(row for row in rows(card) if "licht" in row.accessibleName())
    assert light.mend_button.isHidden()
    qtbot.waitUntil(lambda: not light.mend_button.isHidden())


def test_what_cannot_be_mended_has_no_button(card: ChecksCard, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not card._untried)
    for row, finding in zip(rows(card), findings(HOME, desk), strict=False):
        works = finding.mend is not None and finding.mend.works(HOME)
        assert row.mend_button.isHidden() is not works


def test_what_is_good_folds_into_one_line(card: ChecksCard, desk: Desk, qtbot: QtBot) -> None:
    folded = len(rows(card))
    (unfold,) = (b for b in card.findChildren(Button) if "goed" in b.text())
    unfold.click()
    all_of_them = len(findings(HOME, desk))
    qtbot.waitUntil(lambda: folded < len(rows(card)) == all_of_them)


def test_after_a_mend_and_after_unfolding_the_focus_stays_in_the_list(
    desk: Desk, qtbot: QtBot
) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    column = QVBoxLayout(screen)
    card = ChecksCard(lambda _finding: None, lambda _finding: None)
    column.addWidget(card)
    column.addWidget(QPushButton("Stoppen"))
    found = findings(HOME, desk)
    card.show_findings(found, HOME)
    with qtbot.waitExposed(screen):
        screen.show()
    [at] = (n for n, row in enumerate(rows(card)) if "licht" in row.accessibleName())
    mend = rows(card)[at].mend_button
    qtbot.waitUntil(lambda: not mend.isHidden())
    mend.setFocus()
    card.show_findings([*found[:at], *found[at + 1 :]], HOME)
    assert card.isAncestorOf(screen.focusWidget())
    [unfold] = (b for b in card.findChildren(Button) if "goed" in b.text() and b.isVisible())
    unfold.setFocus()
    unfold.click()
    assert card.isAncestorOf(screen.focusWidget())


def test_what_folds_leaves_the_list_as_narrow_as_its_place(
    card: ChecksCard, desk: Desk, qapp: QApplication
) -> None:
    dress(qapp)
    blank = Home((Plan(name="Begane grond"),))
    card.show_findings(findings(blank, desk), blank)
    assert len(rows(card)) == FIRST_ROWS
    # The scroll bar stands beside it.
    assert card.minimumSizeHint().width() <= theme.scaled(SIDE_WIDTH) - 10


def test_the_list_always_says_that_it_is_no_test(card: ChecksCard) -> None:
    assert wording.disclaimer() in said_by(card)


def test_the_rooms_stand_with_their_areas(qtbot: QtBot, desk: Desk) -> None:
    card = RoomsCard(lambda _room: None)
    qtbot.addWidget(card)
    card.show_rooms(derive_home(HOME)[0].rooms)
    card.show()
    for size in ("25,5 m²", "11,5 m²", "8,6 m²", "3,6 m²", "2,2 m²"):
        assert size in said_by(card)
    card.show_rooms([])
    sentence = _("No closed rooms yet. A room appears when its walls meet.")
    qtbot.waitUntil(lambda: sentence in said_by(card))


def test_the_area_of_a_home_of_more_storeys_tells_that_of_this_one(
    qtbot: QtBot, desk: Desk
) -> None:
    (row_house,) = (t for t in templates.shells() if t.key == "row-house")
    card = AreaCard()
    qtbot.addWidget(card)
    card.show_levels(derive_home(row_house.home), 0)
    card.show()
    assert "op deze verdieping" in said_by(card)


def test_of_a_blank_drawing_all_is_something_to_do_and_nothing_wrong(
    card: ChecksCard, desk: Desk
) -> None:
    home = templates.shells()[0].home
    card.show_findings(findings(home, desk), home)

    told = [row.accessibleName() for row in rows(card)]
    to_do = [name.startswith("Nog te tekenen: ") for name in told]
    assert all(to_do)
    assert "te tekenen" in said_by(card)


def test_what_is_wrong_comes_before_what_is_still_to_draw(card: ChecksCard, desk: Desk) -> None:
    blank = templates.shells()[0].home
    card.show_findings((*findings(blank, desk), *findings(HOME, desk)), HOME)

    to_do = [row.accessibleName().startswith("Nog te tekenen: ") for row in rows(card)]
    assert not to_do[0]
    assert to_do == sorted(to_do)
