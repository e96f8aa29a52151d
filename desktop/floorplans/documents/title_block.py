"""The title block at the lower right of a plan sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import fonts, styles
from desktop.documents.flowables import text
from desktop.floorplans import wording
from desktop.language import _
from desktop.language.format import day_plain

PADDING = 4 * mm
ROW = 9.2 * mm
LABEL_PT = 6.5
# From the size that is meant down to the smallest that reads well on paper.
SIZES_PT = (9.0, 8.5, 8.0, 7.5)
TWO_LINES_PT = 7.0


@dataclass(frozen=True)
class Title:
    """What the title block says; what is empty is left out. `sketch_of` is how the tenant calls
    the drawing."""

    project: str
    home_type: str
    storey: str
    sketch_of: str
    made_on: date
    scale: int
    sheet: str
    drawn_for: str = ""


class _Entry(NamedTuple):
    """A label with its words, and which share of its row they take."""

    label: str
    words: str
    share: float = 1.0


def draw_title(canvas: Canvas, title: Title, left: float, bottom: float, width: float) -> float:
    """The block, from its bottom up; returns how high it comes."""
    note = text(wording.disclaimer(), "small")
    note_height = note.wrap(width - 2 * PADDING, 100 * mm)[1]
    note.drawOn(canvas, left + PADDING, bottom + 1.5 * mm)
    rows = list(_rows(title))
    y = bottom + note_height + 3 * mm
    for entries in reversed(rows):
        canvas.setStrokeColor(styles.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(left, y + ROW, left + width, y + ROW)
        x = left + PADDING
        for entry in entries:
            room = (width - 2 * PADDING) * entry.share
            _draw(canvas, x, y, room - 1 * mm, entry)
            x += room
        y += ROW
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.8)
    canvas.line(left, y, left + width, y)
    return y


def _rows(title: Title) -> Iterator[Sequence[_Entry]]:
    """Rows from above."""
    if title.project:
        yield [_Entry(_("Project"), title.project)]
    type_and_storey = ((_("Type"), title.home_type), (_("Storey"), title.storey))
    shown = [(label, words) for label, words in type_and_storey if words]
    if shown:
        yield [_Entry(label, words, 1 / len(shown)) for label, words in shown]
    if title.sketch_of:
        yield [_Entry(_("Sketch of"), title.sketch_of)]
    if title.drawn_for:
        yield [_Entry(_("Drawn for"), title.drawn_for)]
    yield [
        _Entry(_("Date"), day_plain(title.made_on), 0.56),
        _Entry(_("Scale"), f"1 : {title.scale}", 0.24),
        _Entry(_("Sheet"), title.sheet, 0.2),
    ]


def _draw(canvas: Canvas, x: float, y: float, room: float, entry: _Entry) -> None:
    """Long words are written smaller, and then on two lines."""
    canvas.setFillColor(styles.SOFT)
    canvas.setFont(fonts.REGULAR, LABEL_PT)
    canvas.drawString(x, y + 6.3 * mm, fonts.fitted(entry.label, fonts.REGULAR, LABEL_PT, room))
    canvas.setFillColor(styles.INK)
    words = fonts.printable(entry.words)
    for size in SIZES_PT:
        if stringWidth(words, fonts.SEMIBOLD, size) <= room:
            canvas.setFont(fonts.SEMIBOLD, size)
            canvas.drawString(x, y + 2.2 * mm, words)
            return
    canvas.setFont(fonts.SEMIBOLD, TWO_LINES_PT)
    first, *rest = simpleSplit(words, fonts.SEMIBOLD, TWO_LINES_PT, room)
    for line, up in ((first, 3.5 * mm), (" ".join(rest), 1.0 * mm)):
        fitted = fonts.fitted(line, fonts.SEMIBOLD, TWO_LINES_PT, room)
        canvas.drawString(x, y + up, fitted)
