"""What the settings change that belongs to no feature: the texts of letters."""

from __future__ import annotations

from sqlalchemy import Select, select

from desktop.documents import letter_texts
from desktop.estate.model import LetterTextChange
from desktop.language import _
from desktop.store import Actor, Store


def change_letter_text(store: Store, who: Actor, key: str, language: str, source: str) -> None:
    """The corporation's own text of a letter. Refuses what cannot become a letter, with the
    line; the supplied text again counts as no change."""
    source = source.strip() + "\n"
    letter_texts.check(key, source)
    if source.strip() == letter_texts.supplied(key, language).strip():
        reset_letter_text(store, who, key, language)
        return
    with store.act(who, "settings.letter.change", undo=_("Change letter text")) as act:
        row = act.session.scalar(_change(key, language))
        if row is None:
            act.session.add(LetterTextChange(key=key, language=language, source=source))
        else:
            row.source = source


def reset_letter_text(store: Store, who: Actor, key: str, language: str) -> None:
    """The supplied text counts again; does nothing when it does already."""
    with store.act(who, "settings.letter.reset", undo=_("Put back the supplied text")) as act:
        row = act.session.scalar(_change(key, language))
        if row is not None:
            act.session.delete(row)


def _change(key: str, language: str) -> Select[LetterTextChange]:
    return select(LetterTextChange).where(
        LetterTextChange.key == key, LetterTextChange.language == language
    )
