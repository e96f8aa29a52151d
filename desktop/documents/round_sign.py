"""A round sign that says by its shape what became of something; its colour only helps."""

from __future__ import annotations

from enum import Enum

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from desktop.documents.charts import Tone

PAPER = HexColor(Tone.PAPER.value)
Stroke = tuple[tuple[float, float], ...]


class Became(Enum):
    """What a sign says. The values are its strokes, of the size of its radius."""

    YES = (((-0.42, 0.0), (-0.1, -0.34), (0.46, 0.34)),)
    HALF = ()
    NO = (((-0.34, -0.34), (0.34, 0.34)), ((-0.34, 0.34), (0.34, -0.34)))
    ELSEWHERE = (((-0.45, 0.0), (0.45, 0.0)), ((0.1, 0.36), (0.45, 0.0), (0.1, -0.36)))
    WAITING = (((-0.45, 0.0), (-0.45, 0.0)), ((0.0, 0.0), (0.0, 0.0)), ((0.45, 0.0), (0.45, 0.0)))


TONES = {
    Became.YES: Tone.GREEN,
    Became.HALF: Tone.AMBER,
    Became.NO: Tone.RED,
    Became.ELSEWHERE: Tone.BLUE,
    Became.WAITING: Tone.SOFT,
}


class RoundSign(Flowable):
    """A tick, a half, a cross, an arrow, or three dots for what still waits; `side` in points."""

    def __init__(self, became: Became, side: float) -> None:
        super().__init__()
        self.became, self.side = became, side

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.side, self.side

    def draw(self) -> None:
        canvas, r = self.canv, self.side / 2
        canvas.saveState()
        canvas.translate(r, r)
        canvas.setFillColor(HexColor(TONES[self.became].value))
        canvas.circle(0, 0, r, stroke=0, fill=1)
        canvas.setStrokeColor(PAPER)
        canvas.setFillColor(PAPER)
        canvas.setLineWidth(r * (0.3 if self.became is Became.WAITING else 0.24))
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        if self.became is Became.HALF:
            canvas.wedge(-r * 0.62, -r * 0.62, r * 0.62, r * 0.62, 90, 180, stroke=0, fill=1)
        for line in self.became.value:
            path = canvas.beginPath()
            path.moveTo(*(r * part for part in line[0]))
            for point in line[1:]:
                path.lineTo(*(r * part for part in point))
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()
