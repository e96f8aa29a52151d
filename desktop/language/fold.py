"""Words as they are compared: for searching, and for finding one name in two spellings."""

from __future__ import annotations

import unicodedata

# Nearly all words of a long list are plain ASCII: one look at each sign in a table is enough.
_ASCII = str.maketrans({chr(n): chr(n).lower() if chr(n).isalnum() else " " for n in range(128)})


def fold(words: str) -> str:
    """Lower case without accents, every other mark a space."""
    if words.isascii():
        return " ".join(words.translate(_ASCII).split())
    # Taking signs apart gives new capitals ("𝕊"), and lower case gives new signs to take apart.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())
