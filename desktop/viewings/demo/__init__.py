"""Buren in the demo world: a pilot of two years in two flats, two flats to compare with, and a
dwelling in every step as it stands on the day. Everybody in it is made up."""

from __future__ import annotations

from datetime import date

from desktop.estate.demo_days import at, standing_at
from desktop.store import Actor, Store
from desktop.viewings.actions.order_tables import remove_order_tables
from desktop.viewings.demo.ground import begin_pilots
from desktop.viewings.demo.live import bring_to_steps
from desktop.viewings.demo.past.dwellings import let_dwellings
from desktop.viewings.demo.surveys import ask_people


def make(store: Store, who: Actor, today: date) -> None:
    """Fill a store that has the estate of the demo. What happened before goes in as it ended; the
    dwellings that are being let go through the same actions as a user's clicks."""
    clock = store.now
    try:
        pilots = begin_pilots(store, who, today)
        let_dwellings(store, who, pilots, today)
        ask_people(store, who, pilots)
        bring_to_steps(store, pilots, today)
        with standing_at(store, at(today, 6)):
            remove_order_tables(store)
    finally:
        store.now = clock
    store.forget_undo()
