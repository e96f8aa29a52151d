"""Whether there is anybody left to write to."""

from __future__ import annotations

from typing import TypeVar

from desktop.language import _
from desktop.refused import Refused

L = TypeVar("L")


def somebody(letters: list[L]) -> list[L]:
    """The letters; refuses when there are none."""
    if not letters:
        raise Refused(_("There is nobody to write to: the data of this dwelling have been wiped."))
    return letters
