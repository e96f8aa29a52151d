"""What letters to candidates say, and what they do not say."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from desktop.documents import letter_texts
from desktop.refused import Refused
from desktop.viewings.documents import decision_letters, invitation, letter_values, offer
from desktop.viewings.model import (
    Candidate,
    Complaint,
    Decision,
    Invitation,
    PolicyVersion,
    Viewing,
)
from desktop.viewings.queries.papers import addressed
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import Level
from tests.support.pdf import bookmarks, letters_of, page_texts, words_of
from tests.support.world import World

CONSEQUENCE = "de gemeente uw voorrang beëindigen"


def invited(session: Session, world: World, place: int = 1) -> str:
    return words_of(invitation.make(session, [world.invitations[place]], world.now))


class TestInvitation:
    def test_it_says_when_where_and_who_receives(self, session: Session, world: World):
        words = invited(session, world)
        assert "dinsdag 24 november 2026, 13.40 uur (ongeveer 20 minuten)" in words
        assert "ingang Kadeflat 200, bij de koffiehoek" in words
        assert "2 bewoners van Kadeflat; een medewerker is bereikbaar" in words

    def test_it_says_what_it_is_and_is_not_and_what_is_noted(self, session: Session, world: World):
        words = invited(session, world)
        assert "Zij kiezen niet wie de woning krijgt." in words
        assert "Niets over u als persoon." in words
        assert "U mag het lezen en laten verbeteren." in words
        assert "Neem geen papieren mee" in words
        assert "Vraagt iemand u om geld?" in words
        assert "Dat heeft geen nadelen voor u." in words

    def test_it_gives_until_when_to_choose_with_weekends_left_out(
        self, session: Session, world: World
    ):
        assert "tot woensdag 25 november 2026, 14.00 uur om te zeggen" in invited(session, world)

    def test_c4_the_consequence_stands_only_in_the_letter_of_who_has_priority(
        self, session: Session, world: World
    ):
        assert CONSEQUENCE in invited(session, world, 0)
        for place in range(1, len(world.invitations)):
            words = invited(session, world, place)
            assert CONSEQUENCE not in words
            assert "voorrang" not in words
            assert "priority" not in words

    def test_c4_who_has_priority_reads_that_staying_away_costs_nothing(
        self, session: Session, world: World
    ):
        assert "Dan houdt u uw plaats" in invited(session, world, 0)

    def test_it_is_one_page_also_for_who_has_priority(self, session: Session, world: World):
        paper = invitation.make(session, world.invitations, world.now)
        assert len(page_texts(paper)) == len(world.invitations)

    def test_somebody_who_reads_english_gets_it_in_english(self, session: Session, world: World):
        words = invited(session, world, 2)
        assert "Dear M. Santos," in words
        assert "Tuesday 24 November 2026, 14:00" in words

    def test_r13_wished_help_is_named_and_arranged(self, session: Session, world: World):
        seeker = session.get_one(Invitation, world.invitations[1]).candidate
        seeker.visit_need = "een stoel onderweg"
        assert "een stoel onderweg. Dat regelen wij." in invited(session, world)

    def test_r13b_where_taking_part_is_required_the_letter_names_other_ways(
        self, session: Session, world: World
    ):
        assert "telefonisch" not in invited(session, world)
        session.get_one(PolicyVersion, world.policy).participation_required = True
        assert "alleen komen kijken, telefonisch, op een andere dag" in invited(session, world)

    def test_c2_a_protected_candidate_is_received_by_staff(self, session: Session, world: World):
        session.get_one(Invitation, world.invitations[1]).candidate.protected = True
        words = invited(session, world)
        assert "Wie ontvangt u een medewerker" in words
        assert "bewoners" not in words

    def test_r12_when_staff_receive_no_residents_are_promised(self, session: Session, world: World):
        session.get_one(Viewing, world.viewing).staff_hosts = True
        assert "Een medewerker van Woonstichting Morgenwonen laat u de woning zien" in invited(
            session, world
        )

    def test_level_b_names_the_published_criteria(self, session: Session, world: World):
        policy = session.get_one(PolicyVersion, world.policy)
        policy.level = Level.B
        policy.criteria = [
            {"key": "rules", "text_nl": "heeft de huisregels gelezen", "text_en": "has read"}
        ]
        words = invited(session, world)
        assert "heeft de huisregels gelezen" in words
        assert "Dat advies beslist niet alleen." in words

    def test_the_reader_finds_each_candidate_in_the_contents(self, session: Session, world: World):
        paper = invitation.make(session, world.invitations, world.now)
        names = [title for _level, title, _page in bookmarks(paper)]
        assert names[:3] == ["F. el Bakkali", "J. de Boer", "M. Santos"]

    def test_an_invitation_that_does_not_exist_is_refused(self, session: Session, world: World):
        with pytest.raises(Refused):
            invitation.make(session, [999_999], world.now)

    def test_nobody_is_written_to_after_a_wipe(self, session: Session, world: World):
        session.get_one(Invitation, world.invitations[0]).candidate.wiped_on = date(2026, 11, 1)
        with pytest.raises(Refused, match="gewist"):
            invitation.make(session, world.invitations, world.now)

    def test_r1_without_a_way_of_working_nothing_is_printed(self, session: Session, world: World):
        session.get_one(Viewing, world.viewing).vacancy.policy = None
        with pytest.raises(Refused) as refused:
            invitation.make(session, world.invitations, world.now)
        assert refused.value.field == "policy"


class TestReminder:
    def test_it_says_what_the_candidate_answered(self, session: Session, world: World):
        paper = invitation.reminder(
            session, [world.invitations[0], world.invitations[3]], world.now
        )
        first, second = page_texts(paper)
        assert "U heeft gezegd dat u komt." in " ".join(first.split())
        assert "Wij weten nog niet of u komt." in " ".join(second.split())


class TestOffer:
    def test_it_gives_rent_features_and_deadline(self, session: Session, world: World):
        words = words_of(offer.make(session, [world.accepted_offer], world.now))
        assert "€ 641,20" in words
        assert "3 kamers, 67 m², verdieping 2, energielabel B" in words
        assert "17.00 uur" in words

    def test_c4_only_who_has_priority_reads_what_a_refusal_means_for_it(
        self, session: Session, world: World
    ):
        with_priority = words_of(offer.make(session, [world.refused_offer], world.now))
        without = words_of(offer.make(session, [world.accepted_offer], world.now))
        assert CONSEQUENCE in with_priority
        assert "Dan telt uw weigering niet mee." in with_priority
        assert "voorrang" not in without


class TestDecision:
    def test_r10_everybody_invited_hears_of_it(self, session: Session, world: World):
        letters = addressed.decision_letters(session, world.decision)
        assert len(letters) == 6
        assert [letter.reason is None for letter in letters] == [True] + [False] * 5

    def test_the_chosen_candidate_reads_good_news(self, session: Session, world: World):
        words = words_of(decision_letters.chosen(session, [world.decision], world.now))
        assert "Beste J. de Boer," in words
        assert "U krijgt de woning Kadeflat 118" in words

    def test_the_others_read_nothing_of_who_was_chosen(self, session: Session, world: World):
        chosen = session.get_one(Candidate, world.decided_candidates[1])
        letters = letters_of(decision_letters.others(session, [world.decision], world.now))
        for value in (chosen.last_name, chosen.first_name, chosen.street, chosen.number):
            assert "".join(value.split()) not in letters
        assert chosen.phone.replace(" ", "") not in letters
        assert chosen.email not in letters

    def test_the_others_read_their_own_rank_and_reason_and_where_to_complain(
        self, session: Session, world: World
    ):
        page = decision_letters.others(session, [world.decision], world.now)
        words = " ".join(page_texts(page)[0].split())
        assert "nummer 1 op de lijst" in words
        assert "U wilde de aangeboden woning niet." in words
        assert "College voor de Rechten van de Mens" in words
        assert "(ADV)" in words
        assert "De Huurcommissie gaat niet over wie een woning krijgt." in words

    def test_the_others_read_when_their_data_are_wiped(self, session: Session, world: World):
        words = words_of(decision_letters.others(session, [world.decision], world.now))
        assert "Wij wissen uw gegevens van deze woning op 11 januari 2027." in words

    def test_the_complaint_term_counts_from_today_while_the_letters_have_not_gone(
        self, session: Session, world: World
    ):
        session.get_one(Decision, world.decision).complaint_until = None
        words = words_of(decision_letters.others(session, [world.decision], world.now))
        assert "tot 4 januari 2027" in words

    @pytest.mark.parametrize("code", PassCode)
    def test_each_reason_is_said_to_the_candidate_in_friendly_words(self, code: PassCode):
        assert letter_values.REASONS[code]

    def test_a_receipt_of_a_complaint_says_when_the_answer_comes(
        self, session: Session, world: World
    ):
        words = words_of(decision_letters.complaint_receipt(session, [world.complaint], world.now))
        assert "Antwoord uiterlijk 4 januari 2027" in words

    def test_a_complaint_without_a_sender_cannot_be_answered_by_letter(
        self, session: Session, world: World
    ):
        session.get_one(Complaint, world.complaint).candidate_id = None
        with pytest.raises(Refused, match="van wie"):
            decision_letters.complaint_receipt(session, [world.complaint], world.now)


def test_every_letter_gives_the_values_that_its_text_may_ask_for(session: Session, world: World):
    (visit,) = addressed.visits(session, [world.invitations[0]])
    (offered,) = addressed.offers(session, [world.refused_offer])
    chosen, other, *_rest = addressed.decision_letters(session, world.decision)
    (complaint,) = addressed.complaints(session, [world.complaint])
    shift = session.get_one(Viewing, world.viewing).shifts[0]
    (question,) = addressed.host_questions(session, [shift.id])
    letters = [
        letter_values.visit("invitation", visit),
        letter_values.visit("reminder", visit),
        letter_values.visit("viewing-cancelled", visit),
        letter_values.offer(offered),
        letter_values.decision(chosen, world.now),
        letter_values.decision(other, world.now),
        letter_values.complaint(complaint),
        letter_values.host_question(question, world.now),
    ]
    of_corporation = {"corporation", "phone", "email", "website"}
    for letter in letters:
        allowed = set(letter_texts.placeholders(letter.text).examples)
        assert allowed - of_corporation <= set(letter.values), letter.text
