"""Plan sheets: one storey to scale on a page, with the column beside it; cut into tiles when it
fits on no page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame

from desktop.documents import fonts, styles
from desktop.documents.flowables import text
from desktop.floorplans.checks import Finding
from desktop.floorplans.documents import tiles
from desktop.floorplans.documents.column import draw_foot, heading, readings
from desktop.floorplans.documents.fitting import (
    COLUMN,
    MARGIN,
    SCALES,
    Fit,
    centred,
    fitted,
    overview,
    room_for_drawing,
)
from desktop.floorplans.documents.on_paper import paint
from desktop.floorplans.documents.title_block import PADDING, Title
from desktop.floorplans.drawing.storey import Storey, storey_word
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import Home
from desktop.floorplans.wording import disclaimer

# Within the column, above and below what is to be read.
TOP, BOTTOM = 3 * mm, 1 * mm


@dataclass(frozen=True)
class Drawn:
    """A home to put on paper, with what follows from it and what stands in its title block."""

    home: Home
    storeys: tuple[Derived, ...]
    findings: tuple[Finding, ...]
    made_on: date
    sketch_of: str = ""
    project: str = ""
    home_type: str = ""
    drawn_for: str = ""


def begun(file: BytesIO, title: str, author: str, language: str) -> Canvas:
    """An empty PDF that says what it is."""
    fonts.register()
    canvas = Canvas(file, pageCompression=1, lang={"nl": "nl-NL", "en": "en-GB"}[language])
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(title)
    canvas.setCreator("Samenspraak")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def draw_sheets(canvas: Canvas, drawn: Drawn, scales: Sequence[int] = SCALES) -> None:
    """The sheets of a home, one a storey, each a page or more."""
    storeys = [Storey(derived) for derived in drawn.storeys]
    fits = fitted(storeys, scales)
    for level, (storey, fit) in enumerate(zip(storeys, fits, strict=True)):
        title = Title(
            drawn.project,
            drawn.home_type,
            storey_word(drawn.home, level),
            drawn.sketch_of,
            drawn.made_on,
            fit.scale,
            f"{level + 1} / {len(fits)}",
            drawn.drawn_for,
        )
        told = readings(
            [finding for finding in drawn.findings if finding.level == level],
            drawn.home.wish if level == 0 else "",
        )
        if fit.size is not None:
            _sheet(canvas, fit, title, drawn.home.north, told)
        else:
            whole = overview(storey, fit)
            _sheet(canvas, whole, replace(title, scale=whole.scale), drawn.home.north, told)
            tiles.draw_tiles(canvas, fit, title)


def _sheet(
    canvas: Canvas, fit: Fit, title: Title, north: int, told: Iterable[list[Flowable]]
) -> None:
    assert fit.size is not None
    canvas.setPageSize(fit.size)
    width, height = fit.size
    left = width - MARGIN - COLUMN
    paint(canvas, fit.drawing, centred(fit.drawing.box, fit.scale, room_for_drawing(fit.size)))
    draw_frame(canvas, fit.size, left)
    foot = draw_foot(canvas, fit.drawing, title, north, left, COLUMN)
    canvas.setStrokeColor(styles.LINE)
    canvas.line(left, foot, left + COLUMN, foot)
    beside, further = _parted(told, height - MARGIN - foot)
    frame_for(left, foot, COLUMN, height - MARGIN - foot).addFromList(beside, canvas)
    canvas.showPage()
    _further_pages(canvas, title, [*beside, *further])


def _parted(told: Iterable[list[Flowable]], height: float) -> tuple[list[Flowable], list[Flowable]]:
    """What stands in the column, and what goes on on a further page: the first that fits whole, or
    else of the shortest as much as fits, and no heading without what it is about."""
    room, high = COLUMN - 2 * PADDING, height - TOP - BOTTOM
    for story in told:
        if _height(story, room, height) <= high:
            return story, []
    fitting = len(story)
    while fitting and (
        _height(story[:fitting], room, height) > high or story[fitting - 1].getKeepWithNext()
    ):
        fitting -= 1
    return story[:fitting], story[fitting:]


def _height(story: Sequence[Flowable], width: float, height: float) -> float:
    """How high these come below each other: between two of them is the larger of their spaces."""
    taken, after = 0.0, 0.0
    for one in story:
        before = max(one.getSpaceBefore() - after, 0.0) if taken else 0.0
        after = one.getSpaceAfter()
        taken += before + one.wrap(width, height)[1] + after
    return taken


def _further_pages(canvas: Canvas, title: Title, story: list[Flowable]) -> None:
    """What did not fit in the column goes on on pages of its own."""
    if story:
        story.append(text(disclaimer(), "small"))
    while story:
        before = len(story)
        about = " · ".join(part for part in (title.sketch_of, title.storey) if part)
        story.insert(0, heading(about or title.project))
        canvas.setPageSize(A4)
        width, height = A4
        frame = frame_for(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
        frame.addFromList(story, canvas)
        if len(story) >= before:
            raise ValueError("a paragraph that is longer than a page")
        canvas.showPage()


def draw_frame(canvas: Canvas, size: tuple[float, float], column: float) -> None:
    """The line around the sheet, and the one between the drawing and the column."""
    width, height = size
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.8)
    canvas.rect(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    canvas.line(column, MARGIN, column, height - MARGIN)


def frame_for(left: float, bottom: float, width: float, height: float) -> Frame:
    return Frame(
        left,
        bottom,
        width,
        height,
        leftPadding=PADDING,
        rightPadding=PADDING,
        topPadding=TOP,
        bottomPadding=BOTTOM,
    )
