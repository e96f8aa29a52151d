"""What hangs on the wall of a meeting: one text or one indicator, in type that fits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.clauses import take_position
from desktop.agreements.panels.meeting.projector import (
    Projector,
    project_clauses,
    project_indicators,
    project_texts,
)
from desktop.agreements.panels.meeting.slides import ClauseSlide, IndicatorSlide
from desktop.agreements.panels.redline_view import RedlineView
from desktop.agreements.states import Light, PositionValue
from desktop.widgets.desk import Desk
from desktop.widgets.words import Words
from tests.support.beleid import TEXT, Table
from tests.support.measured import morgenveld
from tests.support.screens import cut_off, said_by

NEWER = "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen, als de grond klaar is."
ON = date(2026, 7, 15)


@pytest.fixture
def parent(qtbot: QtBot) -> Words:
    made = Words("achter het scherm")
    qtbot.addWidget(made)
    made.show()
    return made


def sized(projector: Projector, width: int = 1366, height: int = 768) -> Projector:
    projector.showNormal()
    projector.resize(width, height)
    QApplication.processEvents()
    return projector


def text_of(projector: Projector) -> RedlineView:
    assert isinstance(projector.slide, ClauseSlide)
    return projector.slide.text


def test_a_text_shows_what_changed_on_a_key(
    desk: Desk, table: Table, parent: Words, qtbot: QtBot
) -> None:
    table.write(table.agreement, NEWER)
    projector = sized(project_clauses(desk, [table.agreement], parent))
    assert text_of(projector).accessibleName() == NEWER
    assert text_of(projector).accessibleDescription() == ""
    qtbot.keyClick(projector, Qt.Key.Key_Space)
    assert "als de grond klaar is" in text_of(projector).accessibleDescription()
    assert "versie 1 naar versie 2" in said_by(projector)
    qtbot.keyClick(projector, Qt.Key.Key_Space)
    assert text_of(projector).accessibleDescription() == ""


def test_another_agreement_begins_with_its_text(
    desk: Desk, table: Table, parent: Words, qtbot: QtBot
) -> None:
    table.write(table.agreement, NEWER)
    other = table.add("Zonder tekst", "PAR")
    projector = sized(project_clauses(desk, [table.agreement, other], parent))
    qtbot.keyClick(projector, Qt.Key.Key_Space)
    qtbot.keyClick(projector, Qt.Key.Key_Right)
    assert "Er is nog geen tekst." in text_of(projector).accessibleName()
    qtbot.keyClick(projector, Qt.Key.Key_Right)
    assert projector.id == other
    qtbot.keyClick(projector, Qt.Key.Key_Left)
    assert text_of(projector).accessibleDescription() == ""


def test_who_agrees_shows_while_the_talks_go_on(desk: Desk, table: Table, parent: Words) -> None:
    projector = sized(project_clauses(desk, [table.agreement], parent))
    assert "Akkoord: nog niemand." in said_by(projector)
    take_position(table.store, table.who, table.clause, table.tenants, PositionValue.AGREES)
    assert "Akkoord: Samen Morgenveld." in said_by(projector)


@pytest.mark.parametrize("times", [1, 12, 40])
def test_a_text_is_set_as_large_as_all_of_it_fits(
    desk: Desk, table: Table, parent: Words, times: int
) -> None:
    table.write(table.agreement, f"{NEWER} " * times)
    projector = sized(project_clauses(desk, [table.agreement], parent))
    label = text_of(projector)
    holder = label.parentWidget()
    assert holder is not None
    needed = label.heightForWidth(holder.width())
    assert needed <= holder.height() or label.font().pixelSize() <= 18
    assert cut_off(projector) == []


def test_an_indicator_fits_on_the_smallest_screen_with_its_chart(
    desk: Desk, table: Table, parent: Words, qtbot: QtBot
) -> None:
    year = morgenveld_beside(table)
    projector = sized(project_indicators(desk, year, ON, parent))
    assert isinstance(projector.slide, IndicatorSlide)
    for _turn in year:
        QApplication.processEvents()
        assert (projector.width(), projector.height()) == (1366, 768)
        assert cut_off(projector) == []
        qtbot.keyClick(projector, Qt.Key.Key_Right)
    assert projector.slide.sign.light in list(Light)


def morgenveld_beside(table: Table) -> list[int]:
    """The indicators of a whole year, in a store that has the seeds already."""
    from tests.support import measured

    with table.store.act(measured.PROGRAM, "test.room") as act:
        for theme in act.session.scalars(measured.select(measured.Theme)):
            theme.code = f"X{theme.code}"
        for party in act.session.scalars(measured.select(measured.Party)):
            party.name = f"Oude {party.name}"
    return list(morgenveld(table.store).indicators.values())


def test_what_is_gone_is_said_on_the_big_screen(desk: Desk, table: Table, parent: Words) -> None:
    projector = sized(project_clauses(desk, [999, table.agreement], parent))
    assert said_by(projector)
    projector.step(1)
    assert text_of(projector).accessibleName() == TEXT


def test_a_year_without_agreements_says_so(
    desk: Desk, table: Table, parent: Words, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.said):
        assert project_texts(desk, 999, parent) is None
