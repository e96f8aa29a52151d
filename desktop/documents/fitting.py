"""Whether what is to stand on one page fits there."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.documents import styles

ELLIPSIS = "…"
ROOM = styles.PORTRAIT[1] - 15 * mm - styles.FOOT  # of a bare page, above its footer


def shortened(words: str, letters: int) -> str:
    """The words up to so many letters, ended behind a whole word with "…"."""
    if len(words) <= letters:
        return words
    return words[:letters].rsplit(None, 1)[0].rstrip(" ,;:.") + ELLIPSIS


def height_of(story: Iterable[Flowable], width: float, room: float = ROOM) -> float:
    """How high these stand below each other, in points."""
    taken, before = 0.0, 0.0
    for piece in story:
        _width, height = piece.wrap(width, room)
        # As Platypus sets it: the larger of the two spaces between neighbours.
        taken += max(before, piece.getSpaceBefore()) + height
        before = piece.getSpaceAfter()
    return taken
