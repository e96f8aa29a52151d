"""The mouse on the plan: a bar is moved by its middle, stretched by its end, and linked by the
round handle behind it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from desktop.projects.panels.timeline import bars
from desktop.projects.panels.timeline.frame import Frame
from desktop.projects.rules.timeline.layout import Box
from desktop.projects.rules.timeline.plan import BarKind, PlanBar
from desktop.widgets import theme

if TYPE_CHECKING:
    from desktop.projects.panels.timeline.view import PlanView

EDGE = 6.0  # pixels at the end of a bar by which it is stretched
HANDLE, HANDLE_AWAY = 4.5, 10.0  # the radius of the handle, and how far it is behind its bar


class Part(Enum):
    """What of a row is under the pointer."""

    BODY = "body"
    EDGE = "edge"
    HANDLE = "handle"
    OTHER = "other"


_CURSORS = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.EDGE: Qt.CursorShape.SizeHorCursor,
    Part.HANDLE: Qt.CursorShape.CrossCursor,
    Part.OTHER: Qt.CursorShape.ArrowCursor,
}


def part_at(bar: PlanBar, box: Box, at: QPointF) -> Part:
    """What of a row is at a place on the screen."""
    beside = box.half if bar.kind is BarKind.MILESTONE else 0.0
    left, right = box.left - beside, box.right + beside
    if abs(at.x() - right - HANDLE_AWAY) <= HANDLE + 2:
        return Part.HANDLE
    if not left - 2 <= at.x() <= right + 3:
        return Part.OTHER
    # Of a short bar the last third.
    if bar.kind is BarKind.TASK and at.x() >= right - min(EDGE, box.width / 3):
        return Part.EDGE
    return Part.BODY


class Gesture(Protocol):
    """Something that is in hand."""

    def to(self, at: QPointF) -> bool:
        """Follow the hand; False when it is refused."""
        ...

    def release(self, at: QPointF) -> None: ...

    def paint(self, painter: QPainter, frame: Frame) -> None: ...


class Moving:
    """A bar that is moved to another day."""

    def __init__(self, view: PlanView, bar: PlanBar, at: QPointF) -> None:
        self._view, self._id = view, bar.id
        frame = view.sight.frame()
        day = bar.finish if bar.kind is BarKind.MILESTONE else bar.start
        self._grasped = at.x() - frame.x(day)
        self._on = day

    def to(self, at: QPointF) -> bool:
        self._view.sight.follow(at.x())
        frame = self._view.sight.frame()
        day = frame.day(at.x() - self._grasped + frame.scale.a_day / 2)
        if day == self._on:
            return True
        self._on = day
        return self._view.try_out(lambda plan: plan.move_to(self._id, day)) is not None

    def release(self, at: QPointF) -> None:
        self._view.settle()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """The bar itself shows where it goes."""


class Stretching:
    """A bar whose end is moved to another day."""

    def __init__(self, view: PlanView, bar: PlanBar, at: QPointF) -> None:
        self._view, self._id = view, bar.id
        frame = view.sight.frame()
        self._grasped = at.x() - frame.x(bar.finish) - frame.scale.a_day
        self._on = bar.finish

    def to(self, at: QPointF) -> bool:
        self._view.sight.follow(at.x())
        frame = self._view.sight.frame()
        day = frame.day(at.x() - self._grasped - frame.scale.a_day / 2)
        if day == self._on:
            return True
        self._on = day
        return self._view.try_out(lambda plan: plan.stretch_to(self._id, day)) is not None

    def release(self, at: QPointF) -> None:
        self._view.settle()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """The bar itself shows where it ends."""


class Linking:
    """An arrow from a bar to the one under the pointer, which will wait for it."""

    def __init__(self, view: PlanView, row: int) -> None:
        self._view, self._from = view, row
        self._at = QPointF()

    def to(self, at: QPointF) -> bool:
        self._at = at
        self._view.viewport().update()
        return True

    def release(self, at: QPointF) -> None:
        row = self._view.sight.frame().row_at(at.y())
        self._view.viewport().update()
        if row is not None and row != self._from:
            self._view.link(self._from, row)

    def paint(self, painter: QPainter, frame: Frame) -> None:
        box = frame.box(self._view.bars[self._from], self._from)
        corners = ((box.right, box.middle), (self._at.x(), self._at.y()))
        bars.paint_arrow(painter, corners, theme.colour("brand"), 2.0)


class Pointing:
    """Makes of the mouse what is done to the plan. Nothing moves before the hand does."""

    def __init__(self, view: PlanView) -> None:
        self._view = view
        self._gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._over: int | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is in hand."""
        return self._gesture is not None

    def forget(self) -> None:
        """Let go of what is in hand."""
        self._gesture = self._pressed = None

    def press(self, event: QMouseEvent) -> None:
        at, view = event.position(), self._view
        frame = view.sight.frame()
        row = frame.row_at(at.y())
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        view.settle_keys()
        if view.link_from is not None:
            view.link(view.link_from, row)
            return
        view.choose(row)
        bar = view.bars[row]
        part = part_at(bar, frame.box(bar, row), at) if at.x() >= frame.names else Part.OTHER
        self._gesture = self._begin(part, row, bar, at)
        self._pressed = at

    def move(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._gesture is None:
            self._hover(at)
        elif self._is_moved(at) and not self._gesture.to(at):
            self.forget()

    def release(self, event: QMouseEvent) -> None:
        gesture, was_moved = self._gesture, self._is_moved(event.position())
        self.forget()
        if gesture is not None and was_moved:
            gesture.release(event.position())

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """The handle behind the bar that is pointed at or chosen, and what is in hand."""
        for row in {self._over, self._view.row} - {None}:
            if row is not None and row < frame.count:
                self._paint_handle(painter, frame, row)
        if self._gesture is not None and self._pressed is None:
            self._gesture.paint(painter, frame)

    def _paint_handle(self, painter: QPainter, frame: Frame, row: int) -> None:
        bar = self._view.bars[row]
        box = frame.box(bar, row)
        beside = box.half if bar.kind is BarKind.MILESTONE else 0.0
        painter.setPen(QPen(theme.colour("brand"), 1.5))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(QPointF(box.right + beside + HANDLE_AWAY, box.middle), HANDLE, HANDLE)

    def _begin(self, part: Part, row: int, bar: PlanBar, at: QPointF) -> Gesture | None:
        match part:
            case Part.BODY:
                return Moving(self._view, bar, at)
            case Part.EDGE:
                return Stretching(self._view, bar, at)
            case Part.HANDLE:
                return Linking(self._view, row)
            case Part.OTHER:
                return None

    def _is_moved(self, at: QPointF) -> bool:
        """Whether the hand has left the place where it pressed, now or before."""
        if self._pressed is not None:
            way = (at - self._pressed).manhattanLength()
            if way < QApplication.startDragDistance():
                return False
            self._pressed = None
        return True

    def _hover(self, at: QPointF) -> None:
        frame = self._view.sight.frame()
        row = frame.row_at(at.y()) if at.x() >= frame.names else None
        if row != self._over:
            self._over = row
            self._view.viewport().update()
        part = Part.OTHER
        if row is not None:
            bar = self._view.bars[row]
            part = part_at(bar, frame.box(bar, row), at)
        self._view.viewport().setCursor(_CURSORS[part])
