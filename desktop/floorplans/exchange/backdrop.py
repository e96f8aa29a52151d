"""A picture or a page of a PDF to trace: as a picture that can stand under a plan, and the scale of
it by two points."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, UnidentifiedImageError

from desktop.documents.reading import opened
from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.plan import FARTHEST_MM, Background, Point
from desktop.language import _
from desktop.refused import Refused

MOST_PIXELS = 50_000_000
PDF_DOTS_AN_INCH = 150
MM_AN_INCH = 25.4
# The longer side of a page that is shown small, to choose from.
PAGE_PX = 150
# How wide a picture is taken to be until two points say it.
FIRST_WIDTH_MM = 10_000


@dataclass(frozen=True)
class Backdrop:
    """A picture as PNG or JPEG, and its size. `digest` is the SHA-256 of `content`;
    `mm_a_pixel` is known for a page of a PDF: how large a pixel is on paper."""

    content: bytes
    width_px: int
    height_px: int
    mm_a_pixel: float | None = None

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def is_picture(content: bytes) -> bool:
    """Whether a file is something to trace and not a drawing."""
    return content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*", b"MM"))


def read_backdrop(content: bytes, page: int = 0) -> Backdrop:
    """The picture in a file, or a page of a PDF (from 0). Refused: what is no picture, is broken,
    or has more than 50 megapixels."""
    if is_pdf(content):
        return _pdf_page(content, page)
    return _picture(content)


def is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF")


def small_pages(content: bytes, told: Callable[[int, int], object]) -> list[bytes]:
    """Every page of a PDF as a small PNG; `told` hears how far it is. Refused: a broken one."""
    made = []
    with _opened(content) as document:
        for number in range(len(document)):
            told(number, len(document))
            page = document[number]
            small = page.render(scale=PAGE_PX / max(*page.get_size(), 1.0))
            made.append(_as_png(small.to_pil()).content)
    return made


def _picture(content: bytes) -> Backdrop:
    try:
        with warnings.catch_warnings():
            # Our own limit comes right after.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content))
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_large()
        picture.load()
        if picture.format in ("PNG", "JPEG"):
            return Backdrop(content, picture.width, picture.height)
        return _as_png(picture.convert("RGB"))
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _broken() from error


def _pdf_page(content: bytes, number: int) -> Backdrop:
    with _opened(content) as document:
        if not 0 <= number < len(document):
            raise Refused(_("This PDF has no page {n}.").format(n=number + 1), "page")
        page = document[number]
        width, height = page.get_size()
        scale = PDF_DOTS_AN_INCH / 72
        if width * height * scale * scale > MOST_PIXELS:
            raise _too_large()
        made = _as_png(page.render(scale=scale).to_pil())
    return Backdrop(made.content, made.width_px, made.height_px, MM_AN_INCH / PDF_DOTS_AN_INCH)


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        with opened(content) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise _broken() from error


def _as_png(picture: Image.Image) -> Backdrop:
    out = BytesIO()
    picture.save(out, "PNG")
    return Backdrop(out.getvalue(), picture.width, picture.height)


def _too_large() -> Refused:
    return Refused(
        _("This picture has more than 50 megapixels. Make it smaller and try again."), "file"
    )


def _broken() -> Refused:
    return Refused(
        _("This picture cannot be read. Choose a PNG or JPEG picture, or a PDF."), "file"
    )


# Scale --------------------------------------------------------------------------------------


def placed(backdrop: Backdrop, paper_scale: int | None = None) -> Background:
    """The picture with its lower left corner at the origin: a page of a PDF that says its scale as
    large as the home, others ten metres wide until two points say more."""
    mm_a_pixel = FIRST_WIDTH_MM / backdrop.width_px
    if backdrop.mm_a_pixel is not None and paper_scale is not None:
        mm_a_pixel = backdrop.mm_a_pixel * paper_scale
    return Background(
        backdrop.digest,
        Point(0, 0),
        max(1, round(backdrop.width_px * mm_a_pixel)),
        max(1, round(backdrop.height_px * mm_a_pixel)),
    )


def scaled(background: Background, one: XY, other: XY, length_mm: float) -> Background:
    """The picture so large that two places on it, now at these points of the plan, are `length_mm`
    apart. The first stays where it is. Refused: two points in one place, and a size beyond a
    kilometre."""
    now = ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
    if now < 1 or length_mm < 1:
        raise Refused(_("Choose two points that lie apart, and say how far."), "length")
    factor = length_mm / now
    width, height = round(background.width_mm * factor), round(background.height_mm * factor)
    if not (0 < width <= FARTHEST_MM and 0 < height <= FARTHEST_MM):
        raise Refused(_("A drawing is at most 1 kilometre wide."), "length")
    at = Point(
        round(one[0] + (background.at.x - one[0]) * factor),
        round(one[1] + (background.at.y - one[1]) * factor),
    )
    return Background(background.digest, at, width, height, background.opacity_percent)
