"""Agenda as staff use it: the week of all complexes, and what has no pair yet."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.viewings.actions.viewings import (
    ViewingPlan,
    ask_hosts,
    assign_hosts,
    plan_viewing,
    record_host_answer,
)
from desktop.viewings.panels.agenda import AgendaPanel
from desktop.viewings.panels.week_grid import Block
from desktop.viewings.queries.calendar import Planned, Staffing, week, without_pair
from desktop.viewings.states import ShiftState, ViewingKind
from desktop.widgets.desk import Desk
from tests.support.screens import button, cut_off, out_of_reach, said_by
from tests.support.world import World, make_world

MONDAY = date(2026, 11, 23)


@pytest.fixture
def world(store: Store, who: Actor) -> World:
    return make_world(store, who)


@pytest.fixture
def panel(desk: Desk, world: World, qtbot: QtBot) -> AgendaPanel:
    panel = AgendaPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1334, 660)
    panel.show()
    return panel


def plan(desk: Desk, world: World, day: int, hour: int, minutes: int = 60) -> int:
    """A viewing alone in November, without hosts."""
    starts_at = datetime(2026, 11, day, hour, tzinfo=AMSTERDAM)
    return plan_viewing(
        desk.store,
        desk.who,
        world.vacancy,
        ViewingPlan(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=minutes),
            slot_minutes=20,
            capacity=1,
            kind=ViewingKind.INDIVIDUAL,
            companions=1,
            place="",
            staff_on_call_id=None,
        ),
    )


def planned(desk: Desk, viewing_id: int) -> Planned:
    with desk.reading() as session:
        return next(p for p in week(session, MONDAY) if p.id == viewing_id)


def block(panel: AgendaPanel, viewing_id: int) -> Block:
    return next(b for b in panel.grid.blocks if b.planned.id == viewing_id)


def test_the_week_says_with_each_viewing_how_it_stands_with_the_hosts(
    panel: AgendaPanel, world: World
) -> None:
    spoken = block(panel, world.viewing).accessibleName()
    assert spoken.startswith("dinsdag 24 november, 13:20–15:20, Kadeflat 214, Kadeflat")
    assert spoken.endswith("Gastheren compleet, Ria komt, Ahmed komt")


def test_a_new_viewing_appears_without_a_pair(panel: AgendaPanel, desk: Desk, world: World) -> None:
    added = plan(desk, world, 27, 10)
    assert planned(desk, added).staffing is Staffing.NO_PAIR
    assert "Gastheren nodig" in block(panel, added).accessibleName()
    waits = "Nog geen twee gastheren op wo 25 nov 10:00? Dan ontvangt een medewerker."
    assert waits in said_by(panel.waiting)


def test_two_hosts_who_said_yes_take_a_viewing_off_the_list(desk: Desk, world: World) -> None:
    added = plan(desk, world, 27, 10)
    assign_hosts(desk.store, desk.who, added, world.hosts[2], [world.hosts[3]], {})
    ask_hosts(desk.store, desk.who, added)
    asked = planned(desk, added)
    assert asked.staffing is Staffing.ASKED
    assert [h.state for h in asked.hosts] == [ShiftState.ASKED, ShiftState.ASKED]
    from desktop.viewings.queries.vacancy import vacancy_view

    with desk.reading() as session:
        view = vacancy_view(session, world.vacancy, desk.now())
    line = next(v for v in view.viewings if v.id == added)
    for shift in line.shifts:
        record_host_answer(desk.store, desk.who, shift.id, True)
    with desk.reading() as session:
        assert without_pair(session, desk.now()) == []
    assert planned(desk, added).staffing is Staffing.COMPLETE


def test_a_click_opens_the_viewing_in_its_vacancy(
    panel: AgendaPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.mouseClick(block(panel, world.viewing), Qt.MouseButton.LeftButton)
    assert (asked.args[0].kind, asked.args[0].id) == ("viewing", world.viewing)


def test_page_down_and_page_up_turn_the_week(panel: AgendaPanel, qtbot: QtBot) -> None:
    assert "Week 48" in said_by(panel)
    qtbot.keyClick(panel.grid, Qt.Key.Key_PageDown)
    assert "Week 49" in said_by(panel)
    qtbot.keyClick(panel.grid, Qt.Key.Key_PageUp)
    qtbot.keyClick(panel.grid, Qt.Key.Key_PageUp)
    assert "Week 47" in said_by(panel)
    qtbot.mouseClick(button(panel, "Vandaag"), Qt.MouseButton.LeftButton)
    assert panel.monday == MONDAY


def test_arrows_go_from_viewing_to_viewing_and_enter_opens(
    panel: AgendaPanel, desk: Desk, world: World, qtbot: QtBot
) -> None:
    thursday, later, friday = (plan(desk, world, *at) for at in ((26, 10), (26, 15), (27, 10)))
    panel.activateWindow()
    block(panel, world.viewing).setFocus()
    qtbot.keyClick(block(panel, world.viewing), Qt.Key.Key_Right)
    assert block(panel, thursday).hasFocus()
    qtbot.keyClick(block(panel, thursday), Qt.Key.Key_Down)
    assert block(panel, later).hasFocus()
    qtbot.keyClick(block(panel, later), Qt.Key.Key_Right)
    assert block(panel, friday).hasFocus()
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(block(panel, friday), Qt.Key.Key_Return)
    assert asked.args[0].id == friday


def test_viewings_at_the_same_time_stand_beside_each_other(
    panel: AgendaPanel, desk: Desk, world: World
) -> None:
    added = plan(desk, world, 24, 14)
    one, other = block(panel, world.viewing).geometry(), block(panel, added).geometry()
    assert not one.intersects(other)
    assert one.right() < other.left()


def test_an_early_viewing_makes_the_day_begin_earlier(
    panel: AgendaPanel, desk: Desk, world: World
) -> None:
    added = plan(desk, world, 27, 6)
    assert panel.grid.rect().contains(block(panel, added).geometry())


def test_nothing_is_cut_off_on_the_smallest_screen_or_passed_by_with_tab(
    panel: AgendaPanel, desk: Desk, world: World
) -> None:
    plan(desk, world, 27, 10)
    assert cut_off(panel) == out_of_reach(panel) == []


def test_the_week_on_paper_names_hosts_and_no_candidate(panel: AgendaPanel, desk: Desk) -> None:
    with desk.reading() as session:
        paper = panel.print_what()(session)
    words = pypdfium2.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
    assert "Kadeflat 214" in words
    assert "Ria komt, Ahmed komt" in words
    assert "Bakkali" not in words
