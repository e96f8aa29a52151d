"""Photos and the map on paper. A photo is read and made smaller when its page is drawn, one at a
time: a report of two hundred photos is small, and takes little memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from desktop.documents import fonts, styles
from desktop.projects.exchange.photos import smaller
from desktop.projects.queries.inspections import OPEN, FindingLine, MapLine
from desktop.projects.rules.findings import WHOLE

PHOTO_PX, PHOTO_QUALITY = 540, 64  # on 50 mm that is 270 dots an inch
MAP_PX, MAP_QUALITY = 1600, 80
RADIUS, NUMBER_SIZE = 6.0, 7.0
Load = Callable[[], bytes]


class KeptPhoto(Flowable):
    """A photo in a box of this size, in points, at its left."""

    def __init__(
        self, load: Load, width: float, height: float, longest_side_px: int = PHOTO_PX
    ) -> None:
        super().__init__()
        self._load, self.width, self.height = load, width, height
        self._longest_side_px = longest_side_px

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        content = BytesIO(smaller(self._load(), self._longest_side_px, PHOTO_QUALITY))
        self.canv.drawImage(
            ImageReader(content),
            0,
            0,
            self.width,
            self.height,
            preserveAspectRatio=True,
            anchor="w",
        )


class NumberedMap(Flowable):
    """The map with a number at each finding: full while it is open, hollow once it is done."""

    def __init__(
        self, map: MapLine, load: Load, findings: Sequence[FindingLine], highest: float
    ) -> None:
        super().__init__()
        self._map, self._load, self._findings = map, load, findings
        self._highest = highest
        self.spaceBefore, self.spaceAfter = 4, 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        ratio = self._map.height_px / self._map.width_px
        self.height = min(width * ratio, self._highest)
        self.width = self.height / ratio
        return self.width, self.height

    def draw(self) -> None:
        picture = ImageReader(BytesIO(smaller(self._load(), MAP_PX, MAP_QUALITY)))
        canvas = self.canv
        canvas.drawImage(picture, 0, 0, self.width, self.height)
        canvas.setStrokeColor(styles.LINE)
        canvas.rect(0, 0, self.width, self.height)
        fonts.register()
        for one in self._findings:
            if one.x is not None and one.y is not None:
                self._draw_number(one, one.x, one.y)

    def _draw_number(self, one: FindingLine, x: int, y: int) -> None:
        canvas, is_open = self.canv, one.state in OPEN
        left, top = x / WHOLE * self.width, self.height - y / WHOLE * self.height
        canvas.setLineWidth(1)
        canvas.setStrokeColor("#ffffff" if is_open else styles.INK)
        canvas.setFillColor(styles.INK if is_open else "#ffffff")
        canvas.circle(left, top, RADIUS, stroke=1, fill=1)
        canvas.setFillColor("#ffffff" if is_open else styles.INK)
        canvas.setFont(fonts.SEMIBOLD, NUMBER_SIZE)
        canvas.drawCentredString(left, top - 0.36 * NUMBER_SIZE, str(one.number))
