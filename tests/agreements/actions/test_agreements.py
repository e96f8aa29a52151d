"""An agreement: its code through the years, what can change of it, and how far it is."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop.agreements.actions.agreements import (
    add_agreement,
    change_agreement,
    move_agreement,
)
from desktop.agreements.actions.cycles import move_cycle, start_cycle
from desktop.agreements.actions.parties import add_party
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.model import Agreement, AgreementStep, PolicyGoal
from desktop.agreements.states import AgreementState, CycleState, PartyKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.search import find
from tests.support.agreed import Year, make_year
from tests.support.beleid import Table

A = AgreementState


@pytest.fixture
def signed(store: Store, who: Actor) -> Year:
    year = make_year(store, who)
    year.sign(year.seal())
    return year


def agreement_of(table: Table, id: int | None = None) -> Agreement:
    with table.store.reading() as session:
        agreement = session.get_one(Agreement, id or table.agreement)
        session.expunge_all()
        return agreement


def next_cycle(table: Table) -> int:
    return start_cycle(table.store, table.who, 2026, table.municipality, table.parties)


def move(table: Table, state: AgreementState, reason: str = "") -> None:
    move_agreement(table.store, table.who, table.agreement, state, reason)


# Codes -----------------------------------------------------------------------------------------


def test_without_a_code_an_agreement_gets_the_next_of_its_chapter(table: Table) -> None:
    assert agreement_of(table).code == "BES-01"
    assert agreement_of(table, table.add("Tweede")).code == "BES-02"
    assert agreement_of(table, table.add("Warm", "VER")).code == "VER-01"


def test_a_code_is_of_one_agreement_in_a_year(table: Table) -> None:
    with pytest.raises(Refused, match="BES-01") as refused:
        table.add("Nog een", code="bes-01")
    assert refused.value.field == "code"


def test_a_code_of_another_year_is_the_same_agreement(table: Table) -> None:
    again = add_agreement(
        table.store, table.who, next_cycle(table), table.theme("BES"), "Weer 60", "BES-01"
    )
    assert agreement_of(table, again).lineage == agreement_of(table).lineage


def test_without_a_code_a_new_year_gives_a_new_one(table: Table) -> None:
    new = add_agreement(
        table.store, table.who, next_cycle(table), table.theme("BES"), "Iets anders"
    )
    assert agreement_of(table, new).code == "BES-02"
    assert agreement_of(table, new).lineage != agreement_of(table).lineage


def test_another_municipality_counts_for_itself(table: Table) -> None:
    elsewhere = add_party(table.store, table.who, "Gemeente Elders", PartyKind.MUNICIPALITY)
    cycle = start_cycle(table.store, table.who, 2025, elsewhere, (table.corporation,))
    there = add_agreement(table.store, table.who, cycle, table.theme("BES"), "Ook 60")
    assert agreement_of(table, there).code == "BES-01"
    assert agreement_of(table, there).lineage != agreement_of(table).lineage


def test_a_code_can_change_while_no_other_year_has_it(table: Table) -> None:
    change_agreement(table.store, table.who, table.agreement, code="BES-09")
    assert agreement_of(table).code == "BES-09"
    start_cycle(
        table.store, table.who, 2026, table.municipality, table.parties,
        copy_from=table.cycle, copy=(table.agreement,),
    )  # fmt: skip
    with pytest.raises(Refused, match="andere jaren") as refused:
        change_agreement(table.store, table.who, table.agreement, code="BES-10")
    assert refused.value.field == "code"


def test_a_code_changes_to_no_code_in_use(table: Table) -> None:
    second = table.add("Tweede")
    with pytest.raises(Refused) as refused:
        change_agreement(table.store, table.who, second, code="BES-01")
    assert refused.value.field == "code"


# Facts -----------------------------------------------------------------------------------------


def test_an_agreement_is_kept_as_it_was_given(table: Table) -> None:
    policy = add_policy(
        table.store, table.who, table.municipality, "Woonvisie", None, None, None, ("Meer huizen",)
    )
    with table.store.reading() as session:
        goal = session.scalars(select(PolicyGoal.id).where(PolicyGoal.document_id == policy)).one()
    change_agreement(
        table.store, table.who, table.agreement, title=" 60 woningen ", district="Havenkwartier",
        postcode=" 9871 ", goal_id=goal, applies_to=date(2029, 12, 31),
    )  # fmt: skip
    agreement = agreement_of(table)
    assert (agreement.title, agreement.district) == ("60 woningen", "Havenkwartier")
    assert (agreement.postcode, agreement.goal_id) == ("9871", goal)
    assert agreement.applies_to == date(2029, 12, 31)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 161}, "title"),
        ({"short_title": "x" * 81}, "short_title"),
        ({"postcode": "987"}, "postcode"),
        ({"postcode": "9871 AB"}, "postcode"),
        ({"postcode": "٩٨٧١"}, "postcode"),
        ({"applies_to": date(2025, 1, 1)}, "applies_to"),
        ({"applies_to": date(2026, 9, 30)}, "applies_to"),  # not the whole of 2026
        ({"applies_from": date(2026, 2, 1)}, "applies_from"),
        ({"code": "BES"}, "code"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    table: Table, facts: dict[str, object], field: str
) -> None:
    before = agreement_of(table)
    with pytest.raises(Refused) as refused:
        change_agreement(table.store, table.who, table.agreement, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert agreement_of(table).version == before.version


def test_a_goal_that_is_gone_is_refused(table: Table) -> None:
    with pytest.raises(Refused):
        change_agreement(table.store, table.who, table.agreement, goal_id=99_999)


def test_who_changes_what_somebody_else_changed_chooses(table: Table) -> None:
    seen = agreement_of(table).version
    change_agreement(table.store, table.who, table.agreement, seen, title="Van Bo")
    with pytest.raises(Conflict) as conflict:
        change_agreement(table.store, table.who, table.agreement, seen, title="Van Noor")
    assert conflict.value.theirs == {"title": "Van Bo"}


def test_an_agreement_is_found_by_its_words(table: Table) -> None:
    change_agreement(table.store, table.who, table.agreement, district="Havenkwartier")
    with table.store.reading() as session:
        assert [hit.id for hit in find(session, "havenkwartier", ["agreement"])] == [
            table.agreement
        ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": "Iets anders"}, "title"),
        ({"code": "BES-09"}, "code"),
        ({"applies_to": date(2029, 12, 31)}, "applies_to"),
    ],
)
def test_what_was_signed_does_not_change(
    signed: Year, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused, match="nieuwe versie") as refused:
        change_agreement(signed.store, signed.who, signed.table.agreement, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_how_the_corporation_keeps_a_signed_agreement_in_order_may_change(signed: Year) -> None:
    change_agreement(
        signed.store, signed.who, signed.table.agreement, short_title="60 huizen",
        title="60 nieuwe sociale huurwoningen",
    )  # fmt: skip
    assert agreement_of(signed.table).short_title == "60 huizen"


def test_nothing_joins_a_year_that_was_signed(signed: Year) -> None:
    with pytest.raises(Refused, match="volgende jaar"):
        signed.table.add("Nog iets")


# Steps -----------------------------------------------------------------------------------------


def test_an_agreement_is_agreed_when_all_say_so(table: Table) -> None:
    move(table, A.TALKS)
    with pytest.raises(Refused) as refused:
        move(table, A.AGREED)
    assert "Morgenveld, Morgenwonen, Samen Morgenveld" in refused.value.sentence


def test_an_agreement_without_text_is_agreed_by_nobody(table: Table) -> None:
    idea = table.add("Zonder tekst")
    move_agreement(table.store, table.who, idea, A.DRAFT)
    move_agreement(table.store, table.who, idea, A.TALKS)
    with pytest.raises(Refused) as refused:
        move_agreement(table.store, table.who, idea, A.AGREED)
    assert refused.value.field == "text"


def test_an_agreement_is_adopted_by_signing_only(table: Table) -> None:
    table.agree(table.clause)
    with pytest.raises(Refused, match="alle partijen hebben getekend"):
        move(table, A.ADOPTED)


def test_each_step_is_kept_with_its_day_and_reason(table: Table) -> None:
    move(table, A.TALKS)
    move(table, A.DRAFT, "De grond is nog niet zeker.")
    with table.store.reading() as session:
        steps = session.scalars(
            select(AgreementStep)
            .where(AgreementStep.agreement_id == table.agreement)
            .order_by(AgreementStep.id)
        ).all()
        assert [step.state for step in steps] == [A.DRAFT, A.TALKS, A.DRAFT]
        assert steps[-1].reason == "De grond is nog niet zeker."


@pytest.mark.parametrize("end", [A.ACHIEVED, A.MISSED])
def test_what_runs_ends_one_way_or_the_other(signed: Year, end: AgreementState) -> None:
    with pytest.raises(Refused):
        move(signed.table, end)
    move_cycle(signed.store, signed.who, signed.cycle, CycleState.RUNNING)
    move(signed.table, end)
    assert signed.table.state() is end
