"""What is kept of a paper is text that is read back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.queries.payload import as_payload, from_payload
from desktop.agreements.states import Light


@dataclass(frozen=True, slots=True)
class Inside:
    value: Decimal
    on: date


@dataclass(frozen=True)
class Paper:
    title: str
    count: int
    is_draft: bool
    light: Light
    at: datetime
    said: tuple[tuple[str, str], ...]
    inside: tuple[Inside, ...]
    maybe: Inside | None
    added_later: str = "nothing"


AT = datetime(2026, 7, 15, 19, 30, tzinfo=UTC)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-9, max_value=9)
INSIDE = st.builds(Inside, DECIMALS, st.dates())
PAPERS = st.builds(
    Paper,
    title=st.text(),
    count=st.integers(),
    is_draft=st.booleans(),
    light=st.sampled_from(Light),
    at=st.just(AT),
    said=st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
    inside=st.lists(INSIDE, max_size=3).map(tuple),
    maybe=st.none() | INSIDE,
)


@given(PAPERS)
def test_what_is_read_back_is_what_was_kept(paper: Paper) -> None:
    text = as_payload(paper)
    assert from_payload(Paper, text) == paper
    assert as_payload(from_payload(Paper, text)) == text


def test_a_value_has_one_way_to_be_written() -> None:
    assert as_payload(Inside(Decimal("7.10"), date(2026, 7, 1))) == (
        '{"on":"2026-07-01","value":"7.10"}'
    )


def test_text_of_before_a_field_was_added_can_be_read() -> None:
    paper = Paper("Monitor", 1, False, Light.ON, AT, (), (), None, added_later="nothing")
    older = as_payload(paper).replace('"added_later":"nothing",', "")
    assert from_payload(Paper, older) == paper


def test_a_kind_of_value_that_cannot_be_read_back_is_an_error() -> None:
    @dataclass(frozen=True)
    class Wrong:
        share: float

    with pytest.raises(TypeError, match="float"):
        from_payload(Wrong, '{"share":0.1}')
