"""What of a file did not come over as it was, in sentences."""

from __future__ import annotations

from desktop.floorplans.exchange.placing import FileRead
from desktop.language import _, ngettext

MOST_NAMED = 8


def told(read: FileRead) -> tuple[str, ...]:
    """A sentence for what was left out, and one for the furniture that has another form here; none
    when all came over."""
    sentences = []
    if read.left_out:
        words = ngettext(
            "{n} door or window stands in no wall, or does not fit in it, and was left out.",
            "{n} doors and windows stand in no wall, or do not fit in it, and were left out.",
            read.left_out,
        )
        sentences.append(words.format(n=read.left_out))
    names = read.unknown
    if names:
        shown = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
        words = _("This furniture is not known here and is drawn as a rectangle: {names}.")
        sentences.append(words.format(names=shown))
    return tuple(sentences)
