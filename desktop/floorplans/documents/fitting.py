"""Which paper a drawing goes on, and to which scale. Sizes are in points unless the name says
otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm

from desktop.floorplans.documents.on_paper import Placed
from desktop.floorplans.drawing.marks import Box, Drawing
from desktop.floorplans.drawing.storey import Storey

MARGIN = 10 * mm
COLUMN = 56 * mm
# Room between the frame and the drawing, for words at its edge.
AIR = 3 * mm
SIZES = (A4, landscape(A4), A3, landscape(A3))
SCALES = (50, 100)
# For what is shown as a whole on one sheet, however large it is.
OVERVIEW_SCALES = (100, 200, 500, 1_000, 2_000, 5_000, 10_000)


@dataclass(frozen=True)
class Fit:
    """A drawing made for a scale, and the page that it fits on; None: on no page as a whole."""

    drawing: Drawing
    scale: int
    size: tuple[float, float] | None


def fitted(storeys: Sequence[Storey], scales: Sequence[int] = SCALES) -> list[Fit]:
    """The storeys to one scale: the largest to which each fits on a sheet, else the smallest of
    `scales`, and what does not fit is cut into tiles."""
    fits: list[Fit] = []
    for scale in scales:
        drawings = [storey.at(scale) for storey in storeys]
        fits = [Fit(drawing, scale, _size_for(drawing.box, scale)) for drawing in drawings]
        if all(fit.size for fit in fits):
            break
    return fits


def overview(storey: Storey, too_large: Fit) -> Fit:
    """The whole storey on one sheet, to a scale that allows it, which that of `too_large` does
    not."""
    wide, high = size_on_paper(too_large.drawing.box, too_large.scale)
    for scale in OVERVIEW_SCALES:
        smaller = too_large.scale / scale
        if not _page_for(wide * smaller, high * smaller):
            continue
        drawing = storey.at(scale)
        size = _size_for(drawing.box, scale)
        if size is not None:
            return Fit(drawing, scale, size)
    raise ValueError("a plan is at most a kilometre long")


def _page_for(wide: float, high: float) -> tuple[float, float] | None:
    """The smallest page with such a room for a drawing."""
    for size in SIZES:
        left, bottom, right, top = room_for_drawing(size)
        if wide <= right - left and high <= top - bottom:
            return size
    return None


def _size_for(box: Box, scale: int) -> tuple[float, float] | None:
    return _page_for(*size_on_paper(box, scale))


def size_on_paper(box: Box, scale: int) -> tuple[float, float]:
    left, bottom, right, top = box
    return (right - left) * mm / scale, (top - bottom) * mm / scale


def room_for_drawing(size: tuple[float, float]) -> Box:
    """What is left of a page beside the column, within the frame."""
    width, height = size
    return MARGIN + AIR, MARGIN + AIR, width - MARGIN - COLUMN - AIR, height - MARGIN - AIR


def centred(box: Box, scale: int, room: Box) -> Placed:
    """The drawing in the middle of a part of the page."""
    wide, high = size_on_paper(box, scale)
    x = (room[0] + room[2] - wide) / 2 - box[0] * mm / scale
    y = (room[1] + room[3] - high) / 2 - box[1] * mm / scale
    return Placed((x, y), scale)
