"""Buren in the demo world: a pilot of two years in two flats, two flats to compare with, and a
dwelling in every step as it stands on the day. Everybody in it is made up."""

from __future__ import annotations

from datetime import date

from desktop.store import Actor, Store
from desktop.viewings.demo import ground, live, past, surveys


def make(store: Store, who: Actor, today: date) -> None:
    """Fill a store that has the estate of the demo. What happened before goes in as it ended; the
    dwellings that are being let go through the same actions as a user's clicks."""
    clock = store.now
    try:
        pilots = ground.make(store, who, today)
        past.make(store, who, pilots, today)
        surveys.make(store, who, pilots, today)
        live.make(store, pilots, today)
    finally:
        store.now = clock
    store.forget_undo()
