"""The cover of all drawings of an evening: what it was, and whose drawings follow."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Spacer

from desktop.documents import fonts, styles
from desktop.documents.flowables import marked, text
from desktop.documents.markdown import escaped
from desktop.documents.tables import table
from desktop.floorplans import wording
from desktop.floorplans.checks import Grade
from desktop.floorplans.documents.sheets import Drawn
from desktop.floorplans.geometry import usable_area_mm2
from desktop.floorplans.queries import EveningLine
from desktop.language import _, ngettext
from desktop.language.format import day_long, number


def bookmark_of(place: int) -> str:
    """The name under which the sheets of a drawing begin, by its place in the bundle."""
    return f"drawing-{place}"


def draw_cover(canvas: Canvas, evening: EveningLine, drawn: Sequence[Drawn]) -> None:
    """One page or more: the list goes on when it is long."""
    story = _story(evening, drawn)
    canvas.bookmarkPage("cover")
    canvas.addOutlineEntry(_("Contents"), "cover", 0)
    while story:
        canvas.setPageSize(A4)
        width, height = A4
        _frame(width, height).addFromList(story, canvas)
        canvas.showPage()


def _frame(width: float, height: float) -> Frame:
    return Frame(
        styles.LEFT,
        styles.FOOT,
        width - styles.LEFT - styles.RIGHT,
        height - styles.FOOT - 25 * mm,
        leftPadding=0,
        rightPadding=0,
    )


def _story(evening: EveningLine, drawn: Sequence[Drawn]) -> list[Flowable]:
    count = ngettext("{n} drawing", "{n} drawings", len(drawn)).format(n=len(drawn))
    about = " · ".join((day_long(evening.held_on), count, drawn[0].drawn_for))
    heads = (_("Sketch of"), _("Usable area"), _("Rooms"), _("Cannot be"))
    rows = [_row(place, one) for place, one in enumerate(drawn)]
    return [
        text(evening.title, "title"),
        text(about, "text"),
        Spacer(1, 6 * mm),
        table(heads, rows, [70 * mm, 35 * mm, 30 * mm, 30 * mm]),
        text(wording.disclaimer(), "small"),
    ]


def _row(place: int, one: Drawn) -> list[str | Flowable]:
    usable = usable_area_mm2(one.storeys)
    failing = sum(finding.grade is Grade.FAIL for finding in one.findings)
    name = escaped(fonts.printable(one.sketch_of))
    return [
        marked(f'<a href="#{bookmark_of(place)}">{name}</a>', "cell bold"),
        wording.floor_area(usable),
        number(sum(len(derived.rooms) for derived in one.storeys)),
        number(failing),
    ]
