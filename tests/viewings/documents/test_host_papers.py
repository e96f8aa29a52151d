"""Papers for hosts: what they need, and nothing of rank, priority, address, phone or mail (R5)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from desktop.refused import Refused
from desktop.viewings.documents import host_letters, rota, visitor_lists
from desktop.viewings.model import (
    Candidate,
    Host,
    HostRelation,
    Invitation,
    PolicyVersion,
    Shift,
    Viewing,
)
from desktop.viewings.states import Answer, Level, ShiftState, ViewingKind
from tests.support.pdf import letters_of, page_texts, size_of, words_of
from tests.support.world import POINTS, World

SECRET_WORDS = ("voorrang", "urgent", "priorit", "volgorde", "@")
token = st.text("bcdfghjklmnpqrstvwxz", min_size=12, max_size=20)
secrets = st.fixed_dictionaries(
    {
        "last_name": token,
        "prefix": token,
        "initials": token,
        "street": token,
        "city": token,
        "external_ref": token,
        "email": token.map(lambda word: f"{word}@zoekt.voorbeeld"),
        "phone": st.integers(10**9, 10**10 - 1).map(str),
        "postcode": st.integers(10**7, 10**8 - 1).map(str),
    }
)
ranks = st.lists(st.integers(300_000, 999_999), min_size=6, max_size=6, unique=True)


def host_papers(session: Session, world: World) -> str:
    """The letters of all that hosts hold in their hands at a viewing."""
    papers = (
        visitor_lists.attendance_for_hosts(session, [world.viewing], world.now),
        visitor_lists.tour_card(session, [world.viewing], world.now),
        host_letters.question(
            session,
            [s.id for s in session.get_one(Viewing, world.viewing).shifts],
            world.now,
        ),
        rota.make(session, [world.kadeflat], world.now),
    )
    return "".join(letters_of(paper) for paper in papers)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(people=st.lists(secrets, min_size=6, max_size=6), ranks=ranks, priority=st.booleans())
def test_r5_no_random_data_of_candidates_reaches_the_papers_of_hosts(
    session: Session,
    world: World,
    people: list[dict[str, str]],
    ranks: list[int],
    priority: bool,
):
    seekers = [session.get_one(Invitation, i).candidate for i in world.invitations]
    for seeker, person, rank in zip(seekers, people, ranks, strict=True):
        for key, value in person.items():
            setattr(seeker, key, value)
        seeker.rank, seeker.priority = rank, priority
    letters = host_papers(session, world)
    for seeker, person, rank in zip(seekers, people, ranks, strict=True):
        assert seeker.first_name in letters
        assert str(rank) not in letters
        for value in person.values():
            assert value not in letters
    session.rollback()


def test_r5_papers_of_hosts_hold_no_word_of_rank_or_priority(session: Session, world: World):
    letters = host_papers(session, world).lower()
    for word in SECRET_WORDS:
        assert word not in letters


def test_c2_a_protected_candidate_is_on_no_paper_of_hosts(session: Session, world: World):
    seeker = session.get_one(Invitation, world.invitations[1]).candidate
    seeker.protected = True
    letters = host_papers(session, world)
    assert seeker.first_name not in letters
    assert seeker.number not in letters


class TestListForTheDoor:
    def test_it_has_time_first_name_persons_and_wished_help(self, session: Session, world: World):
        session.get_one(Invitation, world.invitations[1]).candidate.visit_need = "lift"
        paper = visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        assert "13:40 Johan 2 lift" in " ".join(page_texts(paper)[0].split())

    def test_each_host_gets_a_numbered_copy_to_hand_in(self, session: Session, world: World):
        first, second = page_texts(
            visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        )
        assert "Exemplaar 1 van 2, voor Ria. Na afloop inleveren." in first
        assert "Exemplaar 2 van 2, voor Ahmed. Na afloop inleveren." in second

    def test_it_lies_on_its_side(self, session: Session, world: World):
        paper = visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        assert size_of(paper) == (297, 210)

    def test_somebody_without_a_first_name_is_shown_by_number(self, session: Session, world: World):
        seeker = session.get_one(Invitation, world.invitations[1]).candidate
        seeker.first_name = ""
        paper = visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        assert seeker.number in letters_of(paper)

    def test_who_said_no_is_not_on_it(self, session: Session, world: World):
        invitation = session.get_one(Invitation, world.invitations[1])
        invitation.answer = Answer.NOT_COMING
        session.flush()
        paper = visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        assert "Johan" not in words_of(paper)

    def test_when_staff_receive_there_is_one_copy_for_them(self, session: Session, world: World):
        session.get_one(Viewing, world.viewing).kind = ViewingKind.STAFF
        (page,) = page_texts(
            visitor_lists.attendance_for_hosts(session, [world.viewing], world.now)
        )
        assert "Exemplaar 1 van 1, voor een medewerker" in page


def test_the_list_for_staff_has_rank_phone_and_answer(session: Session, world: World):
    paper = visitor_lists.attendance_for_staff(session, [world.viewing], world.now)
    assert "13:40 2 J. de Boer 0600 – 00 00 02 2 Komt" in words_of(paper)


def test_the_tour_card_has_all_points_and_fits_one_page(session: Session, world: World):
    paper = visitor_lists.tour_card(session, [world.viewing], world.now)
    assert len(page_texts(paper)) == 1
    words = words_of(paper)
    for number, (_key, point, _english) in enumerate(POINTS, start=1):
        assert f"{number}. {point}" in words


def test_at_level_a_the_card_asks_nothing_about_visitors(session: Session, world: World):
    paper = visitor_lists.tour_card(session, [world.viewing], world.now)
    assert "Vragen uit de advertentie" not in words_of(paper)


def test_at_level_b_each_host_answers_the_published_criteria_on_a_sheet_of_their_own(
    session: Session, world: World
):
    policy = session.get_one(PolicyVersion, world.policy)
    policy.level = Level.B
    policy.criteria = [{"key": "a", "text_nl": "kent de huisregels", "text_en": "knows the rules"}]
    _card, first, second = page_texts(visitor_lists.tour_card(session, [world.viewing], world.now))
    assert "Voor Ria." in first
    assert "Voor Ahmed." in second
    for sheet in (first, second):
        assert "kent de huisregels" in sheet
        assert "Niet besproken" in sheet


def test_r11_hosts_are_told_to_say_nothing_about_money_and_whom_to_call(
    session: Session, world: World
):
    words = words_of(host_letters.instruction(session, [world.kadeflat], world.now))
    assert "Geld of overname?" in words
    assert "Praat er niet over" in words
    assert "Neem nooit geld of een cadeau aan" in words


def test_r11_the_answer_form_asks_about_money(session: Session, world: World):
    paper = visitor_lists.answer_form(session, [world.viewing], world.now)
    assert "Heeft iemand u om geld of overname gevraagd?" in words_of(paper)
    assert "Did anybody ask you for money or a takeover?" in words_of(paper)


class TestInstruction:
    def test_it_is_one_page_with_the_points_and_what_not_to_ask(
        self, session: Session, world: World
    ):
        paper = host_letters.instruction(session, [world.kadeflat], world.now)
        assert len(page_texts(paper)) == 1
        words = words_of(paper)
        assert "Zeg liever" in words
        assert "afval en containers" in words
        assert "0500 – 00 00 00" in words

    def test_a_complex_without_a_fixed_way_of_working_is_refused(
        self, session: Session, world: World
    ):
        session.get_one(PolicyVersion, world.policy).fixed_on = None
        session.flush()
        with pytest.raises(Refused) as refused:
            host_letters.instruction(session, [world.kadeflat], world.now)
        assert refused.value.field == "policy"


def test_the_statement_names_whom_the_host_declared_to_know(session: Session, world: World):
    words = words_of(host_letters.statement(session, [world.hosts[0]], world.now))
    assert "Berend Hoekstra (vriend of bekende)" in words
    assert "Handtekening:" in words


def test_the_statement_of_one_host_names_nobody_of_another(session: Session, world: World):
    words = words_of(host_letters.statement(session, [world.hosts[1]], world.now))
    assert "Hoekstra" not in words
    assert session.query(HostRelation).count() == 1


class TestRota:
    def test_there_is_one_sheet_for_all_and_one_for_each_host(self, session: Session, world: World):
        pages = page_texts(rota.make(session, [world.kadeflat], world.now))
        assert len(pages) == 1 + len(world.hosts)
        assert "13:20 Ria Smit (leidt)" in " ".join(pages[0].split())

    def test_a_hosts_own_sheet_has_only_their_own_shifts(self, session: Session, world: World):
        pages = page_texts(rota.make(session, [world.kadeflat], world.now))
        own = next(page for page in pages if "Rooster van Ria Smit" in page)
        assert "met Ahmed" in " ".join(own.split())
        assert "Truus" not in own

    def test_a_host_who_said_no_is_not_on_it(self, session: Session, world: World):
        shift = session.get_one(Viewing, world.viewing).shifts[0]
        shift.state = ShiftState.DECLINED
        session.flush()
        words = words_of(rota.make(session, [world.kadeflat], world.now))
        assert "Ria Smit" not in words

    def test_a_month_without_shifts_is_an_empty_calendar(self, session: Session, world: World):
        for shift in session.query(Shift):
            session.delete(shift)
        session.flush()
        (page,) = page_texts(rota.make(session, [world.kadeflat], world.now))
        assert "november 2026" in page
        assert session.query(Host).count() == 4
        assert session.query(Candidate).count() == 20
