"""The text about the agreements for the yearly housing report, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.agreements.actions.advices import advice_received, ask_advice
from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.measuring import explain
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.proceedings import add_decision, note_attendance
from desktop.agreements.actions.signing import sign
from desktop.agreements.actions.voices import add_input
from desktop.agreements.documents import housing_report
from desktop.agreements.states import AgreementState, InputChannel, MeetingKind
from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.agreements.documents.test_text_papers import bring_to_signing
from tests.support.agreements import MORGENVELD_2026
from tests.support.beleid import Table
from tests.support.clock import Clock
from tests.support.measured import Year, morgenveld
from tests.support.pdf import words_of

NOW = datetime(2026, 7, 15, 9, tzinfo=UTC)
CHAPTERS = ("a. Uitvoering", "c. Overleg met de gemeente", "d. Overleg met de organisaties")


@pytest.fixture
def year(store: Store) -> Year:
    return morgenveld(store)


def made(store: Store, cycle: int, on: date | None = None, now: datetime = NOW) -> Paper:
    with store.reading() as session:
        return housing_report.make(session, cycle, now, on)


def chapters(paper: Paper) -> list[str]:
    """The words of chapters a, c and d."""
    rest = words_of(paper)
    found = []
    for title in reversed(CHAPTERS):
        rest, chapter = rest.split(title)
        found.insert(0, chapter)
    return found


class TestAgreements:
    def test_each_agreement_is_in_it_exactly_once(self, store: Store, year: Year):
        words = words_of(made(store, year.cycle))
        for row in MORGENVELD_2026:
            assert words.count(f"{row.code} Afspraak") == 1
            assert words.count(row.code) == 2  # the fixture names an agreement after its code

    def test_all_of_them_are_in_the_chapter_of_what_was_carried_out(self, store: Store, year: Year):
        carried_out, *talks = chapters(made(store, year.cycle))
        assert carried_out.count("Afspraak") == 18
        assert not any("Afspraak" in chapter for chapter in talks)
        assert (
            "Er zijn 18 afspraken: 9 op koers, 3 let op, 3 niet op koers, 2 niet te meten, "
            "1 gehaald." in carried_out
        )

    def test_what_goes_wrong_says_why_and_what_is_done(self, store: Store, who: Actor, year: Year):
        explain(
            store, who, year.agreements["VER-01"], date(2026, 7, 9), "De vergunning was laat.",
            "Een tweede ploeg begint.", "projectleider", date(2026, 9, 14),
        )  # fmt: skip
        words = words_of(made(store, year.cycle))
        assert "Oorzaak: De vergunning was laat. Maatregel: Een tweede ploeg begint." in words

    def test_an_agreement_that_lapsed_after_signing_is_told_once(self, table: Table, clock: Clock):
        other = table.add("Wijkwandelingen", "LEE")
        table.agree(table.clause)
        table.agree(table.write(other, "Partijen lopen.", "We lopen 8 keer samen door een wijk."))
        seal = bring_to_signing(table)
        for party in table.parties:
            sign(table.store, table.who, seal, party, clock().date(), "Morgenveld", "bestuurder")
        move_agreement(table.store, table.who, other, AgreementState.LAPSED, "Geen geld.")
        words = words_of(made(table.store, table.cycle))
        assert "LEE-01 We lopen 8 keer samen door een wijk. Deze afspraak is vervallen." in words
        assert words.count("LEE-01") == 1
        assert "Op 23 november 2026 tekenden Gemeente Morgenveld, Woonstichting" in words

    def test_a_year_without_agreements_has_no_text(self, store: Store):
        with pytest.raises(Refused):
            made(store, morgenveld(store, ()).cycle)


class TestTalks:
    def test_talks_with_the_municipality_and_with_tenants_have_their_own_chapter(
        self, store: Store, who: Actor, year: Year
    ):
        three = plan_meeting(
            store, who, year.cycle, date(2026, 4, 9), MeetingKind.TRIPARTITE, "Stadskantoor"
        )
        note_attendance(store, who, three, year.municipality, "wethouder wonen")
        note_attendance(store, who, three, year.tenants, "voorzitter")
        add_decision(store, who, three, "We beginnen in september.")
        plan_meeting(store, who, year.cycle, date(2026, 5, 20), MeetingKind.TENANTS, "De Brug")
        carried_out, talks, tenants = chapters(made(store, year.cycle))
        assert (
            "9 april 2026: overleg van de drie partijen, Stadskantoor. Aanwezig: Gemeente "
            "Morgenveld en Huurdersvereniging Samen Morgenveld. Besloten: We beginnen in september."
            in talks
        )
        assert "20 mei 2026: jaarlijks overleg met huurders, De Brug." in tenants
        assert "wethouder" not in carried_out + talks + tenants

    def test_what_was_decided_about_one_agreement_does_not_name_it_again(
        self, store: Store, who: Actor, year: Year
    ):
        agreement = year.agreements["ZOR-02"]
        add_decision(store, who, year.meeting, "De kleur gaat naar let op.", agreement)
        add_decision(store, who, year.meeting, "ZOR-02 staat op let op.")
        _carried_out, talks, _tenants = chapters(made(store, year.cycle))
        assert "let op" not in talks

    def test_a_talk_after_the_day_of_the_report_is_not_in_it(
        self, store: Store, who: Actor, year: Year
    ):
        plan_meeting(store, who, year.cycle, date(2026, 9, 24), MeetingKind.TRIPARTITE)
        assert "24 september" not in words_of(made(store, year.cycle))
        assert "24 september" in words_of(made(store, year.cycle, date(2026, 10, 1)))

    def test_advice_and_questions_are_with_the_tenants(self, table: Table, clock: Clock):
        clock.move_to(datetime(2026, 10, 20, 9, tzinfo=UTC))
        advice = ask_advice(
            table.store, table.who, table.cycle, table.tenants, "Woonlasten na isolatie",
            "De huur verandert.", "Niemand betaalt meer.", sent_on=date(2026, 9, 1),
        )  # fmt: skip
        advice_received(table.store, table.who, advice, date(2026, 10, 6), "Doen.")
        add_input(
            table.store, table.who, table.cycle, "De hal is donker.", InputChannel.WALK,
            date(2026, 10, 1),
        )  # fmt: skip
        tenants = chapters(made(table.store, table.cycle, now=clock()))[2]
        assert "over “Woonlasten na isolatie” (Overlegwet, artikel 5). Het advies kwam" in tenants
        assert "Huurders stelden 1 vraag. 0 kregen antwoord" in tenants
