"""Versions of a text: written once, agreed to by all, and nothing lost between two desks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.clauses import (
    WrittenMeanwhile,
    share_clause,
    take_position,
    write_clause,
)
from desktop.agreements.actions.parties import add_party
from desktop.agreements.model import Agreement
from desktop.agreements.rules.redline import accept, diff, reject
from desktop.agreements.states import AgreementState, PartyKind, PositionValue
from desktop.estate.model import Role, StaffUser
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import PLAIN_TEXT, TEXT, Table, make_table
from tests.support.clock import Clock

A, V = AgreementState, PositionValue


def texts(table: Table) -> list[str]:
    with table.store.reading() as session:
        return [clause.text for clause in session.get_one(Agreement, table.agreement).clauses]


# Writing ---------------------------------------------------------------------------------------


def test_the_first_text_makes_an_idea_a_draft(table: Table) -> None:
    assert table.state() is A.DRAFT
    assert table.state(table.add("Nog zonder tekst")) is A.IDEA


def test_another_text_is_another_version_and_the_old_one_stays(table: Table) -> None:
    second = table.write(table.agreement, TEXT + " In Havenkwartier.")
    assert texts(table) == [TEXT, TEXT + " In Havenkwartier."]
    assert table.version(second).number == 2
    assert table.version(table.clause).text == TEXT


def test_a_version_knows_who_wrote_it_and_its_fingerprint(table: Table) -> None:
    clause = table.version(table.clause)
    assert clause.author_id == table.corporation
    assert clause.staff_id == table.who.id
    assert clause.made_at == table.store.now()
    assert clause.digest == sha256(TEXT.encode()).hexdigest()


def test_the_same_text_is_no_new_version(table: Table) -> None:
    with pytest.raises(Refused, match="versie 1"):
        table.write(table.agreement, f"  {TEXT}\n", PLAIN_TEXT)
    assert texts(table) == [TEXT]


def test_other_plain_words_are_a_new_version(table: Table) -> None:
    table.write(table.agreement, TEXT, "Er komen woningen bij.")
    assert texts(table) == [TEXT, TEXT]


def test_an_empty_text_is_refused(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        table.write(table.agreement, " \n ")
    assert refused.value.field == "text"


def test_a_party_that_is_not_at_the_table_writes_nothing(table: Table) -> None:
    guest = add_party(table.store, table.who, "Zorggroep De Brug", PartyKind.CARE)
    with pytest.raises(Refused) as refused:
        table.write(table.agreement, "Iets anders.", author=guest)
    assert refused.value.field == "party_id"


def test_what_ended_keeps_its_text(table: Table) -> None:
    move_agreement(table.store, table.who, table.agreement, A.LAPSED, "De grond is verkocht.")
    with pytest.raises(Refused, match="voorbij"):
        table.write(table.agreement, "Toch nog iets.")


ODD_TEXTS = {
    "ten thousand characters": ("Woord. " * 1429)[:10_000].strip(),
    "emoji of several signs": "Iedereen 👩‍👩‍👧 telt mee 🏘️ in Morgenveld 🇳🇱.",
    "right to left": "העירייה בונה שישים דירות. البلدية تبني ستين مسكنا. En dan weer Nederlands.",
    "combining accents": "Een cafe\u0301 is geen café.",
    "tabs and lines": "Eerste regel\n\tTweede\u00a0regel",
    "looks like markup": "<b>&amp;</b> {name} %s 'x'; DROP TABLE clause; --",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_any_text_is_kept_sign_by_sign(table: Table, text: str) -> None:
    clause = table.version(table.write(table.agreement, text, text))
    assert clause.text == clause.plain_text == text
    assert accept(diff(TEXT, clause.text)) == text
    assert reject(diff(TEXT, clause.text)) == TEXT


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_any_text_is_kept_in_every_database(any_store: Store, any_who: Actor, text: str) -> None:
    table = make_table(any_store, any_who)
    assert table.version(table.write(table.agreement, text, text)).text == text


@pytest.mark.parametrize("sign", ["\ud83d", "\0"], ids=["half an emoji", "the sign zero"])
def test_a_sign_that_no_database_keeps_is_pointed_out(table: Table, sign: str) -> None:
    with pytest.raises(Refused, match="Teken 6 "):
        table.write(table.agreement, f"Tekst{sign} met iets geks.")
    assert texts(table) == [TEXT]


def test_line_ends_of_another_computer_are_no_change(table: Table) -> None:
    table.write(table.agreement, "Eerste\nTweede")
    with pytest.raises(Refused, match="dezelfde tekst"):
        table.write(table.agreement, "Eerste\r\nTweede")


# Two desks -------------------------------------------------------------------------------------


def colleague(store: Store) -> Actor:
    with store.act(Actor(None, "test"), "test.colleague") as act:
        user = StaffUser(login="bo", name="Bo Jansen", role=Role.CONSULTANT)
        act.session.add(user)
        act.session.flush()
        return Actor(user.id, user.name)


def test_the_second_writer_hears_who_wrote_and_when_and_sees_both_texts(
    table: Table, clock: Clock
) -> None:
    other = colleague(table.store)
    clock.move_on(minutes=5)
    write_clause(
        table.store, other, table.agreement, "Tekst van Bo.", "Van Bo.", table.tenants, after=1
    )
    clock.move_on(minutes=5)
    with pytest.raises(WrittenMeanwhile) as conflict:
        table.write(table.agreement, "Tekst van Noor.", "Van Noor.", after=1)
    assert "Bo Jansen" in conflict.value.sentence
    assert "versie 2" in conflict.value.sentence
    assert "10:05" in conflict.value.sentence
    assert conflict.value.theirs == {"text": "Tekst van Bo.", "plain_text": "Van Bo."}
    assert conflict.value.mine == {"text": "Tekst van Noor.", "plain_text": "Van Noor."}
    assert texts(table) == [TEXT, "Tekst van Bo."]


def test_having_seen_both_the_second_writer_saves_and_nothing_is_lost(table: Table) -> None:
    table.write(table.agreement, "Tekst van Bo.", after=1)
    with pytest.raises(WrittenMeanwhile) as conflict:
        table.write(table.agreement, "Tekst van Noor.", after=1)
    table.write(table.agreement, "Tekst van Noor.", after=conflict.value.number)
    assert texts(table) == [TEXT, "Tekst van Bo.", "Tekst van Noor."]


def test_two_desks_with_a_first_text_do_not_lose_one(table: Table) -> None:
    agreement = table.add("Nog zonder tekst")
    table.write(agreement, "Eerst.", after=0)
    with pytest.raises(WrittenMeanwhile):
        table.write(agreement, "Ook eerst.", after=0)


def test_two_windows_on_one_database_do_not_lose_a_version(
    any_store: Store, any_who: Actor, clock: Clock
) -> None:
    """Both save at the same moment, again and again: each time one is first, and hears nothing."""
    table = make_table(any_store, any_who)
    window = Store.open(str(any_store.address))
    window.now = clock
    elsewhere = replace(table, store=window)

    def save(from_here: Table, seen: int) -> WrittenMeanwhile | None:
        try:
            from_here.write(table.agreement, f"Van {id(from_here)} na {seen}.", after=seen)
        except WrittenMeanwhile as conflict:
            return conflict
        return None

    try:
        with ThreadPoolExecutor(2) as both:
            for seen in range(1, 9):
                first, second = both.map(save, (table, elsewhere), (seen, seen))
                assert (first is None) != (second is None)
                told = first or second
                assert told is not None
                assert told.number == seen + 1
    finally:
        window.close()
    assert len(texts(table)) == 9


# Sharing ---------------------------------------------------------------------------------------


def test_sharing_a_draft_makes_it_a_subject_of_the_talks(table: Table) -> None:
    share_clause(table.store, table.who, table.clause)
    assert table.state() is A.TALKS
    assert table.version(table.clause).shared_on == date(2026, 11, 23)


def test_a_text_cannot_be_shared_before_it_was_written(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        share_clause(table.store, table.who, table.clause, date(2026, 11, 22))
    assert refused.value.field == "on"


def test_a_text_cannot_be_shared_on_a_day_to_come(table: Table) -> None:
    with pytest.raises(Refused, match="24 november 2026 moet nog komen"):
        share_clause(table.store, table.who, table.clause, date(2026, 11, 24))


# Undoing ---------------------------------------------------------------------------------------


def test_a_version_can_be_taken_back_at_once(table: Table) -> None:
    table.write(table.agreement, "Een vergissing.")
    table.store.undo(table.who)
    assert texts(table) == [TEXT]
    table.store.redo(table.who)
    assert texts(table) == [TEXT, "Een vergissing."]


def test_a_version_that_parties_spoke_about_is_not_taken_back(table: Table, clock: Clock) -> None:
    second = table.write(table.agreement, "Nog een versie.")
    window = Store.open(str(table.store.address))
    window.now = clock
    try:
        take_position(window, table.who, second, table.tenants, V.AGREES)
    finally:
        window.close()
    with pytest.raises(Refused):
        table.store.undo(table.who)
    assert len(texts(table)) == 2


def test_taking_back_the_last_position_takes_back_the_agreement(table: Table) -> None:
    table.agree(table.clause)
    table.store.undo(table.who)
    assert table.state() is A.DRAFT


def test_time_alone_changes_no_version(table: Table, clock: Clock) -> None:
    before = table.version(table.clause)
    clock.moment += timedelta(days=400)
    table.write(table.agreement, "Later.")
    after = table.version(table.clause)
    assert (before.text, before.made_at, before.digest) == (
        after.text,
        after.made_at,
        after.digest,
    )
