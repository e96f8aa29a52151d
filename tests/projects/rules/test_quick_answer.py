"""Answers as somebody types them from a pile of cards."""

from __future__ import annotations

import pytest

from desktop.projects.rules.quick_answer import Door, read_quick
from desktop.projects.states import ConsentAnswer
from desktop.refused import Refused

A = ConsentAnswer
DOORS = [
    Door(1, "12", "Zonneveld 12"),
    Door(2, "12a", "Zonneveld 12a"),
    Door(3, "14-2", "Zonneveld 14-2"),
    Door(4, "31", "Zonneveld 31"),
    Door(5, "31", "Havenweg 31"),
]


@pytest.mark.parametrize(
    ("typed", "door", "answer"),
    [
        ("12 j", 1, A.YES),
        ("12j", 1, A.YES),
        (" 12   J ", 1, A.YES),
        ("12 ja", 1, A.YES),
        ("12a n", 2, A.NO),
        ("12A nee", 2, A.NO),
        ("14-2 d", 3, A.THINKING),
        ("havenweg 31 n", 5, A.NO),
        ("12 b", 1, None),
    ],
)
def test_a_number_and_a_letter_are_an_answer(
    typed: str, door: int, answer: ConsentAnswer | None
) -> None:
    read = read_quick(typed, DOORS)
    assert (read.door.id, read.answer) == (door, answer)


@pytest.mark.parametrize("typed", ["", "12", "j", "12 x", "twaalf j", "99 j", "12 j n"])
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_quick(typed, DOORS)
    assert refused.value.field == "quick"


def test_a_number_in_two_streets_asks_for_the_street() -> None:
    with pytest.raises(Refused, match="Zonneveld 31"):
        read_quick("31 j", DOORS)
