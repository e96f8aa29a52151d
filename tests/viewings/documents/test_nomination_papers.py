"""The papers of level C: the form of the residents, the letter with its reasons, the file."""

from __future__ import annotations

import pytest

from desktop.documents.paper import Paper
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.decisions import draft_decision
from desktop.viewings.actions.nominations import (
    agree,
    do_not_follow,
    enter_nomination,
    pass_test,
)
from desktop.viewings.documents import printables
from desktop.viewings.rules.nomination import Nominated
from desktop.viewings.states import CriterionAnswer, Level
from tests.support import steps
from tests.support.clock import Clock
from tests.support.estate import make_corporation
from tests.support.pdf import fonts_not_embedded, outside_the_page, page_texts, words_of
from tests.support.steps import Letting, bring

YES = {"rules": CriterionAnswer.YES}
TESTED = "De antwoorden passen bij de criteria uit de advertentie."


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    make_corporation(store, PROGRAM)
    begun = steps.begin(store, clock, steps.people(5, priority=[4], protected=[2], needs=[5]))
    begun.policy_values = {"level": Level.C, "top_n": 4, "sharing_ground": "gedeelde keuken"}
    return bring(begun, steps.close_viewing)


def paper(letting: Letting, key: str) -> Paper:
    with letting.store.reading() as session:
        made = next(p for p in printables() if p.key == key)
        return made.make(session, [letting.view().code], letting.clock())


def nominate(letting: Letting, *ranks: int) -> int:
    return enter_nomination(
        letting.store,
        letting.author,
        letting.vacancy,
        letting.today,
        letting.hosts[:2],
        [Nominated(letting.candidates[rank], YES) for rank in ranks],
    )


def test_r5_the_form_of_the_residents_shows_first_names_and_nothing_else(letting: Letting) -> None:
    words = words_of(paper(letting, "nomination-form"))
    for rank in (1, 3, 4):
        assert f"Voornaam{rank}" in words
        assert f"Zoeker{rank}" not in words
        assert f"zoeker{rank}@" not in words
    assert "Voornaam2" not in words  # protected (C2)
    assert "Voornaam5" not in words  # behind the first four
    for told in ("voorrang", "rang", "urgent", "Parkweg", "0600"):
        assert told not in words.lower()


def test_the_form_names_the_criteria_what_yes_means_and_until_when(letting: Letting) -> None:
    words = words_of(paper(letting, "nomination-form"))
    assert "Kent de huisregels" in words
    assert "‘Ja’ betekent: heeft de huisregels gelezen." in words
    assert "Lever dit uiterlijk op" in words
    assert "Schrijf niets over een persoon" in words


@pytest.mark.parametrize("level", [Level.A, Level.B])
def test_where_residents_nominate_nobody_there_is_no_form(
    store: Store, clock: Clock, level: Level
) -> None:
    make_corporation(store, PROGRAM)
    letting = steps.begin(store, clock)
    letting.policy_values = {"level": level}
    bring(letting, steps.close_viewing)
    with pytest.raises(Refused):
        paper(letting, "nomination-form")


@pytest.fixture
def decided(store: Store, clock: Clock) -> Letting:
    """Residents nominated candidate 3 and then 2; candidate 3 gets the dwelling."""
    make_corporation(store, PROGRAM)
    letting = steps.begin(store, clock)
    letting.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    bring(letting, steps.close_viewing)
    nomination = nominate(letting, 3, 2)
    pass_test(letting.store, letting.author, nomination, TESTED)
    agree(letting.store, letting.reader, nomination)
    bring(letting, steps.accept, after=steps.close_viewing)
    letting.decision = draft_decision(
        letting.store, letting.author, letting.vacancy, "Bewoners droegen deze kandidaat voor."
    )
    return bring(letting, steps.settle, after=steps.draft)


def test_r9_who_is_passed_over_reads_the_reason_and_only_the_own_answers(decided: Letting) -> None:
    letters = [" ".join(page.split()) for page in page_texts(paper(decided, "decision-others"))]
    first, second = (next(x for x in letters if name in x) for name in ("de Boer", "Santos"))
    assert "Bewoners droegen iemand anders voor" in first
    assert "Zij droegen u niet voor." in first
    assert "They did nominate you, at a later place." in second
    assert "Knows the house rules: yes" in second
    assert all("Bakkali" not in letter for letter in letters)


def test_the_letter_says_nothing_of_a_nomination_that_was_not_followed(
    store: Store, clock: Clock
) -> None:
    make_corporation(store, PROGRAM)
    letting = steps.begin(store, clock)
    letting.policy_values = {"level": Level.C, "top_n": 3, "sharing_ground": "gedeelde keuken"}
    bring(letting, steps.close_viewing)
    do_not_follow(letting.store, letting.author, nominate(letting, 3), "Niet besproken.")
    bring(letting, steps.settle, after=steps.close_viewing)
    words = words_of(paper(letting, "decision-others"))
    assert "droegen" not in words
    assert "op volgorde van de lijst" in words


def test_the_file_shows_the_nomination_by_numbers_until_it_is_wiped(decided: Letting) -> None:
    words = words_of(paper(decided, "decision-dossier"))
    assert "Voordracht 1 van bewoners" in words
    assert "2 bewoners droegen voor op" in words
    assert TESTED in words
    assert "Kent de huisregels: ja" in words
    assert "Bakkali" not in words
    assert "Ria" not in words
    bring(decided, steps.wipe, after=steps.settle)
    words = words_of(paper(decided, "decision-dossier"))
    assert "Voordracht 1 van bewoners" in words
    assert TESTED not in words
    assert "Kent de huisregels: ja" not in words


def test_the_papers_are_whole(letting: Letting) -> None:
    made = paper(letting, "nomination-form")
    assert outside_the_page(made) == []
    assert fonts_not_embedded(made) == set()
