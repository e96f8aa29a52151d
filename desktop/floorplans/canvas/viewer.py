"""A storey that is looked at: painted, zoomed and panned, with its rulers and what was found."""

from __future__ import annotations

from collections.abc import Iterable

import shapely
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.floorplans.canvas.grid import RULER_WIDTH, paint_rulers
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.canvas.lettering import words_box
from desktop.floorplans.canvas.marks import Mark
from desktop.floorplans.canvas.picture import Picture, rects
from desktop.floorplans.canvas.shapes import RoomShape
from desktop.floorplans.canvas.signs import finding_mark
from desktop.floorplans.canvas.view import Box, View
from desktop.floorplans.canvas.words import canvas_name, finding_words
from desktop.floorplans.checks import Finding, Grade
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Background, Point
from desktop.widgets import theme

FIT_MARGIN_PX = 64
EMPTY_SHEET: Box = (0, 0, 10_000, 8_000)
# A zoomed picture is stretched first, and painted sharp when the zooming stops.
SHARPEN_MS = 120


class Viewer(QWidget):
    """`zoomed` tells that the view is another. `marks` lie on top of the picture."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = View()
        self.marks: list[Mark] = []
        self.finding_marks: list[Mark] = []
        self._derived: Derived | None = None
        self._findings: tuple[Finding, ...] = ()
        self._rooms_found: list[RoomShape | None] = []
        self._found_words = ""
        self.picture = Picture()
        self._fits = True
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._sharpen.timeout.connect(self.sharpen)

    # What is shown -------------------------------------------------------------------------

    def show_storey(self, derived: Derived, below: Derived | None = None) -> None:
        """Show a storey, with the one below it faintly; only what changed is painted."""
        first = self._derived is None
        self._derived = derived
        if first and self._fits:
            self.fit()
        self.picture.show_below(below)
        self.update(self.picture.show(derived))
        self.tell_reader()

    def show_background(self, background: Background | None, picture: QPixmap | None) -> None:
        """The picture that is traced, under the grid; none takes it away."""
        if self.picture.show_background(background, picture):
            self.update()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark the places of what is not good."""
        self._findings = tuple(f for f in findings if f.grade is not Grade.GOOD)
        self._found_words = finding_words(self._findings)
        self._rooms_found = [self._room_of(finding) for finding in self._findings]
        self._place_marks()
        self.tell_reader()
        self.update()

    def tell_reader(self) -> None:
        """What a screen reader says of the drawing."""
        if self._derived is not None:
            self._name(canvas_name(self._derived), self._found_words)

    def _name(self, name: str, words: str) -> None:
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    # The view ------------------------------------------------------------------------------

    @property
    def middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    @property
    def drawn(self) -> Box | None:
        """The box around all walls; None on an empty sheet."""
        if self._derived is None or not self._derived.bodies:
            return None
        left, bottom, right, top = shapely.total_bounds(
            list(self._derived.bodies.values())
        ).tolist()
        return left, bottom, right, top

    def fit(self) -> None:
        """All of the storey on the screen."""
        self._fits = True
        margin = theme.scaled(FIT_MARGIN_PX)
        self._see(self.view.fitted(self.drawn or EMPTY_SHEET, self.width(), self.height(), margin))
        self.sharpen()

    def go_to(self, place: Point) -> None:
        """Bring a place to the middle, as when a check is tapped."""
        at = self.view.to_screen(*place)
        if not self.rect().adjusted(60, 60, -60, -60).contains(at.toPoint()):
            by = self.middle - at
            self.pan_by(by.x(), by.y())

    def zoom_at(self, at: QPointF, factor: float) -> None:
        """Closer by a factor; what is at a place of the widget stays there."""
        self._fits = False
        self._see(self.view.zoomed(at, factor))
        self._sharpen.start()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the paper by so many pixels."""
        self._fits = False
        view = self.view.moved(round(dx), round(dy))
        if self.view == self.picture.view:
            self.picture.pan(view)
        else:
            self._sharpen.start()
        self._see(view)

    def sharpen(self) -> None:
        """Paint the drawing as the view shows it now."""
        self._sharpen.stop()
        if self.picture.view != self.view:
            self.picture.paint(self.view)
            self.update()

    def _see(self, view: View) -> None:
        self.view = view
        self._place_marks()
        self.update()
        self.zoomed.emit()

    def _place_marks(self) -> None:
        self.finding_marks = [
            self._finding_mark(finding, room)
            for finding, room in zip(self._findings, self._rooms_found, strict=True)
            if finding.place
        ]

    def _finding_mark(self, finding: Finding, room: RoomShape | None) -> Mark:
        if room is None:
            return finding_mark(finding, self.view)
        words = words_box(room, self.picture.shapes, self.view)
        return finding_mark(finding, self.view, self.view.box_on_screen(room.box), words)

    def _room_of(self, finding: Finding) -> RoomShape | None:
        """The room in which a finding has its place."""
        if finding.place is None:
            return None
        x, y = finding.place
        near = self.picture.shapes.rooms.within((x, y, x, y))
        return next((shape for shape in near if shape.room.is_around(x, y)), None)

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self.picture
        if picture.view == self.view:
            ratio = picture.drawing.devicePixelRatio()
            for rect in rects(event.region()):
                part = QRectF(rect)
                dots = QRectF(part.topLeft() * ratio, part.size() * ratio)
                painter.drawPixmap(part, picture.drawing, dots)
        else:
            painter.fillRect(self.rect(), QColor(inks().ground))
            painter.setTransform(self.view.over(picture.view))
            painter.drawPixmap(0, 0, picture.drawing)
            painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in (*self.finding_marks, *self.marks):
            if event.region().intersects(mark.rect.toAlignedRect()):
                mark.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width = theme.scaled(RULER_WIDTH)
        inside = self.rect().adjusted(width + 1, width + 1, 0, 0)
        if not inside.contains(event.region().boundingRect()):
            paint_rulers(painter, self.view, self.size())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.resize(self.size(), self.devicePixelRatioF())
        if self._fits:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.picture.forget()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(920, 650)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.picture.resize(self.size(), self.devicePixelRatioF())
        return super().event(event)
