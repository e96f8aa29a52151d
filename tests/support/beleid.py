"""A small world of agreements: three parties of Morgenveld, the talks of 2025 about 2026, and one
agreement with its text. Made through the actions, as people make it. Everybody is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop.agreements.actions.agreements import add_agreement
from desktop.agreements.actions.clauses import take_position, write_clause
from desktop.agreements.actions.commitments import add_commitment
from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.actions.seeds import ensure_seeds
from desktop.agreements.model import Agreement, Clause, Theme
from desktop.agreements.states import AgreementState, CommitmentKind, PartyKind, PositionValue
from desktop.store import Actor, Store
from tests.support.remembered import remembered

TEXT = "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen."
PLAIN_TEXT = "Er komen in 2026 60 nieuwe sociale huurwoningen bij."


@dataclass(frozen=True)
class Table:
    """The rows of the world: who sits at the table, the year, its first agreement with its text
    and what each party does for it."""

    store: Store
    who: Actor
    municipality: int
    corporation: int
    tenants: int
    cycle: int
    agreement: int
    clause: int
    commitments: tuple[int, int, int]

    @property
    def parties(self) -> tuple[int, int, int]:
        return self.municipality, self.corporation, self.tenants

    def theme(self, code: str) -> int:
        """The chapter with this code, such as "VER"."""
        with self.store.reading() as session:
            return session.scalars(select(Theme.id).where(Theme.code == code)).one()

    def add(self, title: str, theme: str = "BES", code: str = "") -> int:
        """Another agreement in the year, without text."""
        return add_agreement(self.store, self.who, self.cycle, self.theme(theme), title, code)

    def write(
        self,
        agreement: int,
        text: str = TEXT,
        plain_text: str = PLAIN_TEXT,
        after: int | None = None,
        author: int | None = None,
    ) -> int:
        """A new version of a text, of the corporation when nobody else wrote it."""
        return write_clause(
            self.store, self.who, agreement, text, plain_text, author or self.corporation,
            after=after,
        )  # fmt: skip

    def state(self, agreement: int | None = None) -> AgreementState:
        """How far an agreement is, the first one when none is named."""
        with self.store.reading() as session:
            return session.get_one(Agreement, agreement or self.agreement).state

    def version(self, clause: int) -> Clause:
        """A version of a text as it is kept."""
        with self.store.reading() as session:
            kept = session.get_one(Clause, clause)
            session.expunge_all()
            return kept

    def agree(self, clause: int) -> None:
        """Every party agrees to a version; the agreement is then agreed."""
        for party in self.parties:
            take_position(self.store, self.who, clause, party, PositionValue.AGREES)


@remembered
def make_table(store: Store, who: Actor) -> Table:
    """Fill an empty store with the world."""
    ensure_seeds(store)
    municipality = add_party(
        store, who, "Gemeente Morgenveld", PartyKind.MUNICIPALITY, "Morgenveld"
    )
    corporation = add_party(
        store, who, "Woonstichting Morgenwonen", PartyKind.CORPORATION, "Morgenwonen"
    )
    tenants = add_party(
        store, who, "Huurdersvereniging Samen Morgenveld", PartyKind.TENANTS, "Samen Morgenveld",
        is_umbrella=True, training_days=4, phone="0500 – 00 00 00",
    )  # fmt: skip
    cycle = start_cycle(store, who, 2025, municipality, (corporation, tenants))
    with store.reading() as session:
        theme = session.scalars(select(Theme.id).where(Theme.code == "BES")).one()
    agreement = add_agreement(
        store, who, cycle, theme, "60 nieuwe sociale huurwoningen", short_title="60 nieuwe woningen"
    )
    clause = write_clause(store, who, agreement, TEXT, PLAIN_TEXT, corporation)
    commitments = (
        add_commitment(
            store, who, agreement, municipality, "maakt de grond in Havenkwartier bouwrijp",
            CommitmentKind.RESULT, date(2026, 4, 1), "wethouder wonen",
        ),
        add_commitment(store, who, agreement, corporation, "bouwt de woningen"),
        add_commitment(store, who, agreement, tenants, "denkt mee over de plattegronden"),
    )  # fmt: skip
    return Table(
        store, who, municipality, corporation, tenants, cycle, agreement, clause, commitments
    )
