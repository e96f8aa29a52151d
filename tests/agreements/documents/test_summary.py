"""The page for tenants: one A4, in words before it is in small letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.documents import summary as page
from desktop.agreements.queries.papers.summary import (
    Asked,
    Evening,
    Said,
    Summary,
    ThemeTile,
    summary,
)
from desktop.agreements.states import (
    AgreementState,
    InputChannel,
    MeetingKind,
    ReplyDecision,
)
from desktop.refused import Refused
from tests.support.beleid import PLAIN_TEXT, Table
from tests.support.pdf import outside_the_page, page_texts, size_of, words_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
THEMES = ("Genoeg woningen", "Een huur die past", "Warme woningen", "Een fijne buurt",
          "Wonen en zorg", "Samen beslissen")  # fmt: skip
LONG = (
    "De corporatie bouwt samen met de gemeente en de huurders in de komende twee jaar zestig "
    "nieuwe sociale huurwoningen in het Havenkwartier en in het Centrum."
)


def full_page(full: Callable[[int], str], short: str = "Er komen 60 nieuwe woningen.") -> Summary:
    """Eighteen agreements in six themes; the sentence of each by its number."""
    tiles = tuple(
        ThemeTile(
            number,
            name,
            "blue",
            tuple(
                Said(f"T{number}-{place}", full(3 * number + place - 4), short)
                for place in range(1, 4)
            ),
        )
        for number, name in enumerate(THEMES, start=1)
    )
    asked = Asked("De hal is donker.", ReplyDecision.TAKEN, "Er komen nieuwe lampen.", (4,))
    return Summary(
        year=2027,
        parties=("Gemeente", "Corporatie", "Huurders"),
        themes=tiles,
        asked=(asked, asked, asked),
        evening=Evening(date(2026, 12, 10), "19:30", "Buurthuis"),
        tenants="Samen Morgenveld",
        phone="0500 00 00 00",
        signed_on=None,
        version=1,
        digest="",
    )


class TestFitting:
    def test_sentences_that_fit_stay_whole_and_large(self):
        fitting = page.fit(full_page(lambda _n: "We lopen 8 keer samen door een wijk."))
        assert fitting == page.Fitting(12.0, frozenset())

    def test_words_become_fewer_before_letters_become_smaller(self):
        fitting = page.fit(full_page(lambda _n: LONG))
        assert fitting.size == 12.0
        assert fitting.short

    def test_the_longest_sentences_are_said_short_first(self):
        fitting = page.fit(full_page(lambda n: LONG * 2 if n in (4, 5, 6) else LONG[:60]))
        assert fitting.short <= {"T2-2", "T2-3", "T3-1"}

    def test_letters_become_smaller_when_short_titles_are_long_too(self):
        fitting = page.fit(full_page(lambda _n: LONG, short=LONG[:82]))
        assert 10.0 <= fitting.size < 12.0
        assert len(fitting.short) == 18

    def test_what_does_not_fit_in_ten_points_is_refused_with_what_to_shorten(self):
        with pytest.raises(Refused) as refused:
            page.fit(full_page(lambda n: LONG * 3 if n == 7 else LONG, short=""))
        assert "T3-2" in refused.value.sentence
        assert refused.value.field == "short_title"

    def test_letters_are_never_smaller_than_ten_points(self):
        assert min(page.SIZES) == 10.0


class TestPaper:
    @pytest.fixture
    def filled(self, table: Table) -> Table:
        table.agree(table.clause)
        asked = add_input(
            table.store, table.who, table.cycle, "Laat ons meedenken.", InputChannel.MEETING,
            agreement_ids=[table.agreement], may_quote=True,
        )  # fmt: skip
        reply_to(
            table.store, table.who, asked, ReplyDecision.TAKEN, "U tekent mee.", table.corporation
        )
        plan_meeting(
            table.store, table.who, table.cycle, date(2026, 12, 10), MeetingKind.EVENING,
            "Buurthuis De Brug", "19:30",
        )  # fmt: skip
        return table

    def test_it_says_in_plain_words_what_was_agreed_and_asked_and_how_to_join(self, filled: Table):
        with filled.store.reading() as session:
            paper = page.make(session, filled.cycle, NOW)
        words = words_of(paper)
        assert PLAIN_TEXT in words
        assert "“Laat ons meedenken.” Ja. U tekent mee. (zie 1)" in words
        assert "Bewonersavond op 10 december 2026, 19.30 uur, Buurthuis De Brug." in words
        assert "Bel Samen Morgenveld: 0500 – 00 00 00." in words

    def test_it_is_one_a4_with_nothing_outside_it(self, filled: Table):
        with filled.store.reading() as session:
            paper = page.make(session, filled.cycle, NOW)
        assert len(page_texts(paper)) == 1
        assert size_of(paper) == (210, 297)
        assert not outside_the_page(replace(paper))

    def test_before_the_signatures_it_is_a_draft_and_says_so(self, filled: Table):
        with filled.store.reading() as session:
            words = words_of(page.make(session, filled.cycle, NOW))
        assert "CONCEPT" in words
        assert "Dit willen we afspreken voor 2026" in words

    def test_in_large_print_it_says_the_same(self, filled: Table):
        with filled.store.reading() as session:
            words = words_of(page.large_print(session, filled.cycle, NOW))
        assert PLAIN_TEXT in words
        assert "Ja. U tekent mee." in words

    def test_what_lapsed_is_not_on_it(self, filled: Table):
        other = filled.add("Iets anders", "VER")
        move_agreement(filled.store, filled.who, other, AgreementState.LAPSED, "Geen geld.")
        with filled.store.reading() as session:
            codes = [
                s.code for t in summary(session, filled.cycle, NOW.date()).themes for s in t.said
            ]
        assert codes == ["BES-01"]

    def test_a_year_without_agreements_has_no_page(self, filled: Table):
        move_agreement(
            filled.store, filled.who, filled.agreement, AgreementState.LAPSED, "Geen geld."
        )
        with filled.store.reading() as session, pytest.raises(Refused):
            page.make(session, filled.cycle, NOW)

    def test_what_may_not_be_quoted_has_no_quotation_marks(self, table: Table):
        asked = add_input(
            table.store, table.who, table.cycle, "De hal is donker.", InputChannel.MEETING
        )
        reply_to(table.store, table.who, asked, ReplyDecision.TAKEN, "", table.corporation)
        with table.store.reading() as session:
            words = words_of(page.make(session, table.cycle, NOW))
        assert "De hal is donker. Ja." in words
        assert "“De hal" not in words

    def test_a_long_question_leaves_its_place_to_short_ones(self, table: Table):
        for text in ("De lift is klein. " * 20, "Een.", "Twee.", "Drie."):
            asked = add_input(table.store, table.who, table.cycle, text, InputChannel.LETTER)
            reply_to(table.store, table.who, asked, ReplyDecision.TAKEN, "", table.corporation)
        with table.store.reading() as session:
            words = words_of(page.make(session, table.cycle, NOW))
        assert "Drie." in words
        assert "De lift" not in words
