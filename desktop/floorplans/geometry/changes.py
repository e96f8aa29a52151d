"""What differs between two plans."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import Generic, NamedTuple, TypeVar

from immutables import Map

Thing = TypeVar("Thing")


def unlike(before: Mapping[int, object], after: Mapping[int, object]) -> set[int]:
    """The keys under which there is another object, or none any more."""
    if before is after:
        return set()
    keys = list(after)
    if keys == list(before):
        # The same things in the same order, as during a drag: compared without a loop.
        return set(compress(keys, map(is_not, before.values(), after.values())))
    other = {key for key, thing in after.items() if before.get(key) is not thing}
    return other | {key for key in before if key not in after}


class Listed(NamedTuple, Generic[Thing]):
    """The things of a plan, listed. Most frames change a few of thousands of things, and looking at
    all of them is most of the work of finding out which: a list is quicker to go through than a
    map, and is made once for a plan."""

    map: Map[int, Thing]
    ids: tuple[int, ...]
    things: tuple[Thing, ...]

    @classmethod
    def of(cls, things: Map[int, Thing]) -> Listed[Thing]:
        return cls(things, tuple(things), tuple(things.values()))

    def after(self, now: Map[int, Thing]) -> Listed[Thing]:
        return self if now is self.map else Listed.of(now)

    def changes(self, now: Listed[Thing]) -> dict[int, Thing | None]:
        """What is new or different in the next plan, and what is gone (None)."""
        if self is now:
            return {}
        if self.ids == now.ids:
            at = compress(range(len(now.ids)), map(is_not, self.things, now.things))
            return {now.ids[i]: now.things[i] for i in at if now.things[i] != self.things[i]}
        changed = {id: thing for id, thing in now.map.items() if self.map.get(id) != thing}
        return {**changed, **{id: None for id in self.ids if id not in now.map}}
