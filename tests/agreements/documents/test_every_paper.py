"""Every paper of Beleid, made from the demo world: on whole pages, in Dutch, nothing missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.agreements.actions.disputes import open_dispute
from desktop.agreements.demo import make
from desktop.agreements.documents import printables
from desktop.agreements.model import Cycle
from desktop.agreements.queries.meetings import meetings
from desktop.agreements.queries.years import asked_cycle
from desktop.agreements.states import DisputeKind, MeetingKind
from desktop.estate.model import Organisation, OrganisationKind
from desktop.language import in_language
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.pdf import (
    fonts_not_embedded,
    language_of,
    metadata,
    outside_the_page,
    words_of,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAPERS = {paper.key: paper for paper in printables()}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("papers") / "samenspraak.db"
    shutil.copy(migrated_file, path)
    store, who = Store.open(path), Actor(None, "test")
    store.now = Clock()
    with store.act(who, "test.corporation") as act:
        act.session.add(
            Organisation(
                kind=OrganisationKind.CORPORATION,
                name="Woonstichting Morgenwonen",
                city="Morgenveld",
            )
        )
    make(store, who, date(2026, 11, 23))
    with store.reading() as session:
        talks = asked_cycle(session, "2026", NOW.date()).id
    open_dispute(
        store, who, talks, DisputeKind.HOUSING_ACT, date(2026, 11, 20),
        "De helft van de woningen voor senioren.", "Drie keer overleg.",
    )  # fmt: skip
    yield store
    store.close()


@pytest.fixture
def session(world: Store) -> Iterator[Session]:
    with world.reading() as session:
        yield session


@pytest.mark.parametrize("key", PAPERS)
def test_each_paper_is_whole_and_says_of_itself_what_it_is(session: Session, key: str):
    numbers = PAPERS[key].example(session)
    assert numbers is not None
    paper = PAPERS[key].make(session, numbers, NOW)
    assert paper.key == key
    assert not outside_the_page(paper)
    assert not fonts_not_embedded(paper)
    assert language_of(paper) == "nl-NL"
    assert metadata(paper)["Title"]
    assert "{" not in words_of(paper)


@pytest.mark.parametrize("key", PAPERS)
def test_each_paper_refuses_what_is_not_there(session: Session, key: str):
    with pytest.raises(Refused):
        PAPERS[key].make(session, ["1999" if "meeting" not in key else "1999-01-01"], NOW)


@pytest.mark.parametrize("key", PAPERS)
def test_a_paper_has_its_name_in_both_languages(key: str):
    with in_language("en"):
        english = PAPERS[key].title()
    with in_language("nl"):
        assert PAPERS[key].title()
    assert english


def test_the_list_of_papers_does_not_load_reportlab():
    code = (
        "import sys; from desktop.agreements.documents import printables; printables();"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestBid:
    def test_it_has_six_parts_for_five_years(self, session: Session):
        words = words_of(PAPERS["bid"].make(session, ["2026"], NOW))
        for year in range(2027, 2032):
            assert str(year) in words
        for letter in "abcdef":
            assert f"{letter}. " in words

    def test_each_party_that_gets_it_has_its_letter_with_the_invitation(self, session: Session):
        words = words_of(PAPERS["bid-letters"].make(session, ["2026"], NOW))
        for party in ("Gemeente Morgenveld", "Samen Morgenveld", "Bewonerscommissie Havenflat"):
            assert party in words
        assert "Samen maken we afspraken voor 2027 (Woningwet, artikel 44, lid 2)" in words


class TestMeetingPapers:
    def day(self, session: Session, kind: MeetingKind) -> str:
        cycle = session.query(Cycle).filter_by(year=2026).one()
        lines = meetings(session, cycle.id, NOW.date())
        return next(line.held_on for line in lines if line.kind is kind).isoformat()

    def test_topics_of_tenants_are_marked_and_a_refusal_has_its_reason(self, session: Session):
        day = self.day(session, MeetingKind.TENANTS)
        words = words_of(PAPERS["meeting-agenda"].make(session, [day], NOW))
        assert "Huurincasso: eerst bellen · ingebracht door huurders" in words
        assert "Kleur van de voordeuren (Huurdersvereniging Samen Morgenveld): Dit hoort" in words
        assert "Overlegwet, artikel 5b, lid 4" in words

    def test_the_report_says_who_was_there_by_function_and_what_was_decided(self, session: Session):
        day = self.day(session, MeetingKind.TENANTS)
        words = words_of(PAPERS["meeting-report"].make(session, [day], NOW))
        assert "Huurdersvereniging Samen Morgenveld: voorzitter, secretaris" in words
        assert "De huurdersvereniging krijgt de stukken voortaan tien werkdagen" in words

    def test_papers_that_came_late_are_said_to_be_late(self, session: Session):
        words = words_of(PAPERS["meeting-agenda"].make(session, ["2026-11-05"], NOW))
        assert "gestuurd op 2 november 2026, 3 dagen voor het overleg (te laat)" in words


def test_the_days_of_a_year_have_their_article(session: Session):
    words = words_of(PAPERS["agreements-deadlines"].make(session, ["2026"], NOW))
    assert "woensdag 1 juli 2026" in words
    assert "maandag 14 december 2026" in words
    assert "44a" in words


def test_the_file_of_a_dispute_says_what_each_party_said_to_each_version(session: Session):
    words = words_of(PAPERS["dispute-file"].make(session, ["2026"], NOW))
    assert "De helft van de woningen voor senioren." in words
    assert "alleen als de helft geschikt is voor senioren" in words
    assert "Het geschil ontstond." in words
    assert "Huurdersvereniging Samen Morgenveld, akkoord als: alleen als de helft" in words


def test_the_file_of_a_dispute_tells_once_who_got_a_paper_on_a_day(session: Session):
    words = words_of(PAPERS["dispute-file"].make(session, ["2026"], NOW))
    assert words.count("Bod gestuurd aan ") == 1
