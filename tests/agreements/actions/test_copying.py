"""What the next year takes over from the last."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from desktop.agreements.actions.agreements import add_agreement, change_agreement, move_agreement
from desktop.agreements.actions.commitments import add_commitment, commitment_done
from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.model import (
    Agreement,
    Commitment,
    Indicator,
    IndicatorStep,
    Measurement,
)
from desktop.agreements.states import (
    AgreementState,
    CommitmentKind,
    Direction,
    PartyKind,
    PathShape,
)
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from tests.support.agreements import MORGENVELD_2026
from tests.support.beleid import TEXT, Table
from tests.support.clock import Clock

SECONDS = 1.5  # for a year of eighteen agreements, also on a slow computer


def add_measured(
    table: Table,
    agreement: int,
    code: str = "BES-01a",
    direction: Direction = Direction.UP,
    cumulative: bool = False,
    measured: Iterable[tuple[date, str]] = (),
) -> None:
    """An indicator from 40 to 60 through 2026 with a goal on the way, and what was measured."""
    with table.store.act(table.who, "test.indicator") as act:
        indicator = Indicator(
            agreement_id=agreement, code=code, name="woningen", unit="aantal",
            direction=direction, cumulative=cumulative, baseline=Decimal(40),
            baseline_on=date(2025, 12, 31), goal=Decimal(60), goal_on=date(2026, 12, 31),
            path=PathShape.SCHEDULE, source="administratie", norm="Btiv art. 54(1)",
            owner_id=table.corporation, done_on=None,
            steps=[IndicatorStep(due_on=date(2026, 7, 1), value=Decimal(50))],
        )  # fmt: skip
        act.session.add(indicator)
        act.session.flush()
        for day, value in measured:
            act.session.add(
                Measurement(
                    indicator_id=indicator.id, measured_on=day, value=Decimal(value),
                    source="administratie", entered_at=table.store.now(),
                )
            )  # fmt: skip


def next_year(table: Table, *copy: int) -> int:
    """The talks of 2026, with the agreements that go on."""
    return start_cycle(
        table.store, table.who, 2026, table.municipality, table.parties,
        copy_from=table.cycle, copy=copy or (table.agreement,),
    )  # fmt: skip


def copied(table: Table, cycle: int, code: str = "BES-01") -> Agreement:
    with table.store.reading() as session:
        agreement = session.scalars(
            select(Agreement).where(Agreement.cycle_id == cycle, Agreement.code == code)
        ).one()
        for indicator in agreement.indicators:
            assert indicator.steps is not None
        for hanging in (agreement.clauses, agreement.commitments, agreement.steps):
            assert hanging is not None
        session.expunge_all()
        return agreement


def original(table: Table) -> Agreement:
    return copied(table, table.cycle)


def test_an_agreement_goes_on_under_its_code_and_lineage(table: Table) -> None:
    new, old = copied(table, next_year(table)), original(table)
    assert (new.code, new.lineage, new.title) == (old.code, old.lineage, old.title)
    assert new.theme_id == old.theme_id
    assert new.state is AgreementState.DRAFT
    assert new.postponed_from_id is None


def test_the_newest_text_is_the_first_version(table: Table) -> None:
    table.write(table.agreement, TEXT + " En meer.", "En meer.")
    (clause,) = copied(table, next_year(table)).clauses
    assert (clause.number, clause.text) == (1, TEXT + " En meer.")
    assert clause.plain_text == "En meer."
    assert clause.shared_on is None
    assert clause.in_force_on is None
    assert clause.made_at == table.store.now()


def test_of_a_signed_text_that_one_goes_on_and_no_proposal(table: Table) -> None:
    with table.store.act(table.who, "test.sign") as act:
        act.session.get_one(Agreement, table.agreement).clauses[0].in_force_on = date(2025, 12, 1)
    table.write(table.agreement, "Een voorstel dat niemand tekende.")
    (clause,) = copied(table, next_year(table)).clauses
    assert clause.text == TEXT


def test_an_idea_without_text_goes_on_as_an_idea(table: Table) -> None:
    idea = table.add("Nog zonder tekst", "VER")
    new = copied(table, next_year(table, idea), "VER-01")
    assert new.state is AgreementState.IDEA
    assert new.clauses == []


@pytest.mark.parametrize(
    ("until", "kept"), [(date(2029, 12, 31), date(2029, 12, 31)), (date(2027, 6, 30), None)]
)
def test_an_agreement_for_several_years_keeps_its_days_while_they_hold(
    table: Table, until: date, kept: date | None
) -> None:
    change_agreement(table.store, table.who, table.agreement, applies_to=until)
    assert copied(table, next_year(table)).applies_to == kept


def test_what_parties_do_goes_on_a_year_later_and_not_done(table: Table) -> None:
    commitment_done(table.store, table.who, table.commitments[0], date(2026, 3, 1))
    first, second, third = copied(table, next_year(table)).commitments
    assert first.what == "maakt de grond in Havenkwartier bouwrijp"
    assert first.kind is CommitmentKind.RESULT
    assert first.owner == "wethouder wonen"
    assert (first.due_on, first.done_on) == (date(2027, 4, 1), None)
    assert (second.due_on, third.due_on) == (None, None)


def test_a_party_that_left_the_table_promises_nothing(table: Table) -> None:
    care = add_party(table.store, table.who, "Zorggroep De Brug", PartyKind.CARE)
    with table.store.act(table.who, "test.commitment") as act:
        act.session.add(
            Commitment(agreement_id=table.agreement, party_id=care, what="helpt", owner="")
        )
    new = copied(table, next_year(table))
    assert care not in {one.party_id for one in new.commitments}
    assert len(new.commitments) == 3


def test_a_put_off_agreement_says_from_which(table: Table) -> None:
    move_agreement(
        table.store, table.who, table.agreement, AgreementState.CARRIED_OVER, "Geen grond."
    )
    assert copied(table, next_year(table)).postponed_from_id == table.agreement


def test_an_indicator_starts_from_the_last_value_with_its_goal_a_year_later(table: Table) -> None:
    measured = ((date(2026, 4, 1), "44"), (date(2026, 10, 1), "53.5"), (date(2026, 7, 1), "49"))
    add_measured(table, table.agreement, measured=measured)
    (indicator,) = copied(table, next_year(table)).indicators
    assert (indicator.baseline, indicator.baseline_on) == (Decimal("53.5"), date(2026, 10, 1))
    assert (indicator.goal, indicator.goal_on) == (Decimal(60), date(2027, 12, 31))
    assert [(s.due_on, s.value) for s in indicator.steps] == [(date(2027, 7, 1), Decimal(50))]
    assert (indicator.norm, indicator.owner_id) == ("Btiv art. 54(1)", table.corporation)
    assert indicator.done_on is None


def test_what_was_never_measured_keeps_its_baseline_a_year_later(table: Table) -> None:
    add_measured(table, table.agreement)
    (indicator,) = copied(table, next_year(table)).indicators
    assert (indicator.baseline, indicator.baseline_on) == (Decimal(40), date(2026, 12, 31))


def test_what_counts_through_the_year_starts_again(table: Table) -> None:
    add_measured(table, table.agreement, cumulative=True, measured=((date(2026, 10, 1), "58"),))
    (indicator,) = copied(table, next_year(table)).indicators
    assert (indicator.baseline, indicator.baseline_on) == (Decimal(40), date(2026, 12, 31))


def test_a_corrected_value_is_no_baseline(table: Table) -> None:
    add_measured(table, table.agreement, measured=((date(2026, 10, 1), "530"),))
    with table.store.act(table.who, "test.correct") as act:
        wrong = act.session.scalars(select(Measurement)).one()
        act.session.add(
            Measurement(
                indicator_id=wrong.indicator_id, measured_on=wrong.measured_on,
                value=Decimal(53), source="administratie", entered_at=table.store.now(),
                supersedes_id=wrong.id,
            )
        )  # fmt: skip
    (indicator,) = copied(table, next_year(table)).indicators
    assert indicator.baseline == Decimal(53)


def test_only_what_was_chosen_goes_on(table: Table) -> None:
    table.add("Gaat niet door", "VER")
    cycle = next_year(table)
    with table.store.reading() as session:
        codes = session.scalars(select(Agreement.code).where(Agreement.cycle_id == cycle)).all()
    assert codes == ["BES-01"]


def test_what_is_not_of_that_year_is_refused_and_nothing_begins(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        next_year(table, table.agreement, 99_999)
    assert refused.value.field == "copy"
    next_year(table)  # the refused year was not begun


def test_the_old_year_stays_as_it_was(table: Table) -> None:
    add_measured(table, table.agreement, measured=((date(2026, 10, 1), "53"),))
    before = original(table)
    next_year(table)
    after = original(table)
    assert after.version == before.version
    assert after.indicators[0].version == before.indicators[0].version
    assert len(after.clauses) == len(before.clauses)


def test_a_new_agreement_gets_no_code_of_another_year(table: Table) -> None:
    """BES-02 of 2025 does not go on: a new agreement of 2026 must not read as the same."""
    table.add("Gaat niet door")
    cycle = next_year(table)
    new = add_agreement(table.store, table.who, cycle, table.theme("BES"), "Nieuw")
    with table.store.reading() as session:
        assert session.get_one(Agreement, new).code == "BES-03"


def test_undoing_takes_the_whole_year_back(table: Table) -> None:
    add_measured(table, table.agreement, measured=((date(2026, 10, 1), "53"),))
    cycle = next_year(table)
    table.store.undo(table.who)
    with table.store.reading() as session:
        assert not session.scalars(select(Agreement).where(Agreement.cycle_id == cycle)).all()
    next_year(table)


def test_a_year_of_eighteen_agreements_is_copied_in_reasonable_time(
    table: Table, clock: Clock
) -> None:
    clock.move_to(datetime(2026, 7, 15, 10, 0, tzinfo=AMSTERDAM))
    ids = []
    for row in MORGENVELD_2026:
        theme = row.code[:3]
        id = table.agreement if row.code == "BES-01" else table.add(row.code, theme, row.code)
        if row.code != "BES-01":
            table.write(id, f"Tekst van {row.code}. " * 40)
            for party in table.parties:
                add_commitment(table.store, table.who, id, party, "doet iets")
        days = [date(2026, month, 1) for month in (2, 3, 4, 5, 6, 7)]
        add_measured(table, id, f"{row.code}a", measured=((day, "45") for day in days))
        ids.append(id)
    begin = time.perf_counter()
    cycle = next_year(table, *ids)
    assert time.perf_counter() - begin < SECONDS
    with table.store.reading() as session:
        going = session.scalars(select(Agreement).where(Agreement.cycle_id == cycle)).all()
        assert {a.code for a in going} == {row.code for row in MORGENVELD_2026}
        assert all(a.newest and a.commitments and a.indicators for a in going)
