"""A finger and a pen on a canvas, as Qt sends them, in millimetres of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.canvas import Canvas
from tests.support.drawing import Place, on_screen

# Each event of the pen is a little later than the one before it.
_CLOCK_MS: Iterator[int] = count(10_000_000, 10)


def touch(canvas: Canvas, screen: QPointingDevice, *steps: tuple[QPoint, ...]) -> None:
    """Fingers come down at the first step, move along the others, and are lifted; places are
    pixels."""
    down = QTest.touchEvent(canvas, screen)
    for finger, place in enumerate(steps[0]):
        down.press(finger, place, canvas)
    down.commit()
    for step in steps[1:]:
        moved = QTest.touchEvent(canvas, screen)
        for finger, place in enumerate(step):
            moved.move(finger, place, canvas)
        moved.commit()
    up = QTest.touchEvent(canvas, screen)
    for finger, place in enumerate(steps[-1]):
        up.release(finger, place, canvas)
    up.commit()


def pen(canvas: Canvas, kind: QEvent.Type, at: QPointF, time_ms: int) -> None:
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        at,
        canvas.mapToGlobal(at),
        0.8,
        0,
        0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
    )
    event.setTimestamp(time_ms)
    QApplication.sendEvent(canvas, event)


def with_finger(canvas: Canvas, screen: QPointingDevice, *places: Place) -> None:
    """Tap one place, or drag along several."""
    touch(canvas, screen, *((on_screen(canvas, place),) for place in places))


def with_pen(canvas: Canvas, _screen: QPointingDevice, *places: Place) -> None:
    """Tap one place, or drag along several."""
    points = [canvas.view.to_screen(*place) for place in places]
    pen(canvas, QEvent.Type.TabletPress, points[0], next(_CLOCK_MS))
    for point in points[1:]:
        pen(canvas, QEvent.Type.TabletMove, point, next(_CLOCK_MS))
    pen(canvas, QEvent.Type.TabletRelease, points[-1], next(_CLOCK_MS))
