"""Names in a row."""

from __future__ import annotations

import pytest

from desktop.language.lists import listed


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("Ria",), "Ria"),
        (("Ria", "Ahmed"), "Ria en Ahmed"),
        (("Ria", "Ahmed", "Truus"), "Ria, Ahmed en Truus"),
    ],
)
def test_names_stand_in_a_row_as_people_say_them(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words
