"""What the program says on the drawing: one hint at the bottom, and a sign where a check found
something."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.floorplans.canvas.marks import Mark, pen, rect_around
from desktop.floorplans.canvas.view import View
from desktop.floorplans.checks import Finding, Grade
from desktop.widgets import theme

FINDING_PX, ABOVE_PX = 11, 35
HINT_EDGE_PX = 16


def hint_mark(words: str, size: QSize, is_refusal: bool) -> Mark:
    """At the bottom: what to do, or why something cannot be. The same mark as long as it
    says the same in the same place."""
    return _hint_mark(words, size.width(), size.height(), is_refusal, theme.text_px())


@lru_cache(maxsize=8)
def _hint_mark(words: str, wide: int, high: int, is_refusal: bool, _text_px: int) -> Mark:
    font = theme.font(13)
    wraps = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = QRectF(0, 0, wide - 2 * HINT_EDGE_PX - 80, high)
    needs = QFontMetricsF(font).boundingRect(room, wraps, words)
    one_line = theme.scaled(30)
    width, height = needs.width() + 2 * HINT_EDGE_PX, max(one_line, needs.height() + HINT_EDGE_PX)
    box = QRectF((wide - width) / 2, high - height - 12, width, height)
    ink, ground = ("red", "red_soft") if is_refusal else ("soft", "paper")

    def paint(painter: QPainter) -> None:
        painter.setPen(pen("red" if is_refusal else "line", 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, one_line / 2, one_line / 2)
        painter.setPen(theme.colour(ink))
        painter.setFont(font)
        painter.drawText(box.adjusted(HINT_EDGE_PX - 1, 0, 1 - HINT_EDGE_PX, 0), wraps, words)

    return Mark(box.adjusted(-2, -2, 2, 2), paint)


def finding_mark(
    finding: Finding, view: View, room: QRectF | None = None, words: QRectF | None = None
) -> Mark:
    """A sign where a check found something: "!" for a warning, "x" for what cannot be. `room` is
    the box on the screen of the room in which it is, and `words` that of the words in it."""
    at = _sign_at(view.to_screen(*(finding.place or (0, 0))), room, words)
    fails = finding.grade is Grade.FAIL
    colour = "red" if fails else "amber"

    def paint(painter: QPainter) -> None:
        painter.setPen(pen(colour, 1.5))
        painter.setBrush(theme.colour(f"{colour}_soft"))
        painter.drawEllipse(at, FINDING_PX, FINDING_PX)
        if fails:
            painter.drawLine(at + QPointF(-3.5, -3.5), at + QPointF(3.5, 3.5))
            painter.drawLine(at + QPointF(-3.5, 3.5), at + QPointF(3.5, -3.5))
        else:
            painter.drawLine(at + QPointF(0, -5), at + QPointF(0, 1))
            painter.drawPoint(at + QPointF(0, 5))

    return Mark(rect_around([at], FINDING_PX + 2), paint, finding=finding)


def _sign_at(place: QPointF, room: QRectF | None, words: QRectF | None) -> QPointF:
    """Above its place, or it would cover what stands there; in a low room no further than its
    upper side, or it would be a sign of the room above; and never over the words of the room when
    there is room beside them."""
    edge = FINDING_PX + 3
    headroom = ABOVE_PX if room is None else place.y() - room.top() - edge
    at = place - QPointF(0, ABOVE_PX if headroom < FINDING_PX else min(ABOVE_PX, headroom))
    if room is None or words is None:
        return at
    taken, free = words.adjusted(-edge, -edge, edge, edge), room.adjusted(edge, edge, -edge, -edge)
    if not taken.contains(at):
        return at
    beside = (
        QPointF(at.x(), taken.top()),
        QPointF(at.x(), taken.bottom()),
        QPointF(taken.left(), words.center().y()),
        QPointF(taken.right(), words.center().y()),
    )
    fitting = [one for one in beside if free.contains(one)]
    return min(fitting, key=lambda one: QLineF(at, one).length(), default=at)
