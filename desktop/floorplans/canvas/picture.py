"""The picture of a storey, in two layers that are kept: the ground with its grid, and on it the
drawing. When something changes, only that part of the drawing is painted again, from the ground
up; what a tool shows on top is painted live by the canvas.

More layers were tried: to blend one picture of the whole window over another takes longer than
painting the walls and rooms of the part that changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion

from desktop.floorplans.canvas.furnishings import paint_dimension, paint_furniture, paint_stair
from desktop.floorplans.canvas.grid import paint_grid
from desktop.floorplans.canvas.inks import inks, wall_ink
from desktop.floorplans.canvas.shapes import AREA_FONT, NAME_FONT, RoomShape, Shapes
from desktop.floorplans.canvas.symbols import paint_opening
from desktop.floorplans.canvas.view import Box, View
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Background
from desktop.widgets import theme

# Lines and smoothed edges reach a little beyond the box of a shape.
EDGE_PX = 3
SEAM_PX = 0.7


class Picture:
    """`view` is how it was painted last; a view that was chosen since shows it shifted or
    stretched, until it is painted again."""

    def __init__(self) -> None:
        self.view = View()
        self.shapes, self._below = Shapes(), Shapes()
        self._background: tuple[Background, QPixmap] | None = None
        self._ground, self.drawing = QPixmap(), QPixmap()
        self._size = QSize()

    # What is shown -------------------------------------------------------------------------

    def show(self, derived: Derived) -> QRegion:
        """Take over a storey, and paint again what changed; the region is what that was."""
        region = QRegion()
        for box in self.shapes.show(derived):
            region += self._pixels(box)
        region &= QRect(QPoint(), self._size)
        for rect in rects(region):
            self._paint_drawing(QRectF(rect))
        return region

    def show_below(self, derived: Derived | None) -> None:
        """The storey below, faint under the grid; none for the lowest."""
        if derived is self._below.derived:
            return
        self._below = Shapes()
        if derived is not None:
            self._below.show(derived)
        self.paint(self.view)

    def show_background(self, background: Background | None, picture: QPixmap | None) -> None:
        """The picture that is traced."""
        both = None if background is None or picture is None else (background, picture)
        if both != self._background:
            self._background = both
            self.paint(self.view)

    def forget(self) -> None:
        """Make everything again, as in another colour or language."""
        self.shapes, self._below = _made_again(self.shapes), _made_again(self._below)
        self.paint(self.view)

    # Painting ------------------------------------------------------------------------------

    def resize(self, size: QSize, ratio: float) -> None:
        """For a widget of this size, on a screen with so many dots a pixel."""
        if size == self._size and ratio == self.drawing.devicePixelRatio():
            return
        self._size = size
        for name in ("_ground", "drawing"):
            made = QPixmap((size.toSizeF() * ratio).toSize())
            made.setDevicePixelRatio(ratio)
            setattr(self, name, made)
        self.paint(self.view)

    def paint(self, view: View) -> None:
        """Paint everything as this view shows it."""
        self.view = view
        whole = QRectF(QPointF(), self._size.toSizeF())
        self._paint_both(whole)

    def pan(self, view: View) -> None:
        """Paint for a view that differs only in its place: what is there moves along, and only
        the strips that come into view are painted."""
        ratio = self.drawing.devicePixelRatio()
        moved = view.to_screen(self.view.left_mm, self.view.top_mm) * ratio
        dots = moved.toPoint()
        whole = QRect(QPoint(), self._size)
        if QPointF(dots) != moved or ratio != int(ratio) or not _overlaps(whole, dots, ratio):
            self.paint(view)
            return
        self.view = view
        for layer in (self._ground, self.drawing):
            layer.scroll(dots.x(), dots.y(), layer.rect())
        by = dots / int(ratio)
        for strip in rects(QRegion(whole) - QRegion(whole.translated(by))):
            self._paint_both(QRectF(strip))

    def _paint_both(self, rect: QRectF) -> None:
        self._paint_ground(rect)
        self._paint_drawing(rect)

    def _paint_ground(self, rect: QRectF) -> None:
        if self._ground.isNull():
            return
        painter = QPainter(self._ground)
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(inks().ground))
        if self._background is not None:
            background, picture = self._background
            (x, y), width, height = background.at, background.width_mm, background.height_mm
            painter.setOpacity(background.opacity_percent / 100)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(
                self.view.box_on_screen((x, y, x + width, y + height)),
                picture,
                QRectF(picture.rect()),
            )
            painter.setOpacity(1)
        paint_grid(painter, self.view, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.view.transform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks().below))
        for wall in self._below.walls.within(self.view.box_in_plan(rect)):
            painter.drawPath(wall.path)
        painter.end()

    def _paint_drawing(self, rect: QRectF) -> None:
        if self.drawing.isNull():
            return
        ratio = self.drawing.devicePixelRatio()
        dots = QRectF(rect.topLeft() * ratio, rect.size() * ratio)
        painter = QPainter(self.drawing)
        painter.drawPixmap(rect, self._ground, dots)
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shapes, view = self.shapes, self.view
        box = view.box_in_plan(rect.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX))
        rooms = shapes.rooms.within(box)
        painter.setTransform(view.transform())
        painter.setPen(Qt.PenStyle.NoPen)
        for room in rooms:
            colour = inks().rooms[room.room.type] if room.room.label is not None else inks().floor
            painter.setBrush(QColor(colour))
            painter.drawPath(room.path)
        for thing in shapes.furniture.within(box):
            paint_furniture(painter, thing, view.mm_a_pixel)
        for stair in shapes.stairs.within(box):
            paint_stair(painter, stair, view.mm_a_pixel)
        for wall in shapes.walls.within(box):
            # The line closes the hair of light that smoothing leaves between walls that meet.
            painter.setPen(QPen(wall_ink(wall.wall), SEAM_PX * view.mm_a_pixel))
            painter.setBrush(wall_ink(wall.wall))
            painter.drawPath(wall.path)
        for opening in shapes.openings.within(box):
            paint_opening(painter, opening, view.mm_a_pixel)
        painter.resetTransform()
        for room in rooms:
            _write_room(painter, room, view)
        for line in shapes.dimensions.within(box):
            paint_dimension(painter, line, view)
        for text in shapes.texts.within(box):
            font = theme.font()
            font.setPixelSize(max(1, round(text.height_mm * view.scale)))
            painter.setFont(font)
            painter.setPen(theme.colour("ink"))
            painter.drawText(view.to_screen(*text.at), text.words)
        painter.end()

    def _pixels(self, box: Box) -> QRect:
        edge = EDGE_PX
        return self.view.box_on_screen(box).adjusted(-edge, -edge, edge, edge).toAlignedRect()


def rects(region: QRegion) -> Iterator[QRect]:
    """The rectangles of a region; Qt's own types do not say that it has them."""
    yield from region  # type: ignore[attr-defined]


