"""Long tuples in the order of a key, of which a few things are exchanged at a time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from itertools import chain, compress
from operator import is_not
from typing import Any, TypeVar

Thing = TypeVar("Thing")


def exchanged(
    things: tuple[Thing, ...],
    gone: Iterable[Any],
    new: Iterable[Thing],
    key: Callable[[Thing], Any],
) -> tuple[Thing, ...]:
    """The tuple without the things that have one of the keys `gone`, and with the new ones."""
    rest = list(things)
    for lost in gone:
        at = bisect_left(rest, lost, key=key)
        while at < len(rest) and key(rest[at]) == lost:
            del rest[at]
    new = list(new)
    if len(new) > len(rest):  # as at opening, when all are new
        return tuple(sorted([*rest, *new], key=key))
    for thing in new:
        insort(rest, thing, key=key)
    return tuple(rest)


def swapped(
    before: tuple[Thing, ...], after: tuple[Thing, ...]
) -> tuple[dict[int, Thing], dict[int, Thing]]:
    """The things that are gone and those that are new, by identity. What stays in its place, as
    nearly all does, is passed over without a loop."""
    other = list(map(is_not, before, after))
    gone = {id(thing): thing for thing in chain(compress(before, other), before[len(other) :])}
    new = {id(thing): thing for thing in chain(compress(after, other), after[len(other) :])}
    for moved in gone.keys() & new.keys():
        del gone[moved], new[moved]
    return gone, new
