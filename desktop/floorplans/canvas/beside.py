"""Where a card stands beside what it is about, so that little of the drawing is under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

# A pixel of what the card is about counts as so many of the rest of the drawing; and a card may
# stand a pixel further off to keep so many more in view.
ABOUT_COUNTS, STEP_COUNTS = 4.0, 25.0


def beside(
    box: QRectF, sizes: Sequence[QSizeF], inside: QRectF, drawn: QRectF | None, gap: float
) -> tuple[int, QRectF]:
    """Which of the sizes, and where: next to the box, or next to the whole of the drawing
    (`drawn`) where that is near; always inside. Of places that are equally good, the first: below,
    above, at the right, at the left, with the first size that fits."""
    fitting = [
        (n, size)
        for n, size in enumerate(sizes)
        if size.width() <= inside.width() and size.height() <= inside.height()
    ]
    places = [
        (n, _kept_inside(QRectF(at, size), inside))
        for around in ((box,) if drawn is None else (box, drawn))
        for n, size in fitting or list(enumerate(sizes))[:1]
        for at in _next_to(around, box.center(), size, gap)
    ]

    def cost(place: tuple[int, QRectF]) -> float:
        card = place[1]
        covered = 0.0 if drawn is None else _common(card, drawn)
        return covered + ABOUT_COUNTS * _common(card, box) + STEP_COUNTS * _apart(card, box)

    return min(places, key=cost)


def _next_to(around: QRectF, middle: QPointF, size: QSizeF, gap: float) -> Iterator[QPointF]:
    x, y = middle.x() - size.width() / 2, middle.y() - size.height() / 2
    yield QPointF(x, around.bottom() + gap)
    yield QPointF(x, around.top() - gap - size.height())
    yield QPointF(around.right() + gap, y)
    yield QPointF(around.left() - gap - size.width(), y)


def _kept_inside(card: QRectF, inside: QRectF) -> QRectF:
    x = max(min(card.x(), inside.right() - card.width()), inside.left())
    y = max(min(card.y(), inside.bottom() - card.height()), inside.top())
    return QRectF(QPointF(x, y), card.size())


def _common(one: QRectF, other: QRectF) -> float:
    both = one.intersected(other)
    return max(both.width(), 0.0) * max(both.height(), 0.0)


def _apart(one: QRectF, other: QRectF) -> float:
    """How far the nearest sides are from each other; 0 where they touch."""
    dx = max(other.left() - one.right(), one.left() - other.right(), 0.0)
    dy = max(other.top() - one.bottom(), one.top() - other.bottom(), 0.0)
    return hypot(dx, dy)
