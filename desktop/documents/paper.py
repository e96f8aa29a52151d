"""A paper that is ready: the PDF with what preview, printing and saving need to know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Paper:
    """`key` names the kind of paper ("invitation"); `title` is what it is called in the user's
    language ("Uitnodiging Kadeflat 214"); `made_on` is the day on the paper; `language` "nl" or
    "en"; `pdf` the bytes of the file."""

    key: str
    title: str
    made_on: date
    language: str
    pdf: bytes

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """The pages, from 1, on which an open square stands in the place of a sign that papers
        have no letter for."""
        from desktop.documents.fonts import UNKNOWN
        from desktop.documents.reading import opened

        with opened(self.pdf) as document:
            said = [page.get_textpage().get_text_range() for page in document]
        return tuple(number for number, words in enumerate(said, 1) if UNKNOWN in words)

    @property
    def file_name(self) -> str:
        """`2026-11-23 Uitnodiging Kadeflat 214.pdf`: sorts by day, safe on each system."""
        safe = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", self.title)
        return f"{self.made_on.isoformat()} {' '.join(safe.split())}.pdf"
