"""How many people stand behind a proposal."""

from __future__ import annotations

from desktop.language import ngettext
from desktop.language.format import NO_BREAK


def dots(n: int) -> str:
    """`17 stippen`."""
    return ngettext("{n} dot", "{n} dots", n).format(n=n)


def subject(theme: str, n: int) -> str:
    """`Licht op straat · 10 stippen`: what all proposals about it got together."""
    # No line begins with the dot between them.
    return f"{theme}{NO_BREAK}· {dots(n)}" if n else theme
