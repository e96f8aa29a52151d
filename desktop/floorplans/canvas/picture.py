"""The picture of a storey, in two layers that are kept: the ground with its grid, and on it the
drawing. When something changes, only that part of the drawing is painted again, from the ground
up; what a tool shows on top is painted live by the canvas.

There are no more layers: to blend one picture of the whole window over another takes longer than to
paint the walls and rooms of the part that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF, QRegion

from desktop.floorplans.canvas.dimension import paint_dimension
from desktop.floorplans.canvas.grid import paint_grid
from desktop.floorplans.canvas.inks import inks, wall_ink
from desktop.floorplans.canvas.lettering import write_rooms
from desktop.floorplans.canvas.locks import paint_locks
from desktop.floorplans.canvas.shapes import RoomShape, Shapes, WallShape
from desktop.floorplans.canvas.symbols import paint_low_ceilings, paint_openings, paint_things
from desktop.floorplans.canvas.view import Box, View, around
from desktop.floorplans.canvas.words import has_name
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Background, RoomType, Text, WallKind
from desktop.widgets import theme

# Lines and smoothed edges reach a little beyond the box of a shape.
EDGE_PX = 3
WALLS_TOGETHER = 64
# No hair of light is seen between walls that are thinner than this on the screen.
THIN_PX = 3
FAINT = 130  # of 255


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

    def show(self, derived: Derived) -> QRect:
        """Take over a storey, and paint again the part that changed: one rectangle, since what an
        edit changes lies together."""
        boxes = self.shapes.show(derived)
        if not boxes:
            return QRect()
        rect = self._pixels(around(boxes)) & QRect(QPoint(), self._size)
        if not rect.isEmpty():
            self._paint_drawing(QRectF(rect))
        return rect

    def show_below(self, derived: Derived | None) -> None:
        """The storey below, faint under this one; none for the lowest."""
        if derived is self._below.derived:
            return
        self._below = Shapes()
        if derived is not None:
            self._below.show(derived)
        self.paint(self.view)

    def show_background(self, background: Background | None, picture: QPixmap | None) -> bool:
        """The picture that is traced; whether that is another one than before."""
        both = None if background is None or picture is None else (background, picture)
        if both == self._background:
            return False
        self._background = both
        self.paint(self.view)
        return True

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
        _fill_rooms(painter, rooms)
        _fill_below(painter, self._below.walls.within(box))
        for things in (shapes.furniture, shapes.stairs, shapes.holes):
            paint_things(painter, things.within(box), view.mm_a_pixel)
        painter.setPen(Qt.PenStyle.NoPen)
        _fill_walls(painter, shapes.walls.within(box), view.mm_a_pixel)
        paint_openings(painter, shapes.openings.within(box), view.mm_a_pixel)
        paint_low_ceilings(painter, shapes.low_ceilings.within(box), view.mm_a_pixel)
        painter.resetTransform()
        paint_locks(painter, shapes.locks.within(box), view)
        write_rooms(painter, rooms, shapes, view)
        for line in shapes.dimensions.within(box):
            paint_dimension(painter, line, view)
        for text in shapes.texts.within(box):
            _write_text(painter, text, view)
        painter.end()

    def _pixels(self, box: Box) -> QRect:
        edge = EDGE_PX
        return self.view.box_on_screen(box).adjusted(-edge, -edge, edge, edge).toAlignedRect()


def rects(region: QRegion) -> Iterator[QRect]:
    """The rectangles of a region; Qt's own types do not say that it has them."""
    yield from region  # type: ignore[misc]


def _made_again(shapes: Shapes) -> Shapes:
    made = Shapes()
    if shapes.derived is not None:
        made.show(shapes.derived)
    return made


def _overlaps(whole: QRect, dots: QPoint, ratio: float) -> bool:
    return abs(dots.x()) < whole.width() * ratio and abs(dots.y()) < whole.height() * ratio


def _fill_rooms(painter: QPainter, rooms: Iterable[RoomShape]) -> None:
    of_type: dict[RoomType | None, list[QPolygonF]] = {}
    for room in rooms:
        type = room.room.type if has_name(room.room) else None
        of_type.setdefault(type, []).append(room.floor)
    for type, floors in of_type.items():
        painter.setBrush(QColor(inks().floor if type is None else inks().rooms[type]))
        for floor in floors:
            painter.drawPolygon(floor)


def _fill_below(painter: QPainter, walls: Iterable[WallShape]) -> None:
    """The storey below shows through the rooms, under what is drawn."""
    faint = QColor(inks().below)
    faint.setAlpha(FAINT)
    painter.setBrush(faint)
    for wall in walls:
        painter.drawPath(wall.path)


def _fill_walls(painter: QPainter, walls: Sequence[WallShape], mm_a_pixel: float) -> None:
    """Walls of a kind are filled together, or a hair of light would show where two meet; not too
    many, since a path of a thousand corners is slow to fill. Thin ones are filled one by one,
    which is quickest."""
    for kind in (WallKind.PARTITION, WallKind.LOAD_BEARING, WallKind.SHELL):
        painter.setBrush(wall_ink(kind))
        thick = []
        for wall in walls:
            if wall.wall.kind is not kind:
                continue
            if wall.wall.thickness_mm < THIN_PX * mm_a_pixel:
                painter.drawPath(wall.path)
            else:
                thick.append(wall.path)
        for begin in range(0, len(thick), WALLS_TOGETHER):
            together = QPainterPath()
            together.setFillRule(Qt.FillRule.WindingFill)
            for path in thick[begin : begin + WALLS_TOGETHER]:
                together.addPath(path)
            painter.drawPath(together)


def _write_text(painter: QPainter, text: Text, view: View) -> None:
    font = theme.font()
    font.setPixelSize(max(1, round(text.height_mm * view.scale)))
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    painter.drawText(view.to_screen(*text.at), text.words)
