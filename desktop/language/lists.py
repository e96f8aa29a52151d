"""Names in a row as people say them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import _


def listed(names: Sequence[str]) -> str:
    """`Ria, Ahmed en Truus`; nothing for nobody."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
