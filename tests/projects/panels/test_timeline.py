"""The timeline as a user has it: read, moved, stretched and linked, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.panels.timeline.timeline import Timeline
from desktop.projects.panels.timeline.view import PlanView
from desktop.projects.rules.timeline.plan import Plan
from desktop.widgets import theme
from tests.support.projects import BEGINS, renovation
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed

TOLD = ("moved", "stretched", "linked", "opened")
A_DAY = 20  # pixels, so that a test can count in days
ALL, DEMOLITION, ROOF, FACADE, READY = range(5)
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Told(list):
    """What the timeline told, in its order: the name of the signal and its values."""

    def __init__(self, timeline: Timeline) -> None:
        for name in TOLD:
            signal = getattr(timeline, name)
            signal.connect(lambda *values, name=name: self.append((name, *values)))


@pytest.fixture
def timeline(qtbot: QtBot, qapp: QApplication) -> Iterator[Timeline]:
    """The renovation with a day 20 pixels wide, its first task near the names."""
    dress(qapp)
    timeline = Timeline(BEGINS)
    qtbot.addWidget(timeline)
    timeline.resize(1000, 420)
    timeline.show()
    timeline.activateWindow()
    timeline.show_plan(renovation())
    qapp.processEvents()
    view = timeline.view
    view.zoom(A_DAY / view.sight.frame().scale.a_day)
    view.horizontalScrollBar().setValue(round(view.sight.frame().scale.x(BEGINS)) - 40)
    view.setFocus()
    view.choose(ROOF)
    return timeline


@pytest.fixture
def view(timeline: Timeline) -> PlanView:
    return timeline.view


@pytest.fixture
def told(timeline: Timeline) -> Told:
    return Told(timeline)


def send(view: PlanView, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    place = QPointF(at)
    globally = QPointF(view.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, place, globally, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def drag(view: PlanView, start: QPoint, end: QPoint, release: bool = True) -> None:
    """Press, go there in three steps, and let go or not."""
    send(view, QEvent.Type.MouseButtonPress, start)
    for step in (1, 2, 3):
        send(view, QEvent.Type.MouseMove, start + (end - start) * step / 3)
    if release:
        send(view, QEvent.Type.MouseButtonRelease, end)


def days(n: int) -> QPoint:
    return QPoint(n * A_DAY, 0)


def middle(view: PlanView, row: int) -> QPoint:
    return view.rect_of(row).center()


def end_of(view: PlanView, row: int) -> QPoint:
    return middle(view, row) + QPoint(view.rect_of(row).width() // 2 - 2, 0)


def handle_of(view: PlanView, row: int) -> QPoint:
    return middle(view, row) + QPoint(view.rect_of(row).width() // 2 + 10, 0)


# The mouse ----------------------------------------------------------------------------------------


def test_a_bar_that_is_dragged_shows_the_new_dates_and_the_end_while_it_moves(
    view: PlanView, timeline: Timeline, told: Told
) -> None:
    drag(view, middle(view, ROOF), middle(view, ROOF) + days(2), release=False)
    assert view.bars[ROOF].start == date(2026, 12, 2)
    assert view.bars[READY].finish == date(2026, 12, 15)
    said = said_by(timeline)
    assert "Einde schuift van 11 december naar 15 december." in said
    assert "Niet meer kritiek: Sloop." in said
    assert "wo 2 dec – di 15 dec · 10 dagen" in said
    assert told == []


def test_letting_go_tells_the_day_before_which_the_task_does_not_begin(
    view: PlanView, told: Told
) -> None:
    drag(view, middle(view, ROOF), middle(view, ROOF) + days(2))
    assert told == [("moved", "dak", date(2026, 12, 2))]


def test_what_a_change_did_can_be_read_after_it_was_kept(
    view: PlanView, timeline: Timeline
) -> None:
    def keep(*_told: object) -> None:
        timeline.show_plan(replace(view.plan, bars=tuple(view.bars)))

    timeline.moved.connect(keep)
    drag(view, middle(view, ROOF), middle(view, ROOF) + days(2))
    assert view.plan.bars[ROOF].start == date(2026, 12, 2)
    assert "Einde schuift van 11 december naar 15 december." in said_by(timeline)


def test_the_end_of_a_bar_is_dragged_to_stretch_it_over_a_weekend(
    view: PlanView, told: Told
) -> None:
    drag(view, end_of(view, DEMOLITION), end_of(view, DEMOLITION) + days(3))
    assert told == [("stretched", "sloop", 6)]


def test_a_click_chooses_and_moves_nothing(view: PlanView, told: Told) -> None:
    before = view.bars
    drag(view, middle(view, FACADE), middle(view, FACADE) + QPoint(3, 0))
    assert view.row == FACADE
    assert view.bars is before
    assert told == []


def test_escape_drops_what_is_in_hand(view: PlanView, told: Told, qtbot: QtBot) -> None:
    before = view.bars
    drag(view, middle(view, ROOF), middle(view, ROOF) + days(4), release=False)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    send(view, QEvent.Type.MouseMove, middle(view, ROOF) + days(5))
    send(view, QEvent.Type.MouseButtonRelease, middle(view, ROOF) + days(5))
    assert view.bars is before
    assert told == []


def test_a_group_is_not_dragged_and_says_why_at_its_bar(
    view: PlanView, timeline: Timeline, told: Told
) -> None:
    drag(view, middle(view, ALL), middle(view, ALL) + days(2))
    assert told == []
    assert "Een groep volgt haar taken." in said_by(timeline)


def test_a_link_is_dragged_from_the_handle_behind_a_bar_to_another(
    view: PlanView, told: Told
) -> None:
    drag(view, handle_of(view, ROOF), middle(view, FACADE))
    assert told == [("linked", "dak", "gevel")]


def test_a_link_that_would_go_round_is_refused_at_the_bar(
    view: PlanView, timeline: Timeline, told: Told
) -> None:
    drag(view, handle_of(view, ROOF), middle(view, DEMOLITION))
    assert told == []
    assert said_by(timeline).count("Deze taken wachten op elkaar: Sloop → Dak → Sloop.") == 2


def test_a_double_click_opens_a_task(view: PlanView, told: Told) -> None:
    send(view, QEvent.Type.MouseButtonDblClick, middle(view, FACADE))
    assert told == [("opened", "gevel")]


# The keyboard -------------------------------------------------------------------------------------


def test_arrow_keys_move_by_working_days_and_tell_it_once(
    view: PlanView, told: Told, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Right,) * 6 + (Qt.Key.Key_Left,):
        qtbot.keyClick(view, key)
    assert view.bars[ROOF].start == date(2026, 12, 7)
    assert told == []
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert told == [("moved", "dak", date(2026, 12, 7))]


def test_what_was_moved_by_keys_is_told_after_a_pause(
    timeline: Timeline, view: PlanView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(timeline.stretched, timeout=5_000) as stretched:
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert stretched.args == ["dak", 12]


def test_choosing_another_task_tells_what_was_moved_first(
    view: PlanView, told: Told, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told == [("moved", "dak", date(2026, 12, 1))]
    assert view.row == FACADE


def test_a_task_that_cannot_go_earlier_stays_however_often_it_is_asked(
    view: PlanView, timeline: Timeline, told: Told, qtbot: QtBot
) -> None:
    for _press in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert "Eerder kan niet: dit wacht op Sloop." in said_by(timeline)
    assert view.accessibleName() == "Eerder kan niet: dit wacht op Sloop. Einde blijft 11 december."
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert told == [("moved", "dak", date(2026, 12, 1))]


def test_escape_drops_what_was_moved_by_keys(view: PlanView, told: Told, qtbot: QtBot) -> None:
    before = view.bars
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.bars is before
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert told == [("opened", "dak")]


def test_two_tasks_are_linked_by_keyboard(
    view: PlanView, timeline: Timeline, told: Told, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert "Kies de taak die op Dak wacht en druk op Enter." in said_by(timeline)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert told == [("linked", "dak", "gevel")]


def test_the_chosen_bar_says_itself_to_a_screen_reader(view: PlanView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleName() == (
        "Gevel: van maandag 30 november tot en met woensdag 2 december, 3 werkdagen. 0 % gedaan. "
        "Kan 7 werkdagen uitlopen voordat het project later klaar is. Wacht op Sloop."
    )


# What is shown ------------------------------------------------------------------------------------


def test_ctrl_and_the_wheel_zoom_to_where_the_pointer_is(view: PlanView) -> None:
    at = QPointF(middle(view, FACADE))
    before, day = view.sight.frame().scale.a_day, view.sight.frame().day(at.x())
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            at, QPointF(view.viewport().mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 240),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert view.sight.frame().scale.a_day > before
    assert view.sight.frame().day(at.x()) == day


def test_keys_zoom_from_days_to_years_and_home_shows_the_whole_plan(
    view: PlanView, qtbot: QtBot
) -> None:
    for _press in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    frame = view.sight.frame()
    assert (frame.span().finish - frame.span().start).days > 365 * 8
    for _press in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    frame = view.sight.frame()
    assert (frame.span().finish - frame.span().start).days < 20
    assert view.horizontalScrollBar().isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert not view.horizontalScrollBar().isVisible()
    assert view.rect_of(ALL).left() >= view.sight.frame().names
    assert view.rect_of(READY).right() <= view.viewport().width()


def test_a_task_out_of_sight_comes_into_sight_when_it_is_chosen(timeline: Timeline) -> None:
    view = timeline.view
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    timeline.choose("sloop")
    assert view.viewport().rect().contains(middle(view, DEMOLITION))


def test_the_chosen_task_stays_in_sight_when_there_is_less_room(
    timeline: Timeline, qapp: QApplication
) -> None:
    timeline.choose("klaar")
    timeline.resize(1000, 240)
    qapp.processEvents()
    assert timeline.view.viewport().rect().contains(timeline.view.rect_of(READY))


def test_a_new_plan_keeps_the_chosen_task_and_the_place(timeline: Timeline) -> None:
    view = timeline.view
    day = view.sight.frame().day(600)
    plan = renovation()
    timeline.show_plan(replace(plan, bars=(plan.bars[0], *plan.bars[2:]), links=plan.links[2:3]))
    assert view.bar is not None
    assert view.bar.id == "dak"
    assert view.sight.frame().day(600) == day


def test_what_the_program_refuses_stands_at_the_bar_and_the_plan_is_as_it_was(
    timeline: Timeline, view: PlanView
) -> None:
    before = view.bars
    timeline.moved.connect(lambda *_values: timeline.refuse("Dit project is afgesloten."))
    drag(view, middle(view, ROOF), middle(view, ROOF) + days(2))
    assert view.bars is before
    assert "Dit project is afgesloten." in said_by(timeline)


def test_the_critical_path_is_told_without_colour(view: PlanView, qapp: QApplication) -> None:
    """In grey a critical bar still has lines that the other lacks."""
    view.choose(ALL)
    qapp.processEvents()
    picture = view.viewport().grab().toImage()

    def greys(row: int) -> int:
        box = view.rect_of(row).adjusted(6, 4, -6, -4)
        y = box.center().y()
        across = range(box.left(), box.left() + 40)
        return len({picture.pixelColor(x, y).lightness() // 8 for x in across})

    assert greys(ROOF) > greys(FACADE)


@pytest.mark.parametrize(
    "look",
    [theme.Look(theme.Scheme.LIGHT), theme.Look(theme.Scheme.DARK), theme.Look(large_print=True)],
)
def test_nothing_is_cut_off_and_everything_has_a_name(
    timeline: Timeline, qapp: QApplication, look: theme.Look
) -> None:
    theme.wear(qapp, look)
    qapp.processEvents()
    assert cut_off(timeline) == []
    assert unnamed(timeline) == []
    assert out_of_reach(timeline) == []


def test_a_plan_without_tasks_says_so(timeline: Timeline) -> None:
    timeline.show_plan(Plan(BEGINS))
    assert "Nog geen taken" in said_by(timeline)
