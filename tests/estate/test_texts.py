"""Words that people type or paste, as they are kept."""

from __future__ import annotations

import pytest

from desktop.estate.model import Complex
from desktop.estate.texts import written
from desktop.refused import Refused


def test_signs_that_steer_a_word_processor_become_spaces() -> None:
    pasted = "\x0cKade\x0bflat\r\naan\thet water\x1f"
    assert written(Complex, "name", pasted) == "Kade flat\naan\thet water"


@pytest.mark.parametrize("broken", ["Kade\0flat", "Kade\ud83dflat"])
def test_what_no_database_keeps_is_refused_with_its_place(broken: str) -> None:
    with pytest.raises(Refused, match="5"):
        written(Complex, "name", broken)
