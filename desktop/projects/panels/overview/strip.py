"""The plan in short on the overview: its phases on their days, and today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.rules.timeline.phases import Stripe, shown_span, stripes
from desktop.projects.rules.timeline.plan import Plan, Span
from desktop.projects.rules.timeline.scale import Scale, calendar
from desktop.widgets import theme

ROW, BAR, HEAD, NAMES, LETTER = 26, 14, 22, 130, 11  # pixels of normal print
ROUND = 3.0


class PlanStrip(QWidget):
    """Painted; a screen reader hears each phase with its days."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = Span(today, today)
        self._span = self._today
        self.stripes: tuple[Stripe, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_plan(self, plan: Plan) -> None:
        """Show the phases of a plan."""
        self.stripes = stripes(plan)
        self._span = shown_span(plan, self._today)
        sentence = _("{name}: from {start} up to and including {finish}")
        said = [
            sentence.format(
                name=s.name, start=day_plain(s.span.start), finish=day_plain(s.span.finish)
            )
            for s in self.stripes
        ]
        self.setAccessibleName(_("Phases"))
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(len(self.stripes), 1)
        return QSize(theme.scaled(420), theme.scaled(HEAD + ROW * rows + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.stripes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = theme.scaled(NAMES), theme.scaled(HEAD)
        scale = Scale.fitting(self._span, self.width() - left - 2)
        self._months(painter, scale, left, top)
        for row, stripe in enumerate(self.stripes):
            self._stripe(painter, stripe, scale, top + theme.scaled(ROW) * row)
        painter.setPen(QPen(theme.colour("red"), 2))
        now = left + scale.x(self._today.start)
        painter.drawLine(QPointF(now, top), QPointF(now, self.height()))

    def _months(self, painter: QPainter, scale: Scale, left: int, top: int) -> None:
        painter.setFont(theme.font(LETTER))
        for column in calendar(scale, self._span, theme.scaled(LETTER)).lower:
            if column.x < 0:
                continue
            x = left + column.x
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, self.height()))
            painter.setPen(theme.colour("soft"))
            painter.drawText(QPointF(x + 3, top - 7), column.words)

    def _stripe(self, painter: QPainter, stripe: Stripe, scale: Scale, top: float) -> None:
        painter.setFont(theme.font(12, QFont.Weight.Medium))
        painter.setPen(theme.colour("ink"))
        height, left = theme.scaled(ROW), theme.scaled(NAMES)
        names = QRectF(0, top, left - theme.SMALL, height)
        words = QFontMetrics(painter.font()).elidedText(
            stripe.name, Qt.TextElideMode.ElideRight, int(names.width())
        )
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, words)
        begin, width = scale.box(stripe.span)
        tall = theme.scaled(BAR)
        bar = QRectF(left + begin, top + (height - tall) / 2, max(width, ROUND), tall)
        # What holds the end of the project has a thick edge, as on the timeline.
        edge = QPen(theme.colour("red"), 2) if stripe.is_critical else QPen(theme.colour("grey"), 1)
        painter.setPen(edge)
        painter.setBrush(theme.colour("canvas"))
        painter.drawRoundedRect(bar, ROUND, ROUND)
        if stripe.done:
            done = QRectF(bar)
            done.setWidth(bar.width() * stripe.done)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand"))
            painter.drawRoundedRect(done, ROUND, ROUND)
