"""The progress report, read back from its pages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.measuring import (
    correct,
    explain,
    measure,
    object_to,
    override_light,
)
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.documents import monitor
from desktop.agreements.model import Snapshot
from desktop.agreements.queries.monitor import monitor as read_monitor
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import Direction, Light
from desktop.agreements.wording import word
from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table
from tests.support.clock import Clock
from tests.support.measured import Year, measurements, morgenveld
from tests.support.pdf import bookmarks, outside_the_page, page_texts, words_of

NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)
JULY_9, JULY_15 = date(2026, 7, 9), date(2026, 7, 15)
REASON = "Vijf woningen zijn al toegewezen; de overdracht is in augustus."


@pytest.fixture
def year(store: Store) -> Year:
    return morgenveld(store)


def made(store: Store, year: Year, now: datetime = NOW, on: date | None = None) -> Paper:
    with store.reading() as session:
        return monitor.make(session, year.cycle, now, on)


def page(paper: Paper, number: int) -> str:
    return " ".join(page_texts(paper)[number].split())


def section(paper: Paper, title: str, until: str) -> str:
    """The words from one heading to the next."""
    return words_of(paper).split(title)[1].split(until)[0]


class TestFirstPage:
    def test_the_five_counters_are_those_of_the_screen(self, store: Store, year: Year):
        first = page(made(store, year), 0)
        with store.reading() as session:
            counts = read_monitor(session, year.cycle, JULY_15).counts
        for light in Light:
            assert f"{counts.of(light)} {word(light)}" in first
        assert (counts.on, counts.risk, counts.off, counts.nm, counts.done) == (9, 3, 3, 2, 1)

    def test_each_theme_has_its_strip(self, store: Store, year: Year):
        first = page(made(store, year), 0)
        for theme in ("Beschikbaarheid", "Verduurzaming", "Wonen en zorg"):
            assert theme in first

    def test_what_changed_since_the_last_report_is_named(
        self, store: Store, who: Actor, year: Year
    ):
        freeze(store, who, year.cycle, JULY_9)
        indicator = year.indicators["VER-02"]
        measure(store, who, indicator, date(2026, 7, 10), Decimal(80), "opgave")
        first = page(made(store, year), 0)
        assert "Wat veranderde sinds 9 juli 2026" in first
        assert "VER-02 Afspraak VER-02 Let op Op koers Beter" in first

    def test_without_a_report_before_it_says_so(self, store: Store, year: Year):
        assert "Dit is het eerste rapport van dit jaar." in page(made(store, year), 0)

    def test_when_parties_decided_the_computed_counts_stand_beside_it(
        self, store: Store, who: Actor, year: Year
    ):
        decide(store, who, year)
        assert "Zonder wat partijen zelf bepaalden: 9 op koers, 3 let op, 3 niet op koers" in page(
            made(store, year), 0
        )


def decide(store: Store, who: Actor, year: Year) -> int:
    return override_light(
        store, who, year.agreements["ZOR-02"], Light.RISK, REASON, year.municipality,
        date(2026, 9, 30), decided_on=JULY_9,
    )  # fmt: skip


class TestWhatFollows:
    def test_a_row_has_goal_value_expected_light_and_the_one_before(
        self, store: Store, who: Actor, year: Year
    ):
        freeze(store, who, year.cycle, JULY_9)
        table = section(made(store, year), "De afspraken per thema", "Wat niet gaat")
        row = table.split("VER-01", 1)[1].split("VER-02")[0]
        for words in ("560", "610", "1-7-2026", "600", "Niet op koers"):
            assert words in row
        assert row.count("Niet op") == 2

    def test_two_indicators_of_one_agreement_each_have_a_row(
        self, store: Store, who: Actor, year: Year
    ):
        wish = IndicatorWish(
            "klachten", Direction.DOWN, date(2026, 12, 31), "telling", "aantal",
            baseline=Decimal(9), baseline_on=date(2025, 12, 31), goal=Decimal(3),
        )  # fmt: skip
        add_indicator(store, who, year.agreements["LEE-02"], wish)
        words = words_of(made(store, year))
        assert "wat LEE-02 meet 8 5" in words
        assert "klachten 3 –" in words

    def test_what_goes_wrong_has_its_cause_measure_who_and_when(
        self, store: Store, who: Actor, year: Year
    ):
        explain(
            store, who, year.agreements["VER-01"], JULY_9, "De vergunning was laat.",
            "Een tweede ploeg begint.", "projectleider", date(2026, 9, 14),
        )  # fmt: skip
        told = section(made(store, year), "Wat niet gaat zoals afgesproken", "Niet te meten:")
        assert (
            "Oorzaak De vergunning was laat. Maatregel Een tweede ploeg begint. Wie projectleider "
            "Wanneer uiterlijk 14 september 2026" in told
        )

    def test_what_is_not_explained_is_still_to_come(self, store: Store, year: Year):
        paper = made(store, year)
        assert "Uitleg komt nog bij: BES-02, VER-01, ZOR-02" in page(paper, 0)
        assert "Oorzaak komt nog" in words_of(paper)

    def test_every_agreement_that_is_amiss_has_its_block_and_red_comes_first(
        self, store: Store, year: Year
    ):
        titles = [title for _level, title, _page in bookmarks(made(store, year))]
        blocks = [title[:6] for title in titles if "Afspraak" in title]
        assert blocks == ["BES-02", "VER-01", "ZOR-02", "BES-03", "VER-02", "LEE-03"]

    def test_two_blocks_stand_on_a_page(self, store: Store, year: Year):
        pages = [
            number for _level, title, number in bookmarks(made(store, year)) if "Afspraak" in title
        ]
        assert len(set(pages)) == 3

    def test_what_cannot_be_measured_says_why_and_who_measures(self, store: Store, year: Year):
        told = section(made(store, year), "wat we nog niet weten", "Bijlage")
        assert "LEE-01 Afspraak LEE-01 Reden: er is nog niet gemeten." in told
        assert "31 januari 2026, 165 dagen geleden" in told
        assert told.count("Woonstichting Morgenwonen") == 2

    def test_an_objection_stands_beside_what_was_decided(
        self, store: Store, who: Actor, year: Year
    ):
        object_to(store, who, decide(store, who, year), year.tenants, "Wij willen rood.")
        words = words_of(made(store, year))
        assert f"{REASON} Gemeente Morgenveld besloot dit op 9 juli 2026." in words
        assert "Huurdersvereniging Samen Morgenveld maakt bezwaar: Wij willen rood." in words

    def test_the_annex_names_the_source_of_every_number(self, store: Store, year: Year):
        annex = words_of(made(store, year)).split("Bijlage")[-1]
        assert annex.count("halfjaarbericht") == 18


class TestKept:
    def test_a_report_that_is_kept_is_printed_again_as_it_was(
        self, store: Store, who: Actor, year: Year, clock: Clock
    ):
        clock.move_to(NOW)
        snapshot = freeze(store, who, year.cycle, JULY_15)
        before = made(store, year)
        [row] = measurements(store, year.indicators["VER-01"])
        correct(store, who, row.id, Decimal(555))
        with store.reading() as session:
            again = monitor.again(session, snapshot)
        assert page_texts(again) == page_texts(before)
        assert again.file_name == before.file_name
        assert page_texts(made(store, year)) != page_texts(before)

    def test_the_footer_has_the_hash_of_what_was_kept(
        self, store: Store, who: Actor, year: Year, clock: Clock
    ):
        clock.move_to(NOW)
        snapshot = freeze(store, who, year.cycle, JULY_15)
        with store.reading() as session:
            paper = monitor.again(session, snapshot)
            digest = session.get_one(Snapshot, snapshot).digest
        assert f"stand op 15-7-2026 · gemaakt op 15-7-2026 · {digest[:8]}" in page(paper, 3)


def test_a_year_that_is_not_signed_has_draft_across_each_page(store: Store, year: Year):
    assert all("CONCEPT" in words for words in page_texts(made(store, year)))


def test_long_words_stay_on_the_page(store: Store, who: Actor, year: Year):
    explain(
        store, who, year.agreements["VER-01"], JULY_9, "Onverwachtegebeurtenissen" * 40,
        "Zo lang als het duurt. " * 300, "iedereen", date(2026, 9, 14),
    )  # fmt: skip
    assert not outside_the_page(made(store, year))


def test_a_year_without_agreements_has_no_report(store: Store, who: Actor):
    empty = morgenveld(store, ())
    with pytest.raises(Refused):
        made(store, empty)


def test_agreements_without_an_indicator_are_not_measurable_and_say_so(table: Table):
    with table.store.reading() as session:
        words = words_of(monitor.make(session, table.cycle, NOW))
    assert "Er is nog niet afgesproken hoe we dit meten." in words


def test_the_lights_of_the_rounds_before_stand_beside_those_of_now(
    store: Store, who: Actor, year: Year
) -> None:
    assert "in de laatste rondes" not in words_of(made(store, year))
    clock = Clock()
    clock.move_to(NOW)
    store.now = clock
    for day in (date(2026, 4, 15), JULY_9):
        freeze(store, who, year.cycle, day)
    told = section(made(store, year), "Hoe het ging in de laatste rondes", "Wat niet gaat")
    assert "15 apr 9 jul 15 jul" in told
    assert "VER-01 Afspraak VER-01" in told
