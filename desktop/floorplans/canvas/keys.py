"""The keyboard on the drawing: everything a pointer does, without one.

Arrows move what is chosen, or the cross when a tool draws; with Ctrl, or with nothing chosen,
they move the paper. Shift makes small steps. Enter taps where the cross is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from desktop.floorplans.tools.pointer import Device

if TYPE_CHECKING:
    from desktop.floorplans.canvas.canvas import Canvas

FINE_MM = 10
PAN_PX = 60
ZOOM = 1.25
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def use(canvas: Canvas, event: QKeyEvent) -> bool:
    """Do what a key asks; whether it was one for the drawing."""
    key = Qt.Key(event.key())
    if key in ARROWS:
        _arrow(canvas, *ARROWS[key], event.modifiers())
        return True
    if _view(canvas, key):
        return True
    hand = canvas.hand
    if hand is None or event.modifiers() & (CTRL | ALT):
        return False
    if hand.type(event.text()):
        pass
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        _enter(canvas)
    elif key == Qt.Key.Key_Escape:
        hand.escape()
    elif key == Qt.Key.Key_Backspace and hand.backspace():
        pass
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        hand.do(lambda state: state.delete())
    elif key == Qt.Key.Key_R and not event.modifiers():
        hand.do(lambda state: state.turn())
    elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        step = 1 if key == Qt.Key.Key_PageDown else -1
        hand.do(lambda state: state.next(step))
    else:
        return False
    canvas.refresh()
    return True


def swap(canvas: Canvas) -> bool:
    """Tab takes the other of two lengths, while something is in hand; else it goes to the next
    field of the screen, as always."""
    hand = canvas.hand
    if hand is None or not (hand.typed or canvas.is_pressed):
        return False
    typed = hand.typed
    hand.do(lambda state: state.swap())
    hand.typed = typed
    canvas.refresh()
    return True


def _view(canvas: Canvas, key: Qt.Key) -> bool:
    if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        canvas.zoom_at(canvas.middle, ZOOM)
    elif key == Qt.Key.Key_Minus:
        canvas.zoom_at(canvas.middle, 1 / ZOOM)
    elif key == Qt.Key.Key_Home:
        canvas.fit()
    else:
        return False
    return True


def _arrow(canvas: Canvas, dx: int, dy: int, keys: Qt.KeyboardModifier) -> None:
    hand = canvas.hand
    step = FINE_MM if keys & SHIFT else canvas.step_mm
    if hand is not None and not keys & CTRL:
        if hand.state.draws:
            canvas.move_cross(dx * step, dy * step, keys)
            return
        if canvas.chosen:
            hand.do(lambda state: state.nudge(dx * step, dy * step))
            canvas.refresh()
            return
    canvas.pan_by(-dx * PAN_PX, dy * PAN_PX)


def _enter(canvas: Canvas) -> None:
    hand = canvas.hand
    if hand is None or hand.enter():
        return
    if hand.state.draws:
        at: QPointF = canvas.cross
        for step in (canvas.move_to, canvas.press_at, canvas.release_at):
            step(at, Device.MOUSE, Qt.KeyboardModifier.NoModifier)
    else:
        hand.do(lambda state: state.enter())
