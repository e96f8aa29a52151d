"""The bars themselves, how far they are, what was agreed, and the arrows between them.

The critical path has a thick edge and slanting lines, and what was agreed is a low strip under its
bar: neither is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desktop.projects.panels.timeline.frame import Frame
from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.timeline.layout import Box, Point, arrow
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar
from desktop.widgets import theme

ROUND = 4
EDGE, CRITICAL_EDGE = 1.0, 2.0
STRIP = 4  # height of what was agreed
HEAD = 5.0  # length of the head of an arrow
REACH = 7.0  # how far an arrow goes outside a bar
OUTSIDE = 40  # pixels beyond the edge from which something is not painted

LinkRow = tuple[int, int, LinkKind]


def paint_bars(painter: QPainter, frame: Frame, bars: Sequence[PlanBar]) -> None:
    """Every bar on view, on what was agreed for it."""
    for row in frame.rows():
        bar = bars[row]
        paint_agreed(painter, frame, bar, row)
        box = frame.box(bar, row)
        if box.right >= frame.names - OUTSIDE and box.left <= frame.width + OUTSIDE:
            paint_bar(painter, bar, box)


def paint_agreed(painter: QPainter, frame: Frame, bar: PlanBar, row: int) -> None:
    """A low strip on the days of the agreed plan."""
    if bar.baseline is None:
        return
    left, right = frame.x(bar.baseline.start), frame.x(bar.baseline.finish) + frame.scale.a_day
    top = frame.box(bar, row).middle + frame.row * 0.3
    paint_strip(painter, QRectF(left, top, max(right - left, 3.0), theme.scaled(STRIP)))


def paint_strip(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(theme.colour("grey"), 0.75))
    painter.setBrush(theme.colour("line"))
    painter.drawRect(box)


def paint_bar(painter: QPainter, bar: PlanBar, box: Box) -> None:
    """One bar of its kind."""
    match bar.kind:
        case BarKind.TASK:
            _task(painter, bar, box)
        case BarKind.MILESTONE:
            _diamond(painter, bar, box)
        case BarKind.SUMMARY:
            _bracket(painter, box)


def _task(painter: QPainter, bar: PlanBar, box: Box) -> None:
    whole = QRectF(box.left, box.middle - box.half, box.width, 2 * box.half)
    edge = CRITICAL_EDGE if bar.is_critical else EDGE
    whole.adjust(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("red_soft" if bar.is_critical else "grey_soft"))
    painter.drawRoundedRect(whole, ROUND, ROUND)
    if bar.is_critical:
        painter.setBrush(_slanting())
        painter.drawRoundedRect(whole, ROUND, ROUND)
    if bar.percent:
        done = QRectF(whole)
        done.setWidth(whole.width() * min(bar.percent, 100) / 100)
        painter.setBrush(theme.colour("brand"))
        painter.drawRoundedRect(done, ROUND, ROUND)
    painter.setPen(_edge(bar, edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(whole, ROUND, ROUND)


def _diamond(painter: QPainter, bar: PlanBar, box: Box) -> None:
    half = box.half * 1.1
    x, y = (box.left + box.right) / 2, box.middle
    corners = QPolygonF(
        [QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)]
    )
    reached = bar.percent >= 100
    ground = "brand" if reached else "red_soft" if bar.is_critical else "grey_soft"
    painter.setPen(_edge(bar, CRITICAL_EDGE if bar.is_critical else EDGE * 1.5))
    painter.setBrush(theme.colour(ground))
    painter.drawPolygon(corners)
    if bar.is_critical and not reached:
        painter.setBrush(_slanting())
        painter.drawPolygon(corners)


def _bracket(painter: QPainter, box: Box) -> None:
    """A bar with a foot at each end."""
    top, low = box.middle - box.half * 0.7, box.middle + box.half * 0.8
    thick = box.half * 0.6
    foot = min(box.half, box.width / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawPolygon(
        QPolygonF([
            QPointF(box.left, top), QPointF(box.right, top), QPointF(box.right, low),
            QPointF(box.right - foot, top + thick), QPointF(box.left + foot, top + thick),
            QPointF(box.left, low),
        ])
    )  # fmt: skip


def _slanting() -> QBrush:
    return QBrush(theme.colour("red"), Qt.BrushStyle.BDiagPattern)


def _edge(bar: PlanBar, width: float) -> QPen:
    return QPen(theme.colour("red" if bar.is_critical else "grey"), width)


# Arrows -------------------------------------------------------------------------------------------


def rows_of_links(plan: Plan) -> list[LinkRow]:
    """For each link the rows between which it goes."""
    rows = {bar.id: row for row, bar in enumerate(plan.bars)}
    return [(rows[link.before], rows[link.after], link.kind) for link in plan.links]


def paint_arrows(
    painter: QPainter,
    frame: Frame,
    bars: Sequence[PlanBar],
    links: Iterable[LinkRow],
    chosen: int | None,
) -> None:
    """The arrows of which an end is on view: of one that only passes by, nobody sees what it
    joins. Those of the chosen row are thicker."""
    rows = frame.rows()
    for before, after, kind in links:
        if before in rows or after in rows:
            is_chosen = chosen in (before, after)
            start, end = frame.box(bars[before], before), frame.box(bars[after], after)
            if max(start.right, end.right) >= frame.names and (
                min(start.left, end.left) <= frame.width
            ):
                corners = arrow(kind, start, end, REACH, frame.scale.a_day)
                paint_arrow(painter, corners, theme.colour("ink" if is_chosen else "soft"),
                            1.75 if is_chosen else 1.0)  # fmt: skip


def paint_arrow(painter: QPainter, corners: Sequence[Point], colour: QColor, width: float) -> None:
    """A line through its corners with a head at the end."""
    places = [QPointF(x, y) for x, y in corners]
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(places)
    end, last = places[-1], places[-1] - places[-2]
    length = (last.x() ** 2 + last.y() ** 2) ** 0.5
    if length == 0:
        return
    along = last * (HEAD / length)
    beside = QPointF(-along.y(), along.x()) * 0.6
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([end, end - along + beside, end - along - beside]))
