"""Papers that are a text without an address: an instruction, a statement, a public paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.documents import letter_texts
from desktop.documents.letter import corporation_values, story_of
from desktop.documents.letterhead import letterhead
from desktop.documents.pages import Part


def part(
    session: Session,
    key: str,
    values: Mapping[str, object],
    footer: str,
    bookmark: str,
    language: str = "nl",
    after: Sequence[Flowable] = (),
) -> Part:
    """The text with these values on a page of its own, with what must stand `after` it."""
    text = letter_texts.load(session, key, language)
    blocks = text.blocks({**corporation_values(letterhead(session)), **values})
    return Part([*story_of(blocks), *after], bookmark, footer, text.language)
