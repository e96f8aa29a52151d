"""Where the plan is on the screen: pixels to millimetres and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

# From a street on the screen to a brick.
SMALLEST, LARGEST = 0.002, 2.0
# Left, bottom, right, top, in millimetres.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """`scale` is in pixels a millimetre; the upper left corner of the widget is at (left_mm,
    top_mm) of the plan, whose y runs up."""

    scale: float = 0.05
    left_mm: float = -1_000.0
    top_mm: float = 8_000.0

    @property
    def mm_a_pixel(self) -> float:
        return 1 / self.scale

    def to_screen(self, x: float, y: float) -> QPointF:
        return QPointF((x - self.left_mm) * self.scale, (self.top_mm - y) * self.scale)

    def to_plan(self, at: QPointF) -> tuple[float, float]:
        return self.left_mm + at.x() / self.scale, self.top_mm - at.y() / self.scale

    def transform(self) -> QTransform:
        """From plan to screen, for a painter."""
        return QTransform(
            self.scale,
            0,
            0,
            -self.scale,
            -self.left_mm * self.scale,
            self.top_mm * self.scale,
        )

    def moved(self, dx: float, dy: float) -> View:
        """The paper goes along by so many pixels."""
        return replace(
            self, left_mm=self.left_mm - dx / self.scale, top_mm=self.top_mm + dy / self.scale
        )

    def zoomed(self, at: QPointF, factor: float) -> View:
        """Closer by a factor, or further; what is at `at` stays there."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        x, y = self.to_plan(at)
        return View(scale, x - at.x() / scale, y + at.y() / scale)

    def fitted(self, box: Box, width: float, height: float, margin: float) -> View:
        """All of a box on the screen, in the middle, with a margin in pixels around."""
        left, bottom, right, top = box
        wide, high = max(right - left, 1_000), max(top - bottom, 1_000)
        scale = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
        scale = min(max(scale, SMALLEST), LARGEST)
        return View(
            scale,
            (left + right) / 2 - width / 2 / scale,
            (top + bottom) / 2 + height / 2 / scale,
        )

    def box_on_screen(self, box: Box) -> QRectF:
        left, bottom, right, top = box
        return QRectF(self.to_screen(left, top), self.to_screen(right, bottom))

    def box_in_plan(self, rect: QRectF) -> Box:
        left, top = self.to_plan(rect.topLeft())
        right, bottom = self.to_plan(rect.bottomRight())
        return left, bottom, right, top

    def over(self, other: View) -> QTransform:
        """From the screen as the other view shows it to the screen as this one does: to show a
        picture that was painted for the other."""
        factor = self.scale / other.scale
        dx = (other.left_mm - self.left_mm) * self.scale
        dy = (self.top_mm - other.top_mm) * self.scale
        return QTransform(factor, 0, 0, factor, dx, dy)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around boxes."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def box_of(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box around points."""
    return around((x, y, x, y) for x, y in points)
