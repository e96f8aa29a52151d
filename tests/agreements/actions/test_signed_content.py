"""What was signed cannot change by any action, nor by undoing what came before the signing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.agreements.actions.agreements import (
    add_agreement,
    change_agreement,
    move_agreement,
)
from desktop.agreements.actions.clauses import (
    amend,
    settle_position,
    share_clause,
    take_position,
    write_clause,
)
from desktop.agreements.actions.commitments import (
    add_commitment,
    change_commitment,
    commitment_done,
    remove_commitment,
)
from desktop.agreements.actions.cycles import (
    change_period,
    look_back,
    move_cycle,
    policy_received,
    seat_party,
    start_cycle,
)
from desktop.agreements.actions.signing import seal, sign, strike_signature
from desktop.agreements.model import Agreement, Clause, Commitment, Cycle, Position, Seal, Signature
from desktop.agreements.states import AgreementState, CommitmentKind, CycleState, PositionValue
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreed import Year, make_year
from tests.support.clock import Clock

EXAMPLES = settings(deadline=None, max_examples=40)

Deed = Callable[[Year], object]


@dataclass(frozen=True)
class Signed:
    """Everything that the parties put their names under, and their names."""

    period: tuple[date, date]
    agreements: tuple[tuple[Any, ...], ...]
    clauses: tuple[tuple[Any, ...], ...]
    commitments: tuple[tuple[Any, ...], ...]
    positions: tuple[tuple[Any, ...], ...]
    seals: tuple[tuple[Any, ...], ...]
    signatures: tuple[tuple[Any, ...], ...]


def signed_content(store: Store, cycle_id: int, clause_ids: tuple[int, ...]) -> Signed:
    """What is signed now; of the clauses those that were in force at the signing."""
    with store.reading() as session:
        cycle = session.get_one(Cycle, cycle_id)
        agreements = session.scalars(
            select(Agreement).where(Agreement.cycle_id == cycle_id).order_by(Agreement.id)
        ).all()
        clauses = session.scalars(
            select(Clause).where(Clause.id.in_(clause_ids)).order_by(Clause.id)
        ).all()
        commitments = session.scalars(
            select(Commitment)
            .join(Agreement)
            .where(Agreement.cycle_id == cycle_id)
            .order_by(Commitment.id)
        ).all()
        positions = session.scalars(
            select(Position).where(Position.clause_id.in_(clause_ids)).order_by(Position.id)
        ).all()
        seals = session.scalars(select(Seal).where(Seal.cycle_id == cycle_id)).all()
        signatures = session.scalars(select(Signature).order_by(Signature.id)).all()
        return Signed(
            (cycle.applies_from, cycle.applies_to),
            tuple((a.id, a.code, a.title, a.theme_id, a.applies_to) for a in agreements),
            tuple((c.number, c.text, c.plain_text, c.digest, c.in_force_on) for c in clauses),
            tuple((c.id, c.party_id, c.what, c.kind, c.due_on) for c in commitments),
            tuple((p.id, p.party_id, p.value, p.remark, p.settled_on) for p in positions),
            tuple((s.digest, repr(s.content), s.sealed_on) for s in seals),
            tuple((s.seal_id, s.party_id, s.signed_on) for s in signatures),
        )


def clauses_in_force(store: Store) -> tuple[int, ...]:
    with store.reading() as session:
        return tuple(session.scalars(select(Clause.id).where(Clause.in_force_on.is_not(None))))


@dataclass(frozen=True)
class SignedYear:
    """A year that was signed, as a file to copy for each example."""

    file: Path
    year: Year
    clock: Clock
    clauses: tuple[int, ...]

    @contextmanager
    def copied(self) -> Iterator[Year]:
        with TemporaryDirectory() as folder:
            store = Store.open(Path(shutil.copy(self.file, Path(folder) / "example.db")))
            store.now = self.clock
            try:
                yield replace(self.year, table=replace(self.year.table, store=store))
            finally:
                store.close()

    def content(self, year: Year) -> Signed:
        return signed_content(year.store, year.cycle, self.clauses)


@pytest.fixture
def signed(store: Store, who: Actor, clock: Clock, tmp_path: Path) -> SignedYear:
    year = make_year(store, who)
    year.sign(year.seal())
    clauses = clauses_in_force(store)
    file = tmp_path / "signed.db"
    with closing(sqlite3.connect(str(store.address))) as connection:
        connection.execute("VACUUM INTO ?", (str(file),))
    return SignedYear(file, year, clock, clauses)


# What people can do ----------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))


@st.composite
def deeds(draw: st.DrawFn) -> Deed:
    """One step that somebody may try on a signed year."""
    words, day = draw(WORDS), draw(DAYS)
    party, one = draw(st.integers(0, 2)), draw(st.integers(0, 1))
    number = draw(st.integers(1, 6))
    state, agreed = draw(st.sampled_from(AgreementState)), draw(st.sampled_from(PositionValue))
    cycle_state = draw(st.sampled_from(CycleState))
    first, last = draw(st.dates(date(2025, 1, 1), date(2026, 6, 1))), date(2026, 12, 31)

    def agreement(y: Year) -> int:
        return sorted(y.agreements.values())[one]

    choices: list[Deed] = [
        lambda y: write_clause(y.store, y.who, agreement(y), words, words, y.parties[party]),
        lambda y: share_clause(y.store, y.who, number, day),
        lambda y: take_position(y.store, y.who, number, y.parties[party], agreed, words),
        lambda y: settle_position(y.store, y.who, number, day),
        lambda y: change_agreement(y.store, y.who, agreement(y), title=words),
        lambda y: change_agreement(y.store, y.who, agreement(y), code="BES-77"),
        lambda y: change_agreement(y.store, y.who, agreement(y), applies_to=day),
        lambda y: change_agreement(y.store, y.who, agreement(y), theme_id=number),
        lambda y: move_agreement(y.store, y.who, agreement(y), state, words),
        lambda y: add_agreement(y.store, y.who, y.cycle, number, words),
        lambda y: add_commitment(y.store, y.who, agreement(y), y.parties[party], words),
        lambda y: change_commitment(y.store, y.who, number, what=words),
        lambda y: change_commitment(y.store, y.who, number, due_on=day),
        lambda y: change_commitment(y.store, y.who, number, kind=CommitmentKind.RESULT),
        lambda y: remove_commitment(y.store, y.who, number),
        lambda y: commitment_done(y.store, y.who, number, day),
        lambda y: move_cycle(y.store, y.who, y.cycle, cycle_state, day, words),
        lambda y: change_period(y.store, y.who, y.cycle, first, last),
        lambda y: policy_received(y.store, y.who, y.cycle, day),
        lambda y: seat_party(y.store, y.who, y.cycle, y.parties[party]),
        lambda y: look_back(y.store, y.who, agreement(y), words),
        lambda y: start_cycle(
            y.store, y.who, 2026, y.municipality, y.parties, copy_from=y.cycle,
            copy=(agreement(y),),
        ),
        lambda y: seal(y.store, y.who, y.cycle),
        lambda y: sign(y.store, y.who, 1, y.parties[party], day, words, words),
        lambda y: strike_signature(y.store, y.who, number),
        lambda y: y.store.undo(y.who),
        lambda y: y.store.redo(y.who),
    ]  # fmt: skip
    return draw(st.sampled_from(choices))


def attempt(year: Year, deed: Deed) -> None:
    """Somebody tries; what cannot be is refused in words, and nothing else ever happens."""
    try:
        deed(year)
    except Refused as refused:
        said = refused.sentence
    else:
        return
    assert said


def test_no_steps_change_what_was_signed(signed: SignedYear) -> None:
    @EXAMPLES
    @given(st.lists(deeds(), min_size=1, max_size=6))
    def check(tried: list[Deed]) -> None:
        with signed.copied() as year:
            before = signed.content(year)
            for deed in tried:
                attempt(year, deed)
            assert signed.content(year) == before

    check()


BEFORE_SIGNING: dict[str, Deed] = {
    "title": lambda y: change_agreement(y.store, y.who, y.table.agreement, title="Andere titel"),
    "chapter": lambda y: change_agreement(y.store, y.who, y.table.agreement, theme_id=3),
    "text": lambda y: write_clause(
        y.store, y.who, y.table.agreement, "Nieuwe tekst.", "Nieuwe tekst.", y.tenants
    ),
    "position": lambda y: take_position(
        y.store, y.who, y.table.clause, y.tenants, PositionValue.AGREES, "Mooi."
    ),
    "promise": lambda y: change_commitment(
        y.store, y.who, y.table.commitments[0], what="maakt de grond klaar"
    ),
    "new promise": lambda y: add_commitment(
        y.store, y.who, y.table.agreement, y.tenants, "kijkt mee"
    ),
    "promise taken back": lambda y: remove_commitment(y.store, y.who, y.table.commitments[2]),
    "period": lambda y: change_period(
        y.store, y.who, y.cycle, date(2026, 1, 1), date(2029, 12, 31)
    ),
}


@pytest.mark.parametrize("deed", BEFORE_SIGNING.values(), ids=BEFORE_SIGNING)
def test_a_window_undoes_nothing_that_was_signed_in_another(
    store: Store, who: Actor, clock: Clock, deed: Deed
) -> None:
    year = make_year(store, who)
    deed(year)
    window = Store.open(str(store.address))
    window.now = clock
    try:
        elsewhere = replace(year, table=replace(year.table, store=window))
        with window.reading() as session:
            newest = session.get_one(Agreement, year.table.agreement).newest
            assert newest is not None
            number = newest.id
        elsewhere.table.agree(number)
        elsewhere.sign(elsewhere.seal())
        clauses = clauses_in_force(window)
        before = signed_content(window, year.cycle, clauses)
        with pytest.raises(Refused):
            store.undo(who)
        assert signed_content(window, year.cycle, clauses) == before
    finally:
        window.close()


@pytest.mark.parametrize(
    "name", ["text", "plain_text", "number", "agreement_id", "author_id", "digest"]
)
def test_a_version_is_written_once_whoever_tries(signed: SignedYear, name: str) -> None:
    value: object = "x" if name in ("text", "plain_text", "digest") else 3
    with (
        pytest.raises(ValueError, match="written once"),
        signed.year.store.act(signed.year.who, "test.tamper") as act,
    ):
        setattr(act.session.get_one(Clause, signed.clauses[0]), name, value)


def test_a_text_in_force_does_not_go_out_of_force(signed: SignedYear) -> None:
    for value in (None, date(2020, 1, 1)):
        with (
            pytest.raises(Refused),
            signed.year.store.act(signed.year.who, "test.tamper") as act,
        ):
            act.session.get_one(Clause, signed.clauses[0]).in_force_on = value


def test_an_amendment_leaves_the_signed_text_as_it_was(signed: SignedYear) -> None:
    year = signed.year
    before = signed.content(year)
    year.rewrite("Een andere tekst, waar iedereen het mee eens is.")
    amend(year.store, year.who, year.agreements["BES-01"], "Er is meer grond.")
    attempt(year, lambda y: y.store.undo(y.who))
    assert signed.content(year) == before
    now = year.in_force()
    assert now is not None
    assert now.text == "Een andere tekst, waar iedereen het mee eens is."
