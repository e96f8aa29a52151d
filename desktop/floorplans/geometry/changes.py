"""What differs between two plans."""

from __future__ import annotations

from itertools import compress
from operator import is_not
from typing import TypeVar

from immutables import Map

Thing = TypeVar("Thing")


def changes(before: Map[int, Thing], now: Map[int, Thing]) -> dict[int, Thing | None]:
    """What is new or different, and what is gone (None).

    Most frames change a few of thousands of things, and looking at all of them is most of the
    work: hence the quick way for maps with the same numbers, which come in the same order.
    """
    if before is now:
        return {}
    if list(before) == list(now):
        differs = map(is_not, before.values(), now.values())
        return {id: now[id] for id in compress(now, differs) if now[id] != before[id]}
    changed = {id: thing for id, thing in now.items() if before.get(id) != thing}
    return {**changed, **{id: None for id in before if id not in now}}
