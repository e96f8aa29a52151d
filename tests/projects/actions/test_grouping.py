"""Bringing together what several people said."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.projects.actions.grouping import group_under, name_subject, put_together, take_apart
from desktop.projects.actions.projects import start_project
from desktop.projects.actions.proposals import raise_proposal
from desktop.projects.model import Proposal
from desktop.projects.rules.voices import SUBJECT, subject_of
from desktop.projects.states import Participation, ProjectKind
from desktop.refused import Refused
from desktop.store import Actor, Store


@pytest.fixture
def said(store: Store, who: Actor, renovation: int) -> list[int]:
    texts = ("Boor niet vóór acht uur.", "Geen lawaai in de ochtend.", "Meer licht.")
    return [raise_proposal(store, who, renovation, text) for text in texts]


def themes(store: Store) -> list[str]:
    with store.reading() as session:
        return [one.theme for one in session.query(Proposal).order_by(Proposal.number)]


def test_two_that_come_together_are_called_after_the_one_that_was_there(
    store: Store, who: Actor, said: list[int]
) -> None:
    put_together(store, who, said[1], said[0])
    assert themes(store) == ["Boor niet vóór acht uur", "Boor niet vóór acht uur", ""]


def test_a_third_takes_over_the_name_that_they_have(
    store: Store, who: Actor, renovation: int, said: list[int]
) -> None:
    put_together(store, who, said[1], said[0])
    name_subject(store, who, renovation, "Boor niet vóór acht uur", "Geluid")
    put_together(store, who, said[2], said[1])
    assert themes(store) == ["Geluid", "Geluid", "Geluid"]


def test_one_that_is_taken_apart_stands_alone_and_the_others_keep_their_name(
    store: Store, who: Actor, said: list[int]
) -> None:
    put_together(store, who, said[1], said[0])
    take_apart(store, who, [said[0]])
    assert themes(store) == ["", "Boor niet vóór acht uur", ""]


def test_coming_together_is_undone_in_one_step(store: Store, who: Actor, said: list[int]) -> None:
    put_together(store, who, said[1], said[0])
    store.undo(who)
    assert themes(store) == ["", "", ""]


def test_what_cannot_come_together_is_refused(
    store: Store, who: Actor, renovation: int, said: list[int]
) -> None:
    elsewhere = start_project(
        store, who, "Noord", ProjectKind.NEIGHBOURHOOD, Participation.CONSULT, date(2026, 9, 1)
    )
    other = raise_proposal(store, who, elsewhere, "Bankjes.")
    for onto in (said[0], other):
        with pytest.raises(Refused):
            put_together(store, who, said[0], onto)
    with pytest.raises(Refused):
        name_subject(store, who, renovation, "", " ")
    for several, theme in ((said, " "), ([said[0], other], "Groen")):
        with pytest.raises(Refused):
            group_under(store, who, several, theme)
    assert themes(store) == ["", "", "", ""]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Meer licht!", "Meer licht"),
        ("Een rustige plek voor wie overdag moet werken", "Een rustige plek voor wie overdag moet"),
        ("x" * 60, "x" * SUBJECT),
    ],
)  # fmt: skip
def test_a_subject_is_named_after_whole_words_of_what_was_said(text: str, subject: str) -> None:
    assert subject_of(text) == subject
