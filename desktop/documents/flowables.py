"""The pieces that papers are made of, beside ReportLab's own paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from desktop.documents import fonts, styles
from desktop.documents.markdown import escaped
from desktop.documents.together import together
from desktop.language.format import NO_BREAK


class Words(Paragraph):
    """A paragraph that breaks its lines once for a width, however often it is asked.

    ReportLab asks twice for what must stay together, and letters that go out together share
    most of their paragraphs."""

    bookmark = ""
    _broken_for: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # Splitting forgets the lines.
        if width != self._broken_for or not hasattr(self, "blPara"):
            self._loosen(width)
            super().wrap(width, height)
            self._broken_for = width
        return self.width, self.height

    def _loosen(self, width: float) -> None:
        """What is to stand together and is wider than its column breaks at its spaces, not in the
        middle of a word."""
        joined = [frag for frag in self.frags if NO_BREAK in getattr(frag, "text", "")]
        if joined and self.minWidth() > width - self.style.leftIndent - self.style.rightIndent:
            for frag in joined:
                frag.text = frag.text.replace(NO_BREAK, " ")

    def drawOn(self, canvas: Canvas, x: float, y: float, **space: float) -> None:
        super().drawOn(canvas, x, y, **space)
        # ReportLab remembers what it moved to a next page, and does not move it a second time.
        self.__dict__.pop("_postponed", None)


def text(words: str, style: str = "text", bookmark: str = "") -> Words:
    """A paragraph of plain words: nothing in them is markup."""
    return marked(escaped(fonts.printable(words)), style, bookmark)


def marked(markup: str, style: str = "text", bookmark: str = "") -> Words:
    """A paragraph of ReportLab markup."""
    paragraph = Words(together(markup), styles.style(style))
    paragraph.bookmark = bookmark
    return paragraph


def bullet(mark: str, markup: str) -> Words:
    """A line of a list."""
    return Words(together(markup), styles.style("bullet"), bulletText=mark)


class AtLeast(Flowable):
    """Paragraphs that take at least `height` points, so that what follows stands where it must."""

    def __init__(self, paragraphs: Sequence[Flowable], height: float) -> None:
        super().__init__()
        self.paragraphs, self.least = paragraphs, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.heights = [p.wrap(width, height)[1] for p in self.paragraphs]
        self.height = max(self.least, sum(self.heights))
        return width, self.height

    def draw(self) -> None:
        top = self.height
        for paragraph, height in zip(self.paragraphs, self.heights, strict=True):
            top -= height
            paragraph.drawOn(self.canv, 0, top)


Row: TypeAlias = "tuple[Words | None, Words]"


class Box(Flowable):
    """The green box of a letter: labels at the left, what they say at the right."""

    PADDING = 4.5 * mm
    LABEL = 34 * mm
    GAP = 5

    def __init__(self, rows: Sequence[Row]) -> None:
        """Labels and words; a row without a label takes the whole width."""
        super().__init__()
        self.rows = list(rows)
        self.spaceBefore, self.spaceAfter = 4, 9

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.heights = []
        for label, words in self.rows:
            label_height = label.wrap(self.LABEL - 6, height)[1] if label else 0
            room = self._room_for_words(label, width)
            self.heights.append(max(label_height, words.wrap(room, height)[1]))
        self.width = width
        gaps = self.GAP * (len(self.rows) - 1)
        self.height = sum(self.heights) + gaps + 1.6 * self.PADDING
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """A box goes to the next page as a whole; one that fits on none is cut between two
        rows, or within a row that is itself too long."""
        self.wrap(width, height)
        if self.height < styles.PORTRAIT[1] / 2:
            return []
        taken, room = 0, height - 1.6 * self.PADDING
        while taken < len(self.rows) and self.heights[taken] <= room:
            room -= self.heights[taken] + self.GAP
            taken += 1
        before, after = self.rows[:taken], self.rows[taken:]
        if after and not before:
            label, words = after[0]
            halves = words.split(self._room_for_words(label, width), room)
            if len(halves) == 2:
                before, after = [(label, halves[0])], [(label, halves[1]), *after[1:]]
        return [Box(before), Box(after)] if before and after else []

    def _room_for_words(self, label: Words | None, width: float) -> float:
        inside = width - 2 * self.PADDING
        return inside - self.LABEL if label else inside

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(styles.BRAND_SOFT)
        canvas.roundRect(0, 0, self.width, self.height, 3 * mm, stroke=0, fill=1)
        top = self.height - 0.8 * self.PADDING
        for (label, words), height in zip(self.rows, self.heights, strict=True):
            left = self.PADDING
            if label is not None:
                label.drawOn(canvas, left, top - label.height)
                left += self.LABEL
            words.drawOn(canvas, left, top - words.height)
            top -= height + self.GAP


class TickBox(Flowable):
    """A box to tick with words behind it."""

    def __init__(self, words: str, style: str = "text", side: float = 4 * mm) -> None:
        super().__init__()
        self.side = side
        self.words = text(words, style)
        self.spaceAfter = 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        room = max(width - self.side - 7, 1)
        self.width = width
        self.height = max(self.side + 2, self.words.wrap(room, height)[1])
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        first_line = min(self.words.style.leading, self.height)
        canvas.setStrokeColor(styles.INK)
        canvas.setLineWidth(0.9)
        bottom = self.height - (first_line + self.side) / 2
        canvas.roundRect(0.5, bottom, self.side, self.side, 1.5)
        self.words.drawOn(canvas, self.side + 7, self.height - self.words.height)


class WritingLines(Flowable):
    """Lines to write on with a pen."""

    def __init__(self, lines: int, height_each: float = 9 * mm, label: str = "") -> None:
        super().__init__()
        self.lines, self.each, self.label = lines, height_each, label
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.lines * self.each
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(styles.SOFT)
        canvas.setLineWidth(0.5)
        left = 0.0
        if self.label:
            canvas.setFont(fonts.REGULAR, 10)
            canvas.setFillColor(styles.INK)
            shown = fonts.fitted(self.label, fonts.REGULAR, 10, self.width * 0.6)
            canvas.drawString(0, self.height - self.each + 3, shown)
            left = canvas.stringWidth(shown, fonts.REGULAR, 10) + 6
        for line in range(1, self.lines + 1):
            y = self.height - line * self.each
            canvas.line(left if line == 1 else 0, y, self.width, y)


class Ticks(Flowable):
    """Boxes to tick in a row, each with a short word at its right; a new row when it is full."""

    GAP = 9

    def __init__(self, words: Sequence[str], side: float = 4 * mm, size: float = 9) -> None:
        super().__init__()
        self.side, self.size = side, size
        self.words = [fonts.printable(word) for word in words]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        step = self.side + 6
        self.places: list[tuple[float, int]] = []
        left, row = 0.0, 0
        for word in self.words:
            taken = self.side + 3 + stringWidth(word, fonts.REGULAR, self.size)
            if left and left + taken > width:
                left, row = 0.0, row + 1
            self.places.append((left, row))
            left += taken + self.GAP
        self.width, self.height = width, (row + 1) * step
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        step = self.side + 6
        canvas.setStrokeColor(styles.INK)
        canvas.setLineWidth(0.9)
        canvas.setFillColor(styles.INK)
        canvas.setFont(fonts.REGULAR, self.size)
        for word, (left, row) in zip(self.words, self.places, strict=True):
            bottom = self.height - row * step - self.side - 3
            canvas.roundRect(left, bottom, self.side, self.side, 1.5)
            middle = bottom + (self.side - self.size * 0.7) / 2
            canvas.drawString(left + self.side + 3, middle, word)
