"""Times of the day as people type them."""

from __future__ import annotations

import re

from desktop.language import _
from desktop.refused import Refused

TYPED = re.compile(r"(\d{1,2})(?:[:.u](\d{2}))?\s*(?:uur|u)?")


def clock_time(words: str, field: str) -> str:
    """`19:30` for 19:30, 19.30, 19u30 or 19.30 uur; nothing for nothing. Refuses what is no time
    of the day."""
    typed = words.strip().lower()
    if not typed:
        return ""
    found = TYPED.fullmatch(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise Refused(_("Fill in a time as 19:30."), field)
    return f"{hour:02d}:{minute:02d}"
