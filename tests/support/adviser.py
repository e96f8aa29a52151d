"""A policy adviser at the tab Beleid, who comes in on different days of the year."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.agreements.panels.agreement.screen import AgreementScreen
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.parts import PARTS
from desktop.agreements.states import CycleState
from desktop.agreements.tab import AgreementsTab
from desktop.language import _
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.widgets.form import Field
from desktop.widgets.table import Table
from desktop.window import Window
from tests.support.clock import Clock
from tests.support.person import Person

LEFT = Qt.MouseButton.LeftButton
P = TypeVar("P", bound=QWidget)


class Adviser:
    """Noor at her desk. The program is opened anew each time that she comes in."""

    def __init__(self, store: Store, who: Actor, clock: Clock, qtbot: QtBot) -> None:
        self._store, self._who, self._clock, self._qtbot = store, who, clock, qtbot
        self._person: Person | None = None

    def come_in(self, on: date) -> None:
        """A morning at the desk, with Beleid on view."""
        self.go_home()
        self._clock.move_to(datetime(on.year, on.month, on.day, 9, 30, tzinfo=AMSTERDAM))
        window = Window(Desk(self._store, self._who), app.features())
        window.resize(1366, 768)
        with self._qtbot.waitExposed(window):
            window.show()
        window.tabs.setCurrentIndex([f.key for f in window.features].index("agreements"))
        self._person = Person(self._qtbot, window)

    def go_home(self) -> None:
        """Close the program; does nothing when it is closed."""
        if self._person is not None:
            self._person.close_previews()
            self._person.window.close()
            self._person = None

    @property
    def person(self) -> Person:
        """Who clicks; the day must have begun."""
        assert self._person is not None, "she comes in first"
        return self._person

    @property
    def tab(self) -> AgreementsTab:
        tab = self.person.window.current
        assert isinstance(tab, AgreementsTab)
        return tab

    @property
    def agreements(self) -> AgreementsPanel:
        """The list of the year, which must be on view."""
        assert isinstance(self.tab.panel, AgreementsPanel)
        return self.tab.panel

    @property
    def agreement(self) -> AgreementScreen:
        """The chosen agreement."""
        return self.agreements.agreement

    @property
    def state(self) -> CycleState:
        """How far the year is, as the card above the agreements says."""
        view = self.agreements.header.view
        assert view is not None
        return view.state

    # What she clicks --------------------------------------------------------------------------

    def go_to(self, part: str, kind: type[P]) -> P:
        """Choose a part of the tab; gives its screen."""
        self.person.press(PARTS[part].words(), self.tab.parts)
        panel = self.tab.panel
        assert isinstance(panel, kind)
        return panel

    def page(self, words: str) -> None:
        """Choose a page of the agreement; its words may be followed by a count."""
        buttons = self.agreement.pages.findChildren(QAbstractButton)
        chosen = next(button for button in buttons if button.text().startswith(_(words)))
        self._qtbot.mouseClick(chosen, LEFT)

    def next_step(self, words: str) -> None:
        """Press the green button above the agreements, which must say these words."""
        step = self.agreements.header.next
        self._qtbot.waitUntil(lambda: step.text() == _(words))
        assert step.isEnabled(), step.reason
        self._qtbot.mouseClick(step, LEFT)

    def choose(self, **chosen: str) -> None:
        """Choose by their words in the lists of the dialog on top."""
        for key, words in chosen.items():
            field = self.person.dialog.findChild(Field, key)
            assert field is not None, f"no field {key}"
            box = field.findChild(QComboBox)
            assert box is not None, f"{key} is no list"
            at = box.findText(words)
            assert at >= 0, f"{key} has no {words}"
            box.setCurrentIndex(at)

    def click_row(self, table: Table, words: str) -> None:
        """Click the row with these words in one of its cells."""
        model = table.model()
        columns = range(model.columnCount())
        for row in range(model.rowCount()):
            if any(words in str(model.index(row, n).data() or "") for n in columns):
                where = table.visualRect(model.index(row, 0)).center()
                self._qtbot.mouseClick(table.viewport(), LEFT, pos=where)
                return
        raise AssertionError(f"no row says “{words}”")
