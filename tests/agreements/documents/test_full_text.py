"""The whole text that the parties sign."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pypdfium2
import pytest

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.documents import full_text
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import AgreementState, Direction
from desktop.refused import Refused
from tests.agreements.documents.test_text_papers import bring_to_signing
from tests.support.beleid import TEXT, Table
from tests.support.pdf import bookmarks, outside_the_page, page_texts, words_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def made(table: Table) -> full_text.Paper:
    with table.store.reading() as session:
        return full_text.make(session, table.cycle, NOW)


class TestFullText:
    def test_it_says_what_was_agreed_who_does_what_and_how_it_is_measured(self, table: Table):
        add_indicator(
            table.store,
            table.who,
            table.agreement,
            IndicatorWish(
                "opgeleverde woningen", Direction.UP, date(2026, 12, 31), "Opleverstaten", "aantal",
                baseline=Decimal(0), baseline_on=date(2025, 12, 31), goal=Decimal(60),
            ),
        )  # fmt: skip
        words = words_of(made(table))
        assert TEXT in words
        assert "Morgenveld maakt de grond in Havenkwartier bouwrijp vóór 1 april 2026" in words
        assert "van 0 naar 60 op 31 december 2026. Bron: Opleverstaten." in words

    def test_the_contents_name_the_page_on_which_a_chapter_begins(self, table: Table):
        paper = made(table)
        pages = {title: page + 1 for _level, title, page in bookmarks(paper)}
        contents = pypdfium2.PdfDocument(paper.pdf)[1].get_textpage()
        found = contents.search("Beschikbaarheid").get_next()
        assert found is not None
        _left, bottom, right, top = contents.get_charbox(found[0])
        behind = contents.get_text_bounded(right + 100, bottom - 3, 600, top + 3)
        assert int(behind.split()[0]) == pages["3  Beschikbaarheid"]

    def test_until_all_signed_it_is_a_draft_and_says_so_on_each_page(self, table: Table):
        assert all("CONCEPT" in text for text in page_texts(made(table)))

    def test_with_a_text_to_sign_the_last_page_is_for_the_signatures(self, table: Table):
        table.agree(table.clause)
        bring_to_signing(table)
        last = " ".join(page_texts(made(table))[-1].split())
        assert "Deze handtekeningen horen bij versie 1" in last

    def test_a_text_of_ten_thousand_signs_goes_over_pages(self, table: Table):
        table.write(table.agreement, "Een lange zin over wonen. " * 400)
        paper = made(table)
        assert not outside_the_page(paper)
        assert len(page_texts(paper)) > 5

    def test_what_lapsed_is_not_in_it(self, table: Table):
        other = table.add("Iets anders", "VER")
        move_agreement(table.store, table.who, other, AgreementState.LAPSED, "Geen geld.")
        assert "Iets anders" not in words_of(made(table))

    def test_a_year_without_agreements_has_no_document(self, table: Table):
        move_agreement(table.store, table.who, table.agreement, AgreementState.LAPSED, "Geen geld.")
        with pytest.raises(Refused):
            made(table)
