"""A year of Morgenveld on whose two agreements the parties agree: ready to be put before them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.agreements.actions.commitments import add_commitment
from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.actions.signing import seal, sign
from desktop.agreements.model import Agreement, Clause, Cycle
from desktop.agreements.states import CycleState
from desktop.store import Actor, Store
from tests.support.beleid import Table, make_table
from tests.support.remembered import remembered

SECOND_TEXT = "De corporatie en de gemeente antwoorden binnen zes weken."
STEPS = (CycleState.NO_POLICY, CycleState.TALKS, CycleState.DRAFT, CycleState.DECIDING)


@dataclass(frozen=True)
class Year:
    """The year with its agreements by code."""

    table: Table
    agreements: dict[str, int]

    @property
    def store(self) -> Store:
        return self.table.store

    @property
    def who(self) -> Actor:
        return self.table.who

    @property
    def cycle(self) -> int:
        return self.table.cycle

    @property
    def municipality(self) -> int:
        return self.table.municipality

    @property
    def corporation(self) -> int:
        return self.table.corporation

    @property
    def tenants(self) -> int:
        return self.table.tenants

    @property
    def parties(self) -> tuple[int, int, int]:
        return self.table.parties

    def seal(self) -> int:
        """Put the text before the parties."""
        return seal(self.store, self.who, self.cycle)

    def sign(self, sealed: int, *parties: int) -> list[int]:
        """Let parties sign today; all of them when none is named."""
        return [
            sign(self.store, self.who, sealed, party, None, "Morgenveld", "voorzitter")
            for party in parties or self.parties
        ]

    def rewrite(self, text: str, code: str = "BES-01") -> int:
        """Another text to which all parties agree."""
        clause = self.table.write(self.agreements[code], text)
        self.table.agree(clause)
        return clause

    def state(self) -> CycleState:
        with self.store.reading() as session:
            return session.get_one(Cycle, self.cycle).state

    def in_force(self, code: str = "BES-01") -> Clause | None:
        with self.store.reading() as session:
            clause = session.get_one(Agreement, self.agreements[code]).in_force
            session.expunge_all()
            return clause


@remembered
def make_year(store: Store, who: Actor) -> Year:
    """Fill an empty store with the year, on the eve of signing."""
    table = make_table(store, who)
    second = table.add("Antwoord binnen zes weken", "PAR")
    add_commitment(store, who, second, table.municipality, "antwoordt")
    add_commitment(store, who, second, table.corporation, "antwoordt")
    for clause in (table.clause, table.write(second, SECOND_TEXT)):
        table.agree(clause)
    for state in STEPS:
        move_cycle(store, who, table.cycle, state)
    return Year(table, {"BES-01": table.agreement, "PAR-01": second})
