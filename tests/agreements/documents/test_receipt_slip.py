"""The slip that whoever asked something takes home, read back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.agreements.actions.voices import add_input
from desktop.agreements.documents import receipt_slip
from desktop.agreements.states import InputChannel
from desktop.language import use_language
from desktop.refused import Refused
from tests.support.beleid import Table
from tests.support.pdf import page_texts, words_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONG = "Wij willen graag weten wanneer de lift wordt gemaakt. " * 120


def asked(table: Table, text: str) -> int:
    return add_input(table.store, table.who, table.cycle, text, InputChannel.DESK)


def test_the_slip_has_the_number_the_question_and_the_last_day(table: Table) -> None:
    input_id = asked(table, "Kan de lift sneller?")
    with table.store.reading() as session:
        paper = receipt_slip.make(session, input_id, NOW)
    words = words_of(paper)
    assert "Uw vraag heeft nummer INB-01" in words
    assert "Kan de lift sneller?" in words
    assert "uiterlijk 4 januari 2027" in words
    assert paper.file_name == "2026-11-23 Vraag INB-01.pdf"


def test_nobody_who_works_at_the_desk_is_on_it(table: Table) -> None:
    input_id = asked(table, "Kan de lift sneller?")
    with table.store.reading() as session:
        assert table.who.name not in words_of(receipt_slip.make(session, input_id, NOW))


def test_a_long_question_goes_on_and_loses_nothing(table: Table) -> None:
    input_id = asked(table, LONG)
    with table.store.reading() as session:
        paper = receipt_slip.make(session, input_id, NOW)
    assert words_of(paper).count("gemaakt.") == 120
    assert len(page_texts(paper)) > 1


def test_the_slip_is_dutch_whoever_prints_it(table: Table) -> None:
    input_id = asked(table, "Kan de lift sneller?")
    use_language("en")
    with table.store.reading() as session:
        assert "Uw vraag heeft nummer" in words_of(receipt_slip.make(session, input_id, NOW))


def test_a_question_that_is_gone_has_no_slip(table: Table) -> None:
    with table.store.reading() as session, pytest.raises(Refused):
        receipt_slip.make(session, 999, NOW)
