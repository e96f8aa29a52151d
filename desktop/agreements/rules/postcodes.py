"""The four figures of a postcode: they name a neighbourhood, and nobody's home."""

from __future__ import annotations

import re

from desktop.language import _
from desktop.refused import Refused

FIGURES = re.compile(r"[1-9][0-9]{3}")


def four_figures(postcode: str) -> str:
    """The four figures without spaces around them, or nothing. Refuses something else."""
    figures = postcode.strip()
    if figures and not FIGURES.fullmatch(figures):
        raise Refused(_("Fill in the four figures of the postcode, such as 1234."), "postcode")
    return figures
