"""What the papers of a gathering say of it: its name, and when and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from desktop.documents.flowables import Words, text
from desktop.language import _
from desktop.language.format import clock_letter, day_long
from desktop.projects.queries.voices import SessionLine
from desktop.projects.wording import word


def name_of(line: SessionLine) -> str:
    """Its title; without one, what kind of gathering it is."""
    return line.title or word(line.kind)


def when(line: SessionLine) -> str:
    """`vrijdag 11 december 2026, van 19.30 tot 21.00 uur`."""
    day = day_long(line.held_on)
    if not line.starts:
        return day
    starts = clock_letter(time.fromisoformat(line.starts))
    if not line.ends:
        return f"{day}, {starts}"
    ends = clock_letter(time.fromisoformat(line.ends))
    starts = starts.removesuffix(" uur")  # once is enough, behind the last
    return _("{day}, from {start} to {end}").format(day=day, start=starts, end=ends)


def when_and_where(line: SessionLine) -> Iterator[tuple[Words | None, Words]]:
    """The rows of the green box."""
    yield text(_("When"), "box label"), text(when(line), "box")
    if line.place:
        yield text(_("Where"), "box label"), text(line.place, "box")
