"""The box at the foot of a page for tenants: how to take part, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.documents import fonts, styles
from desktop.documents.title_band import Type

CORNER = 2.4 * mm
PAD = 10.0


class JoinBox(Flowable):
    """A label at the left, lines at the right."""

    def __init__(self, label: str, lines: Sequence[str], kind: Type) -> None:
        super().__init__()
        style = ParagraphStyle("label", parent=kind.sentence, fontName=fonts.SEMIBOLD)
        style.textColor = styles.BRAND
        self.label = kind.words(label, style)
        self.lines = [kind.words(line) for line in lines]
        self.room = kind.size * 7.5
        self.spaceBefore = 9

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.label.wrap(self.room, height)
        inside = width - 2 * PAD - self.room
        rows = [line.wrap(inside, height)[1] for line in self.lines]
        self.width = width
        self.height = 1.6 * PAD + max(sum(rows), self.label.height)
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(styles.BRAND_SOFT)
        canvas.roundRect(0, 0, self.width, self.height, CORNER, stroke=0, fill=1)
        top = self.height - 0.8 * PAD
        self.label.drawOn(canvas, PAD, top - self.label.height)
        for line in self.lines:
            top -= line.height
            line.drawOn(canvas, PAD + self.room, top)
