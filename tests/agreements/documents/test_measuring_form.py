"""The form to measure on with a pen, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.documents import measuring_form
from desktop.agreements.states import AgreementState
from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreements import MORGENVELD_2026
from tests.support.measured import Year, morgenveld
from tests.support.pdf import page_texts, words_of

NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)


@pytest.fixture
def year(store: Store) -> Year:
    return morgenveld(store)


def made(store: Store, year: Year, on: date | None = None) -> Paper:
    with store.reading() as session:
        return measuring_form.make(session, year.cycle, NOW, on)


def test_every_indicator_has_one_row_with_its_goal_and_what_is_known(store: Store, year: Year):
    words = words_of(made(store, year))
    for row in MORGENVELD_2026:
        assert words.count(f"wat {row.code} meet") == 1
    row = words.split("wat VER-01 meet")[1].split("VER-02")[0]
    for known in ("560", "610", "1-7-2026"):
        assert known in row


def test_what_is_due_comes_first(store: Store, year: Year):
    words = words_of(made(store, year))
    now, later = words.split("Nu invullen")[1].split("Als u het al weet")
    assert "LEE-01" in now
    assert "VER-03" in now
    assert "BES-01" in later


def test_on_a_later_day_more_is_due(store: Store, year: Year):
    later = words_of(made(store, year, date(2026, 12, 31)))
    assert "BES-01" in later.split("Nu invullen")[1].split("Als u het al weet")[0]
    assert "Dit weten we op 31 december 2026." in later


def test_a_yes_or_no_has_a_box_to_tick(store: Store, year: Year):
    row = words_of(made(store, year)).split("wat VER-03 meet")[1].split("LEE-0")[0]
    assert "klaar op 1-10-2026" in row
    assert row.count("klaar") == 2


def test_it_asks_for_no_name(store: Store, year: Year):
    assert "functie, geen naam" in words_of(made(store, year))


def test_the_heads_of_the_boxes_are_on_each_page(store: Store, year: Year):
    pages = page_texts(made(store, year))
    assert len(pages) > 1
    assert all("Vorige stand" in page for page in pages)


def test_an_agreement_that_lapsed_is_not_measured(store: Store, who: Actor, year: Year):
    move_agreement(store, who, year.agreements["VER-01"], AgreementState.LAPSED, "Geen geld.")
    assert "VER-01" not in words_of(made(store, year))


def test_a_year_in_which_nothing_is_measured_has_no_form(store: Store):
    with pytest.raises(Refused):
        made(store, morgenveld(store, ()))
