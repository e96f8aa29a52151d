"""Free text of staff passes the word check (R6)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.refused import Refused
from desktop.store import Actor
from desktop.viewings.model import WordOverride
from desktop.viewings.rules.priority import check_reader
from desktop.viewings.rules.words import Hit, check, sentence


class WordsFound(Refused):
    """A text holds words about a person that do not belong in the file. A second reader may let
    it stand; `hits` are the places."""

    def __init__(self, hits: tuple[Hit, ...], field: str) -> None:
        super().__init__(sentence(hits), field)
        self.hits = hits


def checked(text: str, field: str, reader: Actor | None = None) -> str:
    """The text, trimmed. Refuses (WordsFound) words about looks, belief, health, family or
    origin, unless a colleague reads along."""
    text = text.strip()
    hits = check(text)
    if hits and reader is None:
        raise WordsFound(hits, field)
    return text


def note_override(
    session: Session,
    who: Actor,
    reader: Actor | None,
    table: str,
    row_id: int,
    text: str,
    now: datetime,
) -> None:
    """Keep which words a colleague let stand, when there are any. Refuses the author as reader."""
    hits = check(text)
    if not hits:
        return
    check_reader(who.id, reader.id if reader is not None else None)
    assert reader is not None  # check_reader refuses otherwise
    assert reader.id is not None
    session.add(
        WordOverride(
            place=table,
            row_id=row_id,
            terms=sorted({hit.word for hit in hits}),
            author_id=who.id,
            reader_id=reader.id,
            at=now,
        )
    )
