"""From parts (a letter, a list, a report) to one PDF: pages, footers, bookmarks, language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from math import atan2, degrees, hypot

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from desktop.documents import fonts, letterhead, styles
from desktop.documents.letterhead import Letterhead
from desktop.language import _, in_language

FOOTER_SIZE = 7.5
WATERMARK_ALPHA = 0.07
CONTENTS_SIZE, CONTENTS_NUMBER_WIDTH = 11.0, 24.0


class Sheet(Enum):
    """How a part lies on its pages."""

    LETTER = "letter"  # letterhead, and the address at the height of the envelope's window
    PAGE = "page"  # letterhead, and the text right below it
    WIDE = "wide"  # the same, lying
    BARE = "bare"  # nothing at the top: as much room as there is
    WIDE_BARE = "wide bare"  # the same, lying
    POSTER = "poster"  # as bare, on A3 for a wall
    WIDE_POSTER = "wide poster"  # the same, lying


NO_LETTERHEAD = (Sheet.BARE, Sheet.WIDE_BARE, Sheet.POSTER, Sheet.WIDE_POSTER)
# The others are A4, upright.
SIZES = {
    Sheet.WIDE: styles.WIDE,
    Sheet.WIDE_BARE: styles.WIDE,
    Sheet.POSTER: styles.POSTER,
    Sheet.WIDE_POSTER: styles.WIDE_POSTER,
}
FIRST_TOP = {
    Sheet.LETTER: 46 * mm,
    Sheet.PAGE: 36 * mm,
    Sheet.WIDE: 34 * mm,
    Sheet.BARE: 15 * mm,
    Sheet.WIDE_BARE: 15 * mm,
    Sheet.POSTER: 15 * mm,
    Sheet.WIDE_POSTER: 15 * mm,
}


@dataclass(frozen=True)
class Part:
    """What begins on a page of its own and counts its own pages: one letter of many, one list.

    `bookmark` is its line in the reader's list of contents; empty for none. `footer` stands at
    the left of "page x of y". A flowable with an attribute `bookmark` gets a line below it.
    `watermark` is a faint word across each page: that it is a draft."""

    story: Sequence[Flowable]
    bookmark: str
    footer: str
    language: str = "nl"
    sheet: Sheet = Sheet.PAGE
    watermark: str = ""


@dataclass(frozen=True)
class About:
    """What the PDF says of itself."""

    title: str
    author: str
    language: str


def to_pdf(parts: Sequence[Part], head: Letterhead, about: About) -> bytes:
    """The parts as one PDF with the fonts in it."""
    if not parts:
        raise ValueError("a paper has at least one part")
    file = BytesIO()
    document = _Document(file, parts[0], head, about)
    document.build(list(_story(parts)))
    return file.getvalue()


def _story(parts: Sequence[Part]) -> Iterable[Flowable]:
    for part in parts:
        if part is not parts[0]:
            yield _Begin(part)
            yield NextPageTemplate(_first(part.sheet))
            yield PageBreak()
        # A part without any content is a page all the same. Behind content, even a spacer of
        # nothing would need a page of its own when that content just fills one.
        yield from part.story or [Spacer(1, 0)]
    yield _Begin(None)


def _first(sheet: Sheet) -> str:
    return f"{sheet.value} first"


class _Begin(ActionFlowable):
    """Where one part ends and the next begins (None: the paper ends)."""

    def __init__(self, part: Part | None) -> None:
        super().__init__(("beginPart", part))


class _Document(BaseDocTemplate):
    """Pages with letterhead and footer.

    How many pages a part has is known at its end, so each page refers to a form with its "page
    x of y" that is drawn then: one pass, whatever the number of parts."""

    def __init__(self, file: BytesIO, first: Part, head: Letterhead, about: About) -> None:
        super().__init__(
            file,
            title=about.title,
            author=about.author,
            subject=about.title,
            creator="Samenspraak",
            lang={"nl": "nl-NL", "en": "en-GB"}[about.language],
            displayDocTitle=True,
            pageCompression=1,
        )
        fonts.register()
        self.head = head
        self.part: Part | None = None
        self.waiting: Part | None = first
        self.part_pages = 0
        self.parts_begun = 0
        self.page_of: dict[str, int] = {}  # of what is in the contents
        ordered = sorted(Sheet, key=lambda sheet: sheet is not first.sheet)
        self.addPageTemplates([t for sheet in ordered for t in _templates(sheet)])

    def handle_beginPart(self, part: Part | None) -> None:
        self._number_pages()
        self._number_contents()
        self.waiting = part

    def beforePage(self) -> None:
        if self.waiting is not None:
            self.part, self.waiting = self.waiting, None
            self.part_pages = 0
            self.parts_begun += 1
            self._bookmark(self.part.bookmark, 0)
        assert self.part is not None
        self.part_pages += 1
        if self.part.sheet not in NO_LETTERHEAD and self.part_pages == 1:
            letterhead.draw(self.canv, self.head, self.pageTemplate.pagesize)
        self._draw_footer(self.part)

    def afterPage(self) -> None:
        if self.part is not None and self.part.watermark:
            self._draw_watermark(self.part.watermark)

    def afterFlowable(self, flowable: Flowable) -> None:
        title = getattr(flowable, "bookmark", "")
        if title:
            self.page_of.setdefault(title, self.part_pages)
            self._bookmark(title, 1 if self.part and self.part.bookmark else 0)

    def _bookmark(self, title: str, level: int) -> None:
        if not title:
            return
        key = f"{self.parts_begun}-{self.page}-{level}-{title}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(title, key, level)

    def _draw_watermark(self, words: str) -> None:
        """From corner to corner, as large as fits: over what is on the page, which may have blocks
        of colour, and faint enough to read through it."""
        canvas = self.canv
        width, height = self.pageTemplate.pagesize
        size = 0.8 * hypot(width, height) / stringWidth(words, fonts.BOLD, 1)
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        canvas.setFont(fonts.BOLD, size)
        canvas.setFillColor(styles.INK)
        canvas.setFillAlpha(WATERMARK_ALPHA)
        canvas.drawCentredString(0, -0.36 * size, words)
        canvas.restoreState()

    def _draw_footer(self, part: Part) -> None:
        canvas = self.canv
        width = self.pageTemplate.pagesize[0]
        canvas.setStrokeColor(styles.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(styles.LEFT, 16 * mm, width - styles.RIGHT, 16 * mm)
        canvas.setFont(fonts.REGULAR, FOOTER_SIZE)
        canvas.setFillColor(styles.SOFT)
        room = width - styles.LEFT - styles.RIGHT - 35 * mm
        footer = fonts.fitted_first(part.footer, fonts.REGULAR, FOOTER_SIZE, room)
        canvas.drawString(styles.LEFT, 12 * mm, footer)
        canvas.doForm(self._number_form(self.part_pages))

    def _number_form(self, page: int) -> str:
        return f"number-{self.parts_begun}-{page}"

    def _number_pages(self) -> None:
        assert self.part is not None
        with in_language(self.part.language):
            for page in range(1, self.part_pages + 1):
                words = _("page {page} of {pages}").format(page=page, pages=self.part_pages)
                self._draw_number(self._number_form(page), words)

    def _number_contents(self) -> None:
        """The pages of the lines of contents in this part are known now."""
        for title, page in self.page_of.items():
            words, form = str(page), contents_form(self.parts_begun, title)
            self.canv.beginForm(form, 0, 0, CONTENTS_NUMBER_WIDTH, CONTENTS_SIZE * 1.5)
            self.canv.setFont(fonts.REGULAR, CONTENTS_SIZE)
            self.canv.setFillColor(styles.INK)
            self.canv.drawRightString(CONTENTS_NUMBER_WIDTH, CONTENTS_SIZE * 0.35, words)
            self.canv.endForm()
        self.page_of.clear()

    def _draw_number(self, form: str, words: str) -> None:
        canvas = self.canv
        right = self.pageTemplate.pagesize[0] - styles.RIGHT
        canvas.beginForm(form, 0, 0, *self.pageTemplate.pagesize)
        canvas.setFont(fonts.REGULAR, FOOTER_SIZE)
        canvas.setFillColor(styles.SOFT)
        width = stringWidth(words, fonts.REGULAR, FOOTER_SIZE)
        canvas.drawString(right - width, 12 * mm, words)
        canvas.endForm()


class ContentsLine(Flowable):
    """A line of contents: the title of a flowable with that `bookmark` in the same part, and its
    page. Its page is drawn when the part ends, as are the numbers of pages."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, CONTENTS_SIZE * 2
        return width, self.height

    def draw(self) -> None:
        canvas, number = self.canv, CONTENTS_NUMBER_WIDTH
        document = canvas._doctemplate
        room = self.width - number - 20
        title = fonts.fitted(fonts.printable(self.title), fonts.REGULAR, CONTENTS_SIZE, room)
        canvas.setFont(fonts.REGULAR, CONTENTS_SIZE)
        canvas.setFillColor(styles.INK)
        baseline = CONTENTS_SIZE * 0.6
        canvas.drawString(0, baseline, title)
        ends = stringWidth(title, fonts.REGULAR, CONTENTS_SIZE)
        canvas.setStrokeColor(styles.LINE)
        canvas.setDash(1, 3)
        canvas.line(ends + 8, baseline + 1, self.width - number, baseline + 1)
        canvas.setDash()
        canvas.saveState()
        canvas.translate(self.width - number, baseline - CONTENTS_SIZE * 0.35)
        canvas.doForm(contents_form(document.parts_begun, self.title))
        canvas.restoreState()


def contents_form(part: int, title: str) -> str:
    """The name under which the page of a title is drawn, apart from its line of contents."""
    # A name in a PDF is plain signs.
    return f"contents-{part}-{title.encode().hex()}"


def _templates(sheet: Sheet) -> tuple[PageTemplate, PageTemplate]:
    """The first page of a part and the pages after it."""
    size = SIZES.get(sheet, styles.PORTRAIT)
    later = f"{sheet.value} later"
    return (
        PageTemplate(
            _first(sheet),
            [_frame(size, FIRST_TOP[sheet])],
            pagesize=size,
            autoNextPageTemplate=later,
        ),
        PageTemplate(later, [_frame(size, 20 * mm)], pagesize=size),
    )


def _frame(size: tuple[float, float], top: float) -> Frame:
    width, height = size
    return Frame(
        styles.LEFT,
        styles.FOOT,
        width - styles.LEFT - styles.RIGHT,
        height - top - styles.FOOT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
