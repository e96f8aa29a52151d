"""Papers about the text: what changed in it, and where the parties sign."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.actions.signing import seal, sign
from desktop.agreements.documents import redline, signature_sheet
from desktop.agreements.rules.redline import PieceKind, diff
from desktop.agreements.states import CycleState
from desktop.refused import Refused
from tests.support.beleid import Table
from tests.support.pdf import bookmarks, outside_the_page, words_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRST = "De corporatie streeft naar ongeveer 60 nieuwe woningen."
SECOND = "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen."


class TestRedline:
    def test_a_text_with_one_version_has_nothing_to_compare(self, table: Table):
        with table.store.reading() as session, pytest.raises(Refused):
            redline.make(session, table.cycle, NOW)

    def test_it_shows_both_texts_who_wrote_them_and_why(self, table: Table):
        other = table.add("Wijkwandelingen", "LEE")
        table.write(other, FIRST)
        table.write(other, SECOND, author=table.tenants)
        with table.store.reading() as session:
            paper = redline.make(session, table.cycle, NOW)
        words = words_of(paper)
        assert FIRST in words
        assert SECOND in words
        assert "Versie 2, Huurdersvereniging Samen Morgenveld" in words
        assert [title for _level, title, _page in bookmarks(paper)] == ["LEE-01 Wijkwandelingen"]

    def test_what_went_is_struck_through_and_what_came_underlined(self):
        pieces = diff(FIRST, SECOND)
        assert (
            "<strike>streeft naar ongeveer</strike>" in redline.redlined(pieces, PieceKind.OUT).text
        )
        assert "<u>bouwt in 2026</u>" in redline.redlined(pieces, PieceKind.IN).text

    def test_a_text_of_ten_thousand_signs_goes_over_pages(self, table: Table):
        other = table.add("Lang", "LEE")
        table.write(other, "woning " * 1500)
        table.write(other, "huis " * 2000)
        with table.store.reading() as session:
            assert not outside_the_page(redline.make(session, table.cycle, NOW))

    def test_two_versions_of_different_agreements_are_refused(self, table: Table):
        other = table.write(table.add("Anders", "LEE"))
        with table.store.reading() as session, pytest.raises(Refused):
            redline.of_two(session, table.clause, other, NOW)


class TestSignatureSheet:
    @pytest.fixture
    def sealed(self, table: Table) -> int:
        table.agree(table.clause)
        return bring_to_signing(table)

    def test_without_a_text_to_sign_there_is_no_sheet(self, table: Table):
        with table.store.reading() as session, pytest.raises(Refused):
            signature_sheet.make(session, table.cycle, NOW)

    def test_it_says_to_which_text_the_signatures_belong(self, table: Table, sealed: int):
        with table.store.reading() as session:
            words = words_of(signature_sheet.make(session, table.cycle, NOW))
        assert "Deze handtekeningen horen bij versie 1 van 23 november 2026" in words
        for party in ("Gemeente Morgenveld", "Woonstichting Morgenwonen", "Samen Morgenveld"):
            assert party in words

    def test_who_signed_already_stands_on_it(self, table: Table, sealed: int):
        sign(
            table.store, table.who, sealed, table.tenants, None, "Morgenveld", "voorzitter",
            "Wij hadden liever 80 woningen.",
        )  # fmt: skip
        with table.store.reading() as session:
            words = words_of(signature_sheet.make(session, table.cycle, NOW))
        assert "voorzitter" in words
        assert "Wij hadden liever 80 woningen." in words


def bring_to_signing(table: Table) -> int:
    for state in (CycleState.NO_POLICY, CycleState.TALKS, CycleState.DRAFT, CycleState.DECIDING):
        move_cycle(table.store, table.who, table.cycle, state)
    return seal(table.store, table.who, table.cycle)
