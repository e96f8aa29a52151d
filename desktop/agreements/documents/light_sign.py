"""The light of an agreement on paper: shape, word and colour, in a table or above a paragraph."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.agreements.charts import pale_words, sign
from desktop.agreements.states import Light
from desktop.documents import charts_pdf, fonts
from desktop.documents.charts import Block, Mark, Picture, Tone, Words
from desktop.documents.charts.signs import drawn

SIZE = 8.5  # of the letters, in points; all else follows from it


def light_sign(light: Light, pale: bool = False, size: float = SIZE) -> Drawing:
    """A sign as a flowable as wide as its word. A pale one, of an outdated measurement, is an
    outline without a ground."""
    fonts.register()
    what = sign(light)
    words = pale_words(light) if pale else what.word
    font = fonts.REGULAR if pale else fonts.SEMIBOLD
    letters = stringWidth(fonts.printable(words), font, size)
    height, shape, side = size * 1.75, size * 0.9, 0.0 if pale else size * 0.65
    start = side + shape * 1.1 + size * 0.5
    marks: list[Mark] = []
    if not pale:
        marks.append(Block(0, 0, start + letters + side, height, what.ground, size * 0.4))
    marks += drawn(what.shape, what.tone, side + shape * 0.55, height / 2, shape, pale)
    tone = Tone.SOFT if pale else what.tone
    base = height / 2 + size * 0.36
    marks.append(Words(start, base, words, letters + 1, tone, size, bold=not pale))
    return charts_pdf.drawn(Picture(start + letters + side, height, tuple(marks)))
