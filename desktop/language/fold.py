"""Words as they are compared: for searching, and for finding one name in two spellings."""

from __future__ import annotations

import unicodedata


def fold(words: str) -> str:
    """Lower case without accents, every other mark a space."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())
