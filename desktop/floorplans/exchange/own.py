"""The program's own file: JSON of `codec`."""

from __future__ import annotations

import json
from typing import NoReturn

from desktop.floorplans.codec import from_json, to_json, unreadable
from desktop.floorplans.edits.refusals import must_be_within
from desktop.floorplans.plan import THINGS, Home


def values_of(content: bytes) -> object:
    """The values of a JSON file; refuses what is none, NaN and infinity too."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise unreadable() from error


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def home_of(data: object) -> Home:
    """The home of such values. Refused: what `from_json` refuses, and what nobody could draw, such
    as a wall of 2 cm or a stair of a million steps; somebody may have written the file by hand."""
    home = from_json(data)
    if home.floor_mm < 0 or any(level.ceiling_mm <= 0 for level in home.levels):
        raise unreadable()
    for level in home.levels:
        for kind in THINGS:
            for thing in getattr(level, kind).values():
                must_be_within(thing)
    return home


def to_bytes(home: Home) -> bytes:
    """The home as a file that people can read too."""
    return (json.dumps(to_json(home), ensure_ascii=False, indent=1) + "\n").encode()
