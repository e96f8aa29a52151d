"""The talks of 2026 with their bid, for tests of terms, papers and disputes; all made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.agreements.actions.bids import (
    not_foreseen,
    send_bid,
    set_item,
    start_bid,
    supervisors_approved,
)
from desktop.agreements.actions.cycles import policy_received, start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.model import Cycle
from desktop.agreements.states import BidLetter, CycleState, PartyKind
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.remembered import remembered

YEAR = 2026
POLICY_ON = date(2026, 2, 12)
APPROVED_ON = date(2026, 6, 22)
SENT_ON = date(2026, 6, 29)


@dataclass(frozen=True)
class Talks:
    """The talks of a year in Morgenveld: who sits at the table, and the number of its cycle."""

    store: Store
    who: Actor
    clock: Clock
    municipality: int
    corporation: int
    tenants: int
    residents: int
    cycle: int

    @property
    def receivers(self) -> tuple[int, int, int]:
        return self.municipality, self.tenants, self.residents

    def on(self, day: date) -> None:
        """It becomes nine in the morning of a day."""
        self.clock.move_to(datetime(day.year, day.month, day.day, 9, tzinfo=AMSTERDAM))

    def whole_bid(self) -> int:
        """A bid that lacks nothing and is approved, but has not gone out."""
        bid = start_bid(self.store, self.who, self.cycle)
        for letter in BidLetter:
            if letter is BidLetter.B:
                not_foreseen(self.store, self.who, bid, letter)
            else:
                self.add_work(bid, letter)
        supervisors_approved(self.store, self.who, bid, APPROVED_ON)
        return bid

    def add_work(self, bid: int, letter: BidLetter) -> int:
        years = {year: f"{year - 2000} woningen" for year in range(2027, 2032)}
        return set_item(
            self.store, self.who, bid, letter, "Woningen aanpakken", "9871", years=years
        )

    def sent_bid(self, on: date = SENT_ON, received: dict[int, date] | None = None) -> int:
        """The bid went out, and whoever is in `received` has it."""
        bid = self.whole_bid()
        send_bid(self.store, self.who, bid, on, received)
        return bid

    def sign(self) -> None:
        """All parties signed: straight in the database, signing has tests of its own."""
        with self.store.act(self.who, "test.signed") as act:
            act.session.get_one(Cycle, self.cycle).state = CycleState.SIGNED


@remembered
def begin_talks(
    store: Store, who: Actor, clock: Clock, year: int = YEAR, policy_on: date | None = POLICY_ON
) -> Talks:
    """Fill an empty store; it is the day of the bid's approval."""
    municipality = add_party(store, who, "Gemeente Morgenveld", PartyKind.MUNICIPALITY)
    corporation = add_party(store, who, "Woonstichting Morgenwonen", PartyKind.CORPORATION)
    tenants = add_party(store, who, "Huurdersvereniging Samen Morgenveld", PartyKind.TENANTS)
    residents = add_party(store, who, "Bewonerscommissie Havenflat", PartyKind.RESIDENTS)
    cycle = start_cycle(store, who, year, municipality, (corporation, tenants, residents))
    policy_received(store, who, cycle, policy_on)
    return Talks(store, who, clock, municipality, corporation, tenants, residents, cycle)
