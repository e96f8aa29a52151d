"""What tenants asked and what was done with it, on A4 and as a poster, read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from desktop.agreements.actions.voices import add_input, reply_to, told
from desktop.agreements.documents import tenant_questions
from desktop.agreements.queries.voices import inputs
from desktop.agreements.states import InputChannel, ReplyDecision
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.refused import Refused
from tests.support.beleid import Table
from tests.support.pdf import outside_the_page, page_texts, size_of, words_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Make = Callable[..., Paper]
both = pytest.mark.parametrize("make", [tenant_questions.make, tenant_questions.poster])


def ask(table: Table, text: str = "De hal is donker.", **facts: object) -> int:
    return add_input(
        table.store, table.who, table.cycle, text, InputChannel.WALK, date(2026, 10, 1), **facts
    )  # type: ignore[arg-type]


def answer(table: Table, asked: int, decision: ReplyDecision, reason: str = "Daarom.") -> None:
    reply_to(table.store, table.who, asked, decision, reason, table.corporation)


def made(table: Table, make: Make = tenant_questions.make, now: datetime = NOW) -> Paper:
    with table.store.reading() as session:
        return make(session, table.cycle, now)


@both
def test_a_question_stands_with_its_answer_why_agreement_and_when_tenants_heard(
    table: Table, make: Make
):
    asked = ask(table, place="Havenkwartier", agreement_ids=[table.agreement])
    answer(table, asked, ReplyDecision.TAKEN, "Er komen nieuwe lampen.")
    told(table.store, table.who, asked, date(2026, 11, 23), "brief in de hal")
    words = words_of(made(table, make))
    assert "INB-01 1-10-2026 Wijkwandeling Havenkwartier De hal is donker." in words
    assert "Overgenomen (BES-01) Er komen nieuwe lampen." in words
    assert "23-11-2026 brief in de hal" in words


@both
def test_the_counts_on_top_are_those_of_the_screen(table: Table, make: Make):
    for decision in (ReplyDecision.NOT, ReplyDecision.NOT, ReplyDecision.OTHER_PARTY):
        answer(table, ask(table), decision)
    ask(table)
    words = words_of(made(table, make))
    with table.store.reading() as session:
        counts = inputs(session, table.cycle, NOW.date()).counts
    for decision in ReplyDecision:
        assert f"{counts.by_decision[decision]} {word(decision)}" in words
    assert "1 Nog open" in words
    assert "4 vragen. 3 kregen antwoord, 0 op tijd. Huurders hoorden 0 antwoorden." in words


def test_without_an_answer_it_says_by_when_it_comes(table: Table):
    ask(table)
    words = words_of(made(table, now=datetime(2026, 10, 5, 9, tzinfo=UTC)))
    assert "Nog geen antwoord U hoort het uiterlijk op 12 november 2026." in words


def test_an_answer_that_is_late_says_since_when(table: Table):
    ask(table)
    assert "Het antwoord had er op 12 november 2026 moeten zijn." in words_of(made(table))


def test_only_what_may_be_quoted_stands_between_quotation_marks(table: Table):
    ask(table, "Zet een bank bij de lift.")
    ask(table, "Wie betaalt er?", may_quote=True)
    words = words_of(made(table))
    assert "“Wie betaalt er?”" in words
    assert "“Zet" not in words


def test_the_poster_is_a3_and_the_list_a4(table: Table):
    ask(table)
    assert size_of(made(table)) == (210, 297)
    assert size_of(made(table, tenant_questions.poster)) == (297, 420)


@both
def test_a_question_stands_whole_on_one_page(table: Table, make: Make):
    for number in range(40):
        asked = ask(table, f"vraag {number:02} " + "over de hal " * 9)
        answer(table, asked, ReplyDecision.PARTLY, "antwoord " * 8 + f"slot {number:02}")
    pages = [" ".join(words.split()) for words in page_texts(made(table, make))]
    for number in range(40):
        [page] = [words for words in pages if f"vraag {number:02}" in words]
        assert f"slot {number:02}" in page


@both
def test_a_question_of_ten_thousand_signs_goes_over_pages(table: Table, make: Make):
    ask(table, "Waarom is het zo donker in de hal? " * 290)
    paper = made(table, make)
    assert not outside_the_page(paper)
    assert len(page_texts(paper)) > 1


@both
def test_a_year_without_questions_has_no_list(table: Table, make: Make):
    with pytest.raises(Refused):
        made(table, make)
