"""The column at the right of a plan sheet: checks and wish, legend, scale bar, north; below it
stands the title block."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from math import cos, radians, sin

from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from desktop.documents import fonts, styles
from desktop.documents.flowables import Words as Paragraph
from desktop.documents.flowables import text
from desktop.documents.markdown import escaped
from desktop.floorplans import wording
from desktop.floorplans.checks import Finding, Grade
from desktop.floorplans.documents.fitting import MARGIN
from desktop.floorplans.documents.on_paper import Placed, paint
from desktop.floorplans.documents.title_block import PADDING, Title, draw_title
from desktop.floorplans.drawing.marks import Arc, Area, Drawing, Ink, Mark, Stroke
from desktop.language import N_, _
from desktop.language.format import number

NORTH_HIGH = 12 * mm
LEGEND_ROW = 5.4 * mm
LEGEND_ROOM = 30 * mm  # the arrow to the north stands at its right
SCALE_BAR_MM = 40
SAMPLE_WIDE_MM, SAMPLE_HIGH_MM = 8.0, 3.0


# What people read ---------------------------------------------------------------------------

_TONES = {
    Grade.GOOD: ("#1f7a4d", "✓"),
    Grade.WARN: ("#9a5b00", "!"),
    Grade.FAIL: ("#a3262a", "×"),
}


class MarkedLine(Flowable):
    """Words with a mark before them, in a circle of a colour (`#rrggbb`)."""

    def __init__(self, colour: str, mark: str, words: Sequence[Paragraph]) -> None:
        super().__init__()
        self.colour, self.mark, self.words = colour, mark, words
        self.spaceAfter = 2.5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        room = width - 4.6 * mm
        self.heights = [words.wrap(room, height)[1] for words in self.words]
        self.width, self.height = width, sum(self.heights)
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(HexColor(self.colour))
        canvas.circle(1.6 * mm, self.height - 1.8 * mm, 1.5 * mm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(fonts.BOLD, 7)
        canvas.drawCentredString(1.6 * mm, self.height - 2.65 * mm, self.mark)
        top = self.height
        for words, height in zip(self.words, self.heights, strict=True):
            top -= height
            words.drawOn(canvas, 4.6 * mm, top)


def finding_line(finding: Finding, why: str) -> MarkedLine:
    """A finding: its mark, what is found in bold, and why below it."""
    words = [in_column(wording.title(finding), "cell bold", 8)]
    if why:
        words.append(in_column(why, "small", 7))
    return MarkedLine(*_TONES[finding.grade], words)


def readings(findings: Sequence[Finding], wish: str) -> Iterator[list[Flowable]]:
    """What is to be read: what does not fit, how much is well, the wish. The fullest first, then
    with less of why, for when there is little room."""
    for explained in ({Grade.FAIL, Grade.WARN}, {Grade.FAIL}, set[Grade]()):
        yield _reading(findings, wish, explained)


def _reading(
    findings: Sequence[Finding], wish: str, explained: Collection[Grade]
) -> list[Flowable]:
    story: list[Flowable] = [heading(_("Does the plan work?"))] if findings else []
    wrong = [finding for finding in findings if finding.grade is not Grade.GOOD]
    good = len(findings) - len(wrong)
    story += [finding_line(one, _why(one) if one.grade in explained else "") for one in wrong]
    if good:
        story.append(text(wording.good_ones(good), "cell"))
    if wish:
        story += [Spacer(1, 3 * mm), heading(_("My own wish")), text(wish, "cell")]
    return story


def _why(finding: Finding) -> str:
    # A sentence of its own: the source has brackets itself.
    return f"{wording.sentence(finding)} {wording.source(finding)}."


def in_column(words: str, name: str, size: float) -> Paragraph:
    """Plain words in a style, in the size of the column."""
    style = styles.style(name).clone(
        f"column {name}", fontSize=size, leading=size * 1.22, spaceAfter=0
    )
    return Paragraph(escaped(fonts.printable(words)), style)


def heading(words: str) -> Paragraph:
    return text(words, "question")


# What is drawn ------------------------------------------------------------------------------


def draw_foot(
    canvas: Canvas, drawing: Drawing, title: Title, north: int, left: float, width: float
) -> float:
    """Legend, scale bar, north and title block at the bottom of the column; returns how high they
    come."""
    top = draw_title(canvas, title, left, MARGIN, width)
    top = _scale_and_north(canvas, title.scale, north, left, top, width)
    return max(_legend(canvas, drawing, left, top), top + NORTH_HIGH)


def _scale_and_north(
    canvas: Canvas, scale: int, north: int, left: float, bottom: float, width: float
) -> float:
    """A bar of four steps, and an arrow to the north beside it."""
    step = SCALE_BAR_MM / 4 * mm
    x, y = left + PADDING, bottom + 4 * mm
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.5)
    canvas.setFont(fonts.REGULAR, 6.5)
    for place in range(4):
        canvas.setFillColor(styles.INK if place % 2 == 0 else white)
        canvas.rect(x + place * step, y, step, 1.6 * mm, stroke=1, fill=1)
    canvas.setFillColor(styles.INK)
    for place in (0, 2, 4):
        metres = number(SCALE_BAR_MM * scale / 1_000 * place / 4, 2)
        words = f"{metres} m" if place == 4 else metres
        canvas.drawCentredString(x + place * step, y + 2.6 * mm, words)
    _north(canvas, left + width - PADDING - 5 * mm, bottom + 15 * mm, north)
    return bottom + 11 * mm


def _north(canvas: Canvas, x: float, y: float, north: int) -> None:
    reach = 3.4 * mm
    canvas.saveState()
    canvas.translate(x, y)
    canvas.circle(0, 0, reach, stroke=1, fill=0)
    canvas.rotate(north - 90)
    arrow = canvas.beginPath()
    arrow.moveTo(0, reach)
    arrow.lineTo(-reach * 0.5, -reach * 0.75)
    arrow.lineTo(0, -reach * 0.35)
    arrow.lineTo(reach * 0.5, -reach * 0.75)
    arrow.close()
    canvas.drawPath(arrow, stroke=0, fill=1)
    canvas.restoreState()
    turned = radians(north)
    canvas.setFont(fonts.SEMIBOLD, 7)
    canvas.drawCentredString(
        x + cos(turned) * (reach + 2 * mm), y + sin(turned) * (reach + 2 * mm) - 2.4, _("N")
    )


# Legend -------------------------------------------------------------------------------------


def _filled(ink: Ink) -> Callable[[], Mark]:
    wide, high = SAMPLE_WIDE_MM, SAMPLE_HIGH_MM
    return lambda: Area(ink, (((0, 0), (wide, 0), (wide, high), (0, high)),))


def _lined(ink: Ink) -> Callable[[], Mark]:
    middle = SAMPLE_HIGH_MM / 2
    return lambda: Stroke(ink, ((0, middle), (SAMPLE_WIDE_MM, middle)))


LEGEND: tuple[tuple[Ink, str, Callable[[], Mark]], ...] = (
    (Ink.SHELL, N_("Outer wall"), _filled(Ink.SHELL)),
    (Ink.LOAD_BEARING, N_("Load-bearing wall"), _filled(Ink.LOAD_BEARING)),
    (Ink.PARTITION, N_("Inner wall"), _filled(Ink.PARTITION)),
    (Ink.SWING, N_("Door"), lambda: Arc(Ink.SWING, (2.5, 0), SAMPLE_HIGH_MM, 0, 90)),
    (Ink.PASSAGE, N_("Passage"), _lined(Ink.PASSAGE)),
    (Ink.WINDOW, N_("Window"), _lined(Ink.WINDOW)),
    (Ink.LOW_CEILING, N_("Ceiling under 1.5 m"), _lined(Ink.LOW_CEILING)),
)


def _legend(canvas: Canvas, drawing: Drawing, left: float, bottom: float) -> float:
    """What the signs mean: only those that are in the drawing."""
    y = bottom + 1 * mm
    for ink, words, sample in reversed(LEGEND):
        if not drawing.has(ink):
            continue
        paint(canvas, Drawing((sample(),)), Placed((left + PADDING, y), 1))
        canvas.setFillColor(styles.INK)
        canvas.setFont(fonts.REGULAR, 8)
        shown = fonts.fitted(_(words), fonts.REGULAR, 8, LEGEND_ROOM)
        canvas.drawString(left + PADDING + (SAMPLE_WIDE_MM + 3) * mm, y + 0.5 * mm, shown)
        y += LEGEND_ROW
    return y + 1 * mm
