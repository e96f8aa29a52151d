"""Codes of agreements: one meaning through the years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.codes import next_code, tidy_code
from desktop.refused import Refused


@pytest.mark.parametrize(
    ("used", "code"),
    [
        ([], "BES-01"),
        (["BES-01", "BES-02"], "BES-03"),
        (["BES-07"], "BES-08"),  # what went out of use is not given to something else
        (["BET-01", "VER-09"], "BES-01"),
        (["BES-99"], "BES-100"),
        (["BES-OUD", "BES-²"], "BES-01"),
    ],
)
def test_the_next_code_comes_after_all_that_were_used(used: list[str], code: str) -> None:
    assert next_code("BES", used) == code


@given(st.lists(st.integers(1, 999).map(lambda n: f"BES-{n:02d}")))
def test_no_code_comes_twice(used: list[str]) -> None:
    assert next_code("BES", used) not in used


@pytest.mark.parametrize(("typed", "code"), [(" bes-01 ", "BES-01"), ("VER2-7", "VER2-7")])
def test_a_code_is_kept_in_one_way(typed: str, code: str) -> None:
    assert tidy_code(typed) == code


@pytest.mark.parametrize("typed", ["", "BES", "BES-", "01-BES", "BES 01", "BES-01; x", "é-1"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        tidy_code(typed)
    assert refused.value.field == "code"
