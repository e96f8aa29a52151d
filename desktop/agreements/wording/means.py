"""Amounts of training in words."""

from __future__ import annotations

from desktop.language import _, ngettext


def days_words(half_days: int, bare: bool = False) -> str:
    """Half days as people say them: "1½ dag"; `bare` gives the number alone."""
    whole, half = divmod(half_days, 2)
    number = f"{whole or ''}½" if half else str(whole)
    if bare:
        return number
    if not whole:
        return _("half a day")
    return ngettext("{n} day", "{n} days", whole).format(n=number)
