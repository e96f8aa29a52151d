"""Text that a spreadsheet program will not run as a formula (OWASP, CSV injection)."""

from __future__ import annotations

MARK = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """The text with a mark in front when it begins as a formula. A text that looks as if it had
    the mark already gets one more, so that `unguarded` gives every text back."""
    return MARK + text if _dangerous(text) else text


def unguarded(text: str) -> str:
    """The text without the mark of `guarded`."""
    return text[1:] if text.startswith(MARK) and _dangerous(text[1:]) else text


def _dangerous(text: str) -> bool:
    return text.lstrip(MARK).startswith(DANGEROUS)
