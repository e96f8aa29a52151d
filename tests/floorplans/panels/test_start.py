"""The start screen of a tenant: three ways to begin, beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.floorplans import actions, queries, templates
from desktop.floorplans.actions import EveningFacts
from desktop.floorplans.model import SketchRole
from desktop.floorplans.panels.dialogs import add_shell
from desktop.floorplans.panels.start import Begin, StartPage, Way
from desktop.floorplans.panels.tenant import TenantScreen
from desktop.language import _
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support.screens import dress, said_by


def test_the_titles_of_the_ways_stand_in_one_line_also_where_one_goes_through_homes(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    homes = tuple(Begin(one.word, one.home) for one in templates.examples()[:2])
    ways = [
        Way("Leeg huis", "U tekent de kamers.", homes[:1]),
        Way("Voorbeeld", "Al klaar.", homes),
    ]
    page = StartPage("rijtjeshuis", ways)
    qtbot.addWidget(page)
    page.resize(1_270, 700)
    with qtbot.waitExposed(page):
        page.show()
    titles = [card._title.geometry().top() for card in page.cards]
    assert len(titles) == 2
    assert len(set(titles)) == 1


def test_an_empty_sheet_is_for_staff_until_a_wall_stands_on_it(
    desk: Desk, store: Store, who: Actor, qtbot: QtBot
) -> None:
    facts = EveningFacts("Houbenstaete", "type B", store.now().date())
    evening = actions.plan_evening(store, who, facts)
    parent = QWidget()
    qtbot.addWidget(parent)
    add_shell(desk, evening, parent)
    (dialog,) = parent.findChildren(Dialog)
    dialog.findChildren(Form)[0].set_value("shell", "blank")
    dialog.do()
    with desk.reading() as session:
        [sheet] = queries.views(session, evening, SketchRole.SHELL)
    assert not any(level.walls for level in sheet.home.levels)
    screen = TenantScreen(desk, evening)
    qtbot.addWidget(screen)
    screen.show()
    said = said_by(screen)
    assert _("Empty home") not in said
    assert _("Sketch by hand") in said
