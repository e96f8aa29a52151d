"""A drawing as SVG: as large as on paper, a group for each layer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from desktop.floorplans.drawing.look import GROUND, LOOKS, Look
from desktop.floorplans.drawing.marks import XY, Arc, Area, Drawing, Mark, Stroke, Words

MARGIN_MM = 10.0


def to_svg(drawing: Drawing, scale: int, title: str) -> bytes:
    """The file. One unit is a millimetre on paper at 1 to `scale`."""
    left, bottom, right, top = drawing.box
    width = (right - left) / scale + 2 * MARGIN_MM
    height = (top - bottom) / scale + 2 * MARGIN_MM
    paper = _Paper(left, top, scale)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" height="{height:.2f}mm" '
        f'viewBox="0 0 {width:.2f} {height:.2f}" font-family="Inter, Arial, sans-serif" '
        'stroke-linejoin="round" stroke-linecap="round">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" fill="{GROUND}"/>',
    ]
    for layer, marks in groupby(drawing.marks, key=lambda mark: mark.ink.layer):
        lines.append(f'<g class="{layer.value}">')
        lines += (paper.element(mark) for mark in marks)
        lines.append("</g>")
    return ("\n".join([*lines, "</svg>"]) + "\n").encode()


class _Paper:
    """Turns marks into elements; y runs down in SVG."""

    def __init__(self, left: float, top: float, scale: int) -> None:
        self._left, self._top, self._scale = left, top, scale

    def element(self, mark: Mark) -> str:
        look = LOOKS[mark.ink]
        match mark:
            case Area():
                d = " ".join(f"M{self._points(ring)}Z" for ring in mark.rings)
                return f'<path d="{d}" fill="{look.fill}" fill-rule="evenodd"/>'
            case Stroke():
                end = "Z" if mark.closed else ""
                fill = GROUND if mark.filled else "none"
                return f'<path d="M{self._points(mark.points)}{end}" fill="{fill}"{_pen(look)}/>'
            case Arc():
                return self._arc(mark, look)
            case Words():
                return self._words(mark, look)

    def _at(self, place: XY) -> XY:
        return (
            (place[0] - self._left) / self._scale + MARGIN_MM,
            (self._top - place[1]) / self._scale + MARGIN_MM,
        )

    def _points(self, places: Iterable[XY]) -> str:
        return " L".join(f"{x:.3f},{y:.3f}" for x, y in map(self._at, places))

    def _arc(self, arc: Arc, look: Look) -> str:
        start, end = self._at(arc.at(arc.start)), self._at(arc.at(arc.start + arc.sweep))
        radius, large = arc.radius / self._scale, int(arc.sweep > 180)
        return (
            f'<path d="M{start[0]:.3f},{start[1]:.3f} A{radius:.3f},{radius:.3f} 0 {large} 0 '
            f'{end[0]:.3f},{end[1]:.3f}" fill="none"{_pen(look)}/>'
        )

    def _words(self, words: Words, look: Look) -> str:
        x, y = self._at(words.at)
        turned = f' transform="rotate({-words.angle:.2f} {x:.3f} {y:.3f})"' if words.angle else ""
        weight = ' font-weight="600"' if words.bold else ""
        return (
            f'<text x="{x:.3f}" y="{y:.3f}" font-size="{words.height / self._scale:.3f}" '
            f'text-anchor={quoteattr(words.anchor.value)} fill="{look.fill}"{weight}{turned}>'
            f"{escape(words.text)}</text>"
        )


def _pen(look: Look) -> str:
    dashes = " ".join(map(str, look.dashes_mm))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f' stroke="{look.line}" stroke-width="{look.pen_mm}"{dashed}'
