"""Charts as they are laid out: what their words say and which room everything takes, measured
with the letters of paper."""

from __future__ import annotations

from itertools import combinations

from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.documents import fonts
from desktop.documents.charts import (
    Anchor,
    Area,
    Block,
    Dot,
    Line,
    Mark,
    Picture,
    Trail,
    Words,
)
from desktop.documents.charts.letters import Box


def said_in(picture: Picture) -> list[str]:
    """All words, in the order in which they are drawn."""
    return [mark.text for mark in picture.marks if isinstance(mark, Words)]


def room_of(mark: Mark) -> Box:
    """The room that a mark takes."""
    match mark:
        case Words():
            return _room_of_words(mark)
        case Line():
            xs, ys = (mark.x1, mark.x2), (mark.y1, mark.y2)
            return Box(min(xs), min(ys), max(xs), max(ys))
        case Dot():
            x, y, r = mark.x, mark.y, mark.radius
            return Box(x - r, y - r, x + r, y + r)
        case Block():
            return Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case Trail(places=places) | Area(corners=places):
            xs, ys = tuple(zip(*places, strict=True)) or ((0.0,), (0.0,))
            return Box(min(xs), min(ys), max(xs), max(ys))


def _room_of_words(words: Words) -> Box:
    font = fonts.SEMIBOLD if words.bold else fonts.REGULAR
    shown = fonts.fitted(words.text, font, words.size, words.room)
    width = stringWidth(shown, font, words.size)
    left = {
        Anchor.START: words.x,
        Anchor.MIDDLE: words.x - width / 2,
        Anchor.END: words.x - width,
    }[words.anchor]
    return Box(left, words.y - 0.75 * words.size, left + width, words.y + 0.22 * words.size)


def outside(picture: Picture) -> list[Mark]:
    """The marks that are partly outside their picture."""
    whole = Box(-0.01, -0.01, picture.width + 0.01, picture.height + 0.01)
    return [mark for mark in picture.marks if not room_of(mark).within(whole)]


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    """Words that stand partly over each other."""
    words = [mark for mark in picture.marks if isinstance(mark, Words)]
    rooms = [(mark.text, room_of(mark)) for mark in words]
    return [(a, b) for (a, one), (b, other) in combinations(rooms, 2) if one.meets(other)]
