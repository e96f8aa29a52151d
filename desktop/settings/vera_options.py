"""Codes of VERA to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from desktop.language import _


def vera_options(names: Mapping[str, str], present: str = "") -> list[tuple[str, str]]:
    """Codes with their names by alphabet, after "not filled in". A `present` code that VERA does
    not have stays a choice: whoever changes something else does not lose it."""
    named = {code: _(name) for code, name in names.items()}
    if present:
        named.setdefault(present, present)
    return [("", _("not filled in")), *sorted(named.items(), key=itemgetter(1))]
