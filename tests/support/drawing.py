"""Drawing on a canvas as a person does: with a mouse, in millimetres of the plan."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.floorplans.canvas.canvas import Canvas
from desktop.floorplans.editing import Editing
from desktop.floorplans.plan import Home, Plan

Place = tuple[float, float]
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Forgetful:
    """A journal of drawings that are not kept."""

    def append(self, cursor: int, name: str, before: Home, after: Home) -> None:
        pass

    def move(self, start: int, end: int) -> None:
        pass

    def home_at(self, home: Home, start: int, end: int) -> Home:
        raise LookupError(end)


def editing(plan: Plan) -> Editing:
    """A drawing in hand of one storey."""
    return Editing(Home((plan,)), Forgetful())


def open_canvas(drawing: Editing, width: int = 900, height: int = 700) -> Canvas:
    """A canvas on the screen that shows a drawing, also after it changed."""
    canvas = Canvas(drawing)
    canvas.resize(width, height)
    canvas.show()
    drawing.listeners.append(lambda: canvas.show_storey(drawing.derived()))
    canvas.show_storey(drawing.derived())
    canvas.setFocus()
    return canvas


def on_screen(canvas: Canvas, place: Place) -> QPoint:
    return canvas.view.to_screen(*place).toPoint()


def click(canvas: Canvas, place: Place, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    hover(canvas, place)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, keys, on_screen(canvas, place))


def hover(canvas: Canvas, place: Place) -> None:
    """Move the mouse there. The event is sent to the canvas itself: one that goes by way of the
    cursor of the screen is lost now and then on a busy machine."""
    at = QPointF(on_screen(canvas, place))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), none, none, NO_KEYS)
    QApplication.sendEvent(canvas, moved)


def drag(canvas: Canvas, *places: Place, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press at the first place, go along the others, and let go at the last."""
    begin_drag(canvas, *places, keys=keys)
    let_go(canvas, places[-1], keys)


def begin_drag(canvas: Canvas, *places: Place, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """As `drag`, with the button still down."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, keys, on_screen(canvas, places[0]))
    for before, after in pairwise(places):
        for part in (0.3, 0.6, 1.0):
            x, y = (a + (b - a) * part for a, b in zip(before, after, strict=True))
            QTest.mouseMove(canvas, on_screen(canvas, (x, y)))


def let_go(canvas: Canvas, place: Place, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, on_screen(canvas, place))
