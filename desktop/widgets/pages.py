"""The pages of a PDF on the screen: only those on view are drawn."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.documents.reading import opened
from desktop.widgets import theme

KEPT_PAGES = 12
POINTS_AN_INCH = 72


def page_image(pdf: bytes, number: int, scale: float) -> QImage:
    """A page of a PDF as a picture; `scale` in pixels a point."""
    with opened(pdf) as document:
        bitmap = document[number].render(scale=scale, rev_byteorder=True, force_bitmap_format=4)
        return QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        ).copy()


class Pages(QAbstractScrollArea):
    """Pages under each other. `zoom` 1.0 is the size on paper; None fits the width."""

    def __init__(self, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = pdf
        with opened(pdf) as document:
            self.sizes = [document.get_page_size(n) for n in range(len(document))]
        self._zoom: float | None = None
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(860, 640)

    @property
    def count(self) -> int:
        return len(self.sizes)

    @property
    def zoom(self) -> float:
        """The zoom in use, also while it fits the width."""
        if self._zoom is not None:
            return self._zoom
        widest: float = max(width for width, _height in self.sizes)
        room = self.viewport().width() - 2 * theme.LARGE
        return max(0.2, min(room / (widest * self._dots()), 1.5))

    def set_zoom(self, zoom: float | None) -> None:
        self._zoom = None if zoom is None else max(0.25, min(zoom, 4.0))
        self._set_bars()
        self.viewport().update()

    def _dots(self) -> float:
        """Screen pixels a point at zoom 1."""
        return self.logicalDpiX() / POINTS_AN_INCH

    def _boxes(self) -> list[QRectF]:
        """Where each page lies on one long sheet."""
        scale, top, boxes = self.zoom * self._dots(), float(theme.LARGE), []
        for width, height in self.sizes:
            left = max(theme.LARGE, (self.viewport().width() - width * scale) / 2)
            boxes.append(QRectF(left, top, width * scale, height * scale))
            top += height * scale + theme.LARGE
        return boxes

    def _set_bars(self) -> None:
        boxes = self._boxes()
        view = self.viewport().size()
        bottom = boxes[-1].bottom() + theme.LARGE
        right = max(box.right() for box in boxes) + theme.LARGE
        self.verticalScrollBar().setRange(0, max(0, round(bottom - view.height())))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, round(right - view.width())))
        self.horizontalScrollBar().setPageStep(view.width())

    @property
    def page_on_view(self) -> int:
        """The number of the page at the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return sum(box.top() <= middle for box in self._boxes()[1:])

    def show_page(self, number: int) -> None:
        self.verticalScrollBar().setValue(round(self._boxes()[number].top() - theme.LARGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("canvas"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for number, box in enumerate(self._boxes()):
            if box.bottom() >= top and box.top() <= bottom:
                painter.setPen(theme.colour("line"))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
                painter.drawImage(box, self._image(number, box))

    def _image(self, number: int, box: QRectF) -> QImage:
        pixels = round(box.width() * self.devicePixelRatioF())
        key = (number, pixels)
        if key not in self._drawn:
            self._drawn[key] = page_image(self._pdf, number, pixels / self.sizes[number][0])
            while len(self._drawn) > KEPT_PAGES:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            return
        super().wheelEvent(event)
