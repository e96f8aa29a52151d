"""Each paper of Buren can be printed, is whole, and refuses numbers that do not exist."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.feature import Printable
from desktop.refused import Refused
from desktop.viewings.documents import printables
from desktop.viewings.model import Candidate, Decision, Host, Invitation, Shift, Viewing
from desktop.viewings.states import ViewingState
from tests.support.pdf import (
    fonts_not_embedded,
    language_of,
    metadata,
    outside_the_page,
    page_texts,
    words_of,
)
from tests.support.world import World

PAPERS = {paper.key: paper for paper in printables()}
OF_COMPLEXES = {
    "host-instruction",
    "host-statement",
    "working-method",
    "advert",
    "rota",
    "processing-register",
}
# These are about the whole pilot and take no number.
OF_THE_PILOT = {"pilot-plan", "evaluation"}
# These come from what has happened to a vacancy: a viewing called off, data wiped, an offer taken
# back, a chosen candidate who backed out.
AFTER_SOMETHING = {
    "viewing-cancelled",
    "wipe-certificate",
    "offer-withdrawn",
    "backed-out",
    "nomination-form",
}
ALWAYS = sorted(set(PAPERS) - AFTER_SOMETHING)
STRANGE_NAMES = ("A" * 200, "van " * 50, "<b>Ria</b>", "{{ rank }}", "**x**", "مريم", "😀", "")


def numbers(paper: Printable, world: World) -> list[str]:
    if paper.key in OF_THE_PILOT:
        return []
    if paper.key in OF_COMPLEXES:
        return ["KADE"]
    about_decision = ("decision", "offer", "complaint")
    return [world.decided_code if paper.key.startswith(about_decision) else world.vacancy_code]


def printed(key: str, session: Session, world: World) -> Paper:
    paper = PAPERS[key]
    return paper.make(session, numbers(paper, world), world.now)


@pytest.mark.parametrize("key", ALWAYS)
class TestEachPaper:
    def test_is_whole(self, key: str, session: Session, world: World):
        paper = printed(key, session, world)
        assert paper.key == key
        assert outside_the_page(paper) == []
        assert fonts_not_embedded(paper) == set()
        assert language_of(paper) == "nl-NL"
        assert metadata(paper)["Title"] == paper.title
        assert metadata(paper)["Author"] == "Woonstichting Morgenwonen"

    def test_counts_its_pages(self, key: str, session: Session, world: World):
        for page in page_texts(printed(key, session, world)):
            assert "pagina 1 van" in page or "page 1 of" in page or " van " in page

    def test_is_in_dutch(self, key: str, session: Session, world: World):
        for candidate in session.query(Candidate):
            candidate.language = "nl"
        words = words_of(printed(key, session, world))
        for english in (" the ", " page ", " with ", "Kind regards", " of the "):
            # The advert gives the English text beside the Dutch.
            assert english not in words or key == "advert"

    @pytest.mark.parametrize("name", STRANGE_NAMES)
    def test_stands_names_of_every_kind(self, key: str, name: str, session: Session, world: World):
        for person in (*session.query(Candidate), *session.query(Host)):
            person.first_name = person.last_name = name
        for candidate in session.query(Candidate):
            candidate.initials = candidate.visit_need = candidate.street = name
        assert outside_the_page(printed(key, session, world)) == []

    def test_refuses_a_number_that_does_not_exist(self, key: str, session: Session, world: World):
        if key in OF_THE_PILOT:
            return
        with pytest.raises(Refused, match="NIETS"):
            PAPERS[key].make(session, ["NIETS"], world.now)

    def test_says_what_its_numbers_are(self, key: str):
        assert PAPERS[key].takes()
        assert PAPERS[key].title()


@pytest.mark.parametrize("key", sorted(set(PAPERS) - OF_THE_PILOT))
def test_without_a_number_it_asks_for_one(key: str, session: Session, world: World):
    with pytest.raises(Refused, match="Zeg van welk"):
        PAPERS[key].make(session, [], world.now)


def test_two_vacancies_make_one_pdf(session: Session, world: World):
    codes = [world.vacancy_code, world.decided_code]
    paper = PAPERS["attendance-staff"].make(session, codes, world.now)
    assert len(page_texts(paper)) == 2


def test_a_viewing_without_candidates_has_its_lists_all_the_same(session: Session, world: World):
    session.execute(delete(Invitation).where(Invitation.viewing_id == world.viewing))
    for key in ("attendance-hosts", "attendance-staff", "tour-card", "answer-form"):
        assert "Er wordt niemand verwacht." in words_of(printed(key, session, world))


def test_a_viewing_that_was_called_off_is_told(session: Session, world: World):
    session.get_one(Viewing, world.viewing).state = ViewingState.CANCELLED
    session.flush()
    paper = printed("viewing-cancelled", session, world)
    assert "gaat helaas niet door" in words_of(paper)
    assert "U houdt uw plaats op de lijst" in words_of(paper)


def test_there_is_no_proof_of_wiping_before_wiping(session: Session, world: World):
    with pytest.raises(Refused, match="nog niet gewist"):
        PAPERS["wipe-certificate"].make(session, [world.decided_code], world.now)


def test_a_vacancy_without_a_decision_says_so(session: Session, world: World):
    with pytest.raises(Refused, match="nog geen besluit"):
        PAPERS["decision-dossier"].make(session, [world.vacancy_code], world.now)


def test_a_decision_that_is_not_settled_has_no_dossier_yet(session: Session, world: World):
    session.get_one(Decision, world.decision).order_table = []
    with pytest.raises(Refused, match="collega"):
        PAPERS["decision-dossier"].make(session, [world.decided_code], world.now)


def test_nobody_is_reminded_of_a_visit_that_is_over(session: Session, world: World):
    with pytest.raises(Refused, match="te laat"):
        PAPERS["reminder"].make(session, [world.vacancy_code], world.now + timedelta(days=60))


def test_a_question_to_hosts_needs_hosts(session: Session, world: World):
    session.execute(delete(Shift).where(Shift.viewing_id == world.viewing))
    with pytest.raises(Refused, match="nog geen gastheren"):
        PAPERS["host-question"].make(session, [world.vacancy_code], world.now)


def test_listing_the_papers_does_not_load_reportlab():
    script = (
        "import sys; from desktop.viewings.documents import printables; printables();"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
