"""Papers for accountability: the dossier, the proof of wiping, the plan, what is published."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from desktop.language.format import local
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.retention import wipe, wipe_withdrawn
from desktop.viewings.actions.vacancies import withdraw_vacancy
from desktop.viewings.documents import pilot_plan, publications, records
from desktop.viewings.model import Candidate, Complaint, Decision, Pilot, PolicyVersion
from desktop.viewings.states import ComplaintState, DecisionState, Level
from tests.support import steps
from tests.support.clock import Clock
from tests.support.pdf import bookmarks, letters_of, page_texts, words_of
from tests.support.world import World, make_organisations, make_world


class TestDossier:
    def test_the_order_table_gives_numbers_and_reasons_in_words(
        self, session: Session, world: World
    ):
        words = words_of(records.dossier(session, [world.decision], world.now))
        assert "1 2026-118-K01 ja ja ja Wil de woning ja Weigerde de aanbieding" in words
        assert "Stond na de gekozen" in words

    def test_it_names_no_candidate(self, session: Session, world: World):
        letters = letters_of(records.dossier(session, [world.decision], world.now))
        for candidate_id in world.decided_candidates:
            candidate = session.get_one(Candidate, candidate_id)
            for value in (candidate.last_name, candidate.email, candidate.phone, candidate.street):
                assert value.replace(" ", "") not in letters

    def test_it_says_who_wrote_and_who_read(self, session: Session, world: World):
        words = words_of(records.dossier(session, [world.decision], world.now))
        assert "Geschreven door Sanne Postma" in words
        assert "Tweede lezer Karim Haddad" in words
        assert "versie 3, Kennismaken" in words

    def test_it_has_the_trail_and_its_check_number(self, session: Session, world: World):
        paper = records.dossier(session, [world.decision], world.now)
        assert "Wie deed wat wanneer" in [title for _level, title, _page in bookmarks(paper)]
        assert "Controlegetal van de laatste regel van het logboek" in words_of(paper)


class TestProofOfWiping:
    def test_it_says_what_went_and_that_the_trail_is_whole(self, store: Store, who: Actor):
        world = make_world(store, who)
        ready_to_wipe(store, who, world)
        wipe(store, who, world.decision)
        with store.reading() as session:
            words = words_of(
                records.wipe_certificate(session, [world.decided_vacancy], store.now())
            )
        assert "Kandidaten 10" in words
        assert "Uitgevoerd door Noor de Vries" in words
        assert "kloppen met elkaar" in words

    def test_a_dwelling_that_was_taken_back_has_its_proof_too(self, store: Store, clock: Clock):
        with store.act(PROGRAM, "test.letterhead") as act:
            make_organisations(act.session)
        letting = steps.bring(steps.begin(store, clock), steps.take_list)
        withdraw_vacancy(store, letting.author, letting.vacancy, "REN")
        with store.reading() as session, pytest.raises(Refused, match="nog niet gewist"):
            records.wipe_certificate(session, [letting.vacancy], store.now())
        clock.move_on(weeks=5)
        wiped = wipe_withdrawn(store, letting.author, letting.vacancy)
        with store.reading() as session:
            words = words_of(records.wipe_certificate(session, [letting.vacancy], store.now()))
        assert f"Kandidaten {wiped.candidates}" in words
        assert "Er is geen besluit" in words
        assert "kloppen met elkaar" in words

    def test_afterwards_the_dossier_still_tells_how_it_was_decided(self, store: Store, who: Actor):
        world = make_world(store, who)
        ready_to_wipe(store, who, world)
        wipe(store, who, world.decision)
        with store.reading() as session:
            words = words_of(records.dossier(session, [world.decision], store.now()))
        assert "2026-118-K02" in words
        assert "Persoonsgegevens gewist" in words

    def test_afterwards_nobody_can_be_written_to(self, store: Store, who: Actor):
        from desktop.viewings.documents import decision_letters

        world = make_world(store, who)
        ready_to_wipe(store, who, world)
        wipe(store, who, world.decision)
        with store.reading() as session, pytest.raises(Refused, match="niemand"):
            decision_letters.chosen(session, [world.decision], store.now())


def ready_to_wipe(store: Store, who: Actor, world: World) -> None:
    """The lease is long signed, the complaint term over, the complaint closed."""
    long_ago = local(store.now()).date() - timedelta(weeks=20)
    with store.act(who, "test.ready") as act:
        decision = act.session.get_one(Decision, world.decision)
        decision.state, decision.complaint_until = DecisionState.CLOSED, long_ago
        decision.vacancy.contract_on = long_ago
        complaint = act.session.get_one(Complaint, world.complaint)
        complaint.state, complaint.closed_on = ComplaintState.CLOSED, long_ago


class TestPilotPlan:
    def test_it_gives_complexes_lettings_and_thresholds(self, session: Session, world: World):
        words = words_of(pilot_plan.make(session, world.now))
        assert "Kadeflat Proef 140 ongeveer 8" in words
        assert "Havenflat Vergelijking 96 ongeveer 6" in words
        assert "ten minste 70 %" in words
        assert "ten hoogste 30 %" in words

    def test_it_prints_what_can_mislead(self, session: Session, world: World):
        assert "Wat ons op het verkeerde been kan zetten" in words_of(
            pilot_plan.make(session, world.now)
        )

    def test_without_a_pilot_it_says_so(self, session: Session, world: World):
        session.query(Pilot).delete()
        with pytest.raises(Refused, match="doet nog geen complex mee"):
            pilot_plan.make(session, world.now)

    def test_thresholds_that_are_not_agreed_are_asked_for(self, session: Session, world: World):
        for pilot in session.query(Pilot):
            pilot.thresholds, pilot.fixed_on = {}, None
        session.flush()
        words = words_of(pilot_plan.make(session, world.now))
        assert "Voor Kadeflat, Havenflat Nog niet afgesproken." in words


class TestPublished:
    @pytest.mark.parametrize(
        ("level", "sentence"),
        [
            (Level.A, "Zij kiezen niet wie de woning krijgt."),
            (Level.B, "Hun antwoorden zijn een advies."),
            (Level.C, "dragen één van de eerste 5 kandidaten voor"),
        ],
    )
    def test_the_advert_says_what_residents_do_at_each_level(
        self, session: Session, world: World, level: Level, sentence: str
    ):
        policy = session.get_one(PolicyVersion, world.policy)
        policy.level, policy.top_n = level, 5
        policy.criteria = [{"key": "a", "text_nl": "kent de regels", "text_en": "knows"}]
        words = words_of(publications.advert(session, [world.kadeflat], world.now))
        assert sentence in words
        assert ("kent de regels" in words) is (level is not Level.A)

    def test_the_working_method_says_what_residents_never_see(self, session: Session, world: World):
        words = words_of(publications.working_method(session, [world.kadeflat], world.now))
        assert "Zij zien geen plaats op de lijst, geen voorrang, geen adres" in words

    def test_the_register_says_how_long_data_are_kept(self, session: Session, world: World):
        words = words_of(publications.processing_register(session, [world.kadeflat], world.now))
        assert "4 weken na de verhuur" in words
        assert "24 maanden" in words

    def test_two_complexes_are_two_pages(self, session: Session, world: World):
        both = [world.kadeflat, world.havenflat]
        assert len(page_texts(publications.advert(session, both, world.now))) == 2
