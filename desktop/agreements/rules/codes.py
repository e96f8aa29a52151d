"""The codes of agreements: `BES-01`, one meaning through the years."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.language import _
from desktop.refused import Refused

CODE = re.compile(r"[A-Z][A-Z0-9]{0,8}-[0-9]{1,4}")


def next_code(theme: str, used: Iterable[str]) -> str:
    """The first code after those of the theme that were ever used: a code that went out of use
    is not given to something else, or the years could not be compared."""
    numbers = [int(code[len(theme) + 1 :]) for code in used if _counts(theme, code)]
    return f"{theme}-{max(numbers, default=0) + 1:02d}"


def tidy_code(code: str) -> str:
    """A code as it is kept: `bes-1` becomes `BES-1`. Refuses what is none."""
    tidied = code.strip().upper()
    if not CODE.fullmatch(tidied):
        raise Refused(_("This is no code of an agreement. It looks like BES-01."), "code")
    return tidied


def _counts(theme: str, code: str) -> bool:
    return code.startswith(f"{theme}-") and code[len(theme) + 1 :].isdecimal()
