"""Plans that stand small beside each other in the text of a paper, all to one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.documents import fonts, styles
from desktop.documents.flowables import text
from desktop.floorplans.documents.fitting import OVERVIEW_SCALES
from desktop.floorplans.documents.on_paper import Placed, paint
from desktop.floorplans.drawing.marks import Drawing, Ink
from desktop.floorplans.drawing.storey import draw_plain
from desktop.floorplans.geometry import Derived
from desktop.language import _

IN_A_ROW = 3
WIDTH = 165 * mm
HIGHEST = 75 * mm
GAP = 6 * mm
TITLE = 6 * mm
LEFT_OUT = {Ink.FURNITURE, Ink.DOOR, Ink.SWING, Ink.STAIR}


class SmallPlans(Flowable):
    """Up to three plans beside each other at 1 to `scale`, each under its title."""

    def __init__(self, titles: Sequence[str], drawings: Sequence[Drawing], scale: int) -> None:
        super().__init__()
        self._titles, self._drawings, self._scale = titles, drawings, scale
        self.width = WIDTH
        self.height = max(_size(drawing, scale)[1] for drawing in drawings) + TITLE + GAP

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        a_mm = mm / self._scale
        for place, (title, drawing) in enumerate(zip(self._titles, self._drawings, strict=True)):
            left, _bottom, _right, top = drawing.box
            x = place * (_field() + GAP)
            self.canv.setFont(fonts.BOLD, 9)
            self.canv.setFillColor(styles.INK)
            self.canv.drawString(x, self.height - TITLE + 2 * mm, title)
            origin = (x - left * a_mm, self.height - TITLE - top * a_mm)
            paint(self.canv, drawing, Placed(origin, self._scale))


def in_rows(plans: Sequence[tuple[str, Derived]]) -> Iterable[Flowable]:
    """Plans with their titles, three in a row, to the largest scale at which each fits."""
    if not plans:
        return
    scale, drawings = _one_scale([plan for _title, plan in plans])
    yield text(_("All plans are drawn to 1:{scale}.").format(scale=scale))
    for start in range(0, len(plans), IN_A_ROW):
        titles = [title for title, _plan in plans[start : start + IN_A_ROW]]
        yield SmallPlans(titles, drawings[start : start + IN_A_ROW], scale)


def _one_scale(plans: Sequence[Derived]) -> tuple[int, list[Drawing]]:
    for scale in OVERVIEW_SCALES:
        drawings = [_bare(draw_plain(plan, scale)) for plan in plans]
        sizes = [_size(drawing, scale) for drawing in drawings]
        if all(wide <= _field() and high <= HIGHEST for wide, high in sizes):
            break
    return scale, drawings


def _bare(drawing: Drawing) -> Drawing:
    """Without furniture and doors: the words of the rooms must be read."""
    return Drawing(tuple(mark for mark in drawing.marks if mark.ink not in LEFT_OUT))


def _field() -> float:
    """How wide a plan may be."""
    return (WIDTH - (IN_A_ROW - 1) * GAP) / IN_A_ROW


def _size(drawing: Drawing, scale: int) -> tuple[float, float]:
    left, bottom, right, top = drawing.box
    return (right - left) * mm / scale, (top - bottom) * mm / scale
