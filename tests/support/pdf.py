"""Papers read back as their readers see them."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.documents.paper import Paper


def page_texts(paper: Paper) -> list[str]:
    """The words of each page; a space at which no line may end is a space to who reads."""
    document = pypdfium2.PdfDocument(paper.pdf)
    return [page.get_textpage().get_text_bounded().replace("\xa0", " ") for page in document]


def words_of(paper: Paper) -> str:
    """All words on one line, with single spaces."""
    return " ".join(" ".join(page_texts(paper)).split())


def letters_of(paper: Paper) -> str:
    """All words without any space: what a line break cannot hide."""
    return "".join("".join(page_texts(paper)).split())


def bookmarks(paper: Paper) -> list[tuple[int, str, int]]:
    """Level, title and page (from 0) of each bookmark."""
    found = pypdfium2.PdfDocument(paper.pdf).get_toc()
    return [(b.level, b.get_title(), b.get_dest().get_index()) for b in found]


def metadata(paper: Paper) -> dict[str, str]:
    return pypdfium2.PdfDocument(paper.pdf).get_metadata_dict()


def language_of(paper: Paper) -> str:
    """What the PDF says of its language: "nl-NL"."""
    document = pypdfium2.PdfDocument(paper.pdf)
    buffer = (pdfium.FPDF_WCHAR * 32)()
    length = pdfium.FPDFCatalog_GetLanguage(document, buffer, 64)
    return bytes(buffer)[: length - 2].decode("utf-16-le")


def fonts_not_embedded(paper: Paper) -> set[str]:
    """Fonts that the PDF leaves to the reader's machine."""
    names = set()
    for page in pypdfium2.PdfDocument(paper.pdf):
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(thing)
            if pdfium.FPDFFont_GetIsEmbedded(font) != 1:
                size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
                names.add(f"a font with a name of {size} bytes")
    return names


def letters_in(paper: Paper) -> list[float]:
    """The sizes of its letters in points, the largest last."""
    return sorted(
        {
            round(thing.get_font_size(), 1)
            for page in pypdfium2.PdfDocument(paper.pdf)
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        }
    )


def outside_the_page(paper: Paper) -> list[str]:
    """Words that stand partly outside their page."""
    found = []
    for page in pypdfium2.PdfDocument(paper.pdf):
        width, height = page.get_size()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = thing.get_bounds()
            if left < 0 or bottom < 0 or right > width or top > height:
                found.append(f"{left:.0f} {bottom:.0f} {right:.0f} {top:.0f}")
    return found


def right_of(paper: Paper, words: str) -> float:
    """Where these words end on the first page, in points from its left."""
    page = pypdfium2.PdfDocument(paper.pdf)[0].get_textpage()
    index, count = page.search(words, match_whole_word=True).get_next()
    return float(page.get_charbox(index + count - 1)[2])


def colours_before(paper: Paper, words: str) -> set[str]:
    """The colours (`#rrggbb`) in the half centimetre before these words on the first page."""
    page = pypdfium2.PdfDocument(paper.pdf)[0]
    letters = page.get_textpage()
    index, _count = letters.search(words, match_whole_word=True).get_next()
    left, bottom, _right, top = letters.get_charbox(index)
    row = round(page.get_size()[1] - (bottom + top) / 2)
    picture = page.render().to_pil().convert("RGB")
    pixels = (picture.getpixel((x, row)) for x in range(round(left) - 14, round(left)))
    return {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in pixels}


def size_of(paper: Paper, page: int = 0) -> tuple[int, int]:
    """Width and height of a page in whole millimetres."""
    width, height = pypdfium2.PdfDocument(paper.pdf)[page].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)
