"""The papers when an offer is taken back, or the chosen candidate backs out after the decision."""

from __future__ import annotations

import pytest

from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.guards import read_guard
from desktop.viewings.actions.offers import withdraw_offer
from desktop.viewings.actions.vacancies import withdraw_vacancy
from desktop.viewings.actions.withdrawals import back_out, take_back
from desktop.viewings.documents import printables
from desktop.viewings.states import Level
from tests.support import steps
from tests.support.clock import Clock
from tests.support.estate import make_corporation
from tests.support.pdf import fonts_not_embedded, outside_the_page, words_of
from tests.support.steps import Letting, bring

FACTS = "De vraag over de huisregels is twee keer met nee beantwoord."


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    make_corporation(store, PROGRAM)
    return steps.begin(store, clock)


def paper(letting: Letting, key: str) -> Paper:
    found = next(p for p in printables() if p.key == key)
    with letting.store.reading() as session:
        return found.make(session, ["2026-0412"], letting.clock())


@pytest.fixture
def backed_out(letting: Letting) -> Letting:
    bring(letting, steps.letters)
    letting.clock.move_on(days=1)
    back_out(letting.store, letting.author, letting.decision, "PER")
    return letting


def test_who_backs_out_gets_it_in_writing_with_the_day_and_the_reason(backed_out: Letting) -> None:
    words = words_of(paper(backed_out, "backed-out"))
    assert "U neemt de woning niet" in words
    assert "Persoonlijke omstandigheden" in words
    assert "27 november 2026" in words
    assert "voorrang" not in words


def test_c3_with_priority_the_letter_says_whether_it_counts(letting: Letting) -> None:
    letting.people = steps.people(2, priority=[1])
    bring(letting, steps.letters)
    back_out(letting.store, letting.author, letting.decision, "PER", caused_by_tour=True)
    [guard] = letting.view().guards
    read_guard(letting.store, letting.reader, guard.id, agrees=True, does_count=True)
    words = words_of(paper(letting, "backed-out"))
    assert "dit telt niet mee als weigering" in words
    assert "tweede weigering" not in words


def test_everybody_is_written_again_and_hears_that_the_first_decision_lapsed(
    backed_out: Letting,
) -> None:
    with pytest.raises(Refused):
        paper(backed_out, "decision-others")
    bring(backed_out, steps.settle, after=steps.close_viewing)
    others = words_of(paper(backed_out, "decision-others"))
    assert "Dat besluit is vervallen" in others
    assert "de Boer" in others
    chosen = words_of(paper(backed_out, "decision-chosen"))
    assert "That decision has lapsed" in chosen  # Maria reads English


def test_a_first_decision_says_nothing_of_another(letting: Letting) -> None:
    bring(letting, steps.settle)
    assert "vervallen" not in words_of(paper(letting, "decision-others"))


def test_the_file_shows_both_decisions_the_first_as_it_was_settled(backed_out: Letting) -> None:
    bring(backed_out, steps.settle, after=steps.close_viewing)
    words = words_of(paper(backed_out, "decision-dossier"))
    assert "Besluit over Kadeflat 214" in words
    assert "Besluit 2 over Kadeflat 214" in words
    assert "de gekozen kandidaat trok zich terug" in words


@pytest.fixture
def level_c(letting: Letting) -> Letting:
    letting.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    return bring(letting, steps.offer)


def turn_away(letting: Letting) -> None:
    withdraw_offer(letting.store, letting.author, letting.offer, "COO", FACTS, letting.reader)


def test_r9_who_residents_turn_away_gets_a_letter_with_the_reason_and_the_facts(
    level_c: Letting,
) -> None:
    turn_away(level_c)
    words = words_of(paper(level_c, "offer-withdrawn"))
    assert "Niet voorgedragen door bewoners" in words
    assert FACTS in words
    assert "een collega las het mee" in words
    assert "College voor de Rechten van de Mens" in words


def test_r9_the_facts_stand_at_the_offer_and_in_the_file_until_they_are_wiped(
    level_c: Letting,
) -> None:
    turn_away(level_c)
    [offer] = level_c.view().offers
    assert (offer.facts, offer.reader) == (FACTS, level_c.reader.name)
    bring(level_c, steps.settle, after=steps.close_viewing)
    assert FACTS in words_of(paper(level_c, "decision-dossier"))
    bring(level_c, steps.wipe, after=steps.settle)
    words = words_of(paper(level_c, "decision-dossier"))
    assert FACTS not in words
    assert "Niet voorgedragen door bewoners" in words
    with pytest.raises(Refused):
        paper(level_c, "offer-withdrawn")


def test_r6_r9_the_facts_say_nothing_about_who_somebody_is(level_c: Letting) -> None:
    with pytest.raises(Refused) as refused:
        withdraw_offer(level_c.store, level_c.author, level_c.offer, "COO", "Draagt een hoofddoek.")
    assert refused.value.field == "motivation"


def test_the_letters_are_whole(backed_out: Letting) -> None:
    steps.offer(backed_out)
    withdraw_offer(backed_out.store, backed_out.author, backed_out.offer, "DON")
    for key in ("backed-out", "offer-withdrawn"):
        made = paper(backed_out, key)
        assert outside_the_page(made) == []
        assert fonts_not_embedded(made) == set()


def test_taking_the_dwelling_back_after_the_decision_has_the_same_letter(letting: Letting) -> None:
    bring(letting, steps.letters)
    take_back(letting.store, letting.author, letting.decision, "NIE")
    assert "Wij nemen de aanbieding terug" in words_of(paper(letting, "offer-withdrawn"))
    with pytest.raises(Refused):
        paper(letting, "backed-out")


def test_why_a_visit_is_called_off_is_told_in_the_language_of_who_reads_it(
    letting: Letting,
) -> None:
    bring(letting, steps.invite)
    withdraw_vacancy(letting.store, letting.author, letting.vacancy, "REN")
    words = words_of(paper(letting, "viewing-cancelled"))
    assert "De woning wordt gerenoveerd" in words
    assert "The dwelling is renovated" in words  # Maria reads English
    assert "This home will not be let" in words
