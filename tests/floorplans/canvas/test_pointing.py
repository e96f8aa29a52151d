"""Fingers, pens and wheels, as Qt sends them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.canvas.pointing import PALM_MS
from desktop.floorplans.plan import Point
from desktop.floorplans.tools import wall
from tests.floorplans.conftest import Opener
from tests.support.drawing import on_screen
from tests.support.plans import labelled_home, rectangle
from tests.support.pointing import pen, touch


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """A screen that is touched."""
    return QTest.createTouchDevice()


def test_one_finger_draws(draw: Opener, screen: QPointingDevice) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    start, end = on_screen(canvas, (2_000, 0)), on_screen(canvas, (2_000, 3_000))
    touch(canvas, screen, (start,), ((start + end) / 2,), (end,))
    assert drawing.kept_plan.walls[5].ends == (Point(2_000, 0), Point(2_000, 3_000))


def test_two_fingers_that_go_apart_zoom_and_drop_what_the_first_began(
    draw: Opener, screen: QPointingDevice
) -> None:
    canvas, drawing = draw(labelled_home())
    canvas.use(wall.TOOL)
    scale = canvas.view.scale
    near = (QPoint(400, 300), QPoint(500, 300))
    far = (QPoint(350, 300), QPoint(550, 300))
    touch(canvas, screen, near, near, far)
    assert canvas.view.scale == pytest.approx(scale * 2, rel=0.01)
    assert drawing.undo_name is None


def test_two_fingers_that_stay_together_move_the_paper(
    draw: Opener, screen: QPointingDevice
) -> None:
    canvas, drawing = draw(labelled_home())
    before = canvas.view
    start = (QPoint(400, 300), QPoint(500, 300))
    end = (QPoint(440, 330), QPoint(540, 330))
    touch(canvas, screen, start, start, end)
    assert canvas.view == before.moved(40, 30)
    assert drawing.undo_name is None


def test_a_finger_need_not_be_as_exact_as_a_mouse(draw: Opener, screen: QPointingDevice) -> None:
    canvas, _drawing = draw(labelled_home())
    beside = on_screen(canvas, (5_200, 4_000)) + QPoint(18, 0)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=beside)
    assert canvas.chosen != (5,)
    touch(canvas, screen, (beside,))
    assert canvas.chosen == (5,)


def test_a_pen_draws_and_the_palm_beside_it_does_not(draw: Opener, screen: QPointingDevice) -> None:
    canvas, drawing = draw(rectangle(4_000, 3_000, 100))
    canvas.use(wall.TOOL)
    start, end = (canvas.view.to_screen(2_000, y) for y in (0, 3_000))
    now = 10_000_000
    pen(canvas, QEvent.Type.TabletPress, start, now)
    touch(canvas, screen, (QPoint(100, 100),), (QPoint(300, 300),))
    pen(canvas, QEvent.Type.TabletMove, end, now + 50)
    pen(canvas, QEvent.Type.TabletRelease, end, now + 60)
    assert drawing.kept_plan.walls[5].ends == (Point(2_000, 0), Point(2_000, 3_000))
    assert len(drawing.kept_plan.walls) == 5
    assert PALM_MS >= 500


def wheel(
    canvas: Canvas,
    at: QPointF,
    units: QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    device: QPointingDevice | None = None,
) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        units,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        device or QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_and_keeps_what_is_under_the_pointer(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    at = QPointF(250, 150)
    place, scale = canvas.view.to_plan(at), canvas.view.scale
    wheel(canvas, at, QPoint(0, 120))
    assert canvas.view.scale > scale
    assert canvas.view.to_plan(at) == pytest.approx(place)


def test_the_wheel_with_shift_goes_sideways(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    before = canvas.view
    wheel(canvas, QPointF(250, 150), QPoint(0, 120), Qt.KeyboardModifier.ShiftModifier)
    assert canvas.view == before.moved(60, 0)


def test_two_fingers_on_a_touchpad_move_the_paper(draw: Opener) -> None:
    canvas, _drawing = draw(labelled_home())
    before = canvas.view
    pad = QPointingDevice(
        "pad",
        7,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Scroll,
        2,
        1,
    )
    wheel(canvas, QPointF(250, 150), QPoint(20, 40), device=pad)
    assert canvas.view == before.moved(10, 20)
