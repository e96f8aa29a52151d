"""How many people stand behind a proposal."""

from __future__ import annotations

from desktop.language import ngettext


def dots(n: int) -> str:
    """`17 stippen`."""
    return ngettext("{n} dot", "{n} dots", n).format(n=n)
