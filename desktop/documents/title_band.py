"""The green band with the title over the whole width of a paper, and its text styles by size."""

from __future__ import annotations

from functools import cached_property

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.documents import fonts, styles
from desktop.documents.flowables import Words
from desktop.documents.markdown import escaped
from desktop.documents.together import together

WHITE = HexColor("#ffffff")
SMALLEST = 0.5  # of its size, for a title that is long


class Type:
    """The text styles of the page, from the size of its sentences in points."""

    def __init__(self, size: float) -> None:
        fonts.register()
        self.size = size

    @cached_property
    def sentence(self) -> ParagraphStyle:
        return ParagraphStyle(
            "sentence",
            fontName=fonts.REGULAR,
            fontSize=self.size,
            leading=self.size * 1.24,
            textColor=styles.INK,
            splitLongWords=1,
        )

    @cached_property
    def name(self) -> ParagraphStyle:
        return ParagraphStyle(
            "theme",
            parent=self.sentence,
            fontName=fonts.SEMIBOLD,
            fontSize=self.size * 1.18,
            leading=self.size * 1.45,
        )

    def heading(self, words: str) -> Words:
        """The line above the questions."""
        style = ParagraphStyle("heading", parent=self.name, spaceBefore=9, spaceAfter=4)
        style.keepWithNext = 1
        return Words(escaped(words), style)

    def words(self, words: str, style: ParagraphStyle | None = None) -> Words:
        return Words(together(escaped(fonts.printable(words))), style or self.sentence)


class TitleBand(Flowable):
    """The green band over the whole width of the paper; `size` is that of its title in points."""

    TOP = 15 * mm  # of a bare page, above its frame

    def __init__(self, title: str, below: str, size: float = 22.0) -> None:
        super().__init__()
        self.title, self.below, self.size = title, below, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.size * 1.82
        return width, self.height

    def draw(self) -> None:
        canvas, small = self.canv, self.size / 2.2
        canvas.setFillColor(styles.BRAND)
        page = self.width + styles.LEFT + styles.RIGHT
        canvas.rect(-styles.LEFT, 0, page, self.height + self.TOP, stroke=0, fill=1)
        canvas.setFillColor(WHITE)
        self._draw_line(self.title, fonts.SEMIBOLD, self.size, self.size * 1.55)
        self._draw_line(self.below, fonts.REGULAR, small, self.size * 0.73)

    def _draw_line(self, words: str, font: str, size: float, baseline: float) -> None:
        """A name that is long is set smaller before it is cut."""
        size = fonts.shrunk(words, font, size, self.width, size * SMALLEST)
        self.canv.setFont(font, size)
        self.canv.drawString(0, baseline, fonts.fitted(words, font, size, self.width))
