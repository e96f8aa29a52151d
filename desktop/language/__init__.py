"""Dutch (the default) and English for screen, paper and command line.

Source strings are English; `resources/translations/nl` holds the Dutch. The language is a
setting of one person at one desk, so the chosen catalogue is held in a context variable:
a letter can be made in the candidate's language while the screen stays in the user's.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from desktop.assets import resources

LANGUAGES = ("nl", "en")
DEFAULT = "nl"

_default = [DEFAULT]
_within: ContextVar[str | None] = ContextVar("language", default=None)


def language() -> str:
    """The language in use: "nl" or "en"."""
    return _within.get() or _default[0]


def use_language(code: str) -> None:
    """Set the language for the whole program. Refuses what is not in `LANGUAGES`."""
    if code not in LANGUAGES:
        raise ValueError(f"unknown language {code!r}")
    _default[0] = code


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Use another language within the block, for a letter to somebody who reads English."""
    if code not in LANGUAGES:
        raise ValueError(f"unknown language {code!r}")
    token = _within.set(code)
    try:
        yield
    finally:
        _within.reset(token)


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == "en":
        return _gettext.NullTranslations()
    return _gettext.translation(
        "samenspraak", localedir=str(resources() / "translations"), languages=[code]
    )


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for `n` things in the language in use; put `n` in with `.format(n=n)`."""
    return _catalogue(language()).ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """As `_`, for a short word that needs its context to be translated."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:
    """Mark a message for translation where it stands; `_` translates it when it is shown."""
    return message
