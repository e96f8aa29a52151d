"""What lies under the bars: names, calendar, days off. It is painted once for each place that is
looked at, and shown again while a bar moves over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from desktop.language import _
from desktop.projects.panels.timeline.frame import Frame
from desktop.projects.rules.timeline.phases import heads
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar
from desktop.projects.rules.timeline.scale import Column, calendar, days_off
from desktop.projects.rules.working_days import WorkingDays
from desktop.widgets import theme
from desktop.widgets.theme import Colours

INDENT = 14
LETTERS = 12
UPPER = 0.5  # the part of the calendar that the groups of columns take


class Ground:
    """The picture of the last place that was looked at."""

    def __init__(self) -> None:
        self._key: tuple[Frame, Plan, Colours, int, float] | None = None
        self._picture = QPixmap()

    def picture(self, frame: Frame, plan: Plan, days: WorkingDays, ratio: float) -> QPixmap:
        """What lies under the bars of a plan, sharp on a screen with `ratio` dots a pixel."""
        key = (frame, plan, theme.colours(), theme.text_px(), ratio)
        # Two plans with the same rows are seldom the same thing: to compare them row by row would
        # take longer than to paint.
        if self._key is None or self._key[1] is not plan or self._key != key:
            self._key = key
            self._picture = QPixmap(round(frame.width * ratio), round(frame.height * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme.colour("paper"))
            painter = QPainter(self._picture)
            _days(painter, frame, days)
            _names(painter, frame, plan)
            painter.end()
        return self._picture


def letters() -> QFont:
    """The letters of names and of the calendar."""
    return theme.font(LETTERS)


def _days(painter: QPainter, frame: Frame, days: WorkingDays) -> None:
    """The calendar, the lines under its columns, and the days on which nobody works."""
    letter = theme.scaled(LETTERS)
    painter.save()
    painter.setClipRect(frame.names, 0, frame.width - frame.names, frame.height)
    height = frame.height - frame.header
    for off in days_off(frame.scale, frame.span(), days, letter):
        x, width = frame.scale.box(off)
        box = QRectF(x + frame.names - frame.across, frame.header, width, height)
        painter.fillRect(box, theme.colour("canvas"))
    shown = calendar(frame.scale, frame.span(), letter)
    upper = frame.header * UPPER if shown.upper else 0.0
    painter.setFont(letters())
    for column in shown.lower:
        _column(painter, frame, column, upper, frame.header, middle=True)
    for column in shown.upper:
        _column(painter, frame, column, 0, upper, middle=False)
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(0, frame.header - 0.5), QPointF(frame.width, frame.header - 0.5))
    painter.restore()


def _column(
    painter: QPainter, frame: Frame, column: Column, top: float, bottom: float, middle: bool
) -> None:
    left = column.x + frame.names - frame.across
    painter.setPen(theme.colour("line"))
    painter.drawLine(QPointF(left, top), QPointF(left, frame.height if middle else bottom))
    painter.setPen(theme.colour("soft" if middle else "ink"))
    # The words stay in the part that is on view; half a year is no year.
    right = min(left + column.width, frame.width)
    left = max(left, frame.names)
    if painter.fontMetrics().horizontalAdvance(column.words) > right - left - 2:
        return
    box = QRectF(left, top, right - left, bottom - top)
    if middle:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, column.words)
    else:
        box.setLeft(left + theme.TIGHT)
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, at, column.words)


def _names(painter: QPainter, frame: Frame, plan: Plan) -> None:
    painter.save()
    painter.setClipRect(0, frame.header, frame.width, frame.height - frame.header)
    for row in frame.rows():
        top = frame.top(row)
        _name(painter, frame, plan.bars[row], top)
    for place, head in enumerate(heads(plan)):
        top = frame.top_of_head(place)
        if frame.header - frame.row < top < frame.height:
            _head(painter, frame, head.phase or _("No phase"), top)
    painter.setPen(theme.colour("line"))
    painter.drawLine(frame.names, frame.header, frame.names, frame.height)
    painter.restore()


def _head(painter: QPainter, frame: Frame, phase: str, top: int) -> None:
    """The name of a phase, on a line over the whole width."""
    painter.setPen(theme.colour("line"))
    foot = top + frame.row - 0.5
    painter.drawLine(QPointF(0, foot), QPointF(frame.width, foot))
    painter.setFont(theme.font(LETTERS, QFont.Weight.DemiBold))
    painter.setPen(theme.colour("brand"))
    _write(painter, frame, phase, theme.SMALL, top)


def _name(painter: QPainter, frame: Frame, bar: PlanBar, top: int) -> None:
    weight = QFont.Weight.DemiBold if bar.kind is BarKind.SUMMARY else QFont.Weight.Normal
    painter.setFont(theme.font(LETTERS, weight))
    painter.setPen(theme.colour("ink"))
    left = theme.SMALL + bar.depth * theme.scaled(INDENT)
    _write(painter, frame, bar.name, left, top)


def _write(painter: QPainter, frame: Frame, words: str, left: int, top: int) -> None:
    """Words among the names, cut where their room ends."""
    room = frame.names - left - theme.SMALL
    painter.drawText(
        QRectF(left, top, room, frame.row),
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room),
    )
