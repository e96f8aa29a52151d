"""Tables on paper: headings that come back on each page, thin lines, a bar at a marked row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Table, TableStyle

from desktop.documents import styles
from desktop.documents.flowables import Words, marked, text

Cell: TypeAlias = "str | Flowable | list[Flowable]"
LEAST_CUT = 25 * mm  # so much of a row that is cut stands at the foot of a page
HEADED_ROOM = 45 * mm  # a heading, the head of a table and a row or two


class WholeRows(Table):
    """A table whose rows go to the next page as a whole; a row that fits on none is cut where the
    page ends."""

    def split(self, width: float, height: float) -> list[Flowable]:
        self.splitInRow, self.splitByRow = 0, 1
        parts: list[Flowable] = super().split(width, height)
        row, room = self._first_too_low(height)
        if row is None or self._rowHeights[row] < styles.PORTRAIT[1] / 2 or room < LEAST_CUT:
            return parts
        # What is short in a row that is cut stands where it begins.
        self.setStyle(TableStyle([("VALIGN", (0, row), (-1, row), "TOP")]))
        self.splitInRow, self.splitByRow = 1, 0
        cut: list[Flowable] = super().split(width, height)
        return cut or parts

    def _first_too_low(self, height: float) -> tuple[int | None, float]:
        """The first row that ends below `height`, and the room that is left for it."""
        room = height
        for row, taken in enumerate(self._rowHeights):
            if taken > room:
                return row, room
            room -= taken
        return None, room


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    cell: str = "cell",
    head: str = "head",
    marked_row: int | None = None,
    least_height: float | None = None,
    figures: Collection[int] = (),
) -> Table:
    """A table. A cell holds words (plain, no markup), a flowable, or several flowables.

    `widths` are in points; `marked_row` gets a bar at its left and a tint; `least_height` is for
    rows that are written in by hand; `figures` are the columns of numbers, which end below each
    other."""
    lines: list[list[Cell]] = [[text(h, head) for h in heads]] if heads else []
    first = len(lines)
    lines += [[text(c, cell) if isinstance(c, str) else c for c in row] for row in rows]
    for line in lines:
        for place in figures:
            words = line[place]
            if isinstance(words, Words):
                words.style = styles.at_the_right(words.style.name)
    look = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    if heads:
        look.append(("LINEBELOW", (0, 0), (-1, 0), 1, styles.SOFT))
        look.append(("VALIGN", (0, 0), (-1, 0), "BOTTOM"))
    if marked_row is not None:
        place = first + marked_row
        look.append(("BACKGROUND", (0, place), (-1, place), styles.BRAND_SOFT))
        look.append(("LINEBEFORE", (0, place), (0, place), 4, styles.BRAND))
    made = WholeRows(
        lines or [[text("", cell)]],
        colWidths=list(widths),
        repeatRows=first,
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=10,
        minRowHeights=[0] * first + [least_height] * len(rows) if least_height and rows else None,
    )
    made.setStyle(TableStyle(look))
    return made


def words_width(words: str, style: str) -> float:
    """How wide words are on one line, in points: a column of a table takes more."""
    set_in = styles.style(style)
    return float(stringWidth(words, set_in.fontName, set_in.fontSize))


def above(title: Words, room: float = HEADED_ROOM) -> list[Flowable]:
    """A heading above a table that may be long: both begin on the next page when less than `room`
    is left. A heading that keeps with what follows would take the whole table with it."""
    title.keepWithNext = 0
    return [CondPageBreak(room), title]


def _shares(rows: Sequence[tuple[bool, Sequence[str]]], columns: int, width: float) -> list[float]:
    """Widths by how much stands in a column; less than in proportion, so that short ones stay
    readable."""
    longest = [
        max((len(cells[place]) for _head, cells in rows if place < len(cells)), default=1)
        for place in range(columns)
    ]
    weights = [max(length, 4) ** 0.5 for length in longest]
    return [width * weight / sum(weights) for weight in weights]


def from_markup(rows: Sequence[tuple[bool, Sequence[str]]], width: float) -> Table:
    """A table from a text: rows of markup, each with whether it is a heading."""
    columns = max(len(cells) for _head, cells in rows)
    made = Table(
        [
            [marked(c, "head" if head else "cell") for c in cells] + [""] * (columns - len(cells))
            for head, cells in rows
        ],
        colWidths=_shares(rows, columns, width),
        repeatRows=sum(head for head, _cells in rows),
        hAlign="LEFT",
        spaceBefore=4,
        spaceAfter=8,
    )
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, styles.LINE),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return made
