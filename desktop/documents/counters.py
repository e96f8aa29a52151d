"""Counts that are read from afar: a block for each, with its sign, its number and its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from desktop.documents import fonts
from desktop.documents.charts import Tone
from desktop.documents.round_sign import TONES, Became, RoundSign

SIGN = 15.0  # the side of a sign, in points, at scale 1
GAP, CORNER, PAD, HEIGHT = 7.0, 6.0, 8.0, 54.0
NUMBER, WORD = 22.0, 8.2
WAITING_GROUND = "#f4f6f7"


@dataclass(frozen=True)
class Counter:
    """A number with what it counts. `sign` is a flowable of `SIGN` wide; `ink` and `ground` are
    colours."""

    count: int
    word: str
    sign: Flowable
    ink: str
    ground: str


class Counters(Flowable):
    """The blocks beside each other, over the whole width."""

    def __init__(self, counters: Sequence[Counter], scale: float = 1.0) -> None:
        super().__init__()
        self.counters, self.scale = list(counters), scale
        self.spaceBefore, self.spaceAfter = 4, 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        gaps = GAP * self.scale * (len(self.counters) - 1)
        self.each = (width - gaps) / max(len(self.counters), 1)
        self.width, self.height = width, HEIGHT * self.scale
        return width, self.height

    def draw(self) -> None:
        for place, counter in enumerate(self.counters):
            self.canv.saveState()
            self.canv.translate(place * (self.each + GAP * self.scale), 0)
            self.canv.scale(self.scale, self.scale)
            self._draw_one(counter, self.each / self.scale)
            self.canv.restoreState()

    def _draw_one(self, counter: Counter, width: float) -> None:
        canvas = self.canv
        canvas.setFillColor(HexColor(counter.ground))
        canvas.roundRect(0, 0, width, HEIGHT, CORNER, stroke=0, fill=1)
        counter.sign.wrapOn(canvas, SIGN, SIGN)
        counter.sign.drawOn(canvas, PAD, HEIGHT - PAD - SIGN - 1)
        canvas.setFillColor(HexColor(counter.ink))
        canvas.setFont(fonts.SEMIBOLD, NUMBER)
        canvas.drawString(PAD + SIGN + 7, HEIGHT - PAD - NUMBER * 0.73, str(counter.count))
        word = fonts.fitted(counter.word, fonts.SEMIBOLD, WORD, width - 2 * PAD + 4)
        canvas.setFont(fonts.SEMIBOLD, WORD)
        canvas.drawString(PAD, PAD, word)


def became_counter(became: Became, count: int, word: str) -> Counter:
    """How many things became of it what a sign says."""
    sign = RoundSign(became, SIGN)
    if became is Became.WAITING:
        return Counter(count, word, sign, Tone.INK.value, WAITING_GROUND)
    tone = TONES[became]
    return Counter(count, word, sign, tone.value, Tone[f"{tone.name}_SOFT"].value)
