"""How much room words take, before anything measures them: charts are laid out without a screen
and without a paper. The widths are those of Inter SemiBold, rounded up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from desktop.documents.charts.marks import Anchor, Places, Words

# Of the size of the letters. Signs outside Latin are as wide as high.
_WIDTHS = {
    sign: width
    for width, signs in (
        (0.36, " .,:;'!|ijlI\u00a0·"),
        (0.48, "/\\()[]{}_-ftr1^’‘"),
        (0.59, 'sxkzavyLJ7ceF"*?“”'),
        (0.67, "0234568 9bdghnopquESPRTZB&+=<>~#$–"),
        (0.79, "ACDGHKNOQUVXY"),
        (1.06, "mwMW@%—…"),
    )
    for sign in signs
}
_OTHER_LATIN, _WIDE = 0.8, 1.1
_ABOVE, _BELOW = 0.75, 0.25  # of the baseline, in the size of the letters


def width_of(text: str, size: float) -> float:
    """At least as wide as the text is drawn, in points."""
    return size * sum(
        _WIDTHS.get(sign) or (_OTHER_LATIN if sign < "\u0250" else _WIDE) for sign in text
    )


@dataclass(frozen=True)
class Box:
    """Room that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, apart: float = 0.0) -> bool:
        """Whether less than `apart` points is between the two."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )

    def within(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left < x < self.right and self.top < y < self.bottom

    def crossed_by(self, trail: Places) -> int:
        """How many legs of a trail pass through the box."""
        return sum(self._crossed(a, b) for a, b in pairwise(trail))

    def _crossed(self, a: tuple[float, float], b: tuple[float, float]) -> bool:
        """Whether a part of the leg from a to b is inside (Liang and Barsky)."""
        first, last = 0.0, 1.0
        for start, end, low, high in (
            (a[0], b[0], self.left, self.right),
            (a[1], b[1], self.top, self.bottom),
        ):
            way = end - start
            if way == 0:
                if not low < start < high:
                    return False
                continue
            enters, leaves = sorted(((low - start) / way, (high - start) / way))
            first, last = max(first, enters), min(last, leaves)
        return first < last


def box_of(words: Words) -> Box:
    """The room that words take where they stand."""
    width = min(width_of(words.text, words.size), words.room)
    left = {
        Anchor.START: words.x,
        Anchor.MIDDLE: words.x - width / 2,
        Anchor.END: words.x - width,
    }[words.anchor]
    top, bottom = words.y - _ABOVE * words.size, words.y + _BELOW * words.size
    return Box(left, top, left + width, bottom)


def is_free(box: Box, taken: Iterable[Box], apart: float = 3.0) -> bool:
    return not any(box.meets(other, apart) for other in taken)
