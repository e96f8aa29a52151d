"""A paper on a printer, page by page."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.documents.reading import opened
from desktop.language import _
from desktop.refused import Refused
from desktop.widgets.job import Progress
from desktop.widgets.pages import POINTS_AN_INCH, page_image

# Finer than the eye sees on a letter, and a page stays small enough to send.
DOTS_AN_INCH = 300


def print_pages(pdf: bytes, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that the printer was asked for; returns how many. Refuses a printer that
    does not answer. May be stopped between two pages."""
    with opened(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    first = max(1, printer.fromPage()) - 1
    last = min(len(sizes), printer.toPage() or len(sizes)) - 1
    scale = min(DOTS_AN_INCH, printer.resolution()) / POINTS_AN_INCH
    printer.setFullPage(True)
    painter = QPainter()
    total = last - first + 1
    try:
        for done, number in enumerate(range(first, last + 1)):
            progress.step(
                done, total, _("Page {page} of {total}").format(page=done + 1, total=total)
            )
            _set_page(printer, sizes[number])
            if not painter.isActive():
                if not painter.begin(printer):
                    raise Refused(_("The printer does not answer. Is it on and connected?"))
            else:
                printer.newPage()
            sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(sheet, page_image(pdf, number, scale))
    except BaseException:
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return total


def _set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    width, height = size
    landscape = width > height
    upright = QSizeF(min(size), max(size))
    printer.setPageLayout(
        QPageLayout(
            QPageSize(
                upright,
                QPageSize.Unit.Point,
                matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch,
            ),
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )
