"""The blocks of the page for tenants: a tile for each theme, and how to take part."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TypeVar

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.documents import fonts
from desktop.documents.fitting import ROOM
from desktop.documents.title_band import WHITE, Type

# A tone for words and signs, and the light one behind them; a theme chooses one by name.
TONES = {
    "blue": ("#1f5fa8", "#e4eefa"),
    "brand": ("#0f6b5c", "#e0f0ec"),
    "green": ("#1c7a3d", "#e3f4e8"),
    "amber": ("#9a5b00", "#fdf0da"),
    "purple": ("#6b3a83", "#f2e8f7"),
    "red": ("#a82a2a", "#fbe6e6"),
}
PLAIN = ("#1d2733", "#f4f6f7")
CORNER = 2.4 * mm
PAD = 10.0


F = TypeVar("F", bound=Flowable)


def another(of: F) -> F:
    """A copy to show a part of it on another page: without what ReportLab noted about moving it."""
    made = copy(of)
    made.__dict__.pop("_postponed", None)
    return made


class ThemeBlock(Flowable):
    """A theme: its number, its name, and a line for each agreement. One that is higher than a page
    stands on several, under the same name."""

    BULLET = 10.0

    def __init__(
        self, number: int, name: str, colour: str, sentences: Sequence[str], kind: Type
    ) -> None:
        super().__init__()
        self.number, self.kind = number, kind
        self.mark = kind.size * 1.6  # the round mark with the number
        ink, self.ground = (HexColor(code) for code in TONES.get(colour, PLAIN))
        self.ink = ink
        self.bookmark = name
        style = ParagraphStyle("named", parent=kind.name, textColor=ink)
        self.name = kind.words(name, style)
        self.sentences = [kind.words(sentence) for sentence in sentences]
        self.spaceAfter = 10
        self.least = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        inside = width - 2 * PAD
        named = self.name.wrap(inside - self.mark - 7, height)[1]
        self.head = max(self.mark, named)
        self.gap = self.kind.size * 0.32
        rows = [one.wrap(inside - self.BULLET, height)[1] for one in self.sentences]
        said = sum(rows) + self.gap * len(rows)
        self.width, self.height = width, max(self.least, 2 * PAD + self.head + said)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.wrap(width, height)[1] <= ROOM:
            return []  # whole on the next page
        inside = width - 2 * PAD - self.BULLET
        room = height - 2 * PAD - self.head
        fits, rest = [], list(self.sentences)
        while rest and self.gap + rest[0].height <= room:
            room -= self.gap + rest[0].height
            fits.append(rest.pop(0))
        if rest and not fits:  # one sentence is higher than what is left
            parts = rest[0].split(inside, room - self.gap)
            if len(parts) < 2:
                return []
            fits, rest = parts[:1], [*parts[1:], *rest[1:]]
        if not rest:
            return [self]
        first, next_one = another(self), another(self)
        first.sentences, next_one.sentences, next_one.bookmark = fits, rest, ""
        return [first, next_one]

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(self.ground)
        canvas.roundRect(0, 0, self.width, self.height, CORNER, stroke=0, fill=1)
        top = self.height - PAD
        self._draw_mark(top)
        middle = top - self.head / 2
        self.name.drawOn(canvas, PAD + self.mark + 7, middle - self.name.height / 2)
        top -= self.head
        for sentence in self.sentences:
            top -= self.gap
            dot = top - self.kind.sentence.leading / 2
            canvas.setFillColor(self.ink)
            canvas.circle(PAD + 2.2, dot, 1.6, stroke=0, fill=1)
            top -= sentence.height
            sentence.drawOn(canvas, PAD + self.BULLET, top)

    def _draw_mark(self, top: float) -> None:
        canvas = self.canv
        radius = self.mark / 2
        x, y = PAD + radius, top - self.head / 2
        canvas.setFillColor(self.ink)
        canvas.circle(x, y, radius, stroke=0, fill=1)
        canvas.setFillColor(WHITE)
        size = self.kind.size * 0.9
        canvas.setFont(fonts.SEMIBOLD, size)
        canvas.drawCentredString(x, y - 0.36 * size, str(self.number))


class TwoBeside(Flowable):
    """Two blocks beside each other, as high as the higher one."""

    def __init__(self, blocks: Sequence[ThemeBlock], gap: float) -> None:
        super().__init__()
        self.blocks, self.gap = list(blocks), gap
        self.spaceAfter = 8
        self.bookmark = ""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.each = (width - self.gap) / 2
        for block in self.blocks:
            block.least = 0.0
        highest = max(block.wrap(self.each, height)[1] for block in self.blocks)
        for block in self.blocks:
            block.least = highest
            block.wrap(self.each, height)
        self.width, self.height = width, highest
        return width, highest

    def draw(self) -> None:
        for place, block in enumerate(self.blocks):
            block.drawOn(self.canv, place * (self.each + self.gap), 0)
