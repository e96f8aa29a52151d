"""The papers about a project and its gatherings, read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language import in_language
from desktop.language.format import AMSTERDAM
from desktop.projects.actions.phases import add_phase
from desktop.projects.actions.projects import start_project
from desktop.projects.actions.proposals import answer_proposals, raise_proposal
from desktop.projects.actions.sessions import call_off_session, change_session
from desktop.projects.actions.tasks import add_task, remove_task
from desktop.projects.documents import printables
from desktop.projects.documents.gatherings import letters, report, sheets
from desktop.projects.documents.whole import asked_and_done, card, planning, promise_list
from desktop.projects.queries.plan import plan_of
from desktop.projects.states import Participation, ProjectKind, ProposalAnswer
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.estate import make_corporation
from tests.support.gathered import SECRET, TODAY, Gathered, gather
from tests.support.pdf import (
    bookmarks,
    fonts_not_embedded,
    letters_in,
    outside_the_page,
    page_texts,
    size_of,
    words_of,
)

LONG = "Renovatie en verduurzaming Burgemeester Van Heemstralaan-Noord"  # as people name it
NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
Make = Callable[[Session, int, datetime], Paper]
OF_PROJECT: tuple[Make, ...] = (
    card.make, planning.make, asked_and_done.make, asked_and_done.poster, promise_list.make,
)  # fmt: skip
OF_GATHERING: tuple[Make, ...] = (
    letters.to_each, letters.to_all, sheets.at_the_door, sheets.tonight, report.make,
)  # fmt: skip


@pytest.fixture
def gathered(store: Store, who: Actor) -> Gathered:
    make_corporation(store, who)
    return gather(store, who)


def made(gathered: Gathered, make: Make, of: int | None = None) -> Paper:
    with gathered.store.reading() as session:
        return make(session, of if of is not None else gathered.project, NOW)


def remove_every_task(gathered: Gathered, project: int) -> None:
    with gathered.store.reading() as session:
        bars = plan_of(session, project).bars
    for bar in reversed(bars):
        remove_task(gathered.store, gathered.who, int(bar.id))


def test_no_paper_for_everybody_says_who_lives_where_or_what_one_home_was_promised(
    gathered: Gathered,
) -> None:
    papers = [made(gathered, make) for make in OF_PROJECT]
    papers += [made(gathered, make, gathered.held) for make in OF_GATHERING[1:]]
    for paper in papers:
        words = words_of(paper)
        assert "Bewoner " not in words, paper.key
        assert "Zonneveld 3" not in words, paper.key
        assert SECRET not in words, paper.key


def test_every_paper_is_whole(gathered: Gathered) -> None:
    papers = [made(gathered, make) for make in OF_PROJECT]
    papers += [made(gathered, make, gathered.held) for make in OF_GATHERING]
    for paper in papers:
        assert outside_the_page(paper) == [], paper.key
        assert not fonts_not_embedded(paper), paper.key
        assert "{" not in words_of(paper), paper.key


class TestCard:
    def test_it_shows_the_promised_step_beside_the_one_that_the_data_shows(
        self, gathered: Gathered
    ) -> None:
        words = words_of(made(gathered, card.make))
        assert "Beloofd aan bewoners" in words
        assert "Adviseren trede 3 van 5" in words
        assert "een advies vóór het besluit" in words
        with in_language("en"):
            assert words_of(made(gathered, card.make)) == words

    def test_it_shows_what_tenants_said_by_dots_and_what_was_promised_to_all(
        self, gathered: Gathered
    ) -> None:
        words = words_of(made(gathered, card.make))
        assert words.index("Boor niet") < words.index("Kies uit drie keukens")
        assert "Dit doen we. U kiest zelf." in words
        assert "Uitleg op papier" in words
        assert "Team Onderhoud, 0500 – 00 00 05" in words
        assert "0 van 1 belofte nagekomen." in words

    def test_it_shows_when_in_years_and_how_much_the_bars_are_of(self, gathered: Gathered) -> None:
        words = words_of(made(gathered, card.make))
        assert "2026 2027" in words
        assert "Schuine strepen: wordt dit later" in words
        assert "De begroting is € 100.000,00." in words

    def test_a_project_of_which_nothing_is_known_yet_says_so(self, gathered: Gathered) -> None:
        empty = start_project(
            gathered.store, gathered.who, LONG, ProjectKind.MAINTENANCE, Participation.INFORM, TODAY
        )
        remove_every_task(gathered, empty)
        words = words_of(made(gathered, card.make, empty))
        assert LONG in words  # a long name is set smaller, not cut
        for said in ("nog geen planning", "nog niets voorgesteld", "nog niets beloofd"):
            assert said in words

    def test_it_stays_on_one_page_and_says_what_it_left_out(self, gathered: Gathered) -> None:
        for n in range(12):
            raise_proposal(gathered.store, gathered.who, gathered.project,
                           f"Voorstel {n}: " + "een lange zin die doorgaat. " * 4)  # fmt: skip
        reason = "Dat leggen we u graag uit. " * 60
        answer_proposals(gathered.store, gathered.who, [gathered.proposals[1]], ProposalAnswer.DO,
                         reason, "Onderhoud")  # fmt: skip
        paper = made(gathered, card.make)
        assert len(page_texts(paper)) == 1
        assert "En nog 10 voorstellen." in words_of(paper)
        assert "Dat leggen we u graag…" in words_of(paper)


class TestPlanning:
    def test_it_lies_on_a3_with_the_day_of_each_task_and_the_end(self, gathered: Gathered) -> None:
        paper = made(gathered, planning.make)
        assert size_of(paper) == (420, 297)
        words = words_of(paper)
        assert "Renovatie uitvoeren" in words
        assert "vandaag, 23 nov" in words
        assert "Kritiek pad:" in words

    def test_a_long_plan_goes_on_by_phase_and_says_what_it_waits_for_on_another_sheet(
        self, gathered: Gathered
    ) -> None:
        store, who, project = gathered.store, gathered.who, gathered.project
        phase = add_phase(store, who, project, "Tuinen")
        for n in range(35):
            add_task(store, who, project, name=f"Tuin {n + 1}", days=2, phase_id=phase)
        add_task(store, who, project, name=LONG, days=2, phase_id=phase)
        pages = page_texts(made(gathered, planning.make))
        assert len(pages) == 2
        assert "Tuin 1" not in pages[0]
        assert pages[1].count("Tuin ") == 35
        assert LONG in pages[1]

    def test_without_tasks_there_is_none(self, gathered: Gathered) -> None:
        project = start_project(
            gathered.store, gathered.who, "Leeg", ProjectKind.MAINTENANCE, Participation.INFORM,
            TODAY,
        )  # fmt: skip
        remove_every_task(gathered, project)
        with pytest.raises(Refused, match="geen taken"):
            made(gathered, planning.make, project)


class TestAnswers:
    @pytest.mark.parametrize(
        ("make", "size"), [(asked_and_done.make, (210, 297)), (asked_and_done.poster, (297, 420))]
    )
    def test_every_proposal_has_its_answer_or_the_day_before_which_it_comes(
        self, gathered: Gathered, make: Make, size: tuple[int, int]
    ) -> None:
        paper = made(gathered, make)
        assert size_of(paper) == size
        words = words_of(paper)
        assert "Kies uit drie keukens. Keuken · 17 stippen Dit doen we U kiest zelf." in words
        assert "Boor niet vóór acht uur. 21 stippen U hoort het uiterlijk op 8 december" in words

    def test_the_poster_has_the_largest_letters_with_which_it_stays_one_sheet(
        self, gathered: Gathered
    ) -> None:
        few = made(gathered, asked_and_done.poster)
        for n in range(11):
            raise_proposal(gathered.store, gathered.who, gathered.project, f"Voorstel {n}")
        more = made(gathered, asked_and_done.poster)
        assert len(page_texts(few)) == len(page_texts(more)) == 1
        assert letters_in(few)[-2] == 24  # the largest are those of the title
        assert letters_in(more)[-2] < 24


class TestPromises:
    def test_promises_to_one_dwelling_are_counted_and_not_shown(self, gathered: Gathered) -> None:
        words = words_of(made(gathered, promise_list.make))
        assert "Uitleg op papier" in words
        assert "1 belofte aan de bewoners van één woning" in words


class TestInvitation:
    def test_each_home_that_is_lived_in_gets_one_with_english_on_the_back(
        self, gathered: Gathered
    ) -> None:
        paper = made(gathered, letters.to_each, gathered.tonight)
        pages = page_texts(paper)
        assert [title for _level, title, _page in bookmarks(paper)] == [
            "Zonneveld 1", "Zonneveld 2", "Zonneveld 3",
        ]  # fmt: skip
        assert "Aan de bewoners van" in pages[0]
        assert "maandag 23 november 2026, 19.30 uur" in pages[0]
        assert "Wat mist u nog?" in pages[0]
        assert "Met vriendelijke groet, Onderhoud" in " ".join(pages[0].split())
        assert "Monday 23 November 2026, 19:30" in pages[1]
        assert "Bewoner 1" not in words_of(paper)

    def test_one_that_was_called_off_invites_nobody(self, gathered: Gathered) -> None:
        call_off_session(gathered.store, gathered.who, gathered.tonight)
        for make in (letters.to_each, letters.to_all):
            with pytest.raises(Refused, match="afgezegd"):
                made(gathered, make, gathered.tonight)


class TestSheets:
    def test_the_sheet_at_the_door_asks_no_name_that_is_not_needed(
        self, gathered: Gathered
    ) -> None:
        change_session(gathered.store, gathered.who, gathered.tonight, place=LONG + ", " + LONG)
        paper = made(gathered, sheets.at_the_door, gathered.tonight)
        assert len(page_texts(paper)) == 1
        words = words_of(paper)
        assert "Naam of huisnummer, als u dat wilt" in words
        assert "Wij bewaren alleen het aantal mensen" in words

    def test_what_was_said_tonight_goes_home_with_its_dots(self, gathered: Gathered) -> None:
        words = words_of(made(gathered, sheets.tonight, gathered.held))
        assert "21 Boor niet vóór acht uur." in words
        assert words.index("Boor niet") < words.index("Keuken")
        assert "Keuken · 17 stippen 17 Kies uit drie keukens." in words.replace("● ", "")
        assert "Uiterlijk 8 december 2026 hoort u" in words

    def test_nothing_goes_home_of_an_evening_on_which_nothing_was_said(
        self, gathered: Gathered
    ) -> None:
        with pytest.raises(Refused, match="nog niets gezegd"):
            made(gathered, sheets.tonight, gathered.tonight)

    def test_the_report_has_the_answers_and_what_was_promised_on_that_day(
        self, gathered: Gathered
    ) -> None:
        words = words_of(made(gathered, report.make, gathered.held))
        assert "31 mensen" in words
        assert "Veel vragen over geluid." in words
        assert "Dit doen we U kiest zelf." in words
        assert "Uitleg op papier" in words


def test_papers_are_asked_by_the_code_of_the_project_and_the_day(gathered: Gathered) -> None:
    papers = {paper.key: paper for paper in printables()}
    with gathered.store.reading() as session:
        tonight = papers["gathering-sign-up"].make(session, ["P26-1", "2026-11-23"], NOW)
        next_one = papers["gathering-sign-up"].make(session, ["P26-1"], NOW)
        first = papers["gathering-sign-up"].make(session, ["P26-1", "2026-11-10"], NOW)
        assert papers["gathering-report"].example(session) == ["P26-1", "2026-11-10"]
        assert "Tweede" in tonight.title
        assert "Tweede" in next_one.title
        assert "Eerste" in first.title
        for wrong in (["P26-9"], ["P26-1", "morgen"], ["P26-1", "2026-11-11"], []):
            with pytest.raises(Refused):
                papers["gathering-sign-up"].make(session, wrong, NOW)
