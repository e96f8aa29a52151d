"""The program's own file: JSON of `codec`."""

from __future__ import annotations

import json
from typing import NoReturn

from desktop.floorplans.codec import to_json, unreadable
from desktop.floorplans.plan import Home


def values_of(content: bytes) -> object:
    """The values of a JSON file; refuses what is none, NaN and infinity too."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise unreadable() from error


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def to_bytes(home: Home) -> bytes:
    """The home as a file that people can read too."""
    return (json.dumps(to_json(home), ensure_ascii=False, indent=1) + "\n").encode()
