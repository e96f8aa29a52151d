"""Where something stands: its steps from left to right, done, current and to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import _
from desktop.widgets import theme

CIRCLE = 9.0  # radius in pixels
CHECK = ((-3.5, 0.2), (-1.0, 2.8), (3.5, -2.4))


class StepState(Enum):
    DONE = "done"
    CURRENT = "current"
    TO_COME = "to come"


@dataclass(frozen=True)
class Step:
    """One step: its word, and a date or a short remark under it."""

    label: str
    detail: str = ""
    state: StepState = StepState.TO_COME


class Stepper(QWidget):
    """Painted steps. A screen reader hears them all as one sentence."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.steps: tuple[Step, ...] = ()
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        states = {
            StepState.DONE: _("done"),
            StepState.CURRENT: _("now"),
            StepState.TO_COME: _("still to come"),
        }
        said = (
            f"{step.label}: {states[step.state]}" + (f", {step.detail}" if step.detail else "")
            for step in self.steps
        )
        self.setAccessibleName(_("Where it stands"))
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(92) * max(1, len(self.steps)), theme.scaled(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(64) * max(1, len(self.steps)), theme.scaled(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self.steps)
        middles = [width * (n + 0.5) for n in range(len(self.steps))]
        height = CIRCLE + 3
        self._paint_lines(painter, middles, height)
        for step, middle in zip(self.steps, middles, strict=True):
            self._paint_circle(painter, step.state, QPointF(middle, height))
            self._paint_words(painter, step, middle, width, height + CIRCLE + 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_lines(self, painter: QPainter, middles: list[float], height: float) -> None:
        for n in range(1, len(middles)):
            reached = self.steps[n].state is not StepState.TO_COME
            painter.setPen(QPen(theme.colour("brand" if reached else "line"), 2))
            painter.drawLine(
                QPointF(middles[n - 1] + CIRCLE + 1, height),
                QPointF(middles[n] - CIRCLE - 1, height),
            )

    def _paint_circle(self, painter: QPainter, state: StepState, middle: QPointF) -> None:
        done = state is StepState.DONE
        edge = "field_line" if state is StepState.TO_COME else "brand"
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.setBrush(theme.colour("brand" if done else "paper"))
        painter.drawEllipse(middle, CIRCLE - 1, CIRCLE - 1)
        if done:
            painter.setPen(QPen(theme.colour("on_brand"), 2))
            painter.drawPolyline([middle + QPointF(*at) for at in CHECK])
        elif state is StepState.CURRENT:
            painter.setBrush(theme.colour("brand"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, 3.5, 3.5)

    def _paint_words(
        self, painter: QPainter, step: Step, middle: float, width: float, top: float
    ) -> None:
        current = step.state is StepState.CURRENT
        weight = QFont.Weight.DemiBold if current else QFont.Weight.Medium
        tall = theme.scaled(17)
        for words, made, colour in (
            (
                step.label,
                theme.font(12, weight),
                "soft" if step.state is StepState.TO_COME else "ink",
            ),
            (step.detail, theme.font(11), "soft"),
        ):
            painter.setFont(made)
            painter.setPen(theme.colour(colour))
            box = QRectF(middle - width / 2, top, width, tall)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(width) - 2
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            top += tall - 2
