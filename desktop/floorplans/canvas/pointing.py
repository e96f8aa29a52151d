"""Mouse, finger and pen told apart, and what moves the paper.

A pen draws; the hand that rests beside it does not. One finger draws too, until a second one
comes down: then both move the paper, and what the first had begun is dropped. The middle button,
or space and a drag, move it too; the wheel zooms to where the pointer is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt
from PySide6.QtGui import (
    QDropEvent,
    QInputDevice,
    QInputEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)

from desktop.floorplans.tools.pointer import Device

# So long after the pen a finger is taken for the palm of the hand.
PALM_MS = 1_000
# What one notch of the wheel does; a notch is 120 units.
NOTCH = 1.2


class Paper(Protocol):
    """What is pointed at: a tool is in hand over it, and it can be moved."""

    def press_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None: ...

    def move_to(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None: ...

    def release_at(self, at: QPointF, device: Device, keys: Qt.KeyboardModifier) -> None: ...

    def drop(self) -> None: ...

    def carries(self) -> bool: ...

    def pan_by(self, dx: float, dy: float) -> None: ...

    def zoom_at(self, at: QPointF, factor: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Fingers:
    """Two fingers on the paper: their middle, and how far they are apart."""

    middle: QPointF
    apart: float

    @staticmethod
    def of(places: Sequence[QPointF]) -> Fingers:
        first, second = places[:2]
        return Fingers((first + second) / 2, max(QLineF(first, second).length(), 1.0))


class Pointing:
    """Makes of events what is done to the paper."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        kind = QEvent.Type
        self._uses: dict[QEvent.Type, Callable[[Any], bool]] = {
            **dict.fromkeys((kind.MouseButtonPress, kind.MouseButtonDblClick), self._press),
            kind.MouseMove: self._move,
            kind.MouseButtonRelease: self._release,
            **dict.fromkeys((kind.TabletPress, kind.TabletMove, kind.TabletRelease), self._pen),
            **dict.fromkeys((kind.TouchBegin, kind.TouchUpdate), self._touch),
            **dict.fromkeys((kind.TouchEnd, kind.TouchCancel), self._touch),
            kind.Wheel: self._wheel,
            kind.NativeGesture: self._pinch,
            **dict.fromkeys((kind.DragEnter, kind.DragMove, kind.Drop), self._drag),
        }
        self._panned_from: QPointF | None = None
        self._fingers: Fingers | None = None
        self._pen_at_ms: int | None = None
        self.space_is_down = False

    def use(self, event: QEvent) -> bool:
        """Do what an event asks; whether it was one of a pointer."""
        step = self._uses.get(event.type())
        if step is None or not step(event):
            return False
        event.accept()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.MiddleButton or self.space_is_down:
            self._panned_from = event.position()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._paper.press_at(event.position(), Device.MOUSE, event.modifiers())
        else:
            self._paper.drop()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._panned_from is None:
            self._paper.move_to(event.position(), Device.MOUSE, event.modifiers())
        else:
            by = event.position() - self._panned_from
            self._panned_from = event.position()
            self._paper.pan_by(by.x(), by.y())
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._panned_from is not None:
            self._panned_from = None
        elif event.button() is Qt.MouseButton.LeftButton:
            self._paper.release_at(event.position(), Device.MOUSE, event.modifiers())
        return True

    def _drag(self, event: QDropEvent) -> bool:
        """Furniture is dragged from the strip: what was pressed there is in hand already."""
        if not self._paper.carries():
            return False
        at, keys = event.position(), event.modifiers()
        self._paper.move_to(at, Device.MOUSE, keys)
        if event.type() == QEvent.Type.Drop:
            self._paper.press_at(at, Device.MOUSE, keys)
            self._paper.release_at(at, Device.MOUSE, keys)
        # With Shift Qt would move it, and take it out of the strip.
        event.setDropAction(Qt.DropAction.CopyAction)
        return True

    def _pen(self, event: QTabletEvent) -> bool:
        self._pen_at_ms = event.timestamp()
        step = {
            QEvent.Type.TabletPress: self._paper.press_at,
            QEvent.Type.TabletMove: self._paper.move_to,
            QEvent.Type.TabletRelease: self._paper.release_at,
        }[event.type()]
        step(event.position(), Device.PEN, event.modifiers())
        return True

    def _touch(self, event: QTouchEvent) -> bool:
        if self._is_palm(event):
            return True
        places = [point.position() for point in event.points()]
        kind = event.type()
        if kind == QEvent.Type.TouchCancel:
            self._fingers = None
            self._paper.drop()
        elif len(places) >= 2 and kind != QEvent.Type.TouchEnd:
            self._two_fingers(Fingers.of(places))
        elif self._fingers is not None:
            # One finger is lifted first: it must not draw what is left of the movement.
            if kind == QEvent.Type.TouchEnd:
                self._fingers = None
        else:
            step = {
                QEvent.Type.TouchBegin: self._paper.press_at,
                QEvent.Type.TouchUpdate: self._paper.move_to,
                QEvent.Type.TouchEnd: self._paper.release_at,
            }[kind]
            step(places[0], Device.FINGER, event.modifiers())
        return True

    def _two_fingers(self, now: Fingers) -> None:
        before = self._fingers
        self._fingers = now
        if before is None:
            self._paper.drop()
            return
        by = now.middle - before.middle
        self._paper.pan_by(by.x(), by.y())
        if abs(now.apart - before.apart) > 0.5:
            self._paper.zoom_at(now.middle, now.apart / before.apart)

    def _is_palm(self, event: QInputEvent) -> bool:
        return self._pen_at_ms is not None and event.timestamp() - self._pen_at_ms < PALM_MS

    def _wheel(self, event: QWheelEvent) -> bool:
        """A wheel zooms, with Shift it moves the paper; two fingers on a touchpad move it too."""
        keys, by = event.modifiers(), event.angleDelta()
        is_touchpad = event.device().type() == QInputDevice.DeviceType.TouchPad
        if is_touchpad and not keys & Qt.KeyboardModifier.ControlModifier:
            pixels = event.pixelDelta() if not event.pixelDelta().isNull() else by / 2
            self._paper.pan_by(pixels.x(), pixels.y())
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._paper.pan_by((by.x() or by.y()) / 2, 0)
        else:
            self._paper.zoom_at(event.position(), NOTCH ** (by.y() / 120))
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad that go apart."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._paper.zoom_at(event.position(), 1 + event.value())
        return True
