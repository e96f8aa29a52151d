"""The keyboard on the drawing: everything a pointer does, without one.

Arrows move what is chosen, or the cross when a tool draws; with Ctrl, or with nothing chosen,
they move the paper. Shift makes small steps. Enter taps where the cross is, Page Down chooses the
next thing, Q turns it a quarter, and each tool has a letter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.floorplans.tools.pointer import Device
from desktop.floorplans.tools.tool import Hand, State

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
STEPS: dict[Qt.Key, Callable[[State], State]] = {
    Qt.Key.Key_Delete: lambda state: state.delete(),
    Qt.Key.Key_Backspace: lambda state: state.delete(),
    Qt.Key.Key_Q: lambda state: state.turn(),
    Qt.Key.Key_PageDown: lambda state: state.next(1),
    Qt.Key.Key_PageUp: lambda state: state.next(-1),
}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def use(canvas: Canvas, event: QEvent) -> bool:
    """Do what a key asks; whether it was one for the drawing."""
    if not isinstance(event, QKeyEvent):
        return False
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        canvas.pointing.space_is_down = event.type() == QEvent.Type.KeyPress
    if event.type() != QEvent.Type.KeyPress:
        return False
    used = _swap(canvas) if event.key() == Qt.Key.Key_Tab else _press(canvas, event)
    if used:
        event.accept()
    return used


def _press(canvas: Canvas, event: QKeyEvent) -> bool:
    key = Qt.Key(event.key())
    if key in ARROWS:
        _arrow(canvas, *ARROWS[key], event.modifiers())
        return True
    if _view(canvas, key):
        return True
    if canvas.hand is None or event.modifiers() & (CTRL | ALT):
        return False
    if canvas.hand.type(event.text()) or (key == Qt.Key.Key_Backspace and canvas.hand.backspace()):
        canvas.refresh()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        canvas.let_hand(lambda hand: _enter(canvas, hand))
    elif key == Qt.Key.Key_Escape:
        canvas.let_hand(Hand.escape)
    elif key in STEPS and not event.modifiers() & SHIFT:
        canvas.let_hand(lambda hand: hand.do(STEPS[key]))
    elif (tool := canvas.letters.get(event.text().upper())) is not None:
        canvas.take(tool)
    else:
        return False
    return True


def _swap(canvas: Canvas) -> bool:
    """Tab takes the other of two lengths, while something is in hand; else it goes to the next
    field of the screen, as always."""
    hand = canvas.hand
    if hand is None or not (hand.typed or canvas.is_pressed):
        return False
    canvas.let_hand(Hand.swap)
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
    step = FINE_MM if keys & SHIFT else canvas.step_mm
    hand = canvas.hand
    if hand is not None and not keys & CTRL and hand.state.draws:
        canvas.move_cross(dx * step, dy * step, keys)
    elif hand is not None and not keys & CTRL and hand.state.can_nudge:
        canvas.let_hand(lambda hand: hand.do(lambda state: state.nudge(dx * step, dy * step)))
    else:
        canvas.pan_by(-dx * PAN_PX, dy * PAN_PX)


def _enter(canvas: Canvas, hand: Hand) -> None:
    """Set what was typed, or else tap where the cross is. A length that was typed ends elsewhere
    than at the cross: that goes along, or the next wall would be crooked."""
    if hand.enter():
        if (at := hand.state.begins_at) is not None:
            canvas.go_to(at)
            canvas.cross = canvas.view.to_screen(*at)
        return
    if hand.state.draws:
        for step in (canvas.move_to, canvas.press_at, canvas.release_at):
            step(canvas.cross, Device.KEYS, Qt.KeyboardModifier.NoModifier)
    else:
        hand.do(lambda state: state.enter())
