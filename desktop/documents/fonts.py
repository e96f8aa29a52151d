"""Inter on paper: registered when first needed, embedded in every PDF."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.assets import resources

REGULAR, MEDIUM, SEMIBOLD, BOLD, ITALIC = (
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "Inter-Bold",
    "Inter-Italic",
)
UNKNOWN = "□"


@cache
def register() -> frozenset[int]:
    """Make Inter known to ReportLab; returns the characters that it can draw."""
    # Plain bytes in the file: a third smaller and faster than ReportLab's text encoding of them.
    rl_config.useA85 = 0
    folder = resources() / "fonts"
    for name in (REGULAR, MEDIUM, SEMIBOLD, BOLD, ITALIC):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD
    )
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def printable(text: str) -> str:
    """The text in characters that Inter draws.

    Inter has Latin, Greek and Cyrillic. A character that it lacks (Hebrew, Arabic, Chinese, an
    emoji) becomes an open square, so that staff see that something is missing and write the
    name by hand. What has no shape of its own (control characters, marks of writing direction)
    is left out; line ends and tabs become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    drawable = register()
    shown = []
    for sign in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(sign)
        if sign.isspace():
            shown.append(" " if sign != "\u00a0" else sign)
        elif kind in ("Cc", "Cf", "Cs", "Co"):
            continue
        elif ord(sign) in drawable:
            shown.append(sign)
        elif not kind.startswith("M"):
            shown.append(UNKNOWN)
    return "".join(shown)


def shrunk(text: str, font: str, size: float, width: float, least: float) -> float:
    """The size, at most `size` and at least `least`, at which a text takes one line of `width`."""
    register()
    taken = pdfmetrics.stringWidth(printable(text), font, size)
    # A hair less than would do: what is rounded may not make it a letter too long.
    return max(min(size, 0.999 * size * width / taken), least) if taken else size


def fitted_first(text: str, font: str, size: float, width: float) -> str:
    """As `fitted`, for parts with " · " between them: what is cut is the first, such as a long
    title, and not the day behind it."""
    first, dot, rest = text.partition(" · ")
    behind = printable(dot + rest)
    room = width - pdfmetrics.stringWidth(behind, font, size)
    if room < width / 3:
        return fitted(text, font, size, width)
    return fitted(first, font, size, room) + behind


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text on one line of `width` points: cut off with "…" when it is longer."""
    register()
    shown = printable(text)
    if pdfmetrics.stringWidth(shown, font, size) <= width:
        return shown
    while shown and pdfmetrics.stringWidth(shown + "…", font, size) > width:
        shown = shown[:-1]
    return shown.rstrip() + "…"