def _made_again(shapes: Shapes) -> Shapes:
    made = Shapes()
    if shapes.derived is not None:
        made.show(shapes.derived)
    return made


def _overlaps(whole: QRect, dots: QPoint, ratio: float) -> bool:
    return abs(dots.x()) < whole.width() * ratio and abs(dots.y()) < whole.height() * ratio


def _write_room(painter: QPainter, room: RoomShape, view: View) -> None:
    """The name and the area, as far as they fit in the room."""
    on_screen = view.box_on_screen(room.box)
    lines = [(room.name, NAME_FONT, "ink"), (room.area, AREA_FONT, "soft")]
    fitting = [
        (text, font, colour)
        for text, font, colour in lines
        if text.text() and text.size().width() <= on_screen.width() - 2 * EDGE_PX
    ]
    height = sum(text.size().height() for text, _font, _colour in fitting)
    while fitting and height > on_screen.height() - 2 * EDGE_PX:
        height -= fitting.pop(0)[0].size().height()
    at = view.to_screen(*room.middle)
    top = at.y() - height / 2
    for text, font, colour in fitting:
        painter.setFont(theme.font(*font))
        painter.setPen(theme.colour(colour))
        painter.drawStaticText(QPointF(at.x() - text.size().width() / 2, top), text)
        top += text.size().height()
