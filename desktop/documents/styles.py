"""Colours, measures and text styles of every paper (look.md). Measures are in points."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from desktop.documents import fonts
from desktop.documents.charts import Tone

INK = HexColor(Tone.INK.value)
SOFT = HexColor(Tone.SOFT.value)
LINE = HexColor(Tone.LINE.value)
CANVAS = HexColor("#f4f6f7")
BRAND = HexColor(Tone.BRAND.value)
BRAND_SOFT = HexColor(Tone.BRAND_SOFT.value)

PORTRAIT = A4
WIDE = landscape(A4)
POSTER = A3
WIDE_POSTER = landscape(A3)
LEFT = 25 * mm
RIGHT = 20 * mm
FOOT = 21 * mm


@cache
def style(name: str) -> ParagraphStyle:
    """A text style by name: one of the keys below."""
    fonts.register()
    base = ParagraphStyle(
        "text",
        fontName=fonts.REGULAR,
        bulletFontName=fonts.REGULAR,
        fontSize=10,
        leading=14.2,
        textColor=INK,
        spaceAfter=6,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
    changes: dict[str, dict[str, object]] = {
        "text": {},
        "address": {"spaceAfter": 0},
        "title": {
            "fontName": fonts.SEMIBOLD,
            "fontSize": 15,
            "leading": 20,
            "spaceBefore": 2,
            "spaceAfter": 11,
            "keepWithNext": 1,
        },
        "question": {
            "fontName": fonts.SEMIBOLD,
            "leading": 14,
            "spaceBefore": 4,
            "spaceAfter": 1,
            "keepWithNext": 1,
        },
        "form question": {
            "fontName": fonts.SEMIBOLD,
            "leading": 14,
            "spaceBefore": 10,
            "spaceAfter": 4,
            "keepWithNext": 1,
        },
        "bullet": {"leftIndent": 14, "bulletIndent": 2, "spaceAfter": 3},
        "reference": {"fontSize": 8.5, "leading": 12, "textColor": SOFT, "spaceAfter": 12},
        "box label": {"fontName": fonts.SEMIBOLD, "textColor": BRAND, "spaceAfter": 0},
        "box": {"spaceAfter": 0},
        "small": {"fontSize": 8.5, "leading": 12, "textColor": SOFT, "spaceAfter": 4},
        "cell": {"fontSize": 9, "leading": 12, "spaceAfter": 0},
        "cell bold": {"fontName": fonts.SEMIBOLD, "fontSize": 9, "leading": 12, "spaceAfter": 0},
        "cell soft": {"fontSize": 8.5, "leading": 11.5, "textColor": SOFT, "spaceAfter": 0},
        "head": {
            "fontName": fonts.SEMIBOLD,
            "fontSize": 8,
            "leading": 11,
            "textColor": SOFT,
            "spaceAfter": 0,
        },
        "large": {"fontSize": 18, "leading": 22, "spaceAfter": 0},
        "large bold": {
            "fontName": fonts.SEMIBOLD,
            "fontSize": 18,
            "leading": 22,
            "spaceAfter": 0,
        },
        "day": {
            "fontName": fonts.SEMIBOLD,
            "fontSize": 9,
            "leading": 11,
            "textColor": SOFT,
            "spaceAfter": 1,
        },
        "name box": {
            "fontName": fonts.MEDIUM,
            "fontSize": 8.5,
            "leading": 10.5,
            "backColor": BRAND_SOFT,
            "borderPadding": (2, 3, 3, 3),
            "borderRadius": 3,
            "leftIndent": 3,
            "rightIndent": 3,
            "spaceBefore": 4,
            "spaceAfter": 4,
        },
    }
    return ParagraphStyle(name, parent=base, **changes[name])


@cache
def at_the_right(name: str) -> ParagraphStyle:
    """The same, for figures that stand below each other."""
    return ParagraphStyle(f"{name}, at the right", parent=style(name), alignment=TA_RIGHT)
