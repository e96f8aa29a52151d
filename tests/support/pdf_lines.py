"""The lines on a page of a PDF, in millimetres of paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.documents.paper import Paper

MM = 25.4 / 72
XY = tuple[float, float]


def paths_mm(paper: Paper, page: int = 0) -> Iterator[list[XY]]:
    """The corners of each path that stands on the page itself."""
    opened = pypdfium2.PdfDocument(paper.pdf)[page]
    for thing in opened.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        matrix = thing.get_matrix()
        yield [tuple(MM * at for at in matrix.on_point(*point)) for point in _corners(thing)]


def _corners(path: pypdfium2.PdfObject) -> Iterator[XY]:
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value


def widths_mm(paper: Paper, page: int = 0) -> list[float]:
    """How wide each path is on the page."""
    return [
        max(x for x, _y in path) - min(x for x, _y in path)
        for path in paths_mm(paper, page)
        if path
    ]
