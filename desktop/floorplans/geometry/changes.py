"""What differs between two plans."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

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


NO_CHANGES: Mapping[int, Any] = MappingProxyType({})


class Listed(NamedTuple, Generic[Thing]):
    """The things of a plan, listed. Most frames change a few of thousands of things, and looking at
    all of them is most of the work of finding out which: a list is quicker to go through than a
    map, and is made once for a plan. What changed since the list `before` is looked for once."""

    map: Map[int, Thing]
    ids: tuple[int, ...]
    things: tuple[Thing, ...]
    before: Map[int, Thing] | None = None
    changed: Mapping[int, Thing | None] = NO_CHANGES

    @classmethod
    def of(cls, things: Map[int, Thing]) -> Listed[Thing]:
        return cls(things, tuple(things), tuple(things.values()))

    def after(self, now: Map[int, Thing]) -> Listed[Thing]:
        """The list of the next plan."""
        if now is self.map:
            return self
        listed = Listed.of(now)
        return listed._replace(before=self.map, changed=self.changes(listed))

    def changes(self, now: Listed[Thing]) -> Mapping[int, Thing | None]:
        """What is new or different in another plan, and what is gone (None)."""
        if now.map is self.map:
            return NO_CHANGES
        if now.before is self.map:
            return now.changed
        if self.ids == now.ids:
            others = map(is_not, self.things, now.things)
            both = compress(zip(now.ids, self.things, now.things, strict=True), others)
            return {id: thing for id, old, thing in both if thing != old}
        changed = {id: thing for id, thing in now.map.items() if self.map.get(id) != thing}
        return {**changed, **{id: None for id in self.ids if id not in now.map}}
