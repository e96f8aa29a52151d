"""The blocks at the head of a card: a question, its answer, and a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from desktop.documents import fonts
from desktop.documents.charts import Tone

GAP, CORNER, PAD, HEIGHT = 7.0, 6.0, 9.0, 50.0
LABEL, VALUE, NOTE = 8.2, 14.0, 8.2


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    note: str
    ink: Tone
    ground: Tone


class Facts(Flowable):
    """Blocks of the same width beside each other."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__()
        self.facts = list(facts)
        self.spaceBefore, self.spaceAfter = 0, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.each = (width - GAP * (len(self.facts) - 1)) / max(len(self.facts), 1)
        self.width, self.height = width, HEIGHT
        return width, HEIGHT

    def draw(self) -> None:
        canvas, room = self.canv, self.each - 2 * PAD
        for place, fact in enumerate(self.facts):
            x = place * (self.each + GAP)
            canvas.setFillColor(HexColor(fact.ground.value))
            canvas.roundRect(x, 0, self.each, HEIGHT, CORNER, stroke=0, fill=1)
            for words, font, size, y, tone in (
                (fact.label, fonts.REGULAR, LABEL, 36.0, Tone.SOFT),
                (fact.value[:1].upper() + fact.value[1:], fonts.SEMIBOLD, VALUE, 20.0, fact.ink),
                (fact.note, fonts.REGULAR, NOTE, 8.0, Tone.INK),
            ):
                canvas.setFont(font, size)
                canvas.setFillColor(HexColor(tone.value))
                canvas.drawString(x + PAD, y, fonts.fitted(words, font, size, room))
