"""How a drawing is called where more than one stands beside it."""

from __future__ import annotations

from desktop.floorplans.queries import SketchLine
from desktop.language import _


def title_of(line: SketchLine) -> str:
    """The title, with the number of the variant where there are more of this home."""
    if line.variants == 1:
        return line.title
    return _("{title} · variant {n}").format(title=line.title, n=line.variant)
